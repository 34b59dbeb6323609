"""What pulling at a measurement does to its points."""

from collections.abc import Iterable
from dataclasses import replace

from core.measurement import Kind, Measurement, Point

Shape = tuple[int, int]
"""(rows, columns) of the image."""
_BOXES = (Kind.ELLIPSE, Kind.RECTANGLE)


def grips(measurement: Measurement) -> tuple[Point, ...]:
    """Return the points that can be pulled: the corners of a box, otherwise all points."""
    if measurement.kind not in _BOXES or len(measurement.points) < 2:
        return measurement.points
    (x0, y0), (x1, y1) = measurement.points
    return (x0, y0), (x1, y0), (x1, y1), (x0, y1)


def pulled(measurement: Measurement, grip: int, to: Point) -> Measurement:
    """Return `measurement` with one of its grips moved; the opposite corner of a box stays."""
    points = list(measurement.points)
    if measurement.kind in _BOXES:
        (x0, y0), (x1, y1) = points
        column, row = (0, 1, 1, 0)[grip], (0, 0, 1, 1)[grip]
        xs, ys = [x0, x1], [y0, y1]
        xs[column], ys[row] = to
        points = [(xs[0], ys[0]), (xs[1], ys[1])]
    else:
        points[grip] = to
    return replace(measurement, points=tuple(points))


def shifted(measurement: Measurement, by: Point, shape: Shape) -> Measurement:
    """Return `measurement` moved as a whole, held within the image."""
    x = _held(by[0], (x for x, _ in measurement.points), shape[1])
    y = _held(by[1], (y for _, y in measurement.points), shape[0])
    return replace(measurement, points=tuple((px + x, py + y) for px, py in measurement.points))


def within(point: Point, shape: Shape) -> Point:
    """Return the point of the image that is next to `point`."""
    return max(0.0, min(point[0], float(shape[1]))), max(0.0, min(point[1], float(shape[0])))


def _held(by: float, values: Iterable[float], end: float) -> float:
    found = list(values)
    return max(-min(found), min(by, end - max(found)))
