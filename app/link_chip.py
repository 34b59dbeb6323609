"""Small switches that say what is linked."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from app.colours import colours
from app.icons import icon
from app.language import tr
from app.state import Link

_SIZE = 48
"""Pixels that an icon is drawn with, for any scale of the screen."""
_ICONS = {
    Link.SCROLL: "scroll",
    Link.ZOOM: "zoom",
    Link.PAN: "pan",
    Link.WINDOW: "window",
    Link.TURN: "turn",
}


def link_name(link: Link) -> str:
    """Return the name on screen."""
    return {
        Link.SCROLL: tr("Scroll"),
        Link.ZOOM: tr("Zoom"),
        Link.PAN: tr("Pan"),
        Link.WINDOW: tr("Window"),
        Link.TURN: tr("Turn and mirror"),
    }[link]


class LinkChip(QToolButton):
    """On: the icon, framed. Off: the icon struck through; so colour is not the only sign."""

    def __init__(self, link: Link, set_linked: Callable[[bool], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"link_{link.name.lower()}")
        self.setProperty("chip", True)
        self.setCheckable(True)
        self._link = link
        self.setIcon(_link_icon(link))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda: set_linked(self.isChecked()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_link"):
            self.setIcon(_link_icon(self._link))

    def say(self, linked: bool, words: str) -> None:
        """Show the state, and say in words what it means."""
        self.setChecked(linked)
        self.setToolTip(words)
        self.setAccessibleName(words)


def _link_icon(link: Link) -> QIcon:
    plain = icon(_ICONS[link]).pixmap(QSize(_SIZE, _SIZE))
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        made.addPixmap(icon(_ICONS[link]).pixmap(QSize(_SIZE, _SIZE), mode), mode, QIcon.State.On)
        made.addPixmap(_struck(plain), mode, QIcon.State.Off)
    return made


def _struck(plain: QPixmap) -> QPixmap:
    struck = QPixmap(plain)
    painter = QPainter(struck)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours().red), _SIZE / 8))
    painter.drawLine(QPoint(4, _SIZE - 4), QPoint(_SIZE - 4, 4))
    painter.end()
    return struck
