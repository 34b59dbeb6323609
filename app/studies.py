"""What is done with whole studies: opened again, found in the list, compared with a prior."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from app.actions import Action
from app.language import tr
from app.opening import Opening
from app.panels.series import SeriesPanel
from app.priors import Priors
from app.recent import Recent, RecentMenu
from app.session import Session
from app.settings import Settings
from core.frozen import ROOT

DEMO = ROOT / "assets" / "demo"
"""A CT, an MR and a radiograph that come with the program."""


class Studies(QObject):
    """Joins the door, the list of series, the recent studies and the comparison with priors."""

    def __init__(self, session: Session, settings: Settings, opening: Opening, parent: QWidget) -> None:
        super().__init__(parent)
        self._opening = opening
        self._panel: SeriesPanel | None = None
        self.priors = Priors(session, self)
        self.recent = Recent(settings, self)
        self.menu = RecentMenu(self.recent, parent)
        self.menu.chosen.connect(opening.open)
        opening.opened.connect(self._remember)

    @property
    def submenus(self) -> dict[str, QMenu]:
        """Menus within menus, by the name of the action that they come before."""
        return {"close_all": self.menu}

    def actions(self) -> Iterator[Action]:
        """Yield rows of the table of actions."""
        yield Action(
            "compare_prior",
            "Cells",
            tr("Compare with prior"),
            "Ctrl+Shift+C",
            self.priors.compare,
            tr("The like of this series in an earlier study of the patient, beside it and linked"),
            everywhere=True,
        )
        yield Action("find_series", "Edit", tr("Find series"), "Ctrl+F", self._find, everywhere=True)
        yield Action(
            "demo",
            "Help",
            tr("Open demo studies"),
            "",
            self._open_demo,
            tr("A CT, an MR and a chest radiograph that come with the program"),
        )

    def serve(self, panel: SeriesPanel) -> None:
        """Let the list of series tell what is read, and do what is asked for there."""
        self._panel = panel
        self._opening.loadingChanged.connect(panel.show_loading)
        panel.progress.cancel.clicked.connect(self._opening.cancel)
        panel.compareRequested.connect(self.priors.compare_with)
        panel.compareStudyRequested.connect(self.priors.compare_with_study)
        panel.demo.clicked.connect(self._open_demo)

    def _open_demo(self) -> None:
        self._opening.open([DEMO])

    def _remember(self, paths: Sequence[Path]) -> None:
        """Keep what the user brought; the demo has its own entry, and may lie elsewhere at the next run."""
        if tuple(paths) != (DEMO,):
            self.recent.remember(paths)

    def _find(self) -> None:
        if self._panel is not None and self._panel.isVisible():
            self._panel.focus_filter()
