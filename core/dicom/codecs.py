"""Decoders of compressed frames. They run in a child process, see `core.dicom.codec_process`."""

import struct
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydicom.encaps import encapsulate
from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import UID

from core.dicom.guard import JPEG, JPEG_2000, JPEG_LS, RLE, PixelFormat
from core.frame import Stored

_PLUGINS = dict.fromkeys(JPEG_LS, "pyjpegls") | dict.fromkeys(JPEG_2000, "pylibjpeg") | {RLE: "pylibjpeg"}
"""Of several decoders, the one that is right on signed and odd-depth images; JPEG is left to GDCM."""
FAILS = (
    RuntimeError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    MemoryError,
    EOFError,
    OSError,
    struct.error,
)
"""What decoders raise."""


@dataclass(frozen=True, slots=True)
class Job:
    """One compressed frame and what a decoder must know of it."""

    frame: bytes
    syntax: str
    form: PixelFormat


@dataclass(frozen=True, eq=False)
class Decoded:
    """The cells of a frame, colour by pixel, and the photometric interpretation they now have."""

    cells: Stored
    photometric: str


def decode(job: Job) -> Decoded:
    """Decode a frame by pydicom, JPEG that pydicom refuses by GDCM itself.

    pydicom's GDCM plugin declines JPEG Extended with 12 bits and does not know the retired processes;
    GDCM decodes these bit-identically to DCMTK. Beyond JPEG, GDCM is not asked: it is wrong on signed
    JPEG-LS and on JPEG 2000 of odd depth.
    """
    try:
        return _by_pydicom(job)
    except FAILS:
        if job.syntax not in JPEG:
            raise
        return _by_gdcm(job)


def _by_pydicom(job: Job) -> Decoded:
    form = job.form
    options: dict[str, Any] = {
        "number_of_frames": 1,
        "rows": form.rows,
        "columns": form.columns,
        "samples_per_pixel": form.samples,
        "bits_allocated": form.allocated,
        "bits_stored": form.stored,
        "pixel_representation": int(form.signed),
        "photometric_interpretation": form.photometric,
        "planar_configuration": int(form.planar),
        "pixel_keyword": "PixelData",
    }
    if job.syntax in JPEG or job.syntax == RLE:
        options["correct_unused_bits"] = False
    decoder = get_decoder(UID(job.syntax))
    source = encapsulate([job.frame], has_bot=False)
    plugin = _PLUGINS.get(job.syntax, "")
    cells, found = decoder.as_array(source, index=0, raw=True, decoding_plugin=plugin, **options)
    return Decoded(cells, str(found["photometric_interpretation"]))


def _by_gdcm(job: Job) -> Decoded:
    form = job.form
    # GDCM hands its bytes out as a str.
    raw = _gdcm_image(job).GetBuffer().encode("utf-8", "surrogateescape")[: form.frame_bits // 8]
    cells = np.frombuffer(raw, f"<{'i' if form.signed else 'u'}{form.allocated // 8}")
    shape = (form.rows, form.columns, form.samples)[: 2 + (form.samples > 1)]
    return Decoded(cells.reshape(shape), form.photometric)


def _gdcm_image(job: Job) -> Any:
    import gdcm

    form = job.form
    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(job.frame)
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetValue(fragments.__ref__())
    image = gdcm.Image()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((form.columns, form.rows, 1))
    image.SetDataElement(element)
    kind = gdcm.PhotometricInterpretation.GetPIType(form.photometric)
    image.SetPhotometricInterpretation(gdcm.PhotometricInterpretation(kind))
    image.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.GetTSType(job.syntax)))
    depth = (form.samples, form.allocated, form.stored, form.high, int(form.signed))
    image.SetPixelFormat(gdcm.PixelFormat(*depth))
    return image
