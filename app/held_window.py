"""One window for a series whose files name none."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.cell import CellState
from app.lane import Lane
from app.workshop import Workshop, warmed
from core.dicom.decode import read_frame
from core.dicom.study import FrameRef, Series
from core.frame import Frame
from core.stop import Stop
from core.window import Window

_SETTLED = 300
"""Milliseconds without a new slice after which a series counts as complete."""


class HeldWindow(QObject):
    """Keeps the window of the middle slice, so that brightness stays while the user scrolls.

    The ends of a stack often hold nothing but air, so it is never theirs. Once a scan has stopped adding
    slices the window is taken anew, from the middle as it is then; what the user has chosen stays.
    """

    def __init__(self, cell: CellState, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self._cache = workshop.cache
        self._held: Window | None = None
        self.base: Window | None = None
        """The middle slice's; None where the files name one, or nothing has come yet."""
        self._key = ""
        self._frame: Frame | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED)
        self._settled.timeout.connect(self._hold)
        self._lane = Lane("window", self, pool=workshop.decoding)
        self._lane.done.connect(self._on_middle)
        self._lane.failed.connect(self._on_failed)
        cell.seriesChanged.connect(self._on_series)
        cell.windowChanged.connect(self._on_window)

    @property
    def busy(self) -> bool:
        """Whether the middle slice is being read, or is soon to be."""
        return self._lane.busy or self._settled.isActive()

    def close(self) -> None:
        """Stop."""
        self._settled.stop()
        self._lane.close()

    def show_frame(self, frame: Frame | None) -> None:
        """Hold a window for the series of `frame`, the slice on screen, if its file names none."""
        self._frame = frame
        if self._cell.window is None:
            self._hold()

    def _on_series(self, series: Series | None) -> None:
        key = series.key if series is not None else ""
        if key != self._key:
            self._key, self._held, self.base, self._frame = key, None, None, None
        elif self._held is not None:
            self._settled.start()

    def _on_window(self, window: Window | None) -> None:
        if window != self._held:
            self._held = None
            self._settled.stop()

    def _hold(self) -> None:
        series, frame = self._cell.series, self._frame
        if series is None or frame is None or frame.is_colour or frame.windows or frame.voi_luts:
            return
        if self._cell.window != self._held:
            return
        middle = series.frames[len(series.frames) // 2]
        held = frame if frame.key == middle.key else self._cache.get(middle.key)
        if held is not None:
            self._on_middle(series.key, held)
        else:
            self._lane.submit(series.key, partial(_read, middle))

    def _on_middle(self, key: str, frame: Frame) -> None:
        if key == self._key and self._cell.window == self._held and not frame.is_colour:
            self._cache.put(frame)
            self._held = self.base = frame.default_window
            self._cell.take_window(self._held)

    def _on_failed(self, key: str, _sentence: str) -> None:
        """Hold what is on screen; that the middle slice cannot be read is told once it is asked for."""
        if key == self._key and self._frame is not None:
            self._on_middle(key, self._frame)


def _read(ref: FrameRef, _stop: Stop) -> Frame:
    return warmed(read_frame(ref))
