"""What a training lowers: the weighted sum of the losses that its configuration gives a weight."""

from collections.abc import Mapping

import torch
from torch import Tensor

from core.enhance.spec import ONE_HOT
from training.config import Losses
from training.criteria import frequency, gradient, mean_shift, ms_ssim
from training.losses import charbonnier
from training.samples import Sample

WINDOW = {"CT": (864 / 4096, 1264 / 4096), "MR": (0.0, 1.0), "XR": (0.0, 1.0)}
"""Normalised range in which PSNR and MS-SSIM are measured: [-160, 240] HU for CT, full scale else."""
FIDELITY = ("charbonnier", "ms_ssim", "frequency", "gradient", "mean")
"""Names, in `Losses`, of what compares an output with its target."""


def windows(modality: Tensor) -> tuple[Tensor, Tensor]:
    """(N, 3) one-hot → lower and upper ends of each image's `WINDOW`, both (N, 1, 1, 1)."""
    ends = torch.tensor([WINDOW[name] for name in ONE_HOT], device=modality.device)
    low, high = ends[modality.argmax(1)].T[:, :, None, None, None]
    return low, high


def unit(batch: Sample, least: Mapping[str, float]) -> Tensor:
    """Return what differences are divided by, (N, 1, 1, 1): σ, or `least` of the family if that is more."""
    if not least:
        return batch.sigma
    lowest = torch.tensor([least[name] for name in ONE_HOT], device=batch.sigma.device)
    return torch.maximum(batch.sigma, lowest[batch.modality.argmax(1)][:, None, None, None])


def fidelity(weights: Losses, output: Tensor, batch: Sample, sigma: Tensor) -> dict[str, Tensor]:
    """Return, unweighted, the losses of `FIDELITY` that have a weight; at full precision.

    `sigma`, (N, 1, 1, 1), is what differences are divided by.
    """
    with torch.autocast(output.device.type, enabled=False):
        wrong = output - batch.target
        terms = {
            "charbonnier": lambda: charbonnier(wrong, sigma),
            "ms_ssim": lambda: ms_ssim(output, batch.target, *windows(batch.modality)),
            "frequency": lambda: frequency(wrong, sigma),
            "gradient": lambda: gradient(wrong, sigma),
            "mean": lambda: mean_shift(wrong, sigma),
        }
        return {name: terms[name]() for name in FIDELITY if getattr(weights, name) > 0}


def weighted(weights: Losses, terms: dict[str, Tensor]) -> Tensor:
    """Return the sum of `terms`, each with its weight."""
    return torch.stack([getattr(weights, name) * term for name, term in terms.items()]).sum()
