"""The image coordinates of a view."""

import pyqtgraph
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent, MouseDragEvent
from PySide6.QtCore import Signal
from PySide6.QtGui import QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsSceneWheelEvent


class ImageBox(pyqtgraph.ViewBox):  # type: ignore[misc]
    """The image coordinates of a view; hands mouse events on and has no behaviour of its own."""

    dragged = Signal(object)
    clicked = Signal(object)
    wheeled = Signal(object)

    def __init__(self) -> None:
        self._looks = QTransform()
        super().__init__(enableMenu=False, enableMouse=False, invertY=True, defaultPadding=0.0)

    def look(self, transform: QTransform) -> None:
        """Show the image by `transform`, from image points to pixels of the view; it may turn and mirror."""
        self._looks = transform
        self._matrixNeedsUpdate = True
        self.updateMatrix()

    def updateMatrix(self, changed: object = None) -> None:
        """Bring what lies in image coordinates to the screen; pyqtgraph's own way cannot turn."""
        if self._matrixNeedsUpdate:
            self._matrixNeedsUpdate = False
            self.childGroup.setTransform(self._looks)
            self.sigTransformChanged.emit(self)

    @property
    def to_image(self) -> QTransform:
        """From pixels of the view to image points."""
        inverted: QTransform = self._looks.inverted()[0]
        return inverted

    def image_path(self, path: QPainterPath) -> QPainterPath:
        """Return a path in the view, in screen pixels, as it lies on the image."""
        mapped: QPainterPath = self.childGroup.mapFromParent(path)
        return mapped

    def mouseDragEvent(self, event: MouseDragEvent, axis: int | None = None) -> None:
        """Hand a drag on."""
        event.accept()
        self.dragged.emit(event)

    def mouseClickEvent(self, event: MouseClickEvent) -> None:
        """Hand a click on."""
        event.accept()
        self.clicked.emit(event)

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        """Hand a turn of the wheel on."""
        event.accept()
        self.wheeled.emit(event)
