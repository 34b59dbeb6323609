"""What a configuration may not ask for, told before a run leaves anything behind."""

import torch

from core.errors import ClearsliceError
from training.config import Config
from training.criteria import KERNEL
from training.objective import FIDELITY

PRECISIONS = ("32-true", "bf16-mixed", "auto")


def refuse_unfit(config: Config) -> None:
    """Refuse settings that contradict each other or that nothing can be trained with.

    Raises
    ------
    ClearsliceError
        Naming the first such setting and what to set.
    """
    for problem in (_precision(config), _weights(config), _sizes(config), _critic(config)):
        if problem:
            raise ClearsliceError(problem)


def _precision(config: Config) -> str:
    if config.precision in PRECISIONS:
        return ""
    return f"There is no precision '{config.precision}'; set precision to one of {', '.join(PRECISIONS)}."


def _weights(config: Config) -> str:
    weights = config.losses
    for name in (*FIDELITY, "uncertainty", "adversarial"):
        if getattr(weights, name) < 0:
            return f"A loss cannot have a weight below zero; set losses.{name} to 0 to leave it out."
    if not any(getattr(weights, name) > 0 for name in FIDELITY):
        return "No loss compares the output with the target; give losses.charbonnier a weight above 0."
    return ""


def _sizes(config: Config) -> str:
    side, multiple = config.data.crop, 16 * config.network.scale
    if config.network.kind == "clearnet" and side % multiple:
        return f"Crops for 'clearnet' must have sides of {multiple} pixels or a multiple; change data.crop."
    if config.losses.ms_ssim > 0 and side < KERNEL:
        return f"MS-SSIM needs crops of {KERNEL} pixels; enlarge data.crop or set losses.ms_ssim to 0."
    return ""


def _critic(config: Config) -> str:
    critic, side = config.critic, config.data.crop
    if config.losses.adversarial == 0:
        if config.network.kind == "wgan":
            return "The network 'wgan' needs a critic; set losses.adversarial above 0, e.g. 0.05."
        return ""
    if critic.patch % 8 or not 8 <= critic.patch <= side:
        return f"The critic's patches must be a multiple of 8 and at most {side} pixels; change critic.patch."
    return "" if critic.steps > 0 else "The critic must take a step at least; set critic.steps above 0."


def resolved_precision(config: Config) -> str:
    """Return the precision that "auto" means on this machine, or the one that is set."""
    if config.precision != "auto":
        return config.precision
    able = torch.cuda.is_available() and torch.cuda.is_bf16_supported()
    return "bf16-mixed" if able else "32-true"
