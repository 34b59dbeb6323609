"""The lines in each plane where the others cut it, and the mouse that moves them."""

from dataclasses import dataclass

from pyqtgraph import GraphicsObject
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent, MouseDragEvent
from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.cell_feed import CellFeed
from app.feed import Feed
from app.grid import Grid
from app.outlined_text import shadowed
from app.planes.naming import plane_name
from app.planes.planes import Planes
from app.session import Session
from app.state import Point, Tool
from app.viewport import Viewport
from core.planes import Plane
from core.space import to_image, to_patient

_COLOURS = {
    Plane.AXIAL: QColor(255, 120, 110),
    Plane.CORONAL: QColor(120, 220, 130),
    Plane.SAGITTAL: QColor(255, 214, 102),
}
_SHADOW = QColor(0, 0, 0, 150)
_GAP = 14.0
"""Screen pixels round the point that stay free, so that what is looked at is not covered."""
_MARGIN = 6.0
_CLEAR = 7
"""Lines of text from the top of the view that labels and corners may take."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a plane cuts the one that is shown."""

    plane: Plane
    upright: bool
    """Whether the line runs along the image's columns."""


def lines_in(plane: Plane) -> tuple[Line, Line]:
    """Return where the other two planes cut a plane."""
    upright, level = {
        Plane.AXIAL: (Plane.SAGITTAL, Plane.CORONAL),
        Plane.CORONAL: (Plane.SAGITTAL, Plane.AXIAL),
        Plane.SAGITTAL: (Plane.CORONAL, Plane.AXIAL),
    }[plane]
    return Line(upright, upright=True), Line(level, upright=False)


class Crosshair(GraphicsObject):  # type: ignore[misc]
    """Two lines in image coordinates, each with the name of the plane that it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()
        self._lines: tuple[Line, ...] = ()
        self.point: Point | None = None
        """Image point where the lines cross; None while there are none."""
        self.setZValue(6)

    def show_lines(self, shape: tuple[int, int], plane: Plane | None, point: Point | None) -> None:
        """Lie in an image of `shape` (rows, columns), or vanish."""
        self.prepareGeometryChange()
        self._area = QRectF(0, 0, shape[1], shape[0])
        self._lines = () if plane is None or point is None else lines_in(plane)
        self.point = point if self._lines else None
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the image."""
        return self._area

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Draw the lines right across the view, as thick as on screen."""
        if self.point is None:
            return
        view = QRectF(painter.viewport()) if widget is None else QRectF(widget.rect())
        transform = painter.transform()
        middle = transform.map(QPointF(*self.point))
        painter.save()
        painter.resetTransform()
        if widget is not None:
            painter.setFont(widget.font())
        for line in self._lines:
            way = QPointF(0, 1) if line.upright else QPointF(1, 0)
            upright = _is_upright(transform.map(QPointF(*self.point) + way) - middle)
            _draw(painter, middle, _ends(middle, upright, view), _COLOURS[line.plane])
            _write(painter, middle, upright, line.plane, view)
        painter.restore()


def _is_upright(way: QPointF) -> bool:
    """Whether a direction on screen runs up or down; the image may be turned."""
    return abs(way.y()) > abs(way.x())


def _ends(middle: QPointF, upright: bool, view: QRectF) -> tuple[QPointF, QPointF]:
    if upright:
        return QPointF(middle.x(), view.top()), QPointF(middle.x(), view.bottom())
    return QPointF(view.left(), middle.y()), QPointF(view.right(), middle.y())


def _draw(painter: QPainter, middle: QPointF, ends: tuple[QPointF, QPointF], colour: QColor) -> None:
    """Draw a line on either side of the point, dark beneath so that it is seen on white too."""
    for end in ends:
        line = QLineF(middle, end)
        if line.length() <= _GAP:
            continue
        line.setP1(line.pointAt(_GAP / line.length()))
        for ink, width in ((_SHADOW, 3.0), (colour, 1.0)):
            painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(line)


def _write(painter: QPainter, middle: QPointF, upright: bool, plane: Plane, view: QRectF) -> None:
    """Write a plane's name beside its line, clear of letters and corner texts."""
    words, metrics = plane_name(plane), painter.fontMetrics()
    width, high = metrics.horizontalAdvance(words), metrics.height()
    if upright:
        right = middle.x() + _MARGIN + width < view.right()
        x = middle.x() + _MARGIN if right else middle.x() - _MARGIN - width
        at = QPointF(x, view.top() + _CLEAR * high)
    else:
        at = QPointF(view.right() - 3 * high - width, middle.y() - _MARGIN)
    shadowed(painter, at, words, _COLOURS[plane])


class Crosshairs(QObject):
    """A crosshair over each view; the views know nothing of it."""

    def __init__(self, planes: Planes, session: Session, feed: Feed, grid: Grid) -> None:
        super().__init__(grid)
        self._planes = planes
        self._session = session
        self.items: dict[int, tuple[Crosshair, ...]] = {}
        """By the number of the cell."""
        self._views = {widget.cell.number: widget.views for widget in grid.cells}
        for widget, each in zip(grid.cells, feed.feeds, strict=True):
            items = tuple(self._over(view, each) for view in widget.views)
            self.items[widget.cell.number] = items
            each.frameChanged.connect(self.refresh)
        self._feeds = feed.feeds
        planes.changed.connect(self.refresh)
        session.cells.linesChanged.connect(self.refresh)

    def _over(self, view: Viewport, feed: CellFeed) -> Crosshair:
        item = Crosshair()
        view.box.addItem(item, ignoreBounds=True)
        for signal in (view.box.dragged, view.box.clicked):
            signal.connect(lambda event: self._on_mouse(event, view, feed))
        return item

    def _on_mouse(self, event: MouseDragEvent | MouseClickEvent, view: Viewport, feed: CellFeed) -> None:
        """Let the planes meet under the pointer."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._session.tool is not Tool.CROSSHAIR or event.button() != Qt.MouseButton.LeftButton:
            return
        frame = feed.frame
        if plain and frame is not None and self._planes.shown:
            point = to_patient(frame.geometry, view.image_point(event.scenePos()))
            if point is not None:
                self._planes.go_to(point)

    def refresh(self) -> None:
        """Place all crosshairs anew."""
        for feed in self._feeds:
            view, frame, at = self._planes.view_of(feed.cell), feed.frame, self._planes.point
            point = None
            if self._session.cells.lines and view is not None and frame is not None and at is not None:
                point = to_image(frame.geometry, at)
            for item, seen in zip(self.items[feed.cell.number], self._views[feed.cell.number], strict=True):
                shape = (0, 0) if frame is None else frame.shape
                item.show_lines(shape, None if view is None else view.plane, point)
                seen.keep_clear(item.point)
