"""Planes in patient space against the affine of PS3.3 C.7.6.2.1.1, on real and odd planes."""

from pathlib import Path

import numpy as np
import pydicom
import pytest

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.frame import Geometry
from core.space import cut, direction, shares_space, to_image, to_patient

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
SAGITTAL = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def plane(position, orientation=AXIAL, spacing=(1.0, 1.0), frame_of_reference="1.2"):
    return Geometry(spacing, "patient", position, orientation, frame_of_reference)


def affine(header) -> np.ndarray:
    """(column, row) counted in pixel centres to mm, straight from the elements."""
    row, column = np.reshape([float(v) for v in header.ImageOrientationPatient], (2, 3))
    between_rows, between_columns = (float(v) for v in header.PixelSpacing)
    position = np.array([float(v) for v in header.ImagePositionPatient])
    return np.column_stack([row * between_columns, column * between_rows, position])


@pytest.mark.parametrize("folder", ["ct", "mr"])
@pytest.mark.parametrize("point", [(0.5, 0.5), (100.0, 3.25), (-7.0, 300.5)])
def test_points_of_real_files(demo: Path, folder, point):
    ref = scan([demo / folder]).series[0].frames[3]
    geometry = read_frame(ref).geometry
    expected = affine(pydicom.dcmread(ref.source.path)) @ (point[0] - 0.5, point[1] - 0.5, 1)
    np.testing.assert_allclose(to_patient(geometry, point), expected, atol=1e-6)
    assert to_image(geometry, expected) == pytest.approx(point, abs=1e-6)


def test_oblique_anisotropic_plane_there_and_back():
    turn = np.linalg.qr(np.random.default_rng(4).normal(size=(3, 3)))[0]
    geometry = plane((3.0, -40.0, 7.0), (*turn[0], *turn[1]), (0.4, 2.5))
    place = to_patient(geometry, (12.5, 80.25))
    assert to_image(geometry, place) == pytest.approx((12.5, 80.25))
    assert to_image(geometry, place + 55 * turn[2]) == pytest.approx((12.5, 80.25))  # its foot on the plane


def test_unknown_geometry_has_no_place():
    assert to_patient(Geometry(), (1, 1)) is None
    assert to_image(Geometry(), np.zeros(3)) is None
    assert direction(Geometry(), plane((0, 0, 0))) == 0


def test_space_is_shared_only_where_it_is_named():
    nameless = plane((0, 0, 0), frame_of_reference="")
    assert shares_space(plane((0, 0, 0)), plane((9, 9, 9)))
    assert not shares_space(plane((0, 0, 0)), plane((0, 0, 0), frame_of_reference="1.3"))
    assert not shares_space(nameless, nameless)


@pytest.mark.parametrize(
    ("degrees", "expected"), [(0, 1), (30, 1), (44, 1), (46, 0), (90, 0), (134, 0), (136, -1), (180, -1)]
)
def test_direction_of_tilted_stacks(degrees, expected):
    tilt = np.radians(degrees)
    tilted = (1.0, 0.0, 0.0, 0.0, float(np.cos(tilt)), float(np.sin(tilt)))
    assert direction(plane((0, 0, 0)), plane((0, 0, 0), tilted)) == expected


class TestCut:
    def test_axial_slice_in_a_sagittal_one(self):
        """A sagittal image at x = 20: columns run to the back (y), rows to the feet (-z)."""
        sagittal = plane((20.0, -50.0, 100.0), SAGITTAL, (2.0, 0.5))
        axial = plane((-10.0, -30.0, 60.0), AXIAL, (1.0, 1.0))
        (x0, y0), (x1, y1) = sorted(cut(sagittal, axial, (80, 64)))
        # z = 60 is 40 mm below the first row: row 20, the centre of which is 20.5
        assert (y0, y1) == pytest.approx((20.5, 20.5))
        # the axial image covers y from -30.5 to 49.5: 19.5 and 99.5 mm behind the first column
        assert (x0, x1) == pytest.approx((39.5, 199.5))

    def test_an_image_that_ends_before_the_plane_cuts_nothing(self):
        sagittal = plane((20.0, -50.0, 100.0), SAGITTAL)
        assert cut(sagittal, plane((-10.0, -30.0, 60.0)), (80, 20)) is None

    @pytest.mark.parametrize("degrees", [0, 5, 175, 180])
    def test_nearly_parallel_planes_have_no_line(self, degrees):
        tilt = np.radians(degrees)
        tilted = (1.0, 0.0, 0.0, 0.0, float(np.cos(tilt)), float(np.sin(tilt)))
        assert cut(plane((0, 0, 0)), plane((0, -20, 0), tilted), (64, 64)) is None

    def test_no_line_without_a_shared_space(self):
        other = plane((20.0, -50.0, 100.0), SAGITTAL, frame_of_reference="9")
        assert cut(other, plane((-10.0, -30.0, 60.0)), (80, 64)) is None

    def test_ends_of_an_oblique_cut_lie_in_both_planes(self):
        turn = np.linalg.qr(np.random.default_rng(1).normal(size=(3, 3)))[0]
        oblique = plane((0.0, 0.0, 0.0), (*turn[0], *turn[1]), (0.7, 1.3))
        middle = to_patient(oblique, (32, 40))
        axial = plane((middle[0] - 100, middle[1] - 100, middle[2]), AXIAL)
        for end in cut(axial, oblique, (80, 64)):
            place = to_patient(axial, end)
            assert place[2] == pytest.approx(middle[2])
            assert (place - middle) @ turn[2] == pytest.approx(0, abs=1e-9)
