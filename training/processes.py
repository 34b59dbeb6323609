"""The processes that train together, as `torchrun` starts them and tells each by its environment."""

import os
from typing import Any

from lightning.fabric.plugins.environments.lightning import LightningEnvironment
from lightning.fabric.plugins.environments.torchelastic import TorchElasticEnvironment
from lightning.pytorch.strategies import DDPStrategy

from core.errors import ClearsliceError


def rank() -> int:
    """Return this process's number; 0 writes the files."""
    return int(os.environ.get("RANK", "0"))


def world() -> int:
    """Return how many processes train together."""
    return int(os.environ.get("WORLD_SIZE", "1"))


def shared(batch: int) -> None:
    """Refuse a batch that the processes cannot share equally.

    Raises
    ------
    ClearsliceError
        Naming both numbers.
    """
    if batch % world():
        msg = (
            f"A batch of {batch} cannot be shared by {world()} processes; change data.batch or their number."
        )
        raise ClearsliceError(msg)


def placement(unused: bool) -> dict[str, Any]:
    """Return how Lightning's Trainer takes part: alone, or by DDP where torchrun says so.

    SLURM's own environment is never chosen, not even in a job: Lightning would then write a checkpoint
    inside the handler of SLURM's signal, which may hang or leave a damaged file (its issue 21406).

    Parameters
    ----------
    unused
        Whether some weights have no gradient in some steps.
    """
    if world() == 1:
        return {"devices": 1, "plugins": [LightningEnvironment()]}
    here = int(os.environ["LOCAL_WORLD_SIZE"])
    return {
        "devices": here,
        "num_nodes": world() // here,
        "plugins": [TorchElasticEnvironment()],
        "strategy": DDPStrategy(find_unused_parameters=unused),
    }
