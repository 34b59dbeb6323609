"""Losses beside `training.losses`: structure, frequency, gradient, mean, and those of the adversary.

Differences are taken in units of the noise, as there, so that weights hold for every modality and dose.
"""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor
from torchmetrics.functional.image import multiscale_structural_similarity_index_measure

SCALES = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)
"""Weights of the scales, finest first (Wang, Simoncelli and Bovik 2003)."""
KERNEL = 11
"""Side in pixels of SSIM's Gaussian of SD 1.5."""
MEAN_SIDE = 8
"""Side in pixels of the boxes whose mean must not move."""


def ms_ssim(output: Tensor, target: Tensor, low: Tensor, high: Tensor) -> Tensor:
    """Return 1 − MS-SSIM inside a window of values, 0 for equal images.

    Every factor s enters as (1 + s)/2, because powers of factors below zero have no gradient.

    Parameters
    ----------
    output, target
        (N, 1, H, W), at least 11 pixels high and wide. As many of the five scales count as fit in.
    low, high
        (N, 1, 1, 1), ends of each image's window; values outside are clipped.
    """
    seen, wanted = (((x - low) / (high - low)).clamp(0, 1) for x in (output, target))
    betas = _betas(min(output.shape[2:]))
    similar: Tensor = multiscale_structural_similarity_index_measure(
        seen, wanted, sigma=1.5, data_range=1.0, betas=betas, normalize="simple"
    )
    return 1 - similar


def _betas(side: int) -> tuple[float, ...]:
    """Weights, of sum 1, of the scales at which the Gaussian still fits into `side` pixels."""
    # torchmetrics asks for the square of the level as well, which is more than needed at the fourth scale.
    fitting = [beta for level, beta in enumerate(SCALES) if side >= KERNEL * max(2**level, level**2)]
    return tuple(beta / sum(fitting) for beta in fitting)


def frequency(difference: Tensor, sigma: Tensor) -> Tensor:
    """Return the mean modulus of the orthonormal Fourier transform of d/σ; √π/2 for white noise of SD σ.

    Over the half-plane that a real image fills.
    """
    spectrum: Tensor = torch.fft.rfft2(difference / sigma, norm="ortho")
    return spectrum.abs().mean()


def gradient(difference: Tensor, sigma: Tensor) -> Tensor:
    """Return the mean of |∂d/σ| along the rows plus that along the columns, as differences of neighbours."""
    d = difference / sigma
    return d.diff(dim=2).abs().mean() + d.diff(dim=3).abs().mean()


def mean_shift(difference: Tensor, sigma: Tensor) -> Tensor:
    """Return the mean modulus of d/σ averaged over 8 × 8 pixels: what keeps the HU of a region."""
    return F.avg_pool2d(difference / sigma, MEAN_SIDE, stride=1).abs().mean()


Score = Callable[[Tensor], Tensor]
"""A critic: (N, 1, H, W) → (N,)."""


def gradient_penalty(critic: Score, real: Tensor, fake: Tensor, mix: Tensor) -> Tensor:
    """Return the mean of (‖∇critic‖ − 1)² between real and fake (Gulrajani et al. 2017).

    Parameters
    ----------
    critic
        Must not mix the images of a batch.
    real, fake
        (N, 1, H, W).
    mix
        (N, 1, 1, 1), uniform in [0, 1]: where between the two the slope is taken.
    """
    between = torch.lerp(fake.detach(), real.detach(), mix).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm: Tensor = torch.linalg.vector_norm(slope, dim=(1, 2, 3))
    return (norm - 1).square().mean()


def critic_loss(critic: Score, real: Tensor, fake: Tensor, mix: Tensor, weight: float = 10.0) -> Tensor:
    """Return what the critic lowers: minus the Wasserstein distance it sees, plus its penalty.

    Arguments as in `gradient_penalty`; `weight` is the penalty's (10 in Gulrajani et al. and in Yang et al.).
    """
    distance = critic(real.detach()).mean() - critic(fake.detach()).mean()
    return weight * gradient_penalty(critic, real, fake, mix) - distance


def generator_loss(critic: Score, fake: Tensor) -> Tensor:
    """Return what the generator lowers beside its fidelity: minus the critic's score."""
    return -critic(fake).mean()
