"""The noise of training samples: `core.degrade` and k-space scans with drawn parameters.

The same physical models insert the noise at test time (`core.degrade.low_dose`, the benchmark); training
draws their parameters over the clinical range, where tests fix them.
"""

import numpy as np
import numpy.typing as npt

from core import degrade
from training.degradation.mr_kspace import KSpaceScan
from training.degradation.settings import Denoise

Image = npt.NDArray[np.float32]


def degraded(clean: Image, modality: str, sigma: float, rng: np.random.Generator) -> Image:
    """Return the normalised `clean` (rows, columns) with noise of SD `sigma` and random correlation."""
    if modality == "CT":
        return clean + ct_noise(clean.shape, sigma, rng)
    if modality == "MR":
        return degrade.rician(clean, sigma, rng, (filled(rng), filled(rng)))
    blur = rng.uniform(0, 0.8) if rng.random() < 0.5 else 0.0
    return degrade.poisson_gaussian(clean, sigma, rng, quantum=rng.uniform(0, 1), blur=blur)


def ct_noise(shape: tuple[int, ...], sigma: float, rng: np.random.Generator) -> Image:
    """Return CT noise of SD `sigma`; two thirds as by soft kernels, the others up to sharp ones."""
    peak = rng.uniform(0.11, 0.18) if rng.random() < 0.65 else rng.uniform(0.18, 0.35)
    return degrade.ct_noise((shape[0], shape[1]), sigma, rng, peak, rng.uniform(2, 4))


def filled(rng: np.random.Generator) -> float:
    """Return the share of k-space a scanner filled along one axis; half of them fill all."""
    return float(rng.uniform(0.6, 1)) if rng.random() < 0.5 else 1.0


def mr_scan(sigma: float, settings: Denoise, rng: np.random.Generator) -> KSpaceScan | None:
    """Return a scan by parallel imaging or partial Fourier if one is drawn; it keeps the mean SD at `sigma`.

    Only its noise is of interest: see `mr_noise`.
    """
    parallel, partial = rng.random() < settings.parallel, rng.random() < settings.partial
    if not parallel and not partial:
        return None
    g_max = rng.uniform(*settings.g_max) if parallel else 1.0
    return KSpaceScan(sigma, g_max=g_max, partial=rng.uniform(*settings.partial_kept) if partial else 1.0)


def mr_noise(clean: Image, scan: KSpaceScan, rng: np.random.Generator) -> tuple[Image, float]:
    """Return `clean` (side, side) with the noise of `scan` alone, and the noise's SD over the square.

    The anatomy keeps its k-space, so that it stays the target of denoising; what the scan loses of it is
    an artifact.
    """
    side = len(clean)
    # A quarter of a slice twice as large: the crop sees the g-factor rise towards one corner.
    quarter = scan.acquired(np.zeros((2 * side, 2 * side), np.float32), rng)[:side, :side]
    noise = np.rot90(quarter, int(rng.integers(4)))
    sd = float(np.sqrt(np.mean(noise.real**2 + noise.imag**2) / 2))
    return np.abs(clean + noise).astype(np.float32), sd


def degraded_context(context: Image, modality: str, sigma: float, rng: np.random.Generator) -> Image:
    """Return the thumbnail as it looks when the slice is noisy.

    Averaging over about 8 × 8 pixels leaves an eighth of the noise, but all of the Rician floor.
    """
    if modality == "MR":
        context = np.sqrt(context**2 + np.float32(np.pi / 2 * sigma**2))
    noise = rng.standard_normal(context.shape, np.float32)
    return np.asarray(context + np.float32(sigma / 8) * noise, np.float32)
