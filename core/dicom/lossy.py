"""The memory of lossy compression, which no later image may lose (PS3.3 C.7.6.1.1.5)."""

from dataclasses import dataclass

from pydicom import Dataset
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    JPEG2000MC,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLSNearLossless,
)

METHODS = {
    JPEGBaseline8Bit: "ISO_10918_1",
    JPEGExtended12Bit: "ISO_10918_1",
    JPEGLSNearLossless: "ISO_14495_1",
    JPEG2000: "ISO_15444_1",
    JPEG2000MC: "ISO_15444_1",
    HTJ2K: "ISO_15444_15",
}
"""Lossy Image Compression Method of each transfer syntax that can lose something."""


@dataclass(frozen=True, slots=True)
class Compression:
    """How an instance's pixels are compressed with loss."""

    method: str
    ratio: float
    """Bytes before, over bytes after."""


def mark_lossy(dataset: Dataset, compression: Compression | None) -> None:
    """Say in `dataset` that its pixels came through `compression`, keeping what it says already."""
    if compression is None:
        return
    dataset.LossyImageCompression = "01"
    if not dataset.get("LossyImageCompressionRatio"):
        dataset.LossyImageCompressionRatio = f"{compression.ratio:.4g}"
    if not dataset.get("LossyImageCompressionMethod"):
        dataset.LossyImageCompressionMethod = compression.method
