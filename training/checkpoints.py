"""Checkpoints that a kill at any moment leaves whole."""

import hashlib
import io
import os
import pickle
from pathlib import Path
from typing import Any

import lightning as L
import torch
from lightning.pytorch.callbacks import Callback
from lightning.pytorch.plugins.io import TorchCheckpointIO
from torch import Tensor

from core.errors import ClearsliceError

DAMAGE = (OSError, EOFError, RuntimeError, KeyError, TypeError, pickle.UnpicklingError)
"""What reading a file raises that is no checkpoint of ours."""
DIGEST = "sha256:"
"""Begins what stands for the initial checkpoint once the run is under way."""


def digest(initial: str) -> str:
    """Return the digest of the checkpoint at the path `initial`; what is a digest or empty stays.

    Raises
    ------
    ClearsliceError
        If there is no such file.
    """
    if not initial or initial.startswith(DIGEST):
        return initial
    try:
        with Path(initial).open("rb") as file:
            return DIGEST + hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        msg = f"The initial checkpoint {Path(initial).name} could not be read; correct the path in 'initial'."
        raise ClearsliceError(msg) from error


def averaged_weights(path: Path) -> dict[str, Tensor]:
    """Return the averaged weights in a checkpoint, by their names in the network.

    Raises
    ------
    ClearsliceError
        If the file is no checkpoint of a training.
    """
    try:
        stored = torch.load(path, map_location="cpu", weights_only=True)["state_dict"]
    except DAMAGE as error:
        msg = f"The initial checkpoint {path.name} is damaged or no checkpoint; give another as 'initial'."
        raise ClearsliceError(msg) from error
    return {name.removeprefix("ema."): value for name, value in stored.items() if name.startswith("ema.")}


class WholeFiles(TorchCheckpointIO):
    """Writes beside the file and then renames, which a file system does wholly or not at all.

    Lightning's own goes through the system's temporary folder; moved to another disk, that is a copy.
    """

    def save_checkpoint(self, checkpoint: dict[str, Any], path: Any, storage_options: Any = None) -> None:
        """Write `checkpoint`; on failure the file that was there stays."""
        final = Path(path)
        unfinished = final.with_suffix(".part")
        # Written to a full disk directly, PyTorch hides the system's error behind one of its own.
        whole = io.BytesIO()
        torch.save(checkpoint, whole)
        try:
            with unfinished.open("wb") as file:
                file.write(whole.getbuffer())
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        unfinished.replace(final)


class Midway(Callback):
    """Saves every `steps` steps within an epoch; at its end ModelCheckpoint does, after the validation."""

    def __init__(self, path: Path, steps: int) -> None:
        self.path, self.steps = path, steps

    def on_train_batch_end(
        self, trainer: L.Trainer, pl_module: L.LightningModule, outputs: Any, batch: Any, batch_idx: int
    ) -> None:
        """Save if it is time."""
        done = batch_idx + 1
        finished = trainer.global_step >= trainer.max_steps
        if done < trainer.num_training_batches and (done % self.steps == 0 or finished):
            trainer.save_checkpoint(self.path)
