"""What the window showed before the planes came, to go back to."""

from dataclasses import dataclass

from app.cell import CellState
from app.state import Compare, Layout, ViewTransform
from core.dicom.study import Series
from core.recipe import Recipe
from core.window import Window


@dataclass(frozen=True, slots=True)
class Left:
    """What a cell showed before."""

    series: Series | None
    index: int
    view: ViewTransform | None

    @classmethod
    def of(cls, cell: CellState) -> "Left":
        """Return what a cell shows now."""
        return cls(cell.series, cell.index, cell.view)


@dataclass(frozen=True, slots=True)
class Before:
    """What the window showed before, to come back to."""

    layout: Layout
    maximised: bool
    active: int
    cells: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks, apart from what it shows."""

    window: Window | None
    inverted: bool
    compare: Compare
    recipe: Recipe
    enabled: bool

    @classmethod
    def of(cls, cell: CellState) -> "Look":
        """Return how a cell looks now; one with planes is never divided."""
        compare = Compare.SINGLE if cell.compare is Compare.SIDE_BY_SIDE else cell.compare
        return cls(cell.window, cell.inverted, compare, cell.recipe, cell.enabled)

    def give(self, cell: CellState) -> None:
        """Let a cell look so."""
        cell.take_window(self.window)
        cell.take_inverted(self.inverted)
        cell.set_compare(self.compare)
        cell.set_method(self.recipe, self.enabled)
