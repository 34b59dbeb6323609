"""Simulated CT scans of the pack's slices: noise and streaks that come out of projections.

Projecting and reconstructing takes seconds, too long for every sample. So the errors of some scans of
each slice are made once and kept beside the pack; a sample reads its square of one.
"""

import json
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.enhance.spec import ModelSpec
from core.errors import ClearsliceError
from training.config import Data
from training.data import Pack
from training.degradation.compose import generator
from training.degradation.ct_artifacts import PhotonStarvation
from training.degradation.ct_geometry import SHARP, Beam, Kernel, ParallelScan
from training.degradation.ct_projection import dose_variance
from training.degradation.sampling import doubled, halved
from training.views import Plane

Image = npt.NDArray[np.float32]
Array = npt.NDArray[np.float64]
Scan = Callable[[np.random.Generator], Image]

KINDS = ("noise", "streaks")
EACH = 4
"""Scans of each slice."""
SCAN = ParallelScan(pixel_mm=0.75, views=360)
COARSE = ParallelScan(pixel_mm=1.5, views=240)
"""Of starved scans: half the matrix. Scanners smooth starved projections, so streaks are coarse.

The pack keeps no pixel sizes; since doses follow from the counts on the heaviest path, other sizes
change little."""
PROJECTED = 3
"""A third of the views is projected; those between see the same, with noise of their own."""
HEAVIEST = 99.5
"""Percentile of the rays that counts as the heaviest path."""
QUIET = (50.0, 500.0)
"""Photons left there by the scans of kind "noise"; with some hundred or more, the noise's pattern hardly
depends on the dose, so that it can be scaled."""
STARVED = (20.0, 200.0)
"""Photons left there by starved scans, drawn by their logarithm."""
STOUT = (8.0, 11.5)
"""Line integral there, to which a starved scan scales the slice's: shoulders, hips, stout people. In a
slim patient all paths starve alike, which is noise and no streaks."""
BODY = -500.0
"""HU above which a pixel is in the body, where the SD of the noise is set to 1."""
CONTEXT = ModelSpec("bank", "1")


@dataclass(frozen=True, slots=True)
class Field:
    """The error of one simulated scan of one slice, in HU; of SD 1 in the body if its kind is "noise"."""

    slice: int
    kind: str
    start: int
    step: float
    """HU per stored count."""


class Bank:
    """The fields beside a pack, read-only.

    Raises
    ------
    ClearsliceError
        If there are none of the wanted kind for these images.
    """

    def __init__(self, pack: Pack, kind: str) -> None:
        folder = folder_of(pack, kind)
        try:
            table = json.loads((folder / "index.json").read_text())
        except (OSError, ValueError) as error:
            raise _lacking(kind) from error
        if table["digest"] != pack.digest:
            raise _lacking(kind)
        self._pack = pack
        self._by_slice: dict[int, list[tuple[int, Field]]] = {}
        for number, entry in enumerate(table["fields"]):
            field = Field(**entry)
            self._by_slice.setdefault(field.slice, []).append((number, field))
        self._contexts = np.load(folder / "contexts.npy")
        self._pixels = np.memmap(folder / "pixels.i16", np.int16, "r")

    def draw(self, number: int, rng: np.random.Generator) -> tuple[Plane, Image]:
        """Return a field of the slice `number`, as a plane and as a thumbnail, in HU."""
        choices = self._by_slice[number]
        index, field = choices[rng.integers(len(choices))]
        entry = self._pack.slices[number]
        size = entry.rows * entry.columns
        stored = self._pixels[field.start : field.start + size].reshape(entry.rows, entry.columns)

        def plane(top: int, left: int, rows: int, columns: int) -> Image:
            return stored[top : top + rows, left : left + columns] * np.float32(field.step)

        return plane, self._contexts[index]


def folder_of(pack: Pack, kind: str) -> Path:
    """Return where the fields of a kind lie."""
    return pack.folder / f"scans-{kind}"


def _lacking(kind: str) -> ClearsliceError:
    return ClearsliceError(
        f"The pack holds no simulated CT scans with {kind}; start 'python -m training fit', which makes them."
    )


def needed(pack: Pack, data: Data) -> str | None:
    """Return the kind of scans that samples of `data` are made with, if any."""
    if not pack.has("CT"):
        return None
    shares = {"denoise": ("noise", data.denoise.projected), "artifacts": ("streaks", data.artifacts.streaks)}
    kind, share = shares.get(data.task, ("noise", 0.0))
    return kind if share else None


def find(pack: Pack, data: Data) -> Bank | None:
    """Return the bank that samples of `data` need, if any."""
    kind = needed(pack, data)
    return Bank(pack, kind) if kind else None


def prepare(pack: Pack, data: Data, report: Callable[[int, int], None]) -> None:
    """Make the bank that samples of `data` need, if any; `report(done, total)` is called per slice."""
    kind = needed(pack, data)
    if kind:
        simulate(pack, kind, EACH, report)


def wait(pack: Pack, data: Data) -> None:
    """Wait until another process has made the bank that samples of `data` need."""
    while True:
        try:
            find(pack, data)
        except ClearsliceError:
            time.sleep(0.5)
        else:
            return


def simulate(pack: Pack, kind: str, each: int, report: Callable[[int, int], None]) -> Bank:
    """Scan every CT slice `each` times, on all processor cores, and return the bank.

    `report(done, total)` is called per slice. A bank of the same images is used again.
    """
    try:
        return Bank(pack, kind)
    except ClearsliceError:
        _simulate(pack, kind, each, report)
    return Bank(pack, kind)


def _simulate(pack: Pack, kind: str, each: int, report: Callable[[int, int], None]) -> None:
    folder = folder_of(pack, kind)
    folder.mkdir(parents=True, exist_ok=True)
    numbers = [i for i, entry in enumerate(pack.slices) if entry.modality == "CT"]
    fields: list[Field] = []
    contexts: list[Image] = []
    work = partial(scanned, pack.folder, kind, each)
    workers = min(os.cpu_count() or 1, len(numbers))
    # Forking after PyTorch has started its threads may hang.
    with (
        (folder / "pixels.part").open("wb") as file,
        ProcessPoolExecutor(workers, get_context("spawn")) as pool,
    ):
        for done, (number, errors) in enumerate(zip(numbers, pool.map(work, numbers), strict=True), 1):
            for error in errors:
                step = max(float(np.abs(error).max()), 1e-6) / 32767
                fields.append(Field(number, kind, file.tell() // 2, step))
                contexts.append(CONTEXT.context(error))
                file.write(np.rint(error / step).astype(np.int16).tobytes())
            report(done, len(numbers))
    (folder / "pixels.part").replace(folder / "pixels.i16")
    np.save(folder / "contexts.npy", np.stack(contexts) if contexts else np.empty((0, 64, 64), np.float32))
    table = {"digest": pack.digest, "fields": [asdict(f) for f in fields]}
    (folder / "index.part").write_text(json.dumps(table))
    (folder / "index.part").replace(folder / "index.json")


def scanned(folder: Path, kind: str, each: int, number: int) -> list[Image]:
    """Return the errors in HU of `each` simulated scans of slice `number` of the pack in `folder`."""
    values = Pack(folder).values(number)
    scan = _noise(values) if kind == "noise" else _streaks(values)
    return [scan(generator(KINDS.index(kind), number, i)) for i in range(each)]


def _noise(values: Image) -> Scan:
    """Projection noise (rows, columns) of SD 1 in the body of `values`, as `ProjectionNoise` makes it."""
    integrals = SCAN.line_integrals(values, SCAN.views // PROJECTED)
    body = values > BODY

    def scan(rng: np.random.Generator) -> Image:
        beam = _beam(integrals, rng.uniform(*QUIET), rng)
        # Half the dose against twice as much: the difference is that of one scan to none.
        variance = dose_variance(integrals, 0.5, beam.fluence(len(integrals)), beam.electronic)
        every = _every(np.sqrt(variance), SCAN)
        noise = rng.standard_normal(every.shape) * every
        kernel = Kernel(rng.uniform(0.8, 1.6)) if rng.random() < 0.8 else SHARP
        error = SCAN.reconstructed(noise, values.shape, kernel)
        return error / np.float32(error[body].std() if body.any() else error.std())

    return scan


def _streaks(values: Image) -> Scan:
    """The error (rows, columns) in HU of a scan starved of photons, see `PhotonStarvation`."""
    coarse = halved(values)
    slim = COARSE.line_integrals(coarse, COARSE.views // PROJECTED)
    heaviest = max(float(np.percentile(slim, HEAVIEST)), 0.1)

    def scan(rng: np.random.Generator) -> Image:
        integrals = slim * (rng.uniform(*STOUT) / heaviest)
        beam = _beam(integrals, float(np.exp(rng.uniform(*np.log(STARVED)))), rng)
        kernel = Kernel(rng.uniform(1.0, 2.0))
        error = PhotonStarvation(1.0, COARSE, beam, kernel).error(_every(integrals, COARSE), rng)
        return doubled(COARSE.reconstructed(error, coarse.shape, kernel), values.shape, 3)

    return scan


def _beam(integrals: Array, photons: float, rng: np.random.Generator) -> Beam:
    """A beam that leaves so many photons on the heaviest path."""
    electronic, bowtie = rng.uniform(5, 50), rng.uniform(0, 1.5)
    s = np.linspace(-1, 1, len(integrals))[:, None]
    air = photons * float(np.exp(np.percentile(integrals + bowtie * s**2, HEAVIEST)))
    return Beam(air, electronic, bowtie)


def _every(projected: Array, scan: ParallelScan) -> Array:
    """Return all views (detectors, views) of a scan, each like the projected one before it."""
    return projected[:, np.arange(scan.views) * projected.shape[1] // scan.views]
