"""Stored values of one frame, decoded."""

import math

import numpy as np

from core.dicom.codec_process import decode_apart
from core.dicom.codecs import Decoded, Job
from core.dicom.codestream import check_size
from core.dicom.elements import Element
from core.dicom.fragments import Fragment
from core.dicom.guard import PixelFormat
from core.dicom.limits import BAD_STREAM, Damaged
from core.dicom.sources import Bytes
from core.errors import ClearsliceError
from core.frame import Stored


def native(data: Bytes, pixels: Element, form: PixelFormat, index: int, little: bool) -> Stored:
    """Return the cells of uncompressed frame `index` (from 0), in colour as (rows, columns, samples)."""
    if form.allocated == 1:
        return _bit_packed(data, pixels, form, index)
    length = form.frame_bits // 8
    start = index * length
    if not little and form.allocated == 8 and pixels.vr == "OW":
        raw = _swapped(data, pixels, start, length)
    else:
        raw = data.read(pixels.offset + start, length)
    if len(raw) < length:
        raise Damaged
    cells = np.frombuffer(raw, _dtype(form, little))
    if form.photometric == "YBR_FULL_422":
        cells = _full_width(cells)
    return _shaped(cells.astype(cells.dtype.newbyteorder("="), copy=False), form)


def _dtype(form: PixelFormat, little: bool) -> str:
    kind = "f" if form.floating else "i" if form.signed else "u"
    return f"{'<' if little else '>'}{kind}{form.allocated // 8}"


def _shaped(cells: Stored, form: PixelFormat) -> Stored:
    if form.samples == 1:
        return cells.reshape(form.rows, form.columns)
    if form.planar and form.photometric != "YBR_FULL_422":
        return np.moveaxis(cells.reshape(form.samples, form.rows, form.columns), 0, 2)
    return cells.reshape(form.rows, form.columns, form.samples)


def _bit_packed(data: Bytes, pixels: Element, form: PixelFormat, index: int) -> Stored:
    """Unpack one bit per pixel; frames follow each other without a gap (PS3.5 8.1.1)."""
    first, count = index * form.frame_bits, form.frame_bits
    raw = data.read(pixels.offset + first // 8, math.ceil((first % 8 + count) / 8))
    bits = np.unpackbits(np.frombuffer(raw, np.uint8), bitorder="little")[first % 8 :][:count]
    if len(bits) < count:
        raise Damaged
    return _shaped(bits, form)


def _swapped(data: Bytes, pixels: Element, start: int, length: int) -> bytes:
    """Read bytes that were written as big-endian words."""
    before = start % 2
    raw = data.read(pixels.offset + start - before, before + length + (before + length) % 2)
    words = np.frombuffer(raw[: len(raw) // 2 * 2], np.uint16).byteswap()
    return words.tobytes()[before : before + length]


def _full_width(cells: Stored) -> Stored:
    """Give each pixel of Y Y B R its own colour (PS3.3 C.7.6.3.1.2)."""
    first, second, blue, red = cells.reshape(-1, 4).T
    return np.stack([first, blue, red, second, blue, red], axis=1).ravel()


def without_unused_bits(cells: Stored, form: PixelFormat) -> Stored:
    """Return the values in cells whose other bits may hold anything (PS3.5 8.1.1).

    The value's bits end at High Bit. Moving them to the top and back to the bottom drops what is
    above and below and extends the sign.
    """
    if form.floating or form.allocated in {1, form.stored}:
        return cells
    values = np.left_shift(cells, form.allocated - 1 - form.high)
    return np.right_shift(values, form.allocated - form.stored, out=values)


def compressed(data: Bytes, parts: tuple[Fragment, ...], syntax: str, form: PixelFormat) -> Decoded:
    """Return the cells of a compressed frame.

    Raises
    ------
    ClearsliceError
        If no decoder can read the frame, or its size is not what the file says.
    """
    frame = b"".join(data.read(part.offset, part.length) for part in parts)
    check_size(frame, syntax, form)
    found = decode_apart(Job(frame, syntax, form))
    expected = (form.rows, form.columns, form.samples)[: 2 + (form.samples > 1)]
    if found.cells.shape != expected:
        raise ClearsliceError(BAD_STREAM)
    return found
