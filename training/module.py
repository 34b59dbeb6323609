"""What one step of training is."""

import copy
import math
from typing import Any

import lightning as L
import torch
from torch import Tensor, nn

from core.enhance.spec import ONE_HOT
from core.errors import ClearsliceError
from training.config import Config, Optimiser
from training.losses import charbonnier, laplace
from training.networks.kinds import build, restored
from training.samples import Sample

WINDOW = {"CT": (864 / 4096, 1264 / 4096), "MR": (0.0, 1.0), "XR": (0.0, 1.0)}
"""Normalised range in which PSNR is measured: [-160, 240] HU for CT, full scale else."""


def cosine(step: int, plan: Optimiser) -> float:
    """Return the share of the rate at `step`: linear warm-up, then half a cosine."""
    if step < plan.warmup:
        return (step + 1) / plan.warmup
    done = min((step - plan.warmup) / max(plan.steps - plan.warmup, 1), 1.0)
    least = plan.rate_end / plan.rate
    return least + (1 - least) * 0.5 * (1 + math.cos(math.pi * done))


class Denoising(L.LightningModule):
    """Any network from image to residual, with averaged weights (`ema`) and, where it has one, a doubt."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.trained_steps = 0
        self.net = build(config.network)
        if config.channels_last:
            self.net = self.net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.ema = copy.deepcopy(self.net).requires_grad_(False)

    def training_step(self, batch: Sample, index: int) -> Tensor:
        """Return the loss of a batch; refuses to go on from one that is not a number."""
        plan = self.config.optimiser
        output, log_scale = self._run(self.net, batch)
        wrong = output - batch.target
        loss = charbonnier(wrong, batch.sigma)
        self.log("train/loss", loss, prog_bar=True)
        if log_scale is not None and self.global_step >= plan.uncertainty_from * plan.steps:
            doubt = laplace(wrong.detach(), log_scale, batch.sigma)
            self.log("train/doubt", doubt)
            loss = loss + plan.uncertainty * doubt
        if not torch.isfinite(loss):
            value = float(loss.detach())
            msg = f"The loss became {value} at step {self.global_step}; lower optimiser.rate in a new folder."
            raise ClearsliceError(msg)
        return loss

    @staticmethod
    def _run(net: nn.Module, batch: Sample) -> tuple[Tensor, Tensor | None]:
        """Return the restored images, and log b of their Laplace laws if the network states it."""
        sigma = batch.sigma.expand_as(batch.image)
        residual, log_scale = net(batch.image, sigma, batch.modality, batch.context)
        return restored(batch.image, residual), log_scale

    def optimizer_step(self, *arguments: Any) -> None:
        """Take the step, then let the averaged weights follow, faster while they are young.

        Here and not at the batch's end, because checkpoints are written before the module hears of that.
        """
        super().optimizer_step(*arguments)
        done = self.global_step + 1
        keep = min(self.config.optimiser.ema, (1 + done) / (10 + done))
        with torch.no_grad():
            for slow, fast in zip(self.ema.parameters(), self.net.parameters(), strict=True):
                slow.lerp_(fast, 1 - keep)
            # A normalisation's statistics are averages already.
            for kept, new in zip(self.ema.buffers(), self.net.buffers(), strict=True):
                kept.copy_(new)

    def on_save_checkpoint(self, checkpoint: dict[str, Any]) -> None:
        """Let the checkpoint say of which configuration it is."""
        checkpoint["config"] = self.config.to_toml()

    def validation_step(self, batch: Sample, index: int) -> None:
        """Log loss and PSNR gain of the averaged weights."""
        output, _ = self._run(self.ema, batch)
        plain = restored(batch.image, torch.zeros_like(output))
        self.log("val/loss", charbonnier(output - batch.target, batch.sigma), batch_size=len(output))
        for i, code in enumerate(batch.modality):
            name = ONE_HOT[int(code.argmax())]
            before, after = (_psnr(x[i], batch.target[i], name) for x in (plain, output))
            self.log(f"val/psnr_{name}", after, batch_size=1)
            self.log(f"val/gain_{name}", after - before, batch_size=1)

    def configure_optimizers(self) -> Any:
        """Return Adam and the schedule, stepped per batch."""
        plan = self.config.optimiser
        adam = torch.optim.Adam(self.net.parameters(), plan.rate)
        schedule = torch.optim.lr_scheduler.LambdaLR(adam, lambda step: cosine(step, plan))
        return {"optimizer": adam, "lr_scheduler": {"scheduler": schedule, "interval": "step"}}


def _psnr(output: Tensor, target: Tensor, modality: str) -> Tensor:
    low, high = WINDOW[modality]
    error = output.clamp(low, high) - target.clamp(low, high)
    return -10 * torch.log10((error / (high - low)).square().mean().clamp_min(1e-12))
