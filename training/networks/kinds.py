"""The networks by name: ours and the comparators, which all are called alike.

``net(image, sigma, modality, context) → (residual, log_scale)`` as `core.enhance.spec` defines them.
A comparator looks at the image only, as published, and states no uncertainty: its log_scale is None.
"""

from collections.abc import Callable, Mapping

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from core.errors import ClearsliceError
from training.config import Network
from training.networks.clearnet import ClearNet
from training.networks.dncnn import DnCNN
from training.networks.rdn import RDN
from training.networks.redcnn import REDCNN
from training.networks.wgan import Generator

GAIN = 32.0
"""What comparators see the image multiplied by: 10 HU of noise are then 0.08, as 20 of 255 in DnCNN's paper.

At a gain of 1 most of them learn noise that small far more slowly, which would be no fair comparison.
"""
MIDDLE = 0.25
"""What is taken off before: 0 HU. With tissue at 8 and not 0, RED-CNN's ReLUs die; it learns nothing."""


class Blind(nn.Module):
    """A published network (image → residual), called like ours; always at full precision.

    In bfloat16 an image value of 200 HU is off by up to 4 HU, and these networks see nothing else of
    the noise; ours is given it as detail in units of σ.
    """

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, image: Tensor, sigma: Tensor, modality: Tensor, context: Tensor) -> tuple[Tensor, None]:
        """(N, 1, H, W) → (N, 1, H, W), or finer by the network's scale."""
        where = image.device.type
        if not (torch.amp.is_autocast_available(where) and torch.is_autocast_enabled(where)):
            return self.net(GAIN * (image - MIDDLE)) / GAIN, None
        with torch.autocast(where, enabled=False):
            return self.net(GAIN * (image.float() - MIDDLE)) / GAIN, None


def _dncnn(size: Network) -> nn.Module:
    return Blind(DnCNN(size.dncnn.width, size.dncnn.depth))


def _redcnn(size: Network) -> nn.Module:
    return Blind(REDCNN(size.redcnn.width))


def _rdn(size: Network) -> nn.Module:
    each = size.rdn
    return Blind(RDN(size.scale, each.width, each.growth, each.blocks, each.layers))


def _wgan(size: Network) -> nn.Module:
    return Blind(Generator(size.wgan.width, size.wgan.depth))


KINDS: Mapping[str, Callable[[Network], nn.Module]] = {
    "clearnet": lambda size: ClearNet(size.width, size.middle, size.scale),
    "dncnn": _dncnn,
    "redcnn": _redcnn,
    "rdn": _rdn,
    "wgan": _wgan,
}
"""In the order of tables."""
REACHES: Mapping[str, Callable[[Network], int]] = {
    "clearnet": lambda size: ClearNet.reach(size.middle),
    "dncnn": lambda size: size.dncnn.depth,
    "redcnn": lambda size: 20,  # ten kernels of 5 × 5
    "rdn": lambda size: size.rdn.blocks * size.rdn.layers + 5,
    "wgan": lambda size: size.wgan.depth,
}
"""Pixels of the image around an output pixel that influence it, at most."""
SCALES: Mapping[str, tuple[int, ...]] = {"clearnet": (1, 2), "rdn": (1, 2)}
"""Scales of the kinds that know another than 1."""


def build(network: Network) -> nn.Module:
    """Return a new network.

    Raises
    ------
    ClearsliceError
        If there is none of that kind, or none of that kind with that scale.
    """
    if network.kind not in KINDS:
        msg = f"There is no network '{network.kind}'; set network.kind to one of {', '.join(KINDS)}."
        raise ClearsliceError(msg)
    if network.scale not in SCALES.get(network.kind, (1,)):
        msg = (
            f"The network '{network.kind}' has no scale {network.scale}; "
            f"set network.scale to 1, or network.kind to {' or '.join(SCALES)} for 2."
        )
        raise ClearsliceError(msg)
    return KINDS[network.kind](network)


def restored(image: Tensor, residual: Tensor) -> Tensor:
    """Return image − residual; the image is enlarged bicubically first where the residual's grid is finer."""
    if image.shape != residual.shape:
        # Enlarging, `antialias` only chooses Keys' kernel (a = -0.5), which keeps ramps straight.
        image = F.interpolate(image, residual.shape[2:], mode="bicubic", antialias=True)
    return image - residual
