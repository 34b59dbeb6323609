"""What the networks cost: `python -m training.work` prints parameters and multiplications per slice."""

import argparse
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.config import Network
from training.networks.kinds import KINDS, SCALES, build

NETWORKS = {kind: Network(kind) for kind in KINDS} | {f"{kind}-x2": Network(kind, 2) for kind in SCALES}
"""What the table lists, each at its default size."""
YARDSTICK = "redcnn"
"""The network whose work the others are compared with."""


@dataclass(frozen=True, slots=True)
class Work:
    """Cost of one network on one slice."""

    parameters: int
    macs: int
    """Multiply-accumulate operations of convolutions and fully connected layers, per slice that comes out."""


def work(net: nn.Module, side: int) -> Work:
    """Count by forward hooks for a slice that comes out with side × side pixels.

    Moves `net` to the meta device, whose tensors have shapes and no values, so that nothing is computed.
    """
    total = 0

    def count(layer: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        nonlocal total
        total += _macs(layer, inputs[0], output)

    net.to("meta").eval()
    hooks = [layer.register_forward_hook(count) for layer in net.modules()]
    residual, _ = net(*(torch.empty(shape, device="meta") for shape in _shapes(side)))
    for hook in hooks:
        hook.remove()
    parts = (residual.shape[2] // side) ** 2  # a finer grid makes this many slices of that size
    return Work(sum(p.numel() for p in net.parameters()), total // parts)


def _shapes(side: int) -> tuple[tuple[int, ...], ...]:
    """Image, sigma, modality and context of one slice."""
    return (1, 1, side, side), (1, 1, side, side), (1, 3), (1, 1, 64, 64)


def _macs(layer: nn.Module, x: Tensor, y: Tensor) -> int:
    """Every output of a convolution takes a kernel; every input of a transposed one spreads a kernel."""
    if isinstance(layer, nn.ConvTranspose2d):
        return x.numel() * layer.weight[0].numel()  # weight is (in, out, k, k)
    if isinstance(layer, nn.Conv2d | nn.Linear):
        return y.numel() * layer.weight[0].numel()  # weight is (out, in, …)
    return 0


def table(side: int) -> str:
    """Return the table of all networks for slices that come out with side × side pixels."""
    done = {name: work(build(network), side) for name, network in NETWORKS.items()}
    lines = [f"{side} × {side} out    parameters      GMAC  of {YARDSTICK}"]
    for name, each in done.items():
        share = each.macs / done[YARDSTICK].macs
        lines.append(f"{name:15}{each.parameters / 1e6:10.3f} M{each.macs / 1e9:10.2f}{share:10.1%}")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser("training.work", description="Parameters and work of every network.")
    parser.add_argument("--side", type=int, default=512, help="rows and columns of the slice")
    print(table(parser.parse_args().side))
