"""Keys and mouse on one page."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QWidget

from app.action_set import Actions
from app.colours import colours
from app.keys import shown_keys
from app.language import tr
from app.sizes import open_at

_KEYS_WIDTH = 142
_PAGE_WIDTH = 330
"""Points that a column needs."""
_OF_KEYS, _OF_TEXT = 17, 25
"""Characters that a line of a column holds, about."""
_MOST = 4
"""Columns, in which all keys are seen at once on a monitor of 1440 × 900."""

Lines = list[tuple[str, str]]
"""Keys, what they do."""


class ShortcutSheet(QDialog):
    """Lists the keys of now; not modal, so that they can be tried beside it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(tr("Keys and mouse"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QHBoxLayout(self)
        self.pages = tuple(QTextBrowser(self) for _ in range(_MOST))
        for page in self.pages:
            layout.addWidget(page)
        actions.keys.changed.connect(self._fill)
        open_at(self, _MOST * (_PAGE_WIDTH + 10), 920)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "pages"):
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        if _columns(event.size().width()) != _columns(event.oldSize().width()):
            self._fill()

    def _fill(self) -> None:
        """Put each section, the longest first, into the column that is shortest."""
        sections, columns = self._sections(), [list[int]() for _ in range(_columns(self.width()))]
        lengths = [_length(lines) for _, lines in sections]
        for number in sorted(range(len(sections)), key=lambda n: -lengths[n]):
            min(columns, key=lambda column: sum(lengths[n] for n in column)).append(number)
        numbers = sorted(sorted(column) for column in columns)
        for page, column in zip(self.pages, numbers + [[]] * (_MOST - len(numbers)), strict=True):
            page.setVisible(bool(column))
            page.setAccessibleName(", ".join(sections[n][0] for n in column) or self.windowTitle())
            page.setHtml("".join(_table(*sections[n]) for n in column))

    def _sections(self) -> list[tuple[str, Lines]]:
        menus = dict.fromkeys(row.menu for row in self._actions.rows)
        sections = [(tr("Mouse"), _mouse()), *((tr(menu), self._lines(menu)) for menu in menus)]
        return [(title, lines) for title, lines in sections if lines]

    def _lines(self, menu: str) -> Lines:
        return [
            (shown_keys(keys), row.text)
            for row in self._actions.rows
            if row.menu == menu and (keys := self._actions.keys.of(row.name))
        ]


def _columns(width: int) -> int:
    """Return how many columns there is room for."""
    return max(1, min(_MOST, width // _PAGE_WIDTH))


def _length(lines: Lines) -> int:
    """Return about how many lines a section takes, with its heading and the gap before it."""
    return 2 + sum(1 + max(len(text) // _OF_TEXT, len(keys) // _OF_KEYS) for keys, text in lines)


def _mouse() -> Lines:
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


def _table(title: str, lines: Lines) -> str:
    body = "".join(
        f'<tr><td width="{_KEYS_WIDTH}" style="padding: 1px 12px 1px 0"><b>{escape(keys)}</b></td>'
        f'<td style="padding: 1px 0">{escape(text)}</td></tr>'
        for keys, text in lines
    )
    heading = f'<p style="color: {colours().muted}; margin: 8px 0 1px 0">{escape(title)}</p>'
    return f"{heading}<table>{body}</table>"
