"""Gradient magnitude similarity deviation (Xue, Zhang, Mou and Bovik, IEEE TIP 23:684, 2014)."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Image = npt.NDArray[np.floating]

STEADY = 170 / 255**2
"""The paper's constant T = 170 for 8 bits, for values in 0 … 1."""
PREWITT = np.array([[1, 0, -1], [1, 0, -1], [1, 0, -1]]) / 3


def gmsd(reference: Image, test: Image) -> float:
    """Return how unevenly the edges of two (rows, columns) images agree: 0 is best, 0.35 is very bad.

    Both are clipped to 0 … 1 by the caller, averaged over 2 × 2 pixels and thinned to half, as published.
    It follows edges and lost texture where PSNR follows the noise.
    """
    one, two = (_slope(image.astype(np.float64)) for image in (reference, test))
    similarity = (2 * one * two + STEADY) / (one**2 + two**2 + STEADY)
    return float(similarity.std())


def _slope(image: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Gradient magnitude by Prewitt's filter at half resolution."""
    rows, columns = (n // 2 * 2 for n in image.shape)
    half = image[:rows, :columns].reshape(rows // 2, 2, columns // 2, 2).mean((1, 3))
    across, along = (ndimage.convolve(half, kernel, mode="nearest") for kernel in (PREWITT, PREWITT.T))
    return np.asarray(np.hypot(across, along))
