"""Numbers over the regions on the slice, before and after in one row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.feed import Feed
from app.language import tr
from app.measuring.item import colour
from app.measuring.numbers import Numbers
from app.panels.figure import extreme, short
from app.panels.table import NumberTable
from app.panels.text import Heading, Note
from app.session import Session
from core.frame import Frame
from core.measurement import Figures, Measurement
from core.pipeline import Enhanced
from core.roi import Statistics, cnr

_COUNT = 5
"""Numbers in a row."""

_Row = tuple[int, Measurement, Figures]
"""Number of the region on its slice from 0, what it is, what it holds."""


class RoisView(QWidget):
    """A row for each region on the slice; CNR of the two selected, or of the first two."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
        self._rows: tuple[_Row, ...] = ()
        self._numbers = Numbers(session.measurements, feed, self)
        self.heading = Heading(tr("Regions on this slice"), self)
        self.table = RoiTable(self)
        self.note = Note("", self)
        self.cnr = Note("", self)
        self.copy = QPushButton(tr("Copy table"), self)
        self._lay_out()
        self._connect()
        self.refresh()

    def stop_work(self) -> None:
        """Stop measuring and wait."""
        self._numbers.close()

    def _lay_out(self) -> None:
        self.copy.setToolTip(tr("Copy with tabs, for a spreadsheet (Ctrl+C in the table)"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.table, self.cnr, self.note, self.copy):
            box.addWidget(widget)

    def _connect(self) -> None:
        self._numbers.changed.connect(self.refresh)
        self._session.measurements.changed.connect(self.refresh)
        self._feed.frameChanged.connect(self.refresh)
        self._feed.enhancedChanged.connect(self.refresh)
        self.table.itemSelectionChanged.connect(self._show_cnr)
        self.table.clicked.connect(lambda index: self._select(index.row()))
        self.table.removed.connect(self._on_removed)
        self.copy.clicked.connect(self.table.copy)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the numbers of now."""
        if self.isVisible():
            self._show(self._measured())

    def _measured(self) -> tuple[_Row, ...]:
        frame = self._feed.frame
        drawn = self._session.measurements.at(frame.key) if frame is not None and not frame.is_colour else ()
        found = ((n, item, self._numbers.of(item)) for n, item in enumerate(drawn) if item.region is not None)
        return tuple((n, item, figures) for n, item, figures in found if figures is not None)

    def _show(self, rows: tuple[_Row, ...]) -> None:
        self._rows = rows
        texts = [_row(n, figures, self._feed.busy) for n, _, figures in rows]
        self.table.show_rows(texts, [_tip(figures) for _, _, figures in rows], _copied(rows))
        for row, (n, _, _) in enumerate(rows):
            self.table.tint(row, QColor(colour(n)))
        for widget in (self.heading, self.table, self.copy):
            widget.setVisible(bool(rows))
        self.note.say(_hint(self._feed.frame, self._feed.enhanced) if rows else "")
        self._show_cnr()

    def _show_cnr(self) -> None:
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        first, second = chosen if len(chosen) == 2 else (0, 1)
        if second >= len(self._rows):
            self.cnr.say("")
            return
        (m, _, one), (n, _, two) = self._rows[first], self._rows[second]
        values = " → ".join(v for v in (_cnr(one.before, two.before), _cnr(one.after, two.after)) if v)
        self.cnr.say(tr("CNR of {} and {}: {}").format(m + 1, n + 1, values))

    def _select(self, row: int) -> None:
        self._session.measurements.select(self._rows[row][1].uid)

    def _on_removed(self, rows: tuple[int, ...]) -> None:
        self._session.measurements.remove(self._rows[row][1].uid for row in rows)


def _hint(frame: Frame | None, enhanced: Enhanced | None) -> str:
    units = "" if frame is None else frame.units
    if enhanced is not None and not enhanced.keeps_units:
        return tr("The method changes units: the numbers after it are not {} any more.").format(
            units or tr("signal")
        )
    return (
        tr("HU start at an arbitrary zero: read SNR only as before against after.") if units == "HU" else ""
    )


def _names() -> tuple[str, ...]:
    return tr("Mean"), tr("SD"), tr("Min"), tr("Max"), tr("SNR")


class RoiTable(NumberTable):
    """The table of regions; Delete removes the selected ones."""

    removed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Regions on this slice"), ("", "", *_names()), parent, stretched=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the selected regions on Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(tuple(index.row() for index in self.selectionModel().selectedRows()))
        else:
            super().keyPressEvent(event)


def _row(number: int, found: Figures, waiting: bool) -> tuple[str, ...]:
    if found.before is None:
        return (str(number + 1), tr("outside"), *[""] * _COUNT)
    before = _values(found.before)
    if found.after is None and not waiting:
        return (str(number + 1), tr("before"), *before)
    after = _values(found.after) if found.after is not None else ("…",) * len(before)
    both = zip(before, after, strict=True)
    return (str(number + 1), f"{tr('before')}\n{tr('after')}", *(f"{b}\n{a}" for b, a in both))


def _values(numbers: Statistics) -> tuple[str, ...]:
    extremes = extreme(numbers.minimum), extreme(numbers.maximum)
    return (short(numbers.mean), short(numbers.sd), *extremes, short(numbers.snr))


def _copied(rows: tuple[_Row, ...]) -> list[list[str]]:
    """Return header and rows for a spreadsheet: full digits, before and after in columns of their own."""
    columns = [f"{name} {when}" for name in _names() for when in (tr("before"), tr("after"))]
    table = [[tr("Region"), tr("Pixels"), *columns]]
    for _, item, found in rows:
        if found.before is not None:
            after = _exact(found.after) if found.after is not None else [""] * _COUNT
            cells = [cell for both in zip(_exact(found.before), after, strict=True) for cell in both]
            table.append([item.name, str(found.before.count), *cells])
    return table


def _exact(numbers: Statistics) -> list[str]:
    values = (numbers.mean, numbers.sd, numbers.minimum, numbers.maximum, numbers.snr)
    return [f"{value:.6g}" for value in values]


def _tip(found: Figures) -> str:
    if found.before is None:
        return tr("No pixel's centre lies in this region.")
    return tr("{} pixels").format(found.before.count)


def _cnr(first: Statistics | None, second: Statistics | None) -> str:
    return short(cnr(first, second)) if first is not None and second is not None else ""
