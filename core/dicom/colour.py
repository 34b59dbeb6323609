"""Colour images as RGB, 8 bits each (PS3.3 C.7.6.3.1.2, C.7.9)."""

import numpy as np
import numpy.typing as npt
from pydicom import Dataset
from pydicom.pixels.processing import apply_color_lut, convert_color_space

from core.dicom.guard import PixelFormat
from core.dicom.values import numbers, value
from core.errors import ClearsliceError
from core.frame import Stored

Rgb = npt.NDArray[np.uint8]

_RGB = frozenset({"RGB", "YBR_ICT", "YBR_RCT"})
"""What decoders give back as RGB."""
_YBR = frozenset({"YBR_FULL", "YBR_FULL_422"})
_PALETTE_FAILS = (ValueError, TypeError, AttributeError, LookupError, NotImplementedError)


def rgb(cells: Stored, photometric: str, form: PixelFormat, header: Dataset) -> Rgb:
    """Return (rows, columns, 3) of a colour frame.

    Raises
    ------
    ClearsliceError
        If the colour model is unknown or the palette damaged.
    """
    if photometric == "PALETTE COLOR" and form.samples == 1:
        table = _palette(header, form.signed)
        first = int(numbers(header, "RedPaletteColorLookupTableDescriptor")[1])
        index = np.clip(cells.astype(np.int64) - _signed(first, form.signed), 0, len(table) - 1)
        return np.asarray(table[index])
    if form.samples == 3 and photometric in _RGB:
        return _eight_bits(cells, form.stored)
    if form.samples == 3 and photometric in _YBR and cells.dtype == np.uint8:
        return np.asarray(convert_color_space(cells, "YBR_FULL", "RGB"), np.uint8)
    msg = f"The colours of this image are stored in a way that cannot be shown: {photometric[:16]}."
    raise ClearsliceError(msg)


def _eight_bits(cells: Stored, bits: int) -> Rgb:
    return np.asarray(cells >> (bits - 8) if bits > 8 else cells << (8 - bits), np.uint8)


def _signed(first: int, signed: bool) -> int:
    return first - 0x10000 if signed and first > 0x7FFF else first


def _palette(header: Dataset, signed: bool) -> Rgb:
    """Return the (entries, 3) palette; pydicom unpacks segmented ones."""
    descriptor = numbers(header, "RedPaletteColorLookupTableDescriptor")
    if len(descriptor) == 3:
        count, bits = int(descriptor[0]) % 65536 or 65536, int(descriptor[2])
        channels = [_channel(header, name, count, bits) for name in ("Red", "Green", "Blue")]
        found = [channel for channel in channels if channel is not None]
        if len(found) == 3:
            return np.stack(found, axis=1)
        segmented = _segmented(header, _signed(int(descriptor[1]), signed), count)
        if segmented is not None:
            return segmented
    msg = "The palette of this colour image is damaged, so it cannot be shown."
    raise ClearsliceError(msg)


def _channel(header: Dataset, name: str, count: int, bits: int) -> Rgb | None:
    data = value(header, f"{name}PaletteColorLookupTableData")
    if not isinstance(data, bytes):
        return None
    if len(data) >= 2 * count:
        words = np.frombuffer(data[: 2 * count], "<u2" if header.original_encoding[1] else ">u2")
        return (words >> 8 if bits > 8 else words).astype(np.uint8)
    return np.frombuffer(data[:count], np.uint8) if len(data) >= count else None


def _segmented(header: Dataset, first: int, count: int) -> Rgb | None:
    try:
        table = apply_color_lut(np.arange(first, first + count), header)
    except _PALETTE_FAILS:
        return None
    return (table[:, :3] >> 8 if table.dtype.itemsize > 1 else table[:, :3]).astype(np.uint8)
