"""Poisson–Gaussian noise of radiographic detectors, thinning to less dose, and Anscombe's transform."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core import degrade
from training.degradation.limits import positive, within

Image = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PoissonGaussian:
    """``z = g·Poisson(x/g) + N(μ_e, σ_e²)``: mean ``x + μ_e``, variance ``g·x + σ_e²``.

    x is the exposure in detector units (Foi et al., IEEE Trans. Image Process. 17, 2008).
    """

    gain: float = 1.0
    """g, detector units per photon."""
    electronic: float = 0.0
    """σ_e, SD of the electronic noise in detector units."""
    offset: float = 0.0
    """μ_e, dark level in detector units."""

    def __post_init__(self) -> None:
        positive("detector gain", self.gain)
        within("electronic noise", self.electronic, 0)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return the detector's reading of the noise-free exposure `values` (rows, columns)."""
        photons = rng.poisson(np.clip(values.astype(np.float64) / self.gain, 0, None))
        electronic = rng.normal(self.offset, self.electronic, values.shape)
        return np.asarray(self.gain * photons + electronic, np.float32)

    def stabilised(self, reading: Image) -> Image:
        """Return the generalised Anscombe transform of `reading`, whose noise has a variance near 1.

        ``f(z) = 2/g · √max(g·z + 3/8·g² + σ_e² − g·μ_e, 0)`` (Starck et al. 1998; Mäkitalo & Foi, IEEE
        Trans. Image Process. 22, 2013). Holds above some four photons.
        """
        g, z = self.gain, reading.astype(np.float64)
        root = np.sqrt(np.clip(g * z + 3 / 8 * g**2 + self.electronic**2 - g * self.offset, 0, None))
        return np.asarray(2 / g * root, np.float32)

    def restored(self, stabilised: Image) -> Image:
        """Return the algebraic inverse of `stabilised`: ``g·f²/4 − 3g/8 − σ_e²/g + μ_e``."""
        g, f = self.gain, stabilised.astype(np.float64)
        return np.asarray(g * f**2 / 4 - 3 * g / 8 - self.electronic**2 / g + self.offset, np.float32)


@dataclass(frozen=True, slots=True)
class DoseThinning:
    """An existing exposure as the share d of its dose would show it, at the old scale.

    Adds white noise of variance ``g·I·(1/d − 1) + σ_e²·(1/d² − 1)`` (difference of the Poisson–Gaussian
    variances at both doses, the lower one scaled up by 1/d).
    """

    dose: float
    gain: float = 1.0
    """g, detector units per photon at full dose."""
    electronic: float = 0.0
    """σ_e at full dose, in detector units."""

    def __post_init__(self) -> None:
        within("dose share", self.dose, 0.001, 1)
        positive("detector gain", self.gain)
        within("electronic noise", self.electronic, 0)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return the exposure `values` (rows, columns) with the noise added."""
        mean = float(np.clip(values, 0, None).mean(dtype=np.float64))
        quantum = self.gain * mean * (1 / self.dose - 1)
        total = quantum + self.electronic**2 * (1 / self.dose**2 - 1)
        share = quantum / total if total else 0.0
        return degrade.poisson_gaussian(values, float(np.sqrt(total)), rng, quantum=share)
