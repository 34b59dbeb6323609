"""Half the matrix: resolution loss, and scanners that interpolate to twice the matrix they measured."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from training.degradation.compose import Degradation
from training.degradation.limits import within

Image = npt.NDArray[np.float32]


def halved(values: Image) -> Image:
    """Return the means of 2 × 2 pixels, (⌈rows/2⌉, ⌈columns/2⌉): the response is cos(πf) per axis.

    An odd last row or column is repeated.
    """
    rows, columns = values.shape
    even = np.pad(values, ((0, rows % 2), (0, columns % 2)), "edge")
    return np.asarray(even.reshape(len(even) // 2, 2, -1, 2).mean((1, 3)), np.float32)


def doubled(values: Image, shape: tuple[int, ...], order: int) -> Image:
    """Return `values` spline-interpolated to twice the matrix and cropped to `shape` (rows, columns).

    Pixels are areas: two new ones share the place of an old one.
    """
    fine = ndimage.zoom(values, 2, order=order, mode="reflect", grid_mode=True)
    return np.asarray(fine[: shape[0], : shape[1]], np.float32)


@dataclass(frozen=True, slots=True)
class ResolutionLoss:
    """The image from half its matrix: `halved`, then `doubled` by a spline of the given order.

    Details of frequency f below 0.25 cycles/pixel fade by cos(πf) per axis and by the spline; those
    above alias, as with larger detector elements or voxels.
    """

    order: int = 3

    def __post_init__(self) -> None:
        within("spline order", self.order, 0, 5)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) at half the resolution, same matrix."""
        return doubled(halved(values), values.shape, self.order)


@dataclass(frozen=True, slots=True)
class VendorInterpolation:
    """A scan of half the matrix that the scanner's software shows at the full one.

    `scan`, with its noise, acts on the measured matrix; interpolating its result correlates the noise.
    With order 1 its variance falls to (5/8)² and neighbours correlate by 3/4. Interpolation by
    zero-filling is `mr_kspace.KSpaceScan` with half of k-space kept.
    """

    scan: Degradation
    order: int = 3

    def __post_init__(self) -> None:
        within("spline order", self.order, 0, 5)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns), measured by `scan` at half the matrix and interpolated."""
        return doubled(self.scan(halved(values), rng), values.shape, self.order)
