"""Large images piece by piece: strips for quick filters, overlapping tiles for slow ones and networks."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from core.enhance.method import Image
from core.stop import Stop

_STRIP_PIXELS = 1 << 18
"""Work between two looks at a stop request: a third of a second for the widest median."""


def by_strips(
    values: npt.NDArray[Any], margin: int, function: Callable[[npt.NDArray[Any]], Image], stop: Stop
) -> Image:
    """Return ``function(values)`` computed in strips of rows, with `stop` looked at before each.

    The same as in one piece if no output pixel depends on rows further away than `margin`.
    """
    rows, columns = values.shape[:2]
    height = max(4 * margin, _STRIP_PIXELS // columns, 1)
    edges = np.linspace(0, rows, -(-rows // height) + 1).astype(int)
    out = np.empty((rows, columns), np.float32)
    for start, end in pairwise(edges):
        stop.check()
        top = max(start - margin, 0)
        strip = function(values[top : end + margin])
        out[start:end] = strip[start - top : end - top]
    return out


@dataclass(frozen=True, slots=True)
class Tiling:
    """How an image is cut."""

    side: int
    """Of the tiles, at most; an image no larger is done in one piece."""
    margin: int
    """Pixels around an output pixel that influence it."""
    multiple: int
    """What the sides of the tiles are multiples of: some networks accept no others."""
    scale: int = 1
    """Rows and columns that come out for each that goes in."""


def by_tiles(values: Image, tiling: Tiling, function: Callable[[Image], Image], stop: Stop) -> Image:
    """Return ``function(values)`` computed in overlapping tiles of one size.

    The image is padded by reflection to whole multiples. Tiles start at multiples, so that strides
    and pixel-unshuffle fall alike in each, and of every tile only what lies `margin` away from its
    inner edges is kept: the same as in one piece if no output pixel depends on others further away.
    Where `function` makes finer grids, (rows, columns) come out `tiling.scale` times.
    """
    rows, columns = values.shape
    unit, scale = tiling.multiple, tiling.scale
    padded = np.pad(values, ((0, -rows % unit), (0, -columns % unit)), mode="reflect")
    out = np.empty((scale * padded.shape[0], scale * padded.shape[1]), padded.dtype)
    down, across = (_cuts(length, tiling) for length in padded.shape)
    for r, c in product(down, across):
        stop.check()
        tile = function(padded[r.start : r.end, c.start : c.end])
        out[r.kept(scale), c.kept(scale)] = tile[r.inner(scale), c.inner(scale)]
    return out[: scale * rows, : scale * columns]


class _Cut(NamedTuple):
    """A tile's extent along one axis, and which part of it is kept (ends not included)."""

    start: int
    end: int
    first: int
    last: int

    def kept(self, scale: int) -> slice:
        """Where what is kept lies in the result."""
        return slice(scale * self.first, scale * self.last)

    def inner(self, scale: int) -> slice:
        """Where what is kept lies in the tile's result."""
        return slice(scale * (self.first - self.start), scale * (self.last - self.start))


def _cuts(length: int, tiling: Tiling) -> list[_Cut]:
    unit, side = tiling.multiple, _up(tiling.side, tiling.multiple)
    both = 2 * _up(tiling.margin, unit)
    if length <= max(side, both + unit):
        return [_Cut(0, length, 0, length)]
    count = -(-(length - both) // max(side - both, unit))
    # As small as that many tiles allow, lest the last one repeat most of its neighbour.
    step = _up(-(-(length - both) // count), unit)
    size = step + both
    starts = [*range(0, length - size, step), length - size]
    seams = [0, *(start + both // 2 for start in starts[1:]), length]
    return [_Cut(start, start + size, *kept) for start, kept in zip(starts, pairwise(seams), strict=True)]


def _up(length: int, multiple: int) -> int:
    return -(-length // multiple) * multiple
