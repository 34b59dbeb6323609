"""Pictures of what is seen: PNG or TIFF in 8 or 16 bits of grey, labelled."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from core.atomic import replacing
from core.display import Deep, Pixels, Screen
from core.errors import ClearsliceError

Grey = Screen | Deep
"""(rows, columns) as displayed, black to white over the whole type."""

_GAP = 8
_TEXT_SHARE = 32
"""The text is one part in so many of the picture's width."""
_NOTE_SHARE = 64
"""The same of what stands below."""
_TEXT_SIZES = (10, 36)


def save_picture(grey: Grey, path: Path) -> None:
    """Write `grey` to `path` as a PNG or TIFF of its own depth, by the name's ending, whole or not at all.

    Raises
    ------
    ClearsliceError
        If the ending is another one, the folder cannot be written to or the disk is full.
    """
    picture = Pillow.fromarray(np.ascontiguousarray(grey))
    match path.suffix.lower():
        case ".png":
            with replacing(path) as file:
                picture.save(file, "PNG")
        case ".tif" | ".tiff":
            with replacing(path) as file:
                picture.save(file, "TIFF", compression="tiff_adobe_deflate")
        case _:
            msg = "Pictures are written as .png or .tiff; choose a name that ends so."
            raise ClearsliceError(msg)


def before_after(pictures: Sequence[Grey], labels: Sequence[str], split: bool = False) -> Grey:
    """Return pictures of equal size, each under its label: in a row, or the halves of two split by a line."""
    return _split(pictures, labels) if split and len(pictures) == 2 else side_by_side(pictures, labels)


def side_by_side(pictures: Sequence[Grey], labels: Sequence[str]) -> Grey:
    """Return pictures of equal size in a row, each under its label.

    Raises
    ------
    ClearsliceError
        If they differ in size or depth.
    """
    _check_alike(pictures)
    width = pictures[0].shape[1]
    font = _font(labels, width)
    rows = [_labelled(picture, label, font) for picture, label in zip(pictures, labels, strict=True)]
    gap = np.zeros((rows[0].shape[0], _GAP), rows[0].dtype)
    return np.hstack([part for row in rows for part in (gap, row)][1:])


def _split(pictures: Sequence[Grey], labels: Sequence[str]) -> Grey:
    """Return the left half of one picture and the right half of the other, a white line between them."""
    _check_alike(pictures)
    width = pictures[0].shape[1]
    middle = width // 2
    white = np.full((pictures[0].shape[0], 2), np.iinfo(pictures[0].dtype).max, pictures[0].dtype)
    halves: Pixels = np.hstack([pictures[0][:, : middle - 1], white, pictures[1][:, middle + 1 :]])
    font = _font(labels, middle)
    if max(map(font.getlength, labels)) + _GAP <= middle:
        strips: Pixels = np.hstack([_strip(label, middle, halves, font) for label in labels])
        return np.vstack([np.pad(strips, ((0, 0), (0, width - 2 * middle))), halves])
    font = _font(labels, width)  # too long to stand beside each other, so one above the other
    left, right = labels
    return np.vstack([_strip(left, width, halves, font), _strip(right, width, halves, font, "rm"), halves])


def with_lines(picture: Grey, lines: Sequence[str]) -> Grey:
    """Return `picture` with lines of text in black strips below it."""
    width = picture.shape[1]
    font = _font(lines, width, _NOTE_SHARE)
    whole: Pixels = np.vstack([picture, *(_strip(line, width, picture, font) for line in lines)])
    return whole


def squared(picture: Screen, aspect: float, largest: int, smallest: int = 0) -> Screen:
    """Return 8-bit `picture` with square pixels, its longer side between `smallest` and `largest`.

    Parameters
    ----------
    aspect
        Height of a pixel over its width.
    """
    rows, columns = picture.shape
    height, width = (rows * aspect, columns) if aspect >= 1 else (rows, columns / aspect)
    scale = min(max(1.0, smallest / max(height, width)), largest / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    if size == (columns, rows):
        return picture
    resized = Pillow.fromarray(picture).resize(size, Pillow.Resampling.LANCZOS)
    return np.asarray(resized)


def _check_alike(pictures: Sequence[Grey]) -> None:
    if len({(picture.shape, picture.dtype) for picture in pictures}) != 1:
        msg = "Pictures of different size cannot be put side by side."
        raise ClearsliceError(msg)


def _labelled(picture: Grey, label: str, font: ImageFont.FreeTypeFont) -> Grey:
    """Return `picture` with `label` in a black strip above it, never over the image."""
    whole: Pixels = np.vstack([_strip(label, picture.shape[1], picture, font), picture])
    return whole


def _strip(
    label: str, width: int, like: Grey, font: ImageFont.FreeTypeFont, anchor: Literal["lm", "rm"] = "lm"
) -> Grey:
    """Return white words on black, `width` pixels wide, at the left or right end, as deep as `like`."""
    strip = Pillow.new("L", (width, round(1.6 * font.size)))
    start = _GAP / 2 if anchor == "lm" else width - _GAP / 2
    ImageDraw.Draw(strip).text((start, strip.height / 2), label, fill=255, font=font, anchor=anchor)
    white = np.iinfo(like.dtype).max
    text: Pixels = (np.asarray(strip, np.float32) * (white / 255)).astype(like.dtype)
    return text


def _font(labels: Sequence[str], width: int, share: int = _TEXT_SHARE) -> ImageFont.FreeTypeFont:
    """Return Pillow's own font at the largest size at which each label fits into `width` pixels."""
    smallest, largest = _TEXT_SIZES
    for size in range(min(largest, max(smallest, width // share)), smallest, -1):
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
