"""Regions of interest that are moved and resized with the mouse."""

from collections.abc import Callable

from pyqtgraph import ROI, TextItem, mkPen
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.roi import Roi, Shape

COLOURS = ("#4cc9f0", "#f9c74f", "#90be6d", "#f28482", "#b388eb", "#f8961e")
"""By number of the region, the same in every view and table."""
_GRIP = 8.0
"""Width in screen pixels of the outline as the mouse feels it."""
_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


def colour(number: int) -> str:
    """Return the colour of region `number`, counted from 0."""
    return COLOURS[number % len(COLOURS)]


class RoiItem(ROI):  # type: ignore[misc]
    """An ellipse or rectangle with a handle at each corner; dragged by its outline.

    The inside stays free, so that a drag there still changes the window.
    """

    def __init__(self, roi: Roi, number: int, on_changed: Callable[[int, Roi, bool], None]) -> None:
        pen, bright = mkPen(colour(number), width=1.5), mkPen("w", width=2)
        super().__init__(
            (roi.left, roi.top),
            (roi.width, roi.height),
            pen=pen,
            hoverPen=bright,
            handlePen=pen,
            handleHoverPen=bright,
        )
        self._shape = roi.shape
        self._number = number
        self._on_changed = on_changed
        self._begun = False
        for x, y in _CORNERS:
            self.addScaleHandle((x, y), (1 - x, 1 - y))
        name = TextItem(str(number + 1), color=colour(number), anchor=(1, 1), fill=(0, 0, 0, 140))
        name.setParentItem(self)
        self.sigRegionChangeStarted.connect(self._on_started)
        self.sigRegionChanged.connect(self._on_region_changed)

    @property
    def roi(self) -> Roi:
        """The region as it stands."""
        position, size = self.pos(), self.size()
        return Roi(shape=self._shape, top=position.y(), left=position.x(), height=size.y(), width=size.x())

    def show_roi(self, roi: Roi) -> None:
        """Follow a change made elsewhere."""
        if roi != self.roi:
            self.setPos((roi.left, roi.top), update=False, finish=False)
            self.setSize((roi.width, roi.height), update=False, finish=False)
            self.stateChanged(finish=False)

    def shape(self) -> QPainterPath:
        """Return the outline, as wide as the mouse needs it."""
        stroker = QPainterPathStroker()
        pixel = self.pixelLength(QPointF(1, 0)) or 1.0
        stroker.setWidth(_GRIP * pixel)
        return stroker.createStroke(self._outline())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None) -> None:
        """Draw the outline, dark beneath so that it is seen on white too."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen in (mkPen((0, 0, 0, 160), width=3.5), self.currentPen):
            painter.setPen(pen)
            painter.drawPath(self._outline())

    def _outline(self) -> QPainterPath:
        path, size = QPainterPath(), self.size()
        box = QRectF(0, 0, size.x(), size.y())
        if self._shape is Shape.ELLIPSE:
            path.addEllipse(box)
        else:
            path.addRect(box)
        return path

    def _on_started(self) -> None:
        self._begun = False

    def _on_region_changed(self) -> None:
        if self.isMoving or any(handle["item"].isMoving for handle in self.handles):
            self._on_changed(self._number, self.roi, self._begun)
            self._begun = True
