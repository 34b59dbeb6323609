"""Data elements as a tree that Qt shows; a branch is looked at when it is opened."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.colours import colours
from app.language import tr
from core.dicom.tags import Change, Difference, Tag

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a column shows."""

    NUMBER = 0
    NAME = 1
    VR = 2
    LEFT = 3
    RIGHT = 4


class _Node:
    """A row of the tree; Qt points to it, so it is kept."""

    def __init__(self, difference: Difference, parent: "_Node | None", row: int) -> None:
        self.difference = difference
        self.parent = parent
        self.row = row
        self._children: list[_Node] | None = None

    @property
    def children(self) -> "list[_Node]":
        if self._children is None:
            inner = self.difference.children
            self._children = [_Node(child, self, row) for row, child in enumerate(inner)]
        return self._children


class TagsModel(QAbstractItemModel):
    """Elements of one data set, or of two side by side; a sign before the number says what changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: list[_Node] = []
        self._compared = False

    def show(self, differences: Sequence[Difference], compared: bool) -> None:
        """Show other elements, with a column for either side if they were `compared`."""
        self.beginResetModel()
        self._roots = [_Node(difference, None, row) for row, difference in enumerate(differences)]
        self._compared = compared
        self.endResetModel()

    def difference(self, index: Index) -> Difference | None:
        """Return what a row shows."""
        node = self._node(index)
        return None if node is None else node.difference

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many elements there are under another, or at the top."""
        return len(self._under(parent)) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """Return the columns; one more where two data sets are compared."""
        return len(Column) if self._compared else len(Column) - 1

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a cell."""
        nodes = self._under(parent)
        return self.createIndex(row, column, nodes[row]) if 0 <= row < len(nodes) else QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the element that another is nested in."""
        node = self._node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.row, 0, node.parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text and colour of a cell."""
        node = self._node(index)
        if node is None:
            return None
        difference, column = node.difference, Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(difference, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.NAME:
            return difference.tag.name
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NUMBER:
            return f"{difference.tag.label} {_spoken(difference.change)}".strip()
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(difference.change)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        left = tr("Original") if self._compared else tr("Value")
        return (tr("Number"), tr("Name"), tr("Type"), left, tr("As exported"))[section]

    def _text(self, difference: Difference, column: Column) -> str:
        tag = difference.tag
        if column is Column.NUMBER:
            return f"{difference.change.value} {tag.label}" if self._compared else tag.label
        if column is Column.NAME:
            return tag.keyword or tag.name
        if column is Column.VR:
            return tag.vr
        return _value(difference.left if column is Column.LEFT else difference.right)

    def _under(self, parent: Index) -> list[_Node]:
        node = self._node(parent)
        return self._roots if node is None else node.children

    def _node(self, index: Index) -> _Node | None:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else None


def _ink(change: Change) -> QColor | None:
    named = colours()
    inks = {Change.ADDED: named.accent, Change.REMOVED: named.red, Change.CHANGED: named.amber}
    return QColor(inks[change]) if change in inks else None


def _value(tag: Tag | None) -> str:
    if tag is None:
        return ""
    if tag.vr == "SQ":
        count = len(tag.children)
        return tr("1 item") if count == 1 else tr("{count} items").format(count=count)
    return tag.value


def _spoken(change: Change) -> str:
    return {
        Change.SAME: "",
        Change.ADDED: tr("added"),
        Change.REMOVED: tr("removed"),
        Change.CHANGED: tr("changed"),
    }[change]
