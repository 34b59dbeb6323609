"""Twice the matrix by bicubic interpolation: what a network that doubles the grid corrects."""

from typing import Any

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float32]

_NEAR, _NEXT, _THIRD, _FAR = 0.8671875, 0.2265625, -0.0703125, -0.0234375
"""Keys' kernel (IEEE Trans. ASSP 29, 1981; a = −1/2) at 0.25, 0.75, 1.25 and 1.75 pixels."""


def doubled(values: Image) -> Image:
    """Return `values` (rows, columns) as (2·rows, 2·columns); pixels are areas, so the extent stays.

    At the border the weights that remain are scaled to sum to 1, as Pillow and PyTorch (antialiased) do.
    """
    return np.ascontiguousarray(_doubled_rows(_doubled_rows(values).T).T)


def repeated(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return `array` (rows, columns) with each pixel as 2 × 2."""
    return np.repeat(np.repeat(array, 2, axis=0), 2, axis=1)


def _doubled_rows(values: Image) -> Image:
    rows = len(values)
    fine = np.empty((rows, 2, values.shape[1]), np.float32)
    fine[:, 0], fine[:, 1] = (a / b for a, b in zip(_sums(values), _sums(np.ones((rows, 1))), strict=True))
    return fine.reshape(2 * rows, -1)


def _sums(values: npt.NDArray[np.floating]) -> tuple[Image, Image]:
    """Weighted sums a quarter pixel above and below the centre of each row; nothing lies outside."""
    x = np.pad(values.astype(np.float32), ((2, 2), (0, 0)))
    n = len(values)
    two_up, up, here, down, two_down = (x[i : i + n] for i in range(5))
    above = _FAR * two_up + _NEXT * up + _NEAR * here + _THIRD * down
    below = _THIRD * up + _NEAR * here + _NEXT * down + _FAR * two_down
    return above, below
