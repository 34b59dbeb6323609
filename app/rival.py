"""The result of another recipe, pinned to compare with instead of the original."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.cell import CellState
from app.lane import Lane
from app.state import Compare
from app.workshop import Workshop
from core.frame import Frame
from core.pipeline import Enhanced, Pipeline
from core.recipe import Recipe
from core.stop import Stop


class Rival(QObject):
    """Makes the pinned recipe's version of what a cell shows, while the cell compares."""

    changed = Signal(object)
    """Enhanced | None"""

    def __init__(self, cell: CellState, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self._pipeline = workshop.pipeline
        self._frame: Frame | None = None
        self.enhanced: Enhanced | None = None
        self._lane = Lane("rival", self, pool=workshop.enhancing)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(lambda _key, sentence: workshop.tell(sentence))
        cell.rivalChanged.connect(self._refresh)
        cell.compareChanged.connect(self._refresh)
        cell.shownChanged.connect(self._refresh)

    @property
    def busy(self) -> bool:
        """Whether it is being made."""
        return self._lane.busy

    def close(self) -> None:
        """Stop."""
        self._lane.close()

    def follow(self, frame: Frame | None) -> None:
        """Hold what there is of another slice, before anybody hears of that slice."""
        self._frame = frame
        self.enhanced = self._at_hand()

    def show(self) -> None:
        """Tell what there is of the slice that everybody has heard of, and make it where there is nothing."""
        self.changed.emit(self.enhanced)
        self._make()

    def _refresh(self) -> None:
        self._set(self._at_hand())
        self._make()

    @property
    def _wanted(self) -> Recipe | None:
        """What is to be made; None if nobody looks at it."""
        series = self._cell.series
        looked_at = self._cell.shown and self._cell.compare is not Compare.SINGLE
        return self._cell.rival if looked_at and series is not None and series.enhanceable else None

    def _at_hand(self) -> Enhanced | None:
        frame, recipe = self._frame, self._wanted
        return None if frame is None or recipe is None else self._pipeline.recall(frame, recipe)

    def _make(self) -> None:
        frame, recipe = self._frame, self._wanted
        if frame is None or recipe is None:
            self._lane.cancel()
        elif self.enhanced is None:
            self._lane.submit((frame.key, recipe), partial(_apply, self._pipeline, frame, recipe))
        else:
            self._lane.forget()

    def _on_done(self, subject: tuple[tuple[str, int], Recipe], enhanced: Enhanced) -> None:
        if self._frame is not None and subject == (self._frame.key, self._cell.rival):
            self._set(enhanced)

    def _set(self, enhanced: Enhanced | None) -> None:
        if enhanced is not self.enhanced:
            self.enhanced = enhanced
            self.changed.emit(enhanced)


def _apply(pipeline: Pipeline, frame: Frame, recipe: Recipe, stop: Stop) -> Enhanced:
    return pipeline.run(frame, recipe, stop)
