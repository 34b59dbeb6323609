"""Numbers over a region of interest, and histograms.

Coordinates are in pixels as a viewer draws them: pixel (row r, column c) covers
[r, r + 1) × [c, c + 1) and its centre is (r + 0.5, c + 0.5). A pixel belongs to a region
if its centre lies inside or on the border of an ellipse or rectangle; where a
polygon's border runs exactly through a centre, its left and upper sides count and the others do not.
"""

from dataclasses import dataclass
from enum import Enum
from math import ceil, floor, inf, sqrt
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from core.errors import ClearsliceError
from core.frame import Image, Mask

_HISTOGRAM_BINS = 256


class Shape(Enum):
    """Outline of a region that fills a box."""

    ELLIPSE = "ellipse"
    RECTANGLE = "rectangle"


class Region(Protocol):
    """A part of an image plane."""

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Top, left, bottom, right."""
        ...

    def mask(self, shape: tuple[int, int], origin: tuple[int, int] = (0, 0)) -> Mask:
        """Return which pixels of a block belong to the region.

        Parameters
        ----------
        shape
            Rows and columns of the block.
        origin
            Row and column of its first pixel in the image.
        """
        ...


@dataclass(frozen=True, slots=True)
class Roi:
    """An axis-parallel ellipse or rectangle, given by the box it fills."""

    shape: Shape
    top: float
    left: float
    height: float
    width: float

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Top, left, bottom, right."""
        return self.top, self.left, self.top + self.height, self.left + self.width

    def mask(self, shape: tuple[int, int], origin: tuple[int, int] = (0, 0)) -> Mask:
        """Return which pixels of a block of `shape` from `origin` on belong to the region."""
        rows = np.arange(shape[0])[:, None] + (origin[0] + 0.5)
        columns = np.arange(shape[1])[None, :] + (origin[1] + 0.5)
        y, x = (_relative(rows, self.top, self.height), _relative(columns, self.left, self.width))
        inside = y**2 + x**2 <= 1 if self.shape is Shape.ELLIPSE else (np.abs(y) <= 1) & (np.abs(x) <= 1)
        return np.asarray(inside)


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline of straight lines; where it crosses itself, the even-odd rule decides."""

    points: tuple[tuple[float, float], ...]
    """(column, row) each; the last is joined to the first."""

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Top, left, bottom, right."""
        columns, rows = zip(*self.points, strict=True)
        return min(rows), min(columns), max(rows), max(columns)

    def mask(self, shape: tuple[int, int], origin: tuple[int, int] = (0, 0)) -> Mask:
        """Return which pixels of a block of `shape` from `origin` on belong to the region."""
        row, column = _crossings(np.asarray(self.points, np.float64), shape[0], origin[0] + 0.5)
        first = np.clip(np.ceil(column - (origin[1] + 0.5)), 0, shape[1]).astype(np.intp)
        crossed = np.zeros((shape[0], shape[1] + 1), np.uint8)
        np.add.at(crossed, (row, first), 1)
        # A centre is inside if an odd number of borders lies to its left.
        return np.asarray(np.cumsum(crossed[:, :-1], axis=1, dtype=np.uint8) & 1, np.bool_)


def _crossings(
    points: npt.NDArray[np.float64], rows: int, start: float
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]:
    """Return where the sides of a polygon cross the middles of `rows` rows from `start`: rows, columns."""
    x0, y0 = points.T
    x1, y1 = np.roll(points, -1, axis=0).T
    middle = np.arange(rows)[:, None] + start
    row, side = np.nonzero((y0 <= middle) != (y1 <= middle))
    part = (middle[row, 0] - y0[side]) / (y1[side] - y0[side])
    return row, x0[side] + part * (x1[side] - x0[side])


def pixels(region: Region, values: Image, excluded: Mask | None = None) -> npt.NDArray[np.float64]:
    """Return the values of a region's pixels as a list, padding left out."""
    top, left, bottom, right = region.bounds
    rows = slice(max(floor(top), 0), max(ceil(bottom), 0))
    columns = slice(max(floor(left), 0), max(ceil(right), 0))
    block = values[rows, columns]
    inside = region.mask((block.shape[0], block.shape[1]), (rows.start, columns.start))
    if excluded is not None:
        inside &= ~excluded[rows, columns]
    return block[inside].astype(np.float64)


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a region holds; units are those of the image."""

    mean: float
    sd: float
    """Standard deviation of the sample (n − 1); 0 for one pixel."""
    minimum: float
    maximum: float
    count: int
    """Pixels."""

    @property
    def snr(self) -> float:
        """Signal-to-noise ratio ``mean / SD``; meaningless for HU, whose zero is arbitrary."""
        return self.mean / self.sd if self.sd else inf


def measure(region: Region, values: Image, excluded: Mask | None = None) -> Statistics:
    """Return the statistics of `values` (rows, columns) in `region`.

    Raises
    ------
    ClearsliceError
        If no pixel's centre lies in the region.
    """
    x = pixels(region, values, excluded)
    if not x.size:
        msg = "The region holds no pixel; draw it larger and inside the image."
        raise ClearsliceError(msg)
    sd = float(x.std(ddof=1)) if x.size > 1 else 0.0
    return Statistics(float(x.mean()), sd, float(x.min()), float(x.max()), x.size)


def cnr(first: Statistics, second: Statistics) -> float:
    """Return the contrast-to-noise ratio ``|m₁ − m₂| / √((SD₁² + SD₂²) / 2)``."""
    noise = sqrt((first.sd**2 + second.sd**2) / 2)
    contrast = abs(first.mean - second.mean)
    return contrast / noise if noise else (inf if contrast else 0.0)


@dataclass(frozen=True, eq=False)
class Histogram:
    """Counts of two images over the same bins."""

    edges: npt.NDArray[np.float64]
    """(bins + 1,) in units of the values."""
    before: npt.NDArray[np.int64]
    after: npt.NDArray[np.int64]


def histogram(
    before: Image,
    after: Image,
    excluded: Mask | None = None,
    limits: tuple[float, float] | None = None,
    bins: int = _HISTOGRAM_BINS,
) -> Histogram:
    """Count both images' values in the same bins, over `limits` or else over all their values."""
    x, y = (image.ravel() if excluded is None else image[~excluded] for image in (before, after))
    low, high = limits or _limits(x, y)
    edges = np.linspace(low, high, bins + 1)
    return Histogram(edges, np.histogram(x, edges)[0], np.histogram(y, edges)[0])


def _limits(x: Image, y: Image) -> tuple[float, float]:
    if not x.size:
        return 0.0, 1.0
    low, high = float(min(x.min(), y.min())), float(max(x.max(), y.max()))
    return low, high if high > low else low + 1.0


def _relative(centres: npt.NDArray[Any], start: float, length: float) -> npt.NDArray[Any]:
    """Return −1 … 1 across the region."""
    return (centres - (start + length / 2)) / max(length / 2, 1e-9)
