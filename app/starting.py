"""Starting the program with its window: that stands on the screen first, and gets its parts then."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.collecting import Collector
from app.icons import ICONS
from app.main_window import MainWindow
from app.requests import SystemRequests
from app.settings import Settings
from app.sizes import use_scale
from app.theme import apply_theme
from app.translation import install_language
from app.visited import VisitedFolders
from core.version import VERSION

_PATIENCE = 500
"""Milliseconds after which the parts come although nothing was painted: started minimised, or hidden."""


def run(paths: Sequence[Path]) -> int:
    """Open the window on `paths`, run it, and return the exit code."""
    settings = Settings()
    note = settings.take_over()
    use_scale(settings.scale)
    app = QApplication.instance() or QApplication(["clearslice"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Clearslice")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("org.clearslice.Clearslice")  # Wayland finds the icon by it.
    app.setWindowIcon(QIcon(str(ICONS / "clearslice.svg")))
    apply_theme(app, settings.theme)
    install_language(app, settings.language)
    Collector(app)
    window = MainWindow(settings)
    SystemRequests(window.open, app)
    VisitedFolders(app)
    window.open(paths)
    complete = partial(_complete, window, settings, note)
    window.waiting.painted.connect(complete, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(_PATIENCE, complete)
    window.show()
    return app.exec()


def _complete(window: MainWindow, settings: Settings, note: str) -> None:
    """Put the parts into the window, once; what they import is most of the start."""
    if window.furnished or not window.isVisible():
        return
    from app.defects import report_defects
    from app.first_start import ask_once

    report_defects(window.tell)
    window.furnish(note)
    ask_once(settings, window)
