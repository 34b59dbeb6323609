"""What one cell of the window shows, and what is done to it there.

The window always has the same four cells, of which the layout shows some. A cell owns its series, slice,
zoom, window, method and way of comparing; `Session` speaks for the active one, so that panels and keys need
not know of cells. What belongs to a series rather than to a cell lies in `Remembered`, which all share.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from app.orientation import AS_STORED, Orientation
from app.state import Compare, Link, ViewTransform
from core.dicom.study import Series
from core.enhance.cnn import USUAL_STRENGTH
from core.recipe import Recipe, Step
from core.window import Window

START = Recipe((Step("cnn", strength=USUAL_STRENGTH),))
"""What the enhance switch does before anything else was chosen."""


@dataclass(slots=True)
class Remembered:
    """What is kept for each series (by its key), whichever cell shows it."""

    indices: dict[str, int] = field(default_factory=dict)
    windows: dict[str, Window] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget everything."""
        for held in (self.indices, self.windows):
            held.clear()


class CellState(QObject):
    """The state of one cell. A setter compares, stores and emits.

    `set_…` is what the user does, and linked cells follow it (`scrolled`, `zoomed`, `windowed`,
    `turned`); `take_…` is what follows from something else, and nothing follows it in turn.
    """

    seriesChanged = Signal(object)
    indexChanged = Signal(int)
    windowChanged = Signal(object)
    viewChanged = Signal(object)
    orientationChanged = Signal(object)
    recipeChanged = Signal(object)
    enabledChanged = Signal(bool)
    compareChanged = Signal(object)
    rivalChanged = Signal(object)
    invertedChanged = Signal(bool)
    shownChanged = Signal(bool)
    """Whether the layout has a place for the cell; a hidden cell does no work."""
    linksChanged = Signal(object)
    scrolled = Signal()
    zoomed = Signal(object)
    """ViewTransform | None: how it was zoomed and panned before."""
    windowed = Signal()
    turned = Signal()
    said = Signal(str, object)
    """(name of a signal above, its value), after everybody who listens to the cell itself has heard it."""

    def __init__(self, number: int, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._remembered = remembered
        self.series: Series | None = None
        self.index = 0
        self.window: Window | None = None
        self.view: ViewTransform | None = None
        self.orientation: Orientation = AS_STORED
        self.recipe = START
        self.enabled = False
        self.compare = Compare.SINGLE
        self.rival: Recipe | None = None
        """What is compared with; None for the original."""
        self.inverted = False
        self.shown = number == 0
        self.links = frozenset(Link)

    def _say(self, name: str, value: object) -> None:
        getattr(self, name).emit(value)
        self.said.emit(name, value)

    # -- series and slice ---------------------------------------------------------------------

    def set_series(self, series: Series | None) -> None:
        """Show `series` where it was last left, or its middle slice; None empties the cell."""
        if (series.key if series is not None else "") == (self.series.key if self.series is not None else ""):
            return
        self.series, self.index, self.view = series, 0, None
        if series is not None:
            index = self._remembered.indices.get(series.key, len(series.frames) // 2)
            self.index = min(index, max(len(series.frames) - 1, 0))
        self.window = self._remembered.windows.get(series.key) if series is not None else None
        self._say("seriesChanged", series)
        self._say("indexChanged", self.index)
        self._say("windowChanged", self.window)
        self._say("viewChanged", self.view)
        self.take_orientation(AS_STORED)

    def grow(self, grown: Series) -> None:
        """Keep the shown frame shown while a scan adds frames around it."""
        assert self.series is not None
        old = self.series.frames
        key = old[self.index].key if self.index < len(old) else None
        index = next((i for i, f in enumerate(grown.frames) if f.key == key), self.index)
        self.series = grown
        self.index = min(index, len(grown.frames) - 1)
        self._say("seriesChanged", grown)
        self._say("indexChanged", self.index)

    def set_index(self, index: int) -> None:
        """Show slice `index`, held within the series."""
        before = self.index
        self.take_index(index)
        if self.index != before:
            self.scrolled.emit()

    def take_index(self, index: int) -> None:
        """Follow another cell to slice `index`, held within the series."""
        if self.series is None or not self.series.frames:
            return
        index = max(0, min(index, len(self.series.frames) - 1))
        self._remembered.indices[self.series.key] = index
        if index != self.index:
            self.index = index
            self._say("indexChanged", index)

    # -- how it looks -------------------------------------------------------------------------

    def set_window(self, window: Window | None) -> None:
        """Use `window` for the whole series; None for the file's own, in linked cells in any case."""
        before = self.window
        self.take_window(window)
        if self.window != before or window is None:
            self.windowed.emit()

    def take_window(self, window: Window | None) -> None:
        """Follow another cell, or keep the window of a series whose files name none."""
        if self.series is None or window == self.window:
            return
        self.window = window
        if window is None:
            self._remembered.windows.pop(self.series.key, None)
        else:
            self._remembered.windows[self.series.key] = window
        self._say("windowChanged", window)

    def set_inverted(self, inverted: bool) -> None:
        """Swap black and white."""
        if inverted is not self.inverted:
            self.take_inverted(inverted)
            self.windowed.emit()

    def take_inverted(self, inverted: bool) -> None:
        """Follow another cell."""
        if inverted is not self.inverted:
            self.inverted = inverted
            self._say("invertedChanged", inverted)

    def set_view(self, view: ViewTransform | None) -> None:
        """Zoom and pan; None fits the image into the cell, in linked cells in any case."""
        before = self.view
        self.take_view(view)
        if self.view != before or view is None:
            self.zoomed.emit(before)

    def take_view(self, view: ViewTransform | None) -> None:
        """Follow another cell."""
        if view != self.view:
            self.view = view
            self._say("viewChanged", view)

    def set_orientation(self, orientation: Orientation) -> None:
        """Turn and mirror the image; another series begins as its file says."""
        if orientation != self.orientation:
            self.take_orientation(orientation)
            self.turned.emit()

    def take_orientation(self, orientation: Orientation) -> None:
        """Follow another cell."""
        if orientation != self.orientation:
            self.orientation = orientation
            self._say("orientationChanged", orientation)

    def set_compare(self, compare: Compare) -> None:
        """Choose how original and enhanced are shown together."""
        if compare is not self.compare:
            self.compare = compare
            self._say("compareChanged", compare)

    def set_rival(self, recipe: Recipe | None) -> None:
        """Pin what a recipe makes to compare with; None for the original."""
        if recipe != self.rival:
            self.rival = recipe
            self._say("rivalChanged", recipe)

    def set_shown(self, shown: bool) -> None:
        """Give the cell a place in the layout, or take it away."""
        if shown is not self.shown:
            self.shown = shown
            self._say("shownChanged", shown)

    def set_linked(self, link: Link, linked: bool) -> None:
        """Let this cell take part in a link, or not."""
        links = self.links | {link} if linked else self.links - {link}
        if links != self.links:
            self.links = links
            self._say("linksChanged", links)

    # -- what is done to it -------------------------------------------------------------------

    @property
    def active_recipe(self) -> Recipe:
        """The recipe in force: empty while the enhance switch is off."""
        return self.recipe if self.enabled else Recipe()

    def set_method(self, recipe: Recipe, enabled: bool) -> None:
        """Change what is done, and whether it is."""
        changed, switched = recipe != self.recipe, enabled is not self.enabled
        self.recipe, self.enabled = recipe, enabled
        if changed:
            self._say("recipeChanged", recipe)
        if switched:
            self._say("enabledChanged", enabled)
