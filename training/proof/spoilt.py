"""Validation slices with one artifact each, of middling strength, and the classical methods against it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from skimage import restoration

from core.enhance.network import Networks
from core.enhance.registry import build
from core.enhance.spec import NORMALISATION
from core.recipe import Step
from core.stop import Stop
from training import artifacts, bank
from training.benchmark import Case
from training.data import Pack
from training.degradation.ct_artifacts import Rings
from training.degradation.ct_geometry import Kernel, ParallelScan
from training.degradation.settings import Artifacts
from training.proof.bench import context
from training.views import Cut, View

Image = npt.NDArray[np.float32]
Method = Callable[[Image], Image]

NONE = Artifacts(streaks=0, rings=0, gibbs=0, partial=0, interpolated=0, bias=0, blur=0, haze=0)
"""A scan with noise alone."""
QUIET = {"MR": 0.005, "XR": 0.003}
"""Noise on the network's scale, the least that it was trained with."""
BLUR = 1.0
"""SD in pixels."""
SCAN = ParallelScan(0.75, 480)
AROUND, FEWEST = 9, 20
"""Rings: side in pixels of the median that shows the anatomy, and fewest pixels of a circle that counts."""


@dataclass(frozen=True, slots=True)
class Kind:
    """An artifact, and what else is used against it."""

    name: str
    modality: str
    settings: Artifacts
    rivals: Mapping[str, Method]


@dataclass(frozen=True, eq=False)
class Spoilt:
    """A slice before and after, in its units."""

    case: Case
    """With the slice as it should be."""
    image: Image
    artifact: Image
    """What was added to it, noise left out."""


def step(method: str, **values: float) -> Method:
    """Return a method of the application with these parameters, for slices without unit."""
    enhancer = build(Step(method, tuple(values.items())), Networks())
    return lambda image: enhancer(image, context("CT"), Stop())


def wiener(image: Image) -> Image:
    """Return `image` after a Wiener filter that knows the blur (Gaussian of SD `BLUR`)."""
    place = np.arange(-6, 7)
    spread = np.exp(-(place[:, None] ** 2 + place[None, :] ** 2) / (2 * BLUR**2))
    low, size = float(image.min()), max(float(np.ptp(image)), 1e-6)
    sharp = restoration.wiener((image - low) / size, spread / spread.sum(), balance=0.05, clip=False)
    return np.asarray(sharp * size + low, np.float32)


def without_rings(image: Image) -> Image:
    """Return `image` less what is alike along each circle about its centre (Sijbers & Postnov 2004).

    Of the difference from a median over `AROUND` pixels, the median along each circle within the body.
    """
    rows, columns = image.shape
    y, x = np.mgrid[:rows, :columns]
    radius = np.hypot(y - (rows - 1) / 2, x - (columns - 1) / 2)
    detail = image - ndimage.median_filter(image, AROUND)
    circle = np.where(image > bank.BODY, np.rint(2 * radius).astype(int), -1)
    numbers, counts = np.unique(circle, return_counts=True)
    numbers = numbers[(numbers >= 0) & (counts >= FEWEST)]
    if not len(numbers):
        return image
    profile = ndimage.median(detail, circle, numbers)
    return np.asarray(image - np.interp(2 * radius, numbers, profile, 0, 0), np.float32)


KINDS = (
    Kind(
        "streaks",
        "CT",
        NONE,
        {f"NLM {h:g}": step("nlm", strength=h) for h in (0.8, 1.2)} | {"median": step("median", radius=1)},
    ),
    Kind("rings", "CT", NONE, {"mean along circles": without_rings, "median": step("median", radius=1)}),
    Kind(
        "Gibbs ringing",
        "MR",
        replace(NONE, gibbs=1, kept=(0.55, 0.55)),
        {f"Gaussian {sigma:g}": step("gaussian", sigma=sigma) for sigma in (0.5, 0.7, 1.0)},
    ),
    Kind(
        "interpolated matrix",
        "MR",
        replace(NONE, interpolated=1),
        {f"unsharp {amount:g}": step("unsharp", radius=1.0, amount=amount) for amount in (0.3, 0.6, 1.0)},
    ),
    Kind(
        "blur",
        "XR",
        replace(NONE, blur=1, blur_sd=(BLUR, BLUR)),
        {f"unsharp {amount:g}": step("unsharp", radius=1.5, amount=amount) for amount in (0.5, 1.0, 1.5)}
        | {"Wiener, told the blur": wiener},
    ),
    Kind(
        "scatter haze",
        "XR",
        replace(NONE, haze=1, scatter=(0.8, 0.8), scatter_width=(0.08, 0.08)),
        {f"unsharp {amount:g}": step("unsharp", radius=10.0, amount=amount) for amount in (0.1, 0.3)},
    ),
)
"""Sub-voxel shifts against Gibbs ringing (Kellner 2016) need the measured matrix, which these files lack."""


def spoil(kind: Kind, case: Case, pack: Pack) -> Spoilt:
    """Return the slice of `case` with the artifact; MR and radiographs also with a little noise."""
    if kind.modality == "CT":
        error = _streaks(case, pack) if kind.name == "streaks" else _rings(case)
        return Spoilt(case, case.clean + error, error)
    square = _square(case)
    image, pure = (_drawn(kind, square, sigma) for sigma in (QUIET[kind.modality], artifacts.SILENT))
    return Spoilt(square, image, pure - square.clean)


def _streaks(case: Case, pack: Pack) -> Image:
    return bank.scanned(pack.folder, "streaks", 1, case.number)[0]


def _rings(case: Case) -> Image:
    y, x = (np.arange(n) - (n - 1) / 2 for n in case.clean.shape)
    rings = Rings(SCAN, share=0.05, sigma=0.03, kernel=Kernel(1.2))
    radius = np.hypot(y[:, None], x[None, :]).astype(np.float32)
    return rings.around(radius, np.random.default_rng((case.number, 5)))


def _square(case: Case) -> Case:
    """The middle of a slice, with even sides."""
    side = min(case.clean.shape) // 2 * 2
    top, left = ((n - side) // 2 for n in case.clean.shape)
    clean = np.ascontiguousarray(case.clean[top : top + side, left : left + side])
    return replace(case, clean=clean)


def _drawn(kind: Kind, case: Case, sigma: float) -> Image:
    side, scale = len(case.clean), NORMALISATION[case.modality].scale(case.clean)
    normalised = scale.normalise(case.clean)
    thumbnail = bank.CONTEXT.context(normalised)
    view = View(case.number, case.modality, (side, side), Cut(0, 0, side, side), normalised, thumbnail)
    draw = artifacts.mr if kind.modality == "MR" else artifacts.xr
    return scale.restore(draw(view, kind.settings, sigma, np.random.default_rng((case.number, 6))).image)
