"""How far two images are apart: MSE, PSNR, SSIM, always over a named range of values."""

from dataclasses import dataclass
from math import inf, log10, sqrt

import numpy as np
import numpy.typing as npt
import skimage

from core.enhance.tiles import by_strips
from core.errors import ClearsliceError
from core.frame import Image, Mask
from core.stop import Stop
from core.window import Window

_SSIM_SIGMA = 1.5
_SSIM_REACH = 5
"""Half width of the 11 × 11 window to which the Gaussian is cut (Wang et al. 2004)."""


@dataclass(frozen=True, slots=True)
class Span:
    """The range of values that PSNR and SSIM refer to; both images are clipped to it."""

    low: float
    high: float
    name: str
    """Says to the user what the range is, for example "window C 40 W 400"."""

    def __post_init__(self) -> None:
        if not self.low < self.high:
            msg = "The range of values to compare in is empty; choose a wider window."
            raise ClearsliceError(msg)

    @property
    def width(self) -> float:
        """The data range R of PSNR and SSIM."""
        return self.high - self.low

    def __str__(self) -> str:
        return f"{self.name}: {self.low:g} to {self.high:g}"

    @classmethod
    def of_window(cls, window: Window) -> "Span":
        """Return what `window` shows between black and white."""
        # A range is as wide as the window says, whatever the function does at its ends.
        low = window.center - window.width / 2
        return cls(low, low + window.width, f"window C {window.center:.5g} W {window.width:.5g}")

    @classmethod
    def of_image(cls, reference: Image, excluded: Mask | None = None) -> "Span":
        """Return the range from the lowest to the highest value of the reference image."""
        inside = reference if excluded is None else reference[~excluded]
        low, high = (float(inside.min()), float(inside.max())) if inside.size else (0.0, 0.0)
        return cls(low, max(high, low + 1e-6), "range of the reference")


@dataclass(frozen=True, slots=True)
class Scores:
    """The three numbers and the range they refer to."""

    psnr: float
    """dB; infinite for equal images."""
    ssim: float
    mse: float
    """In squared units of the values."""
    span: Span

    @property
    def rmse(self) -> float:
        """Root of the mean squared error, in units of the values."""
        return sqrt(self.mse)

    @property
    def data_range(self) -> float:
        """The range R of PSNR and SSIM."""
        return self.span.width


def mse(reference: Image, test: Image, excluded: Mask | None = None) -> float:
    """Return the mean squared difference of two (rows, columns) images, in squared units."""
    _check_shapes(reference, test)
    squared = np.square(reference.astype(np.float64) - test)
    return _mean(squared, excluded)


def psnr(reference: Image, test: Image, data_range: float, excluded: Mask | None = None) -> float:
    """Return ``10 log10(R² / MSE)`` in dB; infinite for equal images."""
    error = mse(reference, test, excluded)
    return 10 * log10(data_range**2 / error) if error else inf


def ssim(
    reference: Image,
    test: Image,
    data_range: float,
    excluded: Mask | None = None,
    stop: Stop | None = None,
) -> float:
    """Return the mean structural similarity (Wang et al. 2004).

    Gaussian window of SD 1.5 cut to 11 × 11, K1 = 0.01, K2 = 0.03, population covariance; the mean
    leaves out the 5 outermost pixels, where the window does not fit.

    Raises
    ------
    ClearsliceError
        If the images differ in size or are smaller than the window.
    """
    _check_shapes(reference, test)
    if min(reference.shape) <= 2 * _SSIM_REACH:
        msg = f"SSIM needs images of at least {2 * _SSIM_REACH + 1} pixels on each side."
        raise ClearsliceError(msg)

    def similarity(pair: npt.NDArray[np.float64]) -> Image:
        _, local = skimage.metrics.structural_similarity(
            pair[..., 0],
            pair[..., 1],
            data_range=data_range,
            gaussian_weights=True,
            sigma=_SSIM_SIGMA,
            use_sample_covariance=False,
            full=True,
        )
        return np.asarray(local, np.float32)

    pair = np.stack((reference, test), axis=-1).astype(np.float64)
    local = by_strips(pair, _SSIM_REACH, similarity, stop or Stop())
    inner = np.s_[_SSIM_REACH:-_SSIM_REACH, _SSIM_REACH:-_SSIM_REACH]
    return _mean(local[inner], None if excluded is None else excluded[inner])


def compare(
    reference: Image,
    test: Image,
    span: Span | Window,
    excluded: Mask | None = None,
    stop: Stop | None = None,
) -> Scores:
    """Return all scores, both images clipped to `span` as a window clips them.

    Parameters
    ----------
    reference, test
        (rows, columns) values in the same units.
    span
        The range the numbers refer to.
    excluded
        True where there is no pixel.
    """
    span = Span.of_window(span) if isinstance(span, Window) else span
    a, b = (np.clip(image, np.float32(span.low), np.float32(span.high)) for image in (reference, test))
    return Scores(
        psnr(a, b, span.width, excluded), ssim(a, b, span.width, excluded, stop), mse(a, b, excluded), span
    )


def mean_scores(scores: tuple[Scores, ...]) -> Scores:
    """Return the mean of each number over frames that share one range."""
    if len({s.span for s in scores}) != 1:
        msg = "Scores over different ranges of values cannot be averaged."
        raise ClearsliceError(msg)
    psnr_, ssim_, mse_ = np.asarray([(s.psnr, s.ssim, s.mse) for s in scores]).mean(axis=0)
    return Scores(float(psnr_), float(ssim_), float(mse_), scores[0].span)


def _mean(values: npt.NDArray[np.floating], excluded: Mask | None) -> float:
    keep = values if excluded is None or excluded.all() else values[~excluded]
    return float(keep.mean(dtype=np.float64))


def _check_shapes(reference: Image, test: Image) -> None:
    if reference.shape != test.shape:
        sizes = " and ".join("×".join(map(str, image.shape)) for image in (reference, test))
        msg = f"Images of different size ({sizes}) cannot be compared; choose a series of the same size."
        raise ClearsliceError(msg)
