"""CT at a fraction of the dose: noise inserted into the projections, and its fast spectral form."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core import degrade
from training.degradation.ct_geometry import SOFT, Beam, Kernel, ParallelScan
from training.degradation.limits import within

Image = npt.NDArray[np.float32]
Array = npt.NDArray[np.float64]


def dose_variance(integrals: Array, dose: float, fluence: Array, electronic: float) -> Array:
    """Return the variance that line integrals p lack when their dose is to fall to the share `dose`.

    With ``Var(p) = e^p/N0 + N_e·e^2p/N0²`` at N0 counts, the difference between a·N0 and N0 is::

        (1−a)/a · e^p/N0 · (1 + (1+a)/a · N_e · e^p/N0)

    (form of Yu et al., J. Comput. Assist. Tomogr. 36, 2012). It holds for a·N0·e^−p above some ten
    counts; beyond, use `ct_artifacts.PhotonStarvation`.
    """
    relative = np.exp(integrals) / fluence
    return np.asarray((1 - dose) / dose * relative * (1 + (1 + dose) / dose * electronic * relative))


@dataclass(frozen=True, slots=True)
class ProjectionNoise:
    """The noise of a scan at the share `dose` of the present one, for images in HU.

    ``HU + 1000/μ_w · FBP(ε·√dose_variance(p))``, ε standard normal. Filtered backprojection is linear, so
    only the noise is reconstructed and the image keeps its own kernel.
    """

    dose: float
    scan: ParallelScan
    beam: Beam
    kernel: Kernel = SOFT

    def __post_init__(self) -> None:
        within("dose share", self.dose, 0.001, 1)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) in HU with the noise added."""
        sd = np.sqrt(self._variance(values, 1))
        noise = rng.standard_normal(sd.shape) * sd
        return np.asarray(values + self.scan.reconstructed(noise, values.shape, self.kernel), np.float32)

    def noise_map(self, values: Image, every: int = 1) -> Image:
        """Return the SD in HU of the added noise at each pixel of `values`, in theory.

        The variance varies slowly with the angle: each `every`-th view will do.
        """
        return self.scan.noise_sd(self._variance(values, every), values.shape, self.kernel)

    def _variance(self, values: Image, every: int) -> Array:
        integrals = self.scan.line_integrals(values, every)
        return dose_variance(integrals, self.dose, self.beam.fluence(len(integrals)), self.beam.electronic)


@dataclass(frozen=True, slots=True)
class SpectralNoise:
    """`ProjectionNoise` without its reconstruction: ``σ(x, y)`` times noise of a CT power spectrum.

    ``NPS ∝ f·exp(−(f/f0)^order)`` of mean 1 (`core.degrade.noise_power`) keeps the SD at σ. What is lost
    is the noise's direction: streaks along the longest paths.
    """

    projection: ProjectionNoise
    peak: float = 0.15
    """Where the spectrum is largest, in cycles/pixel."""
    order: float = 3.0
    every: int = 24
    """σ is computed from each `every`-th view."""

    def __post_init__(self) -> None:
        within("spectral peak", self.peak, 0.01, 0.5)
        within("spectral order", self.order, 1, 10)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) in HU with the noise added."""
        sigma = self.projection.noise_map(values, self.every)
        return values + sigma * degrade.ct_noise(values.shape, 1.0, rng, self.peak, self.order)
