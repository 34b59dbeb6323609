"""The metrics panel."""

from PySide6.QtWidgets import QWidget

from app.feed import Feed
from app.session import Session


class MetricsPanel(QWidget):
    """The metrics panel of the window."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
