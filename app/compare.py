"""What each view shows: one picture, two of them beside a line or in a lens, or both mixed."""

from dataclasses import dataclass
from enum import Enum
from math import ceil, floor

from PySide6.QtCore import QObject, QRectF, Signal

from app.cell_feed import CellFeed
from app.layers import Grid, Layers, layers
from app.plane import Painter
from app.session import Session
from app.state import Compare, Point
from core.display import (
    Blend,
    Difference,
    Part,
    Pyramid,
    Screen,
    Source,
    default_voi,
    grey,
    signed,
    signed_limit,
)
from core.frame import Frame, Mask
from core.markers import PROJECTIONS, marks
from core.pipeline import Enhanced
from core.window import VoiLut, Window


class Side(Enum):
    """A kind of picture."""

    ORIGINAL = "original"
    PROCESSED = "processed"
    RIVAL = "rival"
    """What another recipe makes, pinned to compare with."""
    DIFFERENCE = "difference"
    BLEND = "blend"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one view shows; `second` lies beyond the split line, or in the lens."""

    first: Side
    second: Side | None = None
    lens: bool = False


def cells(
    compare: Compare, enhanced: bool, held: bool, *, other: Side = Side.ORIGINAL, turned: bool = False
) -> tuple[Cell, ...]:
    """Return what the views show.

    Parameters
    ----------
    compare
        How the user wants to see.
    enhanced
        Whether there is an enhanced image, or one is on its way.
    held
        Whether the original is shown everywhere for now.
    other
        What the enhanced image is compared with.
    turned
        Whether it is the other's turn to flicker up.
    """
    processed = Side.PROCESSED if enhanced and not held else Side.ORIGINAL
    if held:
        other = Side.ORIGINAL
    if compare is Compare.SIDE_BY_SIDE:
        return Cell(other), Cell(processed)
    if processed is Side.ORIGINAL or compare is Compare.SINGLE:
        return (Cell(processed),)
    return (
        {
            Compare.SPLIT: Cell(other, processed),
            Compare.LENS: Cell(processed, other, lens=True),
            Compare.FLICKER: Cell(other if turned else processed),
            Compare.BLEND: Cell(Side.BLEND),
            Compare.DIFFERENCE: Cell(Side.DIFFERENCE),
        }[compare],
    )


class Pictures(QObject):
    """Makes the pictures of a cell's current slice for its views, so that none is made twice."""

    pointerMoved = Signal()

    def __init__(
        self, session: Session, feed: CellFeed, parent: QObject | None = None, only: Side | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.only = only
        """The one picture, original or processed, that is shown; None for what the cell compares."""
        self.cell = feed.cell
        self.feed = feed
        self._frame: Frame | None = None
        self._own: Pyramid | None = None
        self._main: Layers | None = None
        self._rival: Layers | None = None
        self._limit = 1.0
        self._marks: Mask | None = None
        self.pointer: Point | None = None
        """Image point under the mouse, in whichever view it is."""
        feed.frameChanged.connect(self._on_frame)
        feed.enhancedChanged.connect(self._on_enhanced)
        feed.rival.changed.connect(self._on_rival)

    @property
    def other(self) -> Side:
        """What the enhanced image is compared with."""
        return Side.ORIGINAL if self.cell.rival is None else Side.RIVAL

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What the views show now."""
        wanted = bool(self.cell.active_recipe.steps)
        coming = wanted and (self.feed.enhanced is not None or self.feed.busy)
        session = self.session
        if self.only is not None:
            held = session.original_held or self.only is Side.ORIGINAL
            return cells(Compare.SINGLE, coming, held)
        turned = session.comparing.turned
        return cells(self.cell.compare, coming, session.original_held, other=self.other, turned=turned)

    def marked(self, box: QRectF) -> bool:
        """Whether a box, in image points, holds a mark that was burnt into a radiograph."""
        frame, series = self._frame, self.cell.series
        if frame is None or series is None or series.modality not in PROJECTIONS or frame.is_colour:
            return False
        if self._marks is None:
            self._marks = marks(frame.values, dark=frame.inverted)
        rows, columns = (cells / n for cells, n in zip(self._marks.shape, frame.shape, strict=True))
        first, last = max(0, floor(box.top() * rows)), max(0, ceil(box.bottom() * rows))
        left, right = max(0, floor(box.left() * columns)), max(0, ceil(box.right() * columns))
        return bool(self._marks[first:last, left:right].any())

    @property
    def difference_limit(self) -> float:
        """End of the difference's colour bar, in the image's units."""
        return self._limit

    @property
    def finest(self) -> int:
        """The lowest level that painters know: −1 where a network doubled rows and columns."""
        shown = (self._main, self._main if self._rival is None else self._rival)
        return max(0 if each is None else each.finest for each in shown)

    def take_over(self) -> None:
        """Begin with what the feed holds already."""
        self._on_frame(self.feed.frame)
        self._on_enhanced(self.feed.enhanced)
        self._on_rival(self.feed.rival.enhanced)

    def point_at(self, point: Point | None) -> None:
        """Tell all views what lies under the mouse."""
        if point != self.pointer:
            self.pointer = point
            self.pointerMoved.emit()

    def painter(self, side: Side) -> Painter | None:
        """Return what paints `side`; None if there is nothing to paint."""
        frame, original = self._frame, self._original
        if frame is None or original is None:
            return None
        if frame.is_colour:
            return original.part
        source = self._source(side)
        if side is Side.DIFFERENCE:
            return None if source is None else _Signed(original, source, self._limit)
        voi = self.cell.window or default_voi(frame)
        return _Grey(original, source or original, voi, frame.inverted ^ self.cell.inverted)

    def value(self, side: Side, row: int, column: int) -> float | None:
        """Return the value of a pixel in modality units, or of the difference."""
        frame = self.feed.frame
        if frame is None or frame.is_colour:
            return None
        if side is Side.ORIGINAL:
            return float(frame.values[row, column])
        if side in (Side.PROCESSED, Side.RIVAL):
            enhanced = self.feed.enhanced if side is Side.PROCESSED else self.feed.rival.enhanced
            return None if enhanced is None else _value(enhanced, row, column)
        before, after = (self.value(each, row, column) for each in (self.other, Side.PROCESSED))
        if before is None or after is None:
            return None
        return after - before if side is Side.DIFFERENCE else before + self._mix * (after - before)

    @property
    def _mix(self) -> float:
        return self.session.comparing.mix

    @property
    def _original(self) -> Grid | None:
        return self._own if self._main is None else self._main.original

    def _source(self, side: Side) -> Source | None:
        """Return the values of `side`; None where they are not there (yet), and for the original itself."""
        if side is Side.ORIGINAL:
            return self._original
        if side is Side.PROCESSED:
            enhanced, made = self.feed.enhanced, self._main
        else:
            enhanced, made = self.feed.rival.enhanced, self._rival
        if side in (Side.PROCESSED, Side.RIVAL):
            return None if enhanced is None or made is None else made.at(enhanced.recipe.strength)
        before, after = self._source(self.other), self._source(Side.PROCESSED)
        if before is None or after is None:
            return None
        return Difference(before, after) if side is Side.DIFFERENCE else Blend(before, after, self._mix)

    def _on_frame(self, frame: Frame | None) -> None:
        self._frame = frame
        if frame is None:
            self._own = None
        else:
            values = frame.stored if frame.is_colour else frame.values
            self._own = Pyramid(values, None if frame.is_colour else frame.padding_mask)
        self._main = self._rival = self._marks = None

    def _on_enhanced(self, enhanced: Enhanced | None) -> None:
        held, self._main = self._main, layers(enhanced, self._own, self._main)
        if self._main is not held:
            self._measure_difference()

    def _on_rival(self, enhanced: Enhanced | None) -> None:
        self._rival = layers(enhanced, self._own, self._rival)
        self._measure_difference()

    def _measure_difference(self) -> None:
        """Take the scale at full strength, so that the strength slider changes colours, not their meaning."""
        enhanced, rival = self.feed.enhanced, self.feed.rival.enhanced
        if enhanced is not None:
            before = enhanced.frame.values if rival is None else rival.image
            self._limit = signed_limit(enhanced.full - before)


def _value(enhanced: Enhanced, row: int, column: int) -> float:
    base, full = float(enhanced.base[row, column]), float(enhanced.full[row, column])
    return base + enhanced.recipe.strength * (full - base)


@dataclass(frozen=True, eq=False)
class _Grey:
    """Paints grey values through a window."""

    original: Grid
    source: Source
    voi: Window | VoiLut
    inverted: bool

    def __call__(self, level: int, part: Part) -> Screen:
        excluded = self.original.excluded(level, part)
        return grey(self.source.part(level, part), self.voi, self.inverted, excluded)


@dataclass(frozen=True, eq=False)
class _Signed:
    """Paints a difference in two colours."""

    original: Grid
    source: Source
    limit: float

    def __call__(self, level: int, part: Part) -> Screen:
        return signed(self.source.part(level, part), self.limit, self.original.excluded(level, part))
