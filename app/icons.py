"""Icons: line drawings in assets/icons, sharp at any scale."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

ICONS = Path(__file__).resolve().parent.parent / "assets" / "icons"


def icon(name: str) -> QIcon:
    """Return the icon called `name`, dimmed where its action is disabled."""
    drawn = QIcon(str(ICONS / f"{name}.svg"))
    drawn.addPixmap(_dimmed(drawn), QIcon.Mode.Disabled)
    return drawn


def _dimmed(drawn: QIcon) -> QPixmap:
    picture = drawn.pixmap(QSize(48, 48))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
    painter.end()
    return picture
