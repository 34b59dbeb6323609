"""Tiny images of known pixels, one in every transfer syntax that can be read: what a self-test decodes.

`packaging/make_codec_samples.py` makes the files with encoders other than the decoders here.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.errors import ClearsliceError
from core.frame import Stored
from core.frozen import ROOT

_FOLDER = ROOT / "assets" / "selftest"
_SIDE = 32


@dataclass(frozen=True, slots=True)
class Sample:
    """One file, and how far its pixels may be from the pattern."""

    name: str
    syntax: str
    bits: int = 12
    tolerance: int = 0
    """Largest difference in stored values; 0 for a lossless syntax."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return _FOLDER / f"{self.syntax}.dcm"


SAMPLES = (
    Sample("Implicit VR Little Endian", "1.2.840.10008.1.2"),
    Sample("Explicit VR Little Endian", "1.2.840.10008.1.2.1"),
    Sample("Deflated Explicit VR Little Endian", "1.2.840.10008.1.2.1.99"),
    Sample("Explicit VR Big Endian", "1.2.840.10008.1.2.2"),
    Sample("RLE", "1.2.840.10008.1.2.5"),
    Sample("JPEG Baseline, 8 bit", "1.2.840.10008.1.2.4.50", bits=8, tolerance=2),
    Sample("JPEG Extended, 12 bit", "1.2.840.10008.1.2.4.51", tolerance=4),
    Sample("JPEG Lossless", "1.2.840.10008.1.2.4.57"),
    Sample("JPEG Lossless, first order", "1.2.840.10008.1.2.4.70"),
    Sample("JPEG-LS", "1.2.840.10008.1.2.4.80"),
    Sample("JPEG-LS, near-lossless", "1.2.840.10008.1.2.4.81", tolerance=1),
    Sample("JPEG 2000, lossless", "1.2.840.10008.1.2.4.90"),
    Sample("JPEG 2000", "1.2.840.10008.1.2.4.91", tolerance=4),
    Sample("High-Throughput JPEG 2000, lossless", "1.2.840.10008.1.2.4.201"),
    Sample("High-Throughput JPEG 2000, lossless RPCL", "1.2.840.10008.1.2.4.202"),
    Sample("High-Throughput JPEG 2000", "1.2.840.10008.1.2.4.203"),
)


def pattern(bits: int) -> Stored:
    """Return the pixels (32, 32) of all samples of that depth: a slope, so that lossy codecs come near it."""
    row, column = np.mgrid[:_SIDE, :_SIDE]
    # From 0 to the highest value, because DCMTK's lossy encoder stretches an image to that range; rows
    # are unlike columns, so that no transposed or turned image passes.
    values = np.rint((2 * column + row) * ((1 << bits) - 1) / (3 * (_SIDE - 1)))
    pixels: Stored = values.astype(np.uint8 if bits == 8 else np.uint16)
    return pixels


def difference(sample: Sample) -> int:
    """Return the largest difference of the decoded file from the pattern, by the way every image takes.

    Raises
    ------
    ClearsliceError
        If it cannot be read.
    """
    series = scan([sample.path]).series
    if not series or not series[0].frames:
        msg = f"The sample image {sample.path.name} is missing or damaged; install Clearslice again."
        raise ClearsliceError(msg)
    stored = read_frame(series[0].frames[0]).stored
    expected = pattern(sample.bits)
    if stored.shape != expected.shape:
        msg = f"The decoder made an image of another size from {sample.path.name}."
        raise ClearsliceError(msg)
    return int(np.abs(stored.astype(np.int64) - expected).max())
