"""How long a run has trained, and on what: kept in its checkpoints, over all its parts."""

import pickle
import platform
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightning as L
import torch
from lightning.pytorch.callbacks import Callback

_KEY = "clock"


@dataclass(frozen=True, slots=True)
class Compute:
    """What a run cost; empty where nobody counted."""

    hours: float | None = None
    device: str = ""


class Clock(Callback):
    """Counts the seconds from the start of training to each checkpoint, validations included."""

    def __init__(self) -> None:
        self._before = 0.0
        self._devices: list[str] = []
        self._start: float | None = None

    @property
    def state_key(self) -> str:
        """The name of the state in a checkpoint."""
        return _KEY

    def on_train_start(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        """Start counting, and note on what."""
        self._start = time.perf_counter()
        device = _device(trainer)
        self._devices += [device] if device not in self._devices else []

    def state_dict(self) -> dict[str, Any]:
        """Return what was counted so far."""
        running = 0.0 if self._start is None else time.perf_counter() - self._start
        return {"seconds": self._before + running, "devices": list(self._devices)}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Go on from what an earlier part counted."""
        self._before, self._devices = float(state_dict["seconds"]), list(state_dict["devices"])


def _device(trainer: L.Trainer) -> str:
    count = trainer.world_size
    if trainer.strategy.root_device.type == "cuda":
        return f"{count} × {torch.cuda.get_device_name(trainer.strategy.root_device)}"
    threads = torch.get_num_threads()
    return f"{count} × {threads} thread{'s' * (threads > 1)} of a CPU ({_cpu()})"


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def counted(checkpoint: Path) -> Compute:
    """Return what the run up to `checkpoint` cost; empty if it kept no clock or cannot be read."""
    try:
        state = torch.load(checkpoint, map_location="cpu", weights_only=True)["callbacks"][_KEY]
    except (OSError, EOFError, RuntimeError, KeyError, pickle.UnpicklingError):
        return Compute()
    return Compute(state["seconds"] / 3600, ", then ".join(state["devices"]))
