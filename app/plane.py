"""Paints one image, or a part of it, at the resolution of the screen."""

import math
from collections.abc import Callable

import numpy as np
from pyqtgraph import GraphicsObject
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.display import Part, Screen

Painter = Callable[[int, Part], Screen]
"""From a pyramid level and a part of it to 8-bit display values; level −1 is twice as fine as the image."""

_MARGIN = 2
"""Pixels beyond the visible part, so that interpolation at its edge is right."""


class PlaneItem(GraphicsObject):  # type: ignore[misc]
    """One image in image coordinates: pixel (c, r) covers c to c + 1 and r to r + 1."""

    def __init__(self, *, opaque: bool = False) -> None:
        super().__init__()
        self._opaque = opaque
        """Whether it hides what lies under its clip, where it has no pixels too."""
        self._shape = (0, 0)
        self._finest = 0
        self._paint_part: Painter | None = None
        self._clip: QPainterPath | None = None

    def show_image(self, shape: tuple[int, int], paint_part: Painter | None, finest: int = 0) -> None:
        """Show an image of `shape` (rows, columns), or nothing; `finest` is the lowest level there is."""
        if shape != self._shape:
            self.prepareGeometryChange()
            self._shape = shape
        self._paint_part, self._finest = paint_part, finest
        self.update()

    def set_clip(self, clip: QPainterPath | None) -> None:
        """Paint only inside `clip`, in image coordinates."""
        if clip != self._clip:
            self._clip = clip
            self.update()

    def shows(self, point: QPointF) -> bool:
        """Whether `point`, in image coordinates, lies in the part that is painted."""
        return self._clip is None or self._clip.contains(point)

    def boundingRect(self) -> QRectF:
        """Return the rectangle of the image."""
        return QRectF(0, 0, self._shape[1], self._shape[0])

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None) -> None:
        """Paint the visible part."""
        visible = self._visible()
        if self._opaque and self._clip is not None:
            painter.fillPath(self._clip, Qt.GlobalColor.black)
        if self._paint_part is None or visible.isEmpty():
            return
        transform = painter.deviceTransform()
        across = math.hypot(transform.m11(), transform.m12())
        scale = max(across, math.hypot(transform.m21(), transform.m22()), 1e-6)
        level = max(self._finest, math.floor(-math.log2(scale)))
        part, target = _cut(visible, level, self._shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(visible)
        if self._clip is not None:
            painter.setClipPath(self._clip, Qt.ClipOperation.IntersectClip)
        painter.drawImage(target, to_image(self._paint_part(level, part)))

    def _visible(self) -> QRectF:
        box = self.getViewBox()
        rect: QRectF = self.boundingRect() & self.mapRectFromItem(box, box.boundingRect())
        return rect if self._clip is None else rect & self._clip.boundingRect()


def _cut(visible: QRectF, level: int, shape: tuple[int, int]) -> tuple[Part, QRectF]:
    """Return the part of a level that covers `visible`, and where it lies in image coordinates."""
    block = 2.0**level
    rows, columns = (math.ceil(n / block) for n in shape)
    top = max(math.floor(visible.top() / block) - _MARGIN, 0)
    left = max(math.floor(visible.left() / block) - _MARGIN, 0)
    bottom = min(math.ceil(visible.bottom() / block) + _MARGIN, rows)
    right = min(math.ceil(visible.right() / block) + _MARGIN, columns)
    target = QRectF(left * block, top * block, (right - left) * block, (bottom - top) * block)
    return (slice(top, bottom), slice(left, right)), target


def to_image(pixels: Screen) -> QImage:
    """Return a `QImage` that owns a copy of (rows, columns) grey or (rows, columns, 3) colours."""
    pixels = np.ascontiguousarray(pixels)
    rows, columns = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    return QImage(pixels.data, columns, rows, pixels.strides[0], kind).copy()
