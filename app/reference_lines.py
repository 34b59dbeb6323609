"""Shows in each cell where the active cell's slice cuts it."""

from pyqtgraph import GraphicsObject
from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.cell import CellState
from app.feed import Feed
from app.grid import Grid
from app.language import tr
from app.outlined_text import shadowed
from app.session import Session
from core.frame import Frame
from core.space import Segment, cut

_COLOUR = QColor(255, 214, 102)
_SHADOW = QColor(0, 0, 0, 160)
_DASHES = (6.0, 4.0)


class ReferenceLine(GraphicsObject):  # type: ignore[misc]
    """A dashed line in image coordinates, with the number of the slice it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self._segment: Segment | None = None
        self._words = ""
        self._area = QRectF()
        self.setZValue(5)

    @property
    def segment(self) -> Segment | None:
        """The line's ends in image points; None where there is no line."""
        return self._segment

    def show_cut(self, frame: Frame | None, segment: Segment | None, words: str) -> None:
        """Lie in the image of `frame`, or vanish."""
        self.prepareGeometryChange()
        self._segment, self._words = segment, words
        self._area = QRectF() if frame is None else QRectF(0, 0, frame.shape[1], frame.shape[0])
        if segment is not None:
            self._area |= QRectF(QPointF(*segment[0]), QPointF(*segment[1])).normalized()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the image with the line."""
        return self._area

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Draw the line as thick as on screen, dark beneath so that it is seen on white too."""
        if self._segment is None:
            return
        transform = painter.transform()
        line = QLineF(transform.map(QPointF(*self._segment[0])), transform.map(QPointF(*self._segment[1])))
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((_SHADOW, 3.0), (_COLOUR, 1.4)):
            pen = QPen(colour, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([dash / width for dash in _DASHES])
            painter.setPen(pen)
            painter.drawLine(line)
        if widget is not None:
            painter.setFont(widget.font())
        self._write(painter, line)
        painter.restore()

    def _write(self, painter: QPainter, line: QLineF) -> None:
        """Write the number beside the right, or the upper, end."""
        first, second = line.p1(), line.p2()
        end = max(first, second, key=lambda p: (round(p.x()), -p.y()))
        width = painter.fontMetrics().horizontalAdvance(self._words)
        shadowed(painter, end - QPointF(width + 4, 5), self._words, _COLOUR)


class ReferenceLines(QObject):
    """A line over each view of each cell; the views know nothing of it."""

    def __init__(self, session: Session, feed: Feed, grid: Grid) -> None:
        super().__init__(grid)
        self._session = session
        self._feed = feed
        self.lines: dict[int, tuple[ReferenceLine, ...]] = {}
        """By the number of the cell."""
        for widget in grid.cells:
            lines = tuple(ReferenceLine() for _ in widget.views)
            for view, line in zip(widget.views, lines, strict=True):
                view.box.addItem(line, ignoreBounds=True)
            self.lines[widget.cell.number] = lines
        cells = session.cells
        for signal in (cells.activeChanged, cells.layoutChanged, cells.linesChanged):
            signal.connect(self.refresh)
        for each in feed.feeds:
            each.frameChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Compute all lines anew."""
        for cell in self._session.cells:
            frame, segment = self._feed.feeds[cell.number].frame, self._cut(cell)
            for line in self.lines[cell.number]:
                line.show_cut(frame, segment, self._words())

    def _cut(self, cell: CellState) -> Segment | None:
        cells = self._session.cells
        frame, other = self._feed.feeds[cell.number].frame, self._feed.frame
        if not (cells.lines and cell.shown) or cell is cells.active or frame is None or other is None:
            return None
        if cell.series is not None and cell.series.cut_from is not None:
            return None  # planes have their crosshair
        return cut(frame.geometry, other.geometry, other.shape)

    def _words(self) -> str:
        return tr("Slice {}").format(self._session.index + 1)
