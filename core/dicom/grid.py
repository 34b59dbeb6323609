"""What a data set says about its grid, when rows and columns are doubled over the same area."""

from collections.abc import Iterator

from pydicom import Dataset
from pydicom.valuerep import DSfloat

from core.dicom import functional_groups
from core.dicom.values import numbers
from core.frame import Geometry

_DISTANCES = (
    "PixelSpacing",
    "ImagerPixelSpacing",
    "NominalScannedPixelSpacing",
    "ObjectPixelSpacingInCenterOfBeam",
)
"""Between neighbouring pixels, in mm."""
_PLACES = (
    "ShutterLeftVerticalEdge",
    "ShutterRightVerticalEdge",
    "ShutterUpperHorizontalEdge",
    "ShutterLowerHorizontalEdge",
    "CenterOfCircularShutter",
    "RadiusOfCircularShutter",
    "VerticesOfThePolygonalShutter",
    "CollimatorLeftVerticalEdge",
    "CollimatorRightVerticalEdge",
    "CollimatorUpperHorizontalEdge",
    "CollimatorLowerHorizontalEdge",
    "CenterOfCircularCollimator",
    "RadiusOfCircularCollimator",
    "VerticesOfThePolygonalCollimator",
)
"""Counted in pixels (PS3.3 C.7.6.11, C.8.7.3)."""
_POSITION = "ImagePositionPatient"


def double_grid(dataset: Dataset) -> None:
    """Give `dataset` twice the rows and columns: half the spacing, its first pixel moved accordingly.

    Overlays are not touched.
    """
    dataset.Rows, dataset.Columns = 2 * int(dataset.Rows), 2 * int(dataset.Columns)
    _move(dataset, dataset, dataset)
    for position, measures, orientation in _planes(dataset):
        _move(position, measures, orientation)
    for part in _parts(dataset):
        for keyword in _DISTANCES:
            _set(part, keyword, [_written(mm / 2) for mm in numbers(part, keyword)])
        for keyword in _PLACES:
            _set(part, keyword, [2 * int(place) for place in numbers(part, keyword)])


def _set(part: Dataset, keyword: str, values: list[DSfloat] | list[int]) -> None:
    if values:
        setattr(part, keyword, values if len(values) > 1 else values[0])


def _planes(dataset: Dataset) -> Iterator[tuple[Dataset, Dataset, Dataset]]:
    """Yield the items that say where the planes of functional groups lie, each once."""
    groups = list(functional_groups.groups(dataset))
    for group in groups:
        places = [_macro(macro, group, *groups) for macro in ("PixelMeasures", "PlaneOrientation")]
        for position in group.get("PlanePositionSequence") or ():
            yield position, places[0], places[1]


def _macro(name: str, *groups: Dataset) -> Dataset:
    """Return the first item of a macro in the first of the groups that has one."""
    found = (item for group in groups for item in group.get(f"{name}Sequence") or ())
    return next(found, Dataset())


def _move(position: Dataset, measures: Dataset, orientation: Dataset) -> None:
    """Set the position of a plane, from its spacing as yet unchanged."""
    place = numbers(position, _POSITION)
    spacing = numbers(measures, "PixelSpacing")
    directions = numbers(orientation, "ImageOrientationPatient")
    if len(place) != 3 or len(spacing) != 2 or len(directions) != 6:
        return
    a, b, c, d, e, f = directions
    old = Geometry(
        (spacing[0], spacing[1]), position=(place[0], place[1], place[2]), orientation=(a, b, c, d, e, f)
    )
    moved = old.doubled().position
    if moved is not None:
        position.ImagePositionPatient = [_written(mm) for mm in moved]


def _parts(dataset: Dataset) -> Iterator[Dataset]:
    """Yield the data set and each item of each macro of its functional groups."""
    yield dataset
    yield from functional_groups.macros(dataset)


def _written(mm: float) -> DSfloat:
    """Return a number that fits into the 16 characters of a decimal string."""
    return DSfloat(mm, auto_format=True)
