"""Residual dense network (Zhang, Tian, Kong, Zhong and Fu, CVPR 2018): super-resolution and restoration.

Chosen before its authors' RCAN because it pools over nothing, so tiles show no seams. As in its form for
denoising (IEEE TPAMI 43:2480, 2021) it predicts what differs from the image; for the finer grid, what
differs from the bicubic enlargement.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Dense(nn.Module):
    """Residual dense block: every layer sees all before it, one 1 × 1 convolution fuses them."""

    def __init__(self, width: int, growth: int, layers: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            nn.Conv2d(width + i * growth, growth, 3, padding=1) for i in range(layers)
        )
        self.fuse = nn.Conv2d(width + layers * growth, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) → the same shape."""
        seen = x
        for layer in self.layers:
            seen = torch.cat((seen, F.relu(layer(seen))), 1)  # (N, C + i · growth, H, W)
        fused: Tensor = self.fuse(seen)
        return x + fused


class RDN(nn.Module):
    """Image (N, 1, H, W) → residual (N, 1, scale · H, scale · W), at any size.

    The paper's largest has 16 blocks of 8 layers, width and growth 64 (22 M parameters); the default
    does about RED-CNN's work, so that both can have the same training.

    Parameters
    ----------
    scale
        1 for the image's own grid, 2 for one twice as fine.
    width
        Channels between the blocks.
    growth
        Channels that every layer of a block adds.
    blocks, layers
        Dense blocks, and convolutions in each.
    """

    def __init__(
        self, scale: int = 1, width: int = 64, growth: int = 32, blocks: int = 6, layers: int = 6
    ) -> None:
        super().__init__()
        self.shallow = nn.Conv2d(1, width, 3, padding=1)
        self.enter = nn.Conv2d(width, width, 3, padding=1)
        self.blocks = nn.ModuleList(Dense(width, growth, layers) for _ in range(blocks))
        self.fuse = nn.Sequential(nn.Conv2d(blocks * width, width, 1), nn.Conv2d(width, width, 3, padding=1))
        finer = [nn.Conv2d(width, scale**2 * width, 3, padding=1), nn.PixelShuffle(scale)]
        self.tail = nn.Sequential(*(finer if scale > 1 else []), nn.Conv2d(width, 1, 3, padding=1))

    def forward(self, image: Tensor) -> Tensor:
        """Return what is to be taken off the image, or off its bicubic enlargement."""
        shallow = self.shallow(image)  # (N, C, H, W)
        x, deep = self.enter(shallow), []
        for block in self.blocks:
            x = block(x)
            deep.append(x)
        residual: Tensor = self.tail(shallow + self.fuse(torch.cat(deep, 1)))
        return residual
