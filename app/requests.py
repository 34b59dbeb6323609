"""What the system asks the program to open: a drop on its window, or macOS's event for a double click."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QFileOpenEvent


class SystemRequests(QObject):
    """Opens the files that the system asks for while the program runs: macOS's double click is an event."""

    def __init__(self, take: Callable[[Sequence[Path]], None], application: QObject) -> None:
        super().__init__(application)
        self._take = take
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the event of a file to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._take([Path(event.file())])
            return True
        return super().eventFilter(watched, event)


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """Return the local files and folders in a drop."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
