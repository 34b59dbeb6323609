"""The strip over several cells: what they do together."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from app.flow import Flow
from app.language import tr
from app.link_chip import LinkChip, link_name
from app.session import Session
from app.state import Link

_ICON = QSize(16, 16)


class LinkStrip(QFrame):
    """Switches for all cells: scroll, zoom and window together; reference lines."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = session.cells
        self.setObjectName("linkStrip")
        self.chips = {link: LinkChip(link, partial(self._cells.set_link, link), self) for link in Link}
        self.lines = QToolButton(self)
        self.lines.setText(tr("Reference lines"))
        self.lines.setProperty("chip", True)
        self.lines.setCheckable(True)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.clicked.connect(self._cells.set_lines)
        self._lay_out()
        self._cells.linksChanged.connect(self._render)
        self._cells.linesChanged.connect(self._render)
        self._render()

    def _lay_out(self) -> None:
        row = Flow(self, at_right=1)
        row.addWidget(QLabel(tr("Linked:"), self))
        for link, chip in self.chips.items():
            chip.setText(link_name(link))
            chip.setIconSize(_ICON)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(chip)
        row.addWidget(self.lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the links where one line has room for that; else the icons stand alone, names in the tips."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        for style in (styles.ToolButtonTextBesideIcon, styles.ToolButtonIconOnly):
            for chip in self.chips.values():
                chip.setToolButtonStyle(style)
            if self.sizeHint().width() <= event.size().width():
                break

    def _render(self) -> None:
        for link, chip in self.chips.items():
            linked = link in self._cells.links
            words = tr("{}: cells move together") if linked else tr("{}: each cell for itself")
            chip.say(linked, words.format(link_name(link)))
        self.lines.setChecked(self._cells.lines)
