"""A network trained against a critic: WGAN with gradient penalty (Yang et al., IEEE TMI 37:1348, 2018)."""

from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR

from training.config import Config
from training.criteria import critic_loss, generator_loss
from training.module import Denoising, cosine
from training.networks.kinds import GAIN
from training.networks.wgan import Critic, patches
from training.samples import Sample

BETAS = (0.5, 0.9)
"""Of both Adams, as published."""


class Adversarial(Denoising):
    """Any network as generator; beside its losses it lowers minus the critic's score.

    Steps are the generator's: the critic's own count for nothing, neither in the schedule nor in the
    checkpoints, so that budgets compare with those of other networks.
    """

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.automatic_optimization = False
        self.critic = Critic(config.critic.patch, config.critic.width)

    def training_step(self, batch: Sample, index: int) -> None:
        """Let the critic learn, then the generator."""
        output, log_scale = self._run(self.net, batch)
        # Differences between patches are then of order one, as the penalty's unit slope wants them.
        fake, real = (patches(GAIN * x.float(), self.critic.side) for x in (output, batch.target))
        self._teach(real, fake.detach())
        self.critic.requires_grad_(False)
        with torch.autocast(fake.device.type, enabled=False):
            against = generator_loss(self.critic, fake)
        self.log("train/adversarial", against)
        loss = self._loss(output, log_scale, batch) + self.config.losses.adversarial * against
        self._improve(self._checked(loss))
        self.critic.requires_grad_(True)

    def _teach(self, real: Tensor, fake: Tensor) -> None:
        """Take the critic's steps, at full precision, for bfloat16 has no slopes to speak of."""
        plan = self.config.critic
        # Unwrapped, lest Lightning count these steps.
        _, adam = self.optimizers(use_pl_optimizer=False)  # type: ignore[misc]
        for turn in range(plan.steps):
            with torch.autocast(real.device.type, enabled=False):
                loss = critic_loss(self.critic, real, fake, self._mix(real, turn), plan.penalty)
            adam.zero_grad()
            self.manual_backward(self._checked(loss))
            adam.step()
        self.log("train/critic", loss.detach())

    def _mix(self, real: Tensor, turn: int) -> Tensor:
        """Numbers in [0, 1], (N, 1, 1, 1), that a resumed run draws again."""
        rng = np.random.default_rng((self.config.seed, self.global_step, turn, self.global_rank))
        return torch.from_numpy(rng.random((len(real), 1, 1, 1), np.float32)).to(real.device)

    def _improve(self, loss: Tensor) -> None:
        """Take the generator's step and let what depends on it follow."""
        adam: Any = self.optimizers()[0]  # type: ignore[index]
        adam.zero_grad()
        self.manual_backward(loss)
        self.clip_gradients(adam, self.config.optimiser.clip, "norm")
        adam.step()
        for schedule in self.lr_schedulers():  # type: ignore[union-attr]
            schedule.step()
        self._follow(self.global_step)

    def configure_optimizers(self) -> Any:
        """Return both Adams and their schedules."""
        plan = self.config.optimiser
        adams = [
            torch.optim.Adam(self.net.parameters(), plan.rate, BETAS),
            torch.optim.Adam(self.critic.parameters(), self.config.critic.rate, BETAS),
        ]
        return adams, [LambdaLR(adam, lambda step: cosine(step, plan)) for adam in adams]
