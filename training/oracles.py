"""Classical methods that are told what nobody knows: the true noise, and which setting turns out best."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from skimage import restoration

from core import degrade
from training.benchmark import Case
from training.contestants import Method, Setting, rician_corrected

Image = npt.NDArray[np.float32]

MEANS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.35, 1.6)
VARIATION = (0.15, 0.25, 0.4, 0.55, 0.7, 0.85, 1.0, 1.2, 1.45, 1.75, 2.1, 2.6)
STEPS = (3, 6, 12, 25, 50)
BM3D = (0.85, 1.1, 1.5)
"""Multiples of the true noise SD that are tried."""
CT_SPECTRUM = (0.15, 3.0)
"""Peak and order of the noise that `core.degrade.low_dose` puts into CT."""


def _nearer(output: Image, case: Case) -> Image:
    """Return `output` with or without the Rician correction, whichever turns out nearer.

    References have noise of their own, whose floor the correction takes off as well.
    """
    return max(output, rician_corrected(output, case), key=case.psnr)


@dataclass(frozen=True)
class OracleMeans:
    """Non-local means with the true σ."""

    h: float
    """In multiples of σ."""
    aware: bool
    """Whether 2σ² is taken off the patches' distances, too."""

    @property
    def setting(self) -> Setting:
        """Both."""
        return {"h": self.h, "aware": self.aware}

    def __call__(self, case: Case) -> Image:
        """Return the denoised noisy slice of `case`."""
        output = restoration.denoise_nl_means(
            case.noisy,
            patch_size=5,
            patch_distance=6,
            h=self.h * case.sigma,
            sigma=case.sigma if self.aware else 0.0,
            fast_mode=True,
        )
        return _nearer(np.asarray(output, np.float32), case)


@dataclass(frozen=True)
class OracleVariation:
    """Total variation with the true σ."""

    weight: float
    """In multiples of σ."""
    steps: int
    """Of Chambolle's iteration: the application takes 50; stopped earlier it leaves fewer plateaus."""

    @property
    def setting(self) -> Setting:
        """Both."""
        return {"weight": self.weight, "steps": self.steps}

    def __call__(self, case: Case) -> Image:
        """Return the denoised noisy slice of `case`."""
        output = restoration.denoise_tv_chambolle(
            case.noisy, weight=self.weight * case.sigma, eps=0, max_num_iter=self.steps
        )
        return _nearer(np.asarray(output, np.float32), case)


@dataclass(frozen=True)
class Climbed:
    """The setting that happens to be best for each single image: a bound no user reaches.

    PSNR rises and falls once along each row of settings; so each is climbed to its top, from where the row
    before had its own, in place of trying them all.
    """

    rows: tuple[tuple[Method, ...], ...]
    """All of the same length; within one, alike but for the amount of smoothing, in its order."""

    @property
    def setting(self) -> Setting:
        """Nothing: it changes from image to image."""
        return {}

    def __call__(self, case: Case) -> Image:
        """Return the result nearest to the clean slice of `case`."""
        place, tops = len(self.rows[0]) // 2, []
        for row in self.rows:
            place, output = _top(row, place, case)
            tops.append(output)
        return max(tops, key=case.psnr)


def _top(row: Sequence[Method], start: int, case: Case) -> tuple[int, Image]:
    """Return which of a row is best, and its result, by steps from `start` towards what is better."""
    best, output = start, row[start](case)
    score = case.psnr(output)
    for step in (-1, 1):
        while 0 <= best + step < len(row):
            tried = row[best + step](case)
            if (found := case.psnr(tried)) <= score:
                break
            best, output, score = best + step, tried, found
        if best != start:
            break
    return best, output


@dataclass(frozen=True)
class Bm3d:
    """BM3D for correlated noise (Mäkinen, Azzari and Foi, IEEE TIP 29:8339, 2020), told noise and spectrum.

    The package's licence allows non-commercial use only: it is never a dependency, and takes part only
    where somebody has installed it.
    """

    factor: float
    """In multiples of σ."""

    @property
    def setting(self) -> Setting:
        """The factor."""
        return {"factor": self.factor}

    def __call__(self, case: Case) -> Image:
        """Return the denoised noisy slice of `case`."""
        vars(np).setdefault("trapz", np.trapezoid)  # NumPy 2.4 dropped the name that bm4d 4.2.5 calls
        from bm3d import bm3d

        output = bm3d(case.noisy.astype(np.float64), self._power(case))
        return rician_corrected(np.asarray(output, np.float32), case)

    def _power(self, case: Case) -> npt.NDArray[np.float64]:
        """Noise power spectrum, σ² times the number of pixels on the mean."""
        rows, columns = case.noisy.shape
        variance = (self.factor * case.sigma) ** 2 * rows * columns
        if case.modality != "CT":
            return np.full((rows, columns), variance)
        mirrored = np.minimum(np.arange(columns), -np.arange(columns) % columns)
        power: npt.NDArray[np.float64] = variance * degrade.noise_power((rows, columns), *CT_SPECTRUM)[
            :, mirrored
        ].astype(np.float64)
        return power
