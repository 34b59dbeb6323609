"""Pictures of what is seen: PNG in 8 or 16 bits of grey."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from core.atomic import replacing
from core.display import Deep, Screen
from core.errors import ClearsliceError

Grey = Screen | Deep
"""(rows, columns) as displayed, black to white over the whole type."""

_GAP = 8
_TEXT_SHARE = 32
"""The text is one part in so many of the picture's width."""
_TEXT_SIZES = (10, 36)


def save_png(grey: Grey, path: Path) -> None:
    """Write `grey` to `path` as a PNG of its own depth, whole or not at all.

    Raises
    ------
    ClearsliceError
        If the folder cannot be written to or the disk is full.
    """
    with replacing(path) as file:
        Pillow.fromarray(np.ascontiguousarray(grey)).save(file, "PNG")


def side_by_side(pictures: Sequence[Grey], labels: Sequence[str]) -> Grey:
    """Return pictures of equal size in a row, each under its label.

    Raises
    ------
    ClearsliceError
        If they differ in size or depth.
    """
    if len({(picture.shape, picture.dtype) for picture in pictures}) != 1:
        msg = "Pictures of different size cannot be put side by side."
        raise ClearsliceError(msg)
    width = pictures[0].shape[1]
    font = _font(labels, width)
    rows = [_labelled(picture, label, font) for picture, label in zip(pictures, labels, strict=True)]
    gap = np.zeros((rows[0].shape[0], _GAP), rows[0].dtype)
    return np.hstack([part for row in rows for part in (gap, row)][1:])


def _labelled(picture: Grey, label: str, font: ImageFont.FreeTypeFont) -> Grey:
    """Return `picture` with `label` in a black strip above it, never over the image."""
    strip = Pillow.new("L", (picture.shape[1], round(1.6 * font.size)))
    ImageDraw.Draw(strip).text((_GAP / 2, strip.height / 2), label, fill=255, font=font, anchor="lm")
    white = np.iinfo(picture.dtype).max
    text = (np.asarray(strip, np.float32) * (white / 255)).astype(picture.dtype)
    return np.vstack([text, picture])


def _font(labels: Sequence[str], width: int) -> ImageFont.FreeTypeFont:
    """Return Pillow's own font at the largest size at which each label fits into `width` pixels."""
    smallest, largest = _TEXT_SIZES
    for size in range(min(largest, max(smallest, width // _TEXT_SHARE)), smallest, -1):
        font = _own_font(size)
        if max(map(font.getlength, labels)) + _GAP <= width:
            return font
    return _own_font(smallest)


def _own_font(size: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        msg = "Text cannot be drawn, because Pillow was built without FreeType; install it from PyPI."
        raise ClearsliceError(msg)
    return font
