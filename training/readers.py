"""Reading the image files that a training set may hold: DICOM, NIfTI, NRRD and PNG."""

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import nibabel
import nrrd
import numpy as np
import numpy.typing as npt
import pydicom
from nibabel.filebasedimages import ImageFileError
from nibabel.wrapstruct import WrapStructError
from nrrd import NRRDError
from PIL import Image as Picture
from pydicom.errors import InvalidDicomError
from pydicom.pixels.processing import apply_rescale

from core.errors import ClearsliceError

Image = npt.NDArray[np.float32]
Volume = npt.NDArray[Any]

SLICES_PER_VOLUME = 24
"""Slices taken from a volume, evenly spaced over those that show anything."""
FOREGROUND = 0.12
"""Least share of a slice above a tenth of its top for the slice to be worth a sample."""
DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    AttributeError,
    KeyError,
    SyntaxError,
    RuntimeError,
    StopIteration,
    zlib.error,
    ImageFileError,
    WrapStructError,
    NRRDError,
    InvalidDicomError,
)
"""What the readers raise on a file that is not what its name says, or ends early."""


def read_slices(path: Path, modality: str) -> list[Image]:
    """Return the slices of an image file as (rows, columns) float32 modality values.

    Raises
    ------
    ClearsliceError
        If the file is missing or damaged, or holds colours, nothing, or values that are no numbers.
    """
    try:
        slices = _reader(path)(path, modality)
    except DAMAGE as error:
        msg = f"The training image {path.name} could not be read; fetch it again."
        raise ClearsliceError(msg) from error
    if problem := _problem(slices):
        msg = f"The training image {path.name} {problem}; replace it, or take it out of the manifest."
        raise ClearsliceError(msg)
    return slices


def _problem(slices: list[Image]) -> str:
    if not slices:
        return "shows nothing in any slice"
    if any(image.ndim != 2 for image in slices):
        return "is no stack of grey slices"
    if not all(np.isfinite(image).all() for image in slices):
        return "holds values that are no numbers"
    return ""


def _reader(path: Path) -> Callable[[Path, str], list[Image]]:
    if path.name.endswith((".nii", ".nii.gz")):
        return _nifti
    readers = {".nrrd": _nrrd, ".png": _png}
    return readers.get(path.suffix, _dicom)


def _dicom(path: Path, modality: str) -> list[Image]:
    dataset = pydicom.dcmread(path)
    values = np.asarray(apply_rescale(dataset.pixel_array, dataset), np.float32)
    if dataset.get("PhotometricInterpretation") == "MONOCHROME1":
        # Radiographs count as brighter where more was absorbed, whichever way the file puts it.
        values = values.max() + values.min() - values
    if dataset.get("NumberOfFrames", 1) > 1:
        return _evenly(list(values))
    return [values]


def _png(path: Path, modality: str) -> list[Image]:
    with Picture.open(path) as picture:
        pixels = np.asarray(picture, np.float32)
    grey = pixels.ndim == 3 and bool(np.all(pixels[..., :3] == pixels[..., :1]))
    return [pixels[..., 0] if grey else pixels]


def _nifti(path: Path, modality: str) -> list[Image]:
    image = nibabel.Nifti1Image.from_filename(path)
    return _planes(np.asarray(image.dataobj, np.float32), image.header["pixdim"][1:4])


def _nrrd(path: Path, modality: str) -> list[Image]:
    volume, header = nrrd.read(str(path))
    if "space directions" in header:
        return _planes(volume.astype(np.float32), np.linalg.norm(header["space directions"], axis=1))
    return _planes(volume.astype(np.float32), header["spacings"])


def _planes(volume: Volume, spacing: Sequence[float]) -> list[Image]:
    """Slices across the thickest direction, the plane the scanner acquired."""
    stack = np.moveaxis(volume.squeeze(), int(np.argmax(spacing)), 0)
    top = np.max(stack, initial=0, where=np.isfinite(stack))
    return _evenly([plane for plane in stack if np.mean(plane > 0.1 * top) >= FOREGROUND])


def _evenly(planes: list[Image]) -> list[Image]:
    chosen = np.unique(
        np.linspace(0, len(planes) - 1, min(SLICES_PER_VOLUME, len(planes))).round().astype(int)
    )
    return [np.ascontiguousarray(planes[i]) for i in chosen]
