"""Regions of interest against geometry and numpy."""

import math

import numpy as np
import pytest

from core.errors import ClearsliceError
from core.roi import Polygon, Roi, Shape, cnr, histogram, measure, pixels


@pytest.fixture
def ramp():
    return np.arange(100, dtype=np.float32).reshape(10, 10)


def test_rectangle_takes_pixels_whose_centre_is_inside(ramp):
    roi = Roi(Shape.RECTANGLE, top=2, left=3, height=2, width=4)
    assert np.array_equal(pixels(roi, ramp), ramp[2:4, 3:7].ravel())
    # Moved by less than half a pixel, the same centres stay inside.
    assert np.array_equal(pixels(Roi(Shape.RECTANGLE, 2.4, 2.6, 2, 4), ramp), ramp[2:4, 3:7].ravel())


def test_statistics_against_numpy(ramp):
    stats = measure(Roi(Shape.RECTANGLE, 1, 1, 5, 6), ramp)
    inside = ramp[1:6, 1:7].astype(float)
    assert stats.mean == pytest.approx(inside.mean())
    assert stats.sd == pytest.approx(inside.std(ddof=1))
    assert (stats.minimum, stats.maximum, stats.count) == (inside.min(), inside.max(), 30)
    assert stats.snr == pytest.approx(inside.mean() / inside.std(ddof=1))


@pytest.mark.parametrize(("height", "width"), [(200, 300), (151.5, 90.25)])
def test_ellipse_has_the_area_of_an_ellipse(height, width):
    roi = Roi(Shape.ELLIPSE, 20.3, 30.7, height, width)
    mask = roi.mask((400, 400))
    assert mask.sum() == pytest.approx(math.pi * height * width / 4, rel=2e-3)
    rows, columns = np.nonzero(mask)
    assert rows.mean() + 0.5 == pytest.approx(20.3 + height / 2, abs=0.2)
    assert columns.mean() + 0.5 == pytest.approx(30.7 + width / 2, abs=0.2)


@pytest.mark.parametrize("shape", list(Shape))
def test_pixels_agree_with_the_mask(shape, ramp):
    for roi in (Roi(shape, 1.2, 2.7, 5.5, 4.1), Roi(shape, -3, -2, 7.5, 6), Roi(shape, 6, 7, 20, 20)):
        assert np.array_equal(pixels(roi, ramp), ramp[roi.mask((10, 10))])


STAR = ((60.2, 10.1), (71.3, 80.7), (15.4, 33.2), (100.9, 30.6), (30.1, 90.3))
"""Crosses itself."""
BEYOND = ((-20.3, 5.1), (50.7, -30.2), (140.4, 60.8), (33.3, 128.9))


@pytest.mark.parametrize("points", [STAR, BEYOND])
def test_polygon_holds_the_centres_that_the_even_odd_rule_says(points):
    mask = Polygon(points).mask((100, 110))
    expected = [[odd_crossings(points, c + 0.5, r + 0.5) for c in range(110)] for r in range(100)]
    assert np.array_equal(mask, expected)
    assert 500 < mask.sum() < 10000


def test_of_two_polygons_side_by_side_each_centre_belongs_to_one():
    left = Polygon(((0.5, 0.5), (3.5, 0.5), (3.5, 2.5), (0.5, 2.5))).mask((5, 8))
    right = Polygon(((3.5, 0.5), (6.5, 0.5), (6.5, 2.5), (3.5, 2.5))).mask((5, 8))
    assert not (left & right).any()
    assert np.array_equal(np.argwhere(left), [(r, c) for r in (0, 1) for c in (0, 1, 2)])
    assert right.sum() == 6


@pytest.mark.parametrize("points", [STAR, BEYOND])
def test_pixels_of_a_polygon_agree_with_its_mask(points):
    image = np.arange(11000, dtype=np.float32).reshape(100, 110)
    assert np.array_equal(pixels(Polygon(points), image), image[Polygon(points).mask((100, 110))])


def odd_crossings(points, x, y):
    """Count edges that a ray to the right crosses."""
    inside = False
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def test_padding_is_not_counted(ramp):
    excluded = np.zeros(ramp.shape, bool)
    excluded[:, :5] = True
    assert measure(Roi(Shape.RECTANGLE, 0, 0, 10, 10), ramp, excluded=excluded).count == 50


def test_region_without_pixels_is_refused(ramp):
    for roi in (Roi(Shape.ELLIPSE, 2.6, 2.6, 0.2, 0.2), Roi(Shape.RECTANGLE, -20, -20, 5, 5)):
        with pytest.raises(ClearsliceError, match="holds no pixel"):
            measure(roi, ramp)


def test_one_pixel_has_no_spread(ramp):
    stats = measure(Roi(Shape.RECTANGLE, 3, 4, 1, 1), ramp)
    assert (stats.mean, stats.sd) == (34, 0)
    assert math.isinf(stats.snr)


def test_contrast_to_noise_of_two_discs():
    rng = np.random.default_rng(1)
    image = rng.normal(40, 10, (200, 400)).astype(np.float32)
    image[:, 200:] += 25
    left = measure(Roi(Shape.ELLIPSE, 10, 10, 180, 180), image)
    right = measure(Roi(Shape.ELLIPSE, 10, 210, 180, 180), image)
    assert cnr(left, right) == pytest.approx(2.5, rel=0.03)
    assert cnr(left, right) == cnr(right, left)
    assert cnr(left, left) == 0


def test_histogram_counts_both_in_the_same_bins(ramp):
    counted = histogram(ramp, ramp * 2, bins=198)
    assert (counted.edges[0], counted.edges[-1], len(counted.edges)) == (0, 198, 199)
    assert counted.before.sum() == counted.after.sum() == 100
    assert np.array_equal(counted.before, np.histogram(ramp, counted.edges)[0])
    excluded = ramp < 50
    assert histogram(ramp, ramp, excluded).before.sum() == 50


def test_histogram_of_a_constant_image():
    flat = np.full((5, 5), 3, np.float32)
    assert histogram(flat, flat).before.sum() == 25
