"""Small low-contrast lesions: whether what can be found in the noisy slice can be found afterwards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
LOWER = (0.2, 0.35, 0.5)
"""Strengths tried beside those that every test reports."""
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
    def change(self) -> float:
        """By how much the network's AUC is above that of the input."""
        return self.seen[NETWORK].area - self.seen[INPUT].area

    @property
    def lower(self) -> list[str]:
        """The rivals whose AUC is higher, beyond chance."""
        return [rival for rival, (_, high) in self.margins.items() if high < 0]


Verdicts = Mapping[float, Sequence[Verdict]]
"""By the strength, one for each kind of lesion on each ground."""


@dataclass(frozen=True)
class Lesions:
    """Detectability of inserted lesions before and after the network."""

    name: str = "lesions"
    version: int = 2
    samples: int = SAMPLES
    draws: int = DRAWS

    def __call__(self, bench: Bench) -> Finding:
        """Insert, enhance, read."""
        if "CT" not in bench.families:
            return Finding(TITLE, TARGET, None, "The network is not meant for CT.")
        return finding(_verdicts(_read(bench, self.samples), self.draws))


def finding(found: Verdicts) -> Finding:
    """Return what the verdicts tell."""
    rows = tuple(_row(verdict) for strength in STRENGTHS for verdict in found[strength])
    passed = not any(v.lower for v in found[STRENGTHS[0]])
    return Finding(TITLE, TARGET, passed, _sentence(found), rows, METHOD)


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


def _verdicts(table: Table, draws: int) -> Verdicts:
    found: dict[float, list[Verdict]] = {strength: [] for strength in sorted({*STRENGTHS, *LOWER})}
    for key, readings in table.items():
        rivals = Study({name: readings.samples[name] for name in (INPUT, MEANS)}, readings.clusters)
        areas, seen = rivals.areas(draws), rivals.seen()
        for strength, verdicts in found.items():
            verdicts.append(_verdict(key, readings, strength, areas, seen))
    return found


def _verdict(
    key: tuple[str, Lesion],
    found: Readings,
    strength: float,
    areas: Mapping[str, Array],
    seen: Mapping[str, Seen],
) -> Verdict:
    """Judge one kind of lesion; `areas` and `seen` are those of the rivals, the same at every strength."""
    blended = found.samples[INPUT].blended(found.samples[NETWORK], strength)
    study = Study({NETWORK: blended}, found.clusters)
    own = study.areas(len(areas[INPUT]))[NETWORK]
    kept = {name: float(values.mean()) for name, values in found.kept.items()}
    kept[NETWORK] = 1 + strength * (kept[NETWORK] - 1)
    margins = {rival: interval(own - areas[rival]) for rival in (INPUT, MEANS)}
    return Verdict(*key, strength, len(found.clusters), {**seen, **study.seen()}, kept, margins)


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


def _sentence(found: Verdicts) -> str:
    usual = found[STRENGTHS[0]]
    mean, most = (float(f([v.change for v in usual])) for f in (np.mean, np.min))
    small, large = (min(_kept(usual, d)) for d in (3.0, 10.0))
    means = sum(MEANS in v.lower for v in usual)
    tried = ", ".join(
        f"{sum(bool(v.lower) for v in verdicts)} at {100 * strength:.0f} % (AUC at worst "
        f"{min(v.change for v in verdicts):+.3f})"
        for strength, verdicts in found.items()
    )
    return (
        f"Of {len(usual)} kinds of small low-contrast lesions (3–10 mm, 5–20 HU, noise {NOISE:g} HU), at "
        f"the default strength {sum(bool(v.lower) for v in usual)} are harder to find for a model observer "
        f"than in the noisy slice, {means} harder than after non-local means. Its AUC changes by "
        f"{mean:+.3f} on the mean and {most:+.3f} at worst. By strength, harder to find: {tried}. The "
        "observer is without noise of its own: no processing adds to what it finds, and the least loss is "
        f"told from none. The lesions' contrast shrinks with the noise: of the faintest 3 mm lesions "
        f"{100 * small:.0f} % is kept, of 10 mm ones {100 * large:.0f} %."
    )


def _kept(verdicts: Iterable[Verdict], diameter: float) -> Iterator[float]:
    return (v.kept[NETWORK] for v in verdicts if v.lesion.diameter == diameter)
