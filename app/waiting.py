"""What stands in the window until its parts are there: their grounds, the invitation, no controls."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from app.language import tr

SHARES = (0.22, 0.55, 0.23)
"""Of the width for series, images and panels at the first run."""
_ABOVE, _BELOW = 72, 26
"""Points of menu bar with tool bar, and of the strip."""
_ON_BLACK = "background: #000000; color: #8fa1b3;"


class Waiting(QWidget):
    """Divided as the window will be, so that nothing jumps when the parts come."""

    painted = Signal()

    def __init__(self, divided: QByteArray | None, parent: QWidget) -> None:
        super().__init__(parent)
        images = QLabel(tr("Drop files, folders or a ZIP archive here"), self)
        images.setAlignment(Qt.AlignmentFlag.AlignCenter)
        images.setStyleSheet(_ON_BLACK)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (QWidget(splitter), images, QWidget(splitter)):
            splitter.addWidget(part)
        splitter.setSizes([round(share * parent.width()) for share in SHARES])
        if divided is not None:
            splitter.restoreState(divided)
        strip = QFrame(self)
        strip.setObjectName("strip")
        strip.setFixedHeight(_BELOW)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _ABOVE, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(splitter, 1)
        layout.addWidget(strip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say that the window stands on the screen."""
        super().paintEvent(event)
        self.painted.emit()
