"""Neighbourhood filters: smoothing and sharpening."""

from dataclasses import dataclass
from math import ceil
from typing import ClassVar

import scipy
from skimage import filters

from core.enhance.method import Image, SliceContext, parameter
from core.enhance.tiles import by_strips
from core.stop import Stop

_TRUNCATE = 4.0
"""Standard deviations after which Gaussian kernels end."""


@dataclass(frozen=True)
class Gaussian:
    """Gaussian smoothing."""

    name: ClassVar[str] = "gaussian"
    label: ClassVar[str] = "Gaussian"
    purpose: ClassVar[str] = "Smooths noise and fine detail alike."
    keeps_units: ClassVar[bool] = True

    sigma: float = parameter(
        0.8, "Radius", minimum=0.2, maximum=5.0, step=0.1, unit="px", help="Standard deviation of the kernel."
    )

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, smoothed."""
        return by_strips(values, _reach(self.sigma), self._smooth, stop)

    def _smooth(self, values: Image) -> Image:
        smooth: Image = scipy.ndimage.gaussian_filter(values, self.sigma, mode="reflect", truncate=_TRUNCATE)
        return smooth


@dataclass(frozen=True)
class Median:
    """Median of a square neighbourhood."""

    name: ClassVar[str] = "median"
    label: ClassVar[str] = "Median"
    purpose: ClassVar[str] = "Removes specks and keeps edges."
    keeps_units: ClassVar[bool] = True

    radius: int = parameter(
        1, "Radius", minimum=1, maximum=4, step=1, unit="px", help="The square is 2 × radius + 1 pixels wide."
    )

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, each the median around it."""
        return by_strips(values, self.radius, self._median, stop)

    def _median(self, values: Image) -> Image:
        median: Image = scipy.ndimage.median_filter(values, 2 * self.radius + 1, mode="reflect")
        return median


@dataclass(frozen=True)
class Unsharp:
    """Unsharp masking: the difference from a smoothed copy, added."""

    name: ClassVar[str] = "unsharp"
    label: ClassVar[str] = "Unsharp mask"
    purpose: ClassVar[str] = "Sharpens edges, and noise with them."
    keeps_units: ClassVar[bool] = True

    radius: float = parameter(
        2.0,
        "Radius",
        minimum=0.5,
        maximum=10.0,
        step=0.5,
        unit="px",
        help="Size of the details that are raised.",
    )
    amount: float = parameter(
        0.5,
        "Amount",
        minimum=0.1,
        maximum=3.0,
        step=0.1,
        unit="×",
        help="How much of the difference is added.",
    )

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, sharpened; flat areas keep their mean."""
        return by_strips(values, _reach(self.radius), self._sharpen, stop)

    def _sharpen(self, values: Image) -> Image:
        sharp: Image = filters.unsharp_mask(values, self.radius, self.amount, preserve_range=True)
        return sharp


def _reach(sigma: float) -> int:
    """Rows that a Gaussian kernel looks at on either side."""
    return ceil(_TRUNCATE * sigma) + 1
