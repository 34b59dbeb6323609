"""Values that make up what the window shows."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from app.language import mark
from app.measuring.measurements import Snapshot
from core.recipe import Recipe

if TYPE_CHECKING:
    from app.orientation import Orientation

Point = tuple[float, float]
"""Image point (column, row): pixel (c, r) covers c to c + 1 and r to r + 1."""
Size = tuple[float, float]
"""Screen (width, height)."""

SMALLEST_SCALE = 1 / 64
LARGEST_SCALE = 64.0


class Compare(Enum):
    """How original and enhanced are shown together; the value is the name on screen."""

    SINGLE = mark("One view")
    SIDE_BY_SIDE = mark("Side by side")
    SPLIT = mark("Split line")
    DIFFERENCE = mark("Difference")
    BLEND = mark("Blend")
    FLICKER = mark("Flicker")
    LENS = mark("Lens")


class Layout(Enum):
    """Rows and columns of cells."""

    ONE = (1, 1)
    BESIDE = (1, 2)
    BELOW = (2, 1)
    FOUR = (2, 2)

    @property
    def count(self) -> int:
        """Number of cells."""
        return self.value[0] * self.value[1]


class Link(Enum):
    """What linked cells do together; the value is the name on screen."""

    SCROLL = mark("Scroll")
    ZOOM = mark("Zoom")
    PAN = mark("Pan")
    WINDOW = mark("Window")
    TURN = mark("Turn and mirror")


class Overlay(Enum):
    """How much text lies over the image; the "processed" label is never hidden."""

    FULL = mark("All text")
    NO_PATIENT = mark("Without patient")
    NONE = mark("No text")


class Tool(Enum):
    """What a left drag does."""

    WINDOW = mark("Window/level")
    ZOOM = mark("Zoom")
    PAN = mark("Pan")
    SCROLL = mark("Scroll")
    CROSSHAIR = mark("Crosshair")
    DISTANCE = mark("Distance")
    ANGLE = mark("Angle")
    COBB = mark("Cobb angle")
    ELLIPSE = mark("Ellipse")
    RECTANGLE = mark("Rectangle")
    FREEHAND = mark("Freehand region")
    POLYLINE = mark("Polyline")
    ARROW = mark("Arrow")
    TEXT = mark("Text")


class Reference(Enum):
    """What the metrics compare the enhanced slice with; the value is the name on screen."""

    ORIGINAL = mark("Original (change, not quality)")
    SERIES = mark("Another series")
    SIMULATED = mark("Simulated low dose")


class DataRange(Enum):
    """The range of values that PSNR and SSIM refer to; the value is the name on screen."""

    WINDOW = mark("Window")
    FULL = mark("Full range")


@dataclass(frozen=True, slots=True)
class ViewTransform:
    """Zoom and pan shared by linked views."""

    scale: float
    """Screen pixels per image column."""
    center: Point
    """Image point (column, row) in the middle of the view."""

    @classmethod
    def fit(
        cls, shape: tuple[int, int], aspect: float, size: Size, room: tuple[float, float] | None = None
    ) -> "ViewTransform":
        """Show all of an image of `shape` (rows, columns) whose pixels are `aspect` times as high as wide.

        With `room`, as many rows and columns round its middle are shown instead.
        """
        rows, columns = room or shape
        scale = min(size[0] / columns, size[1] / (rows * aspect))
        return cls(max(scale, 1e-6), (shape[1] / 2, shape[0] / 2))

    def zoomed(self, factor: float, about: Point) -> "ViewTransform":
        """Magnify by `factor` while the image point `about` stays in its place."""
        scale = max(SMALLEST_SCALE, min(self.scale * factor, LARGEST_SCALE))
        keep = self.scale / scale
        (x, y), (cx, cy) = about, self.center
        return ViewTransform(scale, (x + (cx - x) * keep, y + (cy - y) * keep))

    def panned(self, columns: float, rows: float) -> "ViewTransform":
        """Move the image by so many of its own columns and rows."""
        return replace(self, center=(self.center[0] - columns, self.center[1] - rows))


@dataclass(frozen=True, slots=True)
class Undoable:
    """The part of the state that undo brings back."""

    recipe: Recipe
    enabled: bool
    cell: int
    """Number of the cell that recipe and switch belong to."""
    measurements: Snapshot
    orientation: "Orientation"
    series: str
    """Key of the series that lay so in the cell; another one is not turned by undo."""
