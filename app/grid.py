"""The views side by side; zoom, pan, scrolling and window are linked because all read one session."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.compare import Pictures
from app.feed import Feed
from app.session import Session
from app.settings import Settings
from app.state import Compare, Overlay
from app.viewport import Viewport


class Grid(QWidget):
    """One view, or two beside each other."""

    menuRequested = Signal(QPoint)
    maximiseRequested = Signal()

    def __init__(
        self, session: Session, feed: Feed, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._area = QWidget(self)
        pictures = Pictures(session, feed, self)
        self.views = tuple(Viewport(pictures, settings, number, self._area) for number in range(2))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.views[0])
        self._lay_out()
        session.compareChanged.connect(self._show_views)
        self._show_views()

    def _lay_out(self) -> None:
        outer, layout = QHBoxLayout(self), QHBoxLayout(self._area)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for view in self.views:
            view.menuRequested.connect(self.menuRequested)
            view.maximiseRequested.connect(self.maximiseRequested)
            view.installEventFilter(self)
            layout.addWidget(view, 1)

    def _show_views(self) -> None:
        self.views[1].setVisible(self._session.compare is Compare.SIDE_BY_SIDE)

    def zoom(self, factor: float) -> None:
        """Magnify all views about their middle."""
        self.views[0].zoom(factor)

    def picture(self, identified: bool) -> QPixmap:
        """Return what is seen, with all texts or without the patient's; no message lies over it."""
        overlay = self._session.overlay
        self._session.set_overlay(Overlay.FULL if identified else Overlay.NO_PATIENT)
        try:
            return self._area.grab()
        finally:
            self._session.set_overlay(overlay)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Show the original while Space is down in a view, and never longer than the view has the keys."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                if not event.isAutoRepeat():
                    self._session.hold_original(event.type() == QEvent.Type.KeyPress)
                return True
        elif isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._session.hold_original(False)
        return False
