"""Images for training: the manifest, the readers, and the pack they become.

The pack is one memory-mapped int16 file with an index, so that a sample costs one small read.
"""

import csv
import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import nibabel
import nrrd
import numpy as np
import numpy.typing as npt
import pydicom
from nibabel.filebasedimages import ImageFileError
from nrrd import NRRDError
from pydicom.errors import InvalidDicomError
from pydicom.pixels.processing import apply_rescale
from skimage.io import imread

from core.enhance.spec import ModelSpec
from core.errors import ClearsliceError

Image = npt.NDArray[np.float32]
Volume = npt.NDArray[Any]

SLICES_PER_VOLUME = 24
"""Slices taken from an MR volume, evenly spaced over those that show anything."""
FOREGROUND = 0.12
"""Least share of a slice above a tenth of its top for the slice to be worth a sample."""
DAMAGE = (OSError, ValueError, AttributeError, ImageFileError, NRRDError, InvalidDicomError)
"""What the readers raise on a file that is not what its name says."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the manifest."""

    path: str
    split: str
    modality: str
    subject: str
    noise: float
    licence: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Slice:
    """A packed slice: where its integers lie and what they mean."""

    source: int
    modality: str
    split: str
    subject: str
    rows: int
    columns: int
    start: int
    step: float
    """Modality units per stored count."""
    offset: float
    factor: float
    """`Scale` of the whole slice, by `ModelSpec`."""
    noise: float
    """Normalised SD of the noise the image has by itself."""


def read_manifest(folder: Path) -> tuple[Source, ...]:
    """Return the files of `folder`/manifest.csv that are fit for training and validation.

    CT slices count only where `clean_enough` is "yes", since they serve as targets.

    Raises
    ------
    ClearsliceError
        If the manifest is missing, or a subject is in two splits.
    """
    try:
        with (folder / "manifest.csv").open(newline="", encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if row["split"] in ("train", "val")]
    except OSError as error:
        msg = "The image folder holds no manifest.csv; give the folder that does by --data."
        raise ClearsliceError(msg) from error
    sources = tuple(_source(row) for row in rows if row["modality"] != "CT" or row["clean_enough"] == "yes")
    refuse_overlap([(s.subject, s.split) for s in sources])
    return sources


def _source(row: dict[str, str]) -> Source:
    noise = float(row["noise"] or 0)
    return Source(
        row["path"], row["split"], row["modality"], row["subject"], noise, row["licence"], row["sha256"]
    )


def refuse_overlap(pairs: Sequence[tuple[str, str]]) -> None:
    """Refuse (subject, split) pairs in which a subject has two splits."""
    split: dict[str, str] = {}
    for subject, name in pairs:
        if split.setdefault(subject, name) != name:
            msg = (
                f"A subject ({_alias(subject)}) is in both '{split[subject]}' and '{name}'; fix the manifest."
            )
            raise ClearsliceError(msg)


def _alias(subject: str) -> str:
    return hashlib.sha256(subject.encode()).hexdigest()[:8]


def read_slices(path: Path, modality: str) -> list[Image]:
    """Return the slices of an image file as (rows, columns) float32 modality values.

    Raises
    ------
    ClearsliceError
        If the file is missing or damaged.
    """
    try:
        return _reader(path)(path, modality)
    except DAMAGE as error:
        msg = f"The training image {path.name} could not be read; fetch it again."
        raise ClearsliceError(msg) from error


def _reader(path: Path) -> Callable[[Path, str], list[Image]]:
    if path.name.endswith((".nii", ".nii.gz")):
        return _nifti
    readers = {".nrrd": _nrrd, ".png": _png}
    return readers.get(path.suffix, _dicom)


def _dicom(path: Path, modality: str) -> list[Image]:
    dataset = pydicom.dcmread(path)
    return [np.asarray(apply_rescale(dataset.pixel_array, dataset), np.float32)]


def _png(path: Path, modality: str) -> list[Image]:
    pixels = imread(path)
    return [np.asarray(pixels if pixels.ndim == 2 else pixels[..., 0], np.float32)]


def _nifti(path: Path, modality: str) -> list[Image]:
    image = nibabel.Nifti1Image.from_filename(path)
    return _planes(np.asarray(image.dataobj, np.float32), image.header["pixdim"][1:4])


def _nrrd(path: Path, modality: str) -> list[Image]:
    volume, header = nrrd.read(str(path))
    return _planes(volume.astype(np.float32), np.linalg.norm(header["space directions"], axis=1))


def _planes(volume: Volume, spacing: Sequence[float]) -> list[Image]:
    """Slices across the thickest direction, the plane the scanner acquired."""
    stack = np.moveaxis(volume.squeeze(), int(np.argmax(spacing)), 0)
    shown = [plane for plane in stack if np.mean(plane > 0.1 * stack.max()) >= FOREGROUND]
    chosen = np.unique(np.linspace(0, len(shown) - 1, min(SLICES_PER_VOLUME, len(shown))).round().astype(int))
    return [np.ascontiguousarray(shown[i]) for i in chosen]


def pack(folder: Path, into: Path, spec: ModelSpec, report: Callable[[int, int], None]) -> "Pack":
    """Read every file of the manifest once and write the pack `into` a folder.

    `report(done, total)` is called per file. A pack of the same manifest is used again.
    """
    sources = read_manifest(folder)
    digest = manifest_digest(sources)
    if _holds(into, digest):
        return Pack(into)
    into.mkdir(parents=True, exist_ok=True)
    (into / "index.json").unlink(missing_ok=True)
    index: list[Slice] = []
    contexts: list[Image] = []
    # Beside the old file, which a running training may have mapped.
    with (into / "pixels.part").open("wb") as file:
        for number, source in enumerate(sources):
            for values in _checked(folder, source):
                entry, stored = _packed(values, number, source, spec, file.tell() // 2)
                file.write(stored.tobytes())
                index.append(entry)
                contexts.append(spec.context(spec.normalise(values, source.modality)[0]))
            report(number + 1, len(sources))
    (into / "pixels.part").replace(into / "pixels.i16")
    np.save(into / "contexts.npy", np.stack(contexts))
    table = {"digest": digest, "sources": [asdict(s) for s in sources], "slices": [asdict(s) for s in index]}
    unfinished = into / "index.part"
    unfinished.write_text(json.dumps(table))
    unfinished.replace(into / "index.json")
    return Pack(into)


def wait_for_pack(folder: Path, into: Path) -> "Pack":
    """Return the pack of `folder` that another process writes `into` a folder, once it is whole."""
    digest = manifest_digest(read_manifest(folder))
    while not _holds(into, digest):
        time.sleep(0.1)
    return Pack(into)


def _holds(into: Path, digest: str) -> bool:
    try:
        return bool(json.loads((into / "index.json").read_text())["digest"] == digest)
    except FileNotFoundError:
        return False


def manifest_digest(sources: Sequence[Source]) -> str:
    """Return one hash over the hashes of all files and their splits."""
    text = "\n".join(sorted(f"{s.sha256} {s.split}" for s in sources))
    return hashlib.sha256(text.encode()).hexdigest()


def _checked(folder: Path, source: Source) -> Iterator[Image]:
    path = folder / source.path
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        msg = f"The training image {path.name} is missing; fetch it again."
        raise ClearsliceError(msg) from error
    if digest != source.sha256:
        msg = f"The training image {path.name} differs from the manifest; fetch it again."
        raise ClearsliceError(msg)
    yield from read_slices(path, source.modality)


def _packed(
    values: Image, number: int, source: Source, spec: ModelSpec, start: int
) -> tuple[Slice, npt.NDArray[np.int16]]:
    scale = spec.scale(values, source.modality)
    whole = bool(np.all(values == np.rint(values))) and float(np.abs(values).max()) < 32767
    step = 1.0 if whole else float(np.abs(values).max()) / 32767
    rows, columns = values.shape
    entry = Slice(
        number,
        source.modality,
        source.split,
        source.subject,
        rows,
        columns,
        start,
        step,
        scale.offset,
        scale.factor,
        source.noise / scale.factor,
    )
    return entry, np.rint(values / step).astype(np.int16)


class Pack:
    """The packed slices, read-only."""

    def __init__(self, folder: Path) -> None:
        table = json.loads((folder / "index.json").read_text())
        self.folder = folder
        self.digest: str = table["digest"]
        self.sources = tuple(Source(**s) for s in table["sources"])
        self.slices = tuple(Slice(**s) for s in table["slices"])
        refuse_overlap([(s.subject, s.split) for s in self.slices])
        self.contexts: npt.NDArray[np.float32] = np.load(folder / "contexts.npy")
        self._pixels = np.memmap(folder / "pixels.i16", np.int16, "r")

    def normalised(self, number: int, top: int, left: int, rows: int, columns: int) -> Image:
        """Return a rectangle of slice `number` on the network's scale."""
        entry = self.slices[number]
        size = entry.rows * entry.columns
        plane = self._pixels[entry.start : entry.start + size].reshape(entry.rows, entry.columns)
        stored = plane[top : top + rows, left : left + columns].astype(np.float32)
        return (stored * np.float32(entry.step) - np.float32(entry.offset)) / np.float32(entry.factor)

    def values(self, number: int) -> Image:
        """Return slice `number` in modality units."""
        entry = self.slices[number]
        whole = self.normalised(number, 0, 0, entry.rows, entry.columns)
        return whole * np.float32(entry.factor) + np.float32(entry.offset)

    def has(self, modality: str) -> bool:
        """Tell whether any slice is of a modality."""
        return any(s.modality == modality for s in self.slices)

    def numbers(self, split: str, modality: str) -> list[int]:
        """Return which slices belong to a split and a modality."""
        return [i for i, s in enumerate(self.slices) if s.split == split and s.modality == modality]

    def subjects(self, split: str, modality: str) -> dict[str, list[int]]:
        """Return the slices of each subject."""
        table: dict[str, list[int]] = {}
        for i in self.numbers(split, modality):
            table.setdefault(self.slices[i].subject, []).append(i)
        return table
