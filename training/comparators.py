"""A trained network as a contestant, run by PyTorch: those that are not shipped have no ONNX file."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from core.enhance.spec import ModelSpec
from core.enhance.tiles import Tiling, by_tiles
from core.stop import Stop
from training.benchmark import Case
from training.contestants import Setting

Image = npt.NDArray[np.float32]

SIDE = 512
"""Of the tiles in pixels: RED-CNN needs 3 GB for an image of 1024²."""


@dataclass(frozen=True, eq=False)
class Comparator:
    """A network as `training.networks.kinds` makes them."""

    net: nn.Module
    spec: ModelSpec

    @property
    def setting(self) -> Setting:
        """Nothing: it was trained, not tuned."""
        return {}

    @torch.no_grad()
    def __call__(self, case: Case) -> Image:
        """Return the denoised noisy slice of `case`, told the true σ if it listens to any."""
        normalised, scale = self.spec.normalise(case.noisy, case.modality)
        sigma = self.spec.sigma(case.sigma, case.modality, scale)
        code = torch.from_numpy(self.spec.one_hot(case.modality)[None])
        thumbnail = torch.from_numpy(self.spec.context(normalised)[None, None])

        def one(tile: Image) -> Image:
            image = torch.from_numpy(tile[None, None])
            residual: torch.Tensor = self.net(image, torch.full_like(image, sigma), code, thumbnail)[0]
            output: Image = residual[0, 0].numpy()
            return output

        residual = by_tiles(normalised, Tiling(SIDE, self.spec.overlap, self.spec.multiple), one, Stop())
        output = case.noisy - residual * np.float32(scale.factor)
        # As in the application: a magnitude is never negative, whatever a network makes of the background.
        return np.maximum(output, 0) if case.modality == "MR" else output
