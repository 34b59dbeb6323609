"""The CT scan that the projection-domain degradations imagine: geometry, beam, reconstruction kernel."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from skimage.transform import iradon, radon

from training.degradation.limits import positive, within

Image = npt.NDArray[np.float32]
Array = npt.NDArray[np.float64]

MU_WATER = 0.0195
"""Linear attenuation of water in 1/mm near 68 keV, the mean energy of a 120 kV beam (NIST XCOM)."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """Reconstruction kernel: the ramp times a Hann window (Kak & Slaney 1988, §3.3).

    ``H(f) = |f| · (1 + cos(πf/f_c))/2`` for ``|f| < f_c``, with ``f_c = cutoff / 2`` cycles per detector
    element, an element being as wide as a pixel; an infinite cutoff is the bare ramp.
    """

    cutoff: float
    """In units of the Nyquist frequency."""

    def __post_init__(self) -> None:
        within("kernel cutoff", self.cutoff, 0.2)

    def response(self, size: int) -> Array:
        """Return H at `numpy.fft.fftfreq(size)`, in cycles/pixel."""
        # The ramp from its sampled taps, not |f|: sampled |f| has the wrong mean (Kak & Slaney, fig. 3.14).
        n = np.rint(np.fft.fftfreq(size) * size)
        taps = np.divide(-1.0, (np.pi * n) ** 2, out=np.zeros(size), where=n % 2 == 1)
        taps[0] = 0.25
        f = np.abs(np.fft.fftfreq(size))
        window = 0.5 + 0.5 * np.cos(np.pi * np.minimum(2 * f / self.cutoff, 1))
        return np.asarray(np.fft.fft(taps).real * window)

    def noise_gain(self) -> float:
        """Return the variance that filtering and linear interpolation leave of white noise, in 1/pixel².

        ``(2 r₀ + r₁)/3`` with ``r_k = Σ_n h_n h_{n+k}``: interpolating halfway on average between two
        correlated neighbours, ``∫ [(1−t)² + t²] r₀ + 2t(1−t) r₁ dt`` over a pixel.
        """
        power = self.response(4096) ** 2
        return float((power * (2 + np.cos(2 * np.pi * np.fft.fftfreq(4096)))).mean() / 3)


SOFT, STANDARD, SHARP = Kernel(1.0), Kernel(1.5), Kernel(math.inf)
"""Noise spectra that peak near 0.13, 0.18 and 0.27 cycles/pixel."""


@dataclass(frozen=True, slots=True)
class Beam:
    """What the tube and the detector do to the counts of one ray."""

    photons: float = 2e5
    """N0, counts per ray in air on the central ray at full dose; typically 5e4–5e5. The mean of k thin
    slices has k times as many."""
    electronic: float = 10.0
    """N_e, variance of the electronic noise in counts²; typically 5–50."""
    bowtie: float = 0.0
    """Attenuation by the bowtie filter at the edge of the field, as a line integral."""

    def __post_init__(self) -> None:
        positive("photons per ray", self.photons)
        within("electronic noise", self.electronic, 0)
        within("bowtie", self.bowtie, 0)

    def fluence(self, detectors: int) -> Array:
        """Return N0(s) as (detectors, 1): ``N0·exp(−bowtie·(s/s_max)²)``."""
        s = np.linspace(-1, 1, detectors)
        return np.asarray(self.photons * np.exp(-self.bowtie * s**2))[:, None]


@dataclass(frozen=True, slots=True)
class ParallelScan:
    """Parallel rays over half a turn; detector elements are as wide as the image's pixels."""

    pixel_mm: float = 0.7
    views: int = 720

    def __post_init__(self) -> None:
        positive("pixel size", self.pixel_mm)
        within("number of views", self.views, 1)

    def line_integrals(self, values: Image, views: int | None = None) -> Array:
        """Return ``p = ∫ μ dl`` as (detectors, views) of `values` in HU; of fewer `views` if wanted.

        ``μ = μ_w·(1 + HU/1000)``, not below 0.
        """
        mu = MU_WATER * np.clip(1 + values.astype(np.float64) / 1000, 0, None)
        return np.asarray(radon(mu, _degrees(views or self.views), circle=False) * self.pixel_mm)

    def reconstructed(self, sinogram: Array, shape: tuple[int, ...], kernel: Kernel) -> Image:
        """Return the filtered backprojection of line integrals (detectors, views), in HU above air.

        ``1000/μ_w · (π/V) Σ_v (h ⊗ p_v)(s)``, linear in `sinogram`.
        """
        size = 2 * 2 ** math.ceil(math.log2(len(sinogram)))
        response = kernel.response(size)[:, None]
        filtered = np.fft.ifft(np.fft.fft(sinogram, size, axis=0) * response, axis=0).real[: len(sinogram)]
        mu = 2 * self._backprojected(filtered, shape) / self.pixel_mm
        return np.asarray(1000 / MU_WATER * mu, np.float32)

    def noise_sd(self, variance: Array, shape: tuple[int, ...], kernel: Kernel) -> Image:
        """Return the SD in HU that independent noise of `variance` (detectors, views) reconstructs to.

        ``σ_μ²(x) = (π/V)² Σ_v var_v(s(x)) · gain / pixel²`` with `Kernel.noise_gain`. `variance` may hold
        fewer views than the scan has.
        """
        mean = self._backprojected(variance, shape) * 2 / np.pi
        squared = np.pi**2 / self.views * mean * kernel.noise_gain() / self.pixel_mm**2
        return np.asarray(1000 / MU_WATER * np.sqrt(squared), np.float32)

    def _backprojected(self, sinogram: Array, shape: tuple[int, ...]) -> Array:
        """Return ``π/2 ·`` the mean over views, cropped to (rows, columns) about the centre of rotation."""
        side, degrees = max(shape), _degrees(sinogram.shape[1])
        square = iradon(sinogram, degrees, output_size=side, filter_name=None, circle=False)
        top, left = (side // 2 - n // 2 for n in shape)
        return np.asarray(square[top : top + shape[0], left : left + shape[1]])


def _degrees(views: int) -> Array:
    return np.arange(views) * 180 / views
