"""What the session says for the active cell, to panels, keys and tools.

Its properties are that cell's, and its signals repeat that cell's, or all of them when another cell becomes
active.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.cell import CellState, Remembered
from app.cells import Cells
from app.state import Compare, ViewTransform
from core.dicom.study import Series
from core.recipe import Recipe
from core.window import Window


class ActiveCell(QObject):
    """Reads and sets what the active cell shows; holds the cells."""

    seriesChanged = Signal(object)
    indexChanged = Signal(int)
    windowChanged = Signal(object)
    viewChanged = Signal(object)
    recipeChanged = Signal(object)
    enabledChanged = Signal(bool)
    compareChanged = Signal(object)
    invertedChanged = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remembered = Remembered()
        self.cells = Cells(self._remembered, self)
        for cell in self.cells:
            cell.said.connect(partial(self._repeat, cell))
        self.cells.activeChanged.connect(self._on_active)

    def _repeat(self, cell: CellState, name: str, value: object) -> None:
        """Say what the active cell has said."""
        if cell is self.cells.active and name in _REPEATED:
            getattr(self, name).emit(value)

    def _on_active(self, cell: CellState) -> None:
        for name, attribute in _REPEATED.items():
            getattr(self, name).emit(getattr(cell, attribute))

    @property
    def series(self) -> Series | None:
        """The series of the active cell."""
        return self.cells.active.series

    @property
    def source(self) -> Series | None:
        """The stack of files behind it, which is what leaves the program; planes are cut from one."""
        series = self.series
        return series.cut_from or series if series is not None else None

    @property
    def index(self) -> int:
        """Its slice."""
        return self.cells.active.index

    @property
    def window(self) -> Window | None:
        """The window chosen there; None while the file's own is in force."""
        return self.cells.active.window

    @property
    def windows(self) -> dict[str, Window]:
        """The windows that were chosen, by the key of the series."""
        return self._remembered.windows

    @property
    def view(self) -> ViewTransform | None:
        """Its zoom and pan; None while the image fits."""
        return self.cells.active.view

    @property
    def compare(self) -> Compare:
        """How original and enhanced are shown together there."""
        return self.cells.active.compare

    @property
    def inverted(self) -> bool:
        """Whether black and white are swapped there."""
        return self.cells.active.inverted

    def set_series(self, series: Series) -> None:
        """Show `series` where it was last left, or its middle slice."""
        self.cells.active.set_series(series)

    def set_index(self, index: int) -> None:
        """Show slice `index`, held within the series."""
        self.cells.active.set_index(index)

    def set_window(self, window: Window) -> None:
        """Use `window` for every slice of the series."""
        self.cells.active.set_window(window)

    def reset_window(self) -> None:
        """Go back to the file's own window."""
        self.cells.active.set_window(None)

    def set_inverted(self, inverted: bool) -> None:
        """Swap black and white."""
        self.cells.active.set_inverted(inverted)

    def set_view(self, view: ViewTransform | None) -> None:
        """Zoom and pan; None fits the image into the view."""
        self.cells.active.set_view(view)

    def set_compare(self, compare: Compare) -> None:
        """Choose how original and enhanced are shown together."""
        self.cells.active.set_compare(compare)

    @property
    def recipe(self) -> Recipe:
        """What the enhance switch does in the active cell."""
        return self.cells.active.recipe

    @property
    def enabled(self) -> bool:
        """Whether it is on."""
        return self.cells.active.enabled

    @property
    def active_recipe(self) -> Recipe:
        """The recipe in force: empty while the enhance switch is off."""
        return self.cells.active.active_recipe


_REPEATED = {
    "seriesChanged": "series",
    "indexChanged": "index",
    "windowChanged": "window",
    "viewChanged": "view",
    "recipeChanged": "recipe",
    "enabledChanged": "enabled",
    "compareChanged": "compare",
    "invertedChanged": "inverted",
}
"""Signals of the active cell that the session repeats, with what each is about."""
