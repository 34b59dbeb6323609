"""Measurements in words: names, and what stands beside them on the image."""

from collections.abc import Iterable

from app.language import tr
from app.panels.figure import extreme, short
from core.frame import Frame
from core.measurement import LINES, REGIONS, Figures, Kind, Measurement
from core.pipeline import Enhanced
from core.roi import Statistics


def kind_name(kind: Kind) -> str:
    """Return what a kind is called on screen."""
    return {
        Kind.DISTANCE: tr("Distance"),
        Kind.POLYLINE: tr("Polyline"),
        Kind.ANGLE: tr("Angle"),
        Kind.COBB: tr("Cobb angle"),
        Kind.ELLIPSE: tr("Ellipse"),
        Kind.RECTANGLE: tr("Rectangle"),
        Kind.FREEHAND: tr("Freehand region"),
        Kind.ARROW: tr("Arrow"),
        Kind.TEXT: tr("Text"),
    }[kind]


def next_name(kind: Kind, drawn: Iterable[Measurement]) -> str:
    """Return a name that none of `drawn` has: "Distance 3"."""
    taken, number = {item.name for item in drawn}, 1
    while (name := f"{kind_name(kind)} {number}") in taken:
        number += 1
    return name


def calibration_name(frame: Frame) -> str:
    """Return what lengths on `frame` rest on, in words; "" where nothing needs to be said."""
    if frame.geometry.spacing is None:
        return tr("not calibrated")
    return {"detector": tr("at detector"), "calibrated": tr("calibrated")}.get(
        frame.geometry.spacing_source, ""
    )


def size(kind: Kind, found: Figures, frame: Frame) -> str:
    """Return length, angle or area with its unit; "" for a note or what is not finished."""
    known = frame.geometry.spacing is not None
    if kind in LINES and found.length is not None:
        return f"{_length(found.length)} {'mm' if known else 'px'}"
    if found.angle is not None:
        return f"{found.angle:.1f}°"
    if found.area is not None:
        return f"{_length(found.area)} {'mm²' if known else 'px²'}"
    return ""


def lines(
    measurement: Measurement, found: Figures, frame: Frame, enhanced: Enhanced | None
) -> tuple[str, ...]:
    """Return what stands beside a measurement on the image."""
    kind = measurement.kind
    if kind in (Kind.ARROW, Kind.TEXT):
        return (measurement.name,) if measurement.name else ()
    first = size(kind, found, frame)
    if kind in LINES | REGIONS and frame.geometry.spacing is not None and (basis := calibration_name(frame)):
        first = f"{first} {basis}"
    if kind not in REGIONS or found.before is None:
        return (first,) if first else ()
    kept = enhanced is None or enhanced.keeps_units
    return first, *_statistics(found.before, found.after, frame.units, kept)


def _statistics(before: Statistics, after: Statistics | None, units: str, kept: bool) -> tuple[str, str]:
    """Return mean ± SD, then the extremes, each before and after in one row."""
    tail = f" {units}" if units and (kept or after is None) else ""
    pairs = [before] if after is None else [before, after]
    means = " → ".join(f"{short(s.mean)} ± {short(s.sd)}" for s in pairs)
    extremes = " → ".join(f"{extreme(s.minimum)} … {extreme(s.maximum)}" for s in pairs)
    return f"{means}{tail}", f"{extremes}{tail}"


def _length(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 1000 else f"{value:.0f}"
