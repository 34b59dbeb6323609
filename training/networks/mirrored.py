"""A network averaged over the mirror images of the slice: a little better, for four times the work.

Geometric self-ensemble after Timofte, Rothe and Van Gool (CVPR 2016). A mirrored slice has the same anatomy
and the same noise law, but what the network gets wrong differs a little; the mean of four errors is smaller.
"""

import torch
from torch import Tensor, nn

MIRRORS = ((), (2,), (3,), (2, 3))
"""Axes of (N, C, H, W) along which each view is reversed. Turned by a quarter it would need another shape."""


class Mirrored(nn.Module):
    """`net` on the slice and its three mirror images, called as `training.networks.kinds` says."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, image: Tensor, sigma: Tensor, modality: Tensor, context: Tensor
    ) -> tuple[Tensor, Tensor | None]:
        """(N, 1, H, W) → the means of residual and log scale, at the sizes that `net` gives.

        The scale is that of one view; calibration makes an interval of it for the mean.
        """
        views = (_views(planes) for planes in (image, sigma))
        residual, log_scale = self.net(*views, modality.repeat(len(MIRRORS), 1), _views(context))
        return _mean(residual), None if log_scale is None else _mean(log_scale)


def _views(planes: Tensor) -> Tensor:
    """(N, 1, H, W) → (4 · N, 1, H, W), view by view."""
    return torch.cat([torch.flip(planes, axes) if axes else planes for axes in MIRRORS])


def _mean(views: Tensor) -> Tensor:
    """(4 · N, 1, H, W) → (N, 1, H, W), each view turned back first."""
    pairs = zip(views.view(len(MIRRORS), -1, *views.shape[1:]), MIRRORS, strict=True)
    back = [torch.flip(view, axes) if axes else view for view, axes in pairs]
    return torch.stack(back).mean(0)
