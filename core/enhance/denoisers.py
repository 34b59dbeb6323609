"""Classical denoisers, their parameters in multiples of the noise that the slice has."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

import numpy as np
from skimage import restoration

from core.enhance.method import Image, SliceContext, parameter
from core.enhance.tiles import Tiling, by_tiles
from core.enhance.wavelet import shrink
from core.noise import estimate
from core.stop import Stop

_PATCH, _DISTANCE = 5, 6
"""Non-local means: side of the patches compared, and how far away they are looked for."""
_TV_ITERATIONS = 50
"""A fixed number, because Chambolle's stopping rule would end differently in each tile."""
_SIDE = 512
"""Of the tiles, with a look at a stop request before each: at most two thirds of a second of work."""
_LEVELS = 65536
"""Steps of the bilateral filter's table of grey-value differences."""


def _floor() -> Any:
    return parameter(
        False, "Remove MR noise floor", help="Takes the Rician bias off dark areas; acts on MR only."
    )


@dataclass(frozen=True)
class NonLocalMeans:
    """Non-local means (Buades et al. 2005), fast form (Froment 2014)."""

    name: ClassVar[str] = "nlm"
    label: ClassVar[str] = "Non-local means"
    purpose: ClassVar[str] = "Averages patches that look alike; slow, keeps texture."
    keeps_units: ClassVar[bool] = True

    strength: float = parameter(
        0.8, "Strength", minimum=0.1, maximum=3.0, step=0.05, unit="× noise",
        help="Patches that differ by about this are averaged.",
    )  # fmt: skip
    floor: bool = _floor()

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, denoised."""
        return _denoised(values, context, self.floor, self._smooth, stop)

    def _smooth(self, values: Image, noise: float, stop: Stop) -> Image:
        average = partial(
            restoration.denoise_nl_means,
            patch_size=_PATCH,
            patch_distance=_DISTANCE,
            h=self.strength * noise,
            fast_mode=True,
        )
        return _by_tiles(values, _DISTANCE + _PATCH, average, stop)


@dataclass(frozen=True)
class TotalVariation:
    """Total variation denoising (Chambolle 2004)."""

    name: ClassVar[str] = "tv"
    label: ClassVar[str] = "Total variation"
    purpose: ClassVar[str] = "Flattens areas between edges; too much looks painted."
    keeps_units: ClassVar[bool] = True

    strength: float = parameter(
        0.8, "Strength", minimum=0.1, maximum=5.0, step=0.1, unit="× noise",
        help="Variation that is taken away.",
    )  # fmt: skip
    floor: bool = _floor()

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, denoised."""
        return _denoised(values, context, self.floor, self._smooth, stop)

    def _smooth(self, values: Image, noise: float, stop: Stop) -> Image:
        flatten = partial(
            restoration.denoise_tv_chambolle, weight=self.strength * noise, eps=0, max_num_iter=_TV_ITERATIONS
        )
        return _by_tiles(values, _TV_ITERATIONS, flatten, stop)


@dataclass(frozen=True)
class Bilateral:
    """Bilateral filter (Tomasi & Manduchi 1998)."""

    name: ClassVar[str] = "bilateral"
    label: ClassVar[str] = "Bilateral"
    purpose: ClassVar[str] = "Smooths among pixels of like value; fast."
    keeps_units: ClassVar[bool] = True

    strength: float = parameter(
        1.5, "Tone range", minimum=0.5, maximum=6.0, step=0.1, unit="× noise",
        help="Differences up to about this are smoothed.",
    )  # fmt: skip
    radius: float = parameter(
        1.5, "Radius", minimum=0.5, maximum=4.0, step=0.5, unit="px", help="Standard deviation of the kernel."
    )
    floor: bool = _floor()

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, denoised."""
        return _denoised(values, context, self.floor, self._smooth, stop)

    def _smooth(self, values: Image, noise: float, stop: Stop) -> Image:
        # scikit-image scales its table wrongly for negative values, so the filter sees none.
        lowest = np.float32(values.min())
        reach = int(2 * self.radius + 0.5)
        smooth = partial(
            restoration.denoise_bilateral,
            win_size=2 * reach + 1,
            sigma_color=self.strength * noise,
            sigma_spatial=self.radius,
            bins=_LEVELS,
            mode="reflect",
        )
        return _by_tiles(values - lowest, reach, smooth, stop) + lowest


@dataclass(frozen=True)
class Wavelet:
    """Wavelet shrinkage with BayesShrink thresholds (Chang et al. 2000)."""

    name: ClassVar[str] = "wavelet"
    label: ClassVar[str] = "Wavelet"
    purpose: ClassVar[str] = "Shrinks fine structure that is no stronger than noise."
    keeps_units: ClassVar[bool] = True

    strength: float = parameter(
        1.0, "Strength", minimum=0.2, maximum=3.0, step=0.1, unit="× noise", help="Noise that is assumed."
    )
    floor: bool = _floor()

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values, denoised."""
        return _denoised(values, context, self.floor, self._smooth, stop)

    def _smooth(self, values: Image, noise: float, stop: Stop) -> Image:
        return shrink(values, self.strength * noise, stop)


def _denoised(
    values: Image,
    context: SliceContext,
    floor: bool,
    smooth: Callable[[Image, float, Stop], Image],
    stop: Stop,
) -> Image:
    """Return ``smooth(values, noise SD, stop)``, less the Rician floor if that is wanted."""
    stop.check()
    noise = estimate(values, context.excluded)
    if not noise:
        return values.copy()
    stop.check()
    smoothed = smooth(values, noise, stop)
    if not floor or context.modality != "MR":
        return smoothed
    # E[m²] = A² + 2σ² (Gudbjartsson & Patz 1995)
    return np.asarray(np.sqrt(np.clip(smoothed**2 - 2 * noise**2, 0, None)), np.float32)


def _by_tiles(values: Image, margin: int, smooth: Callable[[Image], Image], stop: Stop) -> Image:
    def whole(tile: Image) -> Image:
        return smooth(tile).reshape(tile.shape)  # scikit-image drops axes of length 1.

    return by_tiles(values, Tiling(_SIDE, margin, multiple=1), whole, stop)
