"""Which frame of one series belongs to which of another."""

from functools import partial

from core.dicom.study import FrameRef, Series
from core.errors import ClearsliceError

Pair = tuple[FrameRef, FrameRef]

_REACH = 0.5
"""Frames lie at the same place if they are nearer than this share of the slice distance (or mm without)."""


def matched(reference: Series, test: Series) -> tuple[Pair, ...]:
    """Return the pairs (frame of `reference`, frame of `test`) that show the same place.

    By position along the slice normal where all frames have one, else one by one in order. Frames
    without a partner are left out.

    Raises
    ------
    ClearsliceError
        If no frame has a partner.
    """
    if all(ref.position is not None for ref in (*reference.frames, *test.frames)):
        pairs = _by_position(reference, test)
    elif len(reference.frames) == len(test.frames):
        pairs = list(zip(reference.frames, test.frames, strict=True))
    else:
        pairs = []
    if not pairs:
        msg = "The two series have no slices at the same place, so they cannot be compared."
        raise ClearsliceError(msg)
    return tuple(pairs)


def _by_position(reference: Series, test: Series) -> list[Pair]:
    reach = _REACH * (reference.spacing or 1.0)
    pairs = []
    for ref in reference.frames:
        nearest = min(test.frames, key=partial(_distance, ref), default=None)
        if nearest is not None and _distance(ref, nearest) < reach:
            pairs.append((ref, nearest))
    return pairs


def _distance(one: FrameRef, other: FrameRef) -> float:
    return abs((one.position or 0.0) - (other.position or 0.0))
