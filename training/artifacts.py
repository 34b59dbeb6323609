"""What scanners add besides noise, drawn for one sample: the task "artifacts"."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.enhance.spec import NORMALISATION
from training import physics
from training.bank import Bank
from training.degradation.compose import Chain, Degradation
from training.degradation.ct_artifacts import Rings
from training.degradation.ct_geometry import Kernel, ParallelScan
from training.degradation.mr_kspace import KSpaceScan
from training.degradation.sampling import VendorInterpolation, doubled
from training.degradation.settings import Artifacts
from training.degradation.spectrum import smooth_field
from training.degradation.xray import Exposure, GreyValues, MtfBlur, body_scatter
from training.degradation.xray_noise import PoissonGaussian
from training.views import View, smooth_plane

Image = npt.NDArray[np.float32]

HU = NORMALISATION["CT"].factor
DEPTH = 4.0
"""Line integral over the range of a radiograph: a chest lets some 2 % through its densest parts."""
FIELD = 250.0
"""Radius in pixels within which a crop may lie off the centre of rotation."""
SILENT = 1e-5
"""Noise on the network's scale that is none."""


class Spoiled(NamedTuple):
    """A sample before it becomes tensors; all on the network's scale."""

    image: Image
    target: Image
    context: Image
    """The thumbnail of the spoiled slice."""
    sigma: float
    """SD of the noise in `image`, per channel where it is Rician."""


def ct(view: View, bank: Bank | None, settings: Artifacts, sigma: float, rng: np.random.Generator) -> Spoiled:
    """Return a sample with the streaks and noise of a starved scan, or with noise alone, and with rings."""
    context, target = view.thumbnail, view.clean
    if bank is not None and rng.random() < settings.streaks:
        plane, small = bank.draw(view.number, rng)
        error = view.cut(plane) / np.float32(HU)
        sigma, context = float(error.std()), context + small / np.float32(HU)
    else:
        error = physics.ct_noise(view.clean.shape, sigma, rng)
        target = target + error if settings.keeps_noise else target
    if rng.random() < settings.rings:
        error = error + _rings(len(error), settings, rng) / np.float32(HU)
    return Spoiled(view.clean + error, target, view.cut.turned(context), sigma)


def noisy(
    draw: Callable[[View, Artifacts, float, np.random.Generator], Spoiled],
    view: View,
    settings: Artifacts,
    sigma: float,
    rng: np.random.Generator,
) -> Spoiled:
    """Return what `mr` or `xr` draw; if the settings say so, the target has the noise of the image.

    That noise is what differs from the same draw without any, as it went through k-space or logarithm.
    """
    again = deepcopy(rng)
    spoiled = draw(view, settings, sigma, rng)
    if not settings.keeps_noise:
        return spoiled
    silent = draw(view, settings, SILENT, again)
    return spoiled._replace(target=silent.target + (spoiled.image - silent.image))


def _rings(side: int, settings: Artifacts, rng: np.random.Generator) -> Image:
    """Rings in HU about a centre that lies anywhere in or around the square."""
    gain, share = (float(np.exp(rng.uniform(*np.log(r)))) for r in (settings.ring_gain, settings.ring_share))
    rings = Rings(ParallelScan(0.75, 480), share, gain, Kernel(rng.uniform(0.8, 1.6)))
    distance, angle = FIELD * np.sqrt(rng.random()), rng.uniform(0, 2 * np.pi)
    y, x = (np.arange(side) - side / 2 + distance * f(angle) for f in (np.sin, np.cos))
    return rings.around(np.hypot(y[:, None], x[None, :]).astype(np.float32), rng)


def mr(view: View, settings: Artifacts, sigma: float, rng: np.random.Generator) -> Spoiled:
    """Return a sample as measured with part of k-space, or at half the matrix, under uneven coils."""
    clean, context = _biased(view, settings, rng)
    scan, sd = _scan(len(clean), settings, sigma, rng)
    side = len(clean)
    # Mirrored, the square is periodic, as k-space takes it to be; its phase is not, which rings far away.
    mirrored = np.pad(clean, side // 2, "symmetric")
    image = scan(mirrored, rng)[side // 2 :, side // 2 :][:side, :side]
    return Spoiled(image, clean, view.cut.turned(context), sd)


def _biased(view: View, settings: Artifacts, rng: np.random.Generator) -> tuple[Image, Image]:
    """The clean square and the thumbnail under a field over the whole slice, scaled as it is then."""
    if rng.random() >= settings.bias:
        return view.clean, view.thumbnail
    strength = rng.uniform(*settings.bias_strength)
    field = np.exp(strength * smooth_field(view.thumbnail.shape, 3, rng)).astype(np.float32)
    context = view.thumbnail * field
    field /= np.float32(np.percentile(context, 99) / max(float(np.percentile(view.thumbnail, 99)), 1e-6))
    return view.clean * view.cut(smooth_plane(field, *view.shape)), view.thumbnail * field


def _scan(
    side: int, settings: Artifacts, sigma: float, rng: np.random.Generator
) -> tuple[Degradation, float]:
    """A drawn scan and the SD per channel of its noise on the image's grid."""
    partial = rng.uniform(*settings.partial_kept) if rng.random() < settings.partial else 1.0
    phase = rng.uniform(0, 1.5)
    if rng.random() < settings.interpolated:
        scan = KSpaceScan(sigma, partial=partial, phase=phase)
        order = int(rng.choice((1, 3)))
        return VendorInterpolation(scan, order), _sd(scan, side) * retained(order)
    kept = (1.0, 1.0)
    if rng.random() < settings.gibbs:
        first, second = rng.uniform(*settings.kept, 2)
        kept = ((first, 1.0), (1.0, second), (first, second))[rng.integers(3)]
    fermi = rng.uniform(0.002, 0.02) if rng.random() < 0.5 else 0.0
    scan = KSpaceScan(sigma, kept=kept, partial=partial, fermi=fermi, phase=phase)
    return scan, _sd(scan, 2 * side)


def _sd(scan: KSpaceScan, side: int) -> float:
    return float(scan.sd_map((side, side)).mean())


@cache
def retained(order: int) -> float:
    """Return the share of the SD that white noise keeps when a spline doubles its matrix.

    The root of a quarter of the energy of the response to one pixel.
    """
    impulse = np.zeros((33, 33), np.float32)
    impulse[16, 16] = 1
    return float(np.sqrt((doubled(impulse, (66, 66), order) ** 2).sum() / 4))


def xr(view: View, settings: Artifacts, sigma: float, rng: np.random.Generator) -> Spoiled:
    """Return a sample with scatter, blur and the quantum noise of what the detector receives.

    Exposures are relative to air; the automatic exposure control keeps their level, scatter included, and
    the console maps what comes out to the same range of grey values again.
    """
    through, small = _exposed(view, settings, rng)
    # Var(−ln(N)/depth) = 1/(depth²·N), of which the mean over the square is to be σ².
    photons = float(np.mean(1 / through) / (DEPTH * sigma) ** 2)
    steps: list[Degradation] = [PoissonGaussian(), GreyValues(Exposure(photons, 0.0, 1.0, DEPTH))]
    if rng.random() < settings.blur:
        steps.insert(0, MtfBlur(rng.uniform(*settings.blur_sd)))
    image = Chain(tuple(steps))(np.float32(photons) * through, rng)
    grey = (-np.log(small) / DEPTH).astype(np.float32)
    factor, offset = _range_matched(grey, view.thumbnail)
    context = view.cut.turned(grey * factor + offset)
    return Spoiled(image * factor + offset, view.clean, context, sigma * float(factor))


def _exposed(view: View, settings: Artifacts, rng: np.random.Generator) -> tuple[Image, Image]:
    """Exposures of the square and the thumbnail relative to air, scatter included if there is any."""
    through, small = (np.exp(-DEPTH * image) for image in (view.clean, view.thumbnail))
    if rng.random() >= settings.haze:
        return through, small
    ratio, width = rng.uniform(*settings.scatter), rng.uniform(*settings.scatter_width)
    scattered = body_scatter(small, ratio, width * len(small))
    level = np.float32(1 + ratio)
    return (through + view.cut(smooth_plane(scattered, *view.shape))) / level, (small + scattered) / level


def _range_matched(image: Image, to: Image) -> tuple[np.float32, np.float32]:
    """Factor and offset that give `image` the range of `to`."""
    (low, high), (bottom, top) = (np.percentile(a, (1, 99)) for a in (image, to))
    factor = (top - bottom) / (high - low) if min(top - bottom, high - low) > 1e-3 else 1.0
    return np.float32(factor), np.float32(bottom - factor * low)
