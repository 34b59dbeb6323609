"""Memory and speed of a long batch: ``python -m benchmarks.batch_memory [--slices N] [--side N]``.

Makes a CT series of N slices in a temporary folder, enhances it as a batch and prints the process's memory as
it goes, so that growth with the number of slices would be seen. Linux only.
"""

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import pydicom
from pydicom.uid import generate_uid

from core.batch import Batch, BatchProgress, plan
from core.dicom.scan import scan
from core.enhance.network import Networks
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop

DEMO = Path(__file__).resolve().parent.parent / "assets" / "demo" / "ct" / "ct_01.dcm"
_PAGE = 4096


def main(slices: int, side: int, method: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "in", Path(folder) / "out"
        make(source, slices, side)
        catalogue = scan([source])
        recipe = Recipe((Step(method),))
        queue = plan(catalogue, [source], output, recipe, titles=lambda series: series.modality)
        pipeline = Pipeline(Networks(), cache_bytes=0)
        start, marks = time.perf_counter(), {1, 100, *range(slices // 10, slices + 1, slices // 10)}

        def tell(progress: BatchProgress) -> None:
            if progress.done in marks:
                seconds = time.perf_counter() - start
                print(f"{progress.done:6} slices  {resident():7.0f} MB  {seconds:7.1f} s", flush=True)

        Batch(queue, Path(folder) / "queue.json", pipeline, tell).run(Stop(), catalogue)
        print(f"written: {len(list(output.rglob('*.dcm')))} files")


def make(folder: Path, slices: int, side: int) -> None:
    folder.mkdir()
    dataset = pydicom.dcmread(DEMO)
    dataset.decompress()
    dataset.Rows = dataset.Columns = side
    random = np.random.default_rng(1)
    for number in range(slices):
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        dataset.InstanceNumber = number + 1
        dataset.ImagePositionPatient = [0, 0, number]
        dataset.PixelData = random.normal(1000, 50, (side, side)).astype("<u2").tobytes()
        dataset.save_as(folder / f"{number:05d}.dcm")


def resident() -> float:
    """Megabytes of memory in use now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * _PAGE / 1e6


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slices", type=int, default=2000)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--method", default="gaussian")
    chosen = parser.parse_args()
    main(chosen.slices, chosen.side, chosen.method)
