"""Draws what lies over an image: corner texts, labels, orientation letters, scale and colour bars."""

from dataclasses import dataclass
from itertools import zip_longest
from math import floor, log10

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPen,
)

from app.label_boxes import BESIDE, Marked, draw_labels, never
from app.language import tr
from app.letters import Letters
from app.outlined_text import SHADOW, TEXT, shadowed
from app.ring import Ring, draw_ring
from app.texts import Corners, Label, Lines, number
from core.display import SIGNED_COLOURS
from core.frame import Geometry

WARNING = QColor(255, 196, 87)
_MESSAGE = QColor(147, 160, 174)
_MARGIN = 10.0
_LETTERS_AND_BAR = 5
"""Lines that the letters above and below and the scale bar take."""
_LETTERS = 3
"""Lines that the letters above, below and at the sides take."""
_READOUT = "(1024, 1024)  −1000 HU"
"""As long as what is told of the pixel under the pointer mostly is."""
_CLEARANCE = 5.0
"""Between words and a line."""
_RIGHT = 0.6
"""Share of a row that its right text may take from the left one."""


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A known length in the view."""

    pixels: float
    """On screen."""
    text: str


@dataclass(frozen=True, slots=True)
class ColourBar:
    """Meaning of the difference's colours."""

    limit: float
    units: str


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is drawn over one view."""

    corners: Corners
    labels_left: tuple[Label, ...] = ()
    labels_right: tuple[Label, ...] = ()
    letters: Letters | None = None
    scale_bar: ScaleBar | None = None
    colour_bar: ColourBar | None = None
    line: QLineF | None = None
    """Between two pictures; letters and scale bar keep clear of it."""
    crossing: QPointF | None = None
    """Where an upright and a level line across the view meet; letters keep clear of them, too."""
    rings: tuple[Ring, ...] = ()
    marked: Marked = never
    """Whether a mark that was burnt into the image lies in a box of the view; labels keep clear of it."""
    message: str = ""
    """In the middle of the view: why there is no picture."""


def scale_bar(geometry: Geometry, scale: float, width: float) -> ScaleBar | None:
    """Return a bar of a round length, at most a quarter of the view.

    Parameters
    ----------
    geometry
        Says the distance between columns, and where it holds.
    scale
        Screen pixels per column.
    width
        Of the view, in screen pixels.
    """
    if geometry.spacing is None:
        return None
    per_mm = scale / geometry.spacing[1]
    longest = width / 4 / per_mm
    power = 10.0 ** floor(log10(longest))
    length = next(n for n in (5, 2, 1) if n * power <= longest * (1 + 1e-9)) * power
    text = f"{length / 10:g} cm" if length >= 10 else f"{length:g} mm"
    sentences = {"detector": tr("{} at detector"), "calibrated": tr("{} calibrated")}
    return ScaleBar(length * per_mm, sentences.get(geometry.spacing_source, "{}").format(text))


def draw(painter: QPainter, area: QRectF, content: Content) -> tuple[QRectF, ...]:
    """Draw `content` over `area`; return where words were written in the corners, and the split line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    sides = content.labels_left, content.labels_right
    above, below = draw_labels(painter, inner, sides, _across(content.line), content.marked)
    free = inner.adjusted(0, above, 0, -below)
    low = _is_low(painter, free, content)
    corners, split = _fewer(content.corners, _lines(painter, free)) if low else content.corners, content.line
    written = _draw_corners(painter, free, corners)
    eighth = free.width() / 8  # a scale bar takes up to that on either side of its middle
    middle = _beside(free.center().x(), eighth, _across(split))
    room = middle - eighth - free.left(), free.right() - middle - eighth
    lower = _clear(painter, room, (corners.top_left[::-1], corners.top_right[::-1]))
    upper = _clear(painter, room, (corners.bottom_left, _with_readout(corners.bottom_right)))
    free.adjust(0, lower, 0, -upper)
    if content.letters is not None:
        _draw_letters(painter, free, content.letters, content)
    if content.scale_bar is not None and not low:
        _draw_scale_bar(painter, free, content.scale_bar, content)
    if content.colour_bar is not None:
        _draw_colour_bar(painter, free, content.colour_bar)
    for ring in content.rings:
        draw_ring(painter, inner, ring)
    if content.message:
        _draw_message(painter, inner, content.message)
    if split is None:
        return written
    line = QRectF(split.p1(), split.p2()).normalized()
    return (*written, line.adjusted(-_CLEARANCE, -_CLEARANCE, _CLEARANCE, _CLEARANCE))


def _is_low(painter: QPainter, area: QRectF, content: Content) -> bool:
    """Whether texts, letters and scale bar would lie on each other."""
    corners = content.corners
    top = max(len(corners.top_left), len(corners.top_right))
    bottom = max(len(corners.bottom_left), len(corners.bottom_right))
    return top + bottom + _LETTERS_AND_BAR > _lines(painter, area)


def _lines(painter: QPainter, area: QRectF) -> float:
    """Return how many lines of text an area has room for."""
    return area.height() / QFontMetricsF(painter.font()).height()


def _fewer(corners: Corners, lines: float) -> Corners:
    """Return what a low view has room for: who, which slice, what is under the pointer, and all warnings.

    In the lowest ones who and which slice, so that they lie on neither each other nor all of the image.
    """
    at_left = _first(corners.top_left), _first(corners.bottom_left[::-1])[::-1]
    at_right = _first(corners.top_right), _first(corners.bottom_right)
    if sum(map(len, at_left)) + _LETTERS > lines:
        at_right = (), ()
    return Corners(at_left[0], at_right[0], at_left[1], at_right[1])


def _first(lines: Lines) -> Lines:
    return tuple(line for n, line in enumerate(lines) if n == 0 or line.startswith("⚠"))


def _with_readout(lines: Lines) -> Lines:
    """Return the lines at the lower right as if the pointer were on the image: coming, it moves nothing."""
    return (_READOUT, *lines[-2:]) if len(lines) > 1 else lines


def _clear(painter: QPainter, room: tuple[float, float], parts: tuple[Lines, Lines]) -> float:
    """Return how far in the middle begins, clear of lines that do not fit at the left and at the right.

    The outermost of the lines come last.
    """
    metrics = QFontMetricsF(painter.font())
    long = (
        len(part) - n
        for part, widest in zip(parts, room, strict=True)
        for n, line in enumerate(part)
        if metrics.horizontalAdvance(line) > widest
    )
    return metrics.height() * max(long, default=0)


def _draw_corners(painter: QPainter, area: QRectF, corners: Corners) -> tuple[QRectF, ...]:
    high = _draw_rows(painter, area, area.top(), corners.top_left, corners.top_right)
    left, right = corners.bottom_left, corners.bottom_right
    rows = max(len(left), len(right))
    left, right = (("",) * (rows - len(lines)) + lines for lines in (left, right))
    top = area.bottom() - rows * QFontMetricsF(painter.font()).height()
    return (*high, *_draw_rows(painter, area, top, left, right))


def _draw_rows(painter: QPainter, area: QRectF, top: float, left: Lines, right: Lines) -> list[QRectF]:
    """Write lines at either edge, and return where; the left one gets the room that the right one leaves."""
    metrics, cut, written = QFontMetricsF(painter.font()), Qt.TextElideMode.ElideRight, []
    for n, (first, second) in enumerate(zip_longest(left, right, fillvalue="")):
        y = top + n * metrics.height() + metrics.ascent()
        beside = metrics.horizontalAdvance(first) + _MARGIN if first else 0.0
        room = max(area.width() * _RIGHT, area.width() - beside)
        at_right = metrics.elidedText(second, cut, room)
        width = metrics.horizontalAdvance(at_right)
        at_left = metrics.elidedText(first, cut, area.width() - width - _MARGIN)
        shadowed(painter, QPointF(area.left(), y), at_left, WARNING if first.startswith("⚠") else TEXT)
        shadowed(painter, QPointF(area.right() - width, y), at_right)
        for x, text in ((area.left(), at_left), (area.right() - width, at_right)):
            if text:
                box = QRectF(x, y - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
                written.append(box)
    return written


def _beside(middle: float, half: float, split: float | None) -> float:
    """Return the middle of what is `half` to either side, moved off a split line that would cross it."""
    return _off(middle, half, split, BESIDE)


def _off(middle: float, half: float, line: float | None, distance: float) -> float:
    """Return the middle of what is `half` to either side, at least a distance away from a line."""
    if line is None or abs(middle - line) >= half + distance:
        return middle
    return line - half - distance if line >= middle else line + half + distance


def _across(split: QLineF | None) -> float | None:
    """Return where an upright line stands."""
    return split.x1() if split is not None and split.x1() == split.x2() else None


def _draw_letters(painter: QPainter, area: QRectF, letters: Letters, content: Content) -> None:
    painter.save()
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    metrics, middle, split = QFontMetricsF(font), area.center(), content.line
    cross_x, cross_y = _crossing(content)
    level = split.y1() if split is not None and split.y1() == split.y2() else None
    half = metrics.height() / 2
    raised = _off(_beside(middle.y(), half, level), half, cross_y, _CLEARANCE) + metrics.ascent() / 2
    centred = {
        text: _off(_beside(middle.x(), width / 2, _across(split)), width / 2, cross_x, _CLEARANCE) - width / 2
        for text in (letters.top, letters.bottom)
        for width in (metrics.horizontalAdvance(text),)
    }
    shadowed(painter, QPointF(area.left(), raised), letters.left)
    shadowed(painter, QPointF(area.right() - metrics.horizontalAdvance(letters.right), raised), letters.right)
    if area.height() >= 2 * metrics.height():  # else one would lie on the other
        shadowed(painter, QPointF(centred[letters.top], area.top() + metrics.ascent()), letters.top)
        lowest = area.bottom() - metrics.descent()
        shadowed(painter, QPointF(centred[letters.bottom], lowest), letters.bottom)
    painter.restore()


def _crossing(content: Content) -> tuple[float | None, float | None]:
    return (None, None) if content.crossing is None else (content.crossing.x(), content.crossing.y())


def _draw_scale_bar(painter: QPainter, area: QRectF, bar: ScaleBar, content: Content) -> None:
    metrics, split = QFontMetricsF(painter.font()), content.line
    y = area.bottom() - metrics.height() * 1.4
    words = metrics.horizontalAdvance(bar.text)
    middle = _beside(area.center().x(), max(bar.pixels, words) / 2, _across(split))
    left, right = middle - bar.pixels / 2, middle + bar.pixels / 2
    ticks = [(left, y, right, y), (left, y - 5, left, y), (right, y - 5, right, y)]
    for colour, width in ((SHADOW, 3.5), (TEXT, 1.5)):
        painter.setPen(QPen(colour, width))
        for x0, y0, x1, y1 in ticks:
            painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))
    at = _off(middle, words / 2, _crossing(content)[0], _CLEARANCE)
    shadowed(painter, QPointF(at - words / 2, y - 6 - metrics.descent()), bar.text)


def _draw_colour_bar(painter: QPainter, area: QRectF, bar: ColourBar) -> None:
    metrics = QFontMetricsF(painter.font())
    height = min(area.height() * 0.4, 220.0)
    few = height < 3 * metrics.height()
    box = QRectF(area.right() - 34, area.center().y() - height / 2, 12, height)
    gradient = QLinearGradient(box.bottomLeft(), box.topLeft())
    for place, entry in ((0.0, 0), (0.5, 128), (1.0, 256)):
        gradient.setColorAt(place, QColor(*(int(c) for c in SIGNED_COLOURS[entry])))
    painter.save()
    painter.setPen(QPen(SHADOW, 1))
    painter.setBrush(QBrush(gradient))
    painter.drawRect(box)
    painter.restore()  # else what is drawn next is filled with the gradient
    values = ((0.0, -bar.limit), (0.5, 0.0), (1.0, bar.limit))
    for place, value in values[::2] if few else values:
        text = f"{number(value, sign=value != 0)} {bar.units}".rstrip()
        y = box.bottom() - place * height + metrics.ascent() / 2 - metrics.descent() / 2
        shadowed(painter, QPointF(box.left() - 6 - metrics.horizontalAdvance(text), y), text)


def _draw_message(painter: QPainter, area: QRectF, text: str) -> None:
    box = QRectF(area.left() + area.width() * 0.15, area.top(), area.width() * 0.7, area.height())
    painter.setPen(_MESSAGE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
