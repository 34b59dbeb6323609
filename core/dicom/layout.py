"""The skeleton of a file: its transfer syntax, where its elements are, and where its pixels begin."""

from dataclasses import dataclass, field

from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from core.dicom.elements import PIXEL_TAGS, Element, Walker, is_vr
from core.dicom.limits import Budget
from core.dicom.sources import Bytes, InflatedBytes
from core.errors import ClearsliceError


@dataclass(slots=True)
class Layout:
    """The skeleton of a file."""

    media_class: str
    """SOP Class UID by the File Meta Information."""
    media_uid: str
    """SOP Instance UID by the File Meta Information."""
    elements: dict[int, Element]
    syntax: str
    """Transfer Syntax UID; a guess where the file gives none."""
    implicit: bool
    little: bool
    data: Bytes
    """What the offsets count in: the file, or the file with its data set inflated."""
    pixels: Element | None = None
    notes: list[str] = field(default_factory=list)


class NotDicom(ClearsliceError):
    """The file is something else."""

    def __init__(self) -> None:
        super().__init__("This is not a DICOM file.")


def survey(data: Bytes, budget: Budget) -> Layout:
    """Find all elements before the pixel data, and the pixel data.

    Raises
    ------
    NotDicom
        If nothing in the file looks like DICOM.
    Damaged
        If lengths lead out of the file.
    ClearsliceError
        If a limit is reached or the budget is spent.
    """
    start, has_prefix = _start(data)
    walker = Walker(data, budget, implicit=False, little=True)
    meta: dict[int, Element] = {}
    for element in walker.elements(start, group=2):
        meta[element.tag] = element
    start = walker.offset
    syntax = _text(data, meta.get(0x00020010))
    media_class, media_uid = (_text(data, meta.get(tag)) for tag in (0x00020002, 0x00020003))
    if syntax == DeflatedExplicitVRLittleEndian:
        data = InflatedBytes(data, start, budget)
    implicit, little = _encoding(data.read(start, 6), syntax)
    walker = Walker(data, budget, implicit, little)
    layout = Layout(media_class, media_uid, {}, syntax or _guess(implicit, little), implicit, little, data)
    _fill(layout, walker, start)
    if not has_prefix and not _plausible(layout):
        raise NotDicom
    return layout


def meta_elements(data: Bytes, budget: Budget) -> list[Element]:
    """Return the elements of the File Meta Information (PS3.10 7.1), which is Explicit VR Little Endian."""
    start, _ = _start(data)
    return list(Walker(data, budget, implicit=False, little=True).elements(start, group=2))


def _fill(layout: Layout, walker: Walker, start: int) -> None:
    for element in walker.elements(start):
        if element.tag in PIXEL_TAGS:
            layout.pixels = element
        else:
            layout.elements[element.tag] = element
    layout.notes.extend(walker.notes)


def _plausible(layout: Layout) -> bool:
    """Whether a file without the DICM prefix holds what only DICOM holds."""
    has_size = 0x00280010 in layout.elements and 0x00280011 in layout.elements
    return 0x00080016 in layout.elements or (has_size and layout.pixels is not None)


def _start(data: Bytes) -> tuple[int, bool]:
    head = data.read(0, 132)
    if head[128:] == b"DICM":
        return 132, True
    little = int.from_bytes(head[:2], "little")
    big = int.from_bytes(head[:2], "big")
    if little in {2, 8} or (big == 8 and head[4:6].isalpha()):
        return 0, False
    raise NotDicom


def _encoding(head: bytes, syntax: str) -> tuple[bool, bool]:
    """(implicit VR, little endian): by the first element where that contradicts the transfer syntax."""
    explicit = is_vr(head[4:6])
    if syntax:
        little = syntax != ExplicitVRBigEndian
    else:
        little = not explicit or int.from_bytes(head[:2], "little") < 0x0400
    if len(head) < 6:
        return syntax == ImplicitVRLittleEndian, little
    return not explicit, little


def _guess(implicit: bool, little: bool) -> str:
    if implicit:
        return str(ImplicitVRLittleEndian)
    return str(ExplicitVRLittleEndian if little else ExplicitVRBigEndian)


def _text(data: Bytes, element: Element | None) -> str:
    if element is None or element.length > 128:
        return ""
    return data.read(element.offset, element.length).decode("ascii", "replace").strip(" \0")
