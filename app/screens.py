"""Several monitors."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def to_next_screen(window: QWidget) -> None:
    """Move a window to the next monitor, as large as it fits there; maximised and full screen stay so."""
    screens = QGuiApplication.screens()
    if len(screens) < 2:
        return
    screen = screens[(screens.index(window.screen()) + 1) % len(screens)]
    state, room = window.windowState(), screen.availableGeometry()
    window.showNormal()
    frame = window.frameGeometry().size() - window.size()
    place = QRect(QPoint(), window.size().boundedTo(room.size() - frame))
    place.moveCenter(room.center())
    window.setScreen(screen)
    window.setGeometry(place)
    window.setWindowState(state)


def fill(window: QWidget, screen: QScreen) -> None:
    """Show a window on a monitor, as large as that is."""
    window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())
    window.showMaximized()
