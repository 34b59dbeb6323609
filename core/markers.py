"""Letters of lead and other small bright marks that were burnt into a radiograph (L, R, a clock, a name)."""

from collections.abc import Callable
from math import ceil

import numpy as np
import numpy.typing as npt

from core.frame import Image, Mask

PROJECTIONS = frozenset({"CR", "DX", "MG", "PX", "IO", "RG", "RF", "XA", "XR"})
"""Modalities whose images are shadows; others carry no letters of lead."""
_CELLS = 160
"""Along the longer side of the image."""
_WIDEST = 15
"""Cells; what is wider is anatomy or the edge of a collimator."""
_CONTRAST = 0.22
"""Of the range of nearly all values."""

_Grid = npt.NDArray[np.float32]


def marks(values: Image, dark: bool) -> Mask:
    """Return where an image has small marks, in cells that divide it evenly.

    What stands out of the image's morphological opening is small and bright: the white top-hat transform
    (Serra, Image Analysis and Mathematical Morphology, 1982).

    Parameters
    ----------
    values
        (rows, columns).
    dark
        Whether what was shaded from rays has low values, as in MONOCHROME1.
    """
    grid = _cells(values)
    if dark:
        grid = -grid
    opened = _over(_over(grid, np.min), np.max)
    low, high = np.percentile(grid, (1, 99))
    found = np.asarray(grid - opened > _CONTRAST * max(float(high - low), 1e-6))
    found[[0, -1]] = found[:, [0, -1]] = False  # the edge of the field itself is bright on some detectors
    return found


def _cells(values: Image) -> _Grid:
    """Return means of square blocks; of every few pixels, where there are many."""
    size = max(1, ceil(max(values.shape) / _CELLS))
    step = max(1, size // 4)
    some, size = values[::step, ::step], size // step
    rows, columns = (max(1, length // size) for length in some.shape)
    cut = np.asarray(some[: rows * size, : columns * size], np.float32)
    return np.asarray(cut.reshape(rows, cut.shape[0] // rows, columns, -1).mean((1, 3)), np.float32)


def _over(grid: _Grid, extreme: Callable[..., npt.NDArray[np.float32]]) -> _Grid:
    """Return the smallest or largest value in the square round each cell."""
    for axis in (0, 1):
        width = [(0, 0), (0, 0)]
        width[axis] = (_WIDEST // 2, _WIDEST // 2)
        padded = np.pad(grid, width, mode="edge")
        grid = extreme(np.lib.stride_tricks.sliding_window_view(padded, _WIDEST, axis=axis), axis=-1)
    return grid
