"""Which slice is on screen once a study has come in whole."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject

from app.cell import CellState
from app.session import Session
from core.dicom.study import Catalogue, Series

_QUIET = 50
"""Files read since a series last grew, from which on it counts as whole: a disc may take minutes more."""


class FirstLook(QObject):
    """Goes to the slice that a series opens at, as soon as the whole series is known.

    While a scan runs, a cell shows the file that was found first and keeps it while others come in around
    it. That file may be any. Unless the user has done something there in the meantime, the cell then goes to
    the slice that it would have shown had the series been whole from the beginning.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cells = session.cells
        self._untouched: dict[int, str] = {}
        self._touched: set[int] = set()
        self._keys: dict[int, str] = {}
        self._known: set[str] = set()
        self._growth: dict[str, tuple[int, int]] = {}
        """For each series its frames, and the files that had been read when it last grew."""
        for cell in self._cells:
            cell.seriesChanged.connect(partial(self._on_series, cell))
            for touched in (
                cell.scrolled,
                cell.zoomed,
                cell.windowed,
                cell.enabledChanged,
                cell.compareChanged,
            ):
                touched.connect(partial(self._on_touched, cell))
        session.measurements.itemsChanged.connect(lambda: self._on_touched(self._cells.active))

    def follow(self, found: Catalogue) -> None:
        """Settle what has not grown for long, by a snapshot of a scan."""
        watched = set(self._untouched.values())
        quiet = set()
        for series in found.series:
            if series.key in watched:
                frames, since = self._growth.get(series.key, (0, 0))
                if frames != len(series.frames):
                    self._growth[series.key] = len(series.frames), found.files_done
                elif found.files_done - since >= _QUIET:
                    quiet.add(series.key)
        self.settle(quiet)

    def settle(self, keys: Collection[str]) -> None:
        """Go to the middle of the series with these keys, which are whole now."""
        cells = [cell for cell in self._cells if self._untouched.get(cell.number) in keys]
        for cell in cells:
            del self._untouched[cell.number]
            assert cell.series is not None
            cell.take_index(len(cell.series.frames) // 2)
        if not cells:
            return
        self._cells.set_apart()
        if self._cells.active in cells and not self._touched & {cell.number for cell in self._cells.placed}:
            self._cells.active.scrolled.emit()  # those that show the same place in the patient stay with it

    def _on_series(self, cell: CellState, series: Series | None) -> None:
        """Watch a series that comes into a cell for the first time while it is still being read."""
        key = series.key if series is not None else ""
        if key == self._keys.get(cell.number):
            return
        self._keys[cell.number] = key
        self._untouched.pop(cell.number, None)
        self._touched.discard(cell.number)
        if key and key not in self._known and not self._session.catalogue.finished:
            self._untouched[cell.number] = key
        self._known.add(key)

    def _on_touched(self, cell: CellState, *_: object) -> None:
        self._untouched.pop(cell.number, None)
        self._touched.add(cell.number)
