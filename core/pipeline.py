"""A recipe applied to a frame."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from core.dicom.limits import MAX_FRAME_PIXELS
from core.enhance.cnn import Cnn
from core.enhance.enlarge import doubled
from core.enhance.network import Networks
from core.enhance.registry import METHODS, NETWORK_TASKS, build
from core.errors import ClearsliceError
from core.finer import doubled_frame, enlarged, halved
from core.frame import Frame, Image
from core.padded import apply, filled, slice_context
from core.recipe import Recipe
from core.stop import Stop

_CACHE_BYTES = 512 << 20
_MOST_ROWS = 0xFFFF
"""Rows and Columns are 16-bit numbers (PS3.3 C.7.6.3)."""


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
    """Name of the network that ran last, "" if none did."""
    model_digest: str = ""
    """SHA-256 of the network's file."""
    device: str = ""
    """What ran the network: "cuda" or "cpu", "" if none ran."""
    seconds: float = 0.0
    """Wall time of the computation (not of re-blending)."""
    models: tuple[str, ...] = ()
    """Name of the network of each step, "" for other methods; none at all if no network ran."""
    magnification: int = 1
    """Rows and columns for each of the source's."""
    doubled_by: str = ""
    """The network that doubled rows and columns, "" if none did."""
    finer: "Enhanced | None" = None
    """The same on a grid of twice the rows and columns, where a network doubled them; what is exported.

    `base` and `full` are then the frame with its change averaged, so that they compare pixel by pixel."""
    blends: bool = True
    """Whether `base` and `full` hold for every strength; not so for a maximum over blended slices."""

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
        same = same and (self.blends or recipe == self.recipe)
        return self.of(self.frame, recipe) if same else None

    def of(self, frame: Frame, recipe: Recipe) -> "Enhanced":
        """Return the same images for `frame`, read anew, and for `recipe`, which may differ in strength."""
        finer = self.finer and replace(self.finer, recipe=recipe)
        return replace(self, frame=frame, recipe=recipe, finer=finer)

    @property
    def exported(self) -> "Enhanced":
        """What is exported: the image on the finest grid."""
        return self.finer or self

    @property
    def keeps_units(self) -> bool:
        """Whether HU (or signal) still mean what they meant in the file."""
        return all(METHODS[step.method].keeps_units for step in self.recipe.steps)

    def label(self, strength: float, say: Callable[[str], str] = str) -> str:
        """Return the words that go with the picture wherever it is shown; "" if nothing was done.

        `say` translates them.
        """
        if not self.recipe.steps:
            return ""
        head = say("AI PROCESSED") if self.model else say("PROCESSED")
        *before, _ = self.recipe.steps
        names = [f"{say(self._name(n))} {_percent(step.strength)}" for n, step in enumerate(before)]
        share = say("strength {}").format(_percent(strength))
        return f"{head} · {' + '.join((*names, say(self._name(len(before)))))} · {share}"

    def model_of(self, number: int) -> str:
        """Return the network that step `number` (from 0) ran, "" if it is none."""
        if self.recipe.steps[number].method not in NETWORK_TASKS:
            return ""
        return self.models[number] if self.models else self.model

    def _name(self, number: int) -> str:
        return self.model_of(number) or METHODS[self.recipe.steps[number].method].label


class Sections(Protocol):
    """Pictures that were cut from volumes: their enhanced versions are cut as well, not computed."""

    def __contains__(self, frame: Frame) -> bool:
        """Whether `frame` is one of them."""
        ...

    def enhanced(self, frame: Frame, recipe: Recipe) -> Enhanced:
        """Return its enhanced version, or raise `Cancelled` if the volume has not been enhanced yet."""
        ...

    def recall(self, frame: Frame, recipe: Recipe) -> Enhanced | None:
        """Return the same if it is at hand."""
        ...


class Pipeline:
    """Runs recipes and keeps the last results within a limit of bytes; safe to call from any thread."""

    def __init__(self, networks: Networks, cache_bytes: int = _CACHE_BYTES) -> None:
        self.networks = networks
        self.sections: Sections | None = None
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
        if self.sections is not None and frame in self.sections:
            return self.sections.enhanced(frame, recipe)
        key = frame.key, recipe.with_strength(1.0) if recipe.steps else recipe
        done = self._recall(key)
        if done is None:
            done = self._compute(frame, recipe, stop)
            self._keep(key, done)
        return done.of(frame, recipe)

    def recall(self, frame: Frame, recipe: Recipe) -> Enhanced | None:
        """Return what `run` would, if it is held and nothing has to be computed."""
        if self.sections is not None and frame in self.sections:
            return self.sections.recall(frame, recipe)
        done = self._recall((frame.key, recipe.with_strength(1.0))) if recipe.steps else None
        return None if done is None else done.of(frame, recipe)

    def _compute(self, frame: Frame, recipe: Recipe, stop: Stop) -> Enhanced:
        _check(frame)
        start = time.perf_counter()
        base, full, models = self._steps(frame, recipe, stop)
        done = Enhanced(frame, recipe, base, full, seconds=time.perf_counter() - start)
        if any(models):
            model, device = [name for name in models if name][-1], self.networks.status.device
            digest = self.networks.digest(model)
            done = replace(done, model=model, model_digest=digest, device=device, models=models)
        if base.shape == frame.shape:
            return _read_only(done)
        by = next(name for name in models if name and self.networks.spec(name).magnification == 2)
        return _read_only(_on_both_grids(replace(done, doubled_by=by)))

    def _steps(self, frame: Frame, recipe: Recipe, stop: Stop) -> tuple[Image, Image, tuple[str, ...]]:
        """Return input and result of the last step, and the network of each step."""
        base = full = frame.values
        strength, context, models = 0.0, slice_context(frame), []
        for step in recipe.steps:
            enhancer = build(step, self.networks)
            base = _blended(base, full, strength)
            models.append(enhancer.resolved(frame.modality) if isinstance(enhancer, Cnn) else "")
            if models[-1]:
                self._check_grid(models[-1], base.shape, frame)
            full = apply(enhancer, base, context, stop)
            strength = step.strength
            if full.shape != base.shape:
                base = enlarged(base, context.excluded, filled(base, context.excluded))
                context = context.doubled()
            if not enhancer.keeps_units:
                context = replace(context, units="")
        return base, full, tuple(models)

    def _check_grid(self, model: str, shape: tuple[int, ...], frame: Frame) -> None:
        """Refuse to double what was doubled already, or what is too large."""
        if self.networks.spec(model).magnification == 1:
            return
        if shape != frame.shape:
            msg = (
                f"An earlier step doubled the rows and columns already; take {model} out of one of the steps."
            )
            raise ClearsliceError(msg)
        if 4 * frame.stored.size > MAX_FRAME_PIXELS or 2 * max(shape) > _MOST_ROWS:
            msg = (
                f"This image is too large for {model}, which doubles rows and columns; choose another model."
            )
            raise ClearsliceError(msg)

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


def _read_only(done: Enhanced) -> Enhanced:
    for image in (done.base, done.full):
        image.setflags(write=False)
    return done


def _on_both_grids(done: Enhanced) -> Enhanced:
    """Return what was done on the doubled grid as seen on the frame's own, with the finer one in it."""
    frame = done.frame
    fine_frame = doubled_frame(frame, filled(frame.stored, frame.padding_mask))
    finer = _read_only(replace(done, frame=fine_frame, magnification=2))
    plain = doubled(filled(frame.values, frame.padding_mask))
    base, full = (_on_grid_of(frame, image - plain) for image in (done.base, done.full))
    return replace(done, base=base, full=full, finer=finer)


def _on_grid_of(frame: Frame, change: Image) -> Image:
    """Return the frame with a finer grid's change averaged over 2 × 2 pixels, the padding as it is.

    The mean of the finer image itself would be the frame blurred by the enlargement.
    """
    changed = frame.values + halved(change)
    return changed if frame.padding_mask is None else np.where(frame.padding_mask, frame.values, changed)


def _blended(base: Image, full: Image, strength: float) -> Image:
    if strength in (0, 1):
        return full if strength else base
    return base + np.float32(strength) * (full - base)


def _percent(strength: float) -> str:
    return f"{round(100 * strength)} %"


def _size(done: Enhanced) -> int:
    arrays = {id(array): array for array in (done.frame.stored, done.frame.values, done.base, done.full)}
    return sum(array.nbytes for array in arrays.values()) + (_size(done.finer) if done.finer else 0)
