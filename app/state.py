"""Values that make up what the window shows."""

from dataclasses import dataclass
from enum import Enum

from core.roi import Roi

from core.recipe import Recipe

Point = tuple[float, float]


class Compare(Enum):
    """How original and enhanced are shown together; the value is the name on screen."""

    SINGLE = "One view"
    SIDE_BY_SIDE = "Side by side"
    SPLIT = "Split line"
    DIFFERENCE = "Difference"


class Overlay(Enum):
    """How much text lies over the image; the "processed" label is never hidden."""

    FULL = "All text"
    NO_PATIENT = "Without patient"
    NONE = "No text"


class Tool(Enum):
    """What a left drag does."""

    WINDOW = "Window/level"
    ZOOM = "Zoom"
    PAN = "Pan"
    SCROLL = "Scroll"
    ELLIPSE = "Ellipse"
    RECTANGLE = "Rectangle"


class Reference(Enum):
    """What the metrics compare the enhanced slice with; the value is the name on screen."""

    ORIGINAL = "Original (change, not quality)"
    SERIES = "Another series"
    SIMULATED = "Simulated low dose"


@dataclass(frozen=True, slots=True)
class ViewTransform:
    """Zoom and pan shared by linked views."""

    scale: float
    """Screen pixels per image column."""
    center: Point
    """Image point (column, row) in the middle of the view."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """The part of the state that undo brings back."""

    recipe: Recipe
    enabled: bool
    rois: tuple[Roi, ...]
