"""Values of a header, read without trusting their form: what makes no sense reads as absent."""

import math
import struct
from functools import lru_cache
from typing import Any

from pydicom import Dataset
from pydicom.datadict import dictionary_VR, tag_for_keyword
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.errors import BytesLengthException
from pydicom.tag import BaseTag

_UNUSABLE = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    NotImplementedError,
    OSError,
    EOFError,
    struct.error,
    BytesLengthException,
)
"""What pydicom raises while it converts a malformed value."""
_LONGEST_TEXT = 512
_BINARY = {
    "US": (2, "H"),
    "SS": (2, "h"),
    "UL": (4, "L"),
    "SL": (4, "l"),
    "FL": (4, "f"),
    "FD": (8, "d"),
}
"""Size and `struct` letter of binary numbers."""


def value(dataset: Dataset, keyword: str) -> Any:
    """Return the value of `keyword` as pydicom converts it, None if absent, empty or malformed."""
    if _element(dataset, keyword) is None:
        return None
    try:
        return dataset.get(keyword)
    except _UNUSABLE:
        return None


def numbers(dataset: Dataset, keyword: str) -> tuple[float, ...]:
    """Return the finite numbers of `keyword`; () if one of them is none."""
    element = _element(dataset, keyword)
    if element is None:
        return ()
    try:
        found = _raw_numbers(element) if isinstance(element, RawDataElement) else None
        if found is None:
            found = _floats(dataset.get(keyword))
    except _UNUSABLE:
        return ()
    return found if all(math.isfinite(number) for number in found) else ()


def number(dataset: Dataset, keyword: str) -> float | None:
    """Return the first number of `keyword`."""
    found = numbers(dataset, keyword)
    return found[0] if found else None


def integer(dataset: Dataset, keyword: str, default: int = 0) -> int:
    """Return the first number of `keyword` if it is a whole one, else `default`."""
    found = number(dataset, keyword)
    return default if found is None or found != int(found) else int(found)


def texts(dataset: Dataset, keyword: str) -> tuple[str, ...]:
    """Return the parts of a text, without control characters and padding."""
    element = _element(dataset, keyword)
    if isinstance(element, RawDataElement) and _is_ascii(element):
        return code(dataset, keyword)
    found = value(dataset, keyword)
    if found is None or found == "":
        return ()
    parts = found if isinstance(found, list | tuple) or hasattr(found, "append") else (found,)
    return tuple(_clean(str(part)) for part in parts)


def text(dataset: Dataset, keyword: str) -> str:
    """Return a text as it is shown on one line."""
    return ", ".join(part for part in texts(dataset, keyword) if part)[:_LONGEST_TEXT]


def code(dataset: Dataset, keyword: str) -> tuple[str, ...]:
    """Return the parts of an ASCII value (CS, UI, DA …)."""
    element = _element(dataset, keyword)
    if not isinstance(element, RawDataElement):
        return texts(dataset, keyword) if element is not None else ()
    parts = _bytes(element).decode("ascii", "replace").split("\\")
    return tuple(_clean(part) for part in parts) if parts != [""] else ()


def items(dataset: Dataset, keyword: str) -> tuple[Dataset, ...]:
    """Return the items of a sequence."""
    found = value(dataset, keyword)
    return tuple(found) if isinstance(found, list | tuple) or hasattr(found, "is_undefined_length") else ()


def item(dataset: Dataset, keyword: str) -> Dataset | None:
    """Return the first item of a sequence."""
    found = items(dataset, keyword)
    return found[0] if found else None


def has(dataset: Dataset, keyword: str) -> bool:
    """Whether `keyword` is present."""
    return _element(dataset, keyword) is not None


def given(dataset: Dataset, keyword: str) -> bool:
    """Whether `keyword` is present and not empty, be its value sound or not."""
    element = _element(dataset, keyword)
    return element is not None and (bool(element.value) or element.value == 0)


@lru_cache(maxsize=1024)
def _tag(keyword: str) -> BaseTag:
    tag = tag_for_keyword(keyword)
    if tag is None:
        msg = f"{keyword} is no DICOM keyword"
        raise KeyError(msg)
    return BaseTag(tag)


def _element(dataset: Dataset, keyword: str) -> RawDataElement | DataElement | None:
    """Return an element, unconverted if nobody asked for it before."""
    return dataset.get_item(_tag(keyword), keep_deferred=True)


def _bytes(raw: RawDataElement) -> bytes:
    return raw.value.strip(b" \0") if isinstance(raw.value, bytes) else b""


def _is_ascii(raw: RawDataElement) -> bool:
    """Whether every character set reads these bytes alike."""
    return isinstance(raw.value, bytes) and raw.value.isascii() and b"\x1b" not in raw.value


def _raw_numbers(raw: RawDataElement) -> tuple[float, ...] | None:
    """Return the numbers of an unconverted element, None if that needs pydicom."""
    vr = raw.VR or dictionary_VR(raw.tag)
    if vr in {"DS", "IS"}:
        text = _bytes(raw)
        return tuple(float(part) for part in text.split(b"\\")) if text else ()
    if vr in _BINARY and isinstance(raw.value, bytes):
        order, (size, kind) = "<" if raw.is_little_endian else ">", _BINARY[vr]
        return struct.unpack(f"{order}{len(raw.value) // size}{kind}", raw.value)
    return None


def _floats(found: Any) -> tuple[float, ...]:
    if found is None or isinstance(found, str | bytes):
        return (float(found),) if found else ()
    return tuple(float(part) for part in found) if hasattr(found, "__iter__") else (float(found),)


def _clean(part: str) -> str:
    return part.strip(" \0") if part.isprintable() else "".join(c for c in part if c.isprintable()).strip()
