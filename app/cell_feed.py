"""Brings the frame and the enhanced image of one cell's current slice."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.ahead import Ahead
from app.cell import CellState
from app.frame_cache import Key
from app.held_window import HeldWindow
from app.lane import Lane
from app.rival import Rival
from app.workshop import Read, Workshop, warmed
from core.dicom.study import FrameRef, Series
from core.frame import Frame
from core.pipeline import Enhanced, Pipeline
from core.recipe import Recipe
from core.stop import Stop
from core.window import Window


class CellFeed(QObject):
    """Decodes and enhances what a cell points at; signals arrive in the GUI thread.

    One lane decodes, one enhances, and one looks ahead once both are idle, in all cells. While the user
    scrolls faster than slices decode, those that arrive are shown in passing. A hidden cell does nothing.
    """

    frameChanged = Signal(object)
    """Frame | None: the slice to show."""
    enhancedChanged = Signal(object)
    """Enhanced | None: its enhanced version; None while there is none or it is off."""
    busyChanged = Signal(bool)
    """Whether an enhancement is running."""
    asked = Signal()
    """Something is decoded or enhanced that the user waits for."""
    rested = Signal()
    """All that could be made ready is."""

    def __init__(self, cell: CellState, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cell = cell
        self.pipeline = workshop.pipeline
        self._tell = workshop.tell
        self.frame: Frame | None = None
        self.enhanced: Enhanced | None = None
        self.problem = ""
        """Why the current slice cannot be shown, "" if it can."""
        self._cache = workshop.cache
        self._read = workshop.volumes.read
        self._told = ""
        self._decoding = Lane("decode", self, stops_overtaken=False, pool=workshop.decoding)
        self._enhancing = Lane("enhance", self, pool=workshop.enhancing)
        self.ahead = Ahead(cell, workshop, self)
        self._connect()
        self._window = HeldWindow(cell, workshop, self)
        self.frameChanged.connect(self._window.show_frame)
        self.rival = Rival(cell, workshop, self)
        """What is compared with instead of the original."""

    def _connect(self) -> None:
        self._decoding.done.connect(self._on_frame)
        self._decoding.failed.connect(self._on_decode_failed)
        self._enhancing.done.connect(self._on_enhanced)
        self._enhancing.failed.connect(self._on_enhance_failed)
        self._enhancing.busyChanged.connect(self.busyChanged)
        self.ahead.ended.connect(self._on_ahead)
        self.cell.seriesChanged.connect(self._on_slice_changed)
        self.cell.indexChanged.connect(self._on_slice_changed)
        self.cell.shownChanged.connect(self._on_shown)
        self.cell.recipeChanged.connect(self._on_recipe_changed)
        self.cell.enabledChanged.connect(self._on_recipe_changed)

    @property
    def base_window(self) -> Window | None:
        """The window that the series begins with, its file's or its middle slice's; None without one."""
        return self._window.base or (self.frame.default_window if self.frame is not None else None)

    @property
    def busy(self) -> bool:
        """Whether an enhancement is running."""
        return self._enhancing.busy

    @property
    def urgent(self) -> bool:
        """Whether the user waits for something."""
        return self._decoding.busy or self._enhancing.busy

    @property
    def idle(self) -> bool:
        """Whether nothing is decoded, enhanced or made ready."""
        return not (self.urgent or self.ahead.busy or self._window.busy or self.rival.busy)

    def close(self) -> None:
        """Stop all work."""
        for work in (self._decoding, self._enhancing, self.ahead, self._window, self.rival):
            work.close()

    def stop_looking_ahead(self) -> None:
        """Leave the machine to a cell whose user waits."""
        self.ahead.cancel()

    def cancel(self) -> None:
        """Stop a running enhancement."""
        self._enhancing.cancel()
        self.ahead.cancel()

    def _on_shown(self, shown: bool) -> None:
        if shown:
            self._on_slice_changed()
            self._on_recipe_changed()
        else:
            for lane in (self._decoding, self._enhancing, self.ahead):
                lane.cancel()

    def _current(self) -> FrameRef | None:
        series = self.cell.series
        if series is None or not series.frames:
            return None
        return series.frames[min(self.cell.index, len(series.frames) - 1)]

    # -- the slice ----------------------------------------------------------------------------

    def _on_slice_changed(self) -> None:
        ref, index = self._current(), self.cell.index
        self.ahead.turn(index)
        if ref is None:
            self._show(None)
        elif not self.cell.shown:
            return
        elif self.frame is not None and self.frame.key == ref.key:
            self.look_ahead()
        elif (frame := self._cache.get(ref.key)) is not None:
            self._show(frame)
        elif self._decoding.subject == ref.key:
            self._decoding.forget()
        else:
            self._decoding.submit(ref.key, partial(_decode, self._read, ref))
            self.asked.emit()

    def _on_frame(self, key: Key, frame: Frame) -> None:
        self._cache.put(frame)
        ref = self._current()
        if ref is not None and ref.key == key:
            self._show(frame)
        elif self._in_passing(key):
            self._set_frame(frame)

    def _in_passing(self, key: Key) -> bool:
        """Whether a late slice is nearer to the one asked for than what is on screen."""
        place = self._distance(key)
        on_screen = None if self.frame is None else self._distance(self.frame.key)
        return place is not None and (on_screen is None or place < on_screen)

    def _distance(self, key: Key) -> int | None:
        """How many slices lie between a frame and the one asked for; None if it is of another series."""
        series = self.cell.series
        refs = series.frames if series is not None else ()
        at = next((n for n, ref in enumerate(refs) if ref.key == key), None)
        return None if at is None else abs(at - self.cell.index)

    def _on_decode_failed(self, key: Key, sentence: str) -> None:
        ref = self._current()
        if ref is not None and ref.key == key:
            self._show(None, sentence)
            self._tell(sentence)

    def _show(self, frame: Frame | None, problem: str = "") -> None:
        self._set_frame(frame, problem)
        self._enhance()
        self.look_ahead()

    def _set_frame(self, frame: Frame | None, problem: str = "") -> None:
        self.frame, self.enhanced, self.problem = frame, None, problem
        recipe = self.cell.active_recipe
        if frame is not None and recipe.steps:
            self.enhanced = self.pipeline.recall(frame, recipe)
        self.rival.follow(frame)
        self.frameChanged.emit(frame)
        self.enhancedChanged.emit(self.enhanced)
        self.rival.show()

    # -- its enhanced version -----------------------------------------------------------------

    def _on_recipe_changed(self) -> None:
        self._told = ""
        if self.enhanced is not None and not self.cell.active_recipe.steps:
            self._set_enhanced(None)
        self._enhance()
        self.look_ahead()

    def _enhance(self) -> None:
        recipe, frame, series = self.cell.active_recipe, self.frame, self.cell.series
        if frame is None or series is None or not recipe.steps or not self.cell.shown:
            self._enhancing.cancel()
        elif not series.enhanceable:
            self._enhancing.cancel()
            self._say_why_not(series)
        elif self.enhanced is not None and self.enhanced.recipe == recipe:
            self._enhancing.forget()
        elif (held := self._held(frame, recipe)) is not None:
            self._enhancing.forget()
            self._set_enhanced(held)
        else:
            self._enhancing.submit(frame.key, partial(_apply, self.pipeline, frame, recipe))
            self.asked.emit()

    def _say_why_not(self, series: Series) -> None:
        """Tell once, not at every slice."""
        if series.key != self._told:
            self._told = series.key
            self._tell(series.reason)

    def _held(self, frame: Frame, recipe: Recipe) -> Enhanced | None:
        blended = self.enhanced.reblended(recipe) if self.enhanced is not None else None
        return blended or self.pipeline.recall(frame, recipe)

    def _on_enhanced(self, key: Key, enhanced: Enhanced) -> None:
        recipe = self.cell.active_recipe
        if self.frame is None or self.frame.key != key or not recipe.steps:
            return
        if self.enhanced is not None and self.enhanced.recipe == recipe:
            return  # it was at hand while this older request still ran
        self._set_enhanced(enhanced.reblended(recipe) or enhanced)
        self.look_ahead()

    def _set_enhanced(self, enhanced: Enhanced | None) -> None:
        self.enhanced = enhanced
        self.enhancedChanged.emit(enhanced)

    def _on_enhance_failed(self, key: Key, sentence: str) -> None:
        if self.frame is not None and self.frame.key == key:
            self._set_enhanced(None)
            self._tell(sentence)

    def try_again(self) -> None:
        """Enhance what could not be before: the volume that it is cut from has been enhanced since."""
        self._enhance()
        self.look_ahead()

    # -- what comes next ----------------------------------------------------------------------

    def look_ahead(self) -> None:
        """Make the next slices ready, after everything that was asked for."""
        if self.urgent or not self.cell.shown:
            self.ahead.cancel()
        else:
            self.ahead.go_on()

    def expect(self, indices: tuple[int, ...]) -> None:
        """Make these slices ready instead of the next in the scrolling direction; () for those again."""
        self.ahead.expect(indices)
        self.look_ahead()

    def _on_ahead(self) -> None:
        self.look_ahead()
        if self.idle:
            self.rested.emit()


def _decode(read: Read, ref: FrameRef, _stop: Stop) -> Frame:
    return warmed(read(ref))


def _apply(pipeline: Pipeline, frame: Frame, recipe: Recipe, stop: Stop) -> Enhanced:
    return pipeline.run(frame, recipe, stop)
