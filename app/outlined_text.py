"""Text over an image, outlined so that it is legible on black and on white."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QTransform

TEXT = QColor(232, 236, 241)
SHADOW = QColor(0, 0, 0, 225)
_OUTLINE = QPen(SHADOW, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
_MARGIN = 4
"""Pixels beyond a text's own box for outline and overhang."""


def shadowed(painter: QPainter, at: QPointF, text: str, colour: QColor = TEXT) -> None:
    """Write `text` with its base line at `at`.

    Drawing outlines is slow, and while the user scrolls nearly all texts stay the same; so they are kept as
    images, except for where the painter magnifies.
    """
    moved = painter.transform().type() in (
        QTransform.TransformationType.TxNone,
        QTransform.TransformationType.TxTranslate,
    )
    if not moved:
        _paint(painter, at, text, colour)
        return
    ratio = painter.device().devicePixelRatioF()
    image, left, top = _image(text, painter.font().toString(), colour.rgba(), ratio)
    painter.drawImage(QPointF(round(at.x()) - left, round(at.y()) - top), image)


def _paint(painter: QPainter, at: QPointF, text: str, colour: QColor) -> None:
    path = QPainterPath()
    path.addText(at, painter.font(), text)
    painter.strokePath(path, _OUTLINE)
    painter.fillPath(path, colour)


@lru_cache(maxsize=1024)
def _image(text: str, font: str, colour: int, ratio: float) -> tuple[QImage, int, int]:
    """Return the picture of a text, and how far its origin lies from the left and the upper edge."""
    face = QFont()
    face.fromString(font)
    box = QFontMetricsF(face).boundingRect(text).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    around = box.toAlignedRect()
    image = QImage(around.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(face)
    _paint(painter, QPointF(-around.left(), -around.top()), text, QColor.fromRgba(colour))
    painter.end()
    return image, -around.left(), -around.top()
