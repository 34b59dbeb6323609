"""Instances opened for decoding; multi-frame ones are remembered, so that the next frame is cheap."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pydicom import Dataset

from core.dicom.elements import UNDEFINED, Element
from core.dicom.fragments import Fragment, frames
from core.dicom.guard import NO_IMAGE, PixelFormat, check_readable, pixel_format
from core.dicom.instance import Instance, read_instance
from core.dicom.limits import DAMAGED, Budget
from core.dicom.sources import Bytes, open_source, unreadable
from core.dicom.study import Source
from core.errors import ClearsliceError

_REMEMBERED_BYTES = 1 << 29
_REMEMBERED = 8


@dataclass(frozen=True, eq=False)
class Opened:
    """An instance whose pixels can be decoded, frame by frame."""

    header: Dataset
    form: PixelFormat
    pixels: Element
    syntax: str
    little: bool
    fragments: tuple[tuple[Fragment, ...], ...]
    """Where each compressed frame is; () where pixels are plain."""
    notes: tuple[str, ...]
    memory: "MemoryBytes | None"
    """All bytes, where they cannot be read again from a file at will."""

    @property
    def cost(self) -> int:
        """Bytes that remembering this takes, roughly."""
        return self.pixels.offset + (self.memory.size if self.memory else 0)


class MemoryBytes:
    """Bytes that were unpacked."""

    excess = DAMAGED

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.size = len(content)

    def read(self, offset: int, length: int) -> bytes:
        """Return `length` bytes from `offset`, fewer at the end."""
        return self._content[offset : offset + length]


_Key = tuple[Source, int, int]


class _Memory:
    """The multi-frame instances used last, within a limit of bytes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[_Key, Opened] = OrderedDict()

    def get(self, key: _Key) -> Opened | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: _Key, instance: Opened) -> None:
        with self._lock:
            self._kept[key] = instance
            while (
                len(self._kept) > _REMEMBERED or sum(i.cost for i in self._kept.values()) > _REMEMBERED_BYTES
            ):
                self._kept.popitem(last=False)


_memory = _Memory()


@contextmanager
def opened(source: Source) -> Iterator[tuple[Opened, Bytes]]:
    """Open the instance at `source`, with the bytes its offsets count in.

    Raises
    ------
    ClearsliceError
        If the file cannot be read or holds no image that can be decoded.
    """
    key = _key(source)
    known = _memory.get(key)
    if known is not None and known.memory is not None:
        yield known, known.memory
        return
    budget = Budget()
    with open_source(source, budget) as data:
        if known is None:
            known = _open(data, source, budget)
            if known.form.frames > 1:
                _memory.put(key, known)
        yield known, known.memory or data


def _key(source: Source) -> _Key:
    try:
        status = source.path.stat()
    except OSError as error:
        raise ClearsliceError(unreadable(error)) from error
    return source, status.st_mtime_ns, status.st_size


def _open(data: Bytes, source: Source, budget: Budget) -> Opened:
    if source.member:
        data = MemoryBytes(data.read(0, data.size))
    instance = read_instance(data, budget)
    pixels = instance.pixels
    if pixels is None:
        raise ClearsliceError(NO_IMAGE)
    form = pixel_format(instance.header, pixels)
    check_readable(instance.syntax, pixels, form, instance.data.size)
    memory = data if isinstance(data, MemoryBytes) else _unpacked(instance, data)
    where = memory or data
    parts = frames(where, pixels, instance.header, form.frames, budget) if pixels.length == UNDEFINED else ()
    return Opened(
        instance.header, form, pixels, instance.syntax, instance.little, parts, instance.notes, memory
    )


def _unpacked(instance: Instance, data: Bytes) -> MemoryBytes | None:
    """Return all bytes of a deflated instance, None for others."""
    if instance.data is data or instance.pixels is None:
        return None
    return MemoryBytes(instance.data.read(0, instance.pixels.offset + instance.pixels.length))
