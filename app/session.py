"""All state of the window: what is open, shown, and done to it.

The cells own what differs from cell to cell (`app.cell`); for the active one the session speaks itself
(`app.active_cell`).
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.active_cell import ActiveCell
from app.cell import CellState
from app.comparing import Comparing
from app.history import History
from app.key_images import KeyImages
from app.measuring.measurements import Measurements
from app.orientation import Orientation
from app.state import DataRange, Overlay, Reference, Tool, Undoable
from core.degrade import AMOUNTS
from core.dicom.study import Catalogue, Series
from core.recipe import Recipe


class Session(ActiveCell):
    """The one owner of state. A setter compares, stores and emits; widgets hold nothing."""

    catalogueChanged = Signal(object)
    studyOpened = Signal(object)
    """Series: the first one of what the user opened is shown."""
    splitChanged = Signal(float)
    splitVerticalChanged = Signal(bool)
    originalHeldChanged = Signal(bool)
    overlayChanged = Signal(object)
    toolChanged = Signal(object)
    referenceChanged = Signal(object)
    dataRangeChanged = Signal(object)
    lowDoseChanged = Signal(object)
    """Mapping of family ("CT", "MR", "XR") to the noise SD that "simulate low dose" adds."""
    stepChanged = Signal(int)
    messaged = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catalogue = Catalogue()
        self.comparing = Comparing(self.cells, self)
        self.key_images = KeyImages(self)
        self.measurements = Measurements(self._remember, self)
        self.split = 0.5
        self.split_vertical = True
        self.original_held = False
        self.overlay = Overlay.FULL
        self.tool = Tool.WINDOW
        self.reference = Reference.ORIGINAL
        self.reference_series: Series | None = None
        self.data_range = DataRange.WINDOW
        self.low_dose = {kind: amount.default for kind, amount in AMOUNTS.items()}
        self._step = 0
        self._history = History()

    # -- what is open -------------------------------------------------------------------------

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Take a snapshot of a scan; the shown series follow their stacks as these grow."""
        self.catalogue = catalogue
        self.catalogueChanged.emit(catalogue)
        if self.series is None:
            first = catalogue.opening
            if first is not None:
                self.open_series(first)
        found = {series.key: series for series in catalogue.series}
        for cell in self.cells:
            grown = found.get(cell.series.key) if cell.series is not None else None
            if grown is not None and grown != cell.series:
                cell.grow(grown)

    def open_series(self, series: Series) -> None:
        """Show the first series of what was opened."""
        self.set_series(series)
        self.studyOpened.emit(series)

    def close_all(self) -> None:
        """Forget everything that is open; files are not touched."""
        self._remembered.clear()
        self.measurements.clear()
        self.key_images.clear()
        self._history.clear()
        self.catalogue, self.reference_series = Catalogue(), None
        self.reference = Reference.ORIGINAL
        self.catalogueChanged.emit(self.catalogue)
        for cell in self.cells:
            cell.set_series(None)
        self.referenceChanged.emit(self.reference)

    # -- how all cells look -------------------------------------------------------------------

    def set_split(self, position: float) -> None:
        """Move the split line to `position`, 0 to 1 of the view."""
        position = max(0.0, min(position, 1.0))
        if position != self.split:
            self.split = position
            self.splitChanged.emit(position)

    def set_split_vertical(self, vertical: bool) -> None:
        """Turn the split line."""
        if vertical is not self.split_vertical:
            self.split_vertical = vertical
            self.splitVerticalChanged.emit(vertical)

    def hold_original(self, held: bool) -> None:
        """Show the original everywhere while `held`."""
        if held is not self.original_held:
            self.original_held = held
            self.originalHeldChanged.emit(held)

    def set_overlay(self, overlay: Overlay) -> None:
        """Choose how much text lies over the image."""
        if overlay is not self.overlay:
            self.overlay = overlay
            self.overlayChanged.emit(overlay)

    def set_tool(self, tool: Tool) -> None:
        """Choose what a left drag does."""
        if tool is not self.tool:
            self.tool = tool
            self.toolChanged.emit(tool)

    def set_orientation(self, orientation: Orientation) -> None:
        """Turn and mirror the active cell's image, as a change for undo."""
        if orientation != self.cells.active.orientation:
            self._remember("orientation")
            self.cells.active.set_orientation(orientation)

    # -- what is done to it -------------------------------------------------------------------

    def set_recipe(self, recipe: Recipe, *, merge: bool = False) -> None:
        """Change what is done; `merge` joins the change with the last one for undo (a drag)."""
        self._set_method(recipe, self.enabled, merge)

    def use_recipe(self, recipe: Recipe, *, merge: bool = False) -> None:
        """Change what is done and switch enhancing on, as one change for undo."""
        self._set_method(recipe, True, merge)

    def _set_method(self, recipe: Recipe, enabled: bool, merge: bool = False) -> None:
        if (recipe, enabled) != (self.recipe, self.enabled):
            self._remember("recipe" if recipe != self.recipe else "enabled", merge)
            self.cells.active.set_method(recipe, enabled)

    @property
    def step(self) -> int:
        """Number of the step whose parameters are shown, from 0."""
        return max(min(self._step, len(self.recipe.steps) - 1), 0)

    def set_step(self, number: int) -> None:
        """Show the parameters of another step."""
        if number != self.step:
            self._step = number
            self.stepChanged.emit(number)

    def set_strength(self, strength: float, *, merge: bool = False) -> None:
        """Change the last step's strength, 0 to 1."""
        self.set_recipe(self.recipe.with_strength(max(0.0, min(strength, 1.0))), merge=merge)

    def set_enabled(self, enabled: bool) -> None:
        """Turn enhancing on or off."""
        self._set_method(self.recipe, enabled)

    def set_reference(self, reference: Reference, series: Series | None = None) -> None:
        """Choose what the metrics compare with."""
        if (reference, series) != (self.reference, self.reference_series):
            self.reference, self.reference_series = reference, series
            self.referenceChanged.emit(reference)

    def set_data_range(self, data_range: DataRange) -> None:
        """Choose the range of values that PSNR and SSIM refer to."""
        if data_range is not self.data_range:
            self.data_range = data_range
            self.dataRangeChanged.emit(data_range)

    def set_low_dose(self, kind: str, amount: float) -> None:
        """Choose how much noise is simulated on a family of modalities, in the unit of `AMOUNTS`."""
        if amount != self.low_dose[kind]:
            self.low_dose = {**self.low_dose, kind: amount}
            self.lowDoseChanged.emit(self.low_dose)

    def message(self, sentence: str) -> None:
        """Show one sentence in the message bar."""
        self.messaged.emit(sentence)

    # -- undo ---------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to bring back."""
        return self._history.can_redo

    def undo(self) -> None:
        """Take the last change of method, measurements or orientation back, in the cell where it was made."""
        self._return_to(self._history.undo(self._now))

    def redo(self) -> None:
        """Bring back what undo took."""
        self._return_to(self._history.redo(self._now))

    def _remember(self, kind: str, merge: bool = False) -> None:
        cell = self.cells.active
        self._history.remember(self._state_of(cell), (kind, cell.number), merge)

    def _now(self, state: Undoable) -> Undoable:
        return self._state_of(self.cells.all[state.cell])

    def _state_of(self, cell: CellState) -> Undoable:
        series = cell.series.key if cell.series is not None else ""
        drawn = self.measurements.snapshot
        return Undoable(cell.recipe, cell.enabled, cell.number, drawn, cell.orientation, series)

    def _return_to(self, state: Undoable | None) -> None:
        if state is None:
            return
        cell = self.cells.all[state.cell]
        self.measurements.restore(state.measurements)
        cell.set_method(state.recipe, state.enabled)
        if cell.series is not None and cell.series.key == state.series:
            cell.set_orientation(state.orientation)


def with_method(recipe: Recipe, name: str, number: int = -1) -> Recipe:
    """Return `recipe` with the method of step `number` (the last one) replaced, its strength kept."""
    return recipe.with_step(number, replace(recipe.steps[number], method=name, parameters=()))
