"""What must hold before any pixel is decoded: sizes that make sense and fit the file."""

import math
from dataclasses import dataclass

from pydicom import Dataset
from pydicom.uid import UID

from core.dicom.elements import UNDEFINED, Element
from core.dicom.limits import MAX_FRAME_PIXELS, MAX_FRAMES
from core.dicom.values import code, given, integer
from core.errors import ClearsliceError

NATIVE = frozenset(
    {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"}
)
"""Transfer syntaxes whose pixels are plain."""
JPEG = frozenset(f"1.2.840.10008.1.2.4.{n}" for n in (50, 51, 53, 55, 57, 70))
JPEG_LS = frozenset({"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"})
JPEG_2000 = frozenset(f"1.2.840.10008.1.2.4.{n}" for n in (90, 91, 201, 202, 203))
RLE = "1.2.840.10008.1.2.5"
READABLE = NATIVE | JPEG | JPEG_LS | JPEG_2000 | {RLE}

_SMALLEST_FRAME = 8
"""Bytes of a fragment without contents."""
NO_IMAGE = "There is no image in this file."
FLOAT_PIXELS, DOUBLE_PIXELS = 0x7FE00008, 0x7FE00009


@dataclass(frozen=True, slots=True)
class PixelFormat:
    """The Image Pixel Module of an instance (PS3.3 C.7.6.3), checked."""

    rows: int
    columns: int
    frames: int
    samples: int
    allocated: int
    stored: int
    high: int
    signed: bool
    planar: bool
    photometric: str
    floating: bool = False

    @property
    def is_colour(self) -> bool:
        """Whether the pixels mean colours, directly or through a palette."""
        return self.samples > 1 or self.photometric == "PALETTE COLOR"

    @property
    def frame_bits(self) -> int:
        """Bits of one uncompressed frame."""
        bits = self.rows * self.columns * self.samples * self.allocated
        return bits * 2 // 3 if self.photometric == "YBR_FULL_422" else bits


def pixel_format(header: Dataset, pixels: Element) -> PixelFormat:
    """Return how pixels are stored.

    Raises
    ------
    ClearsliceError
        If what the header says is impossible or beyond all limits.
    """
    rows, columns, samples = _size(header)
    allocated, stored, high = _bits(header, pixels.tag)
    return PixelFormat(
        rows=rows,
        columns=columns,
        frames=_frames(header),
        samples=samples,
        allocated=allocated,
        stored=stored,
        high=high,
        signed=integer(header, "PixelRepresentation") == 1,
        planar=integer(header, "PlanarConfiguration") == 1,
        photometric=" ".join(code(header, "PhotometricInterpretation")[:1]).upper() or "MONOCHROME2",
        floating=pixels.tag in {FLOAT_PIXELS, DOUBLE_PIXELS},
    )


def _size(header: Dataset) -> tuple[int, int, int]:
    rows, columns = integer(header, "Rows"), integer(header, "Columns")
    samples = integer(header, "SamplesPerPixel", 1)
    if rows < 1 or columns < 1:
        msg = "The image says that it has no rows or columns, so there is nothing to show."
        raise ClearsliceError(msg)
    if rows * columns * max(samples, 1) > MAX_FRAME_PIXELS:
        msg = f"The image says that it has {rows} × {columns} pixels, more than can be read."
        raise ClearsliceError(msg)
    if samples not in {1, 3}:
        msg = f"The image has {samples} samples per pixel, and only 1 (grey) and 3 (colour) can be shown."
        raise ClearsliceError(msg)
    return rows, columns, samples


def _frames(header: Dataset) -> int:
    if not given(header, "NumberOfFrames"):
        return 1
    frames = integer(header, "NumberOfFrames", -1)
    if not 1 <= frames <= MAX_FRAMES:
        msg = "The number of frames in this file makes no sense, so they cannot be found."
        raise ClearsliceError(msg)
    return frames


def _bits(header: Dataset, tag: int) -> tuple[int, int, int]:
    """(Bits Allocated, Bits Stored, High Bit)."""
    if tag in {FLOAT_PIXELS, DOUBLE_PIXELS}:
        bits = 32 if tag == FLOAT_PIXELS else 64
        return bits, bits, bits - 1
    allocated = integer(header, "BitsAllocated")
    stored = integer(header, "BitsStored", allocated)
    high = integer(header, "HighBit", stored - 1)
    if allocated not in {1, 8, 16, 32} or not 1 <= stored <= allocated or not stored - 1 <= high < allocated:
        msg = f"The image stores {stored} of {allocated} bits up to bit {high}, which cannot be read."
        raise ClearsliceError(msg)
    return allocated, stored, high


def check_readable(syntax: str, pixels: Element, form: PixelFormat, size: int) -> None:
    """Raise `ClearsliceError` if it is plain that pixels cannot be decoded from a file of `size` bytes."""
    if syntax not in READABLE:
        raise ClearsliceError(_unknown(syntax))
    encapsulated = pixels.length == UNDEFINED
    if encapsulated == (syntax in NATIVE):
        msg = "The file says one thing about its compression and does another, so it cannot be read."
        raise ClearsliceError(msg)
    if encapsulated and form.high != form.stored - 1 and syntax != RLE:
        msg = f"The compressed image has its {form.stored} bits at the wrong place, so it cannot be read."
        raise ClearsliceError(msg)
    needed = _SMALLEST_FRAME * form.frames if encapsulated else math.ceil(form.frame_bits * form.frames / 8)
    if needed > (size - pixels.offset if encapsulated else pixels.length):
        msg = "The image is cut short: the file holds fewer pixels than it says; copy it again."
        raise ClearsliceError(msg)


def _unknown(syntax: str) -> str:
    uid = UID(syntax)
    name = uid.name if uid.is_valid and uid.name != syntax else "a vendor's own format"
    safe = syntax if uid.is_valid else "unknown"
    return f"The image is compressed in a way that cannot be read: {name} ({safe})."
