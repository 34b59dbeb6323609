import math

import numpy as np
import pytest
import torch
from scipy.ndimage import gaussian_filter
from skimage.metrics import structural_similarity
from torch import Tensor

from training.criteria import (
    SCALES,
    critic_loss,
    frequency,
    generator_loss,
    gradient,
    gradient_penalty,
    mean_shift,
    ms_ssim,
)
from training.networks.wgan import Critic

ZERO, ONE = torch.zeros(1, 1, 1, 1), torch.ones(1, 1, 1, 1)


def pair(side: int) -> tuple[Tensor, Tensor]:
    rng = np.random.default_rng(side)
    clean = gaussian_filter(rng.random((side, side)), 2)
    clean = (clean - clean.min()) / np.ptp(clean)
    noisy = np.clip(clean + 0.1 * rng.normal(size=clean.shape), 0, 1)
    made = (torch.from_numpy(x.astype(np.float32))[None, None] for x in (noisy, clean))
    return next(made), next(made)


def factors(a: np.ndarray, b: np.ndarray) -> tuple[float, float]:
    """SSIM of the mirrored image and, clear of its border, its contrast and structure (Wang et al. 2004)."""

    def blur(x: np.ndarray) -> np.ndarray:
        return gaussian_filter(x, 1.5, truncate=3.5, mode="mirror")

    ma, mb = blur(a), blur(b)
    va, vb, cov = blur(a * a) - ma * ma, blur(b * b) - mb * mb, blur(a * b) - ma * mb
    structure = (2 * cov + 0.03**2) / (va + vb + 0.03**2)
    light = (2 * ma * mb + 0.01**2) / (ma * ma + mb * mb + 0.01**2)
    return float((light * structure).mean()), float(structure[5:-5, 5:-5].mean())


def halved(x: np.ndarray) -> np.ndarray:
    y = x[: len(x) // 2 * 2, : len(x) // 2 * 2]
    return (y[::2, ::2] + y[1::2, ::2] + y[::2, 1::2] + y[1::2, 1::2]) / 4


def test_one_scale_is_scikit_image_s_ssim() -> None:
    a, b = (
        torch.nn.functional.pad(x, (6, 6, 6, 6), value=0.5) for x in pair(9)
    )  # no rule at borders matters
    _, seen = structural_similarity(
        a[0, 0].numpy(),
        b[0, 0].numpy(),
        data_range=1,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        full=True,
    )
    assert float(ms_ssim(a, b, ZERO, ONE)) == pytest.approx(1 - (1 + seen.mean()) / 2, abs=1e-5)


@pytest.mark.parametrize(("side", "scales"), [(22, 2), (90, 3), (128, 4), (181, 5)])
def test_scales_multiply_as_wang_says(side: int, scales: int) -> None:
    tensors = pair(side)
    a, b = (x[0, 0].numpy().astype(float) for x in tensors)
    expected = 1.0
    for level, beta in enumerate(SCALES[:scales]):
        ssim, structure = factors(a, b)
        s = ssim if level == scales - 1 else structure
        expected *= ((1 + s) / 2) ** (beta / sum(SCALES[:scales]))
        a, b = halved(a), halved(b)
    assert float(ms_ssim(*tensors, ZERO, ONE)) == pytest.approx(1 - expected, abs=1e-5)


@pytest.mark.parametrize("side", [11, 43, 44, 87, 88, 98, 99, 175, 176])
def test_equal_images_of_any_size_lose_nothing(side: int) -> None:
    _, b = pair(side)
    assert float(ms_ssim(b, b, ZERO, ONE)) == pytest.approx(0, abs=1e-6)


def test_each_image_is_seen_through_its_own_window() -> None:
    a, b = pair(32)
    low, high = torch.tensor([0.0, -3.0])[:, None, None, None], torch.tensor([1.0, 5.0])[:, None, None, None]
    stretched = [torch.cat((x, x * 8 - 3)) for x in (a, b)]
    assert float(ms_ssim(*stretched, low, high)) == pytest.approx(float(ms_ssim(a, b, ZERO, ONE)), abs=1e-5)
    outside = a.masked_fill(a >= 1, 7.0)
    assert torch.equal(ms_ssim(outside, b, ZERO, ONE), ms_ssim(a, b, ZERO, ONE))


def test_inverted_structure_still_has_a_gradient() -> None:
    _, b = pair(32)
    output = (1 - b).requires_grad_()
    ms_ssim(output, b, ZERO, ONE).backward()
    assert output.grad is not None
    assert torch.isfinite(output.grad).all()
    assert output.grad.abs().max() > 0


def test_frequency_is_numpy_s() -> None:
    d, sigma = torch.randn(2, 1, 17, 24), torch.tensor([0.5, 2.0])[:, None, None, None]
    expected = np.abs(np.fft.rfft2((d / sigma).numpy().astype(float), norm="ortho")).mean()
    assert float(frequency(d, sigma)) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("sd", [0.003, 4.0])
def test_white_noise_of_any_strength_counts_the_same(sd: float) -> None:
    d = sd * torch.randn(4, 1, 128, 128, generator=torch.Generator().manual_seed(0))
    sigma = torch.full((4, 1, 1, 1), sd)
    assert float(frequency(d, sigma)) == pytest.approx(math.sqrt(math.pi) / 2, rel=0.02)
    assert float(gradient(d, sigma)) == pytest.approx(4 / math.sqrt(math.pi), rel=0.02)
    # The mean over 64 pixels has an eighth of the SD.
    assert float(mean_shift(d, sigma)) == pytest.approx(math.sqrt(2 / math.pi) / 8, rel=0.1)


def test_gradient_of_a_ramp_is_its_slopes() -> None:
    y, x = torch.meshgrid(torch.arange(9.0), torch.arange(13.0), indexing="ij")
    assert float(gradient((3 * y - 2 * x)[None, None], 2 * ONE)) == pytest.approx((3 + 2) / 2)


def test_only_what_moves_the_mean_shifts_it() -> None:
    checks = (torch.arange(16)[:, None] + torch.arange(21)) % 2 * 2.0 - 1
    assert float(mean_shift(checks[None, None], ONE)) == pytest.approx(0, abs=1e-6)
    assert float(mean_shift(checks[None, None] - 6, 3 * ONE)) == pytest.approx(2)


class Linear(torch.nn.Module):
    """A critic of the same slope everywhere."""

    def __init__(self, norm: float) -> None:
        super().__init__()
        weight = torch.randn(1, 6, 7, generator=torch.Generator().manual_seed(0))
        self.weight = torch.nn.Parameter(norm * weight / weight.norm())

    def forward(self, x: Tensor) -> Tensor:
        return (x * self.weight).sum((1, 2, 3))


def batches() -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(2)
    real, fake = torch.randn(2, 4, 1, 6, 7, generator=generator)
    return real, fake, torch.rand(4, 1, 1, 1, generator=generator)


@pytest.mark.parametrize("norm", [1.0, 3.0, 0.25])
def test_penalty_of_a_linear_critic_is_its_slope_less_one_squared(norm: float) -> None:
    penalty = gradient_penalty(Linear(norm), *batches())
    assert float(penalty.detach()) == pytest.approx((norm - 1) ** 2, abs=1e-6)


def test_penalty_looks_between_real_and_fake() -> None:
    real, fake, mix = batches()
    between = mix * real + (1 - mix) * fake
    expected = (between.flatten(1).norm(dim=1) - 1).square().mean()
    found = gradient_penalty(lambda x: x.square().sum((1, 2, 3)) / 2, real, fake, mix)
    assert float(found.detach()) == pytest.approx(float(expected), rel=1e-5)


def test_penalty_of_a_flat_critic_can_be_learned_from() -> None:
    critic = Linear(0.0)
    penalty = gradient_penalty(critic, *batches())
    penalty.backward()
    assert float(penalty.detach()) == 1
    assert critic.weight.grad is not None
    assert torch.isfinite(critic.weight.grad).all()


def test_a_perfect_critic_s_loss_is_minus_the_distance() -> None:
    """Real is fake moved by 5 along a critic of slope 1: their Wasserstein distance is 5."""
    critic, (_, fake, mix) = Linear(1.0).requires_grad_(False), batches()
    real = fake + 5 * critic.weight
    assert float(critic_loss(critic, real, fake, mix)) == pytest.approx(-5, abs=1e-4)
    steeper = Linear(3.0).requires_grad_(False)
    assert float(critic_loss(steeper, real, fake, mix, 7)) == pytest.approx(-15 + 7 * 4, abs=1e-3)


def test_critic_learns_and_generator_follows_it() -> None:
    """Patches of mean 1 against patches of mean `level`, which starts at 0."""
    torch.manual_seed(0)
    critic, level = Critic(8, 4), torch.nn.Parameter(torch.zeros(1))
    judge, forge = torch.optim.Adam(critic.parameters(), 1e-2), torch.optim.SGD([level], 0.05)

    def draw(mean: Tensor | float) -> Tensor:
        return 0.1 * torch.randn(16, 1, 8, 8) + mean

    for _ in range(60):
        loss = critic_loss(critic, draw(1.0), draw(level), torch.rand(16, 1, 1, 1))
        judge.zero_grad()
        loss.backward()
        judge.step()
    assert level.grad is None  # the critic's step costs the generator nothing
    with torch.no_grad():
        seen = float((critic(draw(1.0)) - critic(draw(0.0))).mean())
    assert 4 < seen < 12  # true distance: 1 for each of 64 pixels, √64 = 8
    for _ in range(3):
        loss = generator_loss(critic, draw(level))
        forge.zero_grad()
        loss.backward()
        forge.step()
    assert float(level.detach()) > 0.1
