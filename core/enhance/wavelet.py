"""Wavelet shrinkage level by level, so that it can be stopped between levels."""

from math import sqrt

import numpy as np
import pywt

from core.enhance.method import Image
from core.stop import Stop

_WAVELET = "sym4"
_COARSEST = 3
"""Coarse levels left alone, as scikit-image does: they hold anatomy, and shrinking them shows."""

Bands = tuple[Image, Image, Image]


def shrink(image: Image, noise: float, stop: Stop) -> Image:
    """Return `image` (rows, columns) with each detail band shrunk softly by its BayesShrink threshold.

    The result of scikit-image's ``denoise_wavelet(image, noise, "sym4")``, which cannot be stopped.

    Parameters
    ----------
    noise
        SD of the noise in units of `image`.

    References
    ----------
    Chang, Yu, Vetterli, IEEE Trans. Image Processing 9 (2000) 1532-1546.
    """
    levels = max(pywt.dwtn_max_level(image.shape, _WAVELET) - _COARSEST, 1)
    rough, details = image, []
    for _ in range(levels):
        stop.check()
        rough, bands = pywt.dwt2(rough, _WAVELET)
        stop.check()
        details.append(tuple(_soft(band, noise**2) for band in bands))
    for bands in reversed(details):
        stop.check()
        rows, columns = bands[0].shape
        # An odd side comes back one longer (PyWavelets issue 80).
        rough = pywt.idwt2((rough[:rows, :columns], bands), _WAVELET)
    whole: Image = rough[: image.shape[0], : image.shape[1]]
    return whole


def _soft(band: Image, variance: float) -> Image:
    signal = float(np.mean(np.square(band, dtype=np.float64))) - variance
    threshold = variance / sqrt(max(signal, float(np.finfo(np.float32).eps)))
    shrunk: Image = pywt.threshold(band, threshold, "soft")
    return shrunk
