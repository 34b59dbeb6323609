"""Running the training."""

import csv
import json
import pickle
from pathlib import Path
from typing import Any

import lightning as L
import torch
from lightning.pytorch.callbacks import Callback, LearningRateMonitor, ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger
from torch.utils.data import DataLoader

from core.enhance.spec import ONE_HOT, ModelSpec
from core.errors import ClearsliceError
from training import physics
from training.config import Config
from training.data import Pack
from training.module import Denoising
from training.networks.clearnet import ClearNet
from training.samples import Crops, Fixed, Sample, StepSampler


def model_spec(config: Config) -> ModelSpec:
    """Return the specification of the network that `config` trains."""
    reach = 1 + config.data.sigma_error
    ranges = {m: (low / 2, high * reach) for m, (low, high) in physics.SIGMA.items()}
    return ModelSpec(
        config.name, config.version, modalities=ONE_HOT, noise_range=ranges, overlap=ClearNet.REACH
    )


class Steps(DataLoader[Sample]):
    """A loader that knows at which step of the epoch it is, for exact resumption."""

    batch_sampler: StepSampler
    trainer: L.Trainer | None = None

    def state_dict(self) -> dict[str, int]:
        """Return the batches of this epoch that were handed out."""
        if self.trainer is None:
            return {"batches": 0}
        progress = self.trainer.fit_loop.epoch_loop.batch_progress
        return {"batches": 0 if progress.is_last_batch else progress.current.ready}

    def load_state_dict(self, state: dict[str, int]) -> None:
        """Go on after as many batches."""
        self.batch_sampler.start = state["batches"]


class Epochs(Callback):
    """Tells the sampler the epoch: Lightning does not do so for batch samplers."""

    def __init__(self, loader: Steps) -> None:
        self.loader = loader

    def setup(self, trainer: L.Trainer, pl_module: L.LightningModule, stage: str) -> None:
        """Give the loader its trainer and its share of the batch."""
        self.loader.trainer = trainer
        self.loader.batch_sampler.rank = trainer.global_rank
        self.loader.batch_sampler.world = trainer.world_size

    def on_train_epoch_start(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        """Set the epoch before the first batch of it is drawn."""
        self.loader.batch_sampler.epoch = trainer.current_epoch


def load(checkpoint: Path) -> Denoising:
    """Return a trained module; its configuration lies beside the checkpoint.

    Raises
    ------
    ClearsliceError
        If the file is missing, damaged or of another configuration.
    """
    module = Denoising(Config.load(checkpoint.with_name("config.toml")))
    try:
        stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
        module.load_state_dict(stored["state_dict"])
    except (OSError, RuntimeError, KeyError, pickle.UnpicklingError) as error:
        msg = (
            f"The checkpoint {checkpoint.name} could not be read; it is damaged or of another configuration."
        )
        raise ClearsliceError(msg) from error
    module.trained_steps = int(stored["global_step"])
    return module.eval()


def curve(folder: Path) -> list[dict[str, str]]:
    """Return what each validation of the run in `folder` showed, by step, over all its resumptions."""
    seen: dict[int, dict[str, str]] = {}
    for log in sorted(folder.glob("log/*/metrics.csv"), key=lambda path: path.stat().st_mtime):
        with log.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row.get("val/loss"):
                    seen[int(row["step"])] = {k: v for k, v in row.items() if k == "step" or k[:4] == "val/"}
    return [seen[step] for step in sorted(seen)]


def fit(config: Config, pack: Pack, folder: Path, progress: bool = True) -> Denoising:
    """Train in `folder`, going on from its last checkpoint if there is one.

    Raises
    ------
    ClearsliceError
        If the folder holds a run of another configuration.
    """
    _claim(folder, config, pack)
    plan = config.optimiser
    L.seed_everything(config.seed, verbose=False)
    crops = Crops(pack, "train", config.data, config.seed)
    workers: dict[str, Any] = {"num_workers": config.data.workers}
    loader = Steps(crops, batch_sampler=StepSampler(plan.epoch_steps, config.data.batch), **workers)
    check = Fixed(Crops(pack, "val", config.data, config.seed + 1), config.data.validation)
    trainer = _trainer(config, folder, Epochs(loader), progress)
    module = Denoising(config)
    last = folder / "last.ckpt"
    trainer.fit(
        module, loader, DataLoader(check, config.data.batch), ckpt_path=last if last.exists() else None
    )
    return module


def _trainer(config: Config, folder: Path, epochs: Callback, progress: bool) -> L.Trainer:
    plan = config.optimiser
    keep = ModelCheckpoint(folder, "best", monitor="val/loss", save_last=True, enable_version_counter=False)
    return L.Trainer(
        accelerator="auto",
        max_steps=plan.steps,
        max_epochs=-1,
        gradient_clip_val=plan.clip,
        precision=config.precision,  # type: ignore[arg-type]
        use_distributed_sampler=False,
        logger=CSVLogger(folder, name="log", flush_logs_every_n_steps=50),
        log_every_n_steps=50,
        callbacks=[epochs, keep, LearningRateMonitor("step")],
        enable_progress_bar=progress,
        enable_model_summary=False,
        num_sanity_val_steps=0,
    )


def _claim(folder: Path, config: Config, pack: Pack) -> None:
    """Make `folder` this run's own: the resolved configuration and the data's digest lie in it."""
    folder.mkdir(parents=True, exist_ok=True)
    record = folder / "config.toml"
    if record.exists() and _trained_alike(Config.load(record), config) is False:
        msg = f"The folder {folder.name} holds a run of another configuration; choose another folder."
        raise ClearsliceError(msg)
    record.write_text(config.to_toml())
    (folder / "data.json").write_text(json.dumps({"digest": pack.digest, "torch": torch.__version__}))


def _trained_alike(one: Config, two: Config) -> bool:
    """Whether the weights of one run fit the other; the length of a run may change."""
    return one.network == two.network and one.name == two.name
