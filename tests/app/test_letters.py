"""Orientation letters against anatomy: LPS axes, so +x is left, +y posterior, +z head."""

import math

import pytest

from app.letters import Letters, edge_letters, opposite
from core.frame import Geometry

AXIAL = (1, 0, 0, 0, 1, 0)
SAGITTAL = (0, 1, 0, 0, 0, -1)
CORONAL = (1, 0, 0, 0, 0, -1)


@pytest.mark.parametrize(
    ("orientation", "expected"),
    [
        (AXIAL, Letters("R", "L", "A", "P")),
        (SAGITTAL, Letters("A", "P", "H", "F")),
        (CORONAL, Letters("R", "L", "H", "F")),
        ((-1, 0, 0, 0, -1, 0), Letters("L", "R", "P", "A")),
    ],
)
def test_main_planes(orientation, expected):
    assert edge_letters(Geometry(orientation=orientation)) == expected


def test_oblique_plane_names_the_stronger_axis_first():
    c, s = math.cos(math.radians(30)), math.sin(math.radians(30))
    letters = edge_letters(Geometry(orientation=(c, s, 0, 0, 0, -1)))
    assert letters == Letters("RA", "LP", "H", "F")


def test_slight_tilt_has_one_letter():
    c, s = math.cos(math.radians(10)), math.sin(math.radians(10))
    assert edge_letters(Geometry(orientation=(c, s, 0, 0, 0, -1))) == Letters("R", "L", "H", "F")


def test_patient_orientation_of_a_radiograph():
    assert edge_letters(Geometry(patient_orientation=("L", "F"))) == Letters("R", "L", "H", "F")


def test_nothing_known_nothing_said():
    assert edge_letters(Geometry()) is None


def test_opposite_is_its_own_inverse():
    assert opposite("LPH") == "RAF"
    assert opposite(opposite("PHR")) == "PHR"
