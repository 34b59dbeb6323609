"""Measurements as a table for a spreadsheet."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from core.atomic import replacing
from core.frame import Frame
from core.measurement import Figures, Measured, Point
from core.roi import Statistics
from core.space import to_patient

_STATISTICS = ("mean", "sd", "minimum", "maximum")
_HEADER = (
    "name",
    "kind",
    "series",
    "slice",
    "value",
    "unit",
    "calibration",
    "values unit",
    "pixels",
    *(f"{name} {when}" for name in _STATISTICS for when in ("before", "after")),
    "processing",
    "SOP instance UID",
    "frame",
    "points (column row)",
    "plane",
    "points in the patient (x y z, mm, LPS)",
)


def calibration(frame: Frame) -> str:
    """Return what lengths on `frame` rest on."""
    return frame.geometry.spacing_source if frame.geometry.spacing is not None else "none"


def value(found: Figures, known_spacing: bool) -> tuple[float | None, str]:
    """Return the one number a measurement is made for, and its unit."""
    if found.length is not None:
        return found.length, "mm" if known_spacing else "px"
    if found.angle is not None:
        return found.angle, "°"
    return found.area, ("mm²" if known_spacing else "px²") if found.area is not None else ""


def to_csv(rows: Sequence[Measured]) -> str:
    """Return a table with a header; numbers have a point and six digits."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEADER)
    for row in rows:
        writer.writerow([_safe(cell) for cell in _cells(row)])
    return text.getvalue()


def save_csv(rows: Sequence[Measured], path: Path) -> None:
    """Write the table to `path` so that spreadsheets see that it is UTF-8.

    Raises
    ------
    ClearsliceError
        If the folder cannot be written to or the disk is full; then `path` is as it was.
    """
    with replacing(path) as file:
        file.write(to_csv(rows).encode("utf-8-sig"))


def _cells(row: Measured) -> list[str]:
    drawn, found, frame = row.measurement, row.figures, row.frame
    number, unit = value(found, frame.geometry.spacing is not None)
    return [
        drawn.name,
        drawn.kind.value,
        row.series,
        str(row.slice_number or ""),
        _number(number),
        unit,
        calibration(frame),
        frame.units if found.before is not None else "",
        "" if found.before is None else str(found.before.count),
        *(_statistic(s, name) for name in _STATISTICS for s in (found.before, found.after)),
        row.processing if found.after is not None else "",
        "" if row.cut else drawn.frame[0],
        "" if row.cut else str(drawn.frame[1]),
        "; ".join(f"{x:.2f} {y:.2f}" for x, y in drawn.points),
        row.cut,
        "; ".join(_place(frame, point) for point in drawn.points),
    ]


def _place(frame: Frame, point: Point) -> str:
    place = to_patient(frame.geometry, point)
    return "" if place is None else f"({' '.join(f'{value:.2f}' for value in place)})"


def _statistic(statistics: Statistics | None, name: str) -> str:
    if statistics is None:
        return ""
    shown = (statistics.mean, statistics.sd, statistics.minimum, statistics.maximum)
    return _number(dict(zip(_STATISTICS, shown, strict=True))[name])


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.6g}"


def _safe(cell: str) -> str:
    """Keep a spreadsheet from taking a name that came with a file for a formula."""
    is_number = cell.replace(".", "").replace("e-", "").lstrip("-").isdigit()
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and not is_number else cell
