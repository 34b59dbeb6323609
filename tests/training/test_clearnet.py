import numpy as np
import pytest
import torch
import torch.nn.functional as F

from core.enhance.tiles import Tiling, by_tiles
from core.stop import Stop
from training.losses import charbonnier, laplace
from training.networks.clearnet import COARSE, FINE, ClearNet, box_mean, compress


@pytest.fixture(scope="module")
def net() -> ClearNet:
    torch.manual_seed(0)
    made = ClearNet(width=8)
    for block in (made.attention.think[-1],):
        torch.nn.init.normal_(block.weight)
    return made.eval()


def inputs(batch: int, height: int, width: int) -> tuple[torch.Tensor, ...]:
    generator = torch.Generator().manual_seed(1)
    image = torch.rand(batch, 1, height, width, generator=generator)
    context = torch.rand(batch, 1, 64, 64, generator=generator)
    return image, torch.full_like(image, 0.02), torch.eye(3)[torch.arange(batch) % 3], context


@torch.no_grad()
def test_tiles_give_what_the_whole_gives(net: ClearNet) -> None:
    image, sigma, modality, context = inputs(1, 256, 400)
    whole = net(image, sigma, modality, context)[0][0, 0].numpy()

    def one(tile: np.ndarray) -> np.ndarray:
        x = torch.from_numpy(np.ascontiguousarray(tile))[None, None]
        return net(x, torch.full_like(x, 0.02), modality, context)[0][0, 0].numpy()

    tiled = by_tiles(image[0, 0].numpy(), Tiling(256, ClearNet.reach(3), 16), one, Stop())
    assert np.abs(tiled - whole).max() <= 1e-6


@pytest.mark.parametrize("side", [1, FINE, COARSE])
@pytest.mark.parametrize("shape", [(2, 1, 64, 48), (1, 1, 16, 240)])
def test_box_means_are_those_of_pooling(side: int, shape: tuple[int, ...]) -> None:
    x = torch.rand(shape, generator=torch.Generator().manual_seed(2), dtype=torch.float64)
    pooled = F.avg_pool2d(x, side, 1, side // 2, count_include_pad=False)
    torch.testing.assert_close(box_mean(x, side), pooled)


def test_compression_is_the_inverse_hyperbolic_sine() -> None:
    x = torch.cat((-torch.logspace(4, -4, 50), torch.zeros(1), torch.logspace(-4, 4, 50)))
    torch.testing.assert_close(compress(x), 4 * torch.asinh(x / 4), rtol=1e-6, atol=1e-6)


@torch.no_grad()
def test_the_head_sees_the_unshuffled_planes(net: ClearNet) -> None:
    planes = torch.rand(2, 4, 32, 48, generator=torch.Generator().manual_seed(3))
    unshuffled = F.conv2d(F.pixel_unshuffle(planes, 2), net.head.weight, net.head.bias, padding=1)
    torch.testing.assert_close(net.head(planes), unshuffled)


@torch.no_grad()
@pytest.mark.parametrize("middle", [1, 3, 5])
def test_influence_ends_at_the_stated_reach(middle: int) -> None:
    torch.manual_seed(0)
    net, reach = ClearNet(width=4, middle=middle).eval(), ClearNet.reach(middle)
    image, sigma, modality, context = inputs(1, 320, 320)
    changed = image.clone()
    changed[:, :, 160:176] += 1
    for a, b in zip(
        net(image, sigma, modality, context), net(changed, sigma, modality, context), strict=True
    ):
        rows = (a != b).any(3).flatten().nonzero()
        assert int(rows.min()) >= 160 - reach
        assert int(rows.max()) < 176 + reach
        assert int(rows.min()) < 160 - reach // 2


@torch.no_grad()
def test_context_and_modality_matter(net: ClearNet) -> None:
    image, sigma, modality, context = inputs(1, 64, 64)
    one = net(image, sigma, modality, context)[0]
    assert not torch.equal(one, net(image, sigma, modality, context + 1)[0])
    assert not torch.equal(one, net(image, sigma, modality.roll(1), context)[0])


@torch.no_grad()
def test_no_noise_stated_means_hardly_any_change(net: ClearNet) -> None:
    image, sigma, modality, context = inputs(1, 64, 64)
    residual = net(image, torch.zeros_like(sigma), modality, context)[0]
    assert torch.isfinite(residual).all()
    assert float(residual.abs().max()) < 1e-2


def test_losses_against_their_formulas() -> None:
    d, sigma = torch.tensor([0.0, 0.2, -0.4]), torch.tensor(0.1)
    expected = np.mean([0.1, np.hypot(2, 0.1), np.hypot(4, 0.1)])
    assert float(charbonnier(d, sigma)) == pytest.approx(expected)
    log_b = torch.log(torch.full((3,), 0.2))
    assert float(laplace(d, log_b, sigma)) == pytest.approx(np.mean([0, 1, 2]) + np.log(2), rel=1e-5)


def test_uncertainty_leaves_the_picture_alone() -> None:
    made = ClearNet(width=8)
    _, log_scale = made(*inputs(2, 32, 32))
    log_scale.sum().backward()
    assert made.head.weight.grad is None
    assert made.doubt[0].weight.grad is not None
