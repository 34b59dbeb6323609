"""A small set of made images with a manifest, in the formats the training reads."""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import nibabel
import nrrd
import numpy as np
import pytest
import torch
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid
from skimage.io import imsave

from training.config import Config
from training.data import Pack, pack
from training.fit import model_spec

FIELDS = ["path", "split", "modality", "subject", "noise", "clean_enough", "licence", "sha256"]


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    """On tensors this small, threads mostly wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def discs(side: int, low: float, high: float, seed: int) -> np.ndarray:
    """Overlapping discs of different grey values: edges and flat areas."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:side, 0:side] / side
    image = np.full((side, side), low)
    for _ in range(12):
        cy, cx, r = rng.uniform(0.1, 0.9), rng.uniform(0.1, 0.9), rng.uniform(0.05, 0.4)
        image[(y - cy) ** 2 + (x - cx) ** 2 < r**2] = rng.uniform(low, high)
    return np.rint(image)


def write_ct(path: Path, hu: np.ndarray) -> None:
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = CTImageStorage, generate_uid()
    dataset = FileDataset(path, {}, file_meta=meta, preamble=b"\0" * 128)
    dataset.SOPClassUID, dataset.SOPInstanceUID = CTImageStorage, meta.MediaStorageSOPInstanceUID
    dataset.Modality, dataset.PhotometricInterpretation = "CT", "MONOCHROME2"
    dataset.Rows, dataset.Columns = hu.shape
    dataset.SamplesPerPixel, dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 1, 16, 16, 15
    dataset.PixelRepresentation, dataset.RescaleSlope, dataset.RescaleIntercept = 1, 1, -1024
    dataset.PixelData = (hu + 1024).astype("<i2").tobytes()
    dataset.save_as(path)


def write_all(folder: Path) -> list[dict[str, str]]:
    rows = []
    for number, split in enumerate(("train", "train", "val")):
        ct, mr, gated, xr = (folder / f"{number}{end}" for end in (".dcm", ".nii.gz", ".nrrd", ".png"))
        write_ct(ct, discs(160, -100, 200, number))
        volume = np.stack([discs(128, 50, 900, 10 * number + k) for k in range(3)], -1).astype(np.float32)
        nibabel.save(nibabel.Nifti1Image(volume, np.diag([0.9, 0.9, 4, 1])), mr)
        nrrd.write(str(gated), volume, {"space directions": np.diag([0.9, 0.9, 5]), "space": "LPS"})
        imsave(xr, discs(144, 20, 230, 5 + number).astype(np.uint8), check_contrast=False)
        for path, modality in ((ct, "CT"), (mr, "MR"), (gated, "MR"), (xr, "XR")):
            values = (path.name, split, modality, f"{modality}-{number}", "1", "yes", "CC0")
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            rows.append(dict(zip(FIELDS, (*values, digest), strict=True)))
    return rows


def write_manifest(folder: Path, rows: list[dict[str, str]]) -> None:
    with (folder / "manifest.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def images(tmp_path: Path) -> tuple[Path, list[dict[str, str]]]:
    """A folder of made images with its manifest, and the manifest's rows."""
    folder = tmp_path / "images"
    folder.mkdir()
    rows = write_all(folder)
    write_manifest(folder, rows)
    return folder, rows


@pytest.fixture(scope="session")
def image_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a folder, only to be read."""
    folder = tmp_path_factory.mktemp("images")
    write_manifest(folder, write_all(folder))
    return folder


@pytest.fixture(scope="session")
def packed(image_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The pack of it."""
    into = tmp_path_factory.mktemp("pack")
    return pack(image_folder, into, model_spec(Config()), lambda done, total: None)
