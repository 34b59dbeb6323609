"""Scrolling what does not fit a panel."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Scroll(QScrollArea):
    """Scrolls up and down only, on the ground of what it lies on."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self.viewport(), content):
            ground.setAutoFillBackground(False)
        self._content = content

    def minimumSizeHint(self) -> QSize:
        """Return the content's width, so that nothing is cut off at the right, and any height."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, super().minimumSizeHint().height())


class Fitted(Scroll):
    """As tall as its content where there is room for that, scrolled where there is not."""

    def __init__(self, content: QWidget, least: int, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Return the size of the content, whose texts wrap at the width of now."""
        size = self._content.sizeHint().expandedTo(self._content.minimumSizeHint())
        wrapped = self._content.heightForWidth(self.viewport().width())  # -1 if nothing wraps
        return QSize(size.width(), max(size.height(), wrapped))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the content's width, and the least height."""
        height = min(self._least, self._content.minimumSizeHint().height())
        return QSize(super().minimumSizeHint().width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
