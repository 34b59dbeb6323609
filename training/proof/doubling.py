"""Twice the rows and columns: the network against bicubic enlargement, at equal noise."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from core import degrade
from core.enhance.cnn import Cnn
from core.enhance.denoisers import NonLocalMeans
from core.enhance.enlarge import doubled
from core.errors import ClearsliceError
from core.metrics import compare
from core.stop import Stop
from training.benchmark import UNITS, Case
from training.degradation.sampling import halved
from training.proof.bench import STRENGTHS, Bench, blended, context
from training.proof.finding import Finding, Row
from training.proof.worst import RANGES
from training.statistics import by_subject
from training.tasks import truncated

Image = npt.NDArray[np.float32]

LEVELS: Mapping[str, tuple[float, ...]] = {"CT": (0.0, 10.0), "MR": (0.0, 2.0), "XR": (0.0, 1.0)}
"""Noise inserted into the coarse slice, in the benchmark's units; 0 leaves it as it is."""
COARSE: Mapping[str, tuple[Callable[[Image], Image], str]] = {
    "area": (halved, "2 × 2 means"),
    "k-space": (lambda values: np.abs(truncated(values)), "inner quarter of k-space"),
}
WAYS = {"CT": ("area",), "MR": ("area", "k-space"), "XR": ("area",)}
"""How the coarse slice is measured."""
BICUBIC = "bicubic"
AIR, AROUND = 0.1, 2.0
"""MR: air is darker than this share of the brightest tissue, smoothed by so many pixels (SD)."""
LEAST = 2.0
"""dB."""
TITLE = "Twice the rows and columns"
TARGET = f"at 100 %, at least {LEAST:+g} dB over bicubic at equal noise, and on no slice below it"
METHOD = f"""\
The fine validation slice is the target; the network is given half its rows and columns (2 × 2 means; of MR
also the inner quarter of k-space), as they are or with noise inserted afterwards. "At equal noise" means:
bicubic is given the same coarse slice, and once more that slice after the denoising network (non-local means
where there is none), so that taking off noise does not count as sharpness; the better one of the two, by its
mean, is the one that counts. Gains are means by person with 95 % intervals; the worst is that of a single
slice. In MR the air around the patient is left out. Ranges: {RANGES}."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How the coarse slices of a family were made."""

    modality: str
    way: str
    level: float

    def __str__(self) -> str:
        noise = f"noise {self.level:g} {UNITS[self.modality]}" if self.level else "no noise added"
        return f"{COARSE[self.way][1]}, {noise}"


@dataclass(frozen=True, slots=True)
class Score:
    """PSNR in dB and SSIM of one slice by one way of enlarging it."""

    subject: str
    psnr: float
    ssim: float


Scores = dict[str, list[Score]]
Decisive = tuple[Condition, float, float, float]


@dataclass(frozen=True)
class Doubling:
    """The network that doubles the grid beside bicubic enlargement."""

    name: str = "doubling"
    version: int = 2

    def __call__(self, bench: Bench) -> Finding:
        """Measure both on coarse slices whose fine version is known."""
        if bench.networks.spec(bench.name).magnification == 1:
            return Finding(TITLE, TARGET, None, "The network does not double rows and columns.")
        found = {c: scores for c in conditions(bench.families) if (scores := _scores(bench, c))}
        if not found:
            return Finding(TITLE, TARGET, None, "There are no validation slices.")
        rows = [row for condition, scores in found.items() for row in _rows(condition, scores)]
        usual, full = (
            [_decisive(condition, scores, strength) for condition, scores in found.items()]
            for strength in STRENGTHS
        )
        passed = all(gain >= LEAST and worst >= 0 for _, gain, worst, _ in full)
        return Finding(TITLE, TARGET, passed, _sentence(usual, full), tuple(rows), METHOD)


def conditions(families: Sequence[str]) -> list[Condition]:
    """Return every condition that is tried."""
    return [Condition(m, way, level) for m in families for way in WAYS[m] for level in LEVELS[m]]


def coarse(case: Case, condition: Condition) -> Image:
    """Return what the network is shown of a slice with even sides."""
    image = COARSE[condition.way][0](case.clean)
    if not condition.level:
        return np.ascontiguousarray(image, np.float32)
    rng = np.random.default_rng((case.number, int(10 * condition.level), 2))
    return degrade.low_dose(image, case.modality, condition.level, rng)


def _scores(bench: Bench, condition: Condition) -> Scores:
    found: Scores = {}
    for case in bench.cases(condition.modality, condition.level):
        rows, columns = (n - n % 2 for n in case.clean.shape)
        even = Case(case.number, case.subject, case.modality, case.level, case.clean[:rows, :columns])
        air = _air(even)
        for name, image in _enlarged(bench, coarse(even, condition), condition.modality):
            score = compare(even.clean, image, even.span, air)
            found.setdefault(name, []).append(Score(case.subject, score.psnr, score.ssim))
    bench.report(f"doubling, {condition.modality}: {condition}")
    return found


def _air(case: Case) -> npt.NDArray[np.bool_] | None:
    """MR: where there is air, whose noise in the target is no detail to be restored."""
    if case.modality != "MR":
        return None
    return np.asarray(ndimage.gaussian_filter(case.clean, AROUND) < AIR * case.scale.factor)


def _enlarged(bench: Bench, image: Image, modality: str) -> Iterator[tuple[str, Image]]:
    plain = doubled(image)
    yield BICUBIC, plain
    name, denoised = _denoised(bench, image, modality)
    yield f"{name}, then bicubic", doubled(denoised)
    full = bench.enhanced(image, modality)
    for strength in STRENGTHS:
        yield f"network {strength:.0%}", blended(plain, full, strength)


def _denoised(bench: Bench, image: Image, modality: str) -> tuple[str, Image]:
    """Return `image` without noise, and by what."""
    try:
        name = bench.networks.default_for(modality, "denoise")
    except ClearsliceError:
        return "non-local means", NonLocalMeans()(image, context(modality), Stop())
    return name, Cnn(name, networks=bench.networks)(image, context(modality), Stop())


def _rival(scores: Scores) -> str:
    """Return the bicubic enlargement with the better mean PSNR."""
    names = [name for name in scores if name.endswith(BICUBIC)]
    return max(names, key=lambda name: float(np.mean([s.psnr for s in scores[name]])))


def _gains(scores: Scores, name: str, rival: str, number: str = "psnr") -> list[tuple[str, float]]:
    pairs = zip(scores[name], scores[rival], strict=True)
    return [(a.subject, float(getattr(a, number) - getattr(b, number))) for a, b in pairs]


def _decisive(condition: Condition, scores: Scores, strength: float) -> Decisive:
    """Condition, mean gain and worst gain in dB over the better rival, share of slices below it."""
    gains = _gains(scores, f"network {strength:.0%}", _rival(scores))
    values = [gain for _, gain in gains]
    return condition, by_subject(gains).mean, min(values), float(np.mean([v < 0 for v in values]))


def _rows(condition: Condition, scores: Scores) -> Iterator[Row]:
    rival = _rival(scores)
    for name, found in scores.items():
        gain = by_subject(_gains(scores, name, rival))
        values = [value for _, value in _gains(scores, name, rival)]
        yield {
            "family": condition.modality,
            "coarse slice": str(condition),
            "slices": len(found),
            "way": name,
            "PSNR dB": round(by_subject([(s.subject, s.psnr) for s in found]).mean, 2),
            "SSIM": round(by_subject([(s.subject, s.ssim) for s in found]).mean, 4),
            "gain dB at equal noise": round(gain.mean, 2),
            "interval": f"{gain.low:+.2f} to {gain.high:+.2f}",
            "worst dB": round(min(values), 2),
            "slices below %": round(100 * float(np.mean([value < 0 for value in values]))),
            "SSIM gain": round(by_subject(_gains(scores, name, rival, "ssim")).mean, 4),
        }


def _sentence(usual: Sequence[Decisive], full: Sequence[Decisive]) -> str:
    parts = [
        f"{c.modality} ({c}) {gain:+.2f} dB, worst slice {worst:+.2f}, {100 * below:.0f} % of slices below"
        for c, gain, worst, below in full
    ]
    gains = [gain for _, gain, _, _ in usual]
    return (
        f"Gain over bicubic enlargement at equal noise, at 100 %: {'; '.join(parts)}. At the default "
        f"strength: {min(gains):+.2f} to {max(gains):+.2f} dB, worst slice {min(d[2] for d in usual):+.2f}."
    )
