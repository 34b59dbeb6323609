"""Plays the slices of the active cell, and counts what was really seen."""

from collections import deque
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from app.ahead import AHEAD
from app.cell import CellState
from app.feed import Feed
from app.session import Session
from core.dicom.cine import frame_rate, sweeps

DEFAULT_RATE = 15.0
RATES = 1.0, 60.0
"""Slices a second."""
_WAIT_MS = 8
"""Between two looks at whether a slice is ready."""
_MEASURED = 2.0
"""Seconds over which the reached rate is taken."""


class Cine(QObject):
    """Goes on as soon as a slice is due and ready; slices are skipped only to keep time, and are counted.

    A slice counts as ready once it is decoded and, where enhancing is on, enhanced, so that original and
    enhanced never flicker; and as seen once it was painted.
    """

    changed = Signal()
    """Playing, rate or way has changed."""
    counted = Signal()
    """The figures have changed."""

    def __init__(self, session: Session, feed: Feed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._feed = session, feed
        self._cell: CellState | None = None
        self._series_key = ""
        self._rates: dict[str, float] = {}
        self._sweeping: dict[str, bool] = {}
        self._forwards = True
        self._moving = self._seen = False
        self._due = 0.0
        self._times: deque[float] = deque()
        self.skipped = 0
        """Slices that were due and never painted, since it began."""
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        for cell in session.cells:
            cell.scrolled.connect(self._on_scrolled)
        session.seriesChanged.connect(self._on_series)

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._cell is not None

    @property
    def rate(self) -> float:
        """Slices a second that are wanted: the user's, the file's, or 15."""
        frame = self._feed.frame
        own = frame_rate(frame.header) if frame is not None else None
        return self._rates.get(self._key, max(RATES[0], min(own or DEFAULT_RATE, RATES[1])))

    @property
    def sweeping(self) -> bool:
        """Whether it goes back and forth instead of beginning again."""
        frame = self._feed.frame
        return self._sweeping.get(self._key, frame is not None and sweeps(frame.header))

    @property
    def reached(self) -> float:
        """Slices a second that were painted lately."""
        if len(self._times) < 2:
            return 0.0
        return (len(self._times) - 1) / max(self._times[-1] - self._times[0], 1e-3)

    @property
    def _key(self) -> str:
        series = self._session.series
        return series.key if series is not None else ""

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Play the active cell from where it is."""
        series = self._session.series
        if series is None or len(series.frames) < 2:
            return
        self._cell, self._forwards, self._seen = self._session.cells.active, True, True
        self._series_key = series.key
        self.skipped, self._due = 0, 0.0
        self._times.clear()
        self._clock.start()
        self._expect()
        self._timer.start(0)
        self.changed.emit()

    def stop(self) -> None:
        """Pause."""
        if self._cell is not None:
            self._feed.feeds[self._cell.number].expect(())
            self._cell = None
            self._timer.stop()
            self.changed.emit()

    def set_rate(self, rate: float) -> None:
        """Play so many slices of this series a second."""
        self._rates[self._key] = max(RATES[0], min(rate, RATES[1]))
        self._times.clear()
        self.changed.emit()

    def set_sweeping(self, sweeping: bool) -> None:
        """Go back and forth, or begin again."""
        self._sweeping[self._key] = sweeping
        self.changed.emit()

    def painted(self, cell: CellState, key: tuple[str, int]) -> None:
        """Take note that a slice was painted in a cell."""
        if cell is not self._cell or self._seen or key != self._key_at(cell.index):
            return
        self._seen = True
        now = self._clock.elapsed() / 1000
        self._times.append(now)
        while self._times[0] < now - _MEASURED:
            self._times.popleft()

    def _key_at(self, index: int) -> tuple[str, int] | None:
        frames = self._cell.series.frames if self._cell is not None and self._cell.series is not None else ()
        return frames[index].key if index < len(frames) else None

    # -- going on -----------------------------------------------------------------------------

    def _tick(self) -> None:
        cell = self._cell
        if cell is None:
            return
        now, period = self._clock.elapsed() / 1000, 1 / self.rate
        if now < self._due:
            self._timer.start(max(1, round(1000 * (self._due - now))))
            return
        steps = self._ready_steps(cell, 1 + int((now - self._due) / period))
        if steps:
            self._go(cell, steps)
            self._due = max(self._due + steps * period, now)
        else:
            self._due = now  # what was not ready is waited for, and not caught up with
        self._timer.start(_WAIT_MS if not steps else max(1, round(1000 * (self._due - now))))

    def _ready_steps(self, cell: CellState, most: int) -> int:
        """Return how many slices to go on, up to `most`: to the furthest that is ready."""
        feed = self._feed.feeds[cell.number]
        ready = [
            n for n, (index, _) in enumerate(islice(self._way(cell), most), 1) if feed.ahead.ready(index)
        ]
        if ready:
            return ready[-1]
        return int(feed.idle)  # nothing makes it ready, so it is shown as it comes

    def _way(self, cell: CellState) -> Iterator[tuple[int, bool]]:
        """Yield the slices to come, and whether each is reached forwards."""
        assert cell.series is not None
        count, index, forwards = len(cell.series.frames), cell.index, self._forwards
        while True:
            if self.sweeping and count > 1:
                forwards = index == 0 or (forwards and index < count - 1)
                index += 1 if forwards else -1
            else:
                index, forwards = (index + 1) % count, True
            yield index, forwards

    def _expect(self) -> None:
        """Let the slices to come be made ready: after the last one that is the first."""
        if self._cell is not None:
            ahead = tuple(index for index, _ in islice(self._way(self._cell), AHEAD))
            self._feed.feeds[self._cell.number].expect(ahead)

    def _go(self, cell: CellState, steps: int) -> None:
        index, self._forwards = next(islice(self._way(cell), steps - 1, None))
        self.skipped += steps - 1 + (not self._seen)
        self._seen = False
        self._moving = True
        cell.set_index(index)
        self._moving = False
        self._expect()
        self.counted.emit()

    # -- what ends it -------------------------------------------------------------------------

    def _on_scrolled(self) -> None:
        if not self._moving:
            self.stop()

    def _on_series(self) -> None:
        """Stop at another series; one that only grows goes on."""
        if self.playing and self._key != self._series_key:
            self.stop()
        self.changed.emit()
