"""Starting the program with its window."""

from collections.abc import Sequence
from pathlib import Path

from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.defects import report_defects
from app.first_start import ask_once
from app.icons import ICONS
from app.main_window import make_window
from app.opening import SystemRequests
from app.settings import Settings
from app.sizes import use_scale
from app.theme import apply_theme
from app.translation import install_language
from core.version import VERSION


def run(paths: Sequence[Path]) -> int:
    """Open the window on `paths`, run it, and return the exit code."""
    settings = Settings()
    use_scale(settings.scale)
    app = QApplication.instance() or QApplication(["clearslice"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Clearslice")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("org.clearslice.Clearslice")  # Wayland finds the icon by it.
    app.setWindowIcon(QIcon(str(ICONS / "clearslice.svg")))
    apply_theme(app, settings.theme)
    install_language(app, settings.language)
    # Collected in a worker's thread, a cycle that holds QObjects would lock Qt against Python for ever.
    collector = GarbageCollector()
    window = make_window(settings)
    report_defects(window.session)
    SystemRequests(window.opening, app)
    window.show()
    ask_once(settings, window)
    window.opening.open(paths)
    code = app.exec()
    collector.timer.stop()
    return code
