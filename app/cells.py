"""The window's cells: which of them are shown, which is active, and what they do together."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from app.cell import CellState, Remembered
from app.state import Layout, Link

_MOST = max(layout.count for layout in Layout)


class Cells(QObject):
    """Layout, active cell and links. A setter compares, stores and emits."""

    activeChanged = Signal(object)
    """CellState: panels and keys now act on this cell."""
    layoutChanged = Signal(object)
    """Layout: it was chosen, or a cell was maximised or given back its place."""
    linksChanged = Signal(object)
    linesChanged = Signal(bool)
    setApart = Signal()
    """Each cell was brought to a slice of its own: the distances that cells keep are counted from here."""

    def __init__(self, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all = tuple(CellState(number, remembered, self) for number in range(_MOST))
        self.active = self.all[0]
        self.layout = Layout.ONE
        self.maximised = False
        self.links = frozenset(Link)
        self.lines = True
        """Whether each cell shows where the active one's slice cuts it."""

    def __iter__(self) -> Iterator[CellState]:
        return iter(self.all)

    @property
    def placed(self) -> tuple[CellState, ...]:
        """The cells of the layout, hidden ones behind a maximised one too."""
        return self.all[: self.layout.count]

    @property
    def shown(self) -> tuple[CellState, ...]:
        """The cells that have a place now."""
        return tuple(cell for cell in self.all if cell.shown)

    def set_active(self, cell: CellState) -> None:
        """Let panels and keys act on `cell`."""
        if cell is not self.active:
            self.active = cell
            self.activeChanged.emit(cell)

    def go_on(self, step: int = 1) -> None:
        """Make the next cell active; a maximised one gives its place to it."""
        cells = self.placed
        self.set_active(cells[(cells.index(self.active) + step) % len(cells)])
        if self.maximised:
            self._place()

    def set_layout(self, layout: Layout) -> None:
        """Show so many cells; the active one is always among them."""
        if layout is not self.layout or self.maximised:
            self.layout, self.maximised = layout, False
            if self.active.number >= layout.count:
                self.set_active(self.all[0])
            self._place()

    def set_maximised(self, maximised: bool) -> None:
        """Give the active cell all the room, or go back to the layout."""
        if maximised is not self.maximised and self.layout is not Layout.ONE:
            self.maximised = maximised
            self._place()

    def _place(self) -> None:
        for cell in self.all:
            placed = cell.number < self.layout.count
            cell.set_shown(cell is self.active if self.maximised else placed)
        self.layoutChanged.emit(self.layout)

    def set_link(self, link: Link, linked: bool) -> None:
        """Let all cells that take part scroll, zoom or window together, or none."""
        links = self.links | {link} if linked else self.links - {link}
        if links != self.links:
            self.links = links
            self.linksChanged.emit(links)

    def set_apart(self) -> None:
        """Say that the slices shown now are the ones that belong together."""
        self.setApart.emit()

    def set_lines(self, shown: bool) -> None:
        """Show or hide the reference lines."""
        if shown is not self.lines:
            self.lines = shown
            self.linesChanged.emit(shown)
