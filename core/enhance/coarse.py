"""Coarse structure of CT, which denoising leaves alone."""

import numpy as np
from scipy import ndimage

from core.enhance.method import Image

COARSE = 3.2
"""SD in pixels of the Gaussian that tells coarse from fine: waves longer than 17 pixels are mostly coarse."""


def fine_part(residual: Image) -> Image:
    """Return what is fine in the residual of a CT slice: what is coarse stays in the image.

    CT noise has little power at low frequencies (ramp filter), and what a network takes off there is as
    likely to be faint structure as noise. With it stay the mean CT number of flat regions and the contrast
    of small lesions, at hardly any loss in PSNR.

    Parameters
    ----------
    residual
        (rows, columns), what the network would subtract.
    """
    return residual - np.asarray(ndimage.gaussian_filter(residual, COARSE, mode="nearest"), np.float32)
