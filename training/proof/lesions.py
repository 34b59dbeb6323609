"""Small low-contrast lesions: whether what can be found in the noisy slice can be found afterwards."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from core.enhance.denoisers import NonLocalMeans
from core.stop import Stop
from training.proof.bench import SPLIT, STRENGTHS, Bench, context
from training.proof.finding import Finding, Row
from training.proof.grounds import APART, slices, uniform
from training.proof.observer import DRAWS, FOLDS, Seen, Study, interval
from training.proof.reading import (
    BLUR_MM,
    CHANNELS,
    NOISE,
    PIXEL_MM,
    Image,
    Lesion,
    Process,
    Readings,
    read_all,
)

Array = npt.NDArray[np.float64]

INPUT, NETWORK, MEANS = "input", "network", "NLM"
STRENGTH = 1.0
"""Of non-local means, × the measured noise: the best for PSNR at this noise on training slices."""
SAMPLES = 200
LOWER = (0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
"""Strengths tried one after the other where the default one costs detectability."""
TITLE = "Small low-contrast lesions in CT"
TARGET = (
    "AUC not lower than that of the noisy input, nor than that of non-local means, for any size and contrast "
    "at the default strength (95 % interval of the paired difference)"
)
METHOD = f"""\
Discs of 3, 5, 7 and 10 mm and of 5, 10, 15 and 20 HU (pixel {PIXEL_MM:g} mm, blurred by {BLUR_MM:g} mm
SD) are added at known flat places, at least {APART} pixels apart, of the validation slices and of a uniform
phantom; then noise of {NOISE:g} HU with the spectrum of a soft kernel. The reader is a channelized Hotelling
observer with {CHANNELS} Laguerre-Gauss channels and no internal noise, so it is no human reader; it is
trained and tested on different people or different noise ({FOLDS} folds). At least {SAMPLES} places per
class, each with the same noise with and without its lesion, and in all ways of processing. Intervals are by
bootstrap over people (slices) or noise pictures (phantom). Contrast kept is what the lesion changes in the
output, over what it is. False alarms are lesion-free places taken for a lesion at 90 % sensitivity.
Non-local means: strength {STRENGTH:g} × noise, its best for PSNR. This says what can be found in an image,
nothing about diagnostic performance."""

Table = Mapping[tuple[str, Lesion], Readings]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One kind of lesion at one strength of the network."""

    ground: str
    lesion: Lesion
    strength: float
    samples: int
    seen: Mapping[str, Seen]
    kept: Mapping[str, float]
    margins: Mapping[str, tuple[float, float]]
    """95 % interval of the network's AUC minus that of each rival."""

    @property
    def lower(self) -> list[str]:
        """The rivals whose AUC is higher, beyond chance."""
        return [rival for rival, (_, high) in self.margins.items() if high < 0]


@dataclass(frozen=True)
class Lesions:
    """Detectability of inserted lesions before and after the network."""

    name: str = "lesions"
    version: int = 1
    samples: int = SAMPLES
    draws: int = DRAWS

    def __call__(self, bench: Bench) -> Finding:
        """Insert, enhance, read."""
        if "CT" not in bench.families:
            return Finding(TITLE, TARGET, None, "The network is not meant for CT.")
        table = _read(bench, self.samples)
        found = {strength: _verdicts(table, strength, self.draws) for strength in STRENGTHS}
        usual = found[STRENGTHS[0]]
        harmless = _harmless(table, found, self.draws)
        rows = tuple(_row(verdict) for verdicts in found.values() for verdict in verdicts)
        passed = not any(v.lower for v in usual)
        return Finding(TITLE, TARGET, passed, _sentence(usual, found[STRENGTHS[-1]], harmless), rows, METHOD)


def _read(bench: Bench, samples: int) -> Table:
    ways: dict[str, Process] = {
        INPUT: lambda values: values,
        NETWORK: partial(bench.enhanced, modality="CT"),
        MEANS: _smoothed,
    }
    table = {}
    for grounds in ([uniform()], slices(bench.pack, SPLIT, bench.subjects)):
        if grounds:
            found = read_all(grounds, ways, samples, bench.report)
            table.update({(grounds[0].name, lesion): readings for lesion, readings in found.items()})
    return table


def _smoothed(values: Image) -> Image:
    return NonLocalMeans(STRENGTH)(values, context("CT"), Stop())


def _verdicts(table: Table, strength: float, draws: int) -> list[Verdict]:
    return [_verdict(ground, lesion, found, strength, draws) for (ground, lesion), found in table.items()]


def _verdict(ground: str, lesion: Lesion, found: Readings, strength: float, draws: int) -> Verdict:
    blended = found.samples[INPUT].blended(found.samples[NETWORK], strength)
    study = Study({**found.samples, NETWORK: blended}, found.clusters)
    areas = study.areas(draws)
    kept = {name: float(values.mean()) for name, values in found.kept.items()}
    kept[NETWORK] = 1 + strength * (kept[NETWORK] - 1)
    margins = {rival: interval(areas[NETWORK] - areas[rival]) for rival in (INPUT, MEANS)}
    return Verdict(ground, lesion, strength, len(found.clusters), study.seen(), kept, margins)


def _harmless(table: Table, found: Mapping[float, Iterable[Verdict]], draws: int) -> float:
    """Return the highest strength tried at which no kind of lesion is lower; 0 if there is none."""
    for strength in sorted({*found, *LOWER}, reverse=True):
        verdicts = found.get(strength) or (
            _verdict(*key, each, strength, draws) for key, each in table.items()
        )
        if not any(verdict.lower for verdict in verdicts):
            return strength
    return 0.0


def _row(verdict: Verdict) -> Row:
    lesion, seen = verdict.lesion, verdict.seen
    row: dict[str, str | float | int] = {
        "ground": verdict.ground,
        "mm": lesion.diameter,
        "HU": lesion.contrast,
        "strength %": round(100 * verdict.strength),
        "places": verdict.samples,
    }
    row |= {f"AUC {name}": round(seen[name].area, 3) for name in (INPUT, NETWORK, MEANS)}
    row |= {f"network − {rival}": _span(margin) for rival, margin in verdict.margins.items()}
    row |= {f"contrast kept {name} %": round(100 * verdict.kept[name]) for name in (NETWORK, MEANS)}
    row |= {f"false alarms {name} %": round(100 * seen[name].alarms) for name in (INPUT, NETWORK, MEANS)}
    return row | {"verdict": f"lower than {' and '.join(verdict.lower)}" if verdict.lower else "not lower"}


def _span(margin: tuple[float, float]) -> str:
    return f"{margin[0]:+.3f} to {margin[1]:+.3f}".replace("-", "−")


def _sentence(usual: list[Verdict], full: list[Verdict], harmless: float) -> str:
    counts = [len([v for v in verdicts if v.lower]) for verdicts in (usual, full)]
    changes = [[v.seen[NETWORK].area - v.seen[INPUT].area for v in verdicts] for verdicts in (usual, full)]
    mean, most = ([float(f(x)) for x in changes] for f in (np.mean, np.min))
    small, large = (min(_kept(usual, d)) for d in (3.0, 10.0))
    upto = f"up to strength {harmless:.0%} none is" if harmless else "at every strength tried some are"
    return (
        f"Of {len(usual)} kinds of small low-contrast lesions (3–10 mm, 5–20 HU, noise {NOISE:g} HU), at "
        f"the default strength {counts[0]} are harder to find for a model observer than in the noisy "
        f"slice or after non-local means (at 100 %: {counts[1]}; {upto}). Its AUC changes by {mean[0]:+.3f} "
        f"on the mean and {most[0]:+.3f} at worst ({mean[1]:+.3f} and {most[1]:+.3f} at 100 %). The lesions' "
        f"contrast shrinks with the noise: of the faintest 3 mm lesions {small:.0%} is kept, of 10 mm ones "
        f"{large:.0%}."
    )


def _kept(verdicts: Iterable[Verdict], diameter: float) -> Iterator[float]:
    return (v.kept[NETWORK] for v in verdicts if v.lesion.diameter == diameter)
