"""The methods panel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.feed import Feed
from app.session import Session


class MethodsPanel(QWidget):
    """The methods panel of the window."""

    applyToSeriesRequested = Signal()
    exportRequested = Signal()

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
