"""Words in the corners of an image that no setting hides: how they are broken, placed and drawn."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.texts import Label, LabelKind

Sides = tuple[tuple[Label, ...], tuple[Label, ...]]

GAP = 10.0
BESIDE = 16.0
"""Between a split line and what would lie on it; the line's knob is as wide."""
PADDING = 8.0
_NARROWEST = 0.35
"""Share of a view that is wide enough for the labels of one side."""
_LABEL_SIZE = 0.92
"""Of the texts' size; labels are bold."""
_LABEL_COLOURS = {
    LabelKind.ORIGINAL: (QColor(20, 26, 33, 225), QColor(205, 214, 224)),
    LabelKind.PROCESSED: (QColor(245, 166, 35), QColor(24, 18, 4)),
    LabelKind.BUSY: (QColor(20, 26, 33, 225), QColor(110, 190, 255)),
    LabelKind.WARNING: (QColor(60, 16, 16, 230), QColor(255, 150, 130)),
}


def draw_labels(painter: QPainter, area: QRectF, sides: Sides, split: float | None) -> float:
    """Draw the labels of both sides, the right ones lower where they would meet; return their height.

    Parameters
    ----------
    painter
        Has the font of the texts.
    area
        Where labels may be, in screen pixels.
    sides
        Labels at the left and at the right edge.
    split
        Where an upright split line stands, if there is one.
    """
    painter.save()
    painter.setFont(label_font(painter))
    metrics = QFontMetricsF(painter.font())
    rooms = _rooms(area, split)
    widest = [
        max((label_size(label, metrics, room.width()).width() for label in labels), default=0.0)
        for labels, room in zip(sides, rooms, strict=True)
    ]
    left = _draw_list(painter, rooms[0], sides[0], right=False)
    meet = sum(widest) + GAP > area.width()
    below = rooms[1].adjusted(0, left, 0, 0) if meet else rooms[1]
    right = _draw_list(painter, below, sides[1], right=True)
    painter.restore()
    return max(left, right + below.top() - area.top())


def _rooms(area: QRectF, split: float | None) -> tuple[QRectF, QRectF]:
    """Return where the labels of either side go: beside an upright split line, if it leaves room for both."""
    least = area.width() * _NARROWEST
    if split is None or not area.left() + least <= split <= area.right() - least:
        return area, area
    left, right = QRectF(area), QRectF(area)
    left.setRight(split - BESIDE)
    right.setLeft(split + BESIDE)
    return left, right


def _draw_list(painter: QPainter, area: QRectF, labels: tuple[Label, ...], right: bool) -> float:
    """Draw labels below one another and return the height they take."""
    metrics, top = QFontMetricsF(painter.font()), area.top()
    for label in labels:
        lines = wrapped(label.text, metrics, area.width() - 2 * PADDING)
        size = label_size(label, metrics, area.width())
        x = area.right() - size.width() if right else area.left()
        draw_label(painter, QRectF(QPointF(x, top), size), label.kind, "\n".join(lines))
        top += size.height() + 4
    return top - area.top()


def label_font(painter: QPainter) -> QFont:
    """Return the font of labels, which is bold."""
    font = QFont(painter.font())
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * _LABEL_SIZE)
    return font


def label_size(label: Label, metrics: QFontMetricsF, room: float) -> QSizeF:
    """Return the size of a label that is broken to fit into `room`, where it can be."""
    lines = wrapped(label.text, metrics, room - 2 * PADDING)
    width = max(map(metrics.horizontalAdvance, lines)) + 2 * PADDING
    return QSizeF(width, metrics.height() * len(lines) + 6)


def wrapped(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Return `text` in as many lines as it needs, broken between its parts; nothing is left out."""
    lines: list[str] = []
    for part in text.split(" · "):
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def draw_label(painter: QPainter, box: QRectF, kind: LabelKind, text: str) -> None:
    """Draw the words of one label into its box."""
    fill, ink = _LABEL_COLOURS[kind]
    painter.setPen(QPen(QColor(ink.red(), ink.green(), ink.blue(), 110), 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
