"""What is measured on a frame: points in the image, and the lengths, angles and areas that follow from them.

Points are (column, row) as in `core.roi`, the convention of DICOM's spatial coordinates too (PS3.3 C.18.6.1):
(0, 0) is the outer corner of the first pixel.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from math import atan2, degrees, hypot, pi

from pydicom.uid import generate_uid

from core.errors import ClearsliceError
from core.frame import Frame, Image
from core.roi import Polygon, Region, Roi, Shape, Statistics, measure

Point = tuple[float, float]
Spacing = tuple[float, float]
"""Millimetres between rows, between columns."""


class Kind(Enum):
    """What a measurement is."""

    DISTANCE = "distance"
    POLYLINE = "polyline"
    ANGLE = "angle"
    COBB = "cobb"
    ELLIPSE = "ellipse"
    RECTANGLE = "rectangle"
    FREEHAND = "freehand"
    ARROW = "arrow"
    TEXT = "text"


POINTS = {
    Kind.DISTANCE: 2,
    Kind.ANGLE: 3,
    Kind.COBB: 4,
    Kind.ELLIPSE: 2,
    Kind.RECTANGLE: 2,
    Kind.ARROW: 2,
    Kind.TEXT: 1,
}
"""How many points a kind has; the other kinds have as many as the user likes."""
LINES = frozenset({Kind.DISTANCE, Kind.POLYLINE})
"""Kinds that have a length."""
REGIONS = frozenset({Kind.ELLIPSE, Kind.RECTANGLE, Kind.FREEHAND})
"""Kinds that have an area and hold pixels."""
_BOXES = {Kind.ELLIPSE: Shape.ELLIPSE, Kind.RECTANGLE: Shape.RECTANGLE}


@dataclass(frozen=True, slots=True)
class Measurement:
    """Something drawn on one frame."""

    kind: Kind
    points: tuple[Point, ...]
    """An ellipse and a rectangle by two opposite corners of their box, an angle with its vertex in
    the middle, a Cobb angle by two lines, an arrow from its tip."""
    frame: tuple[str, int]
    """SOP Instance UID and frame number, as in `Frame.key`."""
    name: str = ""
    uid: str = field(default_factory=lambda: generate_uid(prefix=None))
    """Tracking Unique Identifier (0062,0021)."""

    @property
    def complete(self) -> bool:
        """Whether it has all its points."""
        wanted = POINTS.get(self.kind, 3 if self.kind is Kind.FREEHAND else 2)
        return len(self.points) >= wanted

    @property
    def region(self) -> Region | None:
        """The pixels it encloses; None for a line, an angle, a note."""
        if self.kind in _BOXES and self.complete:
            (x0, y0), (x1, y1) = self.points
            return Roi(_BOXES[self.kind], min(y0, y1), min(x0, x1), abs(y1 - y0), abs(x1 - x0))
        return Polygon(self.points) if self.kind is Kind.FREEHAND and self.complete else None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a measurement says of a frame."""

    length: float | None = None
    """Millimetres; pixels where the spacing is not known."""
    angle: float | None = None
    """Degrees."""
    area: float | None = None
    """Square millimetres; square pixels where the spacing is not known."""
    before: Statistics | None = None
    """Of the original; None without a region, or where it holds no pixel."""
    after: Statistics | None = None
    """Of the enhanced image; None while there is none."""


@dataclass(frozen=True, slots=True)
class Spatial:
    """A measurement on a plane through a volume, as a report keeps it: in the patient, on no image."""

    kind: Kind | None
    """Where a number says it; None where the outline does."""
    graphic: str
    """Graphic Type (PS3.3 C.18.9.1.2)."""
    points: tuple[tuple[float, float, float], ...]
    """In mm (LPS)."""
    frame_of_reference: str
    """UID."""
    cut: str
    """How the plane was cut, as the view's own words; "" where the report does not say."""
    name: str = ""
    note: str = ""
    """What an arrow or a text says."""
    uid: str = ""


@dataclass(frozen=True, eq=False)
class Measured:
    """A measurement with everything a row says of it."""

    measurement: Measurement
    frame: Frame
    figures: Figures
    series: str = ""
    """Series Description."""
    slice_number: int = 0
    """In scrolling order, from 1."""
    processing: str = ""
    """What the enhanced image is, "" if there is none."""
    cut: str = ""
    """How the frame was cut from a volume, in the view's words; "" for a slice of a file."""


def figures(measurement: Measurement, frame: Frame, after: Image | None = None) -> Figures:
    """Return all that `measurement` says of `frame` and of its enhanced version.

    Parameters
    ----------
    measurement
        Drawn on `frame`.
    frame
        The original.
    after
        (rows, columns) enhanced values.
    """
    kind, points, spacing = measurement.kind, measurement.points, frame.geometry.spacing
    region = measurement.region
    return Figures(
        length=length(points, spacing) if kind in LINES else None,
        angle=_angle(measurement, spacing),
        area=None if region is None else area(measurement, spacing),
        before=_statistics(region, frame, frame.values) if not frame.is_colour else None,
        after=_statistics(region, frame, after) if after is not None else None,
    )


def _angle(measurement: Measurement, spacing: Spacing | None) -> float | None:
    if not measurement.complete:
        return None
    if measurement.kind is Kind.ANGLE:
        return angle(measurement.points, spacing)
    return cobb(measurement.points, spacing) if measurement.kind is Kind.COBB else None


def _statistics(region: Region | None, frame: Frame, values: Image) -> Statistics | None:
    if region is None:
        return None
    try:
        return measure(region, values, frame.padding_mask)
    except ClearsliceError:
        return None


def length(points: Sequence[Point], spacing: Spacing | None) -> float:
    """Return the length of the line through `points` in mm; in pixels without `spacing`."""
    steps = itertools.pairwise(points)
    return sum(hypot(*_between(a, b, spacing)) for a, b in steps)


def angle(points: Sequence[Point], spacing: Spacing | None) -> float:
    """Return the angle in degrees, 0 to 180, at the second of three points."""
    first, vertex, last = points
    return _degrees(_between(vertex, first, spacing), _between(vertex, last, spacing))


def cobb(points: Sequence[Point], spacing: Spacing | None) -> float:
    """Return Cobb's angle in degrees between the line of the first two points and that of the last two.

    Both lines are taken to run to the right, so that neither the order in which their ends were drawn nor
    an angle over 90° confuses them.
    """
    a, b, c, d = points
    return _degrees(_rightwards(_between(a, b, spacing)), _rightwards(_between(c, d, spacing)))


def area(measurement: Measurement, spacing: Spacing | None) -> float:
    """Return the area of a region's outline in mm²; in square pixels without `spacing`."""
    points = measurement.points
    if measurement.kind in _BOXES:
        (x0, y0), (x1, y1) = points
        size = abs((x1 - x0) * (y1 - y0)) * (pi / 4 if measurement.kind is Kind.ELLIPSE else 1)
    else:
        nexts = (*points[1:], points[0])
        size = abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, nexts, strict=True))) / 2
    return size if spacing is None else size * spacing[0] * spacing[1]


def _between(start: Point, end: Point, spacing: Spacing | None) -> Point:
    """Return the way from `start` to `end`, to the right and down."""
    row, column = spacing or (1.0, 1.0)
    return (end[0] - start[0]) * column, (end[1] - start[1]) * row


def _rightwards(way: Point) -> Point:
    return (-way[0], -way[1]) if way[0] < 0 else way


def _degrees(first: Point, second: Point) -> float:
    cross = first[0] * second[1] - first[1] * second[0]
    return degrees(atan2(abs(cross), first[0] * second[0] + first[1] * second[1]))
