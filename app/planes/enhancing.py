"""Enhances the slices that planes are cut from."""

import time
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.cell import CellState
from app.feed import Feed
from app.jobs import Jobs, Report
from app.language import tr
from app.planes.volumes import Volumes
from app.session import Session
from core.enhanced_volume import EnhancedVolume, enhance
from core.export import Progress
from core.pipeline import Pipeline
from core.recipe import Recipe
from core.stop import Stop
from core.volume import Volume

_WAIT_MS = 400
"""A slider may still move."""


class PlanesEnhancing(QObject):
    """Keeps method and switch the same in all planes, and runs the recipe over the volume in a job.

    If the job is cancelled or fails, enhancing is switched off: the planes show what they say they show.
    """

    def __init__(self, session: Session, feed: Feed, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._feed, self._jobs = session, feed, jobs
        self._volumes: Volumes = feed.volumes
        self._begun = False
        self._joining = False
        self._asked: Recipe | None = None
        """What the running job makes."""
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._start)
        jobs.finished.connect(self._on_finished)
        for cell in session.cells:
            for signal in (cell.recipeChanged, cell.enabledChanged):
                signal.connect(partial(self._on_method, cell))

    def begin(self) -> None:
        """Follow the cells from now on."""
        self._begun = True
        self._start()

    def end(self) -> None:
        """Follow them no more; what runs is stopped."""
        self._begun = False
        self._timer.stop()
        if self._asked is not None:
            self._jobs.cancel()

    def _on_method(self, cell: CellState, _value: object) -> None:
        """Do in all planes what was chosen in one."""
        if not self._begun or self._joining:
            return
        self._joining = True
        for other in self._session.cells:
            other.set_method(cell.recipe, cell.enabled)
        self._joining = False
        if self._asked is not None and not _same(self._asked, cell.active_recipe):
            self._jobs.cancel()
        self._timer.start()

    @property
    def _wanted(self) -> Recipe | None:
        """What is to be made; None if nothing is, or if it is there."""
        recipe, series = self._session.active_recipe, self._session.series
        if not self._begun or series is None or not series.enhanceable:
            return None
        return None if not recipe.steps or self._volumes.has(recipe) else recipe

    def _start(self) -> None:
        recipe, volume = self._wanted, self._volumes.volume
        if recipe is None or volume is None or self._jobs.busy:
            return
        self._asked = recipe
        work = partial(_enhance, self._volumes, volume, self._feed.pipeline, recipe)
        self._jobs.start(tr("Enhancing the volume"), work, lambda _none: "")

    def _on_finished(self) -> None:
        """Show what was made; if nothing was, do what is wanted now or switch off."""
        asked, self._asked = self._asked, None
        if not self._begun:
            return
        if asked is not None and not self._volumes.has(asked) and _same(asked, self._session.active_recipe):
            self._session.cells.active.set_method(self._session.recipe, False)
            return
        for feed in self._feed.feeds:
            feed.try_again()
        self._timer.start()


def _same(asked: Recipe, now: Recipe) -> bool:
    return bool(now.steps) and asked.with_strength(1.0) == now.with_strength(1.0)


def _enhance(  # noqa: PLR0917
    volumes: Volumes, volume: Volume, pipeline: Pipeline, recipe: Recipe, report: Report, stop: Stop
) -> None:
    start, total = time.perf_counter(), len(volume.series.frames)

    def tell(done: int) -> None:
        report(Progress(done, total, time.perf_counter() - start))

    done: EnhancedVolume = enhance(volume, pipeline, recipe, volumes.read, tell, stop)
    volumes.hold_enhanced(done)
