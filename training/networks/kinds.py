"""The networks by name: ours and the comparators, which all are called alike.

``net(image, sigma, modality, context) → (residual, log_scale)`` as `core.enhance.spec` defines them.
A comparator looks at the image only, as published, and states no uncertainty: its log_scale is None.
"""

from collections.abc import Callable, Mapping

import torch.nn.functional as F
from torch import Tensor, nn

from core.errors import ClearsliceError
from training.networks.clearnet import ClearNet
from training.networks.dncnn import DnCNN
from training.networks.rdn import RDN
from training.networks.redcnn import REDCNN
from training.networks.wgan import Generator

GAIN = 32.0
"""What comparators see the image multiplied by: 10 HU of noise are then 0.08, as 20 of 255 in DnCNN's paper.

At a gain of 1 most of them learn noise that small far more slowly, which would be no fair comparison.
"""


class Blind(nn.Module):
    """A published network (image → residual), called like ours."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, image: Tensor, sigma: Tensor, modality: Tensor, context: Tensor) -> tuple[Tensor, None]:
        """(N, 1, H, W) → (N, 1, H, W), or finer by the network's scale."""
        return self.net(GAIN * image) / GAIN, None


KINDS: Mapping[str, Callable[[], nn.Module]] = {
    "clearnet": ClearNet,
    "dncnn": lambda: Blind(DnCNN()),
    "redcnn": lambda: Blind(REDCNN()),
    "rdn": lambda: Blind(RDN()),
    "rdn-x2": lambda: Blind(RDN(scale=2)),
    "wgan": lambda: Blind(Generator()),
}
"""In the order of tables; each makes the network at its default size."""


def build(name: str) -> nn.Module:
    """Return a new network.

    Raises
    ------
    ClearsliceError
        If there is none of that name.
    """
    if name not in KINDS:
        msg = f"There is no network '{name}'; choose one of {', '.join(KINDS)}."
        raise ClearsliceError(msg)
    return KINDS[name]()


def restored(image: Tensor, residual: Tensor) -> Tensor:
    """Return image − residual; the image is enlarged bicubically first where the residual's grid is finer."""
    if image.shape != residual.shape:
        # Enlarging, `antialias` only chooses Keys' kernel (a = -0.5), which keeps ramps straight.
        image = F.interpolate(image, residual.shape[2:], mode="bicubic", antialias=True)
    return image - residual
