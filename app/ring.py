"""The edge of a lens or a loupe, and the words that say what is seen in it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.label_boxes import PADDING, draw_label, label_font, label_size, wrapped
from app.outlined_text import SHADOW, TEXT
from app.texts import Label


@dataclass(frozen=True, slots=True)
class Ring:
    """The edge of a lens or a loupe, with words that say what is seen in it."""

    center: QPointF
    """In the view, in screen pixels."""
    radius: float
    labels: tuple[Label, ...]


def draw_ring(painter: QPainter, area: QRectF, ring: Ring) -> None:
    """Draw the edge, and the words below it, or above it where the view ends."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((SHADOW, 4.0), (TEXT, 1.8)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(ring.center, ring.radius, ring.radius)
    painter.save()
    painter.setFont(label_font(painter))
    metrics = QFontMetricsF(painter.font())
    room = max(area.width() / 3, 2 * ring.radius)
    sizes = [label_size(label, metrics, room) for label in ring.labels]
    height = sum(size.height() + 4 for size in sizes)
    below = ring.center.y() + ring.radius + 6
    y = below if below + height <= area.bottom() else ring.center.y() - ring.radius - 6 - height
    for label, size in zip(ring.labels, sizes, strict=True):
        x = ring.center.x() - size.width() / 2
        x = max(area.left(), min(x, area.right() - size.width()))
        words = "\n".join(wrapped(label.text, metrics, room - 2 * PADDING))
        draw_label(painter, QRectF(QPointF(x, y), size), label.kind, words)
        y += size.height() + 4
    painter.restore()
