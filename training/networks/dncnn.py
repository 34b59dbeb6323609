"""DnCNN (Zhang, Zuo, Chen, Meng and Zhang, IEEE TIP 26:3142, 2017): blind residual learning of noise."""

from torch import Tensor, nn


class DnCNN(nn.Module):
    """Image → residual, both (N, 1, H, W), at any size.

    Parameters
    ----------
    width
        Channels of every layer but the last.
    depth
        Convolutions; 17 for one noise level, as published. A pixel reaches `depth` pixels far.
    """

    def __init__(self, width: int = 64, depth: int = 17) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(1, width, 3, padding=1), nn.ReLU()]
        for _ in range(depth - 2):
            # No bias: the normalisation that follows takes it off again.
            layers += [nn.Conv2d(width, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
        layers.append(nn.Conv2d(width, 1, 3, padding=1))
        self.layers = nn.Sequential(*layers)

    def forward(self, image: Tensor) -> Tensor:
        """Return what is to be taken off the image."""
        residual: Tensor = self.layers(image)
        return residual
