"""What a compressed frame says of itself, compared with the header before a decoder believes either."""

import struct

from core.dicom.guard import JPEG, JPEG_2000, JPEG_LS, PixelFormat
from core.dicom.limits import BAD_STREAM, Damaged
from core.errors import ClearsliceError

_FRAME_HEADERS = frozenset({*range(0xC0, 0xD0), 0xF7}) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})


def check_size(frame: bytes, syntax: str, form: PixelFormat) -> None:
    """Raise `ClearsliceError` if a codestream does not hold an image of the size the header states.

    A decoder would allocate what the codestream says and we would read what the header says.
    """
    if syntax in JPEG | JPEG_LS:
        size = _jpeg(frame)
    elif syntax in JPEG_2000:
        size = _jpeg_2000(frame)
    else:
        _check_rle(frame, form)
        return
    if size != (form.rows, form.columns, form.samples):
        msg = "The compressed image has another size than the file says, so it cannot be read."
        raise ClearsliceError(msg)


def _check_rle(frame: bytes, form: PixelFormat) -> None:
    """Check the header of an RLE frame: one segment for each byte of a pixel (PS3.5 G.5)."""
    count, *offsets = struct.unpack("<16L", frame[:64].ljust(64, b"\0"))
    used = offsets[:count]
    inside = used == sorted(set(used)) and bool(used) and used[0] >= 64 and used[-1] < len(frame)
    if count != form.samples * form.allocated // 8 or not inside:
        raise Damaged(BAD_STREAM)


def _jpeg(frame: bytes) -> tuple[int, int, int]:
    """(rows, columns, components) of the first frame header (ISO 10918-1 B.2.2, ISO 14495-1 C.2.2)."""
    at = 2
    while frame[:2] == b"\xff\xd8" and at + 10 <= len(frame):
        if frame[at] != 0xFF:
            break
        marker = frame[at + 1]
        if marker in _FRAME_HEADERS:
            rows, columns, components = struct.unpack_from(">HHB", frame, at + 5)
            return rows, columns, components
        if marker == 0xFF:
            at += 1
        elif marker in _WITHOUT_LENGTH:
            at += 2
        else:
            at += 2 + int.from_bytes(frame[at + 2 : at + 4], "big")
    raise Damaged(BAD_STREAM)


def _jpeg_2000(frame: bytes) -> tuple[int, int, int]:
    """(rows, columns, components) of the SIZ marker (ISO 15444-1 A.5.1), in a JP2 box or bare."""
    at = frame.find(b"\xff\x4f\xff\x51", 0, 4096)
    if at < 0 or len(frame) < at + 42:
        raise Damaged(BAD_STREAM)
    right, bottom, left, top = struct.unpack_from(">LLLL", frame, at + 8)
    (components,) = struct.unpack_from(">H", frame, at + 40)
    return bottom - top, right - left, components
