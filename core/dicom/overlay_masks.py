"""Overlay planes of a frame as masks (PS3.3 C.9.2)."""

import numpy as np
from pydicom import Dataset

from core.dicom.guard import PixelFormat
from core.dicom.limits import MAX_FRAME_PIXELS
from core.frame import Mask, Stored

GROUPS = range(0x6000, 0x6020, 2)
_ROWS, _COLUMNS, _FRAMES, _ORIGIN, _FIRST = 0x0010, 0x0011, 0x0015, 0x0050, 0x0051
_POSITION, _DATA = 0x0102, 0x3000


def overlay_masks(
    header: Dataset, form: PixelFormat, cells: Stored | None, number: int
) -> tuple[tuple[Mask, ...], tuple[str, ...]]:
    """Return the overlays of frame `number` (from 1) and a note for those that are damaged.

    `cells` are the frame's pixels with all their bits, where these are known: retired overlays
    lie in the bits that pixels leave unused.
    """
    groups = [group for group in GROUPS if (group, _ROWS) in header]
    masks = [_mask(header, group, form, cells, number) for group in groups]
    found = tuple(mask for mask in masks if mask is not None)
    if len(found) < len(groups):
        return found, ("An overlay of this image is damaged and is not shown.",)
    return found, ()


def _mask(header: Dataset, group: int, form: PixelFormat, cells: Stored | None, number: int) -> Mask | None:
    if (group, _DATA) not in header:
        return _in_pixels(header, group, form, cells)
    rows, columns = _int(header, group, _ROWS), _int(header, group, _COLUMNS)
    frame = number - _int(header, group, _FIRST, 1)
    if not 0 < rows * columns <= MAX_FRAME_PIXELS or rows < 0:
        return None
    if not 0 <= frame < _int(header, group, _FRAMES, 1):
        # This overlay belongs to other frames.
        frame = 0 if (group, _FRAMES) not in header else -1
    if frame < 0:
        return np.zeros((form.rows, form.columns), np.bool_)
    bits = _bits(header, group, frame * rows * columns, rows * columns)
    if bits is None:
        return None
    return _placed(bits.reshape(rows, columns), _origin(header, group), form)


def _bits(header: Dataset, group: int, start: int, count: int) -> Mask | None:
    try:
        data = header[group, _DATA]
    except (ValueError, NotImplementedError, OSError):
        return None
    raw = data.value if isinstance(data.value, bytes) else b""
    if header.original_encoding[1] is False and data.VR == "OW":
        raw = np.frombuffer(raw[: len(raw) // 2 * 2], np.uint16).byteswap().tobytes()
    if len(raw) * 8 < start + count:
        return None
    part = np.frombuffer(raw, np.uint8)[start // 8 : (start + count + 7) // 8]
    bits = np.unpackbits(part, bitorder="little")[start % 8 :][:count]
    return bits.astype(np.bool_)


def _in_pixels(header: Dataset, group: int, form: PixelFormat, cells: Stored | None) -> Mask | None:
    position = _int(header, group, _POSITION, -1)
    unused = form.high < position < form.allocated or 0 <= position <= form.high - form.stored
    if cells is None or cells.ndim != 2 or not unused:
        return None
    return ((cells >> position) & 1).astype(np.bool_)


def _placed(mask: Mask, origin: tuple[int, int], form: PixelFormat) -> Mask:
    """Put `mask` at `origin` (row, column from 1, maybe outside) of a plane as large as the image."""
    plane = np.zeros((form.rows, form.columns), np.bool_)
    top, left = origin[0] - 1, origin[1] - 1
    bottom, right = min(top + mask.shape[0], form.rows), min(left + mask.shape[1], form.columns)
    if bottom > max(top, 0) and right > max(left, 0):
        plane[max(top, 0) : bottom, max(left, 0) : right] = mask[
            max(-top, 0) : bottom - top, max(-left, 0) : right - left
        ]
    return plane


def _origin(header: Dataset, group: int) -> tuple[int, int]:
    try:
        row, column = header[group, _ORIGIN].value
        return int(row), int(column)
    except (KeyError, TypeError, ValueError):
        return 1, 1


def _int(header: Dataset, group: int, element: int, default: int = 0) -> int:
    try:
        return int(header[group, element].value)
    except (KeyError, TypeError, ValueError):
        return default
