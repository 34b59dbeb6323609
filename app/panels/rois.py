"""Numbers over regions of interest, before and after in one row."""

from functools import partial
from math import isinf

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.feed import Feed
from app.lane import Lane
from app.panels.measure import RegionNumbers, regions
from app.panels.table import NumberTable
from app.panels.text import Heading, Note
from app.roi_items import colour
from app.session import Session
from core.frame import Frame
from core.pipeline import Enhanced
from core.roi import Statistics, cnr

_NUMBERS = ("Mean", "SD", "Min", "Max", "SNR")
_EMPTY = "Draw an ellipse (E) or rectangle (Shift+E) on the image to measure it before and after."
_HU = "HU start at an arbitrary zero: read SNR only as before against after."


class RoisView(QWidget):
    """A row for each region; CNR of the two selected, or of the first two."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
        self._numbers: tuple[RegionNumbers, ...] = ()
        self.table = RoiTable(self)
        self.note = Note(_EMPTY, self)
        self.cnr = Note("", self)
        self.copy = QPushButton("Copy table", self)
        self.clear = QPushButton("Remove all", self)
        self._lane = Lane("regions", self)
        self._lay_out()
        self._connect()
        self._show(())

    def stop_work(self) -> None:
        """Stop measuring and wait."""
        self._lane.close()

    def _lay_out(self) -> None:
        self.copy.setToolTip("Copy with tabs, for a spreadsheet (Ctrl+C in the table)")
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.clear)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (Heading("Regions of interest", self), self.table, self.cnr, self.note):
            box.addWidget(widget)
        box.addLayout(buttons)

    def _connect(self) -> None:
        self._session.roisChanged.connect(self.refresh)
        self._feed.frameChanged.connect(self.refresh)
        self._feed.enhancedChanged.connect(self.refresh)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(lambda _key, sentence: self.note.say(sentence))
        self.table.itemSelectionChanged.connect(self._show_cnr)
        self.table.removed.connect(self._on_removed)
        self.copy.clicked.connect(self.table.copy)
        self.clear.clicked.connect(lambda: self._session.set_rois(()))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Measure the regions of now in the slice of now."""
        frame, rois = self._feed.frame, self._session.rois
        if not self.isVisible():
            return
        if frame is None or frame.is_colour or not rois:
            self._lane.cancel()
            self._show(())
        else:
            if not self._numbers:
                self.note.say("Measuring…")
            self._lane.submit(frame.key, partial(regions, frame, self._feed.enhanced, rois))

    def _on_done(self, key: object, numbers: tuple[RegionNumbers, ...]) -> None:
        if self._feed.frame is not None and self._feed.frame.key == key:
            self._show(numbers)

    def _show(self, numbers: tuple[RegionNumbers, ...]) -> None:
        self._numbers = numbers
        frame = self._feed.frame
        rows = [_row(n, pair, self._feed.busy) for n, pair in enumerate(numbers)]
        self.table.show_rows(rows, [_tip(pair) for pair in numbers], _copied(numbers))
        for n in range(len(numbers)):
            self.table.tint(n, QColor(colour(n)))
        for widget in (self.table, self.copy, self.clear):
            widget.setVisible(bool(numbers))
        self.note.say(_hint(frame, self._feed.enhanced) if numbers else _EMPTY)
        self._show_cnr()

    def _show_cnr(self) -> None:
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        first, second = chosen if len(chosen) == 2 else (0, 1)
        if second >= len(self._numbers):
            self.cnr.say("")
            return
        one, two = self._numbers[first], self._numbers[second]
        values = [_cnr(one.before, two.before), _cnr(one.after, two.after)]
        self.cnr.say(f"CNR of {first + 1} and {second + 1}: {' → '.join(v for v in values if v)}")

    def _on_removed(self, rows: tuple[int, ...]) -> None:
        rois = self._session.rois
        self._session.set_rois(tuple(roi for n, roi in enumerate(rois) if n not in rows))


def _hint(frame: Frame | None, enhanced: Enhanced | None) -> str:
    units = "" if frame is None else frame.units
    if enhanced is not None and not enhanced.keeps_units:
        return f"The method changes units: the numbers after it are not {units or 'signal'} any more."
    return _HU if units == "HU" else ""


class RoiTable(NumberTable):
    """The table of regions; Delete removes the selected ones."""

    removed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Regions of interest", ("", "", *_NUMBERS), parent, stretched=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the selected regions on Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(tuple(index.row() for index in self.selectionModel().selectedRows()))
        else:
            super().keyPressEvent(event)


def _row(number: int, pair: RegionNumbers, waiting: bool) -> tuple[str, ...]:
    if pair.before is None:
        return (str(number + 1), "outside", *[""] * len(_NUMBERS))
    before = _values(pair.before)
    if pair.after is None and not waiting:
        return (str(number + 1), "before", *before)
    after = _values(pair.after) if pair.after is not None else ("…",) * len(before)
    both = zip(before, after, strict=True)
    return (str(number + 1), "before\nafter", *(f"{b}\n{a}" for b, a in both))


def _values(numbers: Statistics) -> tuple[str, ...]:
    extremes = (short(v) if abs(v) < 100 else short(round(v)) for v in (numbers.minimum, numbers.maximum))
    return (short(numbers.mean), short(numbers.sd), *extremes, short(numbers.snr))


def short(value: float) -> str:
    """Return a number in about five characters: 1234, 123.4, 12.3, 1.23, 0.123; whole ones without point."""
    if isinf(value):
        return "∞"
    size = abs(value)
    whole = value == round(value) or size >= 1000
    digits = 0 if whole else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:.{digits}f}".replace("-", "−")


def _copied(numbers: tuple[RegionNumbers, ...]) -> list[list[str]]:
    """Return header and rows for a spreadsheet: full digits, before and after in columns of their own."""
    columns = [f"{name} {when}" for name in _NUMBERS for when in ("before", "after")]
    rows = [["Region", "Pixels", *columns]]
    for n, pair in enumerate(numbers):
        if pair.before is not None:
            after = _exact(pair.after) if pair.after is not None else [""] * len(_NUMBERS)
            cells = [cell for both in zip(_exact(pair.before), after, strict=True) for cell in both]
            rows.append([str(n + 1), str(pair.before.count), *cells])
    return rows


def _exact(numbers: Statistics) -> list[str]:
    values = (numbers.mean, numbers.sd, numbers.minimum, numbers.maximum, numbers.snr)
    return [f"{value:.6g}" for value in values]


def _tip(pair: RegionNumbers) -> str:
    if pair.before is None:
        return "No pixel's centre lies in this region."
    return f"{pair.before.count} pixels"


def _cnr(first: Statistics | None, second: Statistics | None) -> str:
    return short(cnr(first, second)) if first is not None and second is not None else ""
