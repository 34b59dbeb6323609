"""Cine, key images and the bars below the images, put together for the main window."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.actions import Action
from app.cine import Cine
from app.compare_actions import compare_table, orientation_table
from app.feed import Feed
from app.grid import Grid
from app.language import tr
from app.looking_bars import CineBar, ComparingBar
from app.session import Session

_FASTER = 1.25


class Looking(QObject):
    """All ways of looking at what a cell shows."""

    changed = Signal()
    """A switch of the table of actions may stand differently now."""

    def __init__(self, session: Session, feed: Feed, grid: Grid) -> None:
        super().__init__(grid)
        self._session = session
        self.cine = Cine(session, feed, self)
        self.comparing_bar = ComparingBar(session, grid)
        self.cine_bar = CineBar(self.cine, grid)
        self.cine.changed.connect(self.changed)
        for bar in (self.comparing_bar, self.cine_bar):
            grid.add_below(bar)
        for cell in grid.cells:
            cell.views[0].painted.connect(partial(self.cine.painted, cell.cell))

    @property
    def busy(self) -> bool:
        """Whether it plays."""
        return self.cine.playing

    def cancel(self) -> None:
        """Stop playing."""
        self.cine.stop()

    def actions(self) -> Iterator[Action]:
        """Yield the rows of the table of actions."""
        yield from compare_table(self._session)
        yield from orientation_table(self._session)
        yield from self._cine()

    def _cine(self) -> Iterator[Action]:
        cine = self.cine
        yield Action(
            "cine",
            "Slices",
            tr("Cine"),
            "C",
            cine.toggle,
            tr("Plays the slices at the file's rate, or 15 a second"),
            lambda: cine.playing,
        )
        yield Action(
            "cine_faster", "Slices", tr("Cine faster"), ".", lambda: cine.set_rate(cine.rate * _FASTER)
        )
        yield Action(
            "cine_slower", "Slices", tr("Cine slower"), ",", lambda: cine.set_rate(cine.rate / _FASTER)
        )
        yield Action(
            "sweep",
            "Slices",
            tr("Cine back and forth"),
            "",
            lambda: cine.set_sweeping(not cine.sweeping),
            checked=lambda: cine.sweeping,
        )
