"""From modality values back to stored integers."""

import numpy as np
import pytest
from pydicom import Dataset

from core.dicom.store import to_stored
from core.errors import ClearsliceError
from core.frame import Frame, ModalityLut, Rescale, StoredFormat


def frame(stored, transform=None, bits=12, signed=False, padding=None) -> Frame:
    stored = np.asarray(stored, np.int16 if signed else np.uint16)
    return Frame(
        "2.25.1",
        1,
        stored,
        transform or Rescale(),
        StoredFormat(bits, signed),
        "CT",
        Dataset(),
        padding=padding,
    )


def values(*numbers: float) -> np.ndarray:
    return np.asarray([numbers], np.float32)


def test_every_stored_value_comes_back():
    stored = np.arange(4096, dtype=np.uint16).reshape(64, 64)
    for slope, intercept in ((1, -1024), (1.2345e-4, 0.5), (-2, 7), (0.0625, 0)):
        source = frame(stored, Rescale(slope, intercept))
        np.testing.assert_array_equal(to_stored(source, source.values + 0), stored)


def test_inverse_rescale_then_half_to_even():
    source = frame([[0, 0, 0, 0]], Rescale(2, -1000))
    # (v + 1000) / 2 = 0.5, 1.5, 2.5, 2.6
    np.testing.assert_array_equal(to_stored(source, values(-999, -997, -995, -994.8)), [[0, 2, 2, 3]])


@pytest.mark.parametrize(("signed", "expected"), [(False, [0, 4095]), (True, [-2048, 2047])])
def test_clips_to_bits_stored_before_it_casts(signed, expected):
    source = frame([[1, 1]], signed=signed)
    np.testing.assert_array_equal(to_stored(source, values(-70000, 70000)), [expected])


def test_full_sixteen_bits_do_not_wrap():
    source = frame([[1, 1]], bits=16)
    np.testing.assert_array_equal(to_stored(source, values(65535.4, 65536)), [[65535, 65535]])


def test_padding_keeps_its_value_whatever_the_method_made_of_it():
    source = frame([[-2000, 5, -1998]], Rescale(1, 0), bits=16, signed=True, padding=(-2000, -1998))
    np.testing.assert_array_equal(to_stored(source, values(3, 4, 9)), [[-2000, 4, -1998]])


@pytest.mark.parametrize(
    ("padding", "value", "expected"),
    [
        ((0, 0), 0, 1),
        ((0, 0), -5, 1),
        ((100, 110), 102, 99),
        ((100, 110), 108, 111),
        ((4095, 4095), 5000, 4094),
    ],
)
def test_no_other_pixel_becomes_padding(padding, value, expected):
    source = frame([[padding[0], 50]], padding=padding)
    assert to_stored(source, values(7, value))[0, 1] == expected


def test_modality_lut_is_inverted():
    table = ModalityLut(10, np.asarray([0, 1, 4, 9, 16], np.float32))
    source = frame([[10, 12, 14]], table)
    np.testing.assert_array_equal(to_stored(source, values(0, 8.9, 16)), [[10, 13, 14]])


def test_unchanged_pixels_need_no_inverse_precision():
    stored = np.asarray([[2**31 - 1, 2**30 + 1]], np.int32)
    source = Frame("2.25.1", 1, stored, Rescale(1, 0), StoredFormat(32, True), "CT", Dataset())
    np.testing.assert_array_equal(to_stored(source, source.values.copy()), stored)


def test_not_a_number_is_refused():
    with pytest.raises(ClearsliceError):
        to_stored(frame([[1, 2]]), values(1, np.nan))
