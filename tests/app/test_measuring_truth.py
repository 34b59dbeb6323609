"""What labels say on the real window, against arithmetic on the file's elements and the hand's way alone."""

import math

import numpy as np
import pydicom
import pytest
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.measurement import Kind
from tests.app.measuring_window import SLOW, Shift, at_rest, check_label, key, settled, view_of
from tests.app.mouse import click, drag, drop

Keys = Qt.Key
TURNS = {"upright": "", "turned": "R", "mirrored": "H", "turned and mirrored": "RH"}
ROWS_MM, COLUMNS_MM = 1.3, 0.7


@pytest.fixture
def inverted(write_dicom):
    """MONOCHROME1 with a rescale."""
    pixels = np.random.default_rng(5).integers(-300, 900, (120, 180)).astype(np.int16)
    elements = {"PhotometricInterpretation": "MONOCHROME1", "RescaleSlope": 2, "RescaleIntercept": -700}
    path = write_dicom("inverted/1.dcm", pixels, PixelSpacing=[ROWS_MM, COLUMNS_MM], **elements)
    return path, [pixels * 2.0 - 700]


@pytest.fixture
def each_its_own(tmp_path):
    """A real enhanced CT whose two frames are made to differ in rescale; the last in space is looked at."""
    data = pydicom.dcmread(get_testdata_file("eCT_Supplemental.dcm", download=False))
    shared = data.SharedFunctionalGroupsSequence[0]
    shared.PixelMeasuresSequence[0].PixelSpacing = [ROWS_MM, COLUMNS_MM]
    del shared.PixelValueTransformationSequence
    for frame, (slope, intercept) in zip(
        data.PerFrameFunctionalGroupsSequence, ((2, -30), (3, -50)), strict=True
    ):
        rescale = Dataset()
        rescale.RescaleSlope, rescale.RescaleIntercept, rescale.RescaleType = slope, intercept, "HU"
        frame.PixelValueTransformationSequence = [rescale]
    data.save_as(tmp_path / "enhanced.dcm")
    return tmp_path / "enhanced.dcm", [data.pixel_array[0] * 2.0 - 30, data.pixel_array[1] * 3.0 - 50]


@pytest.fixture(params=["inverted", "each_its_own"])
def opened(request, qtbot, window):
    path, values = request.getfixturevalue(request.param)
    drop(window, path)
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=SLOW)
    window.tabs.setCurrentIndex(1)
    at_rest(qtbot, window)
    key(window, Keys.Key_End)
    last = window.session.series.frames[-1].key
    qtbot.waitUntil(lambda: window.feed.frame is not None and window.feed.frame.key == last, timeout=SLOW)
    return window, values[window.feed.frame.key[1] - 1]


class Seen:
    """Where the hand is in a picture that fits the view, by its size and the keys pressed alone."""

    def __init__(self, view, shape, keys):
        rows, columns = shape
        size = columns * COLUMNS_MM, rows * ROWS_MM
        self._sizes = [size]
        for letter in keys:
            size = size[::-1] if letter == "R" else size
            self._sizes.append(size)
        self._keys, self._room = keys, (view.width(), view.height())
        self.per_mm = min(room / side for room, side in zip(self._room, size, strict=True))

    def pixel(self, place):
        """(column, row) of the stored image at a place on the screen."""
        shown = self._sizes[-1]
        x, y = (
            (at - room / 2) / self.per_mm + side / 2
            for at, room, side in zip(place, self._room, shown, strict=True)
        )
        for letter, (width, height) in zip(self._keys[::-1], self._sizes[-2::-1], strict=True):
            x, y = (y, height - x) if letter == "R" else (width - x, y)
        return x / COLUMNS_MM, y / ROWS_MM


@pytest.mark.parametrize("turn", TURNS)
def test_labels(qtbot, opened, turn):
    window, values = opened
    view = view_of(window)
    for letter in TURNS[turn]:
        QTest.keyClick(view, getattr(Keys, f"Key_{letter}"))
    seen = Seen(view, values.shape, TURNS[turn])
    middle = np.array([view.width() // 2, view.height() // 2])  # a mouse stands on whole pixels
    a, b, c, d, e, f = (
        tuple(middle + away) for away in ((-90, -60), (20, 40), (100, -70), (-80, 20), (-20, 95), (70, 110))
    )
    key(window, Keys.Key_D)
    drag(view, a, b)
    key(window, Keys.Key_A)
    drag(view, c, f)
    click(view, e)
    key(window, Keys.Key_E, Shift)
    drag(view, d, e)
    settled(qtbot, window)
    drawn, items = window.session.measurements.items, window.measuring.layers[0].items
    said = {item.kind: items[item.uid].lines for item in drawn}
    length = float(said[Kind.DISTANCE][0].removesuffix(" mm"))
    assert length == pytest.approx(math.dist(a, b) / seen.per_mm, abs=0.051)
    legs = [math.atan2(y - f[1], x - f[0]) for x, y in (c, e)]
    opening = math.degrees(abs((legs[0] - legs[1] + math.pi) % (2 * math.pi) - math.pi))
    assert float(said[Kind.ANGLE][0].removesuffix("°")) == pytest.approx(opening, abs=0.051)
    (x0, y0), (x1, y1) = np.sort([seen.pixel(d), seen.pixel(e)], axis=0)
    rows, columns = np.mgrid[: values.shape[0], : values.shape[1]] + 0.5
    inside = (rows >= y0) & (rows <= y1) & (columns >= x0) & (columns <= x1)
    area = (x1 - x0) * (y1 - y0) * ROWS_MM * COLUMNS_MM
    check_label(said[Kind.RECTANGLE], area, [values[inside]])
