"""Measurements written as a DICOM structured report: TID 1500 "Measurement Report" (PS3.16)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from pydicom import Dataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import generate_uid

from core.dicom.document import evidence, observer, sign
from core.dicom.provenance import PRODUCT
from core.errors import ClearsliceError
from core.frame import Frame
from core.measurement import LINES, REGIONS, Figures, Kind, Measured, Measurement
from core.space import to_patient

if TYPE_CHECKING:
    from highdicom import sr

    _Group = sr.PlanarROIMeasurementsAndQualitativeEvaluations | sr.MeasurementsAndQualitativeEvaluations

TITLE = codes.DCM.ImagingMeasurementReport
GROUP = codes.DCM.MeasurementGroup
CONCEPTS = {
    Kind.DISTANCE: codes.SCT.Length,
    Kind.POLYLINE: codes.DCM.PathLength,
    Kind.ANGLE: codes.SCT.Angle,
    Kind.COBB: codes.SCT.CobbAngle,
}
"""What the number of a measurement without a region is."""
COMMENT = codes.DCM.Comment
CUT = "CUT"
_SCHEME = "99CLEARSLICE"
"""Private code whose meaning says how a plane was cut; in the place of a measurement's method."""
_PIXELS = Code("{pixels}", "UCUM", "pixels")
_SQUARE_PIXELS = Code("{pixels}2", "UCUM", "square pixels")
_UNITS = {"HU": codes.UCUM.HounsfieldUnit}


def report(rows: Sequence[Measured], series_number: int) -> Dataset:
    """Return a Comprehensive SR of `rows`; statistics are those of the original images.

    With planes cut from a volume among them it is a Comprehensive 3D SR: what was measured there lies in the
    patient, since it lies on no image.

    Parameters
    ----------
    rows
        Measurements on images of one study, at least one.
    series_number
        Of the new series.

    Raises
    ------
    ClearsliceError
        If an image lacks the identifiers that a report must refer to, or a plane its frame of reference.
    """
    from highdicom import sr  # half a second, and few sessions save measurements

    content = sr.MeasurementReport(
        observation_context=sr.ObservationContext(observer_device_context=observer()),
        procedure_reported=Code("363679005", "SCT", "Imaging procedure"),
        imaging_measurements=[_group(row) for row in rows],
        title=TITLE,
    )
    kind = sr.Comprehensive3DSR if any(row.cut for row in rows) else sr.ComprehensiveSR
    images = [evidence(row.frame.header) for row in rows]
    made = kind(
        evidence=list({image.SOPInstanceUID: image for image in images}.values()),
        content=content,
        series_instance_uid=generate_uid(prefix=None),
        series_number=series_number,
        sop_instance_uid=generate_uid(prefix=None),
        instance_number=1,
        manufacturer=PRODUCT,
        is_complete=True,
    )
    sign(made, rows[0].frame.header, f"{PRODUCT} measurements")
    return made


def _group(row: Measured) -> "_Group":
    from highdicom import sr

    drawn, found = row.measurement, row.figures
    tracking = sr.TrackingIdentifier(uid=drawn.uid, identifier=drawn.name or drawn.kind.value)
    method = Code(CUT, _SCHEME, row.cut) if row.cut else None
    if drawn.kind in CONCEPTS:
        return sr.MeasurementsAndQualitativeEvaluations(tracking, method=method, measurements=[_number(row)])
    group = sr.PlanarROIMeasurementsAndQualitativeEvaluations(
        tracking,
        method=method,
        referenced_region=_region(row),
        measurements=list(_statistics(row.frame, found)) if drawn.kind in REGIONS else None,
    )
    if drawn.kind not in REGIONS and drawn.name:
        group[0].ContentSequence.append(sr.TextContentItem(COMMENT, drawn.name, "CONTAINS"))
    return group


def _number(row: Measured) -> "sr.Measurement":
    """Return the length or angle with the lines it was taken from."""
    from highdicom import sr

    drawn, found = row.measurement, row.figures
    in_pixels = row.frame.geometry.spacing is None
    unit = (_PIXELS if in_pixels else codes.UCUM.Millimeter) if drawn.kind in LINES else codes.UCUM.Degree
    value = found.length if drawn.kind in LINES else found.angle
    lines = (drawn.points[:2], drawn.points[2:]) if drawn.kind is Kind.COBB else (drawn.points,)
    return sr.Measurement(
        name=CONCEPTS[drawn.kind],
        value=value if value is not None else 0.0,
        unit=unit,
        referenced_coordinates=[_coordinates(row, np.asarray(line)) for line in lines],
    )


def _coordinates(
    row: Measured, line: np.ndarray
) -> "sr.CoordinatesForMeasurement | sr.CoordinatesForMeasurement3D":
    from highdicom import sr

    if not row.cut:
        return sr.CoordinatesForMeasurement("POLYLINE", line, _source(row.frame))
    return sr.CoordinatesForMeasurement3D("POLYLINE", _in_patient(row.frame, line), _space(row.frame))


def _region(row: Measured) -> "sr.ImageRegion | sr.ImageRegion3D":
    from highdicom import sr

    graphic, points = _graphic(row.measurement)
    if not row.cut:
        return sr.ImageRegion(graphic, points, _source(row.frame))
    places = _in_patient(row.frame, points)
    if graphic == "ELLIPSE" and np.linalg.norm(places[1] - places[0]) < np.linalg.norm(places[3] - places[2]):
        places = places[[2, 3, 0, 1]]  # the longer axis first: pixels may be longer than wide
    closed = graphic == "POLYLINE" and row.measurement.kind is not Kind.ARROW
    return sr.ImageRegion3D("POLYGON" if closed else graphic, places, _space(row.frame))


def _in_patient(frame: Frame, points: np.ndarray) -> np.ndarray:
    places = [to_patient(frame.geometry, (float(x), float(y))) for x, y in points]
    return np.asarray([place for place in places if place is not None])


def _space(frame: Frame) -> str:
    if not frame.geometry.frame_of_reference:
        msg = (
            "The slices name no frame of reference, so a report cannot say where something was measured on "
            "planes cut from them; save the table as CSV instead."
        )
        raise ClearsliceError(msg)
    return frame.geometry.frame_of_reference


def _statistics(frame: Frame, found: Figures) -> Iterator["sr.Measurement"]:
    from highdicom import sr

    if found.area is not None:
        in_pixels = frame.geometry.spacing is None
        unit = _SQUARE_PIXELS if in_pixels else codes.UCUM.SquareMillimeter
        yield sr.Measurement(codes.SCT.Area, found.area, unit)
    if found.before is None:
        return
    unit = _UNITS.get(frame.units, codes.UCUM.NoUnits)
    for name, value in (
        (codes.SCT.Mean, found.before.mean),
        (codes.SCT.StandardDeviation, found.before.sd),
        (codes.SCT.Minimum, found.before.minimum),
        (codes.SCT.Maximum, found.before.maximum),
    ):
        yield sr.Measurement(name, value, unit)


def _graphic(drawn: Measurement) -> tuple[str, np.ndarray]:
    """Return Graphic Type and the (column, row) points of its Graphic Data (PS3.3 C.18.6.1)."""
    if drawn.kind is Kind.TEXT:
        return "POINT", np.asarray(drawn.points[:1])
    if drawn.kind is Kind.ARROW:
        return "POLYLINE", np.asarray(drawn.points)
    if drawn.kind is Kind.FREEHAND:
        return "POLYLINE", np.asarray((*drawn.points, drawn.points[0]))
    (x0, y0), (x1, y1) = drawn.points
    if drawn.kind is Kind.RECTANGLE:
        return "POLYLINE", np.asarray(((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)))
    across = ((min(x0, x1), (y0 + y1) / 2), (max(x0, x1), (y0 + y1) / 2))
    down = (((x0 + x1) / 2, min(y0, y1)), ((x0 + x1) / 2, max(y0, y1)))
    longer_first = (*across, *down) if abs(x1 - x0) >= abs(y1 - y0) else (*down, *across)
    return "ELLIPSE", np.asarray(longer_first)


def _source(frame: Frame) -> "sr.SourceImageForRegion":
    from highdicom import sr

    numbers = [frame.number] if int(frame.header.get("NumberOfFrames") or 1) > 1 else None
    return sr.SourceImageForRegion(str(frame.header.get("SOPClassUID") or ""), frame.uid, numbers)
