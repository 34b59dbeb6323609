"""Running the training."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import lightning as L
import torch
from lightning.pytorch.callbacks import Callback, LearningRateMonitor, ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger, TensorBoardLogger
from torch.utils.data import DataLoader

from core.enhance.spec import ONE_HOT, ModelSpec
from core.errors import ClearsliceError
from training import processes
from training.adversarial import Adversarial
from training.checkpoints import DAMAGE, DIGEST, Midway, WholeFiles, averaged_weights, digest
from training.clock import Clock
from training.config import Config
from training.data import FULL, Pack
from training.module import Denoising
from training.networks.kinds import REACHES
from training.progress import Speed, draw_curves, logged
from training.refusals import refuse_unfit, resolved_precision
from training.samples import Crops, Fixed, Sample, StepSampler
from training.tasks import noise_range


def model_spec(config: Config) -> ModelSpec:
    """Return the specification of the network that `config` trains."""
    reach = 1 + config.data.sigma_error
    ranges = {m: (low / 2, high * reach) for m, (low, high) in noise_range(config.data).items()}
    double = config.data.task == "double"
    return ModelSpec(
        config.name,
        config.version,
        task=config.data.task,
        variant=config.variant,
        magnification=2 if double else 1,
        enlarged=double and config.data.double.enlarged,
        modalities=ONE_HOT,
        noise_range=ranges,
        overlap=REACHES[config.network.kind](config.network),
    )


class Steps(DataLoader[Sample]):
    """A loader that knows at which step of the epoch it is, for exact resumption."""

    batch_sampler: StepSampler
    speed: Speed
    trainer: L.Trainer | None = None

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        """Yield the batches of the trainer's epoch; Lightning tells no batch sampler of it."""
        if self.trainer is not None:
            self.batch_sampler.epoch = self.trainer.current_epoch
        return self.speed.timed(super().__iter__())

    def state_dict(self) -> dict[str, int]:
        """Return the batches of this epoch that were handed out."""
        if self.trainer is None:
            return {"batches": 0}
        progress = self.trainer.fit_loop.epoch_loop.batch_progress
        return {"batches": 0 if progress.is_last_batch else progress.current.ready}

    def load_state_dict(self, state: dict[str, int]) -> None:
        """Go on after as many batches."""
        self.batch_sampler.start = state["batches"]


class Sharing(Callback):
    """Gives the loader its trainer and its share of each batch."""

    def __init__(self, loader: Steps) -> None:
        self.loader = loader

    def setup(self, trainer: L.Trainer, pl_module: L.LightningModule, stage: str) -> None:
        """Set both before the first batch is drawn."""
        self.loader.trainer = trainer
        self.loader.batch_sampler.rank = trainer.global_rank
        self.loader.batch_sampler.world = trainer.world_size


def build_module(config: Config) -> Denoising:
    """Return the untrained module of a configuration."""
    return Adversarial(config) if config.losses.adversarial > 0 else Denoising(config)


def load(checkpoint: Path) -> Denoising:
    """Return a trained module; its configuration lies beside the checkpoint.

    Raises
    ------
    ClearsliceError
        If the file is missing, damaged or of another configuration.
    """
    module = build_module(Config.load(checkpoint.with_name("config.toml")))
    try:
        stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
        module.load_state_dict(stored["state_dict"])
        module.trained_steps = int(stored["global_step"])
    except DAMAGE as error:
        raise _useless(checkpoint) from error
    if "config" in stored and not Config.from_toml(stored["config"]).same_result(module.config):
        raise _useless(checkpoint)
    return module.eval()


def _useless(checkpoint: Path) -> ClearsliceError:
    return ClearsliceError(
        f"The checkpoint {checkpoint.name} could not be read; it is damaged or of another configuration: "
        "put the right one in its place, or start in a new folder."
    )


def curve(folder: Path) -> list[dict[str, str]]:
    """Return what each validation of the run in `folder` showed, by step, over all its resumptions."""
    rows = logged(folder, "val/loss")
    return [{k: v for k, v in row.items() if k == "step" or k[:4] == "val/"} for row in rows]


def fit(config: Config, pack: Pack, folder: Path, progress: bool = True) -> Denoising:
    """Train in `folder`, going on from its last checkpoint if there is one.

    Under `torchrun` every process calls this; the batch is shared among them.

    Raises
    ------
    ClearsliceError
        If the configuration asks for what there is not, if the folder holds a run of another
        configuration or a checkpoint that does not fit it, if the initial checkpoint is of another
        network, if the batch cannot be shared, if the loss is no number any more, or if the disk is full.
    """
    processes.shared(config.data.batch)
    refuse_unfit(config)
    recorded = replace(config, initial=digest(config.initial))
    L.seed_everything(config.seed, verbose=False)
    module = build_module(recorded)
    if not (folder / "last.ckpt").exists():
        _start_from(config.initial, module)
    try:
        _claim(folder, recorded, pack)
        return _fit(module, pack, folder, progress)
    except OSError as error:
        if error.errno not in FULL:
            raise
        msg = f"The disk has no room for the run in {folder.name}; make room and start it again, it goes on."
        raise ClearsliceError(msg) from error


def _start_from(initial: str, module: Denoising) -> None:
    """Give `module` the averaged weights of the checkpoint at the path `initial`, if it is not empty."""
    if not initial:
        return
    if initial.startswith(DIGEST):
        msg = "The run has yet to start, and its initial checkpoint is known by digest only; set its path."
        raise ClearsliceError(msg)
    weights = averaged_weights(Path(initial))
    try:
        module.net.load_state_dict(weights)
        module.ema.load_state_dict(weights)
    except RuntimeError as error:
        msg = (
            f"The initial checkpoint {Path(initial).name} is of another network; "
            "give the section [network] the values in the config.toml beside it."
        )
        raise ClearsliceError(msg) from error


def _fit(module: Denoising, pack: Pack, folder: Path, progress: bool) -> Denoising:
    config, last = module.config, folder / "last.ckpt"
    if last.exists():
        load(last)
    loader = _loader(config, pack)
    check = Fixed(Crops(pack, "val", config.data, config.seed + 1), config.data.validation)
    trainer = _trainer(module, folder, [Sharing(loader), loader.speed, Clock()], progress)
    if config.compile:
        module.net.compile()
    trainer.fit(
        module, loader, DataLoader(check, config.data.batch), ckpt_path=last if last.exists() else None
    )
    if trainer.is_global_zero:
        print(loader.speed.line(trainer.world_size), file=sys.stderr, flush=True)
        draw_curves(folder)
    return module


def _loader(config: Config, pack: Pack) -> Steps:
    crops = Crops(pack, "train", config.data, config.seed)
    sampler = StepSampler(config.optimiser.epoch_steps, config.data.batch)
    workers: dict[str, Any] = {"num_workers": config.data.workers}
    loader = Steps(crops, batch_sampler=sampler, **workers)
    loader.speed = Speed(config.data.batch)
    return loader


def _trainer(module: Denoising, folder: Path, callbacks: list[Callback], progress: bool) -> L.Trainer:
    config, plan = module.config, module.config.optimiser
    keep = ModelCheckpoint(folder, "best", monitor="val/loss", save_last=True, enable_version_counter=False)
    midway = Midway(folder / "last.ckpt", config.checkpoint_steps)
    placed = processes.placement(unused=_idle_weights(config))
    placed["plugins"].append(WholeFiles())
    return L.Trainer(
        accelerator="auto",
        max_steps=plan.steps,
        max_epochs=-1,
        gradient_clip_val=plan.clip if module.automatic_optimization else None,
        precision=resolved_precision(config),  # type: ignore[arg-type]
        use_distributed_sampler=False,
        # MS-SSIM's reflecting pad has no deterministic backward on GPUs; all it could add is zeros,
        # since what the pad touches is cut off, so that a warning is enough.
        deterministic="warn" if config.losses.ms_ssim > 0 else True,
        logger=[
            CSVLogger(folder, name="log", flush_logs_every_n_steps=50),
            TensorBoardLogger(folder, name="tensorboard"),
        ],
        log_every_n_steps=min(50, plan.epoch_steps),
        callbacks=[*callbacks, keep, midway, LearningRateMonitor("step")],
        enable_progress_bar=progress,
        enable_model_summary=False,
        num_sanity_val_steps=0,
        **placed,
    )


def _idle_weights(config: Config) -> bool:
    """Tell whether some weights have no gradient in some steps."""
    weights = config.losses
    doubtless = weights.uncertainty == 0 or weights.uncertainty_from > 0
    return weights.adversarial > 0 or (config.network.kind == "clearnet" and doubtless)


def _claim(folder: Path, config: Config, pack: Pack) -> None:
    """Make `folder` this run's own: the resolved configuration and the data's digest lie in it."""
    record, data = folder / "config.toml", folder / "data.json"
    if record.exists() and not Config.load(record).same_result(config):
        msg = f"The folder {folder.name} holds a run of another configuration; choose another folder."
        raise ClearsliceError(msg)
    if data.exists() and json.loads(data.read_text())["digest"] != pack.digest:
        msg = f"The folder {folder.name} holds a run on other images; choose another folder."
        raise ClearsliceError(msg)
    if processes.rank() == 0:
        folder.mkdir(parents=True, exist_ok=True)
        versions = {"torch": torch.__version__, "processes": processes.world()}
        versions["precision"] = resolved_precision(config)
        _replace(record, config.to_toml())
        _replace(data, json.dumps({"digest": pack.digest, **versions}))


def _replace(path: Path, text: str) -> None:
    """Write a small file in one go, since other processes may be reading it."""
    unfinished = path.with_suffix(".part")
    unfinished.write_text(text)
    unfinished.replace(path)
