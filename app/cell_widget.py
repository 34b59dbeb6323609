"""One cell on screen: its views, a frame that shows whether it is active, and a bar that names its series."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.cell_bar import CellBar
from app.cell_feed import CellFeed
from app.compare import Pictures
from app.panels.catalogue import SERIES_MIME, dragged_key
from app.session import Session
from app.settings import Settings
from app.state import Compare, Layout
from app.viewport import Viewport

_BORDER = 2


class CellWidget(QFrame):
    """Two views, of which the second is for original and enhanced side by side, under a bar.

    Bar and border are there from two cells on.
    """

    menuRequested = Signal(QPoint)
    maximiseRequested = Signal()
    entered = Signal()

    def __init__(
        self, session: Session, feed: CellFeed, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.cell = feed.cell
        self.setObjectName(f"cell{self.cell.number}")
        self.setAcceptDrops(True)
        self._dropping = False
        pictures = Pictures(session, feed, self)
        self.views = tuple(Viewport(pictures, settings, number, self) for number in range(2))
        self.bar = CellBar(session, self.cell, self)
        self._lay_out()
        self._connect()
        self._show_views()
        self._show_frame()

    def _lay_out(self) -> None:
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.bar)
        inner = QHBoxLayout()
        inner.setSpacing(2)
        for view in self.views:
            inner.addWidget(view, 1)
        self._outer.addLayout(inner, 1)

    def _connect(self) -> None:
        cells = self._session.cells
        for view in self.views:
            view.menuRequested.connect(self.menuRequested)
            view.maximiseRequested.connect(self.maximiseRequested)
            view.entered.connect(self.entered)
        self.cell.compareChanged.connect(self._show_views)
        self._session.catalogueChanged.connect(self._on_catalogue)
        self.bar.doubleClicked.connect(self.maximiseRequested)
        cells.activeChanged.connect(self._show_frame)
        cells.layoutChanged.connect(self._show_frame)

    def _show_views(self) -> None:
        self.views[1].setVisible(self.cell.compare is Compare.SIDE_BY_SIDE)

    def _on_catalogue(self) -> None:
        if self.cell.series is None:
            self.views[0].viewport().update()  # it says what can be done

    def _show_frame(self) -> None:
        several = self._session.cells.layout is not Layout.ONE
        margin = _BORDER if several else 0
        self._outer.setContentsMargins(margin, margin, margin, margin)
        self.bar.setVisible(several)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the border: solid round the active cell, bright where a series is about to fall."""
        active = self.cell is self._session.cells.active
        role = QPalette.ColorRole.Highlight if active or self._dropping else QPalette.ColorRole.Dark
        QPainter(self).fillRect(self.rect(), self.palette().color(role))

    # -- a series from the list ---------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a series; files and folders are for the window."""
        if event.mimeData().hasFormat(SERIES_MIME):
            event.acceptProposedAction()
            self._set_dropping(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop offering a place."""
        self._set_dropping(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Show the series that was dropped here."""
        self._set_dropping(False)
        key = dragged_key(event.mimeData())
        series = next((s for s in self._session.catalogue.series if s.key == key), None)
        if series is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self._session.cells.set_active(self.cell)
        self.cell.set_series(series)

    def _set_dropping(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()
