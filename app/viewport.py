"""One view of the current slice: picture, texts, and what the mouse does to them."""

import math

import pyqtgraph
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent, MouseDragEvent
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGraphicsSceneWheelEvent, QWidget

from app.compare import Cell, Pictures, Side
from app.gestures import Drag
from app.image_box import ImageBox
from app.language import tr
from app.letters import edge_letters
from app.overlay import ColourBar, Content, draw, scale_bar
from app.plane import PlaneItem
from app.settings import Settings
from app.split_line import SplitLine
from app.state import Overlay, Point, Tool, ViewTransform
from app.texts import Corners, Subject, corners, labels, pointer_text
from core.frame import Frame

_NOTCH = 120
"""Wheel angle of one slice."""
_ZOOM_NOTCH = 1.2
_INVITATION = "Drop files, folders or a ZIP archive here"
_READING = "Reading …"
_CLICK_PIXELS = 3
"""A press moved less than this is a click."""


class Viewport(pyqtgraph.GraphicsView):  # type: ignore[misc]
    """One of a cell's views; all its state is the cell's and the session's."""

    menuRequested = Signal(QPoint)
    maximiseRequested = Signal()
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
        self._number = number
        self._drag: Drag | None = None
        self._turned = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName(f"viewport{self._state.number}.{self._number}")
        self.setAccessibleName(tr("View {}").format(self._state.number + 1))
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setAcceptDrops(False)  # what is dropped here is for the window
        self.scene().setMoveDistance(_CLICK_PIXELS)
        self._box = ImageBox()
        self.setCentralItem(self._box)
        self._first, self._second = PlaneItem(), PlaneItem()
        for plane in (self._first, self._second):
            self._box.addItem(plane, ignoreBounds=True)
        self._line = SplitLine(self._session)
        self.scene().addItem(self._line)

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
        ):
            signal.connect(self.refresh)
        self._pictures.pointerMoved.connect(self.viewport().update)
        cell.viewChanged.connect(self._place)
        session.splitChanged.connect(self._place)

    @property
    def box(self) -> ImageBox:
        """Image coordinates, for what else lies over the image."""
        return self._box

    # -- what is shown ------------------------------------------------------------------------

    @property
    def cell(self) -> Cell:
        """What this view shows."""
        cells = self._pictures.cells
        return cells[min(self._number, len(cells) - 1)]

    @property
    def transform_now(self) -> ViewTransform | None:
        """Zoom and pan in force; None without a picture."""
        frame = self._feed.frame
        if frame is None or self.width() < 1 or self.height() < 1:
            return None
        return self._state.view or ViewTransform.fit(
            frame.shape, _aspect(frame), (self.width(), self.height())
        )

    def refresh(self) -> None:
        """Show what session and feed hold now."""
        frame, cell = self._feed.frame, self.cell
        shape = (0, 0) if frame is None else frame.shape
        finest = self._pictures.finest
        self._first.show_image(shape, self._pictures.painter(cell.first), finest)
        second = None if cell.second is None else self._pictures.painter(cell.second)
        self._second.show_image(shape, second, finest)
        self._line.setVisible(cell.second is not None and frame is not None)
        self._place()

    def _place(self) -> None:
        """Bring image coordinates, split line and clips to where the session wants them."""
        frame, view = self._feed.frame, self.transform_now
        if frame is None or view is None:
            self.viewport().update()
            return
        columns, rows = self.width() / view.scale, self.height() / (view.scale * _aspect(frame))
        rect = QRectF(view.center[0] - columns / 2, view.center[1] - rows / 2, columns, rows)
        self._box.setRange(rect, padding=0, disableAutoRange=True)
        self._line.place(QRectF(self.rect()))
        first, second = self._split(rect)
        self._first.set_clip(first)
        self._second.set_clip(second)
        self.viewport().update()

    def _split(self, rect: QRectF) -> tuple[QRectF | None, QRectF | None]:
        if self.cell.second is None:
            return None, None
        first, second = QRectF(rect), QRectF(rect)
        if self._session.split_vertical:
            x = rect.left() + self._session.split * rect.width()
            first.setRight(x)
            second.setLeft(x)
        else:
            y = rect.top() + self._session.split * rect.height()
            first.setBottom(y)
            second.setTop(y)
        return first, second

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        if hasattr(self, "_box"):
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

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:
        """Draw texts, labels and bars over everything."""
        painter.save()
        painter.resetTransform()
        painter.setFont(self.font())
        draw(painter, QRectF(self.rect()), self.content())
        painter.restore()

    def content(self) -> Content:
        """Return everything that is drawn over the picture."""
        frame, series, view = self._feed.frame, self._state.series, self.transform_now
        if frame is None or series is None or view is None:
            return Content(Corners(), message=self._message())
        subject, cell, overlay = self._subject(frame), self.cell, self._session.overlay
        zoom = view.scale * self.devicePixelRatioF()
        plain = overlay is Overlay.NONE
        bar = ColourBar(self._pictures.difference_limit, subject.processed_units)
        return Content(
            corners(subject, overlay, zoom, self._pointer_text(subject)),
            labels_left=labels(subject, cell.first),
            labels_right=() if cell.second is None else labels(subject, cell.second),
            letters=None if plain else edge_letters(frame.geometry),
            scale_bar=None if plain else scale_bar(frame.geometry, view.scale, self.width()),
            colour_bar=bar if cell.first is Side.DIFFERENCE and self._feed.enhanced is not None else None,
        )

    def _message(self) -> str:
        """Return why there is no picture."""
        series = self._state.series
        if series is None:
            return _INVITATION
        slice_number = f"Slice {self._state.index + 1}/{len(series.frames)}"
        return f"{slice_number}\n\n{self._feed.problem or _READING}"

    def _subject(self, frame: Frame) -> Subject:
        session, cell, series = self._session, self._state, self._state.series
        assert series is not None
        return Subject(
            series,
            frame,
            enhanced=self._feed.enhanced,
            compare=cell.compare,
            window=cell.window,
            inverted=cell.inverted,
            held=session.original_held,
            enhancing=cell.enabled,
        )

    def _pointer_text(self, subject: Subject) -> str:
        pictures, point = self._pictures, self._pictures.pointer
        if point is None:
            return ""
        column, row = math.floor(point[0]), math.floor(point[1])
        if not (0 <= row < subject.frame.shape[0] and 0 <= column < subject.frame.shape[1]):
            return ""
        side = self._side_at(point)
        values = pictures.value(side, row, column), pictures.value(Side.ORIGINAL, row, column)
        return pointer_text(subject, side, (row, column), values)

    def _side_at(self, point: Point) -> Side:
        cell = self.cell
        if cell.second is None:
            return cell.first
        first, _ = self._split(self._box.viewRect())
        assert first is not None
        here = point[0] < first.right() if self._session.split_vertical else point[1] < first.bottom()
        return cell.first if here else cell.second


def _aspect(frame: Frame) -> float:
    spacing = frame.geometry.spacing
    return spacing[0] / spacing[1] if spacing is not None else 1.0
