"""MR: complex noise, g-factor, truncation, apodisation and partial Fourier, all in k-space."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import fft

from training.degradation.limits import within
from training.degradation.spectrum import smooth_field

Image = npt.NDArray[np.float32]
Array = npt.NDArray[np.float64]
Complex = npt.NDArray[np.complexfloating]


def g_factor(shape: tuple[int, ...], largest: float) -> Array:
    """Return a smooth g-factor map (rows, columns): 1 at the edges, `largest` in the middle.

    ``g = 1 + (g_max − 1)·cos²(πu/2)·cos²(πv/2)``, u and v from −1 to 1: parallel imaging separates worst
    what lies farthest from all coils (Pruessmann et al., Magn. Reson. Med. 42, 1999).
    """
    rows, columns = (np.cos(np.pi / 2 * np.linspace(-1, 1, n)) ** 2 for n in shape)
    return np.asarray(1 + (largest - 1) * np.outer(rows, columns))


def passed(samples: Array | Complex, weights: Array) -> Complex:
    """Return the complex image (rows, columns) whose k-space is `weights` times that of `samples`."""
    return np.asarray(fft.ifft2(fft.fft2(samples) * weights.astype(samples.real.dtype)))


@dataclass(frozen=True, slots=True)
class KSpaceScan:
    """A magnitude image as an MR scanner measures it; rows are the phase-encoding direction.

    ::

        z = A·e^{iφ} + n₁ + i·n₂,   n₁, n₂ ~ N(0, σ²·g(x)²·R),   M = |IFFT(W(k)·FFT(z))|

    Noise enters before the truncation W. M is Rician: in air its mean is ``s·√(π/2)``, its SD
    ``s·√(2 − π/2)``, and ``E[M²] = A² + 2s²`` with s of `sd_map` (Gudbjartsson & Patz, Magn. Reson.
    Med. 34, 1995).
    """

    sigma: float
    """Noise SD per real and imaginary channel of the fully sampled scan, in the image's units."""
    acceleration: float = 1.0
    """R, the factor by which parallel imaging shortens the scan."""
    g_max: float = 1.0
    """Largest g-factor; 1–2.5 in practice."""
    kept: tuple[float, float] = (1.0, 1.0)
    """Share of k-space that is sampled along (rows, columns), the rest filled with zeros: Gibbs ringing."""
    partial: float = 1.0
    """Share of the sampled rows that is acquired, from one side (partial Fourier, zero-filled)."""
    fermi: float = 0.0
    """Width of the apodiser ``1/(1 + exp((|k| − k0)/w))`` in cycles/pixel; 0 cuts sharply at k0."""
    phase: float = 0.0
    """Largest phase φ of the object in radians: a random quadratic field."""

    def __post_init__(self) -> None:
        within("noise SD", self.sigma, 0)
        within("acceleration", self.acceleration, 1)
        within("g-factor", self.g_max, 1)
        for share in self.kept:
            within("share of k-space", share, 0.05, 1)
        within("partial Fourier share", self.partial, 0.5, 1)
        within("apodiser width", self.fermi, 0, 0.5)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return the magnitude image of `values` (rows, columns), which count as noise-free."""
        return np.abs(self.acquired(values, rng)).astype(np.float32)

    def acquired(self, values: Image | Array, rng: np.random.Generator) -> Complex:
        """Return the complex image before its magnitude is taken, in the precision of `values`."""
        shape = values.shape
        real: np.dtype[Any] = values.dtype
        samples: Complex = values.astype(np.result_type(real, np.complex64))
        if self.phase:
            angle = (self.phase * smooth_field(shape, 2, rng)).astype(real)
            samples.real, samples.imag = values * np.cos(angle), values * np.sin(angle)
        sd = self._sd(shape).astype(real)
        samples.real += sd * rng.standard_normal(shape, real)
        samples.imag += sd * rng.standard_normal(shape, real)
        return passed(samples, self.weights(shape))

    def weights(self, shape: tuple[int, ...]) -> Array:
        """Return W(k) in the order of `numpy.fft.fft2`."""
        rows, columns = (_window(n, kept, self.fermi) for n, kept in zip(shape, self.kept, strict=True))
        one_side = np.fft.fftfreq(shape[0]) >= (1 - 2 * self.partial) * self.kept[0] / 2
        return np.asarray(np.outer(rows * one_side, columns))

    def sd_map(self, shape: tuple[int, ...]) -> Image:
        """Return the noise SD per channel after W: ``σ·g·√R·√(mean W²)``, for g smooth beside W's blur."""
        return np.asarray(self._sd(shape) * np.sqrt((self.weights(shape) ** 2).mean()), np.float32)

    def _sd(self, shape: tuple[int, ...]) -> Array:
        return np.asarray(self.sigma * np.sqrt(self.acceleration) * g_factor(shape, self.g_max))


def _window(size: int, kept: float, width: float) -> Array:
    k = np.abs(np.fft.fftfreq(size))
    if not width:
        return np.asarray(k <= kept / 2, np.float64)
    return np.asarray(1 / (1 + np.exp((k - kept / 2) / width)))


@dataclass(frozen=True, slots=True)
class BiasField:
    """Uneven brightness from the coils' sensitivity; before `KSpaceScan`, whose noise it leaves even.

    ``A·b`` with ``b = exp(strength · P(x, y))``, P a random polynomial of largest size 1 (Sled et al.,
    IEEE Trans. Med. Imaging 17, 1998, for the multiplicative smooth model).
    """

    strength: float
    """Largest ``|ln b|``; 0.1–0.4 in practice."""
    order: int = 3

    def __post_init__(self) -> None:
        within("bias strength", self.strength, 0, 3)
        within("bias order", self.order, 1, 8)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) times the field."""
        return np.asarray(
            values * np.exp(self.strength * smooth_field(values.shape, self.order, rng)), np.float32
        )
