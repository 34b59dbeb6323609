"""The bar over a cell: the name of its series, and the links it takes part in."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.cell import CellState
from app.language import tr
from app.link_chip import LinkChip, link_name
from app.panels.catalogue import title
from app.priors import which_study
from app.session import Session
from app.state import Link
from core.dicom.study import Series

_ICON = QSize(14, 14)


class CellBar(QFrame):
    """Names the series, in bold and with a mark in the active cell; a press makes the cell active."""

    doubleClicked = Signal()

    def __init__(self, session: Session, cell: CellState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cell = cell
        self.setObjectName("cellBar")
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.chips = {link: LinkChip(link, partial(cell.set_linked, link), self) for link in Link}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 1, 2, 1)
        row.setSpacing(2)
        row.addWidget(self.name, 1)
        for chip in self.chips.values():
            chip.setIconSize(_ICON)
            row.addWidget(chip)
        cells = session.cells
        for signal in (cell.linksChanged, cells.linksChanged, cells.activeChanged, cells.layoutChanged):
            signal.connect(self.render_state)
        for other in cells:
            other.seriesChanged.connect(self.render_state)
        self.render_state()

    def render_state(self) -> None:
        """Show the cell as it is."""
        active, series = self._cell is self._session.cells.active, self._cell.series
        words = tr("Empty") if series is None else self._name(series)
        font = self.name.font()
        font.setBold(active)
        self.name.setFont(font)
        if self.property("active") is not active:
            self.setProperty("active", active)
            self.style().polish(self)
        words = f"▶ {words}" if active else words
        self.name.setToolTip(words)
        self.name.setText(
            self.name.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.name.width())
        )
        for link, chip in self.chips.items():
            linked = link in self._cell.links
            words = tr("{}: linked here") if linked else tr("{}: not linked here")
            chip.say(linked, words.format(link_name(link)))
            chip.setEnabled(link in self._session.cells.links)

    def _name(self, series: Series) -> str:
        """Return the series' name, after its study's where several are on screen: none passes for another."""
        shown = (cell.series for cell in self._session.cells.shown)
        study = which_study(series, [other for other in shown if other is not None])
        return f"{study} · {title(series)}" if study else title(series)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name to the room there is."""
        super().resizeEvent(event)
        self.render_state()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the cell active."""
        self._session.cells.set_active(self._cell)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for all the room, or to go back."""
        self.doubleClicked.emit()
        event.accept()
