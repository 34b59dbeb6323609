"""What the readers make of good, odd and broken files."""

from pathlib import Path

import nibabel
import nrrd
import numpy as np
import pydicom
import pytest
from pydicom.data import get_testdata_file
from skimage.io import imsave

from core.errors import ClearsliceError
from training.readers import SLICES_PER_VOLUME, read_slices

SUFFIXES = ("nii", "nii.gz", "nrrd", "png", "dcm")


def write(path: Path, volume: np.ndarray) -> None:
    """Write a volume (rows, columns, slices) in the format that the name says; its first slice if flat."""
    if path.suffix in (".nii", ".gz"):
        nibabel.save(nibabel.Nifti1Image(volume.astype(np.float32), np.diag([1, 1, 3, 1])), path)
    elif path.suffix == ".nrrd":
        nrrd.write(str(path), volume.astype(np.float32), {"spacings": [1, 1, 3]})
    elif path.suffix == ".png":
        imsave(path, volume[..., 0].astype(np.uint8), check_contrast=False)
    else:
        source = get_testdata_file("CT_small.dcm", download=False)
        assert isinstance(source, str)
        path.write_bytes(Path(source).read_bytes())


def volume(slices: int = 3) -> np.ndarray:
    return np.random.default_rng(0).integers(50, 250, (40, 30, slices))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_ends_early_or_is_none_is_named(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"picture.{suffix}"
    write(path, volume())
    assert read_slices(path, "MR")
    whole = path.read_bytes()
    for broken in (whole[: 2 * len(whole) // 3], whole[:20], b"no image at all", b""):
        path.write_bytes(broken)
        with pytest.raises(ClearsliceError, match=rf"picture\.{suffix} could not be read; fetch it again"):
            read_slices(path, "MR")
    path.unlink()
    with pytest.raises(ClearsliceError, match="could not be read"):
        read_slices(path, "MR")


@pytest.mark.parametrize("suffix", ["nii", "nrrd"])
def test_values_that_are_no_numbers_are_refused(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"picture.{suffix}"
    for value in (np.nan, np.inf):
        values = volume().astype(np.float32)
        values[5, 6, 1] = value
        write(path, values)
        with pytest.raises(ClearsliceError, match=rf"picture\.{suffix} holds values that are no numbers"):
            read_slices(path, "MR")


def test_an_empty_volume_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "picture.nii", np.zeros((8, 8, 3)))
    with pytest.raises(ClearsliceError, match=r"picture\.nii shows nothing"):
        read_slices(tmp_path / "picture.nii", "MR")


def test_series_of_volumes_and_colours_are_refused(tmp_path: Path) -> None:
    many = nibabel.Nifti1Image(np.ones((8, 8, 3, 2), np.float32), np.diag([1, 1, 3, 1]))
    nibabel.save(many, tmp_path / "picture.nii")
    with pytest.raises(ClearsliceError, match="is no stack of grey slices"):
        read_slices(tmp_path / "picture.nii", "MR")
    colours = np.zeros((8, 8, 3), np.uint8)
    colours[..., 1] = 200
    imsave(tmp_path / "picture.png", colours, check_contrast=False)
    with pytest.raises(ClearsliceError, match="is no stack of grey slices"):
        read_slices(tmp_path / "picture.png", "XR")


def test_grey_stored_as_colours_is_grey(tmp_path: Path) -> None:
    grey = volume()[..., 0].astype(np.uint8)
    imsave(tmp_path / "picture.png", np.repeat(grey[..., None], 3, -1))
    np.testing.assert_array_equal(read_slices(tmp_path / "picture.png", "XR")[0], grey)


def test_a_long_volume_gives_slices_evenly_across_its_thickest_direction(tmp_path: Path) -> None:
    values = np.broadcast_to(np.arange(100, 200.0), (40, 30, 100))
    write(tmp_path / "picture.nrrd", values)
    levels = [float(image[0, 0]) for image in read_slices(tmp_path / "picture.nrrd", "MR")]
    assert len(levels) == SLICES_PER_VOLUME
    assert (levels[0], levels[-1]) == (100, 199)
    assert set(np.diff(levels)) <= {4.0, 5.0}


def test_ct_is_in_hounsfield_units_by_the_files_own_rescale(tmp_path: Path) -> None:
    write(tmp_path / "picture.dcm", volume())
    dataset = pydicom.dcmread(tmp_path / "picture.dcm")
    expected = dataset.pixel_array * float(dataset.RescaleSlope) + float(dataset.RescaleIntercept)
    np.testing.assert_array_equal(read_slices(tmp_path / "picture.dcm", "CT")[0], expected)


def test_radiographs_grow_with_absorption_either_way(tmp_path: Path) -> None:
    write(tmp_path / "picture.dcm", volume())
    plain = read_slices(tmp_path / "picture.dcm", "XR")[0]
    dataset = pydicom.dcmread(tmp_path / "picture.dcm")
    dataset.PhotometricInterpretation = "MONOCHROME1"
    dataset.save_as(tmp_path / "inverse.dcm")
    inverse = read_slices(tmp_path / "inverse.dcm", "XR")[0]
    np.testing.assert_array_equal(inverse, plain.max() + plain.min() - plain)
