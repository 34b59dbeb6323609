"""Compressed frames inside encapsulated pixel data (PS3.5 A.4), found without reading them."""

import struct
from typing import NamedTuple

from pydicom import Dataset

from core.dicom.elements import Element
from core.dicom.limits import MAX_FRAMES, Budget, Damaged
from core.dicom.sources import Bytes
from core.dicom.values import value

_ITEM, _END = 0xE000FFFE, 0xE0DDFFFE
"""As little-endian 32-bit numbers."""
_STARTS = (b"\xff\xd8\xff", b"\xff\x4f\xff\x51")
"""What a JPEG, JPEG-LS or JPEG 2000 codestream begins with."""


class Fragment(NamedTuple):
    """A piece of compressed data."""

    offset: int
    length: int


def frames(
    data: Bytes, pixels: Element, header: Dataset, count: int, budget: Budget
) -> tuple[tuple[Fragment, ...], ...]:
    """Return the fragments of each of the `count` frames.

    Raises
    ------
    Damaged
        If fragments lead out of the file, or nothing tells which belong to which frame.
    """
    table, *found = _fragments(data, pixels.offset, budget)
    if count == 1:
        return (tuple(found),)
    if len(found) == count:
        return tuple((fragment,) for fragment in found)
    starts = _extended(header) or _basic(data, table)
    if len(starts) != count:
        first = found[0].offset - 8 if found else 0
        starts = [f.offset - 8 - first for f in found if data.read(f.offset, 4).startswith(_STARTS)]
    return _grouped(found, starts, count)


def _fragments(data: Bytes, offset: int, budget: Budget) -> list[Fragment]:
    found: list[Fragment] = []
    while True:
        head = data.read(offset, 8)
        if len(head) < 8:
            raise Damaged
        tag, length = struct.unpack("<LL", head)
        if tag == _END and found:
            return found
        if tag != _ITEM or offset + 8 + length > data.size or len(found) > 4 * MAX_FRAMES:
            raise Damaged
        found.append(Fragment(offset + 8, length))
        offset += 8 + length
        if len(found) % 1024 == 0:
            budget.check()


def _basic(data: Bytes, table: Fragment) -> list[int]:
    """Offsets of the Basic Offset Table, from the first fragment's item."""
    length = table.length // 4 * 4
    return list(struct.unpack(f"<{length // 4}L", data.read(table.offset, length)))


def _extended(header: Dataset) -> list[int]:
    """Offsets of the Extended Offset Table (PS3.3 C.7.6.3.1.8)."""
    table = value(header, "ExtendedOffsetTable")
    if not isinstance(table, bytes):
        return []
    return list(struct.unpack(f"<{len(table) // 8}Q", table[: len(table) // 8 * 8]))


def _grouped(found: list[Fragment], starts: list[int], count: int) -> tuple[tuple[Fragment, ...], ...]:
    """Put fragments together between the `starts` of frames."""
    if len(starts) != count or not found:
        raise Damaged
    first = found[0].offset - 8
    begins = [first + start for start in starts]
    groups: list[list[Fragment]] = []
    for fragment in found:
        if len(groups) < count and fragment.offset - 8 == begins[len(groups)]:
            groups.append([])
        if not groups:
            raise Damaged
        groups[-1].append(fragment)
    if len(groups) != count:
        raise Damaged
    return tuple(tuple(group) for group in groups)
