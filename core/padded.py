"""One method applied to one slice, whose padding it neither sees nor changes."""

import numpy as np
import scipy

from core.enhance.enlarge import repeated
from core.enhance.method import Enhancer, SliceContext
from core.frame import Frame, Image, Mask, Stored
from core.stop import Stop


def slice_context(frame: Frame) -> SliceContext:
    """Return what a method may know about `frame`."""
    low, high = frame.default_window.limits
    shown = (high, low) if frame.inverted else (low, high)
    return SliceContext(frame.modality, frame.units, shown, frame.padding_mask)


def apply(enhancer: Enhancer, values: Image, context: SliceContext, stop: Stop) -> Image:
    """Return `values` (rows, columns) enhanced, the padding as it was and without influence.

    Twice the rows and columns come out of a network that doubles them.
    """
    stop.check()
    enhanced = enhancer(filled(values, context.excluded), context, stop)
    if context.excluded is None:
        return enhanced
    if enhanced.shape == values.shape:
        return np.where(context.excluded, values, enhanced)
    return np.where(repeated(context.excluded), repeated(values), enhanced)


def filled(values: Stored, excluded: Mask | None) -> Stored:
    """Return `values` with each padding pixel replaced by the nearest pixel, so that none bleeds in."""
    if excluded is None or not excluded.any() or excluded.all():
        return values
    nearest = scipy.ndimage.distance_transform_edt(excluded, return_distances=False, return_indices=True)
    near: Stored = values[tuple(nearest)]
    return near
