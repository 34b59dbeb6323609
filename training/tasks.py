"""What a network is asked to undo: noise, a coarse grid, or artifacts.

Each task makes of a clean view a `Spoiled` sample. Rotation, flip and scale happened before; noise goes in
on the grid that the scanner measures.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import fft

from core import degrade
from core.enhance.enlarge import doubled
from training import artifacts, physics
from training.artifacts import Spoiled
from training.bank import Bank, find
from training.config import Data
from training.data import Pack
from training.degradation.lesions import with_lesions
from training.degradation.sampling import halved
from training.degradation.settings import Artifacts, Denoise, Double
from training.degradation.spectrum import gaussian_filtered
from training.views import View

Image = npt.NDArray[np.float32]

MARGINS = {"MR": 32, "XR": 16}
"""Pixels around a sample whose blur and ringing reach into it."""


@dataclass(frozen=True, slots=True)
class Task:
    """The task that `data` names, with the simulated CT scans it needs."""

    data: Data
    scans: Bank | None

    def spoil(self, view: View, rng: np.random.Generator) -> Spoiled:
        """Return the sample that a view becomes; its margin is still there."""
        if self.data.task == "double":
            return double(view, self.data.double, rng)
        if self.data.task == "artifacts":
            return _artifacts(view, self.scans, self.data.artifacts, rng)
        return denoise(view, self.scans, self.data.denoise, rng)

    def margin(self, modality: str) -> int:
        """Return how many pixels a view shows beyond the sample on each side."""
        return MARGINS.get(modality, 0) if self.data.task == "artifacts" else 0

    @property
    def finer(self) -> int:
        """Pixels of the target per pixel of the image, along an axis."""
        return 2 if self.data.task == "double" and not self.data.double.enlarged else 1


def make(data: Data, pack: Pack) -> Task:
    """Return the task that `data` names, on the images of `pack`.

    Raises
    ------
    ClearsliceError
        If it needs simulated CT scans that were not made yet.
    """
    return Task(data, find(pack, data))


def noise_range(data: Data) -> Mapping[str, tuple[float, float]]:
    """Return the normalised SD of the inserted noise per family (lowest, highest)."""
    levels = {"denoise": data.denoise.levels, "double": data.double.levels}
    return levels.get(data.task, data.artifacts.levels).normalised()


def least_unit(data: Data) -> Mapping[str, float]:
    """Return the least that losses divide by per family, {} where the noise is all that is to be undone.

    What a coarse grid or an artifact does is as large in a quiet image as in a noisy one; in units of its
    little noise it would outweigh all others. Hence the geometric middle of the inserted noise.
    """
    if data.task == "denoise":
        return {}
    return {name: math.sqrt(low * high) for name, (low, high) in noise_range(data).items()}


def denoise(view: View, scans: Bank | None, settings: Denoise, rng: np.random.Generator) -> Spoiled:
    """Return a sample with noise; the target is the image as it was, or with faint lesions in it."""
    context = view.cut.turned(view.thumbnail)
    sigma = rng.uniform(*settings.levels.normalised()[view.modality])
    # What is drawn beyond the plain noise comes from another stream: leaving it out changes no sample.
    extra, findings = rng.spawn(2)
    if view.modality == "CT" and findings.random() < settings.lesions:
        view = replace(view, clean=with_lesions(view.clean, settings.lesion, findings))
    if view.modality == "CT" and scans is not None and extra.random() < settings.projected:
        noise = np.float32(sigma) * view.cut(scans.draw(view.number, extra)[0])
        image, sigma = view.clean + noise, float(noise.std())
    elif view.modality == "MR" and (scan := physics.mr_scan(sigma, settings, extra)):
        image, sigma = physics.mr_noise(view.clean, scan, extra)
    else:
        image = physics.degraded(view.clean, view.modality, sigma, rng)
    return Spoiled(image, view.clean, physics.degraded_context(context, view.modality, sigma, rng), sigma)


def double(view: View, settings: Double, rng: np.random.Generator) -> Spoiled:
    """Return a sample measured on half the matrix; the target is the fine grid.

    σ is that of the noise in the image as it is shown: enlarging lowers it.
    """
    sigma = rng.uniform(*settings.levels.normalised()[view.modality])
    blurred = rng.random() < settings.blurred
    source = gaussian_filtered(view.clean, rng.uniform(*settings.blur)) if blurred else view.clean
    whole = view.modality == "MR" and rng.random() < settings.truncated
    coarse = truncated(source) if whole else halved(source)
    image, noise = _measured(coarse, view.modality, sigma, rng)
    if settings.enlarged:
        image, noise = doubled(image), doubled(noise)
    context = physics.degraded_context(view.cut.turned(view.thumbnail), view.modality, sigma, rng)
    return Spoiled(image, view.clean, context, float(noise.std()))


def _measured(coarse: Image, modality: str, sigma: float, rng: np.random.Generator) -> tuple[Image, Image]:
    """The noisy image, and noise as is in it: for MR a realisation of one channel."""
    if modality != "MR":
        image = physics.degraded(coarse, modality, sigma, rng)
        return image, image - coarse
    kept = (physics.filled(rng), physics.filled(rng))
    bright = np.full(coarse.shape, 1e3 * sigma, np.float32)
    one_channel = degrade.rician(bright, sigma, rng, kept) - bright
    return degrade.rician(np.abs(coarse), sigma, rng, kept), one_channel


def truncated(values: Image) -> Image:
    """Return (rows/2, columns/2) of the inner quarter of k-space, on pixels that cover 2 × 2 old ones.

    By cosine transform, which mirrors the borders and keeps pixels where their areas are.
    """
    rows, columns = (n // 2 for n in values.shape)
    inner = fft.dctn(values, norm="ortho")[:rows, :columns]
    return np.asarray(fft.idctn(inner, norm="ortho") / 2, np.float32)


def _artifacts(view: View, scans: Bank | None, settings: Artifacts, rng: np.random.Generator) -> Spoiled:
    sigma = rng.uniform(*settings.levels.normalised()[view.modality])
    if view.modality == "CT":
        spoiled = artifacts.ct(view, scans, settings, sigma, rng)
    else:
        draw = artifacts.mr if view.modality == "MR" else artifacts.xr
        spoiled = artifacts.noisy(draw, view, settings, sigma, rng)
    context = physics.degraded_context(spoiled.context, view.modality, spoiled.sigma, rng)
    return spoiled._replace(context=context)
