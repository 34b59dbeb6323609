"""The list of series that are open."""

from PySide6.QtWidgets import QWidget

from app.session import Session


class SeriesPanel(QWidget):
    """Patients, studies and series; a click shows a series."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
