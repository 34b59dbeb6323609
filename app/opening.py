"""Opens files, folders and archives: one door for drop, dialog, recent studies and command line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.first_look import FirstLook
from app.language import tr
from app.scanning import Scanning
from app.session import Session
from core.dicom.study import Catalogue, FrameRef, Series

_AT_ONCE = 2
"""Scans that run at the same time: a small study need not wait for a slow disc."""


@dataclass(frozen=True, slots=True)
class Loading:
    """What is being read."""

    names: tuple[str, ...]
    """Of the files and folders whose scan runs."""
    waiting: int
    """Requests that have to wait."""
    studies: frozenset[str]
    """UIDs of the studies that may still grow."""


class Opening(QObject):
    """Scans what the user brings.

    The first series of the latest request is shown as soon as it is found, unless the user has chosen
    another one since; after that, loading never moves the selection.
    """

    busyChanged = Signal(bool)
    loadingChanged = Signal(object)
    """Loading; None once all is read."""
    opened = Signal(object)
    """Tuple of the paths of a request that brought images."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._first_look = FirstLook(session, self)
        self._queue: list[Scanning] = []
        self._running: list[Scanning] = []
        self._leaving: list[Scanning] = []
        self._before = Catalogue()
        self._counted = (0, 0)
        self._requests = 0
        self._decided: set[int] = set()
        """Numbers of the requests whose first series was shown, or not."""
        self._shown: tuple[str, int] = ("", 0)
        """Key of the series that was last shown here, and number of the request that brought it."""

    @property
    def busy(self) -> bool:
        """Whether a scan runs."""
        return bool(self._running)

    def open(self, paths: Sequence[Path]) -> None:
        """Add what lies under `paths` to the catalogue."""
        if not paths:
            return
        self._requests += 1
        series = self._session.series
        self._queue.append(
            Scanning(tuple(paths), self._requests, series.key if series is not None else "", self)
        )
        self._go_on()

    def cancel(self) -> None:
        """Stop scanning; what was found and shown stays."""
        self._queue.clear()
        for scanning in self._running:
            scanning.cancel()
        self._leaving += self._running
        if self._running:
            self._running = []
            self._stopped()

    def close(self) -> None:
        """Stop and wait."""
        self._queue.clear()
        for scanning in (*self._running, *self._leaving):
            scanning.close()
        self._running.clear()

    # -- scans --------------------------------------------------------------------------------

    def _go_on(self) -> None:
        was_busy = self.busy
        if not was_busy:
            self._before, self._counted = self._session.catalogue, (0, 0)
        while self._queue and len(self._running) < _AT_ONCE:
            scanning = self._queue.pop(0)
            scanning.found.connect(partial(self._on_found, scanning))
            scanning.ended.connect(partial(self._on_ended, scanning))
            scanning.left.connect(partial(self._on_left, scanning))
            self._running.append(scanning)
            scanning.start()
        self._tell_loading()
        if self.busy and not was_busy:
            self.busyChanged.emit(True)

    def _on_left(self, scanning: Scanning) -> None:
        """Forget a cancelled scan once its thread has ended by itself."""
        if scanning in self._leaving:
            self._leaving.remove(scanning)
            scanning.close()
            scanning.deleteLater()

    def _on_ended(self, scanning: Scanning, sentence: str) -> None:
        found = scanning.catalogue
        self._running.remove(scanning)
        scanning.close()
        scanning.deleteLater()
        self._before = joined(self._before, found)
        self._counted = self._counted[0] + found.files_done, self._counted[1] + found.files_found
        self._show_all()
        self._settle(found)
        self._tell(scanning, sentence)
        self._go_on()
        if not self.busy:
            self._stopped()

    def _stopped(self) -> None:
        catalogue = self._session.catalogue
        if catalogue.series and not catalogue.finished:  # stopped half way
            self._session.set_catalogue(replace(catalogue, finished=True))
            self._settle(catalogue)
        self._tell_loading()
        self.busyChanged.emit(False)

    def _settle(self, found: Catalogue) -> None:
        """Let the cells begin where they ought to; a series that another scan still reads goes on waiting."""
        growing = {series.key for scanning in self._running for series in scanning.catalogue.series}
        self._first_look.settle({series.key for series in found.series} - growing)

    # -- what they bring ----------------------------------------------------------------------

    def _on_found(self, scanning: Scanning) -> None:
        if scanning not in self._running:
            return
        had = self._session.series
        self._show_all()
        self._first_look.follow(scanning.catalogue)
        self._tell_loading()
        first = scanning.catalogue.opening
        if first is None:
            return
        if scanning.number in self._decided:
            return
        self._decided.add(scanning.number)
        if had is None:  # the session has shown the first one it got
            shown = self._session.series
            self._shown = (shown.key if shown is not None else "", scanning.number)
        elif scanning.number > self._shown[1] and had.key in (scanning.shown, self._shown[0]):
            self._shown = (first.key, scanning.number)
            self._session.open_series(self._in_catalogue(first.key))

    def _show_all(self) -> None:
        """Give the session what was open with all that the scans have found."""
        founds = [scanning.catalogue for scanning in self._running]
        whole = reduce(joined, founds, self._before)
        done = self._counted[0] + sum(found.files_done for found in founds)
        total = self._counted[1] + sum(found.files_found for found in founds)
        finished = not any(not found.finished for found in founds) and not self._queue
        listed = {series.key: n for n, series in enumerate(self._session.catalogue.series)}
        series = sorted(whole.series, key=lambda series: listed.get(series.key, len(listed)))
        self._session.set_catalogue(
            replace(whole, series=tuple(series), files_done=done, files_found=total, finished=finished)
        )

    def _in_catalogue(self, key: str) -> Series:
        return next(series for series in self._session.catalogue.series if series.key == key)

    # -- what is said -------------------------------------------------------------------------

    def _tell_loading(self) -> None:
        if not self.busy:
            self.loadingChanged.emit(None)
            return
        growing = (series for scanning in self._running for series in scanning.catalogue.series)
        names = tuple(_name(scanning.paths) for scanning in self._running)
        studies = frozenset(series.study.uid for series in growing)
        self.loadingChanged.emit(Loading(names, len(self._queue), studies))

    def _tell(self, scanning: Scanning, sentence: str) -> None:
        """Say so if a request brought nothing to look at."""
        found = scanning.catalogue
        if sentence:
            self._session.message(tr(sentence))
        elif any(series.showable for series in found.series):
            self.opened.emit(scanning.paths)
        else:
            self._session.message(_nothing(found))


def _name(paths: tuple[Path, ...]) -> str:
    first = paths[0].name or str(paths[0])
    return first if len(paths) == 1 else tr("{} and {} more").format(first, len(paths) - 1)


def _nothing(found: Catalogue) -> str:
    """Return why there is nothing to look at."""
    if found.series:
        return tr("There are no images in what was opened, only other DICOM objects.")
    if len(found.unreadable) == 1:
        only = found.unreadable[0]
        return tr("{} could not be opened: {}").format(only.source.path.name, tr(only.reason))
    return tr("No DICOM images were found there; drop DICOM files, their folder, or a ZIP archive of them.")


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
        before.first or found.first,
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
