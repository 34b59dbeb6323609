"""How pictures are compared, the same in all cells: blend, flicker, lens and loupe."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from app.cell import CellState
from app.state import Compare

RATES = 0.5, 10.0
"""Changes a second that flicker can be set to: slow enough to look at, and below what hurts."""
RADII = 40.0, 320.0
"""Screen pixels."""
_STEP = 1.15


class Comparing(QObject):
    """A setter compares, stores and emits."""

    changed = Signal()
    """Something of this has."""

    def __init__(self, cells: Iterable[CellState], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells = tuple(cells)
        self.mix = 0.5
        """Share of the enhanced picture in a blend, 0 to 1."""
        self.rate = 2.0
        """Changes a second between both pictures of a flicker."""
        self.turned = False
        """Whether flicker shows the other picture now, which is the original or what is pinned."""
        self.radius = 110.0
        """Of lens and loupe, in screen pixels."""
        self.loupe = False
        """Whether the pointer magnifies what is under it."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        for cell in self._cells:
            cell.compareChanged.connect(self._on_compare)
            cell.shownChanged.connect(self._on_compare)

    def set_mix(self, mix: float) -> None:
        """Blend so much of the enhanced picture over the other."""
        self._set("mix", round(max(0.0, min(mix, 1.0)), 4))

    def set_rate(self, rate: float) -> None:
        """Change pictures so often a second."""
        self._set("rate", max(RATES[0], min(rate, RATES[1])))
        self._timer.setInterval(round(1000 / self.rate))

    def set_radius(self, radius: float) -> None:
        """Make lens and loupe so large."""
        self._set("radius", max(RADII[0], min(radius, RADII[1])))

    def enlarge(self, notches: float) -> None:
        """Make lens and loupe larger by so many notches of the wheel."""
        self.set_radius(self.radius * _STEP**notches)

    def set_loupe(self, shown: bool) -> None:
        """Magnify what is under the pointer."""
        self._set("loupe", shown)

    def _set(self, name: str, value: float | bool) -> None:
        if value != getattr(self, name):
            setattr(self, name, value)
            self.changed.emit()

    def _turn(self) -> None:
        self._set("turned", not self.turned)

    def _on_compare(self) -> None:
        """Let flicker begin with the enhanced picture, and end when nobody looks at it."""
        wanted = any(cell.shown and cell.compare is Compare.FLICKER for cell in self._cells)
        if wanted and not self._timer.isActive():
            self._timer.start(round(1000 / self.rate))
        elif not wanted:
            self._timer.stop()
            self._set("turned", False)
