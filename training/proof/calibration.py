"""How wide an interval must be to hold the truth nine times in ten: split conformal prediction.

The network states the logarithm of b, the scale of the Laplace law of its error, at every pixel. Whether b is
right is another matter; a factor per family, found on people apart from training, makes it so (Angelopoulos &
Bates, arXiv 2107.07511): ``y ± factor · b`` holds 90 % of the reference's pixels.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from core.noise import estimate
from core.stop import Stop
from training.benchmark import LEVELS, Case
from training.proof.bench import Bench, context
from training.proof.flat_regions import body

Array = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

COVER = 0.9
MOST = 20_000
"""Pixels of a slice that count, at most, evenly drawn."""
TILE = 1024
"""Side of what the network is given at once, in pixels."""
TISSUE = 0.1
"""On MR, pixels count above this share of the slice's scale, with what they enclose."""


@dataclass(frozen=True, eq=False)
class Errors:
    """The errors of one slice in units of what the network stated, at the pixels that count."""

    subject: str
    level: float
    ratios: Array
    """|reference − output| / b."""

    def covered(self, factor: float) -> float:
        """Return the share of pixels whose reference lies within `factor` · b of the output."""
        return float(np.mean(self.ratios <= factor))


def errors(bench: Bench, modality: str) -> list[Errors]:
    """Return the errors at 100 % strength on every slice and noise level of a family."""
    found = []
    for level in LEVELS[modality]:
        bench.report(f"{modality} {level:g}: uncertainty")
        found += [_errors(bench, case) for case in bench.cases(modality, level)]
    return found


def _errors(bench: Bench, case: Case) -> Errors:
    model, about = bench.networks.load(bench.name), context(case.modality)
    noise = estimate(case.noisy)
    error = np.abs(case.clean - bench.enhanced(case.noisy, case.modality))
    scale = model.doubt(case.noisy, about, noise, TILE, Stop())
    counted = np.flatnonzero(inside(case))
    rng = np.random.default_rng(case.number)
    drawn = rng.choice(counted, min(MOST, counted.size), replace=False)
    return Errors(case.subject, case.level, (error.ravel()[drawn] / scale.ravel()[drawn]).astype(np.float64))


def inside(case: Case) -> Mask:
    """Return the pixels that count: body (CT), tissue with what it encloses (MR), all (radiographs)."""
    if case.modality == "XR":
        return np.ones(case.clean.shape, bool)
    tissue = case.clean > TISSUE * case.scale.factor
    found = body(case.clean) if case.modality == "CT" else ndimage.binary_fill_holes(tissue)
    return np.asarray(found if found.any() else np.ones(case.clean.shape, bool))


def factor(found: Sequence[Errors]) -> float:
    """Return the factor with which the intervals hold `COVER` of the pixels, each subject counting alike."""
    share = {e.subject: 0 for e in found}
    for each in found:
        share[each.subject] += each.ratios.size
    ratios = np.concatenate([e.ratios for e in found])
    weights = np.concatenate([np.full(e.ratios.size, 1 / share[e.subject]) for e in found])
    order = np.argsort(ratios)
    reached = np.cumsum(weights[order]) / weights.sum()
    return float(ratios[order][np.searchsorted(reached, COVER)])


def factors(bench: Bench) -> Mapping[str, float]:
    """Return the factor of every family that network and images have; {} where nothing is stated."""
    if not bench.networks.load(bench.name).doubts:
        return {}
    found = {modality: errors(bench, modality) for modality in bench.families}
    return {modality: round(factor(each), 4) for modality, each in found.items() if each}


def held_out(found: Sequence[Errors]) -> list[tuple[Errors, float]]:
    """Return every slice with the factor that the other subjects give; [] for fewer than two subjects."""
    subjects: Collection[str] = dict.fromkeys(e.subject for e in found)
    if len(subjects) < 2:
        return []
    others = {s: factor([e for e in found if e.subject != s]) for s in subjects}
    return [(each, others[each.subject]) for each in found]
