"""What lies over the image for measuring: catches drawing, and shows what was drawn."""

from collections.abc import Callable
from math import hypot

from pyqtgraph import GraphicsObject, ViewBox
from pyqtgraph.GraphicsScene.mouseEvents import HoverEvent, MouseClickEvent, MouseDragEvent
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.measuring.drawing import Drawing
from app.measuring.item import EVERYWHERE, MeasurementItem
from app.measuring.labels import MeasurementLabels
from app.measuring.numbers import Numbers
from app.measuring.shaping import within
from app.measuring.text_entry import TextEntry
from app.measuring.tools import KINDS
from app.measuring.wording import lines, next_name
from app.session import Session
from app.state import Tool
from app.viewport import Viewport
from core.measurement import LINES, REGIONS, Kind, Measurement, Point, area, length

_ROUGHNESS = 0.75
"""Screen pixels that a freehand outline may be smoothed by."""


class MeasuringLayer(GraphicsObject):  # type: ignore[misc]
    """Turns left drags and clicks into measurements while a measuring tool is chosen; else lets them pass.

    Parameters
    ----------
    box
        Image coordinates of a view; items are added there.
    view
        The view's widget.
    session
        Says which tool is chosen, and keeps the measurements.
    numbers
        Of the slice that the view shows.
    draws_once
        Whether the window/level tool comes back after one measurement.
    """

    def __init__(
        self,
        box: ViewBox,
        view: Viewport,
        session: Session,
        numbers: Numbers,
        draws_once: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._box, self._view, self._session, self._numbers = box, view, session, numbers
        self._draws_once = draws_once
        self._drawing: Drawing | None = None
        self._entry: TextEntry | None = None
        self.items: dict[str, MeasurementItem] = {}
        self.setZValue(10)
        self.labels = MeasurementLabels(self.items, lambda: view.written)
        for item in (self, self.labels):
            box.addItem(item, ignoreBounds=True)
        measurements = session.measurements
        measurements.changed.connect(self.refresh)
        measurements.selectedChanged.connect(self.refresh)
        numbers.changed.connect(self.refresh)
        numbers.source.frameChanged.connect(self._on_frame)
        session.toolChanged.connect(self._on_tool)
        self._on_tool()

    # -- what is shown ------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        """Return everywhere: a drag may start outside the image."""
        return EVERYWHERE

    def shape(self) -> QPainterPath:
        """Return where the mouse is felt: nowhere without a measuring tool."""
        path = QPainterPath()
        if self._kind is not None:
            path.addRect(EVERYWHERE)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Paint nothing."""

    def refresh(self) -> None:
        """Show what is drawn on the slice of now."""
        frame, measurements = self._numbers.source.frame, self._session.measurements
        drawn = measurements.at(frame.key) if frame is not None else ()
        gone = set(self.items) - {item.uid for item in drawn}
        for uid in gone:
            self._box.removeItem(self.items.pop(uid))
        for number, measurement in enumerate(drawn):
            self._show(measurement, number)
        self._give_up_lost()

    def _show(self, measurement: Measurement, number: int) -> None:
        frame, measurements = self._numbers.source.frame, self._session.measurements
        assert frame is not None
        if measurement.uid not in self.items:
            self.items[measurement.uid] = self._item(measurement, number)
        item, found = self.items[measurement.uid], self._numbers.of(measurement)
        words = lines(measurement, found, frame, self._numbers.source.enhanced) if found is not None else ()
        selected = measurement.uid == measurements.selected
        item.show_measurement(measurement, number, words, selected, frame.shape)
        item.setEnabled(measurements.pending is None)

    def _item(self, measurement: Measurement, number: int) -> MeasurementItem:
        item, measurements = MeasurementItem(measurement, number), self._session.measurements
        item.edited.connect(lambda edited, continues: measurements.edit(edited, merge=continues))
        item.picked.connect(measurements.select)
        item.opened.connect(self._edit_text)
        self._box.addItem(item, ignoreBounds=True)
        return item

    def _on_frame(self) -> None:
        frame, pending = self._numbers.source.frame, self._session.measurements.pending
        lost = pending is not None and (frame is None or frame.key != pending.frame)
        if self._drawing is not None and lost:
            self._session.measurements.cancel()
        self.refresh()

    def _on_tool(self) -> None:
        if self._drawing is not None:
            self._session.measurements.cancel()
        self.prepareGeometryChange()
        if self._kind is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def _give_up_lost(self) -> None:
        """Forget a drawing that was cancelled elsewhere."""
        if self._session.measurements.pending is None and self._entry is None:
            self._drawing = None

    # -- mouse --------------------------------------------------------------------------------

    @property
    def _kind(self) -> Kind | None:
        return KINDS.get(self._session.tool)

    def _claims(self, event: MouseDragEvent | MouseClickEvent) -> bool:
        """Whether an event draws: a left button, without Shift, which pans."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        left: bool = event.button() == Qt.MouseButton.LeftButton
        ready = self._kind is not None and self._numbers.source.frame is not None
        return left and plain and ready and self._entry is None

    def mouseDragEvent(self, event: MouseDragEvent) -> None:
        """Draw."""
        if event.isStart() and not self._claims(event):
            event.ignore()
            return
        event.accept()
        if event.isStart():
            self._current().press(self._point(event.buttonDownScenePos()))
        if self._drawing is None:
            return  # given up in mid-drag
        if event.isFinish():
            self._drawing.release(self._point(event.scenePos()), _ROUGHNESS / self._scale())
        else:
            self._drawing.move(self._point(event.scenePos()))
        self._take()

    def mouseClickEvent(self, event: MouseClickEvent) -> None:
        """Place a point; a double click ends a line."""
        if not self._claims(event):
            event.ignore()
            return
        event.accept()
        if event.double():
            if self._drawing is not None:
                self._drawing.finish()
        else:
            self._current().click(self._point(event.scenePos()))
        self._take()

    def hoverEvent(self, event: HoverEvent) -> None:
        """Let the last point follow the pointer."""
        if self._drawing is not None and not event.isExit() and self._entry is None:
            self._drawing.move(self._point(event.scenePos()))
            self._take()

    def _current(self) -> Drawing:
        if self._drawing is None:
            assert self._kind is not None
            self._session.measurements.select("")
            self._drawing = Drawing(self._kind)
        return self._drawing

    def _point(self, place: QPointF) -> Point:
        frame, point = self._numbers.source.frame, self.mapFromScene(place)
        assert frame is not None
        return within((point.x(), point.y()), frame.shape)

    def _scale(self) -> float:
        """Screen pixels per image column."""
        across = self.sceneTransform().map(QPointF(1, 0)) - self.sceneTransform().map(QPointF(0, 0))
        return max(hypot(across.x(), across.y()), 1e-6)

    # -- what was drawn -----------------------------------------------------------------------

    def _take(self) -> None:
        """Show the drawing; keep it once it is done."""
        drawing, frame, measurements = self._drawing, self._numbers.source.frame, self._session.measurements
        if drawing is None or frame is None:
            return
        if not drawing.points:
            measurements.cancel()
            return
        held = measurements.pending
        name = next_name(drawing.kind, measurements.items)
        if drawing.kind in (Kind.ARROW, Kind.TEXT):
            name = ""
        made = Measurement(drawing.kind, drawing.points, frame.key, name)
        if held is not None:
            made = Measurement(drawing.kind, drawing.points, frame.key, name, held.uid)
        measurements.draw(made)
        if drawing.done:
            self._finish(made)

    def _finish(self, made: Measurement) -> None:
        if made.kind in (Kind.ARROW, Kind.TEXT):
            self._ask(made.points[-1], "", lambda words: self._keep_note(made, words))
        else:
            self._keep(made)

    def _keep(self, made: Measurement) -> None:
        self._drawing = None
        if _is_empty(made):
            self._session.measurements.cancel()
            return
        self._session.measurements.add(made)
        if self._draws_once():
            self._session.set_tool(Tool.WINDOW)

    def _keep_note(self, made: Measurement, words: str | None) -> None:
        """Keep an arrow with or without words; a text without any, or given up, is none."""
        if words is None or (made.kind is Kind.TEXT and not words):
            self._session.measurements.cancel()
        else:
            self._keep(Measurement(made.kind, made.points, made.frame, words, made.uid))

    def _edit_text(self, uid: str) -> None:
        """Change the words of a note where they stand."""
        measurements = self._session.measurements
        found = measurements.get(uid)
        if found is not None and found.kind in (Kind.ARROW, Kind.TEXT):
            self._ask(found.points[-1], found.name, lambda words: measurements.rename(uid, words or ""))

    def _ask(self, at: Point, words: str, then: Callable[[str | None], None]) -> None:
        def answered(given: str | None) -> None:
            self._entry = None
            then(given)

        place = self.sceneTransform().map(QPointF(*at))
        self._entry = TextEntry(words, answered, self._view)
        self._entry.place(place)


def _is_empty(made: Measurement) -> bool:
    """Whether there is nothing to measure, as where it was drawn beside the image."""
    if made.kind in LINES:
        return not length(made.points, None)
    return made.kind in REGIONS and not area(made, None)
