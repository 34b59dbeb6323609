"""The window: puts the parts together and has no logic of its own."""

from itertools import chain
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMainWindow,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.about import About
from app.action_set import Actions
from app.actions import Doings, table
from app.bars import Strip, ToolBar, context_menu, fill_menus
from app.cell_actions import cell_table
from app.comfort import Comfort
from app.feed import Feed
from app.grid import Grid
from app.hanging import Hanging
from app.jobs import JobBar, Jobs
from app.language import tr
from app.last_recipe import LastRecipe
from app.linking import Linking
from app.looking import Looking
from app.measuring.actions import measuring_actions
from app.measuring.measuring import Measuring
from app.message_bar import MessageBar
from app.opening import Opening, dropped_paths
from app.output import Output
from app.panels.methods import MethodsPanel
from app.panels.metrics import MetricsPanel
from app.panels.scroll import Fitted
from app.panels.series import SeriesPanel
from app.panels.window import WindowPanel
from app.planes.actions import planes_actions
from app.planes.bar import PlanesBar
from app.planes.crosshair import Crosshairs
from app.planes.planes import Planes
from app.recipes import Recipes
from app.reference_lines import ReferenceLines
from app.session import Session
from app.settings import Settings
from app.shortcut_sheet import ShortcutSheet
from app.sizes import open_at
from app.studies import Studies
from app.tab_order import go_on
from core.enhance.network import Networks
from core.pipeline import Pipeline

_SIZE = (1400, 880)
_SHARES = (0.22, 0.55, 0.23)
"""Of the width for series, images and panels at the first run."""
_LEAST = 150
"""Points that the list of series and the window panel keep on a low screen."""


class MainWindow(QMainWindow):
    """Menus, tool bar, series on the left, images in the middle, panels on the right."""

    def __init__(
        self, session: Session, feed: Feed, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.feed, self._settings = session, feed, settings
        self.opening = Opening(session, self)
        self.studies = Studies(session, settings, self.opening, self)
        self.recipes = Recipes(session, feed, settings, self)
        self.last_recipe = LastRecipe(session, settings, feed.pipeline.networks, self)
        self.jobs = Jobs(session, self)
        self.grid = Grid(session, feed, settings, self)
        self.measuring = Measuring(session, feed, settings, self.grid, self.jobs)
        self.output = Output(session, feed, self.jobs, settings, self)
        self.exporting = self.output.exporting
        measuring = measuring_actions(session, feed, settings, self.measuring)
        self.linking = Linking(session, feed, self)
        self.reference_lines = ReferenceLines(session, feed, self.grid)
        self.hanging = Hanging(session, settings, self)
        self.planes = Planes(session, feed, self.jobs, self)
        self.crosshairs = Crosshairs(self.planes, session, feed, self.grid)
        self.grid.add_strip(PlanesBar(self.planes, session, self.grid))
        cells = chain(
            cell_table(session.cells, self.hanging, self._next_area), planes_actions(self.planes, session)
        )
        self.looking = Looking(session, feed, self.grid, self.jobs, settings)
        first = chain(table(session, feed, self._doings()), self.looking.actions(), self.studies.actions())
        self.comfort = Comfort(settings, self.studies.recent, self)
        rows = chain(first, measuring, cells, self.output.actions(), self.comfort.actions())
        self.actions_table = Actions(session, rows, settings, self)
        self.comfort.serve(self.actions_table)
        self.setWindowTitle("Clearslice")
        self.setAcceptDrops(True)
        self._make_panels()
        self._lay_out()
        self._connect()
        self._restore()
        self._focus_image()

    def _make_panels(self) -> None:
        self.series_panel = SeriesPanel(self.session, self)
        self.methods_panel = MethodsPanel(self.session, self.feed, self)
        self.window_panel = WindowPanel(self.session, self.feed, self)
        self.metrics_panel = MetricsPanel(self.session, self.feed, self)
        self.message_bar = MessageBar(self.session, self.grid)
        self.job_bar = JobBar(self.jobs, self)
        self.strip = Strip(self.job_bar, self)

    def _lay_out(self) -> None:
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
        self.setCentralWidget(_column(self.splitter, self.strip, stretched=0))

    def _connect(self) -> None:
        self.looking.changed.connect(self.actions_table.update)
        self.addActions([self.actions_table.by_name[r.name] for r in self.actions_table.rows if r.everywhere])
        self.grid.addActions(
            [self.actions_table.by_name[r.name] for r in self.actions_table.rows if not r.everywhere]
        )
        self.grid.menuRequested.connect(self._show_menu)
        self.grid.panelsRequested.connect(self._toggle_panels)
        self.studies.serve(self.series_panel)
        self.recipes.serve(self.methods_panel.controls.recipes)
        self.series_panel.list.clicked.connect(self._focus_image)
        self.methods_panel.applyToSeriesRequested.connect(self.exporting.apply_to_series)
        self.methods_panel.exportRequested.connect(self.exporting.export_series)
        self.metrics_panel.measurements.save.clicked.connect(self.measuring.saving.save)
        self.metrics_panel.measurements.save_table.clicked.connect(self.measuring.saving.save_table)

    def _doings(self) -> Doings:
        exporting = self.exporting
        return Doings(
            open_files=self._ask_files,
            open_folder=self._ask_folder,
            close_all=self._close_all,
            export_series=exporting.export_series,
            export_picture=lambda: exporting.export_picture(self.grid.picture(identified=False)),
            export_identified_picture=lambda: exporting.export_picture(self.grid.picture(identified=True)),
            export_deep_picture=exporting.export_deep_picture,
            apply_to_series=exporting.apply_to_series,
            quit=lambda: QTimer.singleShot(0, self.close),
            zoom=self.grid.zoom,
            full_screen=self._toggle_full_screen,
            panels=self._toggle_panels,
            cancel=self._cancel,
            up_is_brighter=lambda: self._settings.up_is_brighter,
            toggle_up=self._toggle_up,
            shortcuts=lambda: ShortcutSheet(self.actions_table, self).show(),
            about=lambda: About(self.feed.pipeline.networks, self).open(),
        )

    def _focus_image(self) -> None:
        """Give the keys to the image: at the start, and once a series was chosen."""
        self.grid.views[0].setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the parts of the window as the eye does."""
        return go_on((self.left, self.tabs, self.grid), forward)

    def _next_area(self) -> None:
        """Give the keys to the next part of the window: series, images, panels."""
        areas = (self.series_panel, self.grid, self.tabs)
        here = QApplication.focusWidget()
        at = next((n for n, area in enumerate(areas) if here is not None and area.isAncestorOf(here)), 0)
        targets = (self.series_panel.list, self.grid.views[0], self.tabs.tabBar())
        ways = (targets[(at + step) % len(targets)] for step in range(1, len(targets) + 1))
        next(target for target in ways if target.isVisible()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- opening ------------------------------------------------------------------------------

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Open DICOM files or ZIP archives"))
        self.opening.open([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Open a folder of DICOM files"))
        self.opening.open([Path(name)] if name else [])

    def _close_all(self) -> None:
        if self.measuring.unsaved.may_go(self._close_all):
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
        self.opening.open(dropped_paths(event.mimeData()))

    # -- window -------------------------------------------------------------------------------

    def _cancel(self) -> bool:
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

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _toggle_panels(self) -> None:
        shown = not self.left.isVisible()
        self.left.setVisible(shown)
        self.tabs.setVisible(shown)

    def _toggle_up(self) -> None:
        self._settings.up_is_brighter = not self._settings.up_is_brighter

    def _show_menu(self, at: QPoint) -> None:
        context_menu(self.actions_table, self).popup(at)

    def _restore(self) -> None:
        open_at(self, *_SIZE)
        self.splitter.setSizes([round(share * self.width()) for share in _SHARES])
        if self._settings.geometry is not None:
            self.restoreGeometry(self._settings.geometry)
        if self._settings.layout is not None:
            self.splitter.restoreState(self._settings.layout)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout, and let no work outlive the window; ask first if measurements would be lost."""
        if not self.measuring.unsaved.may_go(self.close):
            event.ignore()
            return
        self._settings.geometry, self._settings.layout = self.saveGeometry(), self.splitter.saveState()
        for work in (self.opening, self.jobs, self.measuring, self.output, self.feed):
            work.close()
        for panel in (self.series_panel, self.window_panel, self.methods_panel, self.metrics_panel):
            panel.stop_work()
        super().closeEvent(event)


def _column(*parts: QWidget, stretched: int) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for number, part in enumerate(parts):
        layout.addWidget(part, int(number == stretched))
    return column


def make_window(settings: Settings | None = None) -> MainWindow:
    """Return a window with everything behind it; networks are loaded when first used."""
    settings = settings or Settings()
    reset = settings.take_over()
    session = Session()
    feed = Feed(session, Pipeline(Networks(device=settings.device)), session)
    window = MainWindow(session, feed, settings)
    session.setParent(window)
    if reset:
        session.message(reset)
    return window
