"""ClearNet: a small residual U-Net for images of any size, with channel attention fed by the whole slice.

Convolution, activation, pooling and fully connected layers; plain 3 × 3 convolutions, because they run
three times faster per operation than depthwise ones on a CPU.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

FINE, COARSE = 7, 31
"""Sides of the boxes whose means are taken off to expose detail, in pixels."""
FLOOR = 1e-4
"""Lowest noise SD the network divides by (0.4 HU)."""


def box_mean(x: Tensor, side: int) -> Tensor:
    """Mean over side × side pixels, over fewer at the border."""
    for along in (2, 3):
        x = _window_sum(x, side, along) / _window_sum(torch.ones_like(x.narrow(5 - along, 0, 1)), side, along)
    return x


def _window_sum(x: Tensor, side: int, along: int) -> Tensor:
    """Sum over `side` pixels, an odd number, along one axis.

    Put together from sums over 2, 4, 8… pixels: ONNX Runtime's pooling of a single channel took a third of
    the time of a small network.
    """
    half, size = side // 2, x.shape[along]
    window = F.pad(x, [0, 0, half, half] if along == 2 else [half, half])
    total, taken, width = window.narrow(along, 0, size), 1, 1
    while 2 * width <= side:
        length = window.shape[along] - width
        window = window.narrow(along, 0, length) + window.narrow(along, width, length)
        width *= 2
        if side & width:
            total, taken = total + window.narrow(along, taken, size), taken + width
    return total


def compress(x: Tensor) -> Tensor:
    """4 asinh(x / 4): linear for noise (|x| ≲ 4), logarithmic for edges."""
    size = x.abs() / 4  # spelt out, because ONNX Runtime has no fast asinh
    return 4 * torch.sign(x) * torch.log(size + torch.sqrt(size**2 + 1))


class Head(nn.Conv2d):
    """A convolution of unshuffled planes, computed on the planes as they are, which is faster."""

    def forward(self, planes: Tensor) -> Tensor:
        """(N, C, H, W) → (N, w, H/2, W/2); the weights are those for 4 · C planes of half the size."""
        w, (size, _) = self.weight, self.kernel_size
        w = w.view(len(w), -1, 2, 2, size, size).permute(0, 1, 4, 2, 5, 3)
        w = w.reshape(len(w), -1, 2 * size, 2 * size)
        return F.conv2d(planes, w, self.bias, stride=2, padding=size // 2 * 2)


class Block(nn.Module):
    """Residual block whose second convolution is scaled channel by channel."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor, gate: Tensor) -> Tensor:
        """(N, C, h, w), (N, C) → (N, C, h, w)."""
        change: Tensor = self.second(F.relu(self.first(x)))
        return x + gate[:, :, None, None] * change


class Attention(nn.Module):
    """Gates and offsets from the whole slice and the modality: squeeze-and-excitation without seams.

    Pooling over the tile itself would make tiles differ; the thumbnail is the same for all of them.
    """

    def __init__(self, widths: list[int], modalities: int) -> None:
        super().__init__()
        self.widths = widths
        self.see = nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(), nn.MaxPool2d(2)
        )
        last = nn.Linear(64, sum(widths))
        nn.init.zeros_(last.weight)
        nn.init.zeros_(last.bias)
        self.think = nn.Sequential(nn.Linear(32 + modalities, 64), nn.ReLU(), last)

    def forward(self, context: Tensor, modality: Tensor) -> tuple[Tensor, ...]:
        """(N, 1, 64, 64), (N, 3) → one (N, width) per entry of `widths`, in (0, 2), 1 at first."""
        seen = self.see(context).mean((2, 3))
        gates = 2 * torch.sigmoid(self.think(torch.cat((seen, modality), 1)))
        return torch.split(gates, self.widths, 1)


class ClearNet(nn.Module):
    """(image, sigma, modality, context) → (residual, log_scale); height and width multiples of 16.

    Parameters
    ----------
    width
        Channels at half resolution; twice and four times as many below.
    middle
        Blocks at the coarsest level.
    scale
        1 for the image's own grid; 2 for outputs on one twice as fine, where the residual is what is to
        be taken off the bicubic enlargement.
    """

    def __init__(self, width: int = 32, middle: int = 3, scale: int = 1) -> None:
        super().__init__()
        self.finer = 2 * scale
        w1, w2, w3 = width, 2 * width, 4 * width
        self.head = Head(16, w1, 3)
        self.condition = nn.Linear(3, w1)
        self.attention = Attention([w1, w2] + [w3] * middle + [w2, w1], 3)
        self.down1, self.down2 = nn.Conv2d(w1, w2, 2, 2), nn.Conv2d(w2, w3, 2, 2)
        self.up2 = nn.Sequential(nn.Conv2d(w3, 4 * w2, 1), nn.PixelShuffle(2))
        self.up1 = nn.Sequential(nn.Conv2d(w2, 4 * w1, 1), nn.PixelShuffle(2))
        self.encode1, self.encode2 = Block(w1), Block(w2)
        self.middle = nn.ModuleList(Block(w3) for _ in range(middle))
        self.decode2, self.decode1 = Block(w2), Block(w1)
        self.tail = nn.Conv2d(w1, self.finer**2, 3, padding=1)
        self.doubt = nn.Sequential(
            nn.Conv2d(w1, w1, 1), nn.ReLU(), nn.Conv2d(w1, self.finer**2, 3, padding=1)
        )

    @staticmethod
    def reach(middle: int) -> int:
        """Return how many pixels of the image a tile needs around it, for tiles on the grid of 16."""
        return 48 + 16 * middle  # 2 convolutions per block at an eighth of the resolution; 45 by all others

    def forward(
        self, image: Tensor, sigma: Tensor, modality: Tensor, context: Tensor
    ) -> tuple[Tensor, Tensor]:
        """See `core.enhance.spec` for scales; both outputs are (N, 1, scale · H, scale · W)."""
        sigma = sigma.clamp_min(FLOOR)
        features = self._features(self._planes(image, sigma), modality, context)
        if self.finer > 2:
            sigma = F.interpolate(sigma, scale_factor=self.finer // 2)
        residual = sigma * F.pixel_shuffle(self.tail(features), self.finer)
        # Detached: the uncertainty must not cost the picture anything.
        doubt = F.pixel_shuffle(self.doubt(features.detach()), self.finer)
        return residual, doubt + torch.log(sigma)

    @staticmethod
    def _planes(image: Tensor, sigma: Tensor) -> Tensor:
        """Image, log noise, and detail in units of the noise at two scales, (N, 4, H, W)."""
        fine = compress((image - box_mean(image, FINE)) / sigma)
        coarse = compress((image - box_mean(image, COARSE)) / sigma)
        return torch.cat((image, torch.log(sigma) / 4, fine / 2, coarse / 2), 1)

    def _features(self, planes: Tensor, modality: Tensor, context: Tensor) -> Tensor:
        gates = self.attention(context, modality)
        x1 = self.encode1(self.head(planes) + self.condition(modality)[:, :, None, None], gates[0])
        x2 = self.encode2(F.relu(self.down1(x1)), gates[1])  # (N, 2w, H/4, W/4)
        x3 = F.relu(self.down2(x2))  # (N, 4w, H/8, W/8)
        for block, gate in zip(self.middle, gates[2:-2], strict=True):
            x3 = block(x3, gate)
        x2 = self.decode2(x2 + self.up2(x3), gates[-2])
        features: Tensor = self.decode1(x1 + self.up1(x2), gates[-1])
        return features
