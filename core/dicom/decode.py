"""From a reference to a frame: pixels of one image plane and what the header says of them."""

from dataclasses import dataclass

from pydicom import Dataset

from core.dicom.codecs import Decoded
from core.dicom.colour import rgb
from core.dicom.grey import padding, transform, voi_luts, windows
from core.dicom.guard import JPEG_2000, JPEG_LS
from core.dicom.opened import Opened, opened
from core.dicom.overlay_masks import overlay_masks
from core.dicom.perframe import FrameHeader
from core.dicom.pixels import compressed, native, without_unused_bits
from core.dicom.place import geometry
from core.dicom.sources import Bytes
from core.dicom.study import FrameRef
from core.dicom.values import code, numbers
from core.errors import ClearsliceError
from core.frame import Frame, ModalityTransform, Rescale, Stored, StoredFormat
from core.window import VoiLut, Window

_LOSSY = frozenset(f"1.2.840.10008.1.2.4.{n}" for n in (50, 51, 53, 55, 81))
"""Transfer syntaxes that lose something; JPEG 2000 says in the header whether it does."""


@dataclass(frozen=True, eq=False)
class _Plane:
    """Pixels of a frame and their meaning."""

    stored: Stored
    format: StoredFormat
    transform: ModalityTransform
    windows: tuple[Window, ...] = ()
    voi_luts: tuple[VoiLut, ...] = ()
    padding: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()


def read_frame(ref: FrameRef) -> Frame:
    """Decode the frame that `ref` names, and only that.

    Raises
    ------
    ClearsliceError
        If the file is gone, damaged, changed since it was found, or cannot be decoded.
    """
    with opened(ref.source) as (instance, data):
        _check_same(ref, instance)
        pixels = _cells(instance, data, ref.number - 1)
    frame = FrameHeader(instance.header, ref.number)
    plane = _colour(pixels, instance) if instance.form.is_colour else _grey(pixels.cells, frame, instance)
    plane.stored.setflags(write=False)
    overlays, overlay_notes = overlay_masks(instance.header, instance.form, pixels.cells, ref.number)
    place, place_notes = geometry(frame)
    return Frame(
        uid=ref.uid,
        number=ref.number,
        stored=plane.stored,
        transform=plane.transform,
        format=plane.format,
        modality="".join(code(instance.header, "Modality")[:1]),
        header=instance.header,
        geometry=place,
        windows=plane.windows,
        voi_luts=plane.voi_luts,
        inverted=pixels.photometric == "MONOCHROME1",
        padding=plane.padding,
        overlays=overlays,
        lossy=_lossy(instance),
        notes=(*instance.notes, *plane.notes, *place_notes, *overlay_notes),
    )


def _check_same(ref: FrameRef, instance: Opened) -> None:
    uid = code(instance.header, "SOPInstanceUID")[:1]
    if ref.number > instance.form.frames or (uid and uid[0] and uid[0] != ref.uid):
        msg = "The file has changed since it was opened; open the study again."
        raise ClearsliceError(msg)


def _cells(instance: Opened, data: Bytes, index: int) -> Decoded:
    """Return the frame's cells with all their bits."""
    form = instance.form
    if instance.fragments:
        return compressed(data, instance.fragments[index], instance.syntax, form)
    return Decoded(native(data, instance.pixels, form, index, instance.little), form.photometric)


def _values(cells: Stored, instance: Opened) -> Stored:
    if instance.syntax in JPEG_2000 | JPEG_LS:
        return cells  # These streams know their own depth.
    return without_unused_bits(cells, instance.form)


def _colour(pixels: Decoded, instance: Opened) -> _Plane:
    stored = rgb(_values(pixels.cells, instance), pixels.photometric, instance.form, instance.header)
    return _Plane(stored, StoredFormat(8, signed=False), Rescale())


def _grey(cells: Stored, frame: FrameHeader, instance: Opened) -> _Plane:
    form = StoredFormat(instance.form.stored, instance.form.signed or instance.form.floating)
    modality, notes = transform(frame, form)
    named, window_notes = ((), ()) if notes else windows(frame)
    intercept = modality.intercept if isinstance(modality, Rescale) else 0.0
    return _Plane(
        stored=_values(cells, instance),
        format=form,
        transform=modality,
        windows=named,
        voi_luts=() if notes else voi_luts(frame.header, form, intercept),
        padding=None if instance.form.floating else padding(frame.header, form),
        notes=(*notes, *window_notes),
    )


def _lossy(instance: Opened) -> str:
    header: Dataset = instance.header
    if code(header, "LossyImageCompression")[:1] == ("01",):
        ratios = [f"{ratio:.3g}:1" for ratio in numbers(header, "LossyImageCompressionRatio") if ratio > 0]
        return ", ".join(ratios) or "lossy"
    return "lossy" if instance.syntax in _LOSSY else ""
