"""The networks by name: ours and the comparators, which all are called alike.

``net(image, sigma, modality, context) → (residual, log_scale)`` as `core.enhance.spec` defines them.
A comparator looks at the image only, as published, and states no uncertainty: its log_scale is None.
"""

from collections.abc import Callable, Mapping
from functools import partial

import torch.nn.functional as F
from torch import Tensor, nn

from core.errors import ClearsliceError
from training.networks.clearnet import ClearNet
from training.networks.dncnn import DnCNN
from training.networks.rdn import RDN
from training.networks.redcnn import REDCNN
from training.networks.wgan import Generator

KINDS: Mapping[str, Callable[[], nn.Module]] = {
    "clearnet": ClearNet,
    "dncnn": DnCNN,
    "redcnn": REDCNN,
    "rdn": RDN,
    "rdn-x2": partial(RDN, scale=2),
    "wgan": Generator,
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
