"""Values of a header, read without trusting their form: what makes no sense reads as absent."""

import math
import struct
from typing import Any

from pydicom import Dataset
from pydicom.datadict import dictionary_VR, tag_for_keyword
from pydicom.dataelem import RawDataElement
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


def value(dataset: Dataset, keyword: str) -> Any:
    """Return the value of `keyword` as pydicom converts it, None if absent, empty or malformed."""
    try:
        return dataset.get(keyword)
    except _UNUSABLE:
        return None


def numbers(dataset: Dataset, keyword: str) -> tuple[float, ...]:
    """Return the finite numbers of `keyword`; () if one of them is none."""
    raw = _raw(dataset, keyword)
    try:
        if raw is not None and _vr(raw) in {"DS", "IS"}:
            found = tuple(float(part) for part in _bytes(raw).split(b"\\")) if _bytes(raw) else ()
        else:
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
    found = value(dataset, keyword)
    if found is None or found == "":
        return ()
    parts = found if isinstance(found, list | tuple) or hasattr(found, "append") else (found,)
    return tuple(_clean(str(part)) for part in parts)


def text(dataset: Dataset, keyword: str) -> str:
    """Return a text as it is shown on one line."""
    return ", ".join(part for part in texts(dataset, keyword) if part)[:_LONGEST_TEXT]


def code(dataset: Dataset, keyword: str) -> tuple[str, ...]:
    """Return the parts of an ASCII value (CS, UI, DA …); faster than `texts`."""
    raw = _raw(dataset, keyword)
    if raw is None:
        return texts(dataset, keyword)
    parts = _bytes(raw).decode("ascii", "replace").split("\\")
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
    return _tag(keyword) in dataset


def given(dataset: Dataset, keyword: str) -> bool:
    """Whether `keyword` is present and not empty, be its value sound or not."""
    if not has(dataset, keyword):
        return False
    element = dataset.get_item(_tag(keyword))
    return bool(element.value) or element.value == 0


def _tag(keyword: str) -> BaseTag:
    tag = tag_for_keyword(keyword)
    if tag is None:
        msg = f"{keyword} is no DICOM keyword"
        raise KeyError(msg)
    return BaseTag(tag)


def _raw(dataset: Dataset, keyword: str) -> RawDataElement | None:
    """Return an element that pydicom has not converted yet."""
    tag = _tag(keyword)
    if tag not in dataset:
        return None
    element = dataset.get_item(tag)
    return element if isinstance(element, RawDataElement) else None


def _vr(raw: RawDataElement) -> str:
    return raw.VR or dictionary_VR(raw.tag)


def _bytes(raw: RawDataElement) -> bytes:
    return raw.value.strip(b" \0") if isinstance(raw.value, bytes) else b""


def _floats(found: Any) -> tuple[float, ...]:
    if found is None or isinstance(found, str | bytes):
        return (float(found),) if found else ()
    return tuple(float(part) for part in found) if hasattr(found, "__iter__") else (float(found),)


def _clean(part: str) -> str:
    return part.strip(" \0") if part.isprintable() else "".join(c for c in part if c.isprintable()).strip()
