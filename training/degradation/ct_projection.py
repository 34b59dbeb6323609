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
    projected: int = 180
    """Views whose variance is computed; those between take that of their neighbour. It varies slowly
    with the angle, while projecting takes most of the time."""

    def __post_init__(self) -> None:
        within("dose share", self.dose, 0.001, 1)
        within("number of projected views", self.projected, 1)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) in HU with the noise added."""
        sd = np.sqrt(self._variance(values))
        views = np.arange(self.scan.views) * sd.shape[1] // self.scan.views
        noise = rng.standard_normal((len(sd), len(views))) * sd[:, views]
        return np.asarray(values + self.scan.reconstructed(noise, values.shape, self.kernel), np.float32)

    def noise_map(self, values: Image) -> Image:
        """Return the SD in HU of the added noise at each pixel of `values`, in theory."""
        return self.scan.noise_sd(self._variance(values), values.shape, self.kernel)

    def _variance(self, values: Image) -> Array:
        integrals = self.scan.line_integrals(values, min(self.projected, self.scan.views))
        return dose_variance(integrals, self.dose, self.beam.fluence(len(integrals)), self.beam.electronic)


@dataclass(frozen=True, slots=True)
class SpectralNoise:
    """`ProjectionNoise` without its reconstruction: ``σ(x, y)`` times noise of a CT power spectrum.

    ``NPS ∝ f·exp(−(f/f0)^order)`` of mean 1 (`core.degrade.noise_power`) keeps the SD at σ. What is lost
    is the noise's direction: streaks along the longest paths.
    """

    projection: ProjectionNoise
    """Whose σ to use; for speed with 15 to 30 projected views."""
    peak: float = 0.15
    """Where the spectrum is largest, in cycles/pixel."""
    order: float = 3.0

    def __post_init__(self) -> None:
        within("spectral peak", self.peak, 0.01, 0.5)
        within("spectral order", self.order, 1, 10)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) in HU with the noise added."""
        sigma = self.projection.noise_map(values)
        return values + sigma * degrade.ct_noise(values.shape, 1.0, rng, self.peak, self.order)
