"""Typing words at a place on the image."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.language import tr

_WIDTH = 220
_LONGEST = 64
"""Characters; what a DICOM code meaning or a label can hold."""


class TextEntry(QLineEdit):
    """A line of text over the view; Enter or leaving it keeps the words, Escape gives them up."""

    def __init__(self, words: str, answered: Callable[[str | None], None], view: QWidget) -> None:
        super().__init__(words, view)
        self._view = view
        self._answered: Callable[[str | None], None] | None = answered
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(tr("Text"))
        self.setAccessibleName(tr("Text at the arrow or mark"))
        self.selectAll()

    def place(self, at: QPointF) -> None:
        """Stand beside a place in the view, and take the keys."""
        parent, height = self._view, self.sizeHint().height()
        x = max(0, min(round(at.x()) + 8, parent.width() - _WIDTH))
        y = max(0, min(round(at.y()) - height // 2, parent.height() - height))
        self.setGeometry(x, y, min(_WIDTH, parent.width()), height)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, give up on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self._answer(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        super().focusOutEvent(event)
        self._answer(self.text().strip())

    def _answer(self, words: str | None) -> None:
        answered, self._answered = self._answered, None
        if answered is None:
            return
        self.hide()
        self.deleteLater()
        self._view.setFocus()
        answered(words)
