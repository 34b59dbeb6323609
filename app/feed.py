"""Brings the frame and the enhanced image of the session's current slice."""

from collections import OrderedDict
from functools import partial

from core.dicom.decode import read_frame
from core.pipeline import Enhanced, Pipeline
from PySide6.QtCore import QObject, Signal

from app.lane import Lane
from app.session import Session
from core.dicom.study import FrameRef
from core.frame import Frame
from core.recipe import Recipe
from core.stop import Stop

PREFETCH = 3
CACHE_BYTES = 512 << 20


class FrameCache:
    """Decoded frames, the least recently used dropped beyond a number of bytes."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._bytes = 0
        self._frames: OrderedDict[tuple[str, int], Frame] = OrderedDict()

    def get(self, key: tuple[str, int]) -> Frame | None:
        """Return the frame if it is held."""
        frame = self._frames.get(key)
        if frame is not None:
            self._frames.move_to_end(key)
        return frame

    def put(self, frame: Frame) -> None:
        """Hold `frame` and drop what no longer fits."""
        if frame.key not in self._frames:
            self._bytes += _cost(frame)
        self._frames[frame.key] = frame
        while self._bytes > self._limit and len(self._frames) > 1:
            self._bytes -= _cost(self._frames.popitem(last=False)[1])


def _cost(frame: Frame) -> int:
    return frame.stored.nbytes + 4 * frame.shape[0] * frame.shape[1]


class Feed(QObject):
    """Decodes and enhances what the session points at; signals arrive in the GUI thread."""

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
        self.frame: Frame | None = None
        self.enhanced: Enhanced | None = None
        self._cache = FrameCache()
        self._last_index = 0
        self._decoding = Lane("decode", self)
        self._prefetching = Lane("prefetch", self)
        self._enhancing = Lane("enhance", self)
        self._decoding.done.connect(self._on_frame)
        self._decoding.failed.connect(self._on_decode_failed)
        self._prefetching.done.connect(self._on_prefetched)
        self._enhancing.done.connect(self._on_enhanced)
        self._enhancing.failed.connect(self._on_enhance_failed)
        self._enhancing.busyChanged.connect(self.busyChanged)
        session.seriesChanged.connect(self._on_slice_changed)
        session.indexChanged.connect(self._on_slice_changed)
        session.recipeChanged.connect(self._on_recipe_changed)
        session.enabledChanged.connect(self._on_recipe_changed)

    def close(self) -> None:
        """Stop all work and wait for it."""
        for lane in (self._decoding, self._prefetching, self._enhancing):
            lane.close()

    def cancel(self) -> None:
        """Stop a running enhancement."""
        self._enhancing.cancel()

    def _current(self) -> FrameRef | None:
        series = self.session.series
        if series is None or not series.frames:
            return None
        return series.frames[min(self.session.index, len(series.frames) - 1)]

    def _on_slice_changed(self) -> None:
        ref = self._current()
        if ref is None:
            self._show(None)
        elif self.frame is not None and self.frame.key == ref.key:
            return
        elif (frame := self._cache.get(ref.key)) is not None:
            self._show(frame)
        else:
            self._decoding.submit(ref.key, partial(_decode, ref))

    def _on_frame(self, key: tuple[str, int], frame: Frame) -> None:
        self._cache.put(frame)
        ref = self._current()
        if ref is not None and ref.key == key:
            self._show(frame)

    def _on_decode_failed(self, key: tuple[str, int], sentence: str) -> None:
        self.session.message(sentence)
        ref = self._current()
        if ref is not None and ref.key == key:
            self._show(None)

    def _show(self, frame: Frame | None) -> None:
        self.frame = frame
        self.enhanced = None
        self.frameChanged.emit(frame)
        self.enhancedChanged.emit(None)
        self._enhance()
        self._prefetch()

    def _on_recipe_changed(self) -> None:
        if self.enhanced is not None and not self.session.active_recipe.steps:
            self.enhanced = None
            self.enhancedChanged.emit(None)
        self._enhance()

    def _enhance(self) -> None:
        recipe, frame, series = self.session.active_recipe, self.frame, self.session.series
        if frame is None or series is None or not recipe.steps:
            self._enhancing.cancel()
            return
        if not series.enhanceable:
            self.session.message(series.reason)
            return
        if self.enhanced is not None and (blended := self.enhanced.reblended(recipe)) is not None:
            self._set_enhanced(blended)
            return
        self._enhancing.submit(frame.key, partial(_apply, self.pipeline, frame, recipe))

    def _on_enhanced(self, key: tuple[str, int], enhanced: Enhanced) -> None:
        recipe = self.session.active_recipe
        if self.frame is None or self.frame.key != key or not recipe.steps:
            return
        self._set_enhanced(enhanced.reblended(recipe) or enhanced)

    def _set_enhanced(self, enhanced: Enhanced) -> None:
        self.enhanced = enhanced
        self.enhancedChanged.emit(enhanced)

    def _on_enhance_failed(self, _key: tuple[str, int], sentence: str) -> None:
        self.session.message(sentence)

    def _prefetch(self) -> None:
        """Decode the next slices in the scrolling direction, after what was asked for."""
        series, index = self.session.series, self.session.index
        if series is None:
            return
        step = 1 if index >= self._last_index else -1
        self._last_index = index
        wanted = [index + step * n for n in range(1, PREFETCH + 1)]
        refs = [series.frames[i] for i in wanted if 0 <= i < len(series.frames)]
        missing = tuple(r for r in refs if self._cache.get(r.key) is None)
        if missing:
            self._prefetching.submit(missing[0].key, partial(_decode_all, missing))

    def _on_prefetched(self, _key: tuple[str, int], frames: tuple[Frame, ...]) -> None:
        for frame in frames:
            self._cache.put(frame)


def _decode(ref: FrameRef, _stop: Stop) -> Frame:
    return read_frame(ref)


def _decode_all(refs: tuple[FrameRef, ...], stop: Stop) -> tuple[Frame, ...]:
    frames = []
    for ref in refs:
        stop.check()
        frames.append(read_frame(ref))
    return tuple(frames)


def _apply(pipeline: Pipeline, frame: Frame, recipe: Recipe, stop: Stop) -> Enhanced:
    return pipeline.run(frame, recipe, stop)
