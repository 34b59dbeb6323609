"""Checkpoints that a kill at any moment leaves whole."""

import io
import os
from pathlib import Path
from typing import Any

import lightning as L
import torch
from lightning.pytorch.callbacks import Callback
from lightning.pytorch.plugins.io import TorchCheckpointIO


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
