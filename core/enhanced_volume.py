"""A volume after a recipe: each slice is enhanced as it was acquired, and planes are cut from the results."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from core.dicom.study import FrameRef
from core.errors import ClearsliceError
from core.frame import Frame
from core.pipeline import Enhanced, Pipeline
from core.planes import Here, Projection, View, own_values, picture_of
from core.recipe import Recipe
from core.stop import Stop
from core.volume import MOST_BYTES, Block, Volume


@dataclass(frozen=True, eq=False)
class EnhancedVolume:
    """Input and result of a recipe's last step for all slices of a volume."""

    volume: Volume
    base: Block | None
    """(slices, rows, columns) float32 modality values; None where the last step's input is the original."""
    full: Block
    """(slices, rows, columns) float32: the last step's result at strength 1."""
    like: Enhanced
    """One of the slices: what ran, and on what."""
    seconds: float
    """Wall time for one slice, on average."""

    def fits(self, recipe: Recipe) -> bool:
        """Whether `recipe` differs from what was done in the last step's strength at most."""
        return bool(recipe.steps) and recipe.with_strength(1.0) == self.like.recipe.with_strength(1.0)

    def cut(self, frame: Frame, view: View, recipe: Recipe) -> Enhanced:
        """Return the enhanced version of `frame`, a picture of the volume.

        Blending goes before a maximum or minimum, so that a slab shows the blended slices' own extremes.
        """
        volume, strength = self.volume, recipe.strength
        base = frame.values if self.base is None else picture_of(volume, view, frame.number, self._before)
        extreme = view.slab is not None and view.slab.projection is not Projection.MEAN
        if not extreme or strength in (0, 1):
            full = picture_of(volume, view, frame.number, self._after)
        else:
            seen = picture_of(volume, view, frame.number, lambda here: self._blended(here, strength))
            full = base + (seen - base) / np.float32(strength)
        done = replace(self.like, frame=frame, recipe=recipe, base=base, full=full, seconds=self.seconds)
        for image in (base, full):
            image.setflags(write=False)
        return replace(done, magnification=1, finer=None, blends=not extreme)

    def _before(self, here: Here) -> Block:
        return own_values(self.volume)(here) if self.base is None else self.volume.turned(self.base)[here]

    def _after(self, here: Here) -> Block:
        return self.volume.turned(self.full)[here]

    def _blended(self, here: Here, strength: float) -> Block:
        before = self._before(here)
        return before + np.float32(strength) * (self._after(here) - before)


def enhance(  # noqa: PLR0917
    volume: Volume,
    pipeline: Pipeline,
    recipe: Recipe,
    read: Callable[[FrameRef], Frame],
    report: Callable[[int], None],
    stop: Stop,
) -> EnhancedVolume:
    """Apply `recipe` to every slice of `volume`.

    Raises
    ------
    ClearsliceError
        If the series cannot be enhanced, a step does not fit it, or the results take too much memory.
    Cancelled
        If `stop` was set.
    """
    several = len(recipe.steps) > 1
    _check_size(volume, 2 if several else 1)
    full = np.empty(volume.stored.shape, np.float32)
    base = np.empty(volume.stored.shape, np.float32) if several else None
    start, done = time.perf_counter(), None
    for number, ref in enumerate(volume.series.frames):
        stop.check()
        done = pipeline.run(read(ref), recipe, stop)
        full[number] = done.full
        if base is not None:
            base[number] = done.base
        report(number + 1)
    assert done is not None
    seconds = (time.perf_counter() - start) / len(volume.series.frames)
    return EnhancedVolume(volume, base, full, done, seconds)


def _check_size(volume: Volume, blocks: int) -> None:
    if volume.series.reason:
        raise ClearsliceError(volume.series.reason)
    size = 4 * blocks * volume.stored.size
    if size > MOST_BYTES:
        msg = (
            f"The enhanced volume would take {size / 2**30:.1f} GB of memory; planes are limited to "
            f"{MOST_BYTES / 2**30:.0f} GB."
        )
        raise ClearsliceError(msg)
