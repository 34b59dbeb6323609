"""What a run cost is counted over all its parts."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from training.clock import Compute, counted
from training.config import Config, Data, Network, Optimiser
from training.data import Pack
from training.fit import fit

PLAN = Optimiser(steps=4, epoch_steps=2, warmup=1)
CONFIG = Config(
    name="tiny", data=Data(crop=64, batch=2, validation=2), network=Network(width=8), optimiser=PLAN
)


def seconds(checkpoint: Path) -> float:
    return float(torch.load(checkpoint, weights_only=True)["callbacks"]["clock"]["seconds"])


def test_the_clock_goes_on_where_the_last_part_stopped(packed: Pack, tmp_path: Path) -> None:
    last = tmp_path / "run" / "last.ckpt"
    fit(CONFIG, packed, tmp_path / "run", progress=False)
    first = seconds(last)
    stored = torch.load(last, weights_only=True)
    stored["callbacks"]["clock"]["seconds"] += 3600
    torch.save(stored, last)
    fit(replace(CONFIG, optimiser=replace(PLAN, steps=6)), packed, tmp_path / "run", progress=False)
    cost = counted(last)
    assert 0 < first < 600
    assert cost.hours == pytest.approx(seconds(last) / 3600)
    assert seconds(last) > 3600 + first
    assert "CPU" in cost.device or "NVIDIA" in cost.device


def test_without_a_clock_nothing_is_claimed(tmp_path: Path) -> None:
    assert counted(tmp_path / "missing.ckpt") == Compute()
    torch.save({"callbacks": {}}, tmp_path / "old.ckpt")
    assert counted(tmp_path / "old.ckpt") == Compute()
