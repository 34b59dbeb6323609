"""The data elements of the slice on screen, searched, and compared with what an export would write."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.feed import Feed
from app.lane import Lane
from app.language import tr
from app.session import Session
from app.sizes import open_at
from app.tags_model import Column, TagsModel
from core.dicom.study import FrameRef, Series
from core.dicom.tags import Change, Difference, Tag, compared, narrowed, read_tags, tags_of, unchanged
from core.export import preview
from core.pipeline import Enhanced
from core.stop import Stop

_PATIENCE = 150
"""Milliseconds without another slice before elements are read, so that scrolling stays quick."""
_OPEN_ALL = 400
"""Rows found up to which all branches are opened."""
_WIDTHS = {Column.NUMBER: 230, Column.NAME: 250, Column.VR: 50, Column.LEFT: 300}


class TagsWindow(QDialog):
    """A window of its own that follows the slice; nothing has to wait for it."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._feed = session, feed
        self._differences: tuple[Difference, ...] = ()
        self._compared = False
        self._lane = Lane("tags", self)
        self._lane.done.connect(self._on_read)
        self._lane.failed.connect(self._on_failed)
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._soon.timeout.connect(self._read)
        self.setWindowTitle(tr("Data elements"))
        self._make()
        self._lay_out()
        for changed in (feed.frameChanged, feed.enhancedChanged):
            changed.connect(self._on_slice)

    def _make(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search number, name or value"))
        self.search.setAccessibleName(tr("Search data elements"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show)
        self.compare = QCheckBox(tr("Compare with the enhanced export"), self)
        self.compare.setToolTip(tr("What an export would write now, without writing it"))
        self.compare.toggled.connect(self._read)
        self.changed = QCheckBox(tr("Changes only"), self)
        self.changed.setChecked(True)
        self.changed.setEnabled(False)
        self.changed.toggled.connect(self._show)
        self.model = TagsModel(self)
        self.tree = QTreeView(self)
        self.tree.setAccessibleName(tr("Data elements"))
        self.tree.setModel(self.model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.value = QPlainTextEdit(self)
        self.value.setReadOnly(True)
        self.value.setTabChangesFocus(True)
        self.value.setAccessibleName(tr("Whole value"))
        self.value.setMaximumHeight(96)
        self.copy = QPushButton(tr("Copy value"), self)
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        self.note = QLabel(self)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence.StandardKey.Copy, self.tree, self._copy).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self.search, 1)
        top.addWidget(self.compare)
        top.addWidget(self.changed)
        bottom = QHBoxLayout()
        bottom.addWidget(self.value, 1)
        bottom.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.note)
        layout.addWidget(self.tree, 1)
        layout.addLayout(bottom)
        open_at(self, 1100, 760)

    # -- what is shown ------------------------------------------------------------------------

    def _on_slice(self, _value: object) -> None:
        if self.isVisible():
            self._soon.start()

    def _read(self) -> None:
        """Read the slice's file and, to compare, make what an export would write."""
        series, index = self._session.series, self._session.index
        self.changed.setEnabled(self.compare.isChecked())
        if series is None or not series.frames:
            self._set((), False, tr("Open a study first."))
            return
        if series.cut_from is not None:
            self._set(
                (), False, tr("Planes are cut from a volume and lie in no file; close them to see one.")
            )
            return
        ref = series.frames[min(index, len(series.frames) - 1)]
        enhanced = self._feed.enhanced if self.compare.isChecked() else None
        if enhanced is not None and enhanced.frame.key != ref.key:
            enhanced = None
        self._lane.submit(ref.key, partial(_elements, series, ref, enhanced, self._numbers(series)))

    def _numbers(self, series: Series) -> tuple[int, ...]:
        catalogue = self._session.catalogue.series
        numbers = (other.number for other in catalogue if other.study.uid == series.study.uid)
        return tuple(number for number in numbers if number is not None)

    def _on_read(self, _key: object, result: tuple[tuple[Difference, ...], bool]) -> None:
        differences, both = result
        if self.compare.isChecked() and not both:
            note = tr("Turn Enhance on to see what an export would write; only the original is shown.")
        elif both:
            note = tr(
                "{added} added (+), {removed} removed (−), {changed} changed (≠). "
                "New UIDs and times are examples; an export makes its own."
            ).format(**_counts(differences))
        else:
            note = ""
        self._set(differences, both, note)

    def _on_failed(self, _key: object, sentence: str) -> None:
        self._set((), False, sentence)

    def _set(self, differences: Sequence[Difference], both: bool, note: str) -> None:
        self._differences, self._compared = tuple(differences), both
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._show()

    def _show(self) -> None:
        words = self.search.text()
        only_changed = self._compared and self.changed.isChecked()
        found = narrowed(self._differences, words, only_changed)
        self.model.show(found, self._compared)
        self._size_columns()
        if (words.strip() or only_changed) and _rows(found) <= _OPEN_ALL:
            self.tree.expandAll()
        if found:
            self.tree.setCurrentIndex(self.model.index(0, 0))
        else:
            self._on_current(QModelIndex())

    def _size_columns(self) -> None:
        header = self.tree.header()
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        header.setStretchLastSection(True)

    def _on_current(self, index: QModelIndex, _previous: QModelIndex | None = None) -> None:
        difference = self.model.difference(index)
        self.value.setPlainText("" if difference is None else _whole(difference, self._compared))
        self.copy.setEnabled(bool(self.value.toPlainText()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.value.toPlainText())

    # -- window -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read the slice that is shown now."""
        super().showEvent(event)
        self._read()
        self.search.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self._lane.cancel()
        super().closeEvent(event)

    def stop_work(self) -> None:
        """Stop reading and wait for it."""
        self._lane.close()


def _elements(
    series: Series, ref: FrameRef, enhanced: Enhanced | None, numbers: tuple[int, ...], stop: Stop
) -> tuple[tuple[Difference, ...], bool]:
    original = read_tags(ref.source)
    stop.check()
    if enhanced is None:
        return unchanged(original), False
    exported = map(_pixels_said, tags_of(preview(series, enhanced, numbers)))
    return compared(_without_meta(original), tuple(exported)), True


def _pixels_said(tag: Tag) -> Tag:
    """Say of a multi-frame image's pixels, which a preview leaves out, that they will be there."""
    left_out = tag.keyword == "PixelData" and not tag.text
    return replace(tag, text=tr("made when it is exported")) if left_out else tag


def _without_meta(tags: Sequence[Tag]) -> tuple[Tag, ...]:
    """Leave out the File Meta Information, which is made when a file is written."""
    return tuple(tag for tag in tags if tag.number is None or tag.number >> 16 != 2)


def _counts(differences: Sequence[Difference]) -> dict[str, int]:
    changes = [difference.change for difference in differences]
    names = {"added": Change.ADDED, "removed": Change.REMOVED, "changed": Change.CHANGED}
    return {name: changes.count(change) for name, change in names.items()}


def _rows(differences: Sequence[Difference]) -> int:
    return sum(1 + _rows(difference.children) for difference in differences)


def _whole(difference: Difference, both: bool) -> str:
    left, right = (None if tag is None else tag.text for tag in (difference.left, difference.right))
    if not both or left == right:
        return (left or right) or ""
    sides = ((tr("Original"), left), (tr("As exported"), right))
    return "\n".join(f"{name}: {text}" for name, text in sides if text is not None)
