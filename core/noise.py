"""How noisy a slice is.

The usual estimate, the median of the finest wavelet band, is wrong on CT: reconstruction leaves less
than a tenth of the noise power there. This one measures the scatter in quiet patches and corrects for
what detrending and selection take away, which depends on how the noise is correlated.
"""

from math import ceil, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Matrix = npt.NDArray[np.float64]

SIDE = 8
"""Side of a patch in pixels."""
QUIET = 0.1
"""The patches with the least scatter, as a share; the others hold anatomy."""
DARK = 0.25
"""Patches darker than this share of the range are air or background, where noise differs."""
ENOUGH = 20
"""Fewest patches worth a statistic."""
MOST = 1 << 14
"""Patches that are enough: a larger slice is measured in every second, third, … row and column of patches."""
CORRELATION = (-0.09, 0.0, 0.085, 0.186, 0.287, 0.364, 0.434, 0.507, 0.55, 0.583)
KEPT = (0.92, 0.92, 0.91, 0.87, 0.82, 0.77, 0.71, 0.64, 0.57, 0.47)
"""Share of the true SD that the quiet quantile shows, by the lag-1 correlation in the patches.

From simulated white and CT noise (`core.degrade`, peaks 0.11–0.28 cycles/pixel), raised by 4–8 %, which
is what anatomy adds on real slices with inserted noise."""
RAYLEIGH = (1.6, 2.3)
"""Mean over SD of magnitude noise without signal: 1.91, with room for the scatter of one patch."""


def estimate(values: Image, excluded: Mask | None = None) -> float:
    """Return the noise SD of the slice `values` (rows, columns) in its own unit.

    `excluded` pixels (padding) are left out. A Rayleigh background, as MR has unless it was blanked,
    gives the SD per channel directly; else the quiet patches of the tissue tell. Zero for a constant
    image.
    """
    if min(values.shape) < SIDE:
        return float(np.std(values, dtype=np.float64))
    patches = _patches(values, excluded)
    # By einsum, because the threads of a product go on spinning, in the way of those of a network.
    trend = np.einsum("ik,jk->ij", np.einsum("ij,jk->ik", patches, _TREND), _TREND)
    residual = patches - trend
    scatter = np.sqrt((residual**2).sum(1) / (SIDE**2 - _TREND.shape[1]))
    use = _usable(patches, scatter)
    if not use.any():
        return 0.0
    quantile = float(np.quantile(scatter[use], QUIET))
    quiet = residual[use & (scatter <= quantile)].reshape(-1, SIDE, SIDE)
    tissue = quantile / float(np.interp(_lag_one(quiet), CORRELATION, KEPT))
    return min(tissue, _background(patches) or tissue)


def _background(patches: Matrix) -> float | None:
    """Noise SD by E[M²] = 2σ² where dark patches show a Rayleigh law (Gudbjartsson & Patz 1995)."""
    mean, spread = patches.mean(1), patches.std(1)
    dark = (spread > 0) & ~_brighter(patches)
    rayleigh = dark & (mean > RAYLEIGH[0] * spread) & (mean < RAYLEIGH[1] * spread)
    if rayleigh.sum() < max(ENOUGH, 0.6 * dark.sum()):
        return None
    return float(np.sqrt(np.median((patches[rayleigh] ** 2).mean(1)) / 2))


def _brighter(patches: Matrix) -> Mask:
    low, high = np.percentile(patches, (1, 99))
    brighter: Mask = patches.mean(1) > low + DARK * (high - low)
    return brighter


def _patches(values: Image, excluded: Mask | None) -> Matrix:
    """Whole patches of pixels that may be measured, one per row: (patches, SIDE²)."""
    flat = _blocks(values).astype(np.float64)
    use = np.isfinite(flat)
    if excluded is not None:
        use &= ~_blocks(excluded)
    return flat[use.all(1)]


def _blocks(x: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """`x` cut into patches, evenly thinned to at most `MOST`, one per row."""
    rows, columns = (n // SIDE for n in x.shape)
    blocks = x[: rows * SIDE, : columns * SIDE].reshape(rows, SIDE, columns, SIDE).swapaxes(1, 2)
    thin = ceil(sqrt(rows * columns / MOST))
    return blocks[::thin, ::thin].reshape(-1, SIDE**2)


def _usable(patches: Matrix, scatter: Matrix) -> Mask:
    """Patches that are neither constant nor dark; all that vary, if those are too few."""
    varying: Mask = scatter > 1e-9 * (1 + np.abs(patches).max(initial=0))
    if not varying.any():
        return varying
    bright: Mask = varying & _brighter(patches)
    return bright if bright.sum() >= ENOUGH else varying


def _lag_one(patches: Matrix) -> float:
    """Correlation of horizontal and vertical neighbours in (patches, SIDE, SIDE)."""
    pairs = ((patches[:, :, 1:], patches[:, :, :-1]), (patches[:, 1:], patches[:, :-1]))
    product = sum(float((a * b).sum()) for a, b in pairs)
    power = sum(float((a**2).sum() + (b**2).sum()) for a, b in pairs) / 2
    return product / max(power, 1e-30)


def _trend() -> Matrix:
    """Orthonormal basis (SIDE², 6) of the quadratic surfaces over a patch."""
    y, x = np.meshgrid(np.linspace(-1, 1, SIDE), np.linspace(-1, 1, SIDE), indexing="ij")
    surfaces = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], -1).reshape(-1, 6)
    return np.asarray(np.linalg.qr(surfaces)[0], np.float64)


_TREND = _trend()
