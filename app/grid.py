"""The cells, laid out in rows and columns, under a strip that says what they do together."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.cell import CellState
from app.cell_widget import CellWidget
from app.feed import Feed
from app.link_strip import LinkStrip
from app.session import Session
from app.settings import Settings
from app.state import Layout, Overlay, ViewTransform
from app.viewport import Viewport

_STEPS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
    | {Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)
"""Keys that go through slices and series, and through the values of a control."""


class Grid(QWidget):
    """One cell, or up to four; the keys are always with the active one."""

    menuRequested = Signal(QPoint)
    panelsRequested = Signal()
    """A single cell was double-clicked: the panels are to go or come back."""

    def __init__(
        self, session: Session, feed: Feed, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._area = QWidget(self)
        self.cells = tuple(CellWidget(session, each, settings, self._area) for each in feed.feeds)
        self.strip = LinkStrip(session, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        for cell in self.cells:
            self._connect(cell)
        session.cells.layoutChanged.connect(self._place)
        session.cells.activeChanged.connect(self._on_active)
        self._place()
        self._on_active()

    def _lay_out(self) -> None:
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.strip)
        self._outer.addWidget(self._area, 1)
        self._layout = QGridLayout(self._area)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def _connect(self, cell: CellWidget) -> None:
        cell.menuRequested.connect(self.menuRequested)
        cell.maximiseRequested.connect(self._maximise)
        cell.entered.connect(self._take_keys)
        for view in cell.views:
            view.installEventFilter(self)

    def _place(self) -> None:
        """Give each cell that is shown its row and column, and all of them the same room."""
        cells = self._session.cells
        rows, columns = (1, 1) if cells.maximised else cells.layout.value
        for widget in self.cells:
            self._layout.removeWidget(widget)
            widget.setVisible(widget.cell.shown)
        for number, widget in enumerate(widget for widget in self.cells if widget.cell.shown):
            self._layout.addWidget(widget, *divmod(number, columns))
        for n in range(2):
            self._layout.setRowStretch(n, int(n < rows))
            self._layout.setColumnStretch(n, int(n < columns))
        self.strip.setVisible(cells.layout is not Layout.ONE)

    def add_strip(self, strip: QWidget) -> None:
        """Put another strip over the cells."""
        self._outer.insertWidget(1, strip)

    def add_below(self, bar: QWidget) -> None:
        """Put a bar under the cells."""
        self._outer.addWidget(bar)

    @property
    def active(self) -> CellWidget:
        """The active cell."""
        return self.cells[self._session.cells.active.number]

    @property
    def views(self) -> tuple[Viewport, ...]:
        """The views of the active cell."""
        return self.active.views

    def _on_active(self) -> None:
        here = QApplication.focusWidget()
        self.setFocusProxy(self.views[0])
        if here is not None and self._area.isAncestorOf(here):
            self.views[0].setFocus()

    def _maximise(self) -> None:
        """Give the active cell all the room, or go back; a single cell has the panels' room to gain."""
        cells = self._session.cells
        if cells.layout is Layout.ONE:
            self.panelsRequested.emit()
        else:
            cells.set_maximised(not cells.maximised)

    def _take_keys(self) -> None:
        """Take the keys, so that no click is needed first; but not from somebody who types."""
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox)
        if self.window().isActiveWindow() and not typing and self.views[0].isVisible():
            self.views[0].setFocus(Qt.FocusReason.MouseFocusReason)

    def fitting(self, cell: CellState) -> ViewTransform | None:
        """Return the zoom and pan that show the whole image in a cell; None without a picture."""
        return self.cells[cell.number].views[0].fitting

    def zoom(self, factor: float) -> None:
        """Magnify the active cell about its middle."""
        self.views[0].zoom(factor)

    def picture(self, identified: bool) -> QPixmap:
        """Return what is seen, with all texts or without the patient's; no message lies over it."""
        overlay, focused = self._session.overlay, QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()  # or the line that shows where the keys go would be in the picture
        self._session.set_overlay(Overlay.FULL if identified else Overlay.NO_PATIENT)
        try:
            return self._area.grab()
        finally:
            self._session.set_overlay(overlay)
            if focused is not None:
                focused.setFocus()

    def event(self, event: QEvent) -> bool:
        """Leave the arrows and their like to a control of a bar that has the focus."""
        stepped = QSlider | QComboBox | QAbstractSpinBox
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in _STEPS and isinstance(QApplication.focusWidget(), stepped):
                event.accept()
                return True
        return super().event(event)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Show the original while Space is down in a view, and never longer than a view has the keys."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                if not event.isAutoRepeat():
                    self._session.hold_original(event.type() == QEvent.Type.KeyPress)
                return True
        elif isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._session.hold_original(False)
        return False
