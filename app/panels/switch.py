"""A big on/off switch, in the colour of what is processed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.colours import colours
from app.language import tr


class Switch(QAbstractButton):
    """A sliding switch with its name; `clicked` comes from the user alone."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Room for the track, the name and the word on or off."""
        metrics = self.fontMetrics()
        height = round(metrics.height() * 1.9)
        state = max(metrics.horizontalAdvance(f"  {word}") for word in (tr("on"), tr("off")))
        return QSize(height * 2 + metrics.horizontalAdvance(self.text()) + state + 24, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, knob, name and state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self._track()
        self._paint_track(painter, track)
        self._paint_text(painter, track)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _track(self) -> QRectF:
        height = self.fontMetrics().height() * 1.25
        return QRectF(6, (self.height() - height) / 2, height * 1.9, height)

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        palette, on = self.palette(), self.isChecked()
        off = palette.color(QPalette.ColorRole.Mid if self.isEnabled() else QPalette.ColorRole.Button)
        painter.setBrush(QColor(colours().amber_fill) if on and self.isEnabled() else off)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        side = track.height() - 6
        left = track.right() - side - 3 if on else track.left() + 3
        painter.setBrush(palette.color(QPalette.ColorRole.HighlightedText))
        painter.drawEllipse(QRectF(left, track.top() + 3, side, side))

    def _paint_text(self, painter: QPainter, track: QRectF) -> None:
        rect = QRectF(self.rect()).adjusted(track.right() + 10, 0, -8, 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, left, self.text())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, right, tr("on") if self.isChecked() else tr("off"))
