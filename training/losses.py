"""Losses in units of the noise, so that every modality and dose counts alike."""

import torch
from torch import Tensor

SMOOTH = 0.1
"""Where Charbonnier turns from squares to absolutes, in noise SDs."""


def charbonnier(difference: Tensor, sigma: Tensor) -> Tensor:
    """Return the mean of ``sqrt((d/σ)² + ε²)`` (Charbonnier et al. 1994)."""
    return torch.sqrt((difference / sigma).square() + SMOOTH**2).mean()


def laplace(difference: Tensor, log_scale: Tensor, sigma: Tensor) -> Tensor:
    """Return the mean negative log-likelihood ``|d|/b + log(b/σ)`` of a Laplace law of scale b."""
    return ((difference.abs() * torch.exp(-log_scale)) + log_scale - torch.log(sigma)).mean()
