"""The keys of all actions as a list that can be searched and changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.action_set import Actions
from app.keys import HELD, shown_keys
from app.language import tr
from app.panels.text import Note

_NAME = Qt.ItemDataRole.UserRole


class ShortcutEditor(QWidget):
    """Choose an action, press its new key; whose key that was is said before it is taken."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._keys = actions, actions.keys
        self._make()
        self._lay_out()
        self._connect()
        self._fill()
        self.list.setCurrentItem(self._items()[0])

    def _make(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search action or key"))
        self.search.setAccessibleName(tr("Search action or key"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("Actions and their keys"))
        self.list.setHeaderLabels([tr("Action"), tr("Menu"), tr("Keys"), tr("Changed")])
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setUniformRowHeights(True)
        self.field = QKeySequenceEdit(self)
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(tr("New key"))
        self.field.setFixedWidth(180)
        line = self.field.findChild(QLineEdit)
        if line is not None:
            line.setPlaceholderText(tr("Press a key"))
            line.setAccessibleName(tr("New key"))
        self.set = QPushButton(tr("Set"), self)
        self.add = QPushButton(tr("Add"), self)
        self.none = QPushButton(tr("No key"), self)
        self.reset = QPushButton(tr("Reset"), self)
        self.reset_all = QPushButton(tr("Reset all"), self)
        self.note = Note("", self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget in (self.field, self.set, self.add, self.none, self.reset):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.reset_all)
        box = QVBoxLayout(self)
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        box.addLayout(row)
        box.addWidget(self.note)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(lambda *_items: self._on_current())
        self.field.keySequenceChanged.connect(lambda _keys: self._on_field())
        self.set.clicked.connect(lambda: self._keys.choose(self._name, [self._pressed]))
        self.add.clicked.connect(
            lambda: self._keys.choose(self._name, [*self._keys.of(self._name), self._pressed])
        )
        self.none.clicked.connect(lambda: self._keys.choose(self._name, []))
        self.reset.clicked.connect(lambda: self._keys.reset(self._name))
        self.reset_all.clicked.connect(self._keys.reset_all)
        self._keys.changed.connect(self._on_changed)

    # -- list ---------------------------------------------------------------------------------

    def _fill(self) -> None:
        for row in self._actions.rows:
            item = QTreeWidgetItem(self.list)
            item.setData(0, _NAME, row.name)
            item.setText(0, row.text.replace("&", ""))
            item.setText(1, tr(row.menu))
        self._show_keys()
        for column, width in enumerate((310, 90, 160)):
            self.list.setColumnWidth(column, width)

    def _show_keys(self) -> None:
        for item in self._items():
            name = item.data(0, _NAME)
            item.setText(2, shown_keys(self._keys.of(name)))
            item.setText(3, tr("changed") if self._keys.differs(name) else "")

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for n in range(self.list.topLevelItemCount()) if (item := self.list.topLevelItem(n))]

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in self._items():
            held = " ".join(item.text(column) for column in range(3)).casefold()
            item.setHidden(not all(word in held for word in wanted))
        shown = [item for item in self._items() if not item.isHidden()]
        current = self.list.currentItem()
        if shown and (current is None or current.isHidden()):
            self.list.setCurrentItem(shown[0])

    # -- changing -----------------------------------------------------------------------------

    @property
    def _name(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(0, _NAME))

    @property
    def _pressed(self) -> str:
        return self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _on_current(self) -> None:
        self.field.clear()
        self._on_field()

    def _on_field(self) -> None:
        """Say what would happen, and offer what can."""
        sentence, usable = self._judged(self._pressed)
        self.note.say(sentence)
        for button in (self.set, self.add):
            button.setEnabled(usable)
        self.none.setEnabled(bool(self._keys.of(self._name)) if self._name else False)
        self.reset.setEnabled(bool(self._name) and self._keys.differs(self._name))

    def _judged(self, key: str) -> tuple[str, bool]:
        """Return a sentence on a key, and whether the chosen action can have it."""
        if not key or not self._name:
            return tr("Choose an action, then press its new key in the field."), False
        if key == HELD or " " in key:
            return tr("{key} cannot be given to an action: press another key.").format(key=key), False
        owner = self._keys.owner(key)
        if owner is None:
            return tr("{key} is free.").format(key=shown_keys([key])), True
        if owner.name == self._name:
            return tr("The action has this key already."), False
        sentence = tr("{key} is the key of “{action}”, which loses it if you set it here.")
        return sentence.format(key=shown_keys([key]), action=owner.text), True

    def _on_changed(self) -> None:
        self._show_keys()
        self.field.clear()
        self._on_field()
        self._filter(self.search.text())
