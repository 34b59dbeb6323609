"""What a degradation is, chains of them, and the address of their randomness."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float32]


class Degradation(Protocol):
    """One step of image formation that spoils an image."""

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return a new (rows, columns) float32 image of the same shape; `values` is never written to."""
        ...


@dataclass(frozen=True, slots=True)
class Chain:
    """Degradations in the order the scanner applies them; itself a degradation.

    Each step draws from its own child of the generator (`numpy.random.Generator.spawn`), so changing
    one step leaves the noise of the others as it was: comparisons differ in that step alone.
    """

    steps: tuple[Degradation, ...]

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) after all steps; a copy if there are none."""
        image = values.astype(np.float32)
        for step, child in zip(self.steps, rng.spawn(len(self.steps)), strict=True):
            image = step(image, child)
        return image


def generator(seed: int, epoch: int, index: int) -> np.random.Generator:
    """Return the generator of sample `index` in `epoch`: the same on every worker and after a resume."""
    return np.random.default_rng((seed, epoch, index))
