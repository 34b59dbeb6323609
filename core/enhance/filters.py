"""Neighbourhood filters: smoothing and sharpening."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy import ndimage

from core.enhance.method import Image, SliceContext, parameter
from core.stop import Stop


@dataclass(frozen=True)
class Gaussian:
    """Gaussian smoothing."""

    name: ClassVar[str] = "gaussian"
    label: ClassVar[str] = "Gaussian"
    purpose: ClassVar[str] = "Smooths noise and fine detail alike."
    keeps_units: ClassVar[bool] = True

    sigma: float = parameter(
        1.0, "Radius", minimum=0.2, maximum=5.0, step=0.1, unit="px", help="Standard deviation of the kernel."
    )

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, smoothed."""
        stop.check()
        return np.asarray(ndimage.gaussian_filter(values, self.sigma, mode="reflect"), np.float32)
