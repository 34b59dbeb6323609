"""A row that becomes several where it does not fit, so that no bar keeps a window from being narrow."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Line = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    """Puts widgets beside each other, line after line; the last ones stand at the right edge.

    Parameters
    ----------
    parent
        Whose widgets they are.
    at_right
        How many of the last widgets keep to the right where they share a line with others.
    filled
        Whether the widgets of a line share all of its width.
    """

    def __init__(self, parent: QWidget, at_right: int = 0, filled: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._at_right, self._filled = at_right, filled
        self.setContentsMargins(8, 2, 8, 2)
        self.setSpacing(6)

    def addItem(self, item: QLayoutItem) -> None:
        """Take what is added."""
        self._items.append(item)

    def count(self) -> int:
        """Count what is laid out."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them; None past the end, as Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one of them away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Be higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        lines = self._lines(width)
        gaps = self.spacing() * max(0, len(lines) - 1)
        margins = self.contentsMargins()
        return sum(map(_height, lines)) + gaps + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the size of a single line."""
        (line,) = self._lines(1 << 24) or [[]]
        margins = self.contentsMargins()
        width = _width(line, self.spacing()) + margins.left() + margins.right()
        return QSize(width, _height(line) + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        """Return the size of the widest widget alone."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least.grownBy(self.contentsMargins())

    def setGeometry(self, area: QRect) -> None:
        """Place everything."""
        super().setGeometry(area)
        inner = area.marginsRemoved(self.contentsMargins())
        y = inner.top()
        for line in self._lines(area.width()):
            x, height = inner.left(), _height(line)
            spare = inner.width() - _width(line, self.spacing())
            for item, size in line:
                if item is self._first_at_right(line):
                    x += spare
                if self._filled:
                    size.setWidth(size.width() + spare // len(line))
                above = (height - size.height()) // 2
                item.setGeometry(QRect(QPoint(x, y + above), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()

    def _first_at_right(self, line: _Line) -> QLayoutItem | None:
        right = self._items[len(self._items) - self._at_right :]
        return next((item for item, _ in line if item in right), None)

    def _lines(self, width: int) -> list[_Line]:
        margins, lines = self.contentsMargins(), list[_Line]()
        room = width - margins.left() - margins.right()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(max(item.minimumSize().width(), min(size.width(), room)))
            if lines and _width(lines[-1], self.spacing()) + self.spacing() + size.width() <= room:
                lines[-1].append((item, size))
            else:
                lines.append([(item, size)])
        return lines


def _width(line: _Line, spacing: int) -> int:
    return sum(size.width() for _, size in line) + spacing * max(0, len(line) - 1)


def _height(line: _Line) -> int:
    return max((size.height() for _, size in line), default=0)
