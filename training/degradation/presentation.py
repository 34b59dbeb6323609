"""What a radiography console does to an exposure before it becomes a For Presentation image."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.degradation.limits import positive, within
from training.degradation.spectrum import gaussian_filtered

Image = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PresentationLut:
    """Logarithm, unsharp mask and sigmoid curve: bone bright, air dark (MONOCHROME2).

    ::

        q = −ln(max(P, 1)/I0),   u = q + boost·(q − Gauss ⊗ q),   y = top/(1 + exp(−4(u − centre)/width))

    The sigmoid is that of DICOM PS3.3 C.11.2.1.3.1. Noise follows the curve's slope:
    ``SD(y) ≈ |dy/dP|·SD(P)`` where boost is 0.
    """

    photons: float
    """I0, the exposure in air."""
    centre: float = 2.0
    """The line integral that is shown mid-grey."""
    width: float = 4.0
    """Range of line integrals over which the curve's tangent rises from black to white."""
    boost: float = 0.5
    """Strength of the unsharp mask."""
    radius: float = 4.0
    """SD of its blur in pixels."""
    top: float = 4095.0
    """White."""

    def __post_init__(self) -> None:
        positive("exposure in air", self.photons)
        positive("curve width", self.width)
        positive("white level", self.top)
        within("unsharp boost", self.boost, 0)
        within("unsharp radius", self.radius, 0)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return the exposure `values` (rows, columns) as grey values from 0 to `top`."""
        density = -np.log(np.maximum(values, 1) / np.float32(self.photons))
        sharp = density + self.boost * (density - gaussian_filtered(density, self.radius))
        return np.asarray(self.top / (1 + np.exp(-4 * (sharp - self.centre) / self.width)), np.float32)
