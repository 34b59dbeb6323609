"""Faint lesions put into CT before the noise, so that a network learns not to take them for noise."""

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr

from core.enhance.spec import NORMALISATION
from training.degradation.settings import LesionRanges

Image = npt.NDArray[np.float32]


def with_lesions(clean: Image, ranges: LesionRanges, rng: np.random.Generator) -> Image:
    """Return the normalised CT `clean` (rows, columns) with one to six faint ellipses, lighter or darker.

    Anatomy seldom shows structure that faint, and a network that was never shown any learns that what is
    as faint as the noise is noise. Size and contrast are drawn by their logarithm.
    """
    image = clean.astype(np.float32)
    y, x = np.mgrid[: clean.shape[0], : clean.shape[1]].astype(np.float32)
    for _ in range(int(rng.integers(1, 7))):
        row, column = rng.uniform((0, 0), clean.shape)
        image += _ellipse(y - np.float32(row), x - np.float32(column), ranges, rng)
    return image


def _ellipse(y: Image, x: Image, ranges: LesionRanges, rng: np.random.Generator) -> Image:
    radius, contrast = (np.exp(rng.uniform(*np.log(ends))) for ends in (ranges.diameter, ranges.contrast))
    radius, angle, flat = radius / 2, rng.uniform(0, np.pi), rng.uniform(0.6, 1)
    along, across = x * np.cos(angle) + y * np.sin(angle), (y * np.cos(angle) - x * np.sin(angle)) / flat
    edge = rng.uniform(*ranges.edge)
    signed = contrast * (1 if rng.random() < 0.5 else -1) / NORMALISATION["CT"].factor
    return np.asarray(signed * ndtr((radius - np.hypot(along, across)) / edge), np.float32)
