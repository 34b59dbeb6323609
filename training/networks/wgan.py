"""WGAN for low-dose CT (Yang et al., IEEE TMI 37:1348, 2018): a small generator and its critic.

Differs from the paper in that the generator predicts the residual, as all networks here do, and without
the last ReLU, which would clip the negative values that `core` keeps.
"""

from torch import Tensor, nn


class Generator(nn.Module):
    """Image → residual, both (N, 1, H, W), at any size.

    Parameters
    ----------
    width
        Channels of every layer but the last; 32 as published.
    depth
        Convolutions; 8 as published.
    """

    def __init__(self, width: int = 32, depth: int = 8) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(1, width, 3, padding=1), nn.ReLU()]
        for _ in range(depth - 2):
            layers += [nn.Conv2d(width, width, 3, padding=1), nn.ReLU()]
        layers.append(nn.Conv2d(width, 1, 3, padding=1))
        self.layers = nn.Sequential(*layers)

    def forward(self, image: Tensor) -> Tensor:
        """Return what is to be taken off the image."""
        residual: Tensor = self.layers(image)
        return residual


class Critic(nn.Module):
    """(N, 1, side, side) → (N,): how much a patch looks like one of the clean ones.

    No normalisation over the batch: the gradient penalty is defined patch by patch.

    Parameters
    ----------
    side
        Side of the patches, a multiple of 8; 64 as published.
    width
        Channels of the first pair of layers, two and four times as many after; 64 as published.
    """

    def __init__(self, side: int = 64, width: int = 64) -> None:
        super().__init__()
        self.side = side
        layers: list[nn.Module] = []
        last = 1
        for channels in (width, 2 * width, 4 * width):
            layers += [nn.Conv2d(last, channels, 3, padding=1), nn.LeakyReLU(0.2)]
            layers += [nn.Conv2d(channels, channels, 3, 2, 1), nn.LeakyReLU(0.2)]  # half the side
            last = channels
        flat = 4 * width * (side // 8) ** 2
        layers += [nn.Flatten(), nn.Linear(flat, 16 * width), nn.LeakyReLU(0.2), nn.Linear(16 * width, 1)]
        self.layers = nn.Sequential(*layers)

    def forward(self, patches: Tensor) -> Tensor:
        """Return one score per patch."""
        score: Tensor = self.layers(patches)
        return score[:, 0]


def patches(image: Tensor, side: int) -> Tensor:
    """(N, 1, H, W) → (N · h · w, 1, side, side): h × w patches that neither overlap nor leave a gap.

    What is left over at the right and at the bottom is dropped.
    """
    parts = image.unfold(2, side, side).unfold(3, side, side)  # (N, 1, h, w, side, side)
    return parts.reshape(-1, 1, side, side)
