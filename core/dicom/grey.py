"""What grey stored values mean: modality transform, windows, padding (PS3.3 C.11.1, C.11.2, C.7.5.1)."""

import numpy as np
import numpy.typing as npt
from pydicom import Dataset

from core.dicom.perframe import FrameHeader
from core.dicom.values import code, given, has, integer, item, items, number, numbers, text, texts, value
from core.frame import ModalityLut, ModalityTransform, Rescale, StoredFormat
from core.window import VoiFunction, VoiLut, Window

_LARGEST = 1e30
_SMALLEST_SLOPE = 1e-30


def transform(frame: FrameHeader, stored: StoredFormat) -> tuple[ModalityTransform, tuple[str, ...]]:
    """Return how stored values become modality values, and what was wrong with what the file says.

    A slope of 0 would wipe the image out and one beyond all measure would overflow: stored values
    are then shown without units instead, and a note says so.
    """
    table = item(frame.header, "ModalityLUTSequence")
    if table is not None:
        lut = _table(table, stored.signed)
        if lut is not None:
            first, entries, _ = lut
            return ModalityLut(first, entries, _units(frame.header, table, "ModalityLUTType")), ()
        return Rescale(), ("The Modality LUT is damaged, so stored values are shown.",)
    holder = frame.holder("RescaleSlope", "PixelValueTransformationSequence")
    if has(frame.header, "DoseGridScaling"):
        slope: float | None = number(frame.header, "DoseGridScaling")
        intercept: float | None = 0.0
    else:
        slope = _or(holder, "RescaleSlope", 1.0)
        intercept = _or(holder, "RescaleIntercept", 0.0)
    return _rescale(slope, intercept, _units(frame.header, holder, "RescaleType"), stored)


def _or(holder: Dataset, keyword: str, default: float) -> float | None:
    """Return a number: `default` if there is none, None if it is malformed."""
    return number(holder, keyword) if given(holder, keyword) else default


def _rescale(
    slope: float | None, intercept: float | None, units: str, stored: StoredFormat
) -> tuple[Rescale, tuple[str, ...]]:
    if slope is not None and intercept is not None and abs(slope) > _SMALLEST_SLOPE:
        largest = abs(slope) * max(stored.highest, -stored.lowest) + abs(intercept)
        if largest < _LARGEST:
            return Rescale(slope, intercept, units), ()
    return Rescale(), ("The rescale values make no sense, so stored values are shown without units.",)


def _units(header: Dataset, holder: Dataset, keyword: str) -> str:
    """Unit of the modality values; "US" means unspecified (PS3.3 C.11.1.1.2)."""
    kind = text(holder, keyword)
    modality = text(header, "Modality")
    if modality == "PT":
        return {"BQML": "Bq/ml", "GML": "SUV"}.get(text(header, "Units"), text(header, "Units"))
    if modality == "RTDOSE":
        return "Gy" if text(header, "DoseUnits") == "GY" else "%"
    if modality == "CT" and not kind:
        return "" if "LOCALIZER" in code(header, "ImageType") else "HU"
    return "" if kind == "US" else kind


def windows(frame: FrameHeader) -> tuple[tuple[Window, ...], tuple[str, ...]]:
    """Return the windows a frame names, and sentences about those that make no sense."""
    holder = frame.holder("WindowCenter", "FrameVOILUTSequence")
    centers, widths = numbers(holder, "WindowCenter"), numbers(holder, "WindowWidth")
    names = texts(holder, "WindowCenterWidthExplanation")
    function, notes = _function(text(holder, "VOILUTFunction"))
    pairs = list(zip(centers, widths, strict=False))
    good = tuple(
        Window(center, width, function, names[index] if index < len(names) else "")
        for index, (center, width) in enumerate(pairs)
        if width > 0 and width < _LARGEST and abs(center) < _LARGEST
    )
    if len(good) < max(len(pairs), int(given(holder, "WindowCenter"))):
        notes = (*notes, "A window in this file makes no sense and was left out.")
    return good, notes


def _function(name: str) -> tuple[VoiFunction, tuple[str, ...]]:
    try:
        return VoiFunction(name.upper() or "LINEAR"), ()
    except ValueError:
        return VoiFunction.LINEAR, (
            "This file's VOI LUT function is unknown; its windows are shown as linear.",
        )


def voi_luts(header: Dataset, stored: StoredFormat, intercept: float) -> tuple[VoiLut, ...]:
    """Return the tables of the VOI LUT Sequence; damaged ones are left out.

    Their input is the output of the modality transform, which can be negative even if stored values
    cannot; `intercept` tells.
    """
    found = ((_table(part, stored.signed or intercept < 0), part) for part in items(header, "VOILUTSequence"))
    return tuple(
        VoiLut(lut[0], np.clip(lut[1] / np.float32((1 << lut[2]) - 1), 0, 1), text(part, "LUTExplanation"))
        for lut, part in found
        if lut is not None
    )


def _table(part: Dataset, signed: bool) -> tuple[int, npt.NDArray[np.float32], int] | None:
    """(first input, entries, bits of an entry) of a lookup table, None if it is damaged."""
    descriptor = numbers(part, "LUTDescriptor")
    if len(descriptor) != 3 or not 1 <= descriptor[2] <= 16:
        return None
    count, first, bits = (int(v) for v in descriptor)
    count = count % 65536 or 65536
    entries = _entries(part, count)
    if entries is None:
        return None
    return first - 65536 if signed and first > 32767 else first, entries, bits


def _entries(part: Dataset, count: int) -> npt.NDArray[np.float32] | None:
    data = value(part, "LUTData")
    if isinstance(data, bytes):
        order = "<" if part.original_encoding[1] in {True, None} else ">"
        kind = "u1" if len(data) < 2 * count else f"{order}u2"
        entries = np.frombuffer(data[: len(data) // 2 * 2], kind).astype(np.float32)
    else:
        entries = np.asarray(numbers(part, "LUTData"), np.float32)
    return entries[:count] if len(entries) >= count else None


def padding(header: Dataset, stored: StoredFormat) -> tuple[int, int] | None:
    """Return the stored values (lowest, highest) that mean "no pixel" (PS3.3 C.7.5.1.1.2)."""
    if not given(header, "PixelPaddingValue"):
        return None
    first = integer(header, "PixelPaddingValue")
    last = integer(header, "PixelPaddingRangeLimit", first)
    ends = sorted((_as_stored(first, stored), _as_stored(last, stored)))
    fits = stored.lowest <= ends[0] and ends[1] <= stored.highest
    return (ends[0], ends[1]) if fits else None


def _as_stored(number: int, stored: StoredFormat) -> int:
    """Give a 16-bit value the sign that pixels have; writers mix up its VR, US or SS."""
    bits = number & 0xFFFF
    return bits - 0x10000 if stored.signed and bits > 0x7FFF else bits
