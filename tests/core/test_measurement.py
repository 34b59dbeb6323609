"""Lengths, angles, areas and statistics against independent calculations, on real frames too."""

import csv
import io
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.data import get_testdata_file
from skimage.measure import grid_points_in_poly, profile_line

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.errors import ClearsliceError
from core.frame import Geometry
from core.measurement import Kind, Measured, Measurement, angle, area, cobb, figures, length
from core.measurement_table import save_csv, to_csv
from core.profile import profile

HERE = ("1.2.3", 1)
ANISOTROPIC = (0.5, 1.25)
"""Millimetres between rows, between columns."""


def drawn(kind, *points, name=""):
    return Measurement(kind, points, HERE, name)


def first_frame(path):
    (series, *_) = [s for s in scan([Path(path)]).series if s.showable]
    return read_frame(series.frames[0])


@pytest.fixture(scope="module")
def ct(demo):
    return first_frame(sorted((demo / "ct").glob("*.dcm"))[10])


class TestGeometry:
    def test_length_on_anisotropic_pixels(self):
        assert length(((10, 10), (14, 10)), ANISOTROPIC) == pytest.approx(5)
        assert length(((10, 10), (10, 14)), ANISOTROPIC) == pytest.approx(2)
        assert length(((0, 0), (12, 32)), ANISOTROPIC) == pytest.approx(math.sqrt(15**2 + 16**2))

    def test_length_of_a_line_with_corners(self):
        assert length(((0, 0), (3, 4), (3, 10)), None) == pytest.approx(11)

    def test_angle_in_millimetres_not_in_pixels(self):
        right = ((10, 0), (10, 20), (30, 20))
        assert angle(right, ANISOTROPIC) == pytest.approx(90)
        diagonal = ((0, 0), (10, 0), (10 - 4, 10))  # 5 mm back, 5 mm down
        assert angle(diagonal, ANISOTROPIC) == pytest.approx(45)
        assert angle(((0, 0), (5, 5), (10, 10)), None) == pytest.approx(180)

    @pytest.mark.parametrize("turn", [0, 17, 45])
    def test_angle_of_a_known_opening(self, turn):
        for opening in (12.5, 60, 133):
            ends = [(math.cos(math.radians(a)), math.sin(math.radians(a))) for a in (turn, turn + opening)]
            assert angle((ends[0], (0, 0), ends[1]), None) == pytest.approx(opening)

    @pytest.mark.parametrize("opening", [8, 52, 104])
    def test_cobb_whichever_way_its_lines_are_drawn(self, opening):
        half = math.radians(opening / 2)
        upper = ((100, 50), (100 + 80 * math.cos(half), 50 + 80 * math.sin(half)))
        lower = ((90, 200), (90 + 70 * math.cos(half), 200 - 70 * math.sin(half)))
        for first in (upper, upper[::-1]):
            for second in (lower, lower[::-1]):
                assert cobb((*first, *second), None) == pytest.approx(opening)

    def test_areas(self):
        box = (30, 40), (10, 20)
        assert area(drawn(Kind.RECTANGLE, *box), ANISOTROPIC) == pytest.approx(400 * 0.625)
        assert area(drawn(Kind.ELLIPSE, *box), ANISOTROPIC) == pytest.approx(math.pi * 100 * 0.625)
        assert area(drawn(Kind.FREEHAND, (0, 0), (10, 0), (10, 10), (5, 10)), None) == pytest.approx(75)

    def test_a_half_drawn_measurement_says_only_what_it_can(self, ct):
        line = drawn(Kind.ANGLE, (0, 0), (10, 10))
        assert not line.complete
        assert figures(line, ct).angle is None


class TestStatistics:
    """Against masks that scikit-image or plain equations make, in turned and flipped views too."""

    OUTLINE = ((150.3, 255.2), (190.8, 249.6), (201.1, 280.4), (176.7, 301.9), (149.2, 290.5))

    def test_freehand_against_scikit_image(self, ct):
        found = figures(drawn(Kind.FREEHAND, *self.OUTLINE), ct)
        corners = np.asarray(self.OUTLINE)[:, ::-1] - 0.5
        check(found.before, ct.values[grid_points_in_poly(ct.shape, corners)])

    @pytest.mark.parametrize("points", [((150.7, 255.3), (174.7, 285.3)), ((174.7, 255.3), (150.7, 285.3))])
    def test_ellipse_from_any_corner(self, ct, points):
        rows, columns = np.mgrid[: ct.shape[0], : ct.shape[1]] + 0.5
        inside = ((rows - 270.3) / 15) ** 2 + ((columns - 162.7) / 12) ** 2 <= 1
        found = figures(drawn(Kind.ELLIPSE, *points), ct, ct.values * 2)
        check(found.before, ct.values[inside])
        check(found.after, ct.values[inside] * 2)
        row, column = ct.geometry.spacing
        assert found.area == pytest.approx(math.pi * 15 * row * 12 * column)

    def test_a_flipped_and_a_turned_image_give_the_same_numbers(self, ct):
        """The same anatomy, marked on the mirrored and the turned picture, measures the same."""
        columns = ct.shape[1]
        upright = figures(drawn(Kind.FREEHAND, *self.OUTLINE), ct)
        mirrored = [(columns - x, y) for x, y in self.OUTLINE]
        turned = [(y, columns - x) for x, y in self.OUTLINE]
        for points, stored, spacing in (
            (mirrored, ct.stored[:, ::-1], ct.geometry.spacing),
            (turned, np.rot90(ct.stored), ct.geometry.spacing[::-1]),
        ):
            geometry = replace(ct.geometry, spacing=spacing)
            other = replace(ct, stored=stored, geometry=geometry, padding=None)
            found = figures(drawn(Kind.FREEHAND, *points), other)
            assert found.area == pytest.approx(upright.area)
            assert (found.before.mean, found.before.count) == pytest.approx(
                (upright.before.mean, upright.before.count)
            )

    def test_monochrome1_is_measured_in_its_own_values(self, tmp_path, demo):
        data = pydicom.dcmread(next((demo / "dx").glob("*.dcm")))
        data.PhotometricInterpretation = "MONOCHROME1"
        data.save_as(tmp_path / "inverted.dcm")
        frame = first_frame(tmp_path / "inverted.dcm")
        assert frame.inverted
        found = figures(drawn(Kind.RECTANGLE, (100, 200), (160, 230)), frame)
        slope, intercept = float(data.get("RescaleSlope", 1)), float(data.get("RescaleIntercept", 0))
        check(found.before, data.pixel_array[200:230, 100:160] * slope + intercept)

    def test_each_frame_with_its_own_rescale(self):
        path = get_testdata_file("eCT_Supplemental.dcm", download=False)
        data = pydicom.dcmread(path)
        for ref in scan([Path(path)]).series[0].frames:
            frame = read_frame(ref)
            group = data.PerFrameFunctionalGroupsSequence[ref.number - 1]
            shared = data.SharedFunctionalGroupsSequence[0]
            holder = group if "PixelValueTransformationSequence" in group else shared
            rescale = holder.PixelValueTransformationSequence[0]
            stored = data.pixel_array[ref.number - 1][100:150, 200:280]
            found = figures(drawn(Kind.RECTANGLE, (200, 100), (280, 150)), frame)
            check(found.before, stored * float(rescale.RescaleSlope) + float(rescale.RescaleIntercept))

    def test_outside_the_image_there_are_no_numbers(self, ct):
        assert figures(drawn(Kind.ELLIPSE, (-50, -50), (-20, -20)), ct).before is None


class TestProfile:
    @pytest.mark.parametrize("ends", [((100.5, 200.5), (160.5, 200.5)), ((120.5, 300.5), (120.5, 250.5))])
    def test_along_rows_and_columns_it_reads_the_pixels(self, ct, ends):
        found = profile(ends, ct.values)
        (c0, r0), (c1, r1) = ends
        expected = profile_line(ct.values, (r0 - 0.5, c0 - 0.5), (r1 - 0.5, c1 - 0.5), order=1)
        assert found.before[::2] == pytest.approx(expected, abs=1e-3)

    def test_in_millimetres_and_both_images(self, ct):
        found = profile(((10, 10), (40, 50)), ct.values, ct.values + 7, ANISOTROPIC)
        assert found.distance[-1] == pytest.approx(math.hypot(30 * 1.25, 40 * 0.5))
        assert np.diff(found.distance) == pytest.approx(found.distance[-1] / 100)
        assert found.after == pytest.approx(found.before + 7, abs=1e-3)

    def test_a_slope_is_read_as_a_slope(self):
        rows, columns = np.mgrid[:50, :60]
        plane = (3 * columns + 2 * rows).astype(np.float32)
        found = profile(((5.5, 5.5), (40.5, 20.5)), plane)
        assert found.before == pytest.approx(np.linspace(3 * 5 + 2 * 5, 3 * 40 + 2 * 20, len(found.before)))

    def test_nothing_is_made_up_outside_and_in_padding(self):
        image, padding = np.ones((20, 20), np.float32), np.zeros((20, 20), bool)
        padding[:, 10:12] = True
        found = profile(((-5, 10.5), (19.5, 10.5)), image, excluded=padding)
        column = np.linspace(-5, 19.5, len(found.before))
        assert np.isnan(found.before[column < 0]).all()
        assert np.isnan(found.before[(column >= 10) & (column < 12)]).all()
        assert (found.before[(column > 0) & (column < 9)] == 1).all()


class TestTable:
    def test_read_back_by_a_csv_reader(self, ct, tmp_path):
        line = drawn(Kind.DISTANCE, (10, 10), (40, 50), name='Lesion "2", left')
        box = drawn(Kind.RECTANGLE, (100, 200), (160, 230), name="=1+1")
        rows = [Measured(m, ct, figures(m, ct, ct.values - 3), "Thorax", 11, "CNN 70 %") for m in (line, box)]
        save_csv(rows, tmp_path / "table.csv")
        text = (tmp_path / "table.csv").read_text("utf-8-sig")
        first, second = csv.DictReader(io.StringIO(text))
        assert first["name"] == 'Lesion "2", left'
        assert float(first["value"]) == pytest.approx(length(line.points, ct.geometry.spacing), rel=1e-5)
        assert (first["unit"], first["calibration"], first["slice"]) == ("mm", "patient", "11")
        assert first["mean before"] == first["processing"] == ""
        assert second["name"] == "'=1+1", "a spreadsheet must not run it"
        inside = ct.values[200:230, 100:160].astype(float)
        assert float(second["mean before"]) == pytest.approx(inside.mean(), rel=1e-5)
        assert float(second["mean after"]) == pytest.approx(inside.mean() - 3, rel=1e-5)
        assert float(second["sd before"]) == pytest.approx(inside.std(ddof=1), rel=1e-5)
        assert float(second["minimum before"]) == inside.min() < 0
        assert second["processing"] == "CNN 70 %"

    def test_pixels_where_the_spacing_is_unknown(self, ct):
        bare = replace(ct, geometry=Geometry())
        line = drawn(Kind.DISTANCE, (0, 0), (3, 4))
        (row,) = csv.DictReader(io.StringIO(to_csv([Measured(line, bare, figures(line, bare))])))
        assert (row["value"], row["unit"], row["calibration"]) == ("5", "px", "none")

    def test_a_folder_that_is_gone_is_told(self, tmp_path):
        with pytest.raises(ClearsliceError):
            save_csv([], tmp_path / "gone" / "table.csv")


def check(found, expected):
    expected = np.asarray(expected, np.float64)
    assert found.count == expected.size > 100
    assert found.mean == pytest.approx(expected.mean(), abs=1e-3)
    assert found.sd == pytest.approx(expected.std(ddof=1), abs=1e-3)
    assert (found.minimum, found.maximum) == pytest.approx((expected.min(), expected.max()), abs=1e-3)
