"""Realistic noise for "simulate low dose" and for training (fast forms).

All functions return new float32 arrays, leave their input alone and are drawn from the given generator.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.enhance.spec import NORMALISATION, family

Image = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Amount:
    """How `low_dose` measures a family's added noise."""

    default: float
    minimum: float
    maximum: float
    unit: str


AMOUNTS: Mapping[str, Amount] = {
    "CT": Amount(25.0, 1.0, 100.0, "HU"),
    "MR": Amount(4.0, 0.5, 20.0, "% of the brightest tissue"),
    "XR": Amount(3.0, 0.2, 15.0, "% of the range"),
}
"""Added noise SD: HU for CT; percent of the foreground's 99.5th percentile for MR (per real and
imaginary channel); percent of the 0.1–99.9 percentile range for radiographs."""


def low_dose(values: Image, modality: str, amount: float, rng: np.random.Generator) -> Image:
    """Return `values` (rows, columns) as a scan with less dose or time would show them.

    `amount` is the SD of the added noise in the unit that `AMOUNTS` declares for the modality.
    """
    kind = family(modality)
    if kind == "CT":
        return values + ct_noise(values.shape, amount, rng)
    scale = NORMALISATION[kind].scale(values)
    sigma = amount / 100 * scale.factor
    if kind == "MR":
        return rician(values, sigma, rng)
    return poisson_gaussian(values, sigma, rng, black=scale.offset)


def noise_power(shape: tuple[int, ...], peak: float, order: float) -> Image:
    """Return a CT noise power spectrum on the half plane of `numpy.fft.rfft2`, of mean 1.

    ``NPS(f) ∝ f·exp(−(f/f0)^order)`` with ``f0 = peak·order^(1/order)``: the ramp of filtered
    backprojection times an apodising window, largest at `peak` cycles/pixel. Soft kernels lie near
    0.12–0.17, sharp ones above 0.25 (Riederer et al. 1978; Samei et al., AAPM TG-233, 2019).
    """
    rows, columns = shape
    f = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None, :])
    nps = f * np.exp(-((f / (peak * order ** (1 / order))) ** order))
    twice = np.full(f.shape[1], 2.0)
    twice[0] = 1.0
    if columns % 2 == 0:
        twice[-1] = 1.0
    return np.asarray(nps * (rows * columns / (nps * twice).sum()), np.float32)


def coloured(shape: tuple[int, ...], nps: Image, rng: np.random.Generator) -> Image:
    """Return unit-variance Gaussian noise (rows, columns) with the power spectrum `nps`."""
    white = rng.standard_normal(shape, np.float32)
    return np.asarray(np.fft.irfft2(np.fft.rfft2(white) * np.sqrt(nps), s=shape), np.float32)


def ct_noise(
    shape: tuple[int, ...],
    sigma: float,
    rng: np.random.Generator,
    peak: float = 0.15,
    order: float = 3.0,
) -> Image:
    """Return CT noise of SD `sigma` HU, correlated as by a kernel whose spectrum peaks at `peak`."""
    return np.float32(sigma) * coloured(shape, noise_power(shape, peak, order), rng)


def rician(
    values: Image, sigma: float, rng: np.random.Generator, kept: tuple[float, float] = (1.0, 1.0)
) -> Image:
    """Return the magnitude ``|A + n₁ + i·n₂|`` with n of SD `sigma` (Gudbjartsson & Patz 1995).

    `kept` is the share of k-space filled along rows and columns: below 1 the scanner has
    interpolated and the noise is correlated; its SD stays `sigma`.
    """
    shape = values.shape
    noise = rng.standard_normal(shape, np.float32) + 1j * rng.standard_normal(shape, np.float32)
    if min(kept) < 1:
        filled = _band(shape[0], kept[0])[:, None] & _band(shape[1], kept[1])[None, :]
        noise = np.fft.ifft2(np.fft.fft2(noise) * filled) / np.sqrt(filled.mean())
    return np.abs(values + np.float32(sigma) * noise).astype(np.float32)


def _band(size: int, kept: float) -> npt.NDArray[np.bool_]:
    return np.asarray(np.abs(np.fft.fftfreq(size)) <= kept / 2)


def poisson_gaussian(
    values: Image,
    sigma: float,
    rng: np.random.Generator,
    *,
    black: float = 0.0,
    quantum: float = 0.7,
    blur: float = 0.0,
) -> Image:
    """Return a radiograph with signal-dependent noise of RMS `sigma` (Foi et al. 2008).

    The variance is ``sigma²·((1 − quantum) + quantum·I/mean(I))`` with ``I = values − black``; `quantum`
    is the Poisson share, the rest electronic. `blur` is the SD in pixels of the detector's spread of
    the noise (0: white).
    """
    signal = np.clip(values - np.float32(black), 0, None)
    mean = max(float(signal.mean(dtype=np.float64)), 1e-12)
    variance = (1 - quantum) + quantum * signal / np.float32(mean)
    noise = _blurred(values.shape, blur, rng)
    return np.asarray(values + np.float32(sigma) * np.sqrt(variance) * noise, np.float32)


def _blurred(shape: tuple[int, ...], blur: float, rng: np.random.Generator) -> Image:
    """Return unit-variance noise; white noise needs no Fourier transform, which takes a second at 3 000²."""
    if not blur:
        return rng.standard_normal(shape, np.float32)
    return coloured(shape, _gaussian_power(shape, blur), rng)


def _gaussian_power(shape: tuple[int, ...], blur: float) -> Image:
    rows, columns = shape
    squared = np.fft.fftfreq(rows)[:, None] ** 2 + np.fft.fftfreq(columns)[None, :] ** 2
    power = np.exp(-((2 * np.pi * blur) ** 2) * squared)
    return np.asarray(power[:, : columns // 2 + 1] / power.mean(), np.float32)
