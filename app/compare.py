"""What each view shows: the original, the enhanced image, both beside a line, or their difference."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from app.cell_feed import CellFeed
from app.plane import Painter
from app.session import Session
from app.state import Compare, Point
from core.display import (
    Blend,
    BothGrids,
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
from core.frame import Frame, Image
from core.pipeline import Enhanced
from core.window import VoiLut, Window

Layers = Pyramid | BothGrids


class Side(Enum):
    """A kind of picture."""

    ORIGINAL = "original"
    PROCESSED = "processed"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one view shows; `second` lies beyond the split line."""

    first: Side
    second: Side | None = None


def cells(compare: Compare, enhanced: bool, held: bool) -> tuple[Cell, ...]:
    """Return what the views show.

    Parameters
    ----------
    compare
        How the user wants to see.
    enhanced
        Whether there is an enhanced image, or one is on its way.
    held
        Whether the original is shown everywhere for now.
    """
    processed = Side.PROCESSED if enhanced and not held else Side.ORIGINAL
    if compare is Compare.SIDE_BY_SIDE:
        return Cell(Side.ORIGINAL), Cell(processed)
    if processed is Side.ORIGINAL or compare is Compare.SINGLE:
        return (Cell(processed),)
    if compare is Compare.SPLIT:
        return (Cell(Side.ORIGINAL, processed),)
    return (Cell(Side.DIFFERENCE),)


class Pictures(QObject):
    """Makes the pictures of a cell's current slice for its views, so that none is made twice."""

    pointerMoved = Signal()

    def __init__(self, session: Session, feed: CellFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.cell = feed.cell
        self.feed = feed
        self._frame: Frame | None = None
        self._own: Pyramid | None = None
        self._original: Layers | None = None
        self._arrays: tuple[Image, Image] | None = None
        self._base: Layers | None = None
        self._full: Layers | None = None
        self._limit = 1.0
        self.pointer: Point | None = None
        """Image point under the mouse, in whichever view it is."""
        feed.frameChanged.connect(self._on_frame)
        feed.enhancedChanged.connect(self._on_enhanced)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What the views show now."""
        wanted = bool(self.cell.active_recipe.steps)
        coming = wanted and (self.feed.enhanced is not None or self.feed.busy)
        return cells(self.cell.compare, coming, self.session.original_held)

    @property
    def difference_limit(self) -> float:
        """End of the difference's colour bar, in the image's units."""
        return self._limit

    @property
    def finest(self) -> int:
        """The lowest level that painters know: −1 where a network doubled rows and columns."""
        return -1 if isinstance(self._full, BothGrids) else 0

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
        if side is Side.DIFFERENCE:
            return self._difference_painter(original)
        processed = self._processed() if side is Side.PROCESSED else None
        voi = self.cell.window or default_voi(frame)
        return _Grey(original, processed or original, voi, frame.inverted ^ self.cell.inverted)

    def value(self, side: Side, row: int, column: int) -> float | None:
        """Return the value of a pixel in modality units, or of the difference."""
        frame, enhanced = self.feed.frame, self.feed.enhanced
        if frame is None or frame.is_colour:
            return None
        before = float(frame.values[row, column])
        if side is Side.ORIGINAL:
            return before
        if enhanced is None:
            return None
        base, full = float(enhanced.base[row, column]), float(enhanced.full[row, column])
        after = base + enhanced.recipe.strength * (full - base)
        return after - before if side is Side.DIFFERENCE else after

    def _difference_painter(self, original: Layers) -> Painter | None:
        processed = self._processed()
        if processed is None:
            return None
        return _Signed(original, Difference(original, processed), self._limit)

    def _processed(self) -> Source | None:
        enhanced = self.feed.enhanced
        if enhanced is None or self._base is None or self._full is None:
            return None
        return Blend(self._base, self._full, enhanced.recipe.strength)

    def _on_frame(self, frame: Frame | None) -> None:
        self._frame = frame
        if frame is None:
            self._own = None
        else:
            values = frame.stored if frame.is_colour else frame.values
            self._own = Pyramid(values, None if frame.is_colour else frame.padding_mask)
        self._original, self._arrays = self._own, None

    def _on_enhanced(self, enhanced: Enhanced | None) -> None:
        if enhanced is None or self._own is None:
            self._arrays = self._base = self._full = None
            self._original = self._own
            return
        arrays = enhanced.base, enhanced.full
        if self._arrays is not None and all(a is b for a, b in zip(arrays, self._arrays, strict=True)):
            return
        self._arrays = arrays
        self._original, self._base, self._full = _layers(enhanced, self._own)
        # At full strength, so that the strength slider changes colours and not their meaning.
        self._limit = signed_limit(enhanced.full - enhanced.frame.values)


def _layers(enhanced: Enhanced, original: Pyramid) -> tuple[Layers, Layers, Layers]:
    """Return the original, and input and result of the last step, on a finer grid too if there is one."""
    mask, finer = enhanced.frame.padding_mask, enhanced.finer
    base = original if enhanced.base is enhanced.frame.values else Pyramid(enhanced.base, mask)
    own = original, base, Pyramid(enhanced.full, mask)
    if finer is None:
        return own
    mask = finer.frame.padding_mask
    images = finer.frame.values, finer.base, finer.full
    first, second, third = (BothGrids(o, Pyramid(f, mask)) for o, f in zip(own, images, strict=True))
    return first, second, third


@dataclass(frozen=True, eq=False)
class _Grey:
    """Paints grey values through a window."""

    original: Layers
    source: Source
    voi: Window | VoiLut
    inverted: bool

    def __call__(self, level: int, part: Part) -> Screen:
        excluded = self.original.excluded(level, part)
        return grey(self.source.part(level, part), self.voi, self.inverted, excluded)


@dataclass(frozen=True, eq=False)
class _Signed:
    """Paints a difference in two colours."""

    original: Layers
    source: Source
    limit: float

    def __call__(self, level: int, part: Part) -> Screen:
        return signed(self.source.part(level, part), self.limit, self.original.excluded(level, part))
