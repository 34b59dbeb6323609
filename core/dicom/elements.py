"""Where the data elements of a file are, found without believing it.

Everything read from a file passes here before pydicom sees a byte. The walk is a loop,
not a recursion; it compares every length with the size of the file, counts, and can be
stopped. It reads headers only: it ends at the pixel data.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from struct import Struct, error
from typing import NamedTuple

from pydicom.datadict import dictionary_VR
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from core.dicom.limits import HOSTILE, MAX_DEPTH, MAX_ELEMENTS, MAX_ITEMS, Budget, Damaged
from core.dicom.sources import Bytes, InflatedBytes
from core.errors import ClearsliceError

PIXEL_TAGS = frozenset({0x7FE00008, 0x7FE00009, 0x7FE00010})
UNDEFINED = 0xFFFFFFFF

_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_LONG = frozenset({b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV"})
_SHORT = frozenset(
    {b"AE", b"AS", b"AT", b"CS", b"DA", b"DS", b"DT", b"FD", b"FL", b"IS", b"LO", b"LT", b"PN", b"SH", b"SL"}
    | {b"SS", b"ST", b"TM", b"UI", b"UL", b"US"}
)
_FIRST_READ = 8 * 1024
_NEXT_READ = 64 * 1024
_HEADER = 12


class Element(NamedTuple):
    """A data element at the top level of a data set."""

    tag: int
    vr: str | None
    """None where the file does not say (Implicit VR)."""
    offset: int
    """Of the value."""
    length: int
    """Of the value, without a closing delimiter; `UNDEFINED` for encapsulated pixel data only."""


@dataclass(slots=True)
class Layout:
    """The skeleton of a file."""

    has_prefix: bool
    """Whether "DICM" was found after a preamble."""
    media_class: str
    """SOP Class UID by the File Meta Information."""
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
    walker = _Walker(data, budget, implicit=False, little=True)
    meta: dict[int, Element] = {}
    for element in walker.elements(start, group=2):
        meta[element.tag] = element
    start = walker.offset
    syntax = _text(data, meta.get(0x00020010))
    media_class = _text(data, meta.get(0x00020002))
    if syntax == DeflatedExplicitVRLittleEndian:
        data = InflatedBytes(data, start, budget)
    implicit, little = _encoding(data.read(start, 6), syntax)
    walker = _Walker(data, budget, implicit, little)
    layout = Layout(has_prefix, media_class, {}, syntax or _guess(implicit, little), implicit, little, data)
    _fill(layout, walker, start)
    return layout


def _fill(layout: Layout, walker: "_Walker", start: int) -> None:
    for element in walker.elements(start):
        if element.tag in PIXEL_TAGS:
            layout.pixels = element
        else:
            layout.elements[element.tag] = element
    layout.notes.extend(walker.notes)
    if not layout.has_prefix and not _plausible(layout):
        raise NotDicom


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
    explicit = _letters(head[4:6])
    if syntax:
        little = syntax != ExplicitVRBigEndian
    else:
        little = not explicit or int.from_bytes(head[:2], "little") < 0x0400
    if len(head) < 6:
        return syntax == ImplicitVRLittleEndian, little
    return not explicit, little


def _letters(vr: bytes) -> bool:
    return len(vr) == 2 and vr.isalpha() and vr.isupper()


def _guess(implicit: bool, little: bool) -> str:
    if implicit:
        return str(ImplicitVRLittleEndian)
    return str(ExplicitVRLittleEndian if little else ExplicitVRBigEndian)


def _text(data: Bytes, element: Element | None) -> str:
    if element is None or element.length > 128:
        return ""
    return data.read(element.offset, element.length).decode("ascii", "replace").strip(" \0")


class _Level(NamedTuple):
    """What the walk is inside of."""

    kind: int
    end: int
    """Where it ends, -1 if a delimiter ends it."""
    implicit: bool = False
    """Of a data set."""


_DATASET, _SEQUENCE, _FRAGMENTS = range(3)


class _Walker:
    def __init__(self, data: Bytes, budget: Budget, implicit: bool, little: bool) -> None:
        self._data = data
        self._budget = budget
        self._implicit = implicit
        order = "<" if little else ">"
        self._head = Struct(order + "HH2sH").unpack_from
        self._tag = Struct(order + "HH").unpack_from
        self._long = Struct(order + "L").unpack_from
        self._buffer = b""
        self._base = 0
        self._count = self._items = 0
        self.offset = 0
        self.notes: list[str] = []

    def elements(self, offset: int, group: int | None = None) -> Iterator[Element]:
        """Yield the top-level elements from `offset` up to the pixel data or the end, or all of one group."""
        self.offset = offset
        size, implicit = self._data.size, self._implicit
        while self._have(self.offset, 8) >= 8:
            tag, vr, value, length = self._element(self.offset, implicit)
            if group is not None and tag >> 16 != group:
                return
            if vr in _SHORT:  # Nine in ten, so without further calls.
                self.offset = value + length
                if self.offset > size:
                    raise Damaged(self._data.excess)
                yield Element(tag, vr.decode(), value, length)
                continue
            self._tick(1)
            if tag >> 16 == 0xFFFE:
                self._stray(tag, value, length)
                continue
            element = self._top(tag, vr, value, length)
            if element is not None:
                yield element
            if tag in PIXEL_TAGS:
                return

    def _stray(self, tag: int, value: int, length: int) -> None:
        """Step over a delimiter that belongs to nothing; an item's end would be the end of everything."""
        if tag == _ITEM_END or length:
            raise Damaged
        self.offset = value

    def _top(self, tag: int, vr: bytes | None, value: int, length: int) -> Element | None:
        name = None if vr is None else vr.decode() if vr in _LONG else "UN"
        if length == UNDEFINED and tag in PIXEL_TAGS:
            return Element(tag, name, value, length)
        if length == UNDEFINED:
            kind = _undefined(vr)
            self.offset = self._walk(value, _Level(kind, -1))
            return None if kind == _FRAGMENTS else Element(tag, "SQ", value, self.offset - 8 - value)
        self.offset = value + length
        if self.offset > self._data.size:
            raise Damaged(self._data.excess)
        if length and _is_sequence(tag, vr) and not self._sound(value, length):
            self.notes.append("A damaged part of the header was left out.")
            return None
        return Element(tag, name, value, length)

    def _sound(self, value: int, length: int) -> bool:
        """Whether a sequence of known length holds what it announces."""
        try:
            self._walk(value, _Level(_SEQUENCE, value + length))
        except Damaged:
            return False
        return True

    def _walk(self, offset: int, level: _Level) -> int:
        """Walk through a sequence and all inside it; return the offset behind it."""
        stack = [level]
        while stack:
            kind, end, implicit = stack[-1]
            if end >= 0 and offset >= end:
                if offset > end:
                    raise Damaged
                stack.pop()
                continue
            self._tick(len(stack))
            if self._have(offset, 8) < 8:
                raise Damaged
            if kind == _DATASET:
                offset = self._in_dataset(offset, implicit, stack)
            else:
                offset = self._in_sequence(offset, kind, stack)
        return offset

    def _tick(self, depth: int) -> None:
        self._count += 1
        if self._count % 4096 == 0:
            self._budget.check()
        if depth > 2 * MAX_DEPTH or self._count > MAX_ELEMENTS or self._items > MAX_ITEMS:
            raise ClearsliceError(HOSTILE)

    def _in_sequence(self, offset: int, kind: int, stack: list[_Level]) -> int:
        at = offset - self._base
        group, number = self._tag(self._buffer, at)
        length = int(self._long(self._buffer, at + 4)[0])
        tag = group << 16 | number
        offset += 8
        if tag == _SEQUENCE_END and stack[-1].end < 0:
            stack.pop()
            return offset
        if tag != _ITEM or (length != UNDEFINED and offset + length > self._data.size):
            raise Damaged
        self._items += 1
        if kind == _FRAGMENTS:
            return offset + length
        # As pydicom does: explicit files may hold implicit items, never the other way round.
        implicit = self._implicit or not _letters(self._peek(offset + 4, 2))
        stack.append(_Level(_DATASET, -1 if length == UNDEFINED else offset + length, implicit))
        return offset

    def _in_dataset(self, offset: int, implicit: bool, stack: list[_Level]) -> int:
        tag, vr, value, length = self._element(offset, implicit)
        if tag == _ITEM_END and stack[-1].end < 0:
            stack.pop()
            return value
        if length == UNDEFINED:
            stack.append(_Level(_undefined(vr), -1))
            return value
        if value + length > self._data.size:
            raise Damaged
        if length and _is_sequence(tag, vr):
            stack.append(_Level(_SEQUENCE, value + length))
            return value
        return value + length

    def _peek(self, offset: int, length: int) -> bytes:
        self._have(offset, length)
        return self._buffer[offset - self._base :][:length]

    def _element(self, offset: int, implicit: bool) -> tuple[int, bytes | None, int, int]:
        """(tag, VR, offset of the value, its length) of the element at `offset`."""
        at = offset - self._base
        group, number, vr, length = self._head(self._buffer, at)
        tag = group << 16 | number
        if implicit or group == 0xFFFE or not _letters(vr):
            # Some writers fall back to Implicit VR in the middle of an explicit file.
            return tag, None, offset + 8, self._long(self._buffer, at + 4)[0]
        if vr not in _LONG:
            return tag, vr, offset + 8, length
        try:
            return tag, vr, offset + _HEADER, self._long(self._buffer, at + 8)[0]
        except error:
            raise Damaged from error

    def _have(self, offset: int, length: int) -> int:
        """Make the bytes of an element's header at `offset` present; return how many there are."""
        if not self._base <= offset <= self._base + len(self._buffer) - _HEADER:
            self._buffer = self._data.read(offset, _NEXT_READ if self._base or self._buffer else _FIRST_READ)
            self._base = offset
        return len(self._buffer) - (offset - self._base)


def _undefined(vr: bytes | None) -> int:
    """What an element of undefined length is made of (PS3.5 7.5 and A.4)."""
    return _SEQUENCE if vr in {None, b"SQ", b"UN"} else _FRAGMENTS


def _is_sequence(tag: int, vr: bytes | None) -> bool:
    if vr == b"SQ":
        return True
    if vr is not None and vr != b"UN":
        return False
    return _is_known_sequence(tag)


@lru_cache(maxsize=4096)
def _is_known_sequence(tag: int) -> bool:
    try:
        return dictionary_VR(tag) == "SQ"
    except KeyError:
        return False
