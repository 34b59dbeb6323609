"""How often each value occurs, before and after, with the window as a region to drag."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import tr
from app.theme import AMBER
from core.roi import Histogram

Limits = tuple[float, float]


class HistogramPlot(QWidget):
    """Counts on a logarithmic scale; dragging the region or its edges moves the window."""

    dragged = Signal(float, float)
    """(lowest, highest) value of the window the user wants"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        palette = self.palette()
        self.plot = pg.PlotWidget(self, background=palette.color(QPalette.ColorRole.Base))
        dim = palette.color(QPalette.ColorRole.PlaceholderText)
        accent = palette.color(QPalette.ColorRole.Highlight)
        self._before = self.plot.plot(pen=pg.mkPen(dim), fillLevel=0, fillBrush=_faded(dim, 90))
        self._after = self.plot.plot(pen=pg.mkPen(AMBER, width=1.5))
        self.region = pg.LinearRegionItem(
            brush=_faded(palette.color(QPalette.ColorRole.Text), 22),
            hoverBrush=_faded(palette.color(QPalette.ColorRole.Text), 40),
            pen=pg.mkPen(palette.color(QPalette.ColorRole.Text)),
            hoverPen=pg.mkPen(accent, width=3),
        )
        self.plot.addItem(self.region)
        self._strip(dim)
        self.region.sigRegionChanged.connect(self._on_region)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.plot)
        self.setMinimumHeight(120)
        self.plot.setAccessibleName(tr("Histogram of the slice with the window"))

    def show_counts(self, histogram: Histogram | None, enhanced: bool) -> None:
        """Draw `histogram`; its second curve only if there is an enhanced slice."""
        if histogram is None:
            self._before.setData([], [])
            self._after.setData([], [])
            return
        self._before.setData(*_steps(histogram, histogram.before))
        self._after.setData(*_steps(histogram, histogram.after) if enhanced else ([], []))

    def show_window(self, limits: Limits, span: Limits) -> None:
        """Place the region at `limits`, and both it and `span` in sight, unless it is being dragged."""
        if self._held():
            return
        self.region.setRegion(limits)
        self.plot.setXRange(min(limits[0], span[0]), max(limits[1], span[1]), padding=0.03)

    def _strip(self, colour: QColor) -> None:
        self.plot.hideAxis("left")
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        axis = self.plot.getAxis("bottom")
        axis.setPen(colour)
        axis.setTextPen(colour)
        axis.enableAutoSIPrefix(False)

    def _held(self) -> bool:
        return self.region.moving or any(line.moving for line in self.region.lines)

    def _on_region(self) -> None:
        if self._held():
            low, high = self.region.getRegion()
            self.dragged.emit(float(low), float(high))


def _steps(histogram: Histogram, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    centres = (histogram.edges[:-1] + histogram.edges[1:]) / 2
    return centres, np.log10(1 + counts)


def _faded(colour: QColor, alpha: int) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)
