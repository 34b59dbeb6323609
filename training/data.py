"""The pack: the manifest's images as one memory-mapped int16 file with an index.

So a sample costs one small read.
"""

import errno
import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.enhance.spec import ModelSpec
from core.errors import ClearsliceError
from training.manifest import Source, manifest_digest, read_manifest, refuse_overlap
from training.readers import read_slices

Image = npt.NDArray[np.float32]

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a full disk, quota or file is told by."""


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


def pack(folder: Path, into: Path, spec: ModelSpec, report: Callable[[int, int], None]) -> "Pack":
    """Read every file of the manifest once and write the pack `into` a folder.

    `report(done, total)` is called per file. A pack of the same manifest is used again.

    Raises
    ------
    ClearsliceError
        If the manifest or an image is missing, damaged or not what it should be, or the disk is full.
    """
    sources = read_manifest(folder)
    digest = manifest_digest(sources)
    if not _holds(into, digest):
        try:
            _write(sources, folder, into, spec, report)
        except OSError as error:
            if error.errno not in FULL:
                raise
            msg = f"The disk has no room for the packed images in {into.name}; make room, or set --pack."
            raise ClearsliceError(msg) from error
    return Pack(into)


def _write(
    sources: Sequence[Source],
    folder: Path,
    into: Path,
    spec: ModelSpec,
    report: Callable[[int, int], None],
) -> None:
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
    np.save(into / "contexts.npy", np.stack(contexts) if contexts else np.empty((0, 64, 64), np.float32))
    table = {
        "digest": manifest_digest(sources),
        "sources": [asdict(s) for s in sources],
        "slices": [asdict(s) for s in index],
    }
    unfinished = into / "index.part"
    unfinished.write_text(json.dumps(table))
    unfinished.replace(into / "index.json")


def wait_for_pack(folder: Path, into: Path) -> "Pack":
    """Return the pack of `folder` that another process writes `into` a folder, once it is whole."""
    digest = manifest_digest(read_manifest(folder))
    while not _holds(into, digest):
        time.sleep(0.1)
    return Pack(into)


def _holds(into: Path, digest: str) -> bool:
    try:
        return bool(json.loads((into / "index.json").read_text())["digest"] == digest)
    except (OSError, ValueError, KeyError):
        return False


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
    """The packed slices, read-only.

    Raises
    ------
    ClearsliceError
        If `folder` holds no whole pack.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            table = json.loads((folder / "index.json").read_text())
            self.digest: str = table["digest"]
            self.sources = tuple(Source(**s) for s in table["sources"])
            self.slices = tuple(Slice(**s) for s in table["slices"])
            self.contexts: npt.NDArray[np.float32] = np.load(folder / "contexts.npy")
            self._pixels = np.memmap(folder / "pixels.i16", np.int16, "r")
        except (OSError, ValueError, KeyError, TypeError) as error:
            msg = (
                f"The folder {folder.name} holds no whole pack of images; delete it, and fit packs them anew."
            )
            raise ClearsliceError(msg) from error
        refuse_overlap([(s.subject, s.split) for s in self.slices])

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
