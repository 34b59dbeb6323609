"""The words beside a measurement."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTransform

from core.measurement import REGIONS, Kind, Measurement

_GAP = 10.0
_PADDING = 3.0
_GROUND = QColor(0, 0, 0, 175)
_DARK = QColor(12, 16, 20)


def draw_label(
    painter: QPainter,
    view: QRectF,
    measurement: Measurement,
    to_screen: QTransform,
    *,
    lines: tuple[str, ...],
    badge: str,
    ink: QColor,
) -> None:
    """Write `lines` beside `measurement`, inside the view wherever that is possible, after a number."""
    metrics = QFontMetricsF(painter.font())
    head = metrics.horizontalAdvance(badge) + 2 * _PADDING if badge else 0.0
    width = head + max(metrics.horizontalAdvance(line) for line in lines)
    size = QRectF(0, 0, width + 2 * _PADDING, metrics.height() * len(lines) + 2 * _PADDING)
    box = _placed(size, view, measurement, [to_screen.map(QPointF(*p)) for p in measurement.points])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(box, 3, 3)
    if badge:
        _draw_badge(painter, QRectF(box.left(), box.top(), head, metrics.height() + 2 * _PADDING), badge, ink)
    painter.setPen(ink)
    for n, line in enumerate(lines):
        y = box.top() + _PADDING + metrics.ascent() + n * metrics.height()
        painter.drawText(QPointF(box.left() + head + _PADDING, y), line)


def _draw_badge(painter: QPainter, box: QRectF, badge: str, ink: QColor) -> None:
    """Write the number by which the lists in the panel call the measurement."""
    painter.setBrush(ink)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(_DARK)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge)


def _placed(size: QRectF, view: QRectF, measurement: Measurement, points: list[QPointF]) -> QRectF:
    """Return where the words go: to the right of what is measured, to the left where the view ends."""
    xs, ys = [p.x() for p in points], [p.y() for p in points]
    if measurement.kind in REGIONS:
        right, left, middle = max(xs), min(xs), (min(ys) + max(ys)) / 2
    else:
        at = points[1] if measurement.kind in (Kind.ARROW, Kind.ANGLE) and len(points) > 1 else points[-1]
        right = left = at.x()
        middle = at.y()
    x = right + _GAP
    if x + size.width() > view.right() and left - _GAP - size.width() >= view.left():
        x = left - _GAP - size.width()
    y = middle - size.height() / 2
    x = max(view.left(), min(x, view.right() - size.width()))
    y = max(view.top(), min(y, view.bottom() - size.height()))
    return QRectF(x, y, size.width(), size.height())
