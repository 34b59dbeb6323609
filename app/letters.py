"""Orientation letters at the edges of a view (PS3.3 C.7.6.1.1.1)."""

from dataclasses import dataclass

from core.frame import Geometry

_POSITIVE = "LPH"
_NEGATIVE = "RAF"
_OPPOSITE = str.maketrans(_POSITIVE + _NEGATIVE, _NEGATIVE + _POSITIVE)
_LEAST = 0.25
"""Smallest share of an axis (about 15°) that gets a letter of its own."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Where each edge of the image points."""

    left: str
    right: str
    top: str
    bottom: str


def edge_letters(geometry: Geometry) -> Letters | None:
    """Return the letters of a plane; `None` if the file does not say how it lies."""
    if geometry.orientation is not None:
        right, bottom = direction(geometry.orientation[:3]), direction(geometry.orientation[3:])
    elif geometry.patient_orientation is not None:
        right, bottom = geometry.patient_orientation
    else:
        return None
    return Letters(opposite(right), right, opposite(bottom), bottom)


def direction(vector: tuple[float, float, float]) -> str:
    """Return the letters of a unit vector in patient coordinates, the strongest axis first."""
    parts = [(abs(v), _POSITIVE[n] if v > 0 else _NEGATIVE[n]) for n, v in enumerate(vector)]
    return "".join(letter for size, letter in sorted(parts, reverse=True) if size >= _LEAST)


def opposite(letters: str) -> str:
    """Return the letters of the opposite direction."""
    return letters.translate(_OPPOSITE)
