"""A measurement on the image: painted, picked, moved and pulled with the mouse.

pyqtgraph's ROI keeps a place, a size and an angle, and makes a widget for every handle; a measurement is
its points, so it is an item of its own on pyqtgraph's scene.
"""

from math import hypot

from pyqtgraph import GraphicsObject
from pyqtgraph.GraphicsScene.mouseEvents import HoverEvent, MouseClickEvent, MouseDragEvent
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.measuring.label import Words
from app.measuring.outline import outline
from app.measuring.shaping import Shape, grips, pulled, shifted, within
from core.measurement import Kind, Measurement, Point

COLOURS = ("#4cc9f0", "#f9c74f", "#90be6d", "#f28482", "#b388eb", "#f8961e")
"""By number of the measurement on its slice, the same in every view and table."""
_GRIP = 9.0
"""Screen pixels around outline and handles that the mouse feels."""
_HANDLE = 3.5
"""Half the width of a handle in screen pixels."""
EVERYWHERE = QRectF(-1e6, -1e6, 2e6, 2e6)
_HALO = QColor(0, 0, 0, 170)


def colour(number: int) -> str:
    """Return the colour of measurement `number`, counted from 0."""
    return COLOURS[number % len(COLOURS)]


class MeasurementItem(GraphicsObject):  # type: ignore[misc]
    """Lies in image coordinates; lines and handles keep their size on the screen."""

    edited = Signal(object, bool)
    """(Measurement as it is pulled, whether that continues the last change)"""
    picked = Signal(str)
    """UID"""
    opened = Signal(str)
    """UID of what was double-clicked"""

    def __init__(self, measurement: Measurement, number: int) -> None:
        super().__init__()
        self.measurement = measurement
        self.lines: tuple[str, ...] = ()
        self._image: Shape = (0, 0)
        self.number = number
        """Among what is drawn on its slice, from 0."""
        self._selected = self._hovered = False
        self._pulled: tuple[Measurement, int | None] | None = None
        """What the drag began with, and the grip under the mouse; None of them for all."""
        self.setZValue(20)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def show_measurement(
        self, measurement: Measurement, number: int, lines: tuple[str, ...], selected: bool, image: Shape
    ) -> None:
        """Follow the state; `image` is (rows, columns) of what it lies on."""
        if measurement.points != self.measurement.points:
            self.prepareGeometryChange()
        self.measurement, self.number, self.lines = measurement, number, lines
        self._selected, self._image = selected, image
        self.setZValue(30 if selected else 20)
        self.update()

    # -- how it looks -------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        """Return everywhere: how far handles and an arrow's head reach is known on the screen alone."""
        return EVERYWHERE

    def shape(self) -> QPainterPath:
        """Return outline and handles, as wide as the mouse needs them."""
        to_scene = self.sceneTransform()
        back, possible = to_scene.inverted()
        if not possible:
            return QPainterPath()
        stroker = QPainterPathStroker()
        stroker.setWidth(_GRIP)
        felt = stroker.createStroke(outline(self.measurement, to_scene))
        for grip in grips(self.measurement):
            felt.addEllipse(to_scene.map(QPointF(*grip)), _GRIP, _GRIP)
        felt.setFillRule(Qt.FillRule.WindingFill)
        shape: QPainterPath = back.map(felt)
        return shape

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Draw outline and handles, dark beneath so that they are seen on white too."""
        to_screen = painter.worldTransform()
        path, ink = outline(self.measurement, to_screen), QColor(colour(self.number))
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.looked_at
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(_HALO, 4.0), QPen(ink, 2.2 if strong else 1.5)):
            painter.setPen(pen)
            painter.drawPath(path)
        if strong:
            self._paint_handles(painter, [to_screen.map(QPointF(*grip)) for grip in grips(self.measurement)])
        painter.restore()

    def _paint_handles(self, painter: QPainter, places: list[QPointF]) -> None:
        painter.setPen(QPen(_HALO, 1.0))
        painter.setBrush(QColor("white"))
        for place in places:
            painter.drawRect(QRectF(place.x() - _HANDLE, place.y() - _HANDLE, 2 * _HANDLE, 2 * _HANDLE))

    @property
    def looked_at(self) -> bool:
        """Whether the user has it selected or under the pointer."""
        return self._selected or self._hovered

    @property
    def words(self) -> Words | None:
        """All lines of the one that is looked at, of others the one that matters most; None without any."""
        if not self.lines:
            return None
        lines = self.lines if self.looked_at or len(self.lines) < 2 else self.lines[1:2]
        badge = "" if self.measurement.kind in (Kind.ARROW, Kind.TEXT) else str(self.number + 1)
        return Words(lines, badge, QColor(colour(self.number)))

    # -- mouse --------------------------------------------------------------------------------

    def hoverEvent(self, event: HoverEvent) -> None:
        """Show that it can be taken."""
        hovered = self.isEnabled() and not event.isExit() and event.acceptDrags(Qt.MouseButton.LeftButton)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def mouseClickEvent(self, event: MouseClickEvent) -> None:
        """Select; a double click opens it."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        self.picked.emit(self.measurement.uid)
        if event.double():
            self.opened.emit(self.measurement.uid)

    def mouseDragEvent(self, event: MouseDragEvent) -> None:
        """Pull the grip under the mouse, or move the whole."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        continues = not event.isStart()
        if event.isStart():
            self._pulled = self.measurement, self._grip_at(event.buttonDownScenePos())
            self.picked.emit(self.measurement.uid)
        if self._pulled is not None:
            down, now = (self.mapFromScene(p) for p in (event.buttonDownScenePos(), event.scenePos()))
            self.edited.emit(self._moved((now.x(), now.y()), (down.x(), down.y())), continues)
        if event.isFinish():
            self._pulled = None

    def _moved(self, now: Point, down: Point) -> Measurement:
        assert self._pulled is not None
        begun, grip = self._pulled
        if grip is None:
            return shifted(begun, (now[0] - down[0], now[1] - down[1]), self._image)
        return pulled(begun, grip, within(now, self._image))

    def _grip_at(self, place: QPointF) -> int | None:
        if self.measurement.kind is Kind.TEXT:
            return None
        to_scene = self.sceneTransform()
        places = [to_scene.map(QPointF(*grip)) for grip in grips(self.measurement)]
        distance, nearest = min((_apart(at, place), n) for n, at in enumerate(places))
        return nearest if distance <= _reach(places, nearest) else None


def _reach(places: list[QPointF], grip: int) -> float:
    """Return how far a grip is felt: less where its neighbours are near, or the whole could not be taken."""
    neighbours = (places[grip - 1], places[(grip + 1) % len(places)])
    return max(_HANDLE, min(_GRIP, *(_apart(places[grip], other) / 4 for other in neighbours)))


def _apart(first: QPointF, second: QPointF) -> float:
    return hypot(first.x() - second.x(), first.y() - second.y())
