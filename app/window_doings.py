"""What the actions of the window as a whole do."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from app.about import About
from app.actions import Doings
from app.language import tr
from app.main_window import MainWindow
from app.settings import Settings
from app.shortcut_sheet import ShortcutSheet


def doings(window: MainWindow, settings: Settings) -> Doings:
    """Return what each action of the table does in `window`."""
    exporting, grid = window.exporting, window.grid
    return Doings(
        open_files=lambda: _ask_files(window),
        open_folder=lambda: _ask_folder(window),
        close_all=window.close_all,
        export_series=exporting.export_series,
        export_picture=lambda: exporting.export_picture(grid.picture(identified=False)),
        export_identified_picture=lambda: exporting.export_picture(grid.picture(identified=True)),
        export_deep_picture=exporting.export_deep_picture,
        apply_to_series=exporting.apply_to_series,
        quit=lambda: QTimer.singleShot(0, window.close),
        zoom=grid.zoom,
        full_screen=window.toggle_full_screen,
        panels=window.toggle_panels,
        cancel=window.cancel,
        up_is_brighter=lambda: settings.up_is_brighter,
        toggle_up=lambda: _toggle_up(settings),
        shortcuts=lambda: ShortcutSheet(window.actions_table, window).show(),
        about=lambda: About(window.feed.pipeline.networks, window).open(),
    )


def _ask_files(window: MainWindow) -> None:
    title, start = tr("Open DICOM files or ZIP archives"), window.studies.recent.folder
    names, _ = QFileDialog.getOpenFileNames(window, title, start)
    window.open([Path(name) for name in names])


def _ask_folder(window: MainWindow) -> None:
    title, start = tr("Open a folder of DICOM files"), window.studies.recent.folder
    name = QFileDialog.getExistingDirectory(window, title, start)
    window.open([Path(name)] if name else [])


def _toggle_up(settings: Settings) -> None:
    settings.up_is_brighter = not settings.up_is_brighter
