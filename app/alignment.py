"""What a linked cell shows when another one scrolls, zooms or windows: arithmetic without widgets."""

from dataclasses import dataclass, replace

import numpy as np

from app.state import LARGEST_SCALE, SMALLEST_SCALE, Point, ViewTransform
from core.dicom.study import Series
from core.frame import Frame, Geometry
from core.space import direction, shares_space, to_image, to_patient
from core.window import Window

_ALIKE = 0.9
"""Cosine between directions of rows that are taken for one: as oblique as heads are in two sessions."""


@dataclass(frozen=True, eq=False)
class Spot:
    """Where a cell is in its series, and a frame of that series that tells how it lies."""

    series: Series
    index: int
    frame: Frame

    @property
    def geometry(self) -> Geometry:
        """How the series lies."""
        return self.frame.geometry

    @property
    def position(self) -> float | None:
        """Place of the slice along the normal in mm."""
        return self.series.frames[self.index].position

    def same_space(self, other: "Spot") -> bool:
        """Whether positions mean the same place in both."""
        return self.series.key == other.series.key or shares_space(self.geometry, other.geometry)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a cell was when linking began."""

    index: int
    position: float | None


def following_index(leader: Spot, follower: Spot, anchors: tuple[Anchor, Anchor]) -> int | None:
    """Return the follower's slice once the leader has scrolled; None if it stays.

    By position in the patient where the frame of reference is shared, else by the distance that the leader
    has gone since linking began, in mm where both are known to run the same way, in slices where nothing is
    known. Stacks that run another way stay.

    Parameters
    ----------
    leader
        The cell that was scrolled.
    follower
        The cell that follows.
    anchors
        Where leader and follower were when linking began.
    """
    if leader.series.key == follower.series.key:
        return leader.index
    if leader.geometry.normal is None or follower.geometry.normal is None:
        return anchors[1].index + leader.index - anchors[0].index
    sign = direction(leader.geometry, follower.geometry)
    if not sign:
        return None
    place = _place_in_space(leader, follower) if leader.same_space(follower) else None
    if place is None:
        place = _place_by_offset(leader, anchors, sign)
    if place is None:
        return anchors[1].index + sign * (leader.index - anchors[0].index)
    return _nearest(follower, place)


def _place_in_space(leader: Spot, follower: Spot) -> float | None:
    """Return the place on the follower's normal of the middle of the leader's slice."""
    geometry, normal, along = leader.geometry, leader.geometry.normal, follower.geometry.normal
    rows, columns = leader.frame.shape
    middle = to_patient(geometry, (columns / 2, rows / 2))
    if middle is None or normal is None or along is None or leader.position is None:
        return None
    # The frame may be another slice of the stack, which runs along its normal.
    middle = middle + normal * (leader.position - float(normal @ middle))
    return float(along @ middle)


def _place_by_offset(leader: Spot, anchors: tuple[Anchor, Anchor], sign: int) -> float | None:
    ours, theirs = anchors
    if leader.position is None or ours.position is None or theirs.position is None:
        return None
    return theirs.position + sign * (leader.position - ours.position)


def _nearest(spot: Spot, place: float) -> int | None:
    """Return the slice nearest to a place; of several there, such as phases, the one nearest to now."""
    distances = [
        (round(abs(ref.position - place), 3), abs(n - spot.index), n)
        for n, ref in enumerate(spot.series.frames)
        if ref.position is not None
    ]
    return min(distances)[2] if distances else None


def following_view(leader: Frame, view: ViewTransform, follower: Frame, *, same_space: bool) -> ViewTransform:
    """Return the view of `follower` that magnifies as `view` does of `leader`, on the same place.

    Magnification is equal per mm, or per share of the image's width where a distance is unknown. The middle
    is the nearest point to the same point of the patient where both share a space, else the same offset from
    the middle of the image.
    """
    scale = view.scale * _columns_per_column(leader, follower)
    center = _same_point(leader, view.center, follower) if same_space else None
    if center is None:
        center = _same_offset(leader, view.center, follower)
    rows, columns = follower.shape
    center = min(max(center[0], 0.0), float(columns)), min(max(center[1], 0.0), float(rows))
    return ViewTransform(max(SMALLEST_SCALE, min(scale, LARGEST_SCALE)), center)


def _columns_per_column(leader: Frame, follower: Frame) -> float:
    """Return how many columns of the leader are as wide as one of the follower."""
    ours, theirs = leader.geometry.spacing, follower.geometry.spacing
    if ours is None or theirs is None:
        return leader.shape[1] / follower.shape[1]
    return theirs[1] / ours[1]


def _same_point(leader: Frame, center: Point, follower: Frame) -> Point | None:
    patient = to_patient(leader.geometry, center)
    return None if patient is None else to_image(follower.geometry, patient)


def _same_offset(leader: Frame, center: Point, follower: Frame) -> Point:
    ours, theirs = leader.geometry.spacing, follower.geometry.spacing
    gains = [b / a for a, b in zip(leader.shape, follower.shape, strict=True)]
    if ours is not None and theirs is not None:
        gains = [a / b for a, b in zip(ours, theirs, strict=True)]
    (rows, columns), (other_rows, other_columns) = leader.shape, follower.shape
    return (
        other_columns / 2 + (center[0] - columns / 2) * gains[1],
        other_rows / 2 + (center[1] - rows / 2) * gains[0],
    )


def following_window(leader: Spot, window: Window | None, follower: Spot) -> Window | None:
    """Return the follower's window once the leader has `window`; None for the file's own.

    Values with the same unit take the same window. Signal without a unit has a scale of its own in every
    series, so there the window is changed in the same proportion to the file's.
    """
    same_series = leader.series.key == follower.series.key
    if window is None or same_series or leader.frame.units == follower.frame.units != "":
        return window
    ours, theirs = leader.frame.default_window, follower.frame.default_window
    gain = theirs.width / ours.width
    center = theirs.center + (window.center - ours.center) * gain
    return replace(window, center=center, width=window.width * gain, name="")


def lie_alike(leader: Spot, follower: Spot) -> bool:
    """Whether rows and columns run the same way in both, so that what is turned in one is turned in both."""
    if leader.series.key == follower.series.key:
        return True
    ours, theirs = leader.geometry.orientation, follower.geometry.orientation
    if ours is None or theirs is None:
        return False
    return all(float(np.dot(ours[n : n + 3], theirs[n : n + 3])) > _ALIKE for n in (0, 3))


def windows_together(leader: Spot, follower: Spot) -> bool:
    """Whether one window makes sense in both: grey images of one modality with the same unit."""
    frames = leader.frame, follower.frame
    if any(frame.is_colour for frame in frames):
        return False
    return frames[0].modality == frames[1].modality and frames[0].units == frames[1].units
