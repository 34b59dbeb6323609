"""Random degradations for training: `core.degrade` with its parameters drawn over the clinical range."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from core import degrade
from core.enhance.spec import NORMALISATION

Image = npt.NDArray[np.float32]

SIGMA: Mapping[str, tuple[float, float]] = {
    "CT": (5 / NORMALISATION["CT"].factor, 60 / NORMALISATION["CT"].factor),
    "MR": (0.01, 0.12),
    "XR": (0.005, 0.08),
}
"""Normalised SD of the inserted noise: CT 5–60 HU, MR 1–12 %, X-ray 0.5–8 %."""


def degraded(clean: Image, modality: str, sigma: float, rng: np.random.Generator) -> Image:
    """Return the normalised `clean` (rows, columns) with noise of SD `sigma` and random correlation."""
    if modality == "CT":
        peak = rng.uniform(0.11, 0.18) if rng.random() < 0.65 else rng.uniform(0.18, 0.35)
        return clean + degrade.ct_noise(clean.shape, sigma, rng, peak, rng.uniform(2, 4))
    if modality == "MR":
        kept = (_interpolation(rng), _interpolation(rng))
        return degrade.rician(clean, sigma, rng, kept)
    blur = rng.uniform(0, 0.8) if rng.random() < 0.5 else 0.0
    return degrade.poisson_gaussian(clean, sigma, rng, quantum=rng.uniform(0, 1), blur=blur)


def _interpolation(rng: np.random.Generator) -> float:
    """Share of k-space a scanner filled along one axis; half of them fill all."""
    return float(rng.uniform(0.6, 1)) if rng.random() < 0.5 else 1.0


def degraded_context(context: Image, modality: str, sigma: float, rng: np.random.Generator) -> Image:
    """Return the thumbnail as it looks when the slice is noisy.

    Averaging over about 8 × 8 pixels leaves an eighth of the noise, but all of the Rician floor.
    """
    if modality == "MR":
        context = np.sqrt(context**2 + np.float32(np.pi / 2 * sigma**2))
    noise = rng.standard_normal(context.shape, np.float32)
    return np.asarray(context + np.float32(sigma / 8) * noise, np.float32)
