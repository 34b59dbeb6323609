"""Where a frame lies and how large its pixels are (PS3.3 C.7.6.2, 10.7)."""

import math

from pydicom import Dataset

from core.dicom.perframe import FrameHeader
from core.dicom.values import code, given, has, item, numbers
from core.frame import Geometry

PROJECTION = frozenset({"CR", "DX", "MG", "RF", "XA", "IO", "PX", "RG", "XC"})
"""Modalities whose Pixel Spacing is measured at the detector unless it was calibrated."""

Vector = tuple[float, float, float]
Directions = tuple[float, float, float, float, float, float]

_SMALLEST_MM, _LARGEST_MM = 1e-5, 1e3
_FARTHEST_MM = 1e5
_TOLERANCE = 1e-2
"""How far direction cosines may be from length 1 and from a right angle."""


def geometry(frame: FrameHeader) -> tuple[Geometry, tuple[str, ...]]:
    """Return the place of a frame, and sentences about what of it made no sense."""
    notes: list[str] = []
    spacing, source = _spacing(frame, notes)
    orientation = _orientation(frame, notes)
    place = Geometry(
        spacing=spacing,
        spacing_source=source,
        position=_position(frame, orientation, notes),
        orientation=orientation,
        frame_of_reference="".join(code(frame.header, "FrameOfReferenceUID")[:1]),
        patient_orientation=_letters(frame.header),
    )
    return place, tuple(notes)


def _spacing(frame: FrameHeader, notes: list[str]) -> tuple[tuple[float, float] | None, str]:
    header = frame.header
    pixel = _pair(frame.holder("PixelSpacing", "PixelMeasuresSequence"), "PixelSpacing", notes)
    imager = _pair(header, "ImagerPixelSpacing", notes)
    if pixel is None:
        plate = imager or _pair(header, "NominalScannedPixelSpacing", notes)
        return plate, "detector" if plate else ""
    if imager is None and PROJECTION.isdisjoint(code(header, "Modality")):
        return pixel, "patient"
    # PS3.3 10.7.1.3: equal to the detector's spacing means that nobody corrected it.
    if has(header, "PixelSpacingCalibrationType") or imager not in {None, pixel}:
        return pixel, "calibrated"
    return pixel, "detector"


def _pair(dataset: Dataset, keyword: str, notes: list[str]) -> tuple[float, float] | None:
    found = numbers(dataset, keyword)
    if len(found) == 2 and all(_SMALLEST_MM <= mm <= _LARGEST_MM for mm in found):
        return found[0], found[1]
    if given(dataset, keyword):
        notes.append("The pixel spacing makes no sense, so lengths cannot be measured.")
    return None


def _orientation(frame: FrameHeader, notes: list[str]) -> Directions | None:
    found = _plane(frame, "ImageOrientationPatient", "PlaneOrientationSequence")
    if not found:
        return None
    if len(found) == 6:
        row, column = found[:3], found[3:]
        lengths = math.hypot(*row), math.hypot(*column)
        square = abs(sum(r * c for r, c in zip(row, column, strict=True))) <= _TOLERANCE
        if square and all(abs(length - 1) <= _TOLERANCE for length in lengths):
            a, b, c = (v / lengths[0] for v in row)
            d, e, f = (v / lengths[1] for v in column)
            return a, b, c, d, e, f
    notes.append("The slice orientation makes no sense and is not used.")
    return None


def _position(frame: FrameHeader, orientation: Directions | None, notes: list[str]) -> Vector | None:
    found = _plane(frame, "ImagePositionPatient", "PlanePositionSequence")
    if not found:
        return None
    if len(found) == 3 and all(abs(mm) <= _FARTHEST_MM for mm in found):
        return _offset(frame, (found[0], found[1], found[2]), orientation)
    notes.append("The slice position makes no sense and is not used.")
    return None


def _offset(frame: FrameHeader, position: Vector, orientation: Directions | None) -> Vector:
    """Move `position` to a frame of an RT dose (PS3.3 C.8.8.3.2)."""
    offsets = numbers(frame.header, "GridFrameOffsetVector")
    if orientation is None or frame.number > len(offsets):
        return position
    step = offsets[frame.number - 1] - offsets[0]
    x, y, z = (p + step * n for p, n in zip(position, normal(orientation), strict=True))
    return x, y, z


def normal(orientation: Directions) -> Vector:
    """Return the unit vector that slices are stacked along."""
    a, b, c, d, e, f = orientation
    return b * f - c * e, c * d - a * f, a * e - b * d


def _plane(frame: FrameHeader, keyword: str, macro: str) -> tuple[float, ...]:
    """Return a plane's numbers from a functional group, the header, or the detector of an NM image."""
    holder = frame.holder(keyword, macro)
    if has(holder, keyword):
        return numbers(holder, keyword)
    detector = item(frame.header, "DetectorInformationSequence")
    return numbers(detector, keyword) if detector is not None else ()


def _letters(header: Dataset) -> tuple[str, str] | None:
    found = code(header, "PatientOrientation")
    return (found[0], found[1]) if len(found) == 2 and all(found) else None
