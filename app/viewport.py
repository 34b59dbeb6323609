"""One view of the current slice: picture, texts, and what the mouse does to them."""

import pyqtgraph
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent, MouseDragEvent
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsSceneWheelEvent, QWidget

from app.captions import Look, content, missing
from app.compare import Cell, Pictures
from app.gestures import Drag
from app.image_box import ImageBox
from app.language import tr
from app.overlay import Content, draw
from app.settings import Settings
from app.stage import Stage
from app.state import Point, Tool, ViewTransform
from core.frame import Frame

_NOTCH = 120
"""Wheel angle of one slice."""
_ZOOM_NOTCH = 1.2
_CLICK_PIXELS = 3
"""A press moved less than this is a click."""


class Viewport(pyqtgraph.GraphicsView):  # type: ignore[misc]
    """One of a cell's views; all its state is the cell's and the session's."""

    menuRequested = Signal(QPoint)
    maximiseRequested = Signal()
    painted = Signal(object)
    """Key of the slice that was painted; what hears it must not paint."""
    entered = Signal()
    """The pointer has come."""

    def __init__(
        self, pictures: Pictures, settings: Settings, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, background="#000000")
        self._session = pictures.session
        self._state = pictures.cell
        self._feed = pictures.feed
        self._settings = settings
        self._pictures = pictures
        self._drag: Drag | None = None
        self._turned = 0
        self._crossing: Point | None = None
        self.written: tuple[QRectF, ...] = ()
        """Where texts stand in the corners, and the split line, in pixels of the view."""
        self._build(number)
        self._connect()

    def _build(self, number: int) -> None:
        self.setObjectName(f"viewport{self._state.number}.{number}")
        self.setAccessibleName(tr("View {}").format(self._state.number + 1))
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setAcceptDrops(False)  # what is dropped here is for the window
        self.scene().setMoveDistance(_CLICK_PIXELS)
        self._box = ImageBox()
        self.setCentralItem(self._box)
        self._stage = Stage(self._pictures, number, self._box)
        self.scene().addItem(self._stage.split)

    def _connect(self) -> None:
        self._box.dragged.connect(self._on_drag)
        self._box.clicked.connect(self._on_click)
        self._box.wheeled.connect(self._on_wheel)
        self.scene().sigMouseMoved.connect(self._on_pointer)
        session, cell = self._session, self._state
        for signal in (
            cell.windowChanged,
            cell.invertedChanged,
            cell.compareChanged,
            cell.seriesChanged,
            cell.indexChanged,
            cell.shownChanged,
            session.overlayChanged,
            session.originalHeldChanged,
            session.splitVerticalChanged,
            self._feed.frameChanged,
            self._feed.enhancedChanged,
            self._feed.busyChanged,
            self._feed.rival.changed,
            session.comparing.changed,
            session.key_images.changed,
        ):
            signal.connect(self.refresh)
        self._pictures.pointerMoved.connect(self._place_glass)
        for signal in (cell.viewChanged, cell.orientationChanged):
            signal.connect(self._place)
        session.splitChanged.connect(self._place)

    @property
    def box(self) -> ImageBox:
        """Image coordinates, for what else lies over the image."""
        return self._box

    # -- what is shown ------------------------------------------------------------------------

    @property
    def cell(self) -> Cell:
        """What this view shows."""
        return self._stage.cell

    @property
    def transform_now(self) -> ViewTransform | None:
        """Zoom and pan in force; None without a picture."""
        fitting = self.fitting
        return None if fitting is None else self._state.view or fitting

    @property
    def fitting(self) -> ViewTransform | None:
        """The zoom that shows the whole image; None without a picture."""
        frame = self._feed.frame
        if frame is None or self.width() < 1 or self.height() < 1:
            return None
        width, height = self.width(), self.height()
        size = (height, width) if self._state.orientation.on_its_side else (width, height)
        return ViewTransform.fit(frame.shape, _aspect(frame), size, self._room(frame))

    def _room(self, frame: Frame) -> tuple[float, float] | None:
        """Return the rows and columns that a view of a plane leaves room for."""
        series, spacing = self._state.series, frame.geometry.spacing
        if series is None or series.room is None or spacing is None:
            return None
        return series.room[0] / spacing[0], series.room[1] / spacing[1]

    def refresh(self) -> None:
        """Show what session and feed hold now."""
        self._stage.show()
        self._place()

    def _place(self) -> None:
        """Bring image coordinates, split line and clips to where the session wants them."""
        frame, view = self._feed.frame, self.transform_now
        if frame is None or view is None:
            self.viewport().update()
            return
        middle = self.width() / 2, self.height() / 2
        self._box.look(self._state.orientation.transform(view.scale, _aspect(frame), view.center, middle))
        self._stage.cut(QRectF(self.rect()))
        self._place_glass()

    def _place_glass(self) -> None:
        """Bring lens and loupe under the pointer."""
        self._stage.place_glass()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        if hasattr(self, "_stage"):
            self._place()

    # -- mouse --------------------------------------------------------------------------------

    def image_point(self, position: QPointF) -> Point:
        """Return the image point under a position in the view."""
        point = self._box.mapSceneToView(position)
        return point.x(), point.y()

    def _on_drag(self, event: MouseDragEvent) -> None:
        if event.isStart() or self._drag is None:
            self._drag = self._begin(event)
        if self._drag is not None:
            moved = event.scenePos() - event.lastScenePos()
            fast = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._drag.move(moved.x(), moved.y(), fast)
        if event.isFinish():
            self._drag = None

    def _begin(self, event: MouseDragEvent) -> Drag | None:
        frame, view = self._feed.frame, self.transform_now
        if frame is None or view is None:
            return None
        return Drag(
            session=self._session,
            tool=self._tool(event),
            view=view,
            window=None if frame.is_colour else self._state.window or frame.default_window,
            aspect=_aspect(frame),
            height=self.height(),
            start=self.image_point(event.buttonDownScenePos()),
            up_is_brighter=self._settings.up_is_brighter,
            orientation=self._state.orientation,
        )

    def _tool(self, event: MouseDragEvent) -> Tool:
        if event.button() == Qt.MouseButton.RightButton:
            return Tool.ZOOM
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.MiddleButton or shifted:
            return Tool.PAN
        return self._session.tool

    def _on_click(self, event: MouseClickEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.menuRequested.emit(event.screenPos().toPoint())
        elif event.double():
            self.maximiseRequested.emit()

    def _on_wheel(self, event: QGraphicsSceneWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_NOTCH ** (event.delta() / _NOTCH), event.scenePos())
            return
        glass = self.cell.lens or self._session.comparing.loupe
        if glass and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._session.comparing.enlarge(event.delta() / _NOTCH)
            return
        self._turned += event.delta()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self._state.set_index(self._state.index - notches)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Magnify about a position in the view, or about its middle."""
        view = self.transform_now
        if view is not None:
            point = view.center if about is None else self.image_point(about)
            self._state.set_view(view.zoomed(factor, point))

    def _on_pointer(self, position: QPointF) -> None:
        self._pictures.point_at(self.image_point(position) if self._feed.frame is not None else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the cell active before anything is done to it."""
        self._session.cells.set_active(self._state)
        super().mousePressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the pointer has come."""
        self.entered.emit()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self._pictures.point_at(None)

    # -- words --------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by a line round the image that it has the keys."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the line away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:
        """Draw texts, labels and bars over everything."""
        painter.save()
        painter.resetTransform()
        painter.setFont(self.font())
        self.written = draw(painter, QRectF(self.rect()), self.content())
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.restore()
        if self._feed.frame is not None:
            self.painted.emit(self._feed.frame.key)

    def keep_clear(self, crossing: Point | None) -> None:
        """Keep letters clear of the lines that cross at an image point."""
        self._crossing = crossing

    def content(self) -> Content:
        """Return everything that is drawn over the picture."""
        view = self.transform_now
        if view is None:
            return missing(self._pictures)
        stage = self._stage
        cell, pointer = stage.cell, stage.pointer
        look = Look(
            cell,
            QRectF(self.rect()),
            scale=view.scale,
            device_scale=self.devicePixelRatioF(),
            side=stage.side,
            line=stage.line,
            lens=pointer if cell.lens else None,
            loupe=pointer if self._session.comparing.loupe else None,
            to_image=self._box.to_image,
            crossing=None if self._crossing is None else self._box.mapViewToScene(QPointF(*self._crossing)),
        )
        return content(self._pictures, look)


def _aspect(frame: Frame) -> float:
    spacing = frame.geometry.spacing
    return spacing[0] / spacing[1] if spacing is not None else 1.0
