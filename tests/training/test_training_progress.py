"""What a run says of its speed."""

import os
import re
import time
from pathlib import Path

import pytest
import torch
from lightning import LightningModule, Trainer

from training.progress import WARM, Speed, gpus_busy


def spent(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        torch.ones(1)


def measured(waits: float, works: float) -> str:
    speed, trainer, module = Speed(batch=8), Trainer(logger=False), LightningModule()

    def batches():
        for _ in range(WARM + 4):
            time.sleep(waits)
            yield None

    for _ in speed.timed(batches()):
        speed.on_train_batch_start(trainer, module)
        spent(works)
        speed.on_train_batch_end(trainer, module)
    return speed.line(1)


def test_waiting_is_told_from_working() -> None:
    waiting, working = (
        float(re.search(r"data loading ([\d.]+)%", measured(*each))[1]) for each in ((0.05, 0.0), (0.0, 0.05))
    )
    assert waiting > 80
    assert working < 20


def test_computing_is_told_from_waiting() -> None:
    idle, busy = (
        int(re.search(r"this process at (\d+)% of", measured(*each))[1]) for each in ((0.2, 0.0), (0.0, 0.05))
    )
    assert idle <= 10 / (os.cpu_count() or 1)
    assert busy > idle


def test_a_few_steps_are_too_few() -> None:
    assert "too few" in Speed(8).line(1)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the driver's program")
@pytest.mark.parametrize(
    ("says", "expected"), [("echo 80; echo 90", 0.85), ("echo No devices were found; exit 6", None)]
)
def test_gpus_are_asked_for_by_the_driver_s_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, expected: float | None
) -> None:
    program = tmp_path / "nvidia-smi"
    program.write_text(f"#!/bin/sh\n{says}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert gpus_busy() == (None if expected is None else pytest.approx(expected))
    monkeypatch.setenv("PATH", "")
    assert gpus_busy() is None
