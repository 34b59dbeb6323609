"""What an ONNX file says about itself, read without loading the network.

An ONNX file is one protobuf message; of its fields only `metadata_props` is read, the graph with all
its weights is passed over (https://protobuf.dev/programming-guides/encoding).
"""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from core.errors import ClearsliceError

_METADATA = 14
"""Number of `metadata_props` in ModelProto; each holds a key (1) and a value (2)."""
_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5
_LONGEST = 10
"""Bytes of a varint."""
_LARGEST = 16 << 20
"""More than any metadata entry has; guards against damaged files."""


def onnx_metadata(path: Path) -> dict[str, str]:
    """Return the metadata entries of the ONNX file at `path`.

    Raises
    ------
    ClearsliceError
        If it is not an ONNX file, or cut short.
    """
    try:
        with path.open("rb") as file:
            return dict(_entry(value) for value in _fields(file, _METADATA))
    except (OSError, ValueError, KeyError) as error:
        msg = f"The model {path.parent.name} is damaged; install it again."
        raise ClearsliceError(msg) from error


def _entry(message: bytes) -> tuple[str, str]:
    key, value = (next(_fields(BytesIO(message), number), b"").decode() for number in (1, 2))
    return key, value


def _fields(file: BinaryIO, wanted: int) -> Iterator[bytes]:
    """Yield every value of the field `wanted` of the message in `file`, passing over all else."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    while file.tell() < size:
        tag = _varint(file)
        kind = tag & 7
        length = {_VARINT: 0, _EIGHT: 8, _FOUR: 4}[kind] if kind != _BYTES else _varint(file)
        if kind == _VARINT:
            _varint(file)
        if file.tell() + length > size:
            msg = "the message is cut short"
            raise ValueError(msg)
        if tag >> 3 == wanted and kind == _BYTES and length <= _LARGEST:
            yield file.read(length)
        else:
            file.seek(length, os.SEEK_CUR)


def _varint(file: BinaryIO) -> int:
    number = 0
    for place in range(_LONGEST):
        byte = file.read(1)
        if not byte:
            break
        number |= (byte[0] & 0x7F) << 7 * place
        if byte[0] < 0x80:
            return number
    msg = "the message is damaged"
    raise ValueError(msg)
