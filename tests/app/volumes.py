"""Small volumes with a place in the patient, and where their slices lie by the elements alone."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pydicom
from pydicom.uid import generate_uid

AXIAL = (1, 0, 0, 0, 1, 0)
CAUDAL = (1, 0, 0, 0, -1, 0)
"""Axial, but with the normal pointing to the feet."""
SAGITTAL = (0, 1, 0, 0, 0, -1)
CORONAL = (1, 0, 0, 0, 0, -1)

Write = Callable[..., Path]


def write_volume(write: Write, name: str, positions, orientation=AXIAL, space="1.2.3", **elements) -> Path:
    """Write slices at `positions` (x, y, z); the value of each pixel tells its slice. Return the folder."""
    elements = {"PixelSpacing": [1.0, 1.0], "WindowCenter": 50, "WindowWidth": 100, **elements}
    shape = elements.pop("shape", (48, 64))
    uid = generate_uid()
    for n, position in enumerate(positions):
        path = write(
            f"{name}/{n:03d}.dcm",
            np.full(shape, n, np.int16),
            ImagePositionPatient=list(position),
            ImageOrientationPatient=list(orientation),
            FrameOfReferenceUID=space,
            SeriesInstanceUID=uid,
            SeriesDescription=name,
            InstanceNumber=n + 1,
            **elements,
        )
    return path.parent


def place(ref) -> float:
    """Where a slice lies on the normal of its own plane, straight from its file."""
    header = pydicom.dcmread(ref.source.path, stop_before_pixels=True)
    row, column = np.reshape([float(v) for v in header.ImageOrientationPatient], (2, 3))
    return float(np.cross(row, column) @ [float(v) for v in header.ImagePositionPatient])


def height(ref) -> float:
    """z of a slice in mm."""
    return float(pydicom.dcmread(ref.source.path, stop_before_pixels=True).ImagePositionPatient[2])


def patient_point(ref, point) -> np.ndarray:
    """Where an image point lies (PS3.3 C.7.6.2.1.1), straight from the file."""
    header = pydicom.dcmread(ref.source.path, stop_before_pixels=True)
    row, column = np.reshape([float(v) for v in header.ImageOrientationPatient], (2, 3))
    between_rows, between_columns = (float(v) for v in header.PixelSpacing)
    origin = np.array([float(v) for v in header.ImagePositionPatient])
    return origin + row * between_columns * (point[0] - 0.5) + column * between_rows * (point[1] - 0.5)
