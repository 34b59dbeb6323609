"""What a run tells about itself: its speed, and the curves of its losses."""

import csv
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lightning as L
from lightning.pytorch.callbacks import Callback
from matplotlib.figure import Figure

WARM = 3
"""Steps before the clock starts: the first ones allocate and compile."""
LOOK = 100
"""Steps between looks at how busy the GPUs are."""


def gpus_busy() -> float | None:
    """Return the share of the last moments in which this machine's GPUs computed; None if none tells."""
    program = shutil.which("nvidia-smi")
    if program is None:
        return None
    query = [program, "--query-gpu=utilization.gpu", "--format=csv,noheader,nounits"]
    shown = subprocess.run(query, capture_output=True, text=True, check=False).stdout.split()
    shares = [int(word) / 100 for word in shown if word.isdigit()]
    return sum(shares) / len(shares) if shares else None


class Speed(Callback):
    """Measures images per second, how busy the processors are, and how long the loader is waited for.

    Validation and checkpoints are left out: time runs from the request for a batch to the end of its step.
    """

    def __init__(self, batch: int) -> None:
        self.batch = batch
        self.steps = 0
        self.waited = self.worked = self.computed = 0.0
        self.busy: list[float] = []
        """Shares at each look at the GPUs."""
        self._wait = self._begin = self._computed = 0.0

    def timed(self, batches: Iterator[Any]) -> Iterator[Any]:
        """Pass the batches on, measuring how long each takes to come."""
        while True:
            begin, self._computed = time.perf_counter(), time.process_time()
            try:
                batch = next(batches)
            except StopIteration:
                return
            self._wait = time.perf_counter() - begin
            yield batch

    def on_train_batch_start(self, trainer: L.Trainer, pl_module: L.LightningModule, *step: Any) -> None:
        """Start the step's clock."""
        self._begin = time.perf_counter()

    def on_train_batch_end(self, trainer: L.Trainer, pl_module: L.LightningModule, *step: Any) -> None:
        """Count the step."""
        self.steps += 1
        if self.steps > WARM:
            self.worked += time.perf_counter() - self._begin
            self.waited += self._wait
            self.computed += time.process_time() - self._computed
            if pl_module.device.type == "cuda" and self.steps % LOOK == 0:
                self.busy += [share for share in [gpus_busy()] if share is not None]

    def line(self, processes: int) -> str:
        """Return the measurement in one line."""
        steps, seconds = self.steps - WARM, self.waited + self.worked
        if steps < 1:
            return f"{self.steps} steps done: too few to measure the speed."
        cores = os.cpu_count() or 1
        parts = [
            f"{steps * self.batch / seconds:.1f} images/s over {steps} steps, {processes} processes",
            f"data loading {self.waited / seconds:.1%} of it",
            f"this process at {self.computed / seconds / cores:.0%} of {cores} cores",
        ]
        if self.busy:
            parts.append(f"GPUs busy {sum(self.busy) / len(self.busy):.0%}")
        return "; ".join(parts)


def logged(folder: Path, wanted: str) -> list[dict[str, str]]:
    """Return the rows of a run's logs that hold `wanted`, by step; of steps done twice the later."""
    seen: dict[int, dict[str, str]] = {}
    for log in sorted(folder.glob("log/*/metrics.csv"), key=lambda path: path.stat().st_mtime):
        with log.open(newline="", encoding="utf-8") as file:
            seen.update({int(row["step"]): row for row in csv.DictReader(file) if row.get(wanted)})
    return [seen[step] for step in sorted(seen)]


def draw_curves(folder: Path) -> Path:
    """Draw losses and PSNR gains over the steps into `folder`/curves.png."""
    figure = Figure(figsize=(9, 4), layout="constrained")
    left, right = figure.subplots(1, 2)
    checks = logged(folder, "val/loss")
    for name, rows in (("train/loss", logged(folder, "train/loss")), ("val/loss", checks)):
        left.plot([int(r["step"]) for r in rows], [float(r[name]) for r in rows], label=name)
    left.set(xlabel="step", ylabel="loss (noise SD)", yscale="log")
    for name in sorted(key for key in (checks[0] if checks else {}) if key.startswith("val/gain")):
        rows = [r for r in checks if r[name]]
        right.plot([int(r["step"]) for r in rows], [float(r[name]) for r in rows], label=name)
    right.set(xlabel="step", ylabel="PSNR gain (dB)")
    for axes in (left, right):
        axes.grid(alpha=0.3)
        axes.legend()
    path = folder / "curves.png"
    figure.savefig(path, dpi=120)
    return path
