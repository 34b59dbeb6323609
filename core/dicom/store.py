"""From modality values back to integers as DICOM stores them."""

import numpy as np
import numpy.typing as npt

from core.errors import ClearsliceError
from core.frame import Frame, Image, Stored


def to_stored(frame: Frame, values: Image) -> Stored:
    """Return `values` (rows, columns) as integers of the frame's own format.

    Inverse rescale, rounded half to even, clipped to what Bits Stored holds (PS3.5 8.1.1). Pixels that
    did not change and padding keep their stored value exactly; no other pixel becomes padding.

    Raises
    ------
    ClearsliceError
        If a value is not finite, or the frame's Modality LUT has no inverse.
    """
    exact = frame.transform.invert(values)
    if not np.isfinite(exact).all():
        msg = "The method gave pixels that are not numbers, so the image was not saved; try other parameters."
        raise ClearsliceError(msg)
    rounded = np.clip(np.rint(exact), frame.format.lowest, frame.format.highest).astype(np.int64)
    if frame.padding is not None:
        rounded = _beside_padding(rounded, exact, frame.padding, (frame.format.lowest, frame.format.highest))
    unchanged = values == frame.values
    if frame.padding_mask is not None:
        unchanged |= frame.padding_mask
    return np.where(unchanged, frame.stored, rounded).astype(frame.stored.dtype)


def _beside_padding(
    stored: npt.NDArray[np.int64],
    exact: npt.NDArray[np.float64],
    padding: tuple[int, int],
    limits: tuple[int, int],
) -> npt.NDArray[np.int64]:
    """Move what fell on a padding value to the nearest value that is none (PS3.3 C.7.5.1.1.2)."""
    below, above = padding[0] - 1, padding[1] + 1
    upwards = np.where(exact >= sum(padding) / 2, above <= limits[1], below < limits[0])
    hit = (stored >= padding[0]) & (stored <= padding[1])
    return np.where(hit, np.where(upwards, above, below), stored)
