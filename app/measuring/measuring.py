"""Puts measuring onto the views of the window."""

from PySide6.QtCore import QObject

from app.feed import Feed
from app.grid import Grid
from app.jobs import Jobs
from app.measuring.layer import MeasuringLayer
from app.measuring.numbers import Numbers
from app.measuring.reports import Reports
from app.measuring.saving import Saving
from app.measuring.tools import KINDS
from app.measuring.unsaved import UnsavedBar
from app.session import Session
from app.settings import Settings
from app.state import Tool
from app.viewport import Viewport


class Measuring(QObject):
    """A layer over each view, and the figures of each cell's slice; the views know of neither."""

    def __init__(self, session: Session, feed: Feed, settings: Settings, grid: Grid, jobs: Jobs) -> None:
        super().__init__(grid)
        self._session, self._settings = session, settings
        self.saving = Saving(session, feed, jobs, settings, grid)
        self.unsaved = UnsavedBar(session.measurements, self.saving, grid)
        grid.add_strip(self.unsaved)
        self.reports = Reports(session, self)
        self.numbers = tuple(Numbers(session.measurements, each, self) for each in feed.feeds)
        """In the order of the cells."""
        self.layers = tuple(self.cover(view, n) for n, cell in enumerate(grid.cells) for view in cell.views)

    def cover(self, view: Viewport, number: int) -> MeasuringLayer:
        """Lay measuring over a view of a cell."""
        draws_once = self._draws_once
        return MeasuringLayer(view.box, view, self._session, self.numbers[number], draws_once)

    def _draws_once(self) -> bool:
        return self._settings.draws_once

    @property
    def busy(self) -> bool:
        """Whether something is being drawn or is about to be, or is asked about."""
        return self.unsaved.isVisible() or self._session.measurements.busy or self._session.tool in KINDS

    def cancel(self) -> None:
        """Give up what is asked or being drawn; if nothing is, put the measuring tool away."""
        if self.unsaved.isVisible():
            self.unsaved.give_up()
        elif self._session.measurements.busy:
            self._session.measurements.cancel()
        else:
            self._session.set_tool(Tool.WINDOW)

    def close(self) -> None:
        """Stop all work and wait for it."""
        self.reports.close()
        for numbers in self.numbers:
            numbers.close()
