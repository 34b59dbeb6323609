"""Measurements read from DICOM structured reports of TID 1500 "Measurement Report" (PS3.16).

What a measurement is follows from its coded concept and its coordinates alone, so that reports of other
programs that use the same template are understood too, as far as they measure on single images. What cannot
be understood is passed over: a report comes from anywhere.
"""

from collections.abc import Iterator
from math import hypot

from pydicom import Dataset
from pydicom.uid import generate_uid

from core.dicom.instance import read_instance
from core.dicom.limits import Budget
from core.dicom.sources import open_source
from core.dicom.structured_report import COMMENT, CONCEPTS, CUT, GROUP, TITLE
from core.dicom.study import Source
from core.dicom.values import code, integer, items, numbers, text
from core.dicom.values import item as first_item
from core.measurement import Kind, Measurement, Point, Spatial
from core.stop import Stop

_TRACKING_NAME, _TRACKING_UID = "112039", "112040"
_KINDS = {concept.value: kind for kind, concept in CONCEPTS.items()}
_MOST_POINTS = 10_000
_MOST = 10_000
"""Measurements in one report."""


def read_report(source: Source, stop: Stop | None = None) -> tuple[Measurement | Spatial, ...]:
    """Return the measurements in the report at `source`; () if it is another kind of report.

    Those that lie on no image, but in the patient, have to be brought to a plane (`core.spatial`).

    Raises
    ------
    ClearsliceError
        If the file is gone or damaged.
    """
    budget = Budget(stop)
    with open_source(source, budget) as data:
        header = read_instance(data, budget).header
        if _concept(header) != TITLE.value:
            return ()
        found: list[Measurement | Spatial] = []
        for group in _groups(header):
            budget.check()
            found.extend(_measurements(group))
            found.extend(_spatial(group))
            if len(found) >= _MOST:
                break
        return tuple(found)


def _items(parent: Dataset, value_type: str = "") -> Iterator[Dataset]:
    """Yield the content items right below `parent`."""
    for child in items(parent, "ContentSequence"):
        if not value_type or code(child, "ValueType")[:1] == (value_type,):
            yield child


def _groups(parent: Dataset) -> Iterator[Dataset]:
    for item in _items(parent, "CONTAINER"):
        if _concept(item) == GROUP.value:
            yield item
        else:
            yield from _groups(item)


def _concept(item: Dataset) -> str:
    name = first_item(item, "ConceptNameCodeSequence")
    return "".join(code(name, "CodeValue")[:1]) if name is not None else ""


def _measurements(group: Dataset) -> Iterator[Measurement]:
    name, uid = _text(group, _TRACKING_NAME), _tracking_uid(group)
    drawn = [*_taken_from_numbers(group), *_regions(group)]
    for n, (kind, frame, points) in enumerate(drawn):
        words = _text(group, COMMENT.value) if kind in (Kind.ARROW, Kind.TEXT) else name
        yield Measurement(kind, points, frame, words, uid if n == 0 and uid else generate_uid(prefix=None))


def _text(group: Dataset, concept: str) -> str:
    found = (text(item, "TextValue") for item in _items(group, "TEXT") if _concept(item) == concept)
    return next(found, "")


def _tracking_uid(group: Dataset) -> str:
    found = (code(item, "UID")[:1] for item in _items(group, "UIDREF") if _concept(item) == _TRACKING_UID)
    return "".join(next(found, ()))


_Drawn = tuple[Kind, tuple[str, int], tuple[Point, ...]]


def _taken_from_numbers(group: Dataset) -> Iterator[_Drawn]:
    """Yield lengths and angles: their coordinates hang on the number."""
    for item in _items(group, "NUM"):
        kind, lines = _KINDS.get(_concept(item)), [*_items(item, "SCOORD")]
        if kind is None or not lines:
            continue
        frame = _image(lines[0])
        points = tuple(point for line in lines for point in _points(line))
        if frame is not None and _fits(kind, points):
            yield kind, frame, points


def _fits(kind: Kind, points: tuple[object, ...]) -> bool:
    exact = {Kind.DISTANCE: 2, Kind.ANGLE: 3, Kind.COBB: 4}.get(kind)
    return len(points) == exact if exact is not None else len(points) >= 2


def _regions(group: Dataset) -> Iterator[_Drawn]:
    """Yield regions, arrows and notes: their coordinates hang on the group."""
    for item in _items(group, "SCOORD"):
        frame, points = _image(item), _points(item)
        found = outline("".join(code(item, "GraphicType")[:1]), points)
        if frame is not None and found is not None:
            yield found[0], frame, found[1]


def _spatial(group: Dataset) -> Iterator[Spatial]:
    """Yield what was measured in the patient: lines that hang on a number, or a region on the group."""
    name, note, uid = _text(group, _TRACKING_NAME), _text(group, COMMENT.value), _tracking_uid(group)
    parents = [(_KINDS.get(_concept(item)), item) for item in _items(group, "NUM")]
    lines: list[tuple[Kind | None, list[Dataset]]] = [
        *((kind, [*_items(item, "SCOORD3D")]) for kind, item in parents if kind is not None),
        *((None, [item]) for item in _items(group, "SCOORD3D")),
    ]
    for n, (kind, found) in enumerate((kind, found) for kind, found in lines if found):
        points = tuple(point for item in found for point in _places(item))
        space = "".join(code(found[0], "ReferencedFrameOfReferenceUID")[:1])
        graphic = "".join(code(found[0], "GraphicType")[:1])
        if points and space and (kind is None or _fits(kind, points)):
            own = uid if n == 0 and uid else generate_uid(prefix=None)
            yield Spatial(kind, graphic, points, space, _cut(group), name, note, own)


def _cut(group: Dataset) -> str:
    """Return how the plane was cut, in our own words."""
    for item in _items(group, "CODE"):
        said = first_item(item, "ConceptCodeSequence")
        if said is not None and code(said, "CodeValue")[:1] == (CUT,):
            return text(said, "CodeMeaning")
    return ""


def _places(item: Dataset) -> tuple[tuple[float, float, float], ...]:
    found = numbers(item, "GraphicData")
    if len(found) % 3 or len(found) > 3 * _MOST_POINTS:
        return ()
    return tuple(zip(found[::3], found[1::3], found[2::3], strict=True))


def outline(graphic: str, points: tuple[Point, ...]) -> tuple[Kind, tuple[Point, ...]] | None:
    """Return what Graphic Type and Data stand for; None if nothing of ours (PS3.3 C.18.6.1)."""
    if graphic == "POINT" and len(points) == 1:
        return Kind.TEXT, points
    if graphic == "ELLIPSE" and len(points) == 4:
        return _ellipse(points)
    if graphic == "CIRCLE" and len(points) == 2:
        return _circle(*points)
    return _line(points) if graphic in ("POLYLINE", "POLYGON") and len(points) >= 2 else None


def _line(points: tuple[Point, ...]) -> tuple[Kind, tuple[Point, ...]] | None:
    """Return an arrow, or what a closed line encloses."""
    if points[0] != points[-1]:
        return (Kind.ARROW, points) if len(points) == 2 else None
    outline = points[:-1]
    if len(outline) == 4 and _is_box(outline):
        return Kind.RECTANGLE, (outline[0], outline[2])
    return (Kind.FREEHAND, outline) if len(outline) >= 3 else None


def _circle(center: Point, edge: Point) -> tuple[Kind, tuple[Point, ...]]:
    radius = hypot(edge[0] - center[0], edge[1] - center[1])
    corner, opposite = (tuple(v + sign * radius for v in center) for sign in (-1, 1))
    return Kind.ELLIPSE, ((corner[0], corner[1]), (opposite[0], opposite[1]))


def _ellipse(points: tuple[Point, ...]) -> tuple[Kind, tuple[Point, ...]] | None:
    """Return the box of an ellipse whose axes lie along rows and columns; others are not drawn here."""
    first, second = (points[0], points[1]), (points[2], points[3])
    across, down = (first, second) if _flat(first, 1) else (second, first)
    if not (_flat(across, 1) and _flat(down, 0)):
        return None
    left, right = sorted(x for x, _ in across)
    top, bottom = sorted(y for _, y in down)
    return Kind.ELLIPSE, ((left, top), (right, bottom))


def _is_box(corners: tuple[Point, ...]) -> bool:
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    along = [1 if _flat(side, 1) else 0 if _flat(side, 0) else None for side in sides]
    return along in ([1, 0, 1, 0], [0, 1, 0, 1])


def _flat(line: tuple[Point, Point], axis: int) -> bool:
    return abs(line[0][axis] - line[1][axis]) < 0.01


def _points(item: Dataset) -> tuple[Point, ...]:
    found = numbers(item, "GraphicData")
    if len(found) % 2 or len(found) > 2 * _MOST_POINTS:
        return ()
    return tuple(zip(found[::2], found[1::2], strict=True))


def _image(item: Dataset) -> tuple[str, int] | None:
    """Return the key of the frame that coordinates were selected from."""
    for source in _items(item, "IMAGE"):
        referenced = first_item(source, "ReferencedSOPSequence")
        uid = code(referenced, "ReferencedSOPInstanceUID")[:1] if referenced is not None else ()
        if referenced is not None and uid:
            return uid[0], integer(referenced, "ReferencedFrameNumber", 1)
    return None
