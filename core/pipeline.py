"""A recipe applied to a frame."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, replace

import numpy as np
import scipy

from core.enhance.cnn import Cnn
from core.enhance.method import Enhancer, SliceContext
from core.enhance.network import Networks
from core.enhance.registry import METHODS, build
from core.errors import ClearsliceError
from core.frame import Frame, Image, Mask
from core.recipe import Recipe, Step
from core.stop import Stop

_CACHE_BYTES = 512 << 20


@dataclass(frozen=True, eq=False)
class Enhanced:
    """A frame's values after a recipe, ready to be blended at any strength."""

    frame: Frame
    recipe: Recipe
    base: Image
    """Input of the last step; read-only."""
    full: Image
    """Result of the last step at strength 1; read-only."""
    model: str = ""
    """Name of the network that ran, "" if none did."""
    model_digest: str = ""
    """SHA-256 of the network's file."""
    device: str = ""
    """What ran the network: "cuda" or "cpu", "" if none ran."""
    seconds: float = 0.0
    """Wall time of the computation (not of re-blending)."""

    def at(self, strength: float) -> Image:
        """Return ``base + strength · (full − base)``, without running anything."""
        return _blended(self.base, self.full, strength)

    @property
    def image(self) -> Image:
        """(rows, columns) float32 values at the recipe's own strength."""
        return self.at(self.recipe.strength)

    def reblended(self, recipe: Recipe) -> "Enhanced | None":
        """Return the same frame after `recipe` if only the last step's strength differs, else `None`."""
        same = bool(recipe.steps) and recipe.with_strength(self.recipe.strength) == self.recipe
        return replace(self, recipe=recipe) if same else None

    @property
    def keeps_units(self) -> bool:
        """Whether HU (or signal) still mean what they meant in the file."""
        return all(METHODS[step.method].keeps_units for step in self.recipe.steps)

    def label(self, strength: float) -> str:
        """Return the words that go with the picture wherever it is shown; "" if nothing was done."""
        if not self.recipe.steps:
            return ""
        head = "AI PROCESSED" if self.model else "PROCESSED"
        *before, last = self.recipe.steps
        names = [f"{self._name(step)} {_percent(step.strength)}" for step in before]
        return f"{head} · {' + '.join((*names, self._name(last)))} · strength {_percent(strength)}"

    def _name(self, step: Step) -> str:
        return self.model if step.method == Cnn.name else METHODS[step.method].label


class Pipeline:
    """Runs recipes and keeps the last results within a limit of bytes; safe to call from any thread."""

    def __init__(self, networks: Networks, cache_bytes: int = _CACHE_BYTES) -> None:
        self.networks = networks
        self._limit = cache_bytes
        self._done: OrderedDict[tuple[tuple[str, int], Recipe], Enhanced] = OrderedDict()
        self._lock = threading.Lock()

    def run(self, frame: Frame, recipe: Recipe, stop: Stop) -> Enhanced:
        """Apply `recipe` to `frame`.

        Raises
        ------
        ClearsliceError
            If the frame cannot be enhanced or a step does not fit it.
        Cancelled
            If `stop` was set.
        """
        key = frame.key, recipe.with_strength(1.0) if recipe.steps else recipe
        done = self._recall(key)
        if done is None:
            done = self._compute(frame, recipe, stop)
            self._keep(key, done)
        return replace(done, frame=frame, recipe=recipe)

    def recall(self, frame: Frame, recipe: Recipe) -> Enhanced | None:
        """Return what `run` would, if it is held and nothing has to be computed."""
        done = self._recall((frame.key, recipe.with_strength(1.0))) if recipe.steps else None
        return None if done is None else replace(done, frame=frame, recipe=recipe)

    def _compute(self, frame: Frame, recipe: Recipe, stop: Stop) -> Enhanced:
        _check(frame)
        start = time.perf_counter()
        base = full = frame.values
        strength, context, model = 0.0, slice_context(frame), ""
        for step in recipe.steps:
            enhancer = build(step, self.networks)
            base = _blended(base, full, strength)
            full = apply(enhancer, base, context, stop)
            strength = step.strength
            if not enhancer.keeps_units:
                context = replace(context, units="")
            if isinstance(enhancer, Cnn):
                model = enhancer.resolved(frame.modality)
        for image in (base, full):
            image.setflags(write=False)
        seconds = time.perf_counter() - start
        if not model:
            return Enhanced(frame, recipe, base, full, seconds=seconds)
        device = self.networks.status.device
        return Enhanced(frame, recipe, base, full, model, self.networks.digest(model), device, seconds)

    def _recall(self, key: tuple[tuple[str, int], Recipe]) -> Enhanced | None:
        with self._lock:
            done = self._done.get(key)
            if done is not None:
                self._done.move_to_end(key)
            return done

    def _keep(self, key: tuple[tuple[str, int], Recipe], done: Enhanced) -> None:
        with self._lock:
            self._done[key] = done
            while len(self._done) > 1 and sum(map(_size, self._done.values())) > self._limit:
                self._done.popitem(last=False)


def _check(frame: Frame) -> None:
    if frame.is_colour:
        msg = "This is a colour image; only grey-scale images can be enhanced."
        raise ClearsliceError(msg)


def slice_context(frame: Frame) -> SliceContext:
    """Return what a method may know about `frame`."""
    low, high = frame.default_window.limits
    shown = (high, low) if frame.inverted else (low, high)
    return SliceContext(frame.modality, frame.units, shown, frame.padding_mask)


def apply(enhancer: Enhancer, values: Image, context: SliceContext, stop: Stop) -> Image:
    """Return `values` (rows, columns) enhanced, the padding as it was and without influence."""
    stop.check()
    enhanced = enhancer(filled(values, context.excluded), context, stop)
    return enhanced if context.excluded is None else np.where(context.excluded, values, enhanced)


def filled(values: Image, excluded: Mask | None) -> Image:
    """Return `values` with each padding pixel replaced by the nearest pixel, so that none bleeds in."""
    if excluded is None or not excluded.any() or excluded.all():
        return values
    nearest = scipy.ndimage.distance_transform_edt(excluded, return_distances=False, return_indices=True)
    near: Image = values[tuple(nearest)]
    return near


def _blended(base: Image, full: Image, strength: float) -> Image:
    if strength in (0, 1):
        return full if strength else base
    return base + np.float32(strength) * (full - base)


def _percent(strength: float) -> str:
    return f"{round(100 * strength)} %"


def _size(done: Enhanced) -> int:
    arrays = {id(array): array for array in (done.frame.stored, done.frame.values, done.base, done.full)}
    return sum(array.nbytes for array in arrays.values())
