"""What Qt remembers of its file dialogs, and must not: folders are often named after patients."""

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QFileDialog

_STORE = "QtProject"
"""Of all programs made with Qt."""
_KEYS = ("FileDialog/history", "FileDialog/lastVisited", "FileDialog/shortcuts")


class VisitedFolders(QObject):
    """Takes the visited folders out of Qt's store again as soon as a dialog has put them in."""

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the end of each file dialog: its last act is to write."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QFileDialog):
            watched.destroyed.connect(forget)
        return super().eventFilter(watched, event)


def forget() -> None:
    """Remove the folders; how a dialog looked stays."""
    store = QSettings(QSettings.Scope.UserScope, _STORE)
    for key in _KEYS:
        store.remove(key)
