"""Pictures as files."""

import numpy as np
import pytest
import tifffile
from PIL import Image
from pydicom.pixels import apply_windowing

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.display import grey, grey16
from core.errors import ClearsliceError
from core.picture import before_after, save_picture, side_by_side
from core.window import VoiLut, Window


@pytest.fixture
def frame(demo):
    (series,) = scan([demo / "ct" / "ct_01.dcm"]).series
    return read_frame(series.frames[0])


@pytest.mark.parametrize(("show", "kind", "white"), [(grey, np.uint8, 255), (grey16, np.uint16, 65535)])
def test_shows_what_pydicom_windows(frame, show, kind, white, tmp_path):
    window = Window(40, 400)
    save_picture(show(frame.values, window), tmp_path / "x.png")
    picture = np.asarray(Image.open(tmp_path / "x.png"))
    assert picture.dtype == kind
    header = frame.header.copy()
    header.WindowCenter, header.WindowWidth = 40, 400
    # The oracle maps onto the range of 16 bits stored, here 0 to 65535 after a signed offset.
    oracle = apply_windowing(frame.values.astype(np.float64), header)
    low, high = oracle.min(), oracle.max()
    expected = (oracle - low) / (high - low) * white
    assert np.abs(picture - expected).max() <= 0.5 + white * 1e-6


def test_inverted_is_the_negative(frame):
    window = Window(40, 400)
    positive, negative = (grey(frame.values, window, inverted) for inverted in (False, True))
    assert np.abs(255 - positive.astype(int) - negative).max() <= 1


def test_voi_lut_is_shown_too():
    table = VoiLut(10, np.linspace(1, 0, 5, dtype=np.float32))
    np.testing.assert_array_equal(grey(np.float32([[0, 10, 12, 99]]), table), [[255, 255, 128, 0]])


def test_side_by_side_keeps_every_pixel_and_writes_above_them(frame):
    left = grey16(frame.values, Window(40, 400))
    right = 65535 - left
    picture = side_by_side([left, right], ["ORIGINAL", "AI PROCESSED · model · strength 70 %"])
    strip = picture.shape[0] - 512
    np.testing.assert_array_equal(picture[strip:, :512], left)
    np.testing.assert_array_equal(picture[strip:, -512:], right)
    assert picture[:strip, :512].max() > 60000
    assert picture[:strip, -512:].max() > 60000
    assert picture.dtype == np.uint16


def test_a_long_label_is_made_to_fit():
    picture = np.zeros((60, 300), np.uint8)
    label = "AI PROCESSED · clearslice-denoise · strength 70 %"
    made = side_by_side([picture, picture], [label, label])
    # Nothing is cut: the last columns of the strip are free.
    assert made[: made.shape[0] - 60, 297:300].max() == 0
    assert made[: made.shape[0] - 60, 200:297].max() > 100


def test_different_sizes_are_refused():
    with pytest.raises(ClearsliceError):
        side_by_side([np.zeros((4, 4), np.uint8), np.zeros((4, 5), np.uint8)], ["a", "b"])


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(ClearsliceError, match=r"could not be written.*\.$"):
        save_picture(np.zeros((4, 4), np.uint8), tmp_path / "none" / "x.png")


def test_a_failed_save_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "x.png"
    path.write_bytes(b"old")

    def fail(self, file, kind):
        file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", fail)
    with pytest.raises(ClearsliceError, match="disk is full"):
        save_picture(np.zeros((4, 4), np.uint8), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", [".tif", ".TIFF"])
def test_tiff_keeps_16_bits(frame, tmp_path, suffix):
    """Read back by another library than wrote it."""
    picture = grey16(frame.values, Window(40, 400))
    save_picture(picture, tmp_path / f"x{suffix}")
    np.testing.assert_array_equal(tifffile.imread(tmp_path / f"x{suffix}"), picture)


def test_other_endings_are_refused(tmp_path):
    with pytest.raises(ClearsliceError, match=r"\.png or \.tiff"):
        save_picture(np.zeros((4, 4), np.uint8), tmp_path / "x.jpg")
    assert list(tmp_path.iterdir()) == []


def test_split_shows_a_half_of_each(frame):
    left, right = (grey16(frame.values, Window(40, 400), inverted) for inverted in (False, True))
    picture = before_after([left, right], ["ORIGINAL", "PROCESSED"], split=True)
    strip = picture.shape[0] - 512
    np.testing.assert_array_equal(picture[strip:, :255], left[:, :255])
    np.testing.assert_array_equal(picture[strip:, 257:], right[:, 257:])
    assert (picture[strip:, 255:257] == 65535).all()
    assert picture[:strip, :255].max() > 60000
    assert picture[:strip, 257:].max() > 60000


def test_labels_too_long_for_a_half_stand_above_each_other():
    pictures = [np.zeros((40, 200), np.uint8) for _ in range(2)]
    short = before_after(pictures, ["ORIGINAL", "PROCESSED"], split=True)
    long = before_after(pictures, ["ORIGINAL", "AI PROCESSED · model · strength 70 %"], split=True)
    strip, strips = (picture.shape[0] - 40 for picture in (short, long))
    assert strips > strip
    rows = np.flatnonzero(long[:strips].max(axis=1) > 200)
    assert rows[-1] - rows[0] > strip  # words in both rows
    assert long[:strips, -8:].max() > 0  # the second one ends at the right
