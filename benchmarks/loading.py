"""Headers and slices per second, beside pydicom on the same files in the same run.

    python -m benchmarks.loading [SLICES]

Makes a CT series of SLICES (600) slices of 512 × 512 in a temporary folder, with the header of
pydicom's test file CT_small.dcm (about 260 elements). Rounds alternate, and the best of each counts, so
that other work on the machine disturbs both alike; the second column counts seconds of this process's
processor time, which other work disturbs less. Files are in the page cache.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import numpy as np
import pydicom
from pydicom.data import get_testdata_file
from pydicom.uid import generate_uid

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.dicom.study import FrameRef

ROUNDS = 5
Thing = TypeVar("Thing")
Works = dict[str, Callable[[], object]]


def make_series(folder: Path, slices: int) -> list[Path]:
    """Write a CT series of 512 × 512 slices."""
    path = get_testdata_file("CT_small.dcm", download=False)
    assert isinstance(path, str)
    dataset = pydicom.dcmread(path)
    noise = np.random.default_rng(0).integers(0, 2000, (512, 512), np.int16)
    dataset.Rows = dataset.Columns = 512
    dataset.SeriesInstanceUID = generate_uid()
    paths = []
    for number in range(slices):
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        dataset.InstanceNumber = number + 1
        dataset.ImagePositionPatient = [-250, -250, float(number)]
        dataset.PixelData = np.roll(noise, number).tobytes()
        paths.append(folder / f"{number:04}")
        dataset.save_as(paths[-1])
    return paths


def each(things: Iterable[Thing], work: Callable[[Thing], object]) -> None:
    """Do `work` on each thing and keep nothing of it."""
    for thing in things:
        work(thing)


def rate(work: Callable[[], object], count: int) -> tuple[float, float]:
    """Things per second of one round, by the clock and by processor time."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return count / (time.perf_counter() - clock), count / (time.process_time() - processor)


def best(works: Works, count: int) -> dict[str, tuple[float, float]]:
    """Best rates of each, rounds alternating."""
    rounds = [{name: rate(work, count) for name, work in works.items()} for _ in range(ROUNDS)]
    return {name: (max(r[name][0] for r in rounds), max(r[name][1] for r in rounds)) for name in works}


def main(slices: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        paths = make_series(Path(name), slices)
        refs: tuple[FrameRef, ...] = scan([Path(name)]).series[0].frames
        print(f"{slices} slices of 512 × 512, best of {ROUNDS} rounds: by the clock, by processor time")
        headers: Works = {
            "scan (headers, sorted into stacks)": lambda: scan([Path(name)]),
            "pydicom dcmread(stop_before_pixels)": lambda: each(
                paths, lambda path: pydicom.dcmread(path, stop_before_pixels=True)
            ),
        }
        frames: Works = {
            "read_frame (stored, geometry, windows)": lambda: each(refs, read_frame),
            "read_frame + values in float32": lambda: each(refs, lambda ref: read_frame(ref).values),
            "pydicom dcmread().pixel_array": lambda: each(
                paths, lambda path: pydicom.dcmread(path).pixel_array
            ),
        }
        for what, works in (("headers/s", headers), ("slices/s", frames)):
            for label, (clock, processor) in best(works, slices).items():
                print(f"{clock:8.0f} {processor:8.0f} {what:10} {label}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 600)
