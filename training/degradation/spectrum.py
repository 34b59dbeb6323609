"""Filters given by their frequency response, with mirrored edges, and smooth random fields."""

import numpy as np
import numpy.typing as npt
from scipy import fft

Image = npt.NDArray[np.float32]


def gaussian_filtered(values: Image, sigma: float) -> Image:
    """Return `values` (rows, columns) through the response ``exp(−2π²σ²f²)``, f in cycles/pixel.

    It is the Fourier transform of a Gaussian of SD `sigma` pixels, applied to the cosine transform
    (type II), whose k-th coefficient has the frequency k/2N: edges are mirrored and the response holds
    exactly even below one pixel, where a sampled Gaussian kernel would alias.
    """
    squared = sum(f**2 for f in np.meshgrid(*(np.arange(n) / (2 * n) for n in values.shape), indexing="ij"))
    response = np.exp(-2 * (np.pi * sigma) ** 2 * squared).astype(np.float32)
    return np.asarray(fft.idctn(fft.dctn(values, norm="ortho") * response, norm="ortho"), np.float32)


def smooth_field(shape: tuple[int, ...], order: int, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Return a random polynomial of total degree `order` over (rows, columns), of largest size 1.

    Products of Legendre polynomials with normal coefficients; the constant is left out.
    """
    rows, columns = (np.linspace(-1, 1, n) for n in shape)
    weights = rng.standard_normal((order + 1, order + 1))
    degree = np.add.outer(np.arange(order + 1), np.arange(order + 1))
    weights[(degree > order) | (degree == 0)] = 0
    field = np.polynomial.legendre.leggrid2d(rows, columns, weights)
    return np.asarray(field / np.abs(field).max())
