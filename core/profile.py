"""Values along a line."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, hypot

import numpy as np
import numpy.typing as npt

from core.frame import Image, Mask
from core.measurement import Point, Spacing, length

Values = npt.NDArray[np.float64]
_PER_PIXEL = 2
"""Samples for each pixel that the line is long."""


@dataclass(frozen=True, eq=False)
class Profile:
    """Values of one or two images along the same line."""

    distance: Values
    """(samples,) from the line's start, in mm; in pixels where the spacing is not known."""
    before: Values
    """(samples,) interpolated linearly between pixel centres; NaN outside the image and in padding."""
    after: Values | None = None


def profile(
    points: Sequence[Point],
    before: Image,
    after: Image | None = None,
    spacing: Spacing | None = None,
    excluded: Mask | None = None,
) -> Profile:
    """Return the values along the line through `points`, two for each pixel of its length.

    Parameters
    ----------
    points
        (column, row) each.
    before, after
        (rows, columns) modality values.
    spacing
        Millimetres between rows, between columns.
    excluded
        True where there is no pixel.
    """
    place, distance = _samples(points, spacing)
    hidden = None if excluded is None else excluded.astype(np.float32)
    covered = np.zeros(len(distance), bool) if hidden is None else _along(hidden, place) > 0
    lines = [np.where(covered, np.nan, _along(v, place)) for v in (before, after) if v is not None]
    return Profile(distance, *lines)


def _samples(points: Sequence[Point], spacing: Spacing | None) -> tuple[Values, Values]:
    """Return (samples, 2) points along the line and how far along each lies."""
    place, distance, start = [np.asarray(points[:1], np.float64)], [np.zeros(1)], 0.0
    for a, b in itertools.pairwise(points):
        count = max(1, ceil(_PER_PIXEL * hypot(b[0] - a[0], b[1] - a[1])))
        part = np.arange(1, count + 1)[:, None] / count
        place.append(np.asarray(a) + part * (np.asarray(b) - np.asarray(a)))
        whole = length((a, b), spacing)
        distance.append(start + part[:, 0] * whole)
        start += whole
    return np.concatenate(place), np.concatenate(distance)


def _along(values: Image, place: Values) -> Values:
    from scipy.ndimage import map_coordinates  # half a second that the start of the window does not need

    index = place[:, ::-1].T - 0.5
    inside = (place >= 0).all(axis=1) & (place <= values.shape[::-1]).all(axis=1)
    found = map_coordinates(values, index, np.float64, order=1, mode="nearest")
    return np.where(inside, found, np.nan)
