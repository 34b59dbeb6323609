"""The volume that is cut now, and what recipes have made of it."""

import threading
from collections import OrderedDict

from core.dicom.decode import read_frame
from core.dicom.study import FrameRef, Series
from core.enhanced_volume import EnhancedVolume
from core.errors import Cancelled
from core.frame import Frame
from core.pipeline import Enhanced
from core.planes import View, cut, uid_of
from core.recipe import Recipe
from core.volume import Volume

_MOST_ENHANCED = 2
"""Recipes whose results are held: the one in force, and one to compare it with."""
_MOST_SLABS = 24
"""Enhanced slabs that are held; they take longer than a frame of the screen."""


class Volumes:
    """Cuts pictures of the one volume that is held; safe to call from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.volume: Volume | None = None
        self._views: dict[str, View] = {}
        self._cuts: dict[str, tuple[Series, View]] = {}
        self._enhanced: OrderedDict[Recipe, EnhancedVolume] = OrderedDict()
        self._slabs: OrderedDict[tuple[tuple[str, int], Recipe], Enhanced] = OrderedDict()

    def of(self, series: Series) -> Volume | None:
        """Return the volume if it is of `series` as it is now."""
        volume = self.volume
        return volume if volume is not None and volume.series.frames == series.frames else None

    def hold(self, volume: Volume | None) -> None:
        """Cut from `volume` from now on, and forget the last one."""
        with self._lock:
            self.volume = volume
            for held in (self._views, self._enhanced, self._slabs):
                held.clear()

    def hold_enhanced(self, enhanced: EnhancedVolume) -> None:
        """Cut enhanced pictures from `enhanced`, too."""
        with self._lock:
            if enhanced.volume is self.volume:
                self._enhanced[enhanced.like.recipe.with_strength(1.0)] = enhanced
                while len(self._enhanced) > _MOST_ENHANCED:
                    self._enhanced.popitem(last=False)
                self._slabs.clear()

    def add_view(self, view: View) -> None:
        """Cut pictures of `view` when they are asked for."""
        assert self.volume is not None
        uid = uid_of(self.volume, view)
        self._views[uid] = view
        self._cuts[uid] = self.volume.series, view

    def cut_as(self, uid: str) -> tuple[Series, View] | None:
        """Return what was cut, and how, into the pictures with this UID; also if it is held no more."""
        return self._cuts.get(uid)

    def forget(self) -> None:
        """Forget everything: nothing is open any more."""
        self.hold(None)
        self._cuts.clear()

    def read(self, ref: FrameRef) -> Frame:
        """Return the picture that `ref` names, or read the slice from its file."""
        volume, view = self.volume, self._views.get(ref.uid)
        if volume is None or view is None:
            return read_frame(ref)
        return cut(volume, view, ref.number)

    # -- enhanced -----------------------------------------------------------------------------

    def has(self, recipe: Recipe) -> bool:
        """Whether the volume has been enhanced by `recipe`, at whatever strength."""
        return self._find(recipe) is not None

    def _find(self, recipe: Recipe) -> EnhancedVolume | None:
        if not recipe.steps:
            return None
        with self._lock:
            found = self._enhanced.get(recipe.with_strength(1.0))
            if found is not None:
                self._enhanced.move_to_end(recipe.with_strength(1.0))
            return found

    def __contains__(self, frame: Frame) -> bool:
        """Whether `frame` was cut here."""
        return frame.uid in self._views

    def enhanced(self, frame: Frame, recipe: Recipe) -> Enhanced:
        """Return the enhanced version of a picture.

        Raises
        ------
        Cancelled
            If the volume has not been enhanced yet.
        """
        done, view = self._find(recipe), self._views.get(frame.uid)
        if done is None or view is None:
            raise Cancelled
        held = self._slab(frame, recipe)
        if held is None:
            held = done.cut(frame, view, recipe)
            if view.slab is not None:
                self._keep(held)
        return held

    def recall(self, frame: Frame, recipe: Recipe) -> Enhanced | None:
        """Return the same if it is at hand: single layers are cut at once, slabs are held."""
        view = self._views.get(frame.uid)
        if view is None or not self.has(recipe):
            return None
        return self.enhanced(frame, recipe) if view.slab is None else self._slab(frame, recipe)

    def _slab(self, frame: Frame, recipe: Recipe) -> Enhanced | None:
        with self._lock:
            held = self._slabs.get((frame.key, recipe.with_strength(1.0)))
        return None if held is None else held.reblended(recipe)

    def _keep(self, enhanced: Enhanced) -> None:
        with self._lock:
            self._slabs[enhanced.frame.key, enhanced.recipe.with_strength(1.0)] = enhanced
            while len(self._slabs) > _MOST_SLABS:
                self._slabs.popitem(last=False)
