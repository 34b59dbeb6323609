"""Contrast loss: differences from one grey level shrink."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.degradation.limits import within

Image = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ContrastLoss:
    """``level + kept·(values − level)``: every difference keeps the share `kept`.

    Noise that later steps add keeps its size, so the contrast-to-noise ratio falls by `kept`, as
    with less contrast agent or a harder beam.
    """

    kept: float
    level: float
    """The grey value that stays, in the image's units: 40 HU for soft tissue."""

    def __post_init__(self) -> None:
        within("kept contrast", self.kept, 0, 1)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) with less contrast."""
        return np.asarray(self.level + np.float32(self.kept) * (values - np.float32(self.level)), np.float32)
