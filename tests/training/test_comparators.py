import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from core.errors import ClearsliceError
from training.config import DnCNNSize, Network, RDNSize, WGANSize
from training.networks.dncnn import DnCNN
from training.networks.kinds import GAIN, KINDS, MIDDLE, REACHES, Blind, build, restored
from training.networks.rdn import RDN
from training.networks.redcnn import REDCNN
from training.networks.wgan import Critic, Generator, patches
from training.work import NETWORKS, table, work

SMALL = {
    "dncnn": lambda: Blind(DnCNN(8, 5)),
    "redcnn": lambda: Blind(REDCNN(8)),
    "rdn": lambda: Blind(RDN(1, 8, 4, 2, 2)),
    "rdn-x2": lambda: Blind(RDN(2, 8, 4, 2, 2)),
    "wgan": lambda: Blind(Generator(8, 5)),
}
"""Each comparator, small enough for a test, and the pixels it reaches."""
REACH = {"dncnn": 5, "redcnn": 20, "rdn": 8, "rdn-x2": 9, "wgan": 5}


def inputs(batch: int, height: int, width: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(1)
    image = torch.rand(batch, 1, height, width, generator=generator)
    context = torch.rand(batch, 1, 64, 64, generator=generator)
    return image, torch.full_like(image, 0.02), torch.eye(3)[torch.arange(batch) % 3], context


@pytest.fixture(params=SMALL)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def net(name: str) -> nn.Module:
    torch.manual_seed(0)
    return SMALL[name]()


@pytest.mark.parametrize(("batch", "height", "width"), [(1, 48, 32), (3, 23, 41), (2, 21, 21)])
def test_any_size_and_batch_come_out_on_the_grid(
    net: nn.Module, name: str, batch: int, height: int, width: int
) -> None:
    residual, log_scale = net(*inputs(batch, height, width))
    scale = 2 if name == "rdn-x2" else 1
    assert residual.shape == (batch, 1, scale * height, scale * width)
    assert log_scale is None


@torch.no_grad()
def test_a_pixel_reaches_as_far_as_the_kernels_say(net: nn.Module, name: str) -> None:
    net.eval()
    image, *rest = inputs(2, 64, 64)
    changed = image.clone()
    changed[0, 0, 32, 32] += 1
    before, after = net(image, *rest)[0], net(changed, *rest)[0]
    assert torch.equal(before[1], after[1])  # the other image of the batch
    scale = before.shape[2] // 64
    rows, columns = ((before != after)[0, 0].nonzero().T // scale - 32).abs()
    assert rows.max() == columns.max() == REACH[name]


def test_tiles_overlap_as_far_as_a_network_sees(name: str) -> None:
    sizes = Network(dncnn=DnCNNSize(8, 5), rdn=RDNSize(8, 4, 2, 2), wgan=WGANSize(8, 5))
    assert 0 <= REACHES[name.removesuffix("-x2")](sizes) - REACH[name] <= 1


def test_every_parameter_learns(net: nn.Module) -> None:
    residual, _ = net(*inputs(2, 32, 32))
    residual.square().mean().backward()
    for label, parameter in net.named_parameters():
        assert parameter.grad is not None, label
        assert parameter.grad.abs().sum() > 0, label


def test_some_steps_on_one_batch_lower_its_error(net: nn.Module, name: str) -> None:
    image, *rest = inputs(2, 24, 24)
    target = 0.5 + 0.1 * torch.randn(2, 1, *restored(image, net(image, *rest)[0]).shape[2:])
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    errors = []
    for _ in range(4):
        error = (restored(image, net(image, *rest)[0]) - target).square().mean()
        adam.zero_grad()
        error.backward()
        adam.step()
        errors.append(float(error.detach()))
    assert errors[-1] < errors[0]


@pytest.mark.parametrize(
    ("made", "millions"),
    [
        (DnCNN(), 0.556),  # KAIR's table
        (REDCNN(), 1.849),  # ldct-benchmark
        (RDN(2, 64, 64, 16, 8), 22.12),  # 22 123 K with three colours, which take 2 306 more
    ],
)
def test_sizes_are_the_published_ones(made: nn.Module, millions: float) -> None:
    assert sum(p.numel() for p in made.parameters()) / 1e6 == pytest.approx(millions, rel=1e-3)


def test_generator_and_critic_have_the_published_layers() -> None:
    kernels = [layer.weight.shape for layer in Generator().modules() if isinstance(layer, nn.Conv2d)]
    assert kernels == [(32, 1, 3, 3)] + 6 * [(32, 32, 3, 3)] + [(1, 32, 3, 3)]
    layers = list(Critic().modules())
    assert [c.out_channels for c in layers if isinstance(c, nn.Conv2d)] == [64, 64, 128, 128, 256, 256]
    assert [c.stride[0] for c in layers if isinstance(c, nn.Conv2d)] == [1, 2, 1, 2, 1, 2]
    assert [c.out_features for c in layers if isinstance(c, nn.Linear)] == [1024, 1]


@torch.no_grad()
def test_red_cnn_skips_where_the_paper_does() -> None:
    """Figure 1 of Chen et al.: from the image and from the 2nd and 4th layer to the 10th, 8th and 6th."""
    torch.manual_seed(0)
    net, image = REDCNN(4), inputs(1, 32, 32)[0]
    layer = [*net.encode, *net.decode]
    second = layer[1](layer[0](image).relu()).relu()
    fourth = layer[3](layer[2](second).relu()).relu()
    sixth = (layer[5](layer[4](fourth).relu()) + fourth).relu()
    eighth = (layer[7](layer[6](sixth).relu()) + second).relu()
    expected = layer[9](layer[8](eighth).relu()) + image
    assert torch.allclose(restored(image, net(image)), expected, atol=1e-6)


def test_enlargement_is_pillow_s_bicubic() -> None:
    image = np.random.default_rng(0).normal(size=(11, 16)).astype(np.float32)
    expected = np.asarray(Image.fromarray(image).resize((32, 22), Image.Resampling.BICUBIC))
    fine = restored(torch.from_numpy(image)[None, None], torch.full((1, 1, 22, 32), 0.25))[0, 0]
    assert np.abs(fine.numpy() - (expected - 0.25)).max() < 1e-5


def test_patches_are_the_blocks_of_the_image() -> None:
    image = np.random.default_rng(0).normal(size=(2, 1, 17, 26)).astype(np.float32)
    blocks = [image[n, :, y : y + 8, x : x + 8] for n in range(2) for y in (0, 8) for x in (0, 8, 16)]
    assert np.array_equal(patches(torch.from_numpy(image), 8).numpy(), blocks)


def test_critic_scores_patches_one_by_one() -> None:
    torch.manual_seed(0)
    critic, batch = Critic(16, 4).eval(), torch.rand(5, 1, 16, 16)
    alone = torch.cat([critic(patch[None]) for patch in batch])
    assert torch.allclose(critic(batch), alone, atol=1e-6)
    assert critic(batch).shape == (5,)


@torch.no_grad()
def test_a_comparator_s_residual_comes_back_in_units_of_the_image() -> None:
    image, *rest = inputs(2, 8, 8)
    assert torch.equal(Blind(nn.Identity())(image, *rest)[0], image - MIDDLE)
    assert torch.equal(Blind(nn.Threshold(1e9, 8.0))(image, *rest)[0], torch.full_like(image, 8 / GAIN))


def test_every_network_is_built_and_weighed() -> None:
    rows = table(64).splitlines()[1:]
    assert [row.split()[0] for row in rows] == list(NETWORKS)
    assert {network.kind for network in NETWORKS.values()} == set(KINDS)


@pytest.mark.parametrize(
    ("network", "remedy"),
    [
        (Network("unet"), "one of clearnet, dncnn"),
        (Network("redcnn", 2), "clearnet or rdn for 2"),
        (Network("rdn", 3), "network.scale to 1"),
    ],
)
def test_what_there_is_not_is_refused(network: Network, remedy: str) -> None:
    with pytest.raises(ClearsliceError, match=remedy):
        build(network)


@torch.no_grad()
def test_comparators_see_the_noise_at_half_precision_too() -> None:
    image, *rest = inputs(1, 32, 32)
    net = Blind(DnCNN(8, 5)).eval()
    expected = net(image, *rest)[0]
    with torch.autocast("cpu", torch.bfloat16):
        assert torch.equal(net(image, *rest)[0], expected)


def test_work_of_plain_convolutions_is_kernels_times_pixels() -> None:
    side = 40
    per_pixel = 9 * (64 + 15 * 64 * 64 + 64)
    assert work(Blind(DnCNN()), side).macs == per_pixel * side**2
    wide = sum(96 * c * 25 * (side - 4 * (i + 1)) ** 2 for i, c in enumerate((1, 96, 96, 96, 96)))
    assert work(Blind(REDCNN()), side).macs == 2 * wide  # a transposed convolution costs what its mirror does


def test_work_agrees_with_torch_s_own_counter() -> None:
    from torch.utils.flop_counter import FlopCounterMode

    for name, network in NETWORKS.items():
        net = build(network).to("meta").eval()
        shapes = (1, 1, 64, 64), (1, 1, 64, 64), (1, 3), (1, 1, 64, 64)
        with FlopCounterMode(display=False) as counter:
            net(*(torch.empty(shape, device="meta") for shape in shapes))
        parts = network.scale**2
        assert work(net, 64).macs == counter.get_total_flops() // 2 // parts, name
