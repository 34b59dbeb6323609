"""The words beside all measurements of a view, none on another."""

from collections.abc import Callable, Mapping, Sequence

from pyqtgraph import GraphicsObject
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.measuring.item import EVERYWHERE, MeasurementItem
from app.measuring.label import Words, draw_label, placed


class MeasurementLabels(GraphicsObject):  # type: ignore[misc]
    """Lies over the measurements' outlines; words keep their size on the screen, and the mouse goes through.

    Parameters
    ----------
    items
        What is drawn, by UID; read at every painting.
    written
        Returns where other words and lines are in the view, in screen pixels; labels keep clear of them, too.
    """

    def __init__(self, items: Mapping[str, MeasurementItem], written: Callable[[], Sequence[QRectF]]) -> None:
        super().__init__()
        self._items, self._written = items, written
        self.setZValue(40)

    def boundingRect(self) -> QRectF:
        """Return everywhere: only the screen knows where words end."""
        return EVERYWHERE

    def shape(self) -> QPainterPath:
        """Return where the mouse is felt: nowhere."""
        return QPainterPath()

    def boxes(
        self, view: QRectF, to_screen: QTransform, metrics: QFontMetricsF
    ) -> list[tuple[Words, QRectF]]:
        """Return all words with their places, what the user looks at first: it has the best place."""
        order = sorted(self._items.values(), key=lambda item: (not item.looked_at, item.number))
        found: list[tuple[Words, QRectF]] = []
        for item in order:
            words = item.words
            if words is not None:
                points = [to_screen.map(QPointF(*point)) for point in item.measurement.points]
                taken = [*self._written(), *(box for _, box in found)]
                found.append((words, placed(words.size(metrics), view, item.measurement, points, taken)))
        return found

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Write, what the user looks at last: where there is no room, it lies on top."""
        if widget is None:
            return
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = self.boxes(QRectF(widget.rect()), to_screen, QFontMetricsF(painter.font()))
        for words, box in reversed(found):
            draw_label(painter, box, words)
        painter.restore()
