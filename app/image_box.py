"""The image coordinates of a view."""

import pyqtgraph
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent, MouseDragEvent
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsSceneWheelEvent


class ImageBox(pyqtgraph.ViewBox):  # type: ignore[misc]
    """The image coordinates of a view; hands mouse events on and has no behaviour of its own."""

    dragged = Signal(object)
    clicked = Signal(object)
    wheeled = Signal(object)

    def __init__(self) -> None:
        super().__init__(enableMenu=False, enableMouse=False, invertY=True, defaultPadding=0.0)

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
