"""The list of measurements: what, where, how much; a click goes there."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.feed import Feed
from app.flow import Flow
from app.lane import Lane
from app.language import tr
from app.measuring.item import colour
from app.measuring.places import Place, Places
from app.measuring.reports import waiting_words
from app.measuring.unsaved import unsaved_words
from app.measuring.wording import calibration_name, kind_name, size
from app.panels.table import NumberTable
from app.panels.text import Heading, Note
from app.planes.naming import plane_name, view_name
from app.session import Session
from core.errors import ClearsliceError
from core.frame import Frame
from core.measurement import LINES, REGIONS, Measurement, figures
from core.stop import Stop

_NAME = 1
"""Column of the name."""


class MeasurementsView(QWidget):
    """All measurements on what is open, in scrolling order."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._feed = session, feed
        self._places = Places(session, feed.volumes)
        self._values: dict[Measurement, str] = {}
        self._shown: tuple[Measurement, ...] = ()
        self.table = MeasurementTable(self)
        self.note = Note("", self)
        self.save = QPushButton(tr("Save…"), self)
        self.save_table = QPushButton(tr("CSV…"), self)
        self.clear = QPushButton(tr("Remove all"), self)
        self._lane = Lane("values", self)
        self._lay_out()
        self._connect()
        self.refresh()

    def stop_work(self) -> None:
        """Stop measuring and wait."""
        self._lane.close()

    def _lay_out(self) -> None:
        self.save.setToolTip(tr("As a DICOM structured report, which opens with the study again"))
        self.save_table.setToolTip(tr("CSV for a spreadsheet, before and after in columns"))
        row = QWidget(self)
        buttons = Flow(row, filled=True)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.save, self.save_table, self.clear):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (Heading(tr("Measurements"), self), self.table, self.note):
            box.addWidget(widget)
        box.addWidget(row)

    def _connect(self) -> None:
        measurements = self._session.measurements
        measurements.itemsChanged.connect(self.refresh)
        measurements.selectedChanged.connect(self._show_selected)
        self._session.catalogueChanged.connect(self.refresh)
        self._feed.frameChanged.connect(self.refresh)
        self._lane.done.connect(self._on_done)
        self.table.clicked.connect(lambda index: self._go(index.row()))
        self.table.chosen.connect(self._go)
        self.table.removed.connect(self._on_removed)
        self.table.renamed.connect(self._on_renamed)
        self.clear.clicked.connect(lambda: measurements.remove(item.uid for item in self._shown))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh()

    def _place(self, measurement: Measurement) -> Place | None:
        return self._places.of(measurement.frame)

    def refresh(self) -> None:
        """Show the measurements of now; values that are not at hand come later."""
        items = self._session.measurements.items
        placed = [(place, item) for item in items if (place := self._place(item)) is not None]
        placed.sort(key=lambda pair: (pair[0].series.number or 0, pair[0].series.key, pair[0].index))
        self._shown = tuple(item for _, item in placed)
        self._values = {item: text for item, text in self._values.items() if item in items}
        self._ask([(place, item) for place, item in placed if item not in self._values])
        self._show([place for place, _ in placed])

    def _ask(self, wanted: list[tuple[Place, Measurement]]) -> None:
        if wanted and self.isVisible():
            work = partial(_values, self._places, tuple(wanted), self._feed.frame)
            self._lane.submit(tuple(item for _, item in wanted), work)

    def _on_done(self, _subject: Hashable, values: dict[Measurement, str]) -> None:
        self._values.update(values)
        self._show([place for item in self._shown if (place := self._place(item)) is not None])

    def _show(self, places: list[Place]) -> None:
        series = self._session.series
        numbers = {item.uid: n for key in {i.frame for i in self._shown} for n, item in self._on(key)}
        rows = []
        for item, place in zip(self._shown, places, strict=True):
            here = series is not None and place.series.key == series.key and place.view is None
            what = place.series.modality if place.view is None else plane_name(place.view.plane)
            where = str(place.index + 1) if here else f"{what} {place.index + 1}"
            name, value = item.name or kind_name(item.kind), self._values.get(item, "…")
            rows.append((str(numbers[item.uid] + 1), name, where, value))
        self.table.show_rows(rows, [kind_name(item.kind) for item in self._shown])
        for row, item in enumerate(self._shown):
            self.table.tint(row, QColor(colour(numbers[item.uid])))
        for widget in (self.table, self.save, self.save_table, self.clear):
            widget.setVisible(bool(rows))
        self.note.say(self._remark(bool(rows)))
        self._show_selected()

    def _remark(self, any_shown: bool) -> str:
        """Return what else there is to know: what is not saved, what waits for planes."""
        measurements = self._session.measurements
        unsaved, waiting = len(measurements.unsaved), waiting_words(len(measurements.waiting))
        said = (unsaved_words(unsaved) if unsaved else "", waiting)
        return "\n".join(words for words in said if words) or ("" if any_shown else _hint())

    def _on(self, key: tuple[str, int]) -> list[tuple[int, Measurement]]:
        """Return what is drawn on a frame with the numbers that stand for colours there."""
        return list(enumerate(item for item in self._session.measurements.items if item.frame == key))

    def _show_selected(self) -> None:
        uids = [item.uid for item in self._shown]
        selected = self._session.measurements.selected
        self.table.mark(uids.index(selected) if selected in uids else None)

    # -- from the user ------------------------------------------------------------------------

    def _go(self, row: int) -> None:
        """Show the slice of a measurement, and select it."""
        item = self._shown[row]
        place = self._place(item)
        if place is None:
            return
        if self._show_series(place, item):
            self._session.set_index(place.index)
            self._session.measurements.select(item.uid)

    def _show_series(self, place: Place, item: Measurement) -> bool:
        """Show the series of a slice, or the cell with a plane; say so if none shows it now."""
        cells = self._session.cells
        if place.view is None:
            self._session.set_series(place.series)
            return True
        showing = (c for c in cells.shown if c.series is not None and c.series.key == item.frame[0])
        cell = next(showing, None)
        if cell is None:
            words = tr("This was measured on planes that no cell shows now: {}.")
            self._session.message(words.format(view_name(place.view)))
            return False
        cells.set_active(cell)
        return True

    def _on_removed(self, rows: tuple[int, ...]) -> None:
        self._session.measurements.remove(self._shown[row].uid for row in rows)

    def _on_renamed(self, row: int, name: str) -> None:
        self._session.measurements.rename(self._shown[row].uid, name)


def _hint() -> str:
    return tr("Nothing is measured yet: D draws a distance, A an angle, E an ellipse, Shift+E a rectangle.")


def _values(
    places: Places, wanted: tuple[tuple[Place, Measurement], ...], at_hand: Frame | None, stop: Stop
) -> dict[Measurement, str]:
    """Measure, slice by slice, reading those that are not on screen."""
    found: dict[Measurement, str] = {}
    frame = at_hand
    for place, item in sorted(wanted, key=lambda pair: pair[1].frame):
        stop.check()
        if at_hand is not None and at_hand.key == item.frame:
            frame = at_hand
        elif frame is None or frame.key != item.frame:
            frame = _read(places, place)
        found[item] = tr("unreadable") if frame is None else _value(item, frame)
    return found


def _read(places: Places, place: Place) -> Frame | None:
    try:
        return places.read(place)
    except ClearsliceError:
        return None


def _value(item: Measurement, frame: Frame) -> str:
    in_mm = item.kind in LINES | REGIONS and frame.geometry.spacing is not None
    basis = calibration_name(frame) if in_mm else ""
    return f"{size(item.kind, figures(item, frame), frame)}\n{basis}".strip()


class _NameDelegate(QStyledItemDelegate):
    """Hands a name that was typed to the table; the table shows what the session then holds."""

    def __init__(self, typed: Callable[[int, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = typed

    def setModelData(
        self, editor: QWidget, _model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell the name."""
        if isinstance(editor, QLineEdit):
            self._typed(index.row(), editor.text())


class MeasurementTable(NumberTable):
    """The table; Enter goes to a measurement, F2 or a double click renames, Delete removes."""

    chosen = Signal(int)
    removed = Signal(tuple)
    renamed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        headers = ("", "", tr("Slice"), tr("Value"))
        super().__init__(tr("Measurements"), headers, parent, stretched=_NAME)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setItemDelegateForColumn(_NAME, _NameDelegate(self.renamed.emit, self))

    def show_rows(
        self, rows: Sequence[Sequence[str]], tips: Sequence[str] = (), copied: Sequence[Sequence[str]] = ()
    ) -> None:
        """Show `rows`; only names can be edited."""
        super().show_rows(rows, tips, copied)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is not None:
                    _set_editable(item, column == _NAME)

    def mark(self, row: int | None) -> None:
        """Show which one is selected."""
        if row is None:
            self.clearSelection()
        elif [index.row() for index in self.selectionModel().selectedRows()] != [row]:
            self.selectRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove, or go to, the selected one."""
        rows = tuple(index.row() for index in self.selectionModel().selectedRows())
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(rows)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
            self.chosen.emit(rows[0])
        else:
            super().keyPressEvent(event)


def _set_editable(item: QTableWidgetItem, editable: bool) -> None:
    flags, edit = item.flags(), Qt.ItemFlag.ItemIsEditable
    if bool(flags & edit) != editable:
        item.setFlags(flags | edit if editable else flags & ~edit)
