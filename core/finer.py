"""A frame on a grid of twice the rows and columns that covers the same area."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from core.enhance.enlarge import doubled
from core.frame import Frame, Image, Mask, Stored


def doubled_frame(frame: Frame) -> Frame:
    """Return `frame` enlarged bicubically; padding, overlays and place belong to the finer grid."""
    smooth = doubled(np.asarray(frame.stored, np.float32))
    stored = np.clip(np.rint(smooth), frame.format.lowest, frame.format.highest).astype(frame.stored.dtype)
    if frame.padding_mask is not None:
        stored = np.where(repeated(frame.padding_mask), repeated(frame.stored), stored)
    stored.setflags(write=False)
    overlays = tuple(repeated(plane) for plane in frame.overlays)
    return replace(frame, stored=stored, geometry=frame.geometry.doubled(), overlays=overlays)


def enlarged(values: Image, excluded: Mask | None, smooth: Image) -> Image:
    """Return `smooth` enlarged bicubically, but the `excluded` pixels of `values` as they are."""
    finer = doubled(smooth)
    return finer if excluded is None else np.where(repeated(excluded), repeated(values), finer)


def halved(values: Image) -> Image:
    """Return the means of 2 × 2 pixels."""
    rows, columns = values.shape
    means: Image = values.reshape(rows // 2, 2, columns // 2, 2).mean((1, 3), dtype=np.float32)
    return means


def repeated(array: npt.NDArray[np.generic] | Mask | Stored) -> Stored:
    """Return `array` (rows, columns) with each pixel as 2 × 2."""
    return np.repeat(np.repeat(array, 2, axis=0), 2, axis=1)
