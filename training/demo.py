"""The bundled demo as a small training set: it shows that everything runs, and proves nothing.

There is one person per modality, so that blocks of slices stand for subjects. Between the slices for
training and those for validation some are left out, because neighbours are alike.
"""

import csv
import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pydicom
from PIL import Image as Picture

from core.errors import ClearsliceError
from core.noise import estimate
from training.readers import read_slices
from training.sources import Images

DEMO = Path(__file__).resolve().parent.parent / "assets" / "demo"
ABOUT = """\
**The bundled demo, which proves nothing:** one person per modality, blocks of slices (parts of the one
radiograph) stand for subjects, and the networks are small and were trained for moments. It shows that the
whole path runs and gives the same numbers again; the comparison is of no meaning."""
IMAGES = Images(
    """\
Trained on the **bundled demo** for a check of the whole path: good for nothing else.

- **CT:** TotalSegmentator (Wasserthal et al., Radiology: Artificial Intelligence 2023), Apache-2.0.
- **MR:** studyforrest (Hanke et al., Scientific Data 2014), PDDL 1.0.
- **X-ray:** NIH Clinical Center ChestX-ray8 (Wang et al., CVPR 2017); attribution asked.""",
    ("One person per family, trained on and measured: the figures prove nothing.",),
)
FIELDS = ("path", "split", "modality", "subject", "noise", "clean_enough", "licence", "sha256")
BLOCK = 2
"""Slices of a subject."""
HELD_BACK, LEFT_OUT = 6, 2
"""Last slices of a series, for validation, and those before them that take no part."""
LICENCES = {"CT": "Apache-2.0", "MR": "PDDL-1.0", "XR": "NIH, attribution asked"}


@dataclass(frozen=True, slots=True)
class Part:
    """An image file of the set."""

    path: Path
    split: str
    modality: str
    subject: str


def write_demo_set(folder: Path, demo: Path = DEMO) -> Path:
    """Write the demo images and their manifest into `folder`; return it.

    Raises
    ------
    ClearsliceError
        If the demo is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = [
        *_series(demo / "ct", "CT", folder),
        *_series(demo / "mr", "MR", folder),
        *_radiograph(demo, folder),
    ]
    with (folder / "manifest.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(_line(part) for part in parts)
    return folder


def _series(source: Path, modality: str, folder: Path) -> Iterator[Part]:
    files = sorted(source.glob("*.dcm"))
    if len(files) <= HELD_BACK + LEFT_OUT:
        raise _absent()
    first = len(files) - HELD_BACK
    for number, file in enumerate(files):
        if number < first - LEFT_OUT or number >= first:
            copy = folder / f"{modality.lower()}-{number:02d}.dcm"
            shutil.copyfile(file, copy)
            split = "train" if number < first else "val"
            yield Part(copy, split, modality, f"{modality}, {split} block {number // BLOCK}")


def _radiograph(demo: Path, folder: Path) -> Iterator[Part]:
    """Left part of the picture for training, right part for validation, in bands."""
    files = sorted((demo / "dx").glob("*.dcm"))
    if not files:
        raise _absent()
    pixels = pydicom.dcmread(files[0]).pixel_array
    rows, columns = pixels.shape
    parts = {"train": pixels[:, : columns // 2 - 32], "val": pixels[:, columns // 2 + 32 :]}
    for split, half in parts.items():
        for band in range(3):
            path = folder / f"xr-{split}-{band}.png"
            Picture.fromarray(half[band * rows // 3 : (band + 1) * rows // 3]).save(path)
            yield Part(path, split, "XR", f"XR, {split} band {band}")


def _line(part: Part) -> dict[str, str]:
    (values,) = read_slices(part.path, part.modality)
    digest = hashlib.sha256(part.path.read_bytes()).hexdigest()
    noise, licence = f"{estimate(values):.3g}", LICENCES[part.modality]
    cells = (part.path.name, part.split, part.modality, part.subject, noise, "yes", licence, digest)
    return dict(zip(FIELDS, cells, strict=True))


def _absent() -> ClearsliceError:
    return ClearsliceError("The demo images are not all there; fetch assets/demo of the repository again.")
