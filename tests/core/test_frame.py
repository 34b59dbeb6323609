"""From stored to modality values and back, against pydicom and NumPy."""

import numpy as np
import pytest
from pydicom import Dataset
from pydicom.pixels.processing import apply_modality_lut, apply_rescale

from core.errors import ClearsliceError
from core.frame import Geometry, ModalityLut, Rescale, StoredFormat
from tests.core.dicom_made import ct, read, save

RNG = np.random.default_rng(3)


def rescaled(stored: np.ndarray, slope: float, intercept: float) -> np.ndarray:
    dataset = Dataset()
    dataset.RescaleSlope, dataset.RescaleIntercept = slope, intercept
    return apply_rescale(stored, dataset)


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16, np.int32, np.uint32])
@pytest.mark.parametrize(
    ("slope", "intercept"), [(1, 0), (1, -1024), (1, 0.1), (-1, 5), (2.5, 3), (1.2345e-4, -7)]
)
def test_rescale_is_pydicoms_rounded_once(dtype, slope, intercept):
    limits = np.iinfo(dtype)
    stored = RNG.integers(limits.min, limits.max, (20, 30), dtype, endpoint=True)
    expected = rescaled(stored, slope, intercept).astype(np.float32)
    np.testing.assert_array_equal(Rescale(slope, intercept).apply(stored), expected)


@pytest.mark.parametrize("slope", [1.0, -2.0, 1.2345e-4, 3.7])
def test_rescale_goes_there_and_back(slope):
    stored = RNG.integers(-2048, 2048, (50, 50), np.int16)
    transform = Rescale(slope, -1000)
    np.testing.assert_array_equal(np.rint(transform.invert(transform.apply(stored))), stored)


def test_modality_lut_looks_up_as_pydicom_does():
    table = np.sort(RNG.choice(60000, 300, replace=False)).astype(np.uint16)
    dataset, item = Dataset(), Dataset()
    item.LUTDescriptor = [300, 10, 16]
    item["LUTDescriptor"].VR = "US"
    item.add_new("LUTData", "US", table.tolist())
    dataset.ModalityLUTSequence = [item]
    stored = RNG.integers(0, 400, (20, 20), np.uint16)
    found = ModalityLut(10, table.astype(np.float32)).apply(stored)
    np.testing.assert_array_equal(found, apply_modality_lut(stored, dataset))


@pytest.mark.parametrize("direction", [1, -1])
def test_modality_lut_inverts_where_it_can(direction):
    lut = ModalityLut(-5, np.cumsum(RNG.integers(1, 9, 100)).astype(np.float32)[::direction])
    stored = RNG.integers(-5, 95, (10, 10))
    np.testing.assert_allclose(lut.invert(lut.apply(stored)), stored, atol=1e-4)


def test_a_modality_lut_with_a_plateau_has_no_inverse():
    with pytest.raises(ClearsliceError, match="no inverse"):
        ModalityLut(0, np.asarray([1, 2, 2, 3], np.float32)).invert(np.zeros((2, 2), np.float32))


@pytest.mark.parametrize(
    ("bits", "signed", "lowest", "highest"),
    [(12, False, 0, 4095), (12, True, -2048, 2047), (16, True, -32768, 32767), (1, False, 0, 1)],
)
def test_stored_format_knows_what_fits(bits, signed, lowest, highest):
    form = StoredFormat(bits, signed)
    assert (form.lowest, form.highest) == (lowest, highest)


def test_normal_is_right_handed():
    normal = Geometry(orientation=(1, 0, 0, 0, 1, 0)).normal
    np.testing.assert_array_equal(normal, [0, 0, 1])
    assert Geometry().normal is None


def test_arrays_of_a_frame_cannot_be_written(tmp_path):
    frame = read(save(ct(), tmp_path / "ct"))
    with pytest.raises(ValueError, match="read-only"):
        frame.stored[0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        frame.values[0, 0] = 1


def test_default_window_leaves_padding_out(tmp_path):
    dataset = ct(PixelPaddingValue=-2000, WindowCenter=None, WindowWidth=None, RescaleIntercept=0)
    stored = dataset.pixel_array.copy()
    stored[:64] = -2000
    dataset.PixelData = stored.tobytes()
    frame = read(save(dataset, tmp_path / "ct"))
    assert frame.padding == (-2000, -2000)
    assert frame.padding_mask is not None
    np.testing.assert_array_equal(frame.padding_mask, stored == -2000)
    low, high = frame.default_window.limits
    expected = np.percentile(stored[64:], [0.1, 99.9])
    np.testing.assert_allclose([low, high], expected, rtol=1e-3)
