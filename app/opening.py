"""Opens files, folders and archives: scans them in a lane of their own and fills the catalogue."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from app.lane import Lane
from app.session import Session
from core.dicom.scan import scan
from core.dicom.study import Catalogue, FrameRef, Series
from core.stop import Stop


class Opening(QObject):
    """Scans what the user brings, one request after the other.

    The first series of a request is shown as soon as it is found, unless the user has chosen
    another one since; after that, loading never moves the selection.
    """

    busyChanged = Signal(bool)
    _reported = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lane = Lane("scan", self)
        self._queue: list[tuple[Path, ...]] = []
        self._before = Catalogue()
        self._shown_at_request: Series | None = None
        self._lock = threading.Lock()
        self._latest: Catalogue | None = None
        self._cancelled = False
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._lane.busyChanged.connect(self._on_busy)

    @property
    def busy(self) -> bool:
        """Whether a scan runs."""
        return self._lane.busy

    def open(self, paths: Sequence[Path]) -> None:
        """Add what lies under `paths` to the catalogue."""
        if not paths:
            return
        self._queue.append(tuple(paths))
        if not self._lane.busy:
            self._start()

    def cancel(self) -> None:
        """Stop scanning; what was found and shown stays."""
        self._cancelled = True
        self._queue.clear()
        self._lane.cancel()

    def close(self) -> None:
        """Stop and wait."""
        self._queue.clear()
        self._lane.close()

    def _start(self) -> None:
        paths, self._cancelled = self._queue.pop(0), False
        self._before, self._shown_at_request = self._session.catalogue, self._session.series
        self._lane.submit(paths, partial(_scan, paths, self._report))

    def _report(self, catalogue: Catalogue) -> None:
        """Keep only the latest snapshot, however fast they come (called in the lane's thread)."""
        with self._lock:
            waiting = self._latest is not None
            self._latest = catalogue
        if not waiting:
            self._reported.emit()

    def _on_reported(self) -> None:
        with self._lock:
            latest, self._latest = self._latest, None
        if latest is not None and not self._cancelled:
            self._take(latest)

    def _take(self, found: Catalogue) -> None:
        self._session.set_catalogue(joined(self._before, found))
        first = next((series for series in found.series if series.showable), None)
        if first is None or self._shown_at_request is None:
            return
        if self._session.series is not None and self._session.series.key == self._shown_at_request.key:
            self._session.open_series(self._in_catalogue(first.key))
        self._shown_at_request = None

    def _in_catalogue(self, key: str) -> Series:
        return next(series for series in self._session.catalogue.series if series.key == key)

    def _on_done(self, _paths: tuple[Path, ...], catalogue: Catalogue) -> None:
        with self._lock:
            self._latest = None
        self._take(catalogue)
        self._tell(catalogue)

    def _tell(self, found: Catalogue) -> None:
        """Say so if a request brought nothing to look at."""
        if any(series.showable for series in found.series):
            return
        if found.series:
            self._session.message("There are no images in what was opened, only other DICOM objects.")
        elif len(found.unreadable) == 1:
            only = found.unreadable[0]
            self._session.message(f"{only.source.path.name} could not be opened: {only.reason}")
        else:
            self._session.message(
                "No DICOM images were found there; drop DICOM files, their folder, or a ZIP archive of them."
            )

    def _on_failed(self, _paths: tuple[Path, ...], sentence: str) -> None:
        self._session.message(sentence)

    def _on_busy(self, busy: bool) -> None:
        if not busy and self._queue:
            self._start()
            return
        catalogue = self._session.catalogue
        if not busy and catalogue.series and not catalogue.finished:  # stopped half way
            self._session.set_catalogue(replace(catalogue, finished=True))
        self.busyChanged.emit(busy)


def _scan(paths: tuple[Path, ...], report: Callable[[Catalogue], None], stop: Stop) -> Catalogue:
    return scan(paths, report, stop)


def joined(before: Catalogue, found: Catalogue) -> Catalogue:
    """Return what was open with what a new scan has found; a stack found in both holds the frames of both."""
    new = {series.key: series for series in found.series}
    kept = tuple(
        _union(series, new.pop(series.key)) if series.key in new else series for series in before.series
    )
    seen = {(item.source, item.reason) for item in found.unreadable}
    unreadable = tuple(item for item in before.unreadable if (item.source, item.reason) not in seen)
    return Catalogue(
        kept + tuple(new.values()),
        unreadable + found.unreadable,
        found.files_done,
        found.files_found,
        found.finished,
    )


def _union(old: Series, new: Series) -> Series:
    here = {ref.key for ref in new.frames}
    missing = tuple(ref for ref in old.frames if ref.key not in here)
    if not missing:
        return new
    if len(missing) + len(new.frames) == len(old.frames):
        return old
    return replace(new, frames=tuple(sorted((*new.frames, *missing), key=_place)))


def _place(ref: FrameRef) -> tuple[float, int]:
    return (ref.position if ref.position is not None else 0.0, ref.number)


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """Return the local files and folders in a drop."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
