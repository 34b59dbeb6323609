"""Contrast methods: they redistribute grey values inside the displayed range.

All work on `SliceContext.display_range` and return values on that same range, so that
the window which showed the original shows the result. Grey values lose their unit.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from skimage import exposure

from core.enhance.method import Image, SliceContext, parameter
from core.stop import Stop

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
        inside = _inside(values, context)
        if not inside.any() or np.ptp(grey[inside]) == 0:
            return _ungrey(grey, context)
        share = exposure.equalize_hist(grey, nbins=_BINS, mask=inside)
        stop.check()
        first = float(share[inside].min())
        # Textbook form: the darkest value stays black instead of taking its own share as grey.
        even = np.clip((share - first) / max(1 - first, 1e-12), 0, 1)
        even[grey <= 0], even[grey >= 1] = 0, 1
        return _ungrey(even, context)


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
        grey = _grey(values, context)
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
        inside = _inside(values, context)
        if not inside.any():
            return _ungrey(_grey(values, context), context)
        low, high = np.percentile(values[inside], (self.low, self.high))
        if low == high:
            return _ungrey(_grey(values, context), context)
        stretched = exposure.rescale_intensity(
            values, in_range=(low, high), out_range=tuple(map(float, context.display_range))
        )
        return np.asarray(stretched, np.float32)


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
        stop.check()
        return _ungrey(exposure.adjust_gamma(_grey(values, context), self.gamma), context)


def _grey(values: Image, context: SliceContext) -> npt.NDArray[np.float64]:
    """Return `values` on [0, 1] of the display range."""
    low, high = context.display_range
    return np.clip((values.astype(np.float64) - low) / max(high - low, 1e-12), 0, 1)


def _ungrey(grey: npt.NDArray[np.float64], context: SliceContext) -> Image:
    low, high = context.display_range
    return np.asarray(low + grey * (high - low), np.float32)


def _inside(values: Image, context: SliceContext) -> npt.NDArray[np.bool_]:
    """Return where the window shows a grey: what is black or white anyway must not set statistics."""
    low, high = context.display_range
    inside = (values >= low) & (values <= high)
    return inside if context.excluded is None else inside & ~context.excluded


def _curves(
    grey: npt.NDArray[np.float64],
    excluded: npt.NDArray[np.bool_] | None,
    size: int,
    limit: float,
    stop: Stop,
) -> npt.NDArray[np.float64]:
    """Return the grey-value curve of each region, (rows of regions, columns of regions, knots + 1)."""
    rows, columns = (-(-n // size) for n in grey.shape)
    curves = np.empty((rows, columns, _KNOTS + 1))
    for r, c in np.ndindex(rows, columns):
        stop.check()
        region = np.s_[r * size : (r + 1) * size, c * size : (c + 1) * size]
        pixels = grey[region] if excluded is None else grey[region][~excluded[region]]
        curves[r, c] = _curve(pixels, limit)
    return curves


def _curve(pixels: npt.NDArray[np.float64], limit: float) -> npt.NDArray[np.float64]:
    """Return the clipped cumulative histogram of `pixels` at the knots 0, 1/n, …, 1."""
    if not pixels.size:
        return np.linspace(0, 1, _KNOTS + 1)
    counts = np.histogram(pixels, _KNOTS, (0, 1))[0] * (_KNOTS / pixels.size)
    # A density of 1 is the identity's slope; what exceeds the limit is spread over all knots.
    slope = ndimage.uniform_filter1d(counts, _KNOTS // 128, mode="nearest")
    slope = np.minimum(slope, limit)
    slope = np.minimum(slope + _lift(slope, limit), limit)
    total = np.concatenate(([0.0], np.cumsum(slope)))
    return np.asarray(total / total[-1])


def _lift(slope: npt.NDArray[np.float64], limit: float) -> float:
    """Return what to add so that ``mean(min(slope + lift, limit))`` is 1 (water filling)."""
    low, high = 0.0, limit
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if np.minimum(slope + middle, limit).mean() < 1 else (low, middle)
    return high


def _interpolated(
    grey: npt.NDArray[np.float64], curves: npt.NDArray[np.float64], size: int, stop: Stop
) -> npt.NDArray[np.float64]:
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
) -> tuple[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]], npt.NDArray[np.float64]]:
    """Return for each pixel of an axis the two nearest regions and the weight of the second."""
    place = np.clip((np.arange(length) + 0.5) / size - 0.5, 0, count - 1)
    first = np.minimum(place.astype(np.intp), max(count - 2, 0))
    return (first, np.minimum(first + 1, count - 1)), place - first
