"""The derived data set: the source's header, changed where new pixels demand it.

Choices where DICOM leaves one open: value 2 of Image Type stays the source's, so that hanging protocols
keep working; the scanner stays the equipment and we are appended as contributing equipment; the
presentation intent stays; private elements stay, except those that hold pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from pydicom import Dataset
from pydicom.uid import generate_uid

from core.dicom import functional_groups, overlays
from core.dicom.copying import copied
from core.dicom.grid import double_grid
from core.dicom.image_type import derived_frame_type, derived_image_type
from core.dicom.lossy import Compression, mark_lossy
from core.dicom.provenance import IMPLEMENTATION_UID, PRODUCT, SCHEME, Derivation, coding_scheme
from core.dicom.reencode import to_explicit_little_endian
from core.dicom.references import evidence, source_image
from core.errors import ClearsliceError
from core.frame import Mask, Stored, StoredFormat

_OUTDATED = (
    "DigitalSignaturesSequence",
    "MACParametersSequence",
    "IconImageSequence",
    "DataSetTrailingPadding",
    "AlternateRepresentationSequence",
    "PixelDataProviderURL",
    "SmallestImagePixelValue",
    "LargestImagePixelValue",
    "SmallestPixelValueInSeries",
    "LargestPixelValueInSeries",
    "SmallestImagePixelValueInPlane",
    "LargestImagePixelValueInPlane",
    "ExtendedOffsetTable",
    "ExtendedOffsetTableLengths",
    "SOPInstanceUIDOfConcatenationSource",
    "ConcatenationUID",
    "InConcatenationNumber",
    "InConcatenationTotalNumber",
    "ConcatenationFrameOffsetNumber",
)
"""What describes the old pixels, their encoding, or a part in a concatenation."""
_SCHEMES = "CodingSchemeIdentificationSequence"
_PRIVATE_PIXELS = 0x7FDF
"""Vendors keep copies of pixels in private groups from here on."""


@dataclass(frozen=True, eq=False)
class SourceInstance:
    """The instance that an image is derived from."""

    header: Dataset
    """Its data set without pixels; never written to."""
    uid: str
    sop_class: str
    format: StoredFormat
    compression: Compression | None = None
    """How its pixels are compressed with loss, if they are."""
    overlays: tuple[Mask, ...] = ()
    """All its overlay planes, decoded, in order of their group."""


@dataclass(frozen=True, slots=True)
class NewSeries:
    """The series that is being made."""

    uid: str
    number: int
    created: datetime
    """With its time zone."""
    study: str = field(default_factory=lambda: generate_uid(prefix=None))
    """Study Instance UID for a source that has none."""


def derive(
    source: SourceInstance,
    numbers: Sequence[int],
    pixels: Stored,
    series: NewSeries,
    derivation: Derivation,
) -> Dataset:
    """Return a new instance of the source's SOP class that holds `pixels`.

    Parameters
    ----------
    source
        What the pixels were made from.
    numbers
        Number in the source, from 1, of the frame that each plane of `pixels` was made from.
    pixels
        (frames, rows, columns) integers in the source's stored format.
    series
        The new series.
    derivation
        What was done.

    Raises
    ------
    ClearsliceError
        If only some frames are given of a multi-frame instance without functional groups.
    """
    dataset = copied(source.header)
    to_explicit_little_endian(dataset)
    _drop_outdated(dataset)
    _choose_frames(dataset, numbers)
    created = _in_zone(series.created, dataset.get("TimezoneOffsetFromUTC"))
    _identify(dataset, source, series, created)
    _describe(dataset, source, numbers, derivation)
    _credit(dataset, derivation, created)
    if not derivation.keeps_units:
        _drop_units(dataset)
    mark_lossy(dataset, source.compression)
    finer = derivation.magnification == 2
    if finer:
        double_grid(dataset)
    overlays.extract(dataset, source.overlays, redrawn=finer)
    _store(dataset, source, pixels)
    return dataset


def _drop_outdated(dataset: Dataset) -> None:
    for keyword in _OUTDATED:
        dataset.pop(keyword, None)
    for tag in [tag for tag in set(dataset.keys()) if tag.is_private and tag.group >= _PRIVATE_PIXELS]:
        del dataset[tag]


def _choose_frames(dataset: Dataset, numbers: Sequence[int]) -> None:
    if functional_groups.has_groups(dataset):
        functional_groups.choose(dataset, numbers)
    elif len(numbers) != int(dataset.get("NumberOfFrames") or 1):
        msg = "Only some frames of a multi-frame image were given, and this kind can be exported only whole."
        raise ClearsliceError(msg)


def _in_zone(created: datetime, offset: str | None) -> datetime:
    """Return `created` in the zone that all times of the data set are in (PS3.3 C.12.1.1.8)."""
    try:
        return created.astimezone(datetime.strptime(offset or "", "%z").tzinfo)
    except ValueError:
        return created


def _identify(dataset: Dataset, source: SourceInstance, series: NewSeries, created: datetime) -> None:
    """Give `dataset` its own place: a new instance in a new series of the same study."""
    dataset.SOPClassUID = source.sop_class
    dataset.SOPInstanceUID = generate_uid(prefix=None)
    dataset.StudyInstanceUID = dataset.get("StudyInstanceUID") or series.study
    dataset.SeriesInstanceUID = series.uid
    dataset.SeriesNumber = series.number
    dataset.InstanceCreatorUID = IMPLEMENTATION_UID
    for made in ("InstanceCreation", "Series", "Content"):
        setattr(dataset, f"{made}Date", created.strftime("%Y%m%d"))
        setattr(dataset, f"{made}Time", created.strftime("%H%M%S.%f"))


def _describe(
    dataset: Dataset, source: SourceInstance, numbers: Sequence[int], derivation: Derivation
) -> None:
    """Say that the image is derived, from what and how (PS3.3 C.7.6.1.1.2, C.12.4, C.7.6.16.2.6)."""
    text = derivation.description(source.format.bits_stored)
    same_grid = derivation.magnification == 1
    if functional_groups.has_groups(dataset):
        functional_groups.say_derived(
            dataset, source.uid, numbers, text, derivation.codes, same_grid=same_grid
        )
        dataset.ImageType = derived_frame_type(_values(dataset, "ImageType"))
        dataset.SourceImageEvidenceSequence = [evidence(source.header, source.sop_class, source.uid)]
        dataset.ContentQualification = "RESEARCH"
    else:
        dataset.ImageType = derived_image_type(_values(dataset, "ImageType"), str(dataset.get("Modality")))
        dataset.DerivationDescription = _joined(text, dataset.get("DerivationDescription"), 1024)
        dataset.DerivationCodeSequence = [code.item() for code in derivation.codes]
        dataset.SourceImageSequence = [source_image(source.sop_class, source.uid, same_grid=same_grid)]
    words = str(dataset.get("SeriesDescription") or "")[: 63 - len(derivation.suffix)]
    dataset.SeriesDescription = f"{words} {derivation.suffix}".strip()


def _credit(dataset: Dataset, derivation: Derivation, created: datetime) -> None:
    """Add ourselves to equipment, comments and coding schemes, and the record of what was done."""
    _append(dataset, "ContributingEquipmentSequence", derivation.equipment(created))
    schemes = [item.get("CodingSchemeDesignator") for item in dataset.get(_SCHEMES) or ()]
    if SCHEME not in schemes:
        _append(dataset, _SCHEMES, coding_scheme())
    comment = f"Processed by {PRODUCT}: {derivation.summary}. Not for diagnostic use."
    dataset.ImageComments = _joined(comment, dataset.get("ImageComments"), 10240)
    derivation.record.write(dataset)


def _append(dataset: Dataset, keyword: str, item: Dataset) -> None:
    setattr(dataset, keyword, [*(dataset.get(keyword) or ()), item])


def _joined(new: str, old: object, limit: int) -> str:
    return f"{new} {old}"[:limit] if old else new


def _values(dataset: Dataset, keyword: str) -> list[str]:
    value = dataset.get(keyword) or []
    return [value] if isinstance(value, str) else list(value)


def _drop_units(dataset: Dataset) -> None:
    """Take back each statement of what unit the pixels are in (PS3.3 C.11.1.1.2)."""
    for part in (dataset, *functional_groups.groups(dataset)):
        part.pop("RealWorldValueMappingSequence", None)
        for item in (part, *(part.get("PixelValueTransformationSequence") or ())):
            if "RescaleSlope" in item:
                item.RescaleType = "US"
        for table in part.get("ModalityLUTSequence") or ():
            table.ModalityLUTType = "US"


def _store(dataset: Dataset, source: SourceInstance, pixels: Stored) -> None:
    """Put `pixels` in, sign- or zero-extended to whole bytes (PS3.5 8.1.1 and 8.2)."""
    signed = source.format.signed
    needed = max(source.format.bits_stored, min(int(dataset.get("BitsAllocated") or 16), 32))
    allocated = next(bits for bits in (8, 16, 32) if bits >= needed)
    data = np.ascontiguousarray(pixels, f"<{'i' if signed else 'u'}{allocated // 8}").tobytes()
    dataset.BitsAllocated = allocated
    dataset.BitsStored = source.format.bits_stored
    dataset.HighBit = source.format.bits_stored - 1
    dataset.PixelRepresentation = int(signed)
    for keyword in ("PixelPaddingValue", "PixelPaddingRangeLimit"):
        _correct_sign(dataset, keyword, signed)
    dataset.add_new("PixelData", "OW" if allocated > 8 else "OB", data + b"\0" * (len(data) % 2))


def _correct_sign(dataset: Dataset, keyword: str, signed: bool) -> None:
    """Give a padding value the VR that follows from Pixel Representation, its bits unchanged."""
    value = dataset.get(keyword)
    if isinstance(value, int):
        bits = value & 0xFFFF
        value = bits - 0x10000 if signed and bits > 0x7FFF else bits
        dataset.add_new(keyword, "SS" if signed else "US", value)
