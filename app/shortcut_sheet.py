"""Keys and mouse on one page."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QWidget

from app.action_set import Actions
from app.colours import colours
from app.keys import shown_keys
from app.language import tr
from app.sizes import open_at

_KEYS_WIDTH = 170
_LEFT = ("File", "Edit", "Enhance", "View")


class ShortcutSheet(QDialog):
    """Lists the keys of now; not modal, so that they can be tried beside it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(tr("Keys and mouse"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QHBoxLayout(self)
        self.pages = QTextBrowser(self), QTextBrowser(self)
        for page, name in zip(self.pages, (tr("Keys"), tr("Mouse and more keys")), strict=True):
            page.setAccessibleName(name)
            layout.addWidget(page)
        actions.keys.changed.connect(self._fill)
        self._fill()
        open_at(self, 980, 720)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "pages"):
            self._fill()

    def _fill(self) -> None:
        menus = dict.fromkeys(row.menu for row in self._actions.rows)
        left = [self._section(menu) for menu in menus if menu in _LEFT]
        right = [
            _table(tr("Mouse"), _mouse()),
            *(self._section(menu) for menu in menus if menu not in _LEFT),
        ]
        for page, sections in zip(self.pages, (left, right), strict=True):
            page.setHtml("".join(sections))

    def _section(self, menu: str) -> str:
        lines = [
            (shown_keys(keys), row.text)
            for row in self._actions.rows
            if row.menu == menu and (keys := self._actions.keys.of(row.name))
        ]
        return _table(tr(menu), lines) if lines else ""


def _mouse() -> list[tuple[str, str]]:
    """Return what the mouse does, with the one key that is held."""
    return [
        (tr("Wheel"), tr("Scroll the slices of the view under the pointer")),
        (tr("Ctrl + wheel"), tr("Zoom at the pointer")),
        (tr("Left drag"), tr("Tool; at first window/level: right is wider, up as in the preferences")),
        (tr("Right drag"), tr("Zoom; a click opens the menu")),
        (tr("Middle drag"), tr("Pan")),
        (tr("Shift + left drag"), tr("Pan")),
        (tr("Ctrl in a drag"), tr("Four times as fast")),
        (tr("Double click"), tr("One cell alone, or images without panels")),
        (tr("Hold Space"), tr("Original everywhere while held")),
        (tr("Drag the orange line"), tr("Move the split")),
        (
            tr("Drag a measurement"),
            tr("Move it, by a handle reshape it; by its inside the image is windowed"),
        ),
    ]


def _table(title: str, lines: list[tuple[str, str]]) -> str:
    body = "".join(
        f'<tr><td width="{_KEYS_WIDTH}" style="padding: 2px 18px 2px 0"><b>{escape(keys)}</b></td>'
        f'<td style="padding: 2px 0">{escape(text)}</td></tr>'
        for keys, text in lines
    )
    heading = f'<p style="color: {colours().muted}; margin: 10px 0 2px 0">{escape(title)}</p>'
    return f"{heading}<table>{body}</table>"
