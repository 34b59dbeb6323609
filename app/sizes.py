"""How large the interface is, and windows that stay within the screen."""

import os

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_SCALE = "QT_SCALE_FACTOR"
_FRAME = QSize(16, 48)
"""Points that the window system puts around a window."""


def use_scale(percent: int) -> None:
    """Make the application that will be started this large, unless its environment says how large."""
    if percent != 100 and _SCALE not in os.environ:
        os.environ[_SCALE] = str(percent / 100)


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size in points, less where the screen has no room for it."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - _FRAME))
