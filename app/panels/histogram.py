"""How often each value occurs, before and after, with the window as a region to drag."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.colours import colours
from app.language import tr
from core.roi import Histogram

Limits = tuple[float, float]


class HistogramPlot(QWidget):
    """Counts on a logarithmic scale; dragging the region or its edges moves the window."""

    dragged = Signal(float, float)
    """(lowest, highest) value of the window the user wants"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = pg.PlotWidget(self)
        self._before, self._after = self.plot.plot(fillLevel=0), self.plot.plot()
        self.region = pg.LinearRegionItem()
        self.plot.addItem(self.region)
        self._strip()
        self._style()
        self.region.sigRegionChanged.connect(self._on_region)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.plot)
        self.setMinimumHeight(120)
        self.plot.setAccessibleName(tr("Histogram of the slice with the window"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "region"):
            self._style()

    def _style(self) -> None:
        """Take the colours of the palette."""
        palette = self.palette()
        ink, dim = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        self.plot.setBackground(palette.color(QPalette.ColorRole.Base))
        self._before.setPen(pg.mkPen(dim))
        self._before.setBrush(_faded(dim, 90))
        self._after.setPen(pg.mkPen(colours().amber, width=1.5))
        self.region.setBrush(_faded(ink, 22))
        self.region.setHoverBrush(_faded(ink, 40))
        for line in self.region.lines:
            line.setPen(pg.mkPen(ink))
            line.setHoverPen(pg.mkPen(palette.color(QPalette.ColorRole.Highlight), width=3))
        axis = self.plot.getAxis("bottom")
        axis.setPen(dim)
        axis.setTextPen(dim)

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

    def _strip(self) -> None:
        self.plot.hideAxis("left")
        self.plot.setMenuEnabled(False)
        for part in (self.plot, self.plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.getAxis("bottom").enableAutoSIPrefix(False)

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
