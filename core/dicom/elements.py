"""A walk over the data elements of a header, without believing it.

Everything read from a file passes here before pydicom sees a byte. The walk is a loop, not a
recursion; it compares every length with the size of the file, counts, and can be stopped. It ends
at the pixel data.
"""

from collections.abc import Iterator
from functools import lru_cache
from struct import Struct, error
from typing import NamedTuple

from pydicom.datadict import dictionary_VR

from core.dicom.limits import HOSTILE, MAX_DEPTH, MAX_ELEMENTS, MAX_ITEMS, Budget, Damaged
from core.dicom.sources import Bytes
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


def is_vr(vr: bytes) -> bool:
    """Whether two bytes can be a value representation."""
    return len(vr) == 2 and vr.isalpha() and vr.isupper()


class _Level(NamedTuple):
    """What the walk is inside of."""

    kind: int
    end: int
    """Where it ends, -1 if a delimiter ends it."""
    implicit: bool = False
    """Of a data set."""


_DATASET, _SEQUENCE, _FRAGMENTS = range(3)


class Walker:
    """A walk over one file."""

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
            if len(stack) > 2 * MAX_DEPTH:
                raise ClearsliceError(HOSTILE)
            if self._have(offset, 8) < 8:
                raise Damaged
            if kind == _DATASET:
                offset = self._in_dataset(offset, implicit, stack)
            else:
                offset = self._in_sequence(offset, kind, stack)
        return offset

    def _tick(self) -> None:
        """Count an element or item; look at the clock now and then."""
        self._count += 1
        if self._count % 4096 == 0:
            self._budget.check()
            if self._count > MAX_ELEMENTS or self._items > MAX_ITEMS:
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
        self._tick()
        if kind == _FRAGMENTS:
            return offset + length
        # As pydicom does: explicit files may hold implicit items, never the other way round.
        implicit = self._implicit or not is_vr(self._peek(offset + 4, 2))
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
        self._tick()
        at = offset - self._base
        group, number, vr, length = self._head(self._buffer, at)
        tag = group << 16 | number
        if implicit or group == 0xFFFE or not is_vr(vr):
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
