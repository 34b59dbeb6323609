"""The lines that a measurement is drawn with."""

from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from core.measurement import Kind, Measurement

_HEAD = 14.0
"""Length of an arrow's head in screen pixels."""
_OPENING = pi / 7
_CROSS = 4.0
"""Half the width of the mark at a text."""
_ARC = 22.0
"""Radius in screen pixels of the arc that marks an angle."""


def outline(measurement: Measurement, to_screen: QTransform) -> QPainterPath:
    """Return the path of `measurement` on the screen."""
    points = [to_screen.map(QPointF(*point)) for point in measurement.points]
    kind = measurement.kind
    if kind in (Kind.ELLIPSE, Kind.RECTANGLE):
        return _box(measurement, to_screen)
    if kind is Kind.TEXT:
        return _cross(points[0])
    if kind is Kind.COBB:
        return _cobb(points)
    path = _open(points)
    if kind is Kind.FREEHAND and measurement.complete:
        path.closeSubpath()
    elif kind is Kind.ARROW and len(points) == 2:
        path.addPath(_head(points[0], points[1]))
    elif kind is Kind.ANGLE and len(points) == 3:
        path.addPath(_arc(points))
    return path


def _box(measurement: Measurement, to_screen: QTransform) -> QPainterPath:
    path, points = QPainterPath(), [QPointF(*point) for point in measurement.points]
    box = QRectF(points[0], points[-1]).normalized()
    if measurement.kind is Kind.ELLIPSE:
        path.addEllipse(box)
    else:
        path.addRect(box)
    return to_screen.map(path)


def _open(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def _cross(at: QPointF) -> QPainterPath:
    path = QPainterPath()
    for x, y in ((_CROSS, 0.0), (0.0, _CROSS)):
        path.moveTo(at - QPointF(x, y))
        path.lineTo(at + QPointF(x, y))
    return path


def _cobb(points: list[QPointF]) -> QPainterPath:
    """Return both lines, and a thin one between their middles."""
    path = _open(points[:2])
    if len(points) < 4:
        return path
    path.addPath(_open(points[2:]))
    first, second = QLineF(points[0], points[1]).center(), QLineF(points[2], points[3]).center()
    path.addPath(_dashes(first, second))
    return path


def _dashes(start: QPointF, end: QPointF) -> QPainterPath:
    path, count = QPainterPath(), max(1, round(hypot(end.x() - start.x(), end.y() - start.y()) / 10))
    for n in range(count):
        path.moveTo(start + (end - start) * (n / count))
        path.lineTo(start + (end - start) * ((n + 0.5) / count))
    return path


def _head(tip: QPointF, tail: QPointF) -> QPainterPath:
    way = atan2(tail.y() - tip.y(), tail.x() - tip.x())
    length = min(_HEAD, hypot(tail.x() - tip.x(), tail.y() - tip.y()))
    path = QPainterPath()
    for turn in (way - _OPENING, way + _OPENING):
        path.moveTo(tip)
        path.lineTo(tip + QPointF(cos(turn), sin(turn)) * length)
    return path


def _arc(points: list[QPointF]) -> QPainterPath:
    """Return the arc between the legs of an angle, on the side of the smaller opening."""
    first, vertex, last = points
    legs = QLineF(vertex, first), QLineF(vertex, last)
    radius = min(_ARC, legs[0].length() / 2, legs[1].length() / 2)
    sweep = legs[0].angleTo(legs[1])
    box = QRectF(vertex.x() - radius, vertex.y() - radius, 2 * radius, 2 * radius)
    path = QPainterPath()
    path.arcMoveTo(box, legs[0].angle())
    path.arcTo(box, legs[0].angle(), sweep if sweep <= 180 else sweep - 360)
    return path
