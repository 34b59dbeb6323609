"""Keys and mouse on one page."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QWidget

from app.actions import Action
from app.colours import colours

MOUSE = (
    ("Wheel", "Scroll the slices of the view under the pointer"),
    ("Ctrl + wheel", "Zoom at the pointer"),
    ("Left drag", "Tool; at first window/level: right is wider, up is brighter"),
    ("Right drag", "Zoom; a click opens the menu"),
    ("Middle drag", "Pan"),
    ("Shift + left drag", "Pan"),
    ("Ctrl in a drag", "Four times as fast"),
    ("Double click", "Images only, without panels"),
    ("Hold Space", "Original everywhere while held"),
    ("Drag the orange line", "Move the split"),
    ("Drag a measurement", "Move it, by a handle reshape it; by its inside the image is windowed"),
)
"""What the mouse does, with the one key that is held."""
_KEYS_WIDTH = 170
_LEFT = ("File", "Edit", "Enhance", "View")


class ShortcutSheet(QDialog):
    """Lists what the table of actions holds; not modal, so that keys can be tried beside it."""

    def __init__(self, rows: Iterable[Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys and mouse")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QHBoxLayout(self)
        keyed = [row for row in rows if row.keys]
        menus = dict.fromkeys(row.menu for row in keyed)
        left = [_section(menu, keyed) for menu in menus if menu in _LEFT]
        right = [_mouse(), *(_section(menu, keyed) for menu in menus if menu not in _LEFT)]
        for sections in (left, right):
            page = QTextBrowser(self)
            page.setHtml("".join(sections))
            layout.addWidget(page)
        self.resize(980, 720)


def _section(menu: str, rows: list[Action]) -> str:
    lines = [(_keys(row.keys), row.text) for row in rows if row.menu == menu]
    return _table(menu, lines)


def _mouse() -> str:
    return _table("Mouse", list(MOUSE))


def _keys(keys: str) -> str:
    shown = (QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys.split())
    return ", ".join(shown)


def _table(title: str, lines: list[tuple[str, str]]) -> str:
    body = "".join(
        f'<tr><td width="{_KEYS_WIDTH}" style="padding: 2px 18px 2px 0"><b>{escape(keys)}</b></td>'
        f'<td style="padding: 2px 0">{escape(text)}</td></tr>'
        for keys, text in lines
    )
    heading = f'<p style="color: {colours().muted}; margin: 10px 0 2px 0">{escape(title)}</p>'
    return f"{heading}<table>{body}</table>"
