"""The program's icon in every size and format that a system asks for, drawn from the one SVG."""

import io
from functools import cache
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 24, 32, 48, 64, 128, 256)
MACOS = (16, 32, 64, 128, 256, 512)


@cache
def draw(drawing: Path, side: int) -> bytes:
    """Return an SVG as a PNG of `side` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def save(drawing: Path, target: Path, sizes: tuple[int, ...]) -> None:
    """Write an .ico or .icns that holds the drawing in all `sizes`."""
    pictures = [Image.open(io.BytesIO(draw(drawing, side))) for side in sizes]
    pictures[-1].save(target, append_images=pictures[:-1], sizes=[(side, side) for side in sizes])
