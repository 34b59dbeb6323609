"""Contrast methods: they redistribute grey values inside the displayed range.

All work on `SliceContext.display_range` and return values on that same range, so that
the window which showed the original shows the result. Grey values lose their unit.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import scipy
from skimage import exposure

from core.enhance.method import Image, SliceContext, parameter
from core.enhance.tiles import by_strips
from core.stop import Stop

Grey = npt.NDArray[np.float64]
"""Values on a scale where 0 is shown black and 1 white."""

_BINS = 65536
"""Bins for the histogram of a whole slice: one for each 16-bit value."""
_KNOTS = 1024
"""Points of CLAHE's local grey-value curves, which are linear in between and so merge no values."""


@dataclass(frozen=True)
class Equalize:
    """Global histogram equalization (Gonzalez & Woods, section 3.3)."""

    name: ClassVar[str] = "equalize"
    label: ClassVar[str] = "Histogram equalization"
    purpose: ClassVar[str] = "Gives every grey level the same share of the picture."
    keeps_units: ClassVar[bool] = False

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values spread evenly over the display range."""
        stop.check()
        grey = _grey(values, context)
        shown = _shown(grey, context)
        if not shown.size or shown.min() == shown.max():
            return _ungrey(grey, context)
        stop.check()
        share, centres = exposure.cumulative_distribution(shown, _BINS)
        # Textbook form: the darkest value stays black instead of taking its own share as grey.
        even = (share - share[0]) / (1 - share[0])
        return by_strips(grey, 0, lambda strip: _ungrey(np.interp(strip, centres, even, 0, 1), context), stop)


@dataclass(frozen=True)
class Clahe:
    """Contrast-limited adaptive histogram equalization (Zuiderveld 1994).

    Own code, as scikit-image's reduces the image to 14 bits and cannot leave out padding.
    """

    name: ClassVar[str] = "clahe"
    label: ClassVar[str] = "CLAHE"
    purpose: ClassVar[str] = "Brings out local contrast everywhere, within a limit."
    keeps_units: ClassVar[bool] = False

    tiles: int = parameter(
        8,
        "Regions",
        minimum=2,
        maximum=32,
        step=1,
        help="Regions along the shorter side; more act more locally.",
    )
    limit: float = parameter(
        2.0, "Contrast limit", minimum=1.0, maximum=10.0, step=0.1, unit="×",
        help="Largest local gain in contrast; 1 changes nothing.",
    )  # fmt: skip

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values with local contrast evened out."""
        stop.check()
        grey = np.clip(_grey(values, context), 0, 1)
        size = max(1, -(-min(grey.shape) // self.tiles))
        curves = _curves(grey, context.excluded, size, self.limit, stop)
        return _ungrey(_interpolated(grey, curves, size, stop), context)


@dataclass(frozen=True)
class Stretch:
    """Contrast stretching between two percentiles of what the window shows."""

    name: ClassVar[str] = "stretch"
    label: ClassVar[str] = "Contrast stretching"
    purpose: ClassVar[str] = "Spreads the grey values in use over the whole range."
    keeps_units: ClassVar[bool] = False

    low: float = parameter(
        1.0,
        "Black point",
        minimum=0.0,
        maximum=45.0,
        step=0.1,
        unit="%",
        help="Share of pixels that turn black.",
    )
    high: float = parameter(
        99.0, "White point", minimum=55.0, maximum=100.0, step=0.1, unit="%",
        help="Share of pixels that stay below white.",
    )  # fmt: skip

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, the percentiles moved to the ends of the range."""
        stop.check()
        grey = _grey(values, context)
        shown = _shown(grey, context)
        stop.check()
        low, high = np.percentile(shown, (self.low, self.high)) if shown.size else (0.0, 1.0)
        if low == high:
            return _ungrey(grey, context)

        def spread(strip: Grey) -> Image:
            return _ungrey(exposure.rescale_intensity(strip, (low, high), (0.0, 1.0)), context)

        return by_strips(grey, 0, spread, stop)


@dataclass(frozen=True)
class Gamma:
    """Power-law grey scale."""

    name: ClassVar[str] = "gamma"
    label: ClassVar[str] = "Gamma"
    purpose: ClassVar[str] = "Brightens or darkens the middle grey values."
    keeps_units: ClassVar[bool] = False

    gamma: float = parameter(
        0.7, "Gamma", minimum=0.2, maximum=3.0, step=0.05, help="Below 1 brightens, above 1 darkens."
    )

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values after ``grey ** gamma``."""

        def power(strip: Image) -> Image:
            return _ungrey(exposure.adjust_gamma(np.clip(_grey(strip, context), 0, 1), self.gamma), context)

        return by_strips(values, 0, power, stop)


def _grey(values: Image, context: SliceContext) -> Grey:
    """Return `values` from 0 (shown black) to 1 (shown white); beyond these outside the range."""
    black, white = context.display_range
    return (values.astype(np.float64) - black) / (white - black)


def _ungrey(grey: Grey, context: SliceContext) -> Image:
    """Return the values that the window shows as `grey`."""
    black, white = context.display_range
    return np.asarray(black + np.clip(grey, 0, 1) * (white - black), np.float32)


def _shown(grey: Grey, context: SliceContext) -> Grey:
    """Return the greys that set statistics, as a list: no padding, nothing beyond black and white."""
    inside = (grey >= 0) & (grey <= 1)
    return grey[inside if context.excluded is None else inside & ~context.excluded]


def _curves(
    grey: Grey,
    excluded: npt.NDArray[np.bool_] | None,
    size: int,
    limit: float,
    stop: Stop,
) -> Grey:
    """Return the grey-value curve of each region, (rows of regions, columns of regions, knots + 1)."""
    rows, columns = (-(-n // size) for n in grey.shape)
    curves = np.empty((rows, columns, _KNOTS + 1))
    for r, c in np.ndindex(rows, columns):
        stop.check()
        region = np.s_[r * size : (r + 1) * size, c * size : (c + 1) * size]
        pixels = grey[region] if excluded is None else grey[region][~excluded[region]]
        curves[r, c] = _curve(pixels, limit)
    return curves


def _curve(pixels: Grey, limit: float) -> Grey:
    """Return the clipped cumulative histogram of `pixels` at the knots 0, 1/n, …, 1."""
    if not pixels.size:
        return np.linspace(0, 1, _KNOTS + 1)
    counts = np.histogram(pixels, _KNOTS, (0, 1))[0] * (_KNOTS / pixels.size)
    # A density of 1 is the identity's slope; what exceeds the limit is spread over all knots.
    slope = scipy.ndimage.uniform_filter1d(counts, _KNOTS // 128, mode="nearest")
    slope = np.minimum(slope, limit)
    slope = np.minimum(slope + _lift(slope, limit), limit)
    total = np.concatenate(([0.0], np.cumsum(slope)))
    return np.asarray(total / total[-1])


def _lift(slope: Grey, limit: float) -> float:
    """Return what to add so that ``mean(min(slope + lift, limit))`` is 1 (water filling)."""
    low, high = 0.0, limit
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if np.minimum(slope + middle, limit).mean() < 1 else (low, middle)
    return high


def _interpolated(grey: Grey, curves: Grey, size: int, stop: Stop) -> Grey:
    """Return `grey` through the bilinear mean of the four nearest regions' curves."""
    top, down = _neighbours(grey.shape[0], size, curves.shape[0])
    left, across = _neighbours(grey.shape[1], size, curves.shape[1])
    out = np.empty_like(grey)
    for start in range(0, grey.shape[0], 64):
        stop.check()
        rows = np.s_[start : start + 64]
        x = grey[rows] * _KNOTS
        knot = np.minimum(x.astype(np.intp), _KNOTS - 1)
        part = x - knot
        total = np.zeros_like(x)
        for r, weight_r in ((top[0][rows], 1 - down[rows]), (top[1][rows], down[rows])):
            for c, weight_c in ((left[0], 1 - across), (left[1], across)):
                at = (r[:, None], c[None, :], knot)
                here, there = curves[at], curves[at[0], at[1], knot + 1]
                total += weight_r[:, None] * weight_c * (here + part * (there - here))
        out[rows] = total
    return out


def _neighbours(
    length: int, size: int, count: int
) -> tuple[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]], Grey]:
    """Return for each pixel of an axis the two nearest regions and the weight of the second."""
    place = np.clip((np.arange(length) + 0.5) / size - 0.5, 0, count - 1)
    first = np.minimum(place.astype(np.intp), max(count - 2, 0))
    return (first, np.minimum(first + 1, count - 1)), place - first
