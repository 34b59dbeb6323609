"""Words in the corners of an image that no setting hides: how they are broken, placed and drawn."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.texts import Label, LabelKind

Sides = tuple[tuple[Label, ...], tuple[Label, ...]]

Marked = Callable[[QRectF], bool]
Placed = list[tuple[Label, QRectF]]

GAP = 10.0
BESIDE = 16.0
"""Between a split line and what would lie on it; the line's knob is as wide."""
PADDING = 8.0
_BETWEEN = 4.0
"""Between two labels."""
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


def never(_box: QRectF) -> bool:
    """Say that there is no mark anywhere."""
    return False


def draw_labels(
    painter: QPainter, area: QRectF, sides: Sides, split: float | None, marked: Marked = never
) -> tuple[float, float]:
    """Draw the labels of both sides; return the heights they take from the top and from the bottom.

    They stand at the top, the right ones lower where they would meet. Where they would cover a mark that was
    burnt into the image they stand at the bottom, if none is there.

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
    marked
        Whether a mark lies in a box of the view.
    """
    painter.save()
    painter.setFont(label_font(painter))
    metrics = QFontMetricsF(painter.font())
    high, low = (_arranged(metrics, area, sides, split, low=both) for both in ((False, False), (True, True)))
    sunk = _sunk(high[0], low[0], marked), _sunk(high[1], low[1], marked)
    tops, bottoms = [area.top()], [area.bottom()]
    for placed, is_low in zip(_arranged(metrics, area, sides, split, low=sunk), sunk, strict=True):
        for label, box in placed:
            lines = wrapped(label.text, metrics, box.width() - 2 * PADDING + 0.5)
            draw_label(painter, box, label.kind, "\n".join(lines))
            if is_low:
                bottoms.append(box.top() - _BETWEEN)
            else:
                tops.append(box.bottom() + _BETWEEN)
    painter.restore()
    return max(tops) - area.top(), area.bottom() - min(bottoms)


def _sunk(high: Placed, low: Placed, marked: Marked) -> bool:
    """Whether the labels of a side go to the bottom."""
    return any(marked(box) for _, box in high) and not any(marked(box) for _, box in low)


def _arranged(
    metrics: QFontMetricsF, area: QRectF, sides: Sides, split: float | None, low: tuple[bool, bool]
) -> tuple[Placed, Placed]:
    """Return the boxes of both sides' labels, from the top on or, where they are low, from the bottom."""
    rooms = _rooms(area, split)
    left = _stacked(metrics, rooms[0], sides[0], right=False, low=low[0])
    right = _stacked(metrics, rooms[1], sides[1], right=True, low=low[1])
    widest = [max((box.width() for _, box in placed), default=0.0) for placed in (left, right)]
    if low[0] == low[1] and left and sum(widest) + GAP > area.width():
        room = QRectF(rooms[1])
        if low[0]:
            room.setBottom(left[0][1].top() - _BETWEEN)
        else:
            room.setTop(left[-1][1].bottom() + _BETWEEN)
        right = _stacked(metrics, room, sides[1], right=True, low=low[1])
    return left, right


def _stacked(
    metrics: QFontMetricsF, area: QRectF, labels: tuple[Label, ...], *, right: bool, low: bool
) -> Placed:
    """Return boxes below one another, at the upper or at the lower edge."""
    sizes = [label_size(label, metrics, area.width()) for label in labels]
    height = sum(size.height() + _BETWEEN for size in sizes) - _BETWEEN
    top, placed = area.bottom() - height if low else area.top(), []
    for label, size in zip(labels, sizes, strict=True):
        x = area.right() - size.width() if right else area.left()
        placed.append((label, QRectF(QPointF(x, top), size)))
        top += size.height() + _BETWEEN
    return placed


def _rooms(area: QRectF, split: float | None) -> tuple[QRectF, QRectF]:
    """Return where the labels of either side go: beside an upright split line, if it leaves room for both."""
    least = area.width() * _NARROWEST
    if split is None or not area.left() + least <= split <= area.right() - least:
        return area, area
    left, right = QRectF(area), QRectF(area)
    left.setRight(split - BESIDE)
    right.setLeft(split + BESIDE)
    return left, right


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
