"""What a picture is painted from: an enhanced frame's images at every size of the screen."""

from dataclasses import dataclass

from core.display import Blend, BothGrids, Pyramid
from core.frame import Image
from core.pipeline import Enhanced

Grid = Pyramid | BothGrids


@dataclass(frozen=True, eq=False)
class Layers:
    """The original, and input and result of the last step."""

    arrays: tuple[Image, Image]
    """Base and full as they came; while they stay the same, so do the layers."""
    original: Grid
    base: Grid
    full: Grid

    @property
    def finest(self) -> int:
        """The lowest level there is: −1 where a network doubled rows and columns."""
        return -1 if isinstance(self.full, BothGrids) else 0

    def at(self, strength: float) -> Blend:
        """Return what is painted at a strength, 0 to 1."""
        return Blend(self.base, self.full, strength)


def layers(enhanced: Enhanced | None, original: Pyramid | None, held: Layers | None) -> Layers | None:
    """Return the layers of `enhanced`: those that are held if they are the same."""
    if enhanced is None or original is None:
        return None
    arrays = enhanced.base, enhanced.full
    if held is not None and all(a is b for a, b in zip(arrays, held.arrays, strict=True)):
        return held
    mask, finer = enhanced.frame.padding_mask, enhanced.finer
    base = original if enhanced.base is enhanced.frame.values else Pyramid(enhanced.base, mask)
    own = original, base, Pyramid(enhanced.full, mask)
    if finer is None:
        return Layers(arrays, *own)
    mask = finer.frame.padding_mask
    images = finer.frame.values, finer.base, finer.full
    return Layers(arrays, *(BothGrids(o, Pyramid(f, mask)) for o, f in zip(own, images, strict=True)))
