"""The pictures of one view: one alone, two beside a split line, one in a lens, and a loupe over them."""

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.compare import Cell, Pictures, Side
from app.glass import Glass
from app.image_box import ImageBox
from app.plane import PlaneItem
from app.split_line import SplitLine


class Stage:
    """Shows what belongs into a view of a cell, and cuts it where line and lens are.

    Parameters
    ----------
    pictures
        Of the cell.
    number
        Of the view in its cell, from 0.
    box
        The view's image coordinates; what lies in those of the view itself (`line`) is for the view to add.
    """

    def __init__(self, pictures: Pictures, number: int, box: ImageBox) -> None:
        self._pictures, self._number, self._box = pictures, number, box
        self._first, self._second = PlaneItem(), PlaneItem()
        for plane in (self._first, self._second):
            box.addItem(plane, ignoreBounds=True)
        self._glass = Glass(pictures, box)
        self.split = SplitLine(pictures.session)

    @property
    def cell(self) -> Cell:
        """What the view shows."""
        cells = self._pictures.cells
        return cells[min(self._number, len(cells) - 1)]

    @property
    def line(self) -> QLineF | None:
        """The split line in the view, where there is one."""
        return self.split.line() if self.split.isVisible() else None

    @property
    def pointer(self) -> QPointF | None:
        """Where the pointer is, in the view; that of the view beside it counts too."""
        return self._glass.center

    def show(self) -> None:
        """Take the pictures as they are now."""
        pictures, cell = self._pictures, self.cell
        frame = pictures.feed.frame
        shape = (0, 0) if frame is None else frame.shape
        self._first.show_image(shape, pictures.painter(cell.first), pictures.finest)
        second = None if cell.second is None else pictures.painter(cell.second)
        self._second.show_image(shape, second, pictures.finest)
        self.split.setVisible(cell.second is not None and not cell.lens and frame is not None)

    def cut(self, area: QRectF) -> None:
        """Let the split line divide a view of this size."""
        self.split.place(area)
        if self.split.isVisible():
            first, second = self.split.halves()
            self._first.set_clip(self._box.image_path(first))
            self._second.set_clip(self._box.image_path(second))
        else:
            self._first.set_clip(None)

    def place_glass(self) -> None:
        """Bring lens and loupe under the pointer."""
        circle = self._glass.circle()
        if self.cell.lens:
            self._second.set_clip(circle)
        self._glass.magnify(circle, self.side)

    @property
    def side(self) -> Side:
        """The picture under the pointer."""
        cell, point = self.cell, self._pictures.pointer
        if cell.second is None or point is None:
            return cell.first
        if cell.lens:
            return cell.second
        return cell.first if self._first.shows(QPointF(*point)) else cell.second
