"""A frame on a grid of twice the rows and columns that covers the same area."""

from dataclasses import replace

import numpy as np

from core.enhance.enlarge import doubled, repeated
from core.frame import Frame, Image, Mask, Stored


def doubled_frame(frame: Frame, smooth: Stored) -> Frame:
    """Return `frame` enlarged bicubically; padding, overlays and place belong to the finer grid.

    `smooth` are its stored values with something in place of the padding that does not ring.
    """
    finer = doubled(np.asarray(smooth, np.float32))
    stored = np.clip(np.rint(finer), frame.format.lowest, frame.format.highest).astype(frame.stored.dtype)
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
