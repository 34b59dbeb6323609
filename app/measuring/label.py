"""The words beside a measurement: what they are, where they go, how they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from core.measurement import REGIONS, Kind, Measurement

_GAP = 10.0
_BETWEEN = 2.0
"""Between two labels."""
_PADDING = 3.0
_GROUND = QColor(0, 0, 0, 175)
_DARK = QColor(12, 16, 20)
_ROWS = 8
"""How many places above and below the best one are tried."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said beside a measurement."""

    lines: tuple[str, ...]
    badge: str
    """The number by which the lists in the panel call it; "" for a note."""
    ink: QColor

    def head(self, metrics: QFontMetricsF) -> float:
        """Return the width of the number."""
        return metrics.horizontalAdvance(self.badge) + 2 * _PADDING if self.badge else 0.0

    def size(self, metrics: QFontMetricsF) -> QSizeF:
        """Return how much room the words take."""
        width = self.head(metrics) + max(metrics.horizontalAdvance(line) for line in self.lines)
        return QSizeF(width + 2 * _PADDING, metrics.height() * len(self.lines) + 2 * _PADDING)


def placed(
    size: QSizeF, view: QRectF, measurement: Measurement, points: Sequence[QPointF], taken: Sequence[QRectF]
) -> QRectF:
    """Return where words go: beside what is measured, inside the view, and on none of the boxes `taken`.

    Parameters
    ----------
    size
        Of the words.
    view
        Where they may be, in screen pixels.
    measurement
        What they belong to.
    points
        Its points on the screen.
    taken
        Where other words are.
    """
    tried = [_within(QRectF(at, size), view) for at in _places(size, view, measurement, points)]
    free = (box for box in tried if not any(_near(box).intersects(other) for other in taken))
    return next(free, None) or min(tried, key=lambda box: _overlap(box, taken))


def _places(
    size: QSizeF, view: QRectF, measurement: Measurement, points: Sequence[QPointF]
) -> Iterator[QPointF]:
    """Yield upper left corners, the best first: at the right, or at the left where the view ends."""
    around = _anchor(measurement, points)
    y = around.center().y() - size.height() / 2
    right, left = around.right() + _GAP, around.left() - _GAP - size.width()
    sides = [right, left]
    if right + size.width() > view.right() and left >= view.left():
        sides = [left, right]
    middle = around.center().x() - size.width() / 2
    yield from (QPointF(x, y) for x in sides)
    yield QPointF(middle, around.bottom() + _GAP)
    yield QPointF(middle, around.top() - _GAP - size.height())
    step = size.height() + _BETWEEN
    for n in range(1, _ROWS):
        yield from (QPointF(x, y + sign * n * step) for sign in (1, -1) for x in sides)


def _anchor(measurement: Measurement, points: Sequence[QPointF]) -> QRectF:
    """Return what the words stand beside: a whole region, else the point that matters."""
    if measurement.kind not in REGIONS:
        at = points[1] if measurement.kind in (Kind.ARROW, Kind.ANGLE) and len(points) > 1 else points[-1]
        return QRectF(at, at)
    xs, ys = [p.x() for p in points], [p.y() for p in points]
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))


def _within(box: QRectF, view: QRectF) -> QRectF:
    x = max(view.left(), min(box.x(), view.right() - box.width()))
    y = max(view.top(), min(box.y(), view.bottom() - box.height()))
    return QRectF(QPointF(x, y), box.size())


def _near(box: QRectF) -> QRectF:
    return box.adjusted(-_BETWEEN / 2, -_BETWEEN / 2, _BETWEEN / 2, _BETWEEN / 2)


def _overlap(box: QRectF, taken: Sequence[QRectF]) -> float:
    shared = (box.intersected(other) for other in taken)
    return sum(each.width() * each.height() for each in shared)


def draw_label(painter: QPainter, box: QRectF, words: Words) -> None:
    """Write words into their box."""
    metrics = QFontMetricsF(painter.font())
    head = words.head(metrics)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(box, 3, 3)
    if words.badge:
        _draw_badge(painter, QRectF(box.left(), box.top(), head, metrics.height() + 2 * _PADDING), words)
    painter.setPen(words.ink)
    for n, line in enumerate(words.lines):
        y = box.top() + _PADDING + metrics.ascent() + n * metrics.height()
        painter.drawText(QPointF(box.left() + head + _PADDING, y), line)


def _draw_badge(painter: QPainter, box: QRectF, words: Words) -> None:
    painter.setBrush(words.ink)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(_DARK)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.badge)
