"""The slices on which the network gains least, as numbers and as one sheet of pictures per family."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

import numpy as np
import numpy.typing as npt

from training.benchmark import LEVELS, PRIMARY, SPANS, UNITS, Case
from training.proof.bench import SPLIT, STRENGTHS, Bench, blended
from training.proof.finding import Finding, Row
from training.proof.sheet import Picture, draw_sheet

Image = npt.NDArray[np.float32]
Scores = dict[str, float]

COUNT = 20
STEP = {"CT": 1, "MR": 3, "XR": 1}
"""Every so many slices of a volume: neighbours are alike."""
RANGES = "; ".join(f"{name}: {spans[PRIMARY[name]]}" for name, spans in SPANS.items())
"""What PSNR and SSIM refer to."""
TITLE = "The worst validation slices"
TARGET = "no validation slice has a lower PSNR or SSIM than its noisy input, at the default strength"
METHOD = f"""\
Every validation slice (of MR volumes every third one) at both noise levels of the benchmark, enhanced at the
default strength and put in the order of its gain over the noisy input, once by PSNR and once by SSIM. Shown
are the {COUNT} worst of each family, taken in turn from both orders. Ranges:
{RANGES}."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What the network does to one slice."""

    number: int
    """Of the slice in the pack."""
    subject: str
    modality: str
    level: float
    before: Scores
    after: tuple[Scores, ...]
    """At each of `STRENGTHS`."""

    def of(self, score: str, strength: int = 0) -> float:
        """Return by how much "psnr" or "ssim" rises at strength number `strength`."""
        key = f"{score}_{PRIMARY[self.modality]}"
        return self.after[strength][key] - self.before[key]


@dataclass(frozen=True)
class Worst:
    """The slices that gain least."""

    name: str = "worst"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Measure every slice and draw the worst."""
        found = {modality: list(_gains(bench, modality)) for modality in bench.families}
        found = {modality: gains for modality, gains in found.items() if gains}
        if not found:
            return Finding(TITLE, TARGET, None, "There are no validation slices.")
        shown = {modality: worst(gains) for modality, gains in found.items()}
        pictures = tuple(_draw(bench, modality, gains, found[modality]) for modality, gains in shown.items())
        rows = tuple(_row(gain, found[modality]) for modality, gains in shown.items() for gain in gains)
        everything = list(chain.from_iterable(found.values()))
        passed = all(gain.of(score) >= 0 for gain in everything for score in ("psnr", "ssim"))
        return Finding(TITLE, TARGET, passed, _sentence(found), rows, METHOD, pictures)


def _gains(bench: Bench, modality: str) -> Iterator[Gain]:
    subjects = list(bench.pack.subjects(SPLIT, modality).items())[: bench.subjects]
    for subject, numbers in subjects:
        for number in numbers[:: STEP[modality]]:
            for level in LEVELS[modality]:
                yield _gain(bench, Case(number, subject, modality, level, bench.pack.values(number)))
        bench.report(f"worst slices: {modality}, {len(numbers)} slices of a person")


def _gain(bench: Bench, case: Case) -> Gain:
    full = bench.enhanced(case.noisy, case.modality)
    after = tuple(case.score(blended(case.noisy, full, strength)) for strength in STRENGTHS)
    return Gain(case.number, case.subject, case.modality, case.level, case.score(case.noisy), after)


def worst(gains: Sequence[Gain], count: int = COUNT) -> list[Gain]:
    """Return the `count` worst, taken in turn from the orders by PSNR gain and by SSIM gain."""
    by_psnr, by_ssim = (ordered(gains, score) for score in ("psnr", "ssim"))
    mixed = chain.from_iterable(zip_longest(by_psnr, by_ssim))
    return list({(g.number, g.level): g for g in mixed if g is not None}.values())[:count]


def ordered(gains: Sequence[Gain], score: str) -> list[Gain]:
    """Return them from the smallest gain of "psnr" or "ssim" to the largest."""
    return sorted(gains, key=lambda gain: gain.of(score))


def _draw(bench: Bench, modality: str, shown: Sequence[Gain], everything: Sequence[Gain]) -> str:
    pictures = [_picture(bench, gain, everything) for gain in shown]
    title = (
        f"{modality}: the {len(shown)} worst of {len(everything)} validation slices × noise levels, "
        f"{bench.name} at {STRENGTHS[0]:.0%}; {SPANS[modality][PRIMARY[modality]]}"
    )
    name = f"worst-{modality.lower()}.jpg"
    draw_sheet(pictures, title, bench.folder / name)
    return name


def _picture(bench: Bench, gain: Gain, everything: Sequence[Gain]) -> Picture:
    case = Case(gain.number, gain.subject, gain.modality, gain.level, bench.pack.values(gain.number))
    output = blended(case.noisy, bench.enhanced(case.noisy, case.modality), STRENGTHS[0])
    primary = PRIMARY[gain.modality]
    ranks = " · ".join(f"{s.upper()} rank {_rank(gain, everything, s)}" for s in ("psnr", "ssim"))
    first, last = ((x[f"psnr_{primary}"], x[f"ssim_{primary}"]) for x in (gain.before, gain.after[0]))
    text = (
        f"{ranks} · noise {gain.level:g} {UNITS[gain.modality]}\n"
        f"{first[0]:.2f} → {last[0]:.2f} dB ({gain.of('psnr'):+.2f}), "
        f"SSIM {first[1]:.3f} → {last[1]:.3f} ({gain.of('ssim'):+.3f})"
    )
    return Picture(text, case.noisy, output, case.clean, case.span, case.sigma)


def _rank(gain: Gain, everything: Sequence[Gain], score: str) -> int:
    return 1 + ordered(everything, score).index(gain)


def _row(gain: Gain, everything: Sequence[Gain]) -> Row:
    primary, people = PRIMARY[gain.modality], list(dict.fromkeys(g.subject for g in everything))
    row: dict[str, str | int | float] = {
        "family": gain.modality,
        "person": people.index(gain.subject) + 1,
        "slice": gain.number,
        "noise": f"{gain.level:g} {UNITS[gain.modality]}",
        "PSNR rank": _rank(gain, everything, "psnr"),
        "SSIM rank": _rank(gain, everything, "ssim"),
        "PSNR input dB": round(gain.before[f"psnr_{primary}"], 2),
        "SSIM input": round(gain.before[f"ssim_{primary}"], 4),
    }
    for number, strength in enumerate(STRENGTHS):
        row[f"PSNR gain at {strength:.0%} dB"] = round(gain.of("psnr", number), 2)
        row[f"SSIM gain at {strength:.0%}"] = round(gain.of("ssim", number), 4)
    return row


def _sentence(found: dict[str, list[Gain]]) -> str:
    parts = []
    for modality, gains in found.items():
        least = [min(gain.of(score) for gain in gains) for score in ("psnr", "ssim")]
        losing = sum(gain.of("psnr") < 0 or gain.of("ssim") < 0 for gain in gains)
        parts.append(
            f"{modality} {least[0]:+.2f} dB and {least[1]:+.3f} ({losing} of {len(gains)} below the input)"
        )
    return (
        f"Worst gain in PSNR and in SSIM of any validation slice at the default strength: {'; '.join(parts)}."
    )
