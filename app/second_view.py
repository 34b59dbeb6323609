"""A window of its own that shows the active cell once more, for another monitor."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.bars import STRIP
from app.compare import Pictures, Side
from app.feed import Feed
from app.grid import Grid
from app.language import tr
from app.panels.catalogue import title
from app.panels.number import Chooser
from app.screens import fill
from app.session import Session
from app.settings import Settings
from app.viewport import Viewport

_SIZE = (760, 800)
"""Points of the window where there is one monitor alone."""
_FULL_SCREEN = "full_screen"


class SecondView(QWidget):
    """Follows the active cell: slice, zoom, window and turning are the same, and can be changed in either.

    It shows the original, the enhanced slice or what the cell compares; it says over the picture which, and
    has the strip of the main window.
    """

    viewMade = Signal(object, int)
    """Viewport, number of its cell: there is another view that measurements may lie over."""
    closed = Signal()

    def __init__(self, session: Session, feed: Feed, grid: Grid, settings: Settings) -> None:
        super().__init__(grid.window(), Qt.WindowType.Window)
        self._session, self._feed, self._grid, self._settings = session, feed, grid, settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("secondView")
        self.setWindowTitle(tr("Second view"))
        self.views: dict[int, Viewport] = {}
        self._pictures: dict[int, Pictures] = {}
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.shown = Chooser(tr("Shown in the second view"), self)
        for words, side in (
            (tr("Original"), Side.ORIGINAL),
            (tr("Enhanced"), Side.PROCESSED),
            (tr("As in the main window"), None),
        ):
            self.shown.addItem(words, side)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._take_actions()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QFrame(self)
        bar.setObjectName("lookingBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.name, 1)
        row.addWidget(self.shown)
        strip = QFrame(self)
        strip.setObjectName("strip")
        self.strip = QLabel(tr(STRIP), strip)
        self.strip.setObjectName("stripWords")
        foot = QHBoxLayout(strip)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.strip)
        for part in (bar, self.stack, strip):
            column.addWidget(part, int(part is self.stack))

    def _connect(self) -> None:
        self.shown.activated.connect(self._choose)
        self._session.cells.activeChanged.connect(self.show_cell)
        self._session.seriesChanged.connect(self._show_name)

    def _take_actions(self) -> None:
        """Let the keys of the main window work here too; full screen is this window's own."""
        self.stack.addActions(self._grid.actions())
        for action in self._grid.window().actions():
            if action.objectName() == _FULL_SCREEN:
                for keys in action.shortcuts():
                    QShortcut(keys, self, self._turn_full_screen)
            else:
                self.addAction(action)

    # -- what is shown ------------------------------------------------------------------------

    @property
    def side(self) -> Side | None:
        """What was chosen: a picture, or None for what the cell compares."""
        side = self.shown.currentData()
        return side if isinstance(side, Side) else None

    def _choose(self) -> None:
        for number, pictures in self._pictures.items():
            pictures.only = self.side
            self.views[number].refresh()

    def show_cell(self) -> None:
        """Show the active cell's view, made when it is first wanted."""
        number = self._session.cells.active.number
        if number not in self.views:
            self._make_view(number)
        self.stack.setCurrentWidget(self.views[number])
        self.setFocusProxy(self.views[number])
        self._show_name()

    def _make_view(self, number: int) -> None:
        pictures = Pictures(self._session, self._feed.feeds[number], self, self.side)
        pictures.take_over()
        view = Viewport(pictures, self._settings, 1, self.stack)  # of two side by side the enhanced one
        view.setAccessibleName(tr("Second view"))
        view.installEventFilter(self._grid)  # Space shows the original
        view.menuRequested.connect(self._grid.menuRequested)
        view.maximiseRequested.connect(self._turn_full_screen)
        view.entered.connect(partial(view.setFocus, Qt.FocusReason.MouseFocusReason))
        self._pictures[number], self.views[number] = pictures, view
        self.stack.addWidget(view)
        view.refresh()
        self.viewMade.emit(view, number)

    def _show_name(self) -> None:
        series = self._session.series
        self.name.setText("" if series is None else title(series))

    # -- window -------------------------------------------------------------------------------

    def open(self) -> None:
        """Fill another monitor; where there is none, stand beside the main window's images."""
        self.show_cell()
        here = self._grid.window().screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        if others:
            fill(self, others[0])
        else:
            self.resize(*_SIZE)
            self.show()
        self.activateWindow()

    def _turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so."""
        self.closed.emit()
        super().closeEvent(event)
