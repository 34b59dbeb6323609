"""All state of the window: what is open, shown, and done to it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.state import Compare, DataRange, Overlay, Reference, Tool, Undoable, ViewTransform
from core.degrade import AMOUNTS
from core.dicom.study import Catalogue, Series
from core.recipe import Recipe, Step
from core.roi import Roi
from core.window import Window

START = Recipe((Step("cnn", strength=0.7),))
"""What the enhance switch does before anything else was chosen."""


class Session(QObject):
    """The one owner of state. A setter compares, stores and emits; widgets hold nothing."""

    catalogueChanged = Signal(object)
    seriesChanged = Signal(object)
    indexChanged = Signal(int)
    windowChanged = Signal(object)
    recipeChanged = Signal(object)
    enabledChanged = Signal(bool)
    compareChanged = Signal(object)
    splitChanged = Signal(float)
    splitVerticalChanged = Signal(bool)
    originalHeldChanged = Signal(bool)
    invertedChanged = Signal(bool)
    overlayChanged = Signal(object)
    toolChanged = Signal(object)
    viewChanged = Signal(object)
    roisChanged = Signal(object)
    referenceChanged = Signal(object)
    dataRangeChanged = Signal(object)
    lowDoseChanged = Signal(object)
    """Mapping of family ("CT", "MR", "XR") to the noise SD that "simulate low dose" adds."""
    stepChanged = Signal(int)
    messaged = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catalogue = Catalogue()
        self.series: Series | None = None
        self.index = 0
        self.recipe = START
        self.enabled = False
        self.compare = Compare.SINGLE
        self.split = 0.5
        self.split_vertical = True
        self.original_held = False
        self.inverted = False
        self.overlay = Overlay.FULL
        self.tool = Tool.WINDOW
        self.view: ViewTransform | None = None
        self.rois: tuple[Roi, ...] = ()
        self.reference = Reference.ORIGINAL
        self.reference_series: Series | None = None
        self.data_range = DataRange.WINDOW
        self.low_dose = {kind: amount.default for kind, amount in AMOUNTS.items()}
        self._step = 0
        self._indices: dict[str, int] = {}
        self._windows: dict[str, Window] = {}
        self._rois: dict[str, tuple[Roi, ...]] = {}
        self._past: list[Undoable] = []
        self._future: list[Undoable] = []
        self._last_kind = ""

    # -- what is open -------------------------------------------------------------------------

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Take a snapshot of a scan; the selected series follows its stack as it grows."""
        self.catalogue = catalogue
        self.catalogueChanged.emit(catalogue)
        if self.series is None:
            first = next((s for s in catalogue.series if s.showable), None)
            if first is not None:
                self.set_series(first)
            return
        grown = next((s for s in catalogue.series if s.key == self.series.key), None)
        if grown is not None and grown != self.series:
            self._grow(self.series, grown)

    def set_series(self, series: Series) -> None:
        """Show `series` where it was last left, or its middle slice."""
        if self.series is not None and series.key == self.series.key:
            return
        self.series = series
        self.index = min(
            self._indices.get(series.key, len(series.frames) // 2), max(len(series.frames) - 1, 0)
        )
        self.rois = self._rois.get(series.key, ())
        self.view = None
        self.seriesChanged.emit(series)
        self.indexChanged.emit(self.index)
        self.windowChanged.emit(self.window)
        self.roisChanged.emit(self.rois)
        self.viewChanged.emit(None)

    def close_all(self) -> None:
        """Forget everything that is open; files are not touched."""
        for held in (self._indices, self._windows, self._rois, self._past, self._future):
            held.clear()
        self.catalogue, self.series, self.index = Catalogue(), None, 0
        self.rois, self.view, self.reference_series = (), None, None
        self.reference = Reference.ORIGINAL
        self.catalogueChanged.emit(self.catalogue)
        self.seriesChanged.emit(None)
        self.indexChanged.emit(0)
        self.windowChanged.emit(None)
        self.roisChanged.emit(())
        self.viewChanged.emit(None)
        self.referenceChanged.emit(self.reference)

    def _grow(self, old: Series, grown: Series) -> None:
        """Keep the shown frame shown while the scan adds frames around it."""
        key = old.frames[self.index].key if self.index < len(old.frames) else None
        index = next((i for i, f in enumerate(grown.frames) if f.key == key), self.index)
        self.series = grown
        self.index = min(index, len(grown.frames) - 1)
        self.seriesChanged.emit(grown)
        self.indexChanged.emit(self.index)

    # -- what is shown ------------------------------------------------------------------------

    def set_index(self, index: int) -> None:
        """Show slice `index`, held within the series."""
        if self.series is None or not self.series.frames:
            return
        index = max(0, min(index, len(self.series.frames) - 1))
        self._indices[self.series.key] = index
        if index != self.index:
            self.index = index
            self.indexChanged.emit(index)

    @property
    def window(self) -> Window | None:
        """The window chosen for this series; None while the file's own is in force."""
        return self._windows.get(self.series.key) if self.series is not None else None

    def set_window(self, window: Window) -> None:
        """Use `window` for every slice and view of the current series."""
        if self.series is not None and window != self.window:
            self._windows[self.series.key] = window
            self.windowChanged.emit(window)

    def reset_window(self) -> None:
        """Go back to the file's own window."""
        if self.series is not None and self._windows.pop(self.series.key, None) is not None:
            self.windowChanged.emit(None)

    def set_compare(self, compare: Compare) -> None:
        """Choose how original and enhanced are shown together."""
        if compare is not self.compare:
            self.compare = compare
            self.compareChanged.emit(compare)

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

    def set_inverted(self, inverted: bool) -> None:
        """Swap black and white."""
        if inverted is not self.inverted:
            self.inverted = inverted
            self.invertedChanged.emit(inverted)

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

    def set_view(self, view: ViewTransform | None) -> None:
        """Zoom and pan all linked views; None fits the image into the view."""
        if view != self.view:
            self.view = view
            self.viewChanged.emit(view)

    # -- what is done to it -------------------------------------------------------------------

    @property
    def active_recipe(self) -> Recipe:
        """The recipe in force: empty while the enhance switch is off."""
        return self.recipe if self.enabled else Recipe()

    def set_recipe(self, recipe: Recipe, *, merge: bool = False) -> None:
        """Change what is done; `merge` joins the change with the last one for undo (a drag)."""
        if recipe != self.recipe:
            self._remember("recipe", merge)
            self.recipe = recipe
            self.recipeChanged.emit(recipe)

    def use_recipe(self, recipe: Recipe, *, merge: bool = False) -> None:
        """Change what is done and switch enhancing on, as one change for undo."""
        changed, switched = recipe != self.recipe, not self.enabled
        if changed or switched:
            self._remember("recipe", merge)
            self.recipe, self.enabled = recipe, True
        if changed:
            self.recipeChanged.emit(recipe)
        if switched:
            self.enabledChanged.emit(True)

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
        if enabled is not self.enabled:
            self._remember("enabled")
            self.enabled = enabled
            self.enabledChanged.emit(enabled)

    def set_rois(self, rois: tuple[Roi, ...], *, merge: bool = False) -> None:
        """Replace the regions of interest of the current series."""
        if self.series is not None and rois != self.rois:
            self._remember("rois", merge)
            self._keep_rois(self.series.key, rois)

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
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to bring back."""
        return bool(self._future)

    def undo(self) -> None:
        """Take the last change of recipe, switch or regions back."""
        self._swap(self._past, self._future)

    def redo(self) -> None:
        """Bring back what undo took."""
        self._swap(self._future, self._past)

    def _remember(self, kind: str, merge: bool = False) -> None:
        self._future.clear()
        if not (merge and self._past and self._last_kind == kind):
            self._past.append(self._now(self.series.key if self.series is not None else ""))
        self._last_kind = kind

    def _now(self, series: str) -> Undoable:
        return Undoable(self.recipe, self.enabled, series, self._rois.get(series, ()))

    def _swap(self, source: list[Undoable], target: list[Undoable]) -> None:
        if not source:
            return
        self._last_kind = ""
        state = source.pop()
        before = self._now(state.series)
        target.append(before)
        self.recipe, self.enabled = state.recipe, state.enabled
        self._keep_rois(state.series, state.rois)
        if state.recipe != before.recipe:
            self.recipeChanged.emit(state.recipe)
        if state.enabled != before.enabled:
            self.enabledChanged.emit(state.enabled)

    def _keep_rois(self, series: str, rois: tuple[Roi, ...]) -> None:
        self._rois[series] = rois
        if self.series is not None and self.series.key == series and rois != self.rois:
            self.rois = rois
            self.roisChanged.emit(rois)


def with_method(recipe: Recipe, name: str, number: int = -1) -> Recipe:
    """Return `recipe` with the method of step `number` (the last one) replaced, its strength kept."""
    return recipe.with_step(number, replace(recipe.steps[number], method=name, parameters=()))
