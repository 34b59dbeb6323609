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
from training.losses import laplace
from training.networks.kinds import build, restored
from training.networks.mirrored import Mirrored
from training.objective import WINDOW, fidelity, unit, weighted
from training.samples import Sample
from training.tasks import least_unit


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

    def shipped(self) -> nn.Module:
        """Return the network that is exported, with the averaged weights."""
        return Mirrored(self.ema).eval() if self.config.mirrored else self.ema

    def training_step(self, batch: Sample, index: int) -> Tensor | None:
        """Return the loss of a batch; refuses to go on from one that is not a number."""
        output, log_scale = self._run(self.net, batch)
        return self._checked(self._loss(output, log_scale, batch))

    def _loss(self, output: Tensor, log_scale: Tensor | None, batch: Sample) -> Tensor:
        """Return the weighted sum of fidelity and uncertainty, after logging each."""
        weights, steps = self.config.losses, self.config.optimiser.steps
        terms = self._fidelity(output, batch)
        loss = weighted(weights, terms)
        self.log("train/loss", loss, prog_bar=True)
        late = self.global_step >= weights.uncertainty_from * steps
        if log_scale is not None and late and weights.uncertainty > 0:
            doubt = laplace((output - batch.target).detach(), log_scale, batch.sigma)
            terms["uncertainty"] = doubt
            loss = loss + weights.uncertainty * doubt
        self.log_dict({f"train/{name}": term for name, term in terms.items()})
        return loss

    def _fidelity(self, output: Tensor, batch: Sample) -> dict[str, Tensor]:
        return fidelity(self.config.losses, output, batch, unit(batch, least_unit(self.config.data)))

    def _checked(self, loss: Tensor) -> Tensor:
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
        self._follow(self.global_step + 1)

    @torch.no_grad()
    def _follow(self, done: int) -> None:
        keep = min(self.config.optimiser.ema, (1 + done) / (10 + done))
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
        loss = weighted(self.config.losses, self._fidelity(output, batch))
        self._log_check("val/loss", loss, len(output))
        for i, code in enumerate(batch.modality):
            name = ONE_HOT[int(code.argmax())]
            before, after = (_psnr(x[i], batch.target[i], name) for x in (plain, output))
            self._log_check(f"val/psnr_{name}", after, 1)
            self._log_check(f"val/gain_{name}", after - before, 1)

    def _log_check(self, name: str, value: Tensor, size: int) -> None:
        """Log the mean over the processes, since each has its own statistics of a normalisation."""
        self.log(name, value, batch_size=size, sync_dist=True)

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
