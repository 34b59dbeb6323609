"""Random access to the bytes of a file, of a ZIP member, of a deflated data set."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from core.dicom.limits import (
    DAMAGED,
    MAX_INFLATED,
    MAX_MEMBERS,
    MAX_RATIO,
    RATIO_FROM,
    TOO_LARGE,
    Budget,
    Damaged,
)
from core.dicom.study import Source
from core.errors import ClearsliceError

_CHUNK = 1 << 20
_START = 32 * 1024
ENCRYPTED = "The ZIP archive is encrypted or packed in a way that cannot be read; unpack it first."
NESTED = "This ZIP archive lies inside another one; unpack the outer one and open this one by itself."
BOMB = "The ZIP archive unpacks to far more than images ever do, so it was not read."
_NO_FILE = "This is a device or the like, not a file."
_BAD_MEMBER = "This part of the ZIP archive is damaged; copy the archive again from where it came from."


class Bytes(Protocol):
    """Bytes that can be read from anywhere."""

    size: int
    """Length; for deflated data, whose length nobody knows, the most that it may be."""

    excess: str
    """What to say of data that is announced beyond `size`."""

    def read(self, offset: int, length: int) -> bytes:
        """Return `length` bytes from `offset`, fewer at the end."""
        ...


class FileBytes:
    """Bytes of a file on disk."""

    excess = DAMAGED

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.size = stream.seek(0, io.SEEK_END)
        self._start = self._read(0, _START)
        """Most headers lie in here, so that a file costs two reads."""

    def read(self, offset: int, length: int) -> bytes:
        """Return `length` bytes from `offset`, fewer at the end."""
        length = max(0, min(length, self.size - offset))
        if offset + length <= len(self._start):
            return self._start[offset : offset + length]
        return self._read(offset, length)

    def _read(self, offset: int, length: int) -> bytes:
        try:
            self._stream.seek(offset)
            return self._stream.read(length)
        except OSError as error:
            raise ClearsliceError(unreadable(error)) from error


class MemberBytes:
    """Bytes of a ZIP member, unpacked as far as they are asked for and never to disk."""

    excess = DAMAGED

    def __init__(self, stream: IO[bytes], size: int, budget: Budget) -> None:
        if size > MAX_INFLATED:
            raise ClearsliceError(TOO_LARGE)
        self._stream = stream
        self._budget = budget
        self.size = size

    def read(self, offset: int, length: int) -> bytes:
        """Return `length` bytes from `offset`, fewer at the end."""
        try:
            self._skip_to(offset)
            return self._stream.read(max(0, min(length, self.size - offset)))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise ClearsliceError(_BAD_MEMBER) from error

    def _skip_to(self, offset: int) -> None:
        if offset < self._stream.tell():
            self._stream.seek(offset)
        while offset > self._stream.tell():
            self._budget.check()
            if not self._stream.read(min(_CHUNK, offset - self._stream.tell())):
                return


class InflatedBytes:
    """A deflated data set (PS3.5 A.5), unpacked in chunks as far as it is asked for.

    Offsets count from the start of the file: `head` bytes come before the deflated part.
    """

    excess = TOO_LARGE

    def __init__(self, packed: Bytes, head: int, budget: Budget) -> None:
        self._packed = packed
        self._next = head
        self._budget = budget
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        self._done = bytearray(packed.read(0, head))
        self.size = MAX_INFLATED

    def read(self, offset: int, length: int) -> bytes:
        """Return `length` bytes from `offset`, fewer at the end."""
        while len(self._done) < offset + length and self._more():
            self._budget.check()
        return bytes(self._done[offset : offset + length])

    def _more(self) -> bool:
        if self._inflate.eof:
            return False
        if len(self._done) > MAX_INFLATED:
            raise ClearsliceError(TOO_LARGE)
        packed = self._inflate.unconsumed_tail or self._take()
        try:
            chunk = self._inflate.decompress(packed, _CHUNK)
        except zlib.error as error:
            raise Damaged from error
        self._done += chunk
        return bool(chunk or packed)

    def _take(self) -> bytes:
        packed = self._packed.read(self._next, _CHUNK)
        self._next += len(packed)
        return packed


@contextmanager
def open_source(source: Source, budget: Budget) -> Iterator[Bytes]:
    """Open `source` for reading.

    Raises
    ------
    ClearsliceError
        If the file or the archive cannot be read.
    """
    if source.member:
        with open_archive(source.path) as archive:
            yield from _member(archive, source.member, budget)
        return
    try:
        if source.path.exists() and not is_plain_file(source.path):
            raise ClearsliceError(_NO_FILE)
        stream = source.path.open("rb", buffering=0)
    except OSError as error:
        raise ClearsliceError(unreadable(error)) from error
    with stream:
        yield FileBytes(stream)


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open a ZIP archive, or say in a `ClearsliceError` why that fails."""
    try:
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise ClearsliceError(unreadable(error)) from error
    except (zipfile.BadZipFile, NotImplementedError) as error:
        msg = "The ZIP archive is damaged; copy it again from where it came from."
        raise ClearsliceError(msg) from error
    why = _too_much(archive, path)
    if why:
        archive.close()
        raise ClearsliceError(why)
    return archive


def _too_much(archive: zipfile.ZipFile, path: Path) -> str:
    """Return why an archive is not read, from what its directory announces; members may overlap."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        return f"The ZIP archive holds more than {MAX_MEMBERS} files; unpack what you need first."
    unpacked = sum(info.file_size for info in members)
    if unpacked > max(RATIO_FROM, MAX_RATIO * path.stat().st_size):
        return BOMB
    return ""


def _member(archive: zipfile.ZipFile, name: str, budget: Budget) -> Iterator[Bytes]:
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise ClearsliceError(_BAD_MEMBER) from error
    with open_member(archive, info, budget) as data:
        yield data


@contextmanager
def open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Iterator[Bytes]:
    """Open one member of an archive for reading."""
    try:
        stream = archive.open(info)
    except (zipfile.BadZipFile, OSError) as error:
        raise ClearsliceError(_BAD_MEMBER) from error
    except (RuntimeError, NotImplementedError) as error:
        raise ClearsliceError(ENCRYPTED) from error
    with stream:
        yield MemberBytes(stream, info.file_size, budget)


def is_plain_file(path: Path) -> bool:
    """Whether `path` is a file whose end comes; not a device, a pipe or a folder."""
    try:
        return path.is_file()
    except OSError:
        return False


def unreadable(error: OSError) -> str:
    """Say in a sentence why a file could not be opened."""
    if isinstance(error, FileNotFoundError):
        return "The file is not there any more; check that its folder or disc is still connected."
    if isinstance(error, PermissionError):
        return "You have no permission to read this file; ask its owner for it."
    return "The file could not be read from the disk; check the disk, or copy the file elsewhere."
