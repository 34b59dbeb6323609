"""Numbers over a region of interest, and histograms.

Coordinates are in pixels as a viewer draws them: pixel (row r, column c) covers
[r, r + 1) × [c, c + 1) and its centre is (r + 0.5, c + 0.5). A pixel belongs to a region
if its centre lies inside or on the border.
"""

from dataclasses import dataclass
from enum import Enum
from math import ceil, floor, inf, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import ClearsliceError
from core.frame import Image, Mask

_HISTOGRAM_BINS = 256


class Shape(Enum):
    """Outline of a region."""

    ELLIPSE = "ellipse"
    RECTANGLE = "rectangle"


@dataclass(frozen=True, slots=True)
class Roi:
    """An axis-parallel ellipse or rectangle, given by the box it fills."""

    shape: Shape
    top: float
    left: float
    height: float
    width: float

    def mask(self, shape: tuple[int, int]) -> Mask:
        """Return which pixels of an image of `shape` (rows, columns) belong to the region."""
        rows = np.arange(shape[0])[:, None] + 0.5
        columns = np.arange(shape[1])[None, :] + 0.5
        y, x = (_relative(rows, self.top, self.height), _relative(columns, self.left, self.width))
        inside = y**2 + x**2 <= 1 if self.shape is Shape.ELLIPSE else (np.abs(y) <= 1) & (np.abs(x) <= 1)
        return np.asarray(inside)

    def pixels(self, values: Image, excluded: Mask | None = None) -> npt.NDArray[np.float64]:
        """Return the values of the region's pixels as a list, padding left out."""
        rows = slice(max(floor(self.top), 0), max(ceil(self.top + self.height), 0))
        columns = slice(max(floor(self.left), 0), max(ceil(self.left + self.width), 0))
        box = values[rows, columns]
        moved = Roi(self.shape, self.top - rows.start, self.left - columns.start, self.height, self.width)
        inside = moved.mask((box.shape[0], box.shape[1]))
        if excluded is not None:
            inside &= ~excluded[rows, columns]
        return box[inside].astype(np.float64)


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
    area: float | None
    """Square millimetres of the counted pixels; `None` where the spacing is not known."""

    @property
    def snr(self) -> float:
        """Signal-to-noise ratio ``mean / SD``; meaningless for HU, whose zero is arbitrary."""
        return self.mean / self.sd if self.sd else inf


def measure(
    roi: Roi,
    values: Image,
    spacing: tuple[float, float] | None = None,
    excluded: Mask | None = None,
) -> Statistics:
    """Return the statistics of `values` (rows, columns) in `roi`; `spacing` in mm between rows, columns.

    Raises
    ------
    ClearsliceError
        If no pixel's centre lies in the region.
    """
    x = roi.pixels(values, excluded)
    if not x.size:
        msg = "The region holds no pixel; draw it larger and inside the image."
        raise ClearsliceError(msg)
    area = None if spacing is None else x.size * spacing[0] * spacing[1]
    sd = float(x.std(ddof=1)) if x.size > 1 else 0.0
    return Statistics(float(x.mean()), sd, float(x.min()), float(x.max()), x.size, area)


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
