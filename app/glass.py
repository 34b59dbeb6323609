"""What goes with the pointer over an image: the circle of the lens, and a loupe that magnifies."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from app.captions import LOUPE
from app.compare import Pictures, Side
from app.image_box import ImageBox
from app.plane import PlaneItem

_OVER_EVERYTHING = 100
"""The loupe's height: measurements keep their size, and would lie in the wrong place in it."""


class Glass:
    """Under the pointer of one view, or where the view beside it has the pointer."""

    def __init__(self, pictures: Pictures, box: ImageBox) -> None:
        self._pictures, self._box = pictures, box
        self._loupe = PlaneItem(opaque=True)
        self._loupe.setZValue(_OVER_EVERYTHING)
        box.addItem(self._loupe, ignoreBounds=True)

    @property
    def center(self) -> QPointF | None:
        """Where the pointer is, in the view."""
        point = self._pictures.pointer
        return None if point is None else self._box.mapViewToScene(QPointF(*point))

    def circle(self) -> QPainterPath:
        """Return the circle round the pointer, in image coordinates; empty without a pointer."""
        circle, center = QPainterPath(), self.center
        if center is not None:
            radius = self._pictures.session.comparing.radius
            circle.addEllipse(center, radius, radius)
        return self._box.image_path(circle)

    def magnify(self, circle: QPainterPath, side: Side) -> None:
        """Magnify one of the pictures about the pointer, if that is wanted."""
        pictures = self._pictures
        frame, point = pictures.feed.frame, pictures.pointer
        shown = pictures.session.comparing.loupe and frame is not None and point is not None
        self._loupe.setVisible(shown)
        if not shown or frame is None or point is None:
            return
        magnified = QTransform.fromTranslate(*point).scale(LOUPE, LOUPE).translate(-point[0], -point[1])
        self._loupe.setTransform(magnified)
        self._loupe.set_clip(magnified.inverted()[0].map(circle))
        self._loupe.show_image(frame.shape, pictures.painter(side), pictures.finest)
