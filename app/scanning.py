"""One scan of what the user brought, in a lane of its own."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from app.lane import Lane
from core.dicom.scan import scan
from core.dicom.study import Catalogue
from core.stop import Stop


class Scanning(QObject):
    """Reads what lies under some paths and tells what it has found so far.

    Parameters
    ----------
    paths
        What was opened together.
    number
        Counts the requests of the user.
    shown
        Key of the series that was on screen when he made it.
    """

    found = Signal()
    """`catalogue` holds more; only the latest snapshot is kept, however fast they come."""
    ended = Signal(str)
    """The whole was read, or a sentence says why not; never after `cancel`."""
    left = Signal()
    """The thread is free: nothing is being read any more."""
    _reported = Signal()

    def __init__(self, paths: tuple[Path, ...], number: int, shown: str, parent: QObject) -> None:
        super().__init__(parent)
        self.paths, self.number, self.shown = paths, number, shown
        self.catalogue = Catalogue()
        self._lock = threading.Lock()
        self._latest: Catalogue | None = None
        self._cancelled = False
        self._lane = Lane("scan", self)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(lambda _paths, sentence: self.ended.emit(sentence))
        self._lane.busyChanged.connect(self._on_busy)

    def start(self) -> None:
        """Begin to read."""
        self._lane.submit(self.paths, partial(_scan, self.paths, self._report))

    def cancel(self) -> None:
        """Stop; what was found stays in `catalogue`, and nothing more is told."""
        self._cancelled = True
        self._lane.cancel()

    def close(self) -> None:
        """Stop and wait."""
        self.cancel()
        self._lane.close()

    def _report(self, catalogue: Catalogue) -> None:
        """Keep only the latest snapshot (called in the lane's thread)."""
        with self._lock:
            waiting = self._latest is not None
            self._latest = catalogue
        if not waiting:
            self._reported.emit()

    def _on_reported(self) -> None:
        with self._lock:
            latest, self._latest = self._latest, None
        if latest is not None and not self._cancelled:
            self.catalogue = latest
            self.found.emit()

    def _on_done(self, _paths: tuple[Path, ...], catalogue: Catalogue) -> None:
        with self._lock:
            self._latest = None
        self.catalogue = catalogue
        self.found.emit()
        self.ended.emit("")

    def _on_busy(self, busy: bool) -> None:
        if not busy:
            self.left.emit()


def _scan(paths: tuple[Path, ...], report: Callable[[Catalogue], None], stop: Stop) -> Catalogue:
    return scan(paths, report, stop)
