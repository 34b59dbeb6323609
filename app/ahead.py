"""Makes slices ready before a cell asks for them."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.cell import CellState
from app.frame_cache import Key
from app.lane import Lane
from app.workshop import Read, Workshop, warmed
from core.dicom.study import FrameRef
from core.frame import Frame
from core.pipeline import Pipeline
from core.recipe import Recipe
from core.stop import Stop

AHEAD = 3
"""Slices made ready in the scrolling direction."""


class Ahead(QObject):
    """Decodes and enhances what will soon be wanted, one slice after another."""

    ended = Signal()
    """A slice has been made ready, or cannot be."""

    def __init__(self, cell: CellState, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self._pipeline = workshop.pipeline
        self._cache = workshop.cache
        self._read = workshop.volumes.read
        self._last_index = 0
        self._step = 1
        self._expected: tuple[int, ...] = ()
        self._failed: set[Key] = set()
        self._lane = Lane("ahead", self, pool=workshop.ahead)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Whether a slice is being made ready."""
        return self._lane.busy

    def close(self) -> None:
        """Stop for good."""
        self._lane.close()

    def cancel(self) -> None:
        """Leave the machine to what the user waits for."""
        self._lane.cancel()

    def turn(self, index: int) -> None:
        """Follow the direction in which the cell comes to slice `index`."""
        if index != self._last_index:
            self._step = 1 if index > self._last_index else -1
        self._last_index = index

    def expect(self, indices: tuple[int, ...]) -> None:
        """Make these slices ready instead of the next in the scrolling direction; () for those again."""
        self._expected = indices

    def go_on(self) -> None:
        """Make the next slice ready that is not."""
        ref, recipe = next((r for r in self._next_refs() if not self._at_hand(r)), None), self._recipe()
        if ref is None:
            return
        subject = ref.key, recipe.with_strength(1.0) if recipe.steps else recipe
        if self._lane.subject != subject:
            frame = self._cache.get(ref.key)
            self._lane.submit(subject, partial(_prepare, self._read, ref, frame, self._pipeline, recipe))

    def ready(self, index: int) -> bool:
        """Whether a slice could be shown at once as the cell wants it, or never can be."""
        series = self._cell.series
        ref = series.frames[index] if series is not None else None
        return ref is not None and (ref.key in self._failed or self._at_hand(ref))

    def _next_refs(self) -> tuple[FrameRef, ...]:
        series, index = self._cell.series, self._cell.index
        if series is None:
            return ()
        wanted = self._expected or tuple(index + self._step * n for n in range(1, AHEAD + 1))
        refs = (series.frames[i] for i in wanted if 0 <= i < len(series.frames))
        return tuple(ref for ref in refs if ref.key not in self._failed)

    def _at_hand(self, ref: FrameRef) -> bool:
        frame, recipe = self._cache.get(ref.key), self._recipe()
        if frame is None:
            return False
        return not recipe.steps or self._pipeline.recall(frame, recipe) is not None

    def _recipe(self) -> Recipe:
        series = self._cell.series
        return self._cell.active_recipe if series is not None and series.enhanceable else Recipe()

    def _on_done(self, _subject: tuple[Key, Recipe], frame: Frame) -> None:
        self._cache.put(frame)
        self.ended.emit()

    def _on_failed(self, subject: tuple[Key, Recipe], _sentence: str) -> None:
        # The user hears of it when that slice is asked for.
        self._failed.add(subject[0])
        self.ended.emit()


def _prepare(  # noqa: PLR0917
    read: Read, ref: FrameRef, frame: Frame | None, pipeline: Pipeline, recipe: Recipe, stop: Stop
) -> Frame:
    frame = frame or warmed(read(ref))
    stop.check()
    if recipe.steps:
        pipeline.run(frame, recipe, stop)
    return frame
