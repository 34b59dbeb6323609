"""Display values against pydicom's own windowing."""

import numpy as np
import pytest
from pydicom import Dataset
from pydicom.pixels.processing import apply_voi, apply_windowing

from core.window import CT_PRESETS, VoiFunction, VoiLut, Window

VALUES = np.concatenate([np.arange(-2100, 2100, 7), np.linspace(-3, 3, 241)]).astype(np.float32)


def oracle(values: np.ndarray, window: Window) -> np.ndarray:
    dataset = Dataset()
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.BitsStored, dataset.PixelRepresentation = 16, 0
    dataset.WindowCenter, dataset.WindowWidth = window.center, window.width
    dataset.VOILUTFunction = window.function.value
    return apply_windowing(values, dataset) / 65535


@pytest.mark.parametrize("function", list(VoiFunction))
@pytest.mark.parametrize(
    ("center", "width"), [(40, 400), (-600, 1500), (0.5, 1.5), (0, 4096), (100.25, 33.3)]
)
def test_a_window_maps_as_pydicom_does(center, width, function):
    window = Window(center, width, function)
    np.testing.assert_allclose(window.apply(VALUES), oracle(VALUES, window), atol=2e-6)


@pytest.mark.parametrize("function", [VoiFunction.LINEAR_EXACT, VoiFunction.SIGMOID])
def test_a_window_may_be_narrower_than_one(function):
    window = Window(0.2, 0.01, function)
    np.testing.assert_allclose(window.apply(VALUES), oracle(VALUES, window), atol=2e-5)


def test_a_linear_window_of_width_one_is_a_step():
    window = Window(10, 1)
    found = window.apply(np.asarray([8, 9.4, 9.6, 11], np.float32))
    np.testing.assert_allclose(found, [0, 0, 0.1, 1], atol=1e-5)


def test_sigmoid_far_outside_does_not_overflow():
    with np.errstate(all="raise"):
        found = Window(0, 1, VoiFunction.SIGMOID).apply(np.asarray([-1e9, 1e9], np.float32))
    np.testing.assert_allclose(found, [0, 1], atol=1e-6)


@pytest.mark.parametrize("window", CT_PRESETS, ids=lambda window: window.name)
def test_limits_are_where_black_and_white_begin(window):
    low, high = window.limits
    found = window.apply(np.asarray([low, high, (low + high) / 2], np.float32))
    np.testing.assert_allclose(found, [0, 1, 0.5], atol=1e-6)


@pytest.mark.parametrize(("first", "bits"), [(0, 8), (-100, 12), (50, 16)])
def test_a_voi_lut_looks_up_as_pydicom_does(first, bits):
    entries = np.random.default_rng(1).integers(0, 1 << bits, 256)
    item, dataset = Dataset(), Dataset()
    item.add_new("LUTDescriptor", "SS", [256, first, bits])
    item.add_new("LUTData", "US", entries.tolist())
    dataset.VOILUTSequence = [item]
    values = np.arange(-300, 500, dtype=np.int16)
    lut = VoiLut(first, entries.astype(np.float32) / ((1 << bits) - 1))
    expected = apply_voi(values, dataset) / ((1 << bits) - 1)
    found = lut.apply(values.astype(np.float32))
    inside = (values >= first) & (values < first + 256)  # Beyond, pydicom wraps round at 8 bits.
    np.testing.assert_allclose(found[inside], expected[inside], atol=1e-6)
    assert set(found[values < first]) <= {found[values == first][0]}
    assert set(found[values > first + 255]) <= {found[values == first + 255][0]}


def test_a_window_around_an_image_leaves_out_extremes_and_excluded_pixels():
    values = np.linspace(0, 100, 10_001).astype(np.float32)
    values[0], values[-1] = -5000, 9000
    excluded = values < 50
    low, high = Window.around(values).limits
    assert low == pytest.approx(0.1, abs=0.05)
    assert high == pytest.approx(99.9, abs=0.05)
    low, _ = Window.around(values, excluded).limits
    assert low == pytest.approx(50.05, abs=0.05)


@pytest.mark.parametrize("values", [np.full((4, 4), 7.0), np.full((4, 4), np.nan), np.zeros((0, 0))])
def test_a_window_around_nothing_much_still_has_a_width(values):
    window = Window.around(values.astype(np.float32))
    assert window.width > 0
    assert np.isfinite(window.center)
