"""Marks burnt into radiographs: found where they are drawn, and not in what a body is made of."""

import numpy as np
import pytest

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.markers import marks


@pytest.fixture
def chest():
    """A soft body between dark edges, 1200 × 1000, values 0 … 4000."""
    rows, columns = np.mgrid[0:1200, 0:1000]
    inside = np.clip(1.3 - np.hypot((rows - 700) / 700, (columns - 500) / 450), 0, 1)
    return (3000 * inside**0.5).astype(np.float32)


def letter(image, row, column, value):
    """An L of lead."""
    marked = image.copy()
    marked[row : row + 60, column : column + 14] = value
    marked[row + 46 : row + 60, column : column + 40] = value
    return marked


def at(found, image, row, column):
    cells = np.divide(found.shape, image.shape)
    return found[int(row * cells[0]), int(column * cells[1])]


def test_a_body_has_none(chest):
    assert not marks(chest, dark=False).any()


@pytest.mark.parametrize(("row", "column"), [(40, 900), (60, 60), (1100, 40), (600, 930)])
def test_a_letter_is_found_in_its_place_alone(chest, row, column):
    image = letter(chest, row, column, 4000)
    found = marks(image, dark=False)
    assert at(found, image, row + 53, column + 15)
    cells = np.divide(found.shape, image.shape)
    rows, columns = np.nonzero(found)
    assert np.abs(rows / cells[0] - row - 30).max() < 60
    assert np.abs(columns / cells[1] - column - 20).max() < 50


def test_monochrome1_shows_low_values_bright(chest):
    image = letter(4000 - chest, 40, 900, 0)
    assert at(marks(image, dark=True), image, 93, 915)
    assert not marks(4000 - chest, dark=True).any()


def test_what_is_large_is_no_mark(chest):
    image = chest.copy()
    image[200:440, 380:620] = 4000
    assert not marks(image, dark=False).any()


@pytest.mark.parametrize("shape", [(1, 1), (3, 700), (40, 30), (161, 160)])
def test_images_of_any_shape(shape):
    found = marks(np.zeros(shape, np.float32), dark=False)
    assert not found.any()
    assert all(1 <= cells <= n for cells, n in zip(found.shape, shape, strict=True))


def test_the_demo_radiograph_has_its_letter_at_the_upper_right(demo):
    frame = read_frame(scan([demo / "dx"]).series[0].frames[0])
    found = marks(frame.values, dark=frame.inverted)
    rows, columns = np.nonzero(found)
    assert ((rows < 0.12 * found.shape[0]) & (columns > 0.8 * found.shape[1])).any()
    assert rows.max() < 0.8 * found.shape[0]  # nothing keeps a label from the lower corners
