"""The order of frames in a stack, and what is odd about it."""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from core.dicom.place import Vector

_SAME_PLACE_MM = 0.01
_EVEN = 0.05
"""How far one slice distance may be from the usual one, relatively."""
_GAP = 1.5
"""How much wider than usual a distance is where a slice is missing."""
_TILT_DEGREES = 0.5
_UNPLACED = "Slice positions are missing; the images are in order of their numbers."


class Slot(NamedTuple):
    """A frame to be ordered."""

    frame: int
    """Which one, as the caller counts."""
    place: float | None
    """Along the slice normal, in mm."""
    rank: tuple[float, int, str]
    """Instance number, frame number, and the name of the file for the rest."""


class Order(NamedTuple):
    """Frames in scrolling order."""

    frames: tuple[int, ...]
    spacing: float | None
    notes: tuple[str, ...]
    first_volume: tuple[int, ...]


def order(slots: Sequence[Slot], slices: bool) -> Order:
    """Return `slots` by place, by rank where a place is missing; `slices` ought to have one."""
    if any(slot.place is None for slot in slots):
        found = tuple(slot.frame for slot in sorted(slots, key=lambda slot: slot.rank))
        return Order(found, None, (_UNPLACED,) if slices and len(slots) > 1 else (), ())
    levels = _levels(slots)
    counts = {len(level) for level in levels}
    if len(levels) == 1 or (len(counts) == 1 and counts != {1}):
        volumes = [[level[n] for level in levels] for n in range(len(levels[0]))]
        notes = _volumes(len(levels), len(volumes))
    else:
        volumes = [list(itertools.chain.from_iterable(levels))]
        notes = _doubled(len(slots) - len(levels))
    spacing, gaps = _distances([level[0].place or 0.0 for level in levels])
    frames = tuple(slot.frame for volume in volumes for slot in volume)
    return Order(frames, spacing, (*gaps, *notes), frames[: len(levels)])


def _levels(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Group slots that lie at one place, in order of place and, within, of rank."""
    levels: list[list[Slot]] = []
    for slot in sorted(slots, key=lambda slot: (slot.place, slot.rank)):
        if levels and (slot.place or 0.0) - (levels[-1][0].place or 0.0) <= _SAME_PLACE_MM:
            levels[-1].append(slot)
        else:
            levels.append([slot])
    return [sorted(level, key=lambda slot: slot.rank) for level in levels]


def _volumes(slices: int, volumes: int) -> tuple[str, ...]:
    if volumes == 1:
        return ()
    if slices == 1:
        return ("All images lie at the same place; they are in order of their numbers.",)
    return (f"The stack holds {volumes} volumes of {slices} slices, one after another.",)


def _doubled(count: int) -> tuple[str, ...]:
    if count == 0:
        return ()
    lie = "slice lies" if count == 1 else "slices lie"
    return (f"{count} {lie} where another one is already; all are kept.",)


def _distances(places: Sequence[float]) -> tuple[float | None, tuple[str, ...]]:
    """Return the slice distance where it is even, and sentences about gaps."""
    if len(places) < 2:
        return None, ()
    steps = np.diff(places)
    usual = float(np.median(steps))
    if np.all(np.abs(steps - usual) <= max(_EVEN * usual, _SAME_PLACE_MM)):
        return float(np.mean(steps)), ()
    missing = int(np.sum(np.rint(steps[steps > _GAP * usual] / usual) - 1))
    if missing and np.all(steps > usual / _GAP):
        many = f"{missing} slices seem" if missing > 1 else "1 slice seems"
        return None, (f"{many} to be missing: the distance is {usual:.3g} mm, but not throughout.",)
    low, high = float(steps.min()), float(steps.max())
    return None, (f"The distance between slices varies from {low:.3g} to {high:.3g} mm.",)


def tilt(first: Vector, last: Vector, normal: Vector) -> float:
    """Return the angle in degrees between the direction of stacking and the slice normal."""
    step = np.subtract(last, first)
    along = abs(float(np.dot(step, normal)))
    across = float(np.linalg.norm(step - np.dot(step, normal) * np.asarray(normal)))
    return math.degrees(math.atan2(across, along))


def tilt_note(degrees: float) -> tuple[str, ...]:
    """Say that slices are not stacked along their normal."""
    if degrees < _TILT_DEGREES:
        return ()
    return (f"The slices are tilted by {degrees:.1f}° against the direction they are stacked in.",)
