"""The line between original and enhanced, moved with the mouse."""

from pyqtgraph import GraphicsObject
from pyqtgraph.GraphicsScene.mouseEvents import HoverEvent, MouseDragEvent
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.session import Session

_GRIP = 14.0
"""Width in screen pixels that the mouse feels."""
_KNOB = 9.0
_LINE = QColor(245, 166, 35)


class SplitLine(GraphicsObject):  # type: ignore[misc]
    """Lies in the coordinates of the view, so that it stays while the image moves."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._area = QRectF()
        self._hovered = False
        self.setZValue(1000)
        self.setVisible(False)
        session.splitVerticalChanged.connect(self._show_cursor)
        self._show_cursor()

    def _show_cursor(self) -> None:
        vertical = self._session.split_vertical
        self.setCursor(Qt.CursorShape.SplitHCursor if vertical else Qt.CursorShape.SplitVCursor)

    def place(self, area: QRectF) -> None:
        """Lie in a view of this size where the session says."""
        self.prepareGeometryChange()
        self._area = area
        self.update()

    def line(self) -> QLineF:
        """Return the line in the view."""
        area, split = self._area, self._session.split
        if self._session.split_vertical:
            x = area.left() + split * area.width()
            return QLineF(x, area.top(), x, area.bottom())
        y = area.top() + split * area.height()
        return QLineF(area.left(), y, area.right(), y)

    def halves(self) -> tuple[QPainterPath, QPainterPath]:
        """Return the parts of the view on either side of the line."""
        line, first, second = self.line(), QRectF(self._area), QRectF(self._area)
        if self._session.split_vertical:
            first.setRight(line.x1())
            second.setLeft(line.x1())
        else:
            first.setBottom(line.y1())
            second.setTop(line.y1())
        paths = QPainterPath(), QPainterPath()
        for path, half in zip(paths, (first, second), strict=True):
            path.addRect(half)
        return paths

    def boundingRect(self) -> QRectF:
        """Return the line as wide as the mouse feels it."""
        line, grip = self.line(), _GRIP / 2 + 2
        return QRectF(line.p1(), line.p2()).adjusted(-grip, -grip, grip, grip)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None) -> None:
        """Draw line and knob."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.line()
        for colour, width in ((QColor(0, 0, 0, 150), 3.5), (_LINE, 2.5 if self._hovered else 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(line)
        painter.setPen(QPen(QColor(0, 0, 0, 150), 1.5))
        painter.setBrush(_LINE)
        painter.drawEllipse(line.center(), _KNOB, _KNOB)
        self._paint_arrows(painter, line.center())

    def _paint_arrows(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(QColor(24, 18, 4), 1.6))
        for sign in (-1, 1):
            tip, wing = sign * 5.5, sign * 2.5
            for side in (-3.0, 3.0):
                ends = ((tip, 0.0), (wing, side))
                points = [QPointF(*(e if self._session.split_vertical else e[::-1])) for e in ends]
                painter.drawLine(at + points[0], at + points[1])

    def hoverEvent(self, event: HoverEvent) -> None:
        """Claim left drags while the pointer is near."""
        hovered = not event.isExit() and event.acceptDrags(Qt.MouseButton.LeftButton)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def mouseDragEvent(self, event: MouseDragEvent) -> None:
        """Move the line."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        if self._session.split_vertical:
            self._session.set_split((event.scenePos().x() - self._area.left()) / max(self._area.width(), 1))
        else:
            self._session.set_split((event.scenePos().y() - self._area.top()) / max(self._area.height(), 1))
