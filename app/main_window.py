"""The window: puts the parts together and has no logic of its own."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMessageBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.requests import dropped_paths
from app.settings import Settings
from app.sizes import open_at
from app.tab_order import go_on, go_to_next
from app.waiting import SHARES, Waiting

_SIZE = (1400, 880)
_LEAST_IMAGES = 1 / 3
"""Share of the width that the images have at the start, whatever was remembered."""
_LEAST = 150
"""Points that the list of series and the window panel keep on a low screen."""


class MainWindow(QMainWindow):
    """Menus, tool bar, series on the left, images in the middle, panels on the right.

    It stands on the screen before its parts are there: what they need takes most of a second to import, so
    it is imported where it is used. Until then the window takes what is to be opened, and opens it after.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._brought: list[Path] = []
        self.furnished = False
        self.setWindowTitle("Clearslice")
        self.setAcceptDrops(True)
        open_at(self, *_SIZE)
        if settings.geometry is not None:
            self.restoreGeometry(settings.geometry)
        self.waiting = Waiting(settings.layout, self)
        self.setCentralWidget(self.waiting)

    def furnish(self, note: str = "") -> None:
        """Put the parts in, say `note`, and open what was brought meanwhile."""
        self._make_state()
        self._make_views()
        self._make_actions()
        self._make_panels()
        self._lay_out()
        self._share_width()
        self._connect()
        self._focus_image()
        self.furnished = True
        if note:
            self.message_bar.announce(note, with_series=bool(self._brought))
        self.opening.open(self._brought)

    def _make_state(self) -> None:
        from app.feed import Feed
        from app.jobs import Jobs
        from app.last_recipe import LastRecipe
        from app.opening import Opening
        from app.recipes import Recipes
        from app.session import Session
        from app.studies import Studies
        from core.enhance.network import Networks
        from core.pipeline import Pipeline

        settings = self._settings
        session = self.session = Session(self)
        feed = self.feed = Feed(session, Pipeline(Networks(device=settings.device)), session)
        self.opening = Opening(session, self)
        self.studies = Studies(session, settings, self.opening, self)
        self.recipes = Recipes(session, feed, settings, self)
        self.last_recipe = LastRecipe(session, settings, feed.pipeline.networks, self)
        self.jobs = Jobs(session, self)

    def _make_views(self) -> None:
        from app.grid import Grid
        from app.hanging import Hanging
        from app.linking import Linking
        from app.looking import Looking
        from app.measuring.measuring import Measuring
        from app.output import Output
        from app.planes.bar import PlanesBar
        from app.planes.crosshair import Crosshairs
        from app.planes.planes import Planes
        from app.reference_lines import ReferenceLines

        session, feed, settings = self.session, self.feed, self._settings
        self.grid = Grid(session, feed, settings, self)
        self.measuring = Measuring(session, feed, settings, self.grid, self.jobs)
        self.output = Output(session, feed, self.jobs, settings, self)
        self.exporting = self.output.exporting
        self.linking = Linking(session, feed, self.grid)
        self.reference_lines = ReferenceLines(session, feed, self.grid)
        self.hanging = Hanging(session, settings, self)
        self.planes = Planes(session, feed, self.jobs, self)
        self.crosshairs = Crosshairs(self.planes, session, feed, self.grid)
        self.grid.add_strip(PlanesBar(self.planes, session, self.grid))
        self.looking = Looking(session, feed, self.grid, self.jobs, settings)

    def _make_actions(self) -> None:
        from app.action_set import Actions
        from app.actions import table
        from app.cell_actions import cell_table
        from app.comfort import Comfort
        from app.measuring.actions import measuring_actions
        from app.planes.actions import planes_actions
        from app.window_doings import doings

        session, feed, settings = self.session, self.feed, self._settings
        self.comfort = Comfort(settings, self.studies.recent, self)
        rows = chain(
            table(session, feed, doings(self, settings)),
            self.looking.actions(),
            self.studies.actions(),
            measuring_actions(session, feed, settings, self.measuring),
            cell_table(session.cells, self.hanging, self._next_area),
            planes_actions(self.planes, session),
            self.output.actions(),
            self.comfort.actions(),
        )
        self.actions_table = Actions(session, rows, settings, self)
        self.comfort.serve(self.actions_table)

    def _make_panels(self) -> None:
        from app.bars import Strip
        from app.jobs import JobBar
        from app.message_bar import MessageBar
        from app.panels.methods import MethodsPanel
        from app.panels.metrics import MetricsPanel
        from app.panels.series import SeriesPanel
        from app.panels.window import WindowPanel

        self.series_panel = SeriesPanel(self.session, self)
        self.methods_panel = MethodsPanel(self.session, self.feed, self)
        self.window_panel = WindowPanel(self.session, self.feed, self)
        self.metrics_panel = MetricsPanel(self.session, self.feed, self)
        self.message_bar = MessageBar(self.session, self.grid)
        self.job_bar = JobBar(self.jobs, self)
        self.strip = Strip(self.job_bar, self)

    def _lay_out(self) -> None:
        from app.bars import ToolBar, fill_menus
        from app.panels.scroll import Fitted

        fill_menus(self, self.actions_table, self.studies.submenus | self.recipes.submenus)
        self.addToolBar(ToolBar(self.actions_table, self))
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.methods_panel, tr("Enhance"))
        self.tabs.addTab(self.metrics_panel, tr("Measure"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.series_panel.setMinimumHeight(_LEAST)
        self.left = _column(self.series_panel, Fitted(self.window_panel, _LEAST, self), stretched=0)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.grid)
        self.splitter.addWidget(self.tabs)
        self.splitter.setStretchFactor(1, 1)
        self.setCentralWidget(whole := _column(self.splitter, self.strip, stretched=0))
        for layout in (self.layout(), whole.layout()):
            if layout is not None:
                layout.activate()  # so that the splitter knows its width before it is shown

    def _share_width(self) -> None:
        usual = [round(share * self.width()) for share in SHARES]
        self.splitter.setSizes(usual)
        if self._settings.layout is not None:
            self.splitter.restoreState(self._settings.layout)
        if self.splitter.sizes()[1] < _LEAST_IMAGES * self.width():  # it was for a larger screen
            self.splitter.setSizes(usual)

    def _connect(self) -> None:
        self.looking.changed.connect(self.actions_table.update)
        self.looking.viewMade.connect(self.measuring.cover)
        self.addActions([self.actions_table.by_name[r.name] for r in self.actions_table.rows if r.everywhere])
        self.grid.addActions(
            [self.actions_table.by_name[r.name] for r in self.actions_table.rows if not r.everywhere]
        )
        self.grid.menuRequested.connect(self._show_menu)
        self.grid.panelsRequested.connect(self.toggle_panels)
        self.studies.serve(self.series_panel)
        self.recipes.serve(self.methods_panel.controls.recipes)
        self.series_panel.list.clicked.connect(self._focus_image)
        self.methods_panel.applyToSeriesRequested.connect(self.exporting.apply_to_series)
        self.methods_panel.exportRequested.connect(self.exporting.export_series)
        self.metrics_panel.measurements.save.clicked.connect(self.measuring.saving.save)
        self.metrics_panel.measurements.save_table.clicked.connect(self.measuring.saving.save_table)

    def _focus_image(self) -> None:
        """Give the keys to the image: at the start, and once a series was chosen."""
        self.grid.views[0].setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the parts of the window as the eye does."""
        return self.furnished and go_on((self.left, self.tabs, self.grid), forward)

    def _next_area(self) -> None:
        """Give the keys to the next part of the window: series, images, panels."""
        targets = (self.series_panel.list, self.grid.views[0], self.tabs.tabBar())
        go_to_next((self.series_panel, self.grid, self.tabs), targets)

    # -- opening ------------------------------------------------------------------------------

    def open(self, paths: Sequence[Path]) -> None:
        """Open files, folders and archives, as soon as the parts are there to show them."""
        if self.furnished:
            self.opening.open(paths)
        else:
            self._brought += paths

    def tell(self, sentence: str) -> None:
        """Say something to the user; without its parts the window is of no use, and closes after it."""
        if self.furnished:
            self.session.message(sentence)
        else:
            QMessageBox.critical(self, "Clearslice", tr(sentence))
            self.close()

    def close_all(self) -> None:
        """Forget what is open, and what is still being read, once nothing is lost by it."""
        if self.measuring.unsaved.may_go(self.close_all):
            self.opening.cancel()
            self.jobs.cancel()
            self.session.close_all()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self.open(dropped_paths(event.mimeData()))

    # -- window -------------------------------------------------------------------------------

    def cancel(self) -> bool:
        """Stop what runs, or leave the full screen; False if there was nothing to stop."""
        for running in (self.looking, self.measuring, self.jobs, self.feed, self.opening):
            if running.busy:
                running.cancel()
                return True
        if self.planes.shown:
            self.planes.leave()
            return True
        if self.isFullScreen():
            self.showNormal()
            return True
        return False

    def toggle_full_screen(self) -> None:
        """Fill the screen, or come back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def toggle_panels(self) -> None:
        """Give the images all the width, or give it back."""
        shown = not self.left.isVisible()
        self.left.setVisible(shown)
        self.tabs.setVisible(shown)

    def _show_menu(self, at: QPoint) -> None:
        from app.bars import context_menu

        context_menu(self.actions_table, self).popup(at)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout, and let no work outlive the window; ask first before measurements are lost."""
        if self.furnished and not self.measuring.unsaved.may_go(self.close):
            event.ignore()
            return
        if self.furnished:
            self._finish()
        super().closeEvent(event)

    def _finish(self) -> None:
        self._settings.geometry, self._settings.layout = self.saveGeometry(), self.splitter.saveState()
        for work in (self.looking, self.opening, self.jobs, self.measuring, self.output, self.feed):
            work.close()
        for panel in (self.series_panel, self.window_panel, self.methods_panel, self.metrics_panel):
            panel.stop_work()


def _column(*parts: QWidget, stretched: int) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for number, part in enumerate(parts):
        layout.addWidget(part, int(number == stretched))
    return column


def make_window(settings: Settings | None = None) -> MainWindow:
    """Return a window with everything in it."""
    settings = settings or Settings()
    note = settings.take_over()
    window = MainWindow(settings)
    window.furnish(note)
    return window
