"""One file's header as a data set, and where its pixels are."""

from collections.abc import Set
from dataclasses import dataclass

from pydicom import Dataset
from pydicom.charset import convert_encodings, default_encoding
from pydicom.dataelem import RawDataElement, empty_value_for_VR
from pydicom.dataset import FileMetaDataset
from pydicom.tag import BaseTag
from pydicom.uid import UID

from core.dicom.elements import Element, Layout, survey
from core.dicom.limits import Budget
from core.dicom.sources import Bytes

_ONE_READ = 1 << 18
_CHARACTER_SET = 0x00080005


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
    has_prefix: bool
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
    header = _dataset(layout, layout.elements, wanted)
    header.file_meta = FileMetaDataset()
    header.file_meta.TransferSyntaxUID = UID(layout.syntax)
    return Instance(
        header,
        layout.syntax,
        layout.little,
        layout.pixels,
        layout.media_class,
        layout.data,
        layout.has_prefix,
        tuple(layout.notes),
    )


def _dataset(layout: Layout, elements: dict[int, Element], wanted: Set[int] | None) -> Dataset:
    """Return `elements` as a data set whose values pydicom converts when they are asked for."""
    chosen = [e for e in elements.values() if wanted is None or e.tag in wanted or e.tag == _CHARACTER_SET]
    block = _block(layout.data, chosen)
    dataset = Dataset({BaseTag(e.tag): _raw(layout, e, block) for e in chosen})
    dataset.set_original_encoding(layout.implicit, layout.little, _encodings(dataset))
    return dataset


def _block(data: Bytes, chosen: list[Element]) -> bytes:
    """Return the start of the file with most of `chosen` in it, so that one read serves them all."""
    end = max((e.offset + e.length for e in chosen if e.offset + e.length <= _ONE_READ), default=0)
    return data.read(0, end)


def _raw(layout: Layout, element: Element, block: bytes) -> RawDataElement:
    start, end = element.offset, element.offset + element.length
    value = block[start:end] if end <= len(block) else layout.data.read(start, element.length)
    return RawDataElement(
        BaseTag(element.tag),
        element.vr,
        len(value),
        value or empty_value_for_VR(element.vr, raw=True),  # type: ignore[arg-type]
        start,
        layout.implicit,
        layout.little,
    )


def _encodings(dataset: Dataset) -> list[str]:
    """Python encodings of the data set's texts; the default for character sets nobody knows."""
    try:
        return convert_encodings(dataset.get("SpecificCharacterSet", ""))
    except (LookupError, ValueError, TypeError):
        return [default_encoding]
