"""Help → User guide: a page that lies beside the program, with search; nothing comes from a network."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.action_set import Actions
from app.colours import colours
from app.language import mark, tr
from app.panels.document import blocks, dress, fit_pictures
from app.panels.text import Note
from app.sizes import open_at
from core.frozen import ROOT

FOLDER = ROOT / "assets" / "guide"
_NAME = re.compile(r"\{(\w+)\}")
"""Stands in the page for the keys of the action of that name; `{keys}` for the table of all keys."""
_TABLE = "keys"
_IN_ENGLISH = mark("The guide is written in English; keys are shown as they are called here.")
"""Said where the program itself speaks another language."""
_MARGIN = 18


def page(actions: Actions) -> str:
    """Return the guide as Markdown, with the keys that the actions have now."""
    text = (FOLDER / "guide.md").read_text(encoding="utf-8")

    def filled(found: re.Match[str]) -> str:
        name = found[1]
        return key_table(actions) if name == _TABLE else f"**{_keys(actions, name)}**"

    return _NAME.sub(filled, text)


def key_table(actions: Actions) -> str:
    """Return all actions that have keys as a Markdown table."""
    keyed = [row for row in actions.rows if actions.by_name[row.name].shortcuts()]
    lines = [f"| {row.menu} | {row.text} | {_keys(actions, row.name)} |" for row in keyed]
    return "\n".join(("| Menu | Action | Keys |", "|---|---|---|", *lines))


def _keys(actions: Actions, name: str) -> str:
    keys = actions.by_name[name].shortcuts()
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in keys) or tr("no key")


class Guide(QDialog):
    """The page beside its headings, with a search field; not modal, so that all can be tried beside it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make(page(actions))
        self._lay_out()
        dress(self.text.document())
        self._list_headings()

    def _make(self, markdown: str) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search the guide"))
        self.search.setAccessibleName(tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._mark)
        self.search.returnPressed.connect(self.go_on)
        self.next = QPushButton(tr("Next"), self)
        self.next.setAutoDefault(False)
        self.next.setEnabled(False)
        self.next.clicked.connect(self.go_on)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.headings = QListWidget(self)
        self.headings.setObjectName("contents")
        self.headings.setAccessibleName(tr("Contents"))
        self.headings.currentItemChanged.connect(self._go_to)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(tr("User guide"))
        self.text.setOpenLinks(False)
        self.text.setSearchPaths([str(FOLDER)])
        self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{FOLDER}/"))
        self.text.document().setDocumentMargin(_MARGIN)
        self.text.setMarkdown(markdown)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence.StandardKey.FindNext, self, self.go_on)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        top.addWidget(self.next)
        columns = QSplitter(Qt.Orientation.Horizontal, self)
        columns.addWidget(self.headings)
        columns.addWidget(self.text)
        columns.setStretchFactor(1, 1)
        columns.setSizes([240, 1000])
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(Note("" if tr(_IN_ENGLISH) == _IN_ENGLISH else _IN_ENGLISH, self))
        layout.addWidget(columns, 1)
        open_at(self, 1240, 840)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            dress(self.text.document())
            self._colour_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep pictures within the page."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_pictures)  # once the page itself was laid out

    def _fit_pictures(self) -> None:
        fit_pictures(self.text.document(), self.text.viewport().width() - 2 * _MARGIN)

    # -- contents -----------------------------------------------------------------------------

    def _list_headings(self) -> None:
        for block in blocks(self.text.document()):
            if block.blockFormat().headingLevel() == 2:
                item = QListWidgetItem(block.text(), self.headings)
                item.setData(Qt.ItemDataRole.UserRole, block.position())

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            document = self.text.document()
            block = document.findBlock(item.data(Qt.ItemDataRole.UserRole))
            top = document.documentLayout().blockBoundingRect(block).top()
            self.text.verticalScrollBar().setValue(round(top))

    # -- search -------------------------------------------------------------------------------

    def _mark(self) -> None:
        """Mark every place where the words stand, and go to the first."""
        places = list(self._found())
        self._colour_marks()
        self.next.setEnabled(bool(places))
        words = tr("Found {}").format(len(places)) if places else tr("Not found")
        self.count.setText(words if self.search.text().strip() else "")
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if places:
            self.go_on()

    def _colour_marks(self) -> None:
        self.text.setExtraSelections([_marked(place) for place in self._found()])

    def _found(self) -> Iterator[QTextCursor]:
        words, document = self.search.text().strip(), self.text.document()
        place = document.find(words) if words else QTextCursor()
        while not place.isNull():
            yield place
            place = document.find(words, place)

    def go_on(self) -> None:
        """Go to the next place, after the last to the first again."""
        words = self.search.text().strip()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = place
    mark.format.setBackground(QColor(colours().chosen))
    mark.format.setForeground(QColor(colours().on_chosen))
    return mark
