"""DICOM files made for tests from pydicom's own small ones."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from pydicom import Dataset
from pydicom.data import get_testdata_file
from pydicom.uid import generate_uid

from core.dicom.decode import read_frame
from core.dicom.study import FrameRef, Source
from core.frame import Frame

PATIENT = "Secretname^Patient"
PATIENT_ID = "SECRET4711"


def sample(name: str) -> Path:
    """Path of a file in pydicom's wheel."""
    return Path(str(get_testdata_file(name, download=False)))


def ct(**changes: Any) -> Dataset:
    """A CT slice of 128 × 128, int16, with some elements changed; None deletes one."""
    dataset = pydicom.dcmread(sample("CT_small.dcm"))
    dataset.PatientName, dataset.PatientID = PATIENT, PATIENT_ID
    change(dataset, changes)
    return dataset


def change(dataset: Dataset, changes: dict[str, Any]) -> None:
    """Set elements by keyword; None deletes one."""
    for keyword, value in changes.items():
        if value is None:
            dataset.pop(keyword, None)
        else:
            setattr(dataset, keyword, value)
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.get("SOPInstanceUID", "")


def encoded(dataset: Dataset) -> bytes:
    """The bytes of a file that holds `dataset`."""
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=False)
    return buffer.getvalue()


def save(dataset: Dataset, path: Path) -> Path:
    """Write `dataset` to `path`."""
    path.write_bytes(encoded(dataset))
    return path


def grey(pixels: np.ndarray, **changes: Any) -> Dataset:
    """A CT slice with other pixels; their type decides the bits."""
    bits = pixels.dtype.itemsize * 8
    dataset = ct()
    dataset.Rows, dataset.Columns = pixels.shape[-2:]
    dataset.BitsAllocated = dataset.BitsStored = bits
    dataset.HighBit = bits - 1
    dataset.PixelRepresentation = int(pixels.dtype.kind == "i")
    dataset.pop("PixelPaddingValue", None)
    data = pixels.tobytes()
    dataset.PixelData = data + b"\0" * (len(data) % 2)
    dataset["PixelData"].VR = "OW" if bits > 8 else "OB"
    if pixels.ndim == 3:
        dataset.NumberOfFrames = len(pixels)
    change(dataset, changes)
    return dataset


def slices(
    folder: Path,
    count: int,
    change_slice: Callable[[Dataset, int], None] | None = None,
    **changes: Any,
) -> list[Path]:
    """Write an axial CT series of `count` slices, 5 mm apart, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    series, paths = generate_uid(), []
    for index in range(count):
        dataset = ct(
            SeriesInstanceUID=series,
            SOPInstanceUID=generate_uid(),
            InstanceNumber=index + 1,
            ImagePositionPatient=[-158.0, -179.0, 5.0 * index],
            GantryDetectorTilt="0",
        )
        change(dataset, changes)
        if change_slice is not None:
            change_slice(dataset, index)
        paths.append(save(dataset, folder / f"slice{index:03}"))
    return paths


def with_text(content: bytes, tag: bytes, vr: bytes, text: str) -> bytes:
    """A file (Explicit VR LE) with the value of one short element replaced by any text at all."""
    at = content.index(tag + vr)
    end = at + 8 + int.from_bytes(content[at + 6 : at + 8], "little")
    value = text.encode("latin-1")
    value += b" " * (len(value) % 2)
    return content[: at + 6] + len(value).to_bytes(2, "little") + value + content[end:]


def read(path: Path, number: int = 1) -> Frame:
    """Read a frame of a file whose UID pydicom tells."""
    header = pydicom.dcmread(path, force=True, stop_before_pixels=True)
    return read_frame(FrameRef(Source(path), str(header.get("SOPInstanceUID", "")), number))
