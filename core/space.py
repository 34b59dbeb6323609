"""Image planes in patient space (PS3.3 C.7.6.2.1.1): which point is where, and where one plane cuts another.

Image points are (column, row); pixel (c, r) covers c to c + 1 and r to r + 1: its centre is (c + ½, r + ½).
"""

import numpy as np
import numpy.typing as npt

from core.frame import Geometry

Vector = npt.NDArray[np.float64]
"""(3,) patient coordinates in mm (LPS)."""
Point = tuple[float, float]
Segment = tuple[Point, Point]

SAME_WAY = float(np.cos(np.radians(45)))
"""Cosine up to which stacks count as running the same way: heads are tilted between examinations."""
CROSSING = float(np.cos(np.radians(10)))
"""Cosine below which one plane's cut through another is worth drawing."""


def shares_space(a: Geometry, b: Geometry) -> bool:
    """Whether positions in both mean the same place in the patient."""
    return bool(a.frame_of_reference) and a.frame_of_reference == b.frame_of_reference


def direction(a: Geometry, b: Geometry) -> int:
    """Return 1 if the normals point the same way, -1 if opposite ways, 0 if neither or unknown."""
    first, second = a.normal, b.normal
    if first is None or second is None:
        return 0
    cosine = float(first @ second)
    return int(np.sign(cosine)) if abs(cosine) >= SAME_WAY else 0


def to_patient(geometry: Geometry, point: Point) -> Vector | None:
    """Return where an image point lies; None where the file does not say."""
    axes = _axes(geometry)
    if axes is None:
        return None
    origin, row, column = axes
    return origin + (point[0] - 0.5) * row + (point[1] - 0.5) * column


def to_image(geometry: Geometry, patient: Vector) -> Point | None:
    """Return the image point nearest to a patient point; None where the file does not say."""
    axes = _axes(geometry)
    if axes is None:
        return None
    origin, row, column = axes
    offset = patient - origin
    return float(offset @ row / (row @ row)) + 0.5, float(offset @ column / (column @ column)) + 0.5


def cut(plane: Geometry, other: Geometry, shape: tuple[int, int]) -> Segment | None:
    """Return where the image `other` of `shape` (rows, columns) cuts `plane`, in image points of `plane`.

    None where they share no space, are nearly parallel, or do not meet within `other`.
    """
    normals = plane.normal, other.normal
    if not shares_space(plane, other) or normals[0] is None or normals[1] is None:
        return None
    if abs(float(normals[0] @ normals[1])) > CROSSING:
        return None
    rows, columns = shape
    corners = [to_patient(other, p) for p in ((0.0, 0.0), (columns, 0.0), (columns, rows), (0.0, rows))]
    ends = _crossings(plane, normals[0], [corner for corner in corners if corner is not None])
    return (ends[0], ends[1]) if len(ends) == 2 else None


def _crossings(plane: Geometry, normal: Vector, corners: list[Vector]) -> list[Point]:
    """Return where the edges of a polygon pass through `plane`."""
    assert plane.position is not None
    found: list[Point] = []
    heights = [float(normal @ (corner - np.asarray(plane.position))) for corner in corners]
    for n, start in enumerate(corners):
        low, high = heights[n - 1], heights[n]
        if (low < 0) != (high < 0):
            meeting = corners[n - 1] + low / (low - high) * (start - corners[n - 1])
            point = to_image(plane, meeting)
            if point is not None:
                found.append(point)
    return found


def _axes(geometry: Geometry) -> tuple[Vector, Vector, Vector] | None:
    """Return the first pixel's centre, and the steps to the next column and to the next row."""
    if geometry.position is None or geometry.orientation is None or geometry.spacing is None:
        return None
    row, column = np.asarray(geometry.orientation, np.float64).reshape(2, 3)
    between_rows, between_columns = geometry.spacing
    return np.asarray(geometry.position, np.float64), row * between_columns, column * between_rows
