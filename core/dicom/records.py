"""What a scan keeps of each instance: enough to sort its frames into stacks, and no more."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from pydicom import Dataset
from pydicom.datadict import tag_for_keyword

from core.dicom.guard import NO_IMAGE, PixelFormat, check_readable, pixel_format
from core.dicom.instance import Instance
from core.dicom.kinds import image_kind, listed, other, without_pixels
from core.dicom.limits import Budget
from core.dicom.perframe import FrameHeader
from core.dicom.place import Directions, Vector, geometry
from core.dicom.study import FrameRef, Kind, Patient, Source, Study
from core.dicom.values import code, number, text
from core.errors import ClearsliceError

_KEYWORDS = """
SpecificCharacterSet SOPClassUID SOPInstanceUID StudyInstanceUID SeriesInstanceUID Modality ImageType
SeriesNumber InstanceNumber SeriesDescription StudyDescription StudyDate AccessionNumber
PatientName PatientID PatientBirthDate PatientSex
SamplesPerPixel PhotometricInterpretation PlanarConfiguration NumberOfFrames Rows Columns BitsAllocated
BitsStored HighBit PixelRepresentation PixelSpacing ImagerPixelSpacing PixelSpacingCalibrationType
NominalScannedPixelSpacing ImagePositionPatient ImageOrientationPatient FrameOfReferenceUID PatientOrientation
GridFrameOffsetVector DetectorInformationSequence EchoTime EchoNumbers DiffusionBValue ConvolutionKernel
GantryDetectorTilt RescaleSlope RescaleIntercept DirectoryRecordSequence
SharedFunctionalGroupsSequence PerFrameFunctionalGroupsSequence
"""
_FRAME_TYPES = ("CTImageFrameTypeSequence", "MRImageFrameTypeSequence", "PETFrameTypeSequence")
PROJECTED = frozenset({"PROJECTION IMAGE", "VOLUME RENDER"})
"""Values of Image Type of views around a volume: each has its own orientation, and they are one stack."""


def _tag(keyword: str) -> int:
    tag = tag_for_keyword(keyword)
    if tag is None:
        msg = f"{keyword} is no DICOM keyword"
        raise KeyError(msg)
    return tag


WANTED = frozenset(_tag(keyword) for keyword in _KEYWORDS.split())
"""Tags that a scan reads; all else is passed over."""


class Traits(NamedTuple):
    """What frames of one stack have in common; frames that differ here are never scrolled as one."""

    kind_of_object: str
    """SOP Class UID."""
    kind: Kind
    matrix: tuple[int, int]
    image_type: tuple[str, ...]
    frame_of_reference: str
    echo: tuple[float | None, float | None]
    """Number and time."""
    diffusion_weighting: float | None
    reconstruction_kernel: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameRecord:
    """One frame as a scan knows it."""

    ref: FrameRef
    traits: Traits
    spacing: tuple[float, float] | None
    orientation: Directions | None
    position: Vector | None
    rescale: tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class InstanceRecord:
    """One instance as a scan knows it."""

    uid: str
    study: Study
    series_uid: str
    modality: str
    description: str
    series_number: int | None
    instance_number: int | None
    syntax: str
    reason: str
    tilt: float
    frames: tuple[FrameRecord, ...]


def record(source: Source, instance: Instance, budget: Budget) -> InstanceRecord:
    """Return what a scan keeps of `instance`.

    Raises
    ------
    ClearsliceError
        If it ought to be an image and is plainly none that can be shown.
    """
    header = instance.header
    uid = _first(header, "SOPInstanceUID") or _made_up(source)
    kind, reason, form = _kind(instance)
    return InstanceRecord(
        uid=uid,
        study=_study(header),
        series_uid=_first(header, "SeriesInstanceUID"),
        modality=_first(header, "Modality"),
        description=text(header, "SeriesDescription"),
        series_number=_whole(header, "SeriesNumber"),
        instance_number=_whole(header, "InstanceNumber"),
        syntax=instance.syntax,
        reason=reason,
        tilt=number(header, "GantryDetectorTilt") or 0.0,
        frames=tuple(_checked(_frames(source, uid, header, kind, form), budget)),
    )


def _kind(instance: Instance) -> tuple[Kind, str, PixelFormat | None]:
    sop_class = _first(instance.header, "SOPClassUID") or instance.media_class
    name = other(sop_class, instance.syntax)
    if not name and instance.pixels is None:
        name = without_pixels(sop_class)
        if not name:
            raise ClearsliceError(NO_IMAGE)
    if name or instance.pixels is None:
        return Kind.OTHER, listed(name), None
    form = pixel_format(instance.header, instance.pixels)
    check_readable(instance.syntax, instance.pixels, form, instance.data.size)
    return (*image_kind(sop_class, form), form)


def _checked(frames: Iterator[FrameRecord], budget: Budget) -> Iterator[FrameRecord]:
    """Pass `frames` on as long as there is time."""
    for n, frame in enumerate(frames):
        if n % 256 == 0:
            budget.check()
        yield frame


def _frames(
    source: Source, uid: str, header: Dataset, kind: Kind, form: PixelFormat | None
) -> Iterator[FrameRecord]:
    matrix = (form.rows, form.columns) if form else (0, 0)
    for n in range(1, (form.frames if form else 1) + 1):
        frame = FrameHeader(header, n)
        place, _ = geometry(frame)
        traits = _traits(frame, kind, matrix, place.frame_of_reference)
        flat = PROJECTED.isdisjoint(traits.image_type)
        rescale = frame.holder("RescaleSlope", "PixelValueTransformationSequence")
        yield FrameRecord(
            ref=FrameRef(source, uid, n),
            traits=traits,
            spacing=place.spacing,
            orientation=place.orientation if flat else None,
            position=place.position if flat else None,
            rescale=(number(rescale, "RescaleSlope"), number(rescale, "RescaleIntercept")),
        )


def _traits(frame: FrameHeader, kind: Kind, matrix: tuple[int, int], frame_of_reference: str) -> Traits:
    header = frame.header
    if kind is Kind.OTHER:
        return Traits(_first(header, "SOPClassUID"), kind, matrix, (), "", (None, None), None, ())
    frame_type = frame.holder("FrameType", *_FRAME_TYPES)
    time = frame.holder("EffectiveEchoTime", "MREchoSequence")
    weighting = frame.holder("DiffusionBValue", "MRDiffusionSequence")
    kernel = frame.holder("ConvolutionKernel", "CTReconstructionSequence")
    return Traits(
        kind_of_object=_first(header, "SOPClassUID"),
        kind=kind,
        matrix=matrix,
        image_type=code(frame_type, "FrameType") or code(header, "ImageType"),
        frame_of_reference=frame_of_reference,
        echo=(number(header, "EchoNumbers"), number(time, "EffectiveEchoTime") or number(header, "EchoTime")),
        diffusion_weighting=number(weighting, "DiffusionBValue"),
        reconstruction_kernel=code(kernel, "ConvolutionKernel"),
    )


def _study(header: Dataset) -> Study:
    return Study(
        uid=_first(header, "StudyInstanceUID"),
        patient=Patient(
            name=text(header, "PatientName"),
            id=text(header, "PatientID"),
            birth_date=_first(header, "PatientBirthDate"),
            sex=_first(header, "PatientSex"),
        ),
        date=_first(header, "StudyDate"),
        description=text(header, "StudyDescription"),
        accession=text(header, "AccessionNumber"),
    )


def _first(header: Dataset, keyword: str) -> str:
    return "".join(code(header, keyword)[:1])


def _whole(header: Dataset, keyword: str) -> int | None:
    found = number(header, keyword)
    return None if found is None else int(found)


def _made_up(source: Source) -> str:
    """Return a UID for a file that has none, the same each time (PS3.5 B.2)."""
    digest = sha256(f"{source.path}\0{source.member}".encode("utf-8", "surrogateescape")).digest()
    return f"2.25.{int.from_bytes(digest[:15], 'big')}"
