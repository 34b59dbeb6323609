"""One file's header as a data set, and where its pixels are."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from pydicom import Dataset
from pydicom.charset import convert_encodings, default_encoding
from pydicom.dataelem import RawDataElement, empty_value_for_VR
from pydicom.dataset import FileMetaDataset
from pydicom.tag import BaseTag
from pydicom.uid import UID

from core.dicom.elements import Element
from core.dicom.layout import Layout, survey
from core.dicom.limits import Budget
from core.dicom.sources import Bytes
from core.dicom.values import code

_ONE_READ = 1 << 18


@dataclass(frozen=True, eq=False)
class Instance:
    """A SOP instance as it is stored."""

    header: Dataset
    """The data set without pixel data."""
    syntax: str
    little: bool
    pixels: Element | None
    """Where the pixel data is in `data`."""
    media_class: str
    """SOP Class UID by the File Meta Information."""
    data: Bytes
    """The bytes the header came from; valid only while they are open."""
    notes: tuple[str, ...]


def read_instance(data: Bytes, budget: Budget, wanted: Set[int] | None = None) -> Instance:
    """Read a header: only the tags `wanted`, or all.

    Raises
    ------
    NotDicom
        If nothing in the file looks like DICOM.
    ClearsliceError
        If it does, but cannot be read.
    """
    layout = survey(data, budget)
    header = _dataset(layout, wanted)
    _fill_in_identity(header, layout)
    header.file_meta = FileMetaDataset()
    header.file_meta.TransferSyntaxUID = UID(layout.syntax)
    return Instance(
        header,
        layout.syntax,
        layout.little,
        layout.pixels,
        layout.media_class,
        layout.data,
        tuple(layout.notes),
    )


def _fill_in_identity(header: Dataset, layout: Layout) -> None:
    """Let the File Meta Information stand in where a cleaned data set has lost its class or instance."""
    for keyword, value in (("SOPClassUID", layout.media_class), ("SOPInstanceUID", layout.media_uid)):
        if value and not any(code(header, keyword)):
            setattr(header, keyword, value)


def _dataset(layout: Layout, wanted: Set[int] | None) -> Dataset:
    """Return the elements as a data set whose values pydicom converts when they are asked for."""
    chosen = [e for e in layout.elements.values() if wanted is None or e.tag in wanted]
    dataset = Dataset({raw.tag: raw for raw in _raws(layout.data, chosen, layout.implicit, layout.little)})
    dataset.set_original_encoding(layout.implicit, layout.little, _encodings(dataset))
    return dataset


def dataset_of(data: Bytes, elements: list[Element]) -> Dataset:
    """Return elements in Explicit VR Little Endian as a data set."""
    return Dataset({raw.tag: raw for raw in _raws(data, elements, implicit=False, little=True)})


def _raws(data: Bytes, chosen: list[Element], implicit: bool, little: bool) -> Iterator[RawDataElement]:
    last = max((e.offset + e.length for e in chosen), default=0)
    block = data.read(0, min(last, _ONE_READ))  # One read serves most.
    for tag, vr, offset, length in chosen:
        end = offset + length
        value = block[offset:end] if end <= len(block) else data.read(offset, length)
        if not value:
            value = empty_value_for_VR(vr, raw=True)  # type: ignore[assignment]
        yield RawDataElement(BaseTag(tag), vr, length, value, offset, implicit, little)


def _encodings(dataset: Dataset) -> list[str]:
    """Python encodings of the data set's texts; the default for character sets nobody knows."""
    try:
        return convert_encodings(list(code(dataset, "SpecificCharacterSet")) or "")
    except (LookupError, ValueError, TypeError):
        return [default_encoding]
