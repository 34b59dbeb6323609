"""The feeds of all cells, and the active one's as panels and actions know it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.cell import CellState
from app.cell_feed import CellFeed
from app.session import Session
from app.workshop import Workshop
from core.frame import Frame
from core.pipeline import Enhanced, Pipeline


class Feed(QObject):
    """Speaks for the active cell: its slice, its enhanced version, and signals about either.

    The cells share frames, threads and the pipeline; while one of them works on what the user waits for, none
    looks ahead.
    """

    frameChanged = Signal(object)
    """Frame | None: the slice to show."""
    enhancedChanged = Signal(object)
    """Enhanced | None: its enhanced version; None while there is none or it is off."""
    busyChanged = Signal(bool)
    """Whether an enhancement is running."""

    def __init__(self, session: Session, pipeline: Pipeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.pipeline = pipeline
        self._workshop = Workshop(pipeline, session.message)
        self.volumes = pipeline.sections = self._workshop.volumes
        self.feeds = tuple(CellFeed(cell, self._workshop, self) for cell in session.cells)
        """In the order of the session's cells."""
        for feed in self.feeds:
            self._connect(feed)
        session.cells.activeChanged.connect(self._on_active)

    def _connect(self, feed: CellFeed) -> None:
        feed.frameChanged.connect(partial(self._repeat, feed, self.frameChanged))
        feed.enhancedChanged.connect(partial(self._repeat, feed, self.enhancedChanged))
        feed.busyChanged.connect(partial(self._repeat, feed, self.busyChanged))
        feed.asked.connect(partial(self._on_asked, feed))
        feed.rested.connect(partial(self._on_rested, feed))

    @property
    def active(self) -> CellFeed:
        """The active cell's feed."""
        return self.feeds[self.session.cells.active.number]

    @property
    def frame(self) -> Frame | None:
        """The slice to show."""
        return self.active.frame

    @property
    def enhanced(self) -> Enhanced | None:
        """Its enhanced version, if there is one."""
        return self.active.enhanced

    @property
    def problem(self) -> str:
        """Why the current slice cannot be shown, "" if it can."""
        return self.active.problem

    @property
    def busy(self) -> bool:
        """Whether an enhancement is running in any cell."""
        return any(feed.busy for feed in self.feeds)

    @property
    def idle(self) -> bool:
        """Whether nothing is decoded, enhanced or made ready."""
        return all(feed.idle for feed in self.feeds)

    def cancel(self) -> None:
        """Stop running enhancements."""
        for feed in self.feeds:
            feed.cancel()

    def close(self) -> None:
        """Stop all work and wait for it."""
        for feed in self.feeds:
            feed.close()
        self._workshop.close()

    def _repeat(self, feed: CellFeed, signal: SignalInstance, value: object) -> None:
        """Say what the active cell's feed has said."""
        if feed is self.active:
            signal.emit(value)

    def _on_active(self, _cell: CellState) -> None:
        self.frameChanged.emit(self.frame)
        self.enhancedChanged.emit(self.enhanced)
        self.busyChanged.emit(self.active.busy)

    def _on_asked(self, asking: CellFeed) -> None:
        for feed in self.feeds:
            if feed is not asking:
                feed.stop_looking_ahead()

    def _on_rested(self, rested: CellFeed) -> None:
        for feed in self.feeds:
            if feed is not rested and not any(other.urgent for other in self.feeds):
                feed.look_ahead()
