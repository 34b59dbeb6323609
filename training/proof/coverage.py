"""Whether the 90 % interval holds 90 %, on people who did not calibrate it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from training.benchmark import LEVELS, UNITS
from training.proof.bench import Bench
from training.proof.calibration import Errors, errors, held_out
from training.proof.finding import Finding, Row
from training.statistics import Mean, by_subject

LIMITS = (0.88, 0.92)
UNCALIBRATED = float(np.log(10))
"""The factor of a Laplace law that is stated rightly: P(|x| > b·ln 10) = 1/10."""
METHOD = """\
The interval is output ± factor · b at 100 % strength, b being the scale of the Laplace law that the network
states at every pixel, with the blind noise level. Truth is the reference, whose own noise counts as error.
Counted are up to 20 000 pixels a slice: of the body (CT), of tissue and what it encloses (MR), of the whole
radiograph. "Others": the factor comes from all other subjects of the split, one left out in turn (split
conformal prediction, crossed by subject), so that nobody calibrates his own interval. "Stored": the factor in
the model file, which comes from subjects of the validation split; where these are the ones measured, it is
shown and not judged. "Uncalibrated": ln 10, right for a true Laplace law. Coverage is averaged by subject,
with a 95 % bootstrap interval over subjects."""

Pair = tuple[Errors, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """One family's errors, with the stored factor if there is one."""

    errors: Sequence[Errors]
    stored: float = 0.0
    """0 if there is none."""
    unseen: bool = False
    """Whether the stored factor comes from other people than those measured."""

    def judged(self) -> list[Pair]:
        """Return what the verdict is on: every slice with a factor that its subject had no part in."""
        if self.stored and self.unseen:
            return [(each, self.stored) for each in self.errors]
        return held_out(self.errors)

    def kinds(self) -> dict[str, list[Pair]]:
        """Return all factors that are shown."""
        kinds = {"others": held_out(self.errors)}
        if self.stored:
            kinds["stored"] = [(each, self.stored) for each in self.errors]
        return kinds | {"uncalibrated": [(each, UNCALIBRATED) for each in self.errors]}


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage of the 90 % interval per family."""

    name: str = "coverage"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Measure it on every family."""
        if not bench.networks.load(bench.name).doubts:
            return finding({})
        stored = bench.networks.spec(bench.name).interval
        unseen = not bench.calibration_images & bench.measured_images
        found = {
            m: Measured(measured, stored.get(m, 0.0), unseen)
            for m in bench.families
            if (measured := errors(bench, m))
        }
        return finding(found)


def finding(measured: Mapping[str, Measured]) -> Finding:
    """Return what the coverage of every family tells."""
    low, high = (100 * end for end in LIMITS)
    title = "Stated uncertainty"
    target = f"90 % interval holds {low:.0f}–{high:.0f} % per family, on people who did not calibrate it"
    judged = {m: mean for m, found in measured.items() if (mean := _mean(found.judged())) is not None}
    if not judged:
        return Finding(title, target, None, "Not measured: nothing is stated, or there is one subject alone.")
    said = ", ".join(
        f"{m} {100 * v.mean:.1f} % (95 % interval {100 * v.low:.1f}–{100 * v.high:.1f})"
        for m, v in judged.items()
    )
    plain = {m: _mean([(e, UNCALIBRATED) for e in found.errors]) for m, found in measured.items()}
    before = ", ".join(f"{m} {100 * v.mean:.0f} %" for m, v in plain.items() if v is not None)
    sentence = (
        f"The 90 % interval holds {said} of the reference's pixels; uncalibrated it would hold {before}."
    )
    passed = all(LIMITS[0] <= v.mean <= LIMITS[1] for v in judged.values())
    rows = tuple(row for m, found in measured.items() for row in _rows(m, found))
    return Finding(title, target, passed, sentence, rows, METHOD.replace("\n", " "))


def _mean(pairs: Sequence[Pair]) -> Mean | None:
    return by_subject((each.subject, each.covered(f)) for each, f in pairs) if pairs else None


def _rows(modality: str, found: Measured) -> Iterator[Row]:
    for kind, pairs in found.kinds().items():
        for level in (None, *LEVELS[modality]):
            here = [(e, f) for e, f in pairs if level in (None, e.level)]
            if here:
                yield _row(modality, kind, level, here)


def _row(modality: str, kind: str, level: float | None, pairs: Sequence[Pair]) -> Row:
    mean = by_subject((each.subject, each.covered(f)) for each, f in pairs)
    return {
        "family": modality,
        "factor from": kind,
        "noise": "all" if level is None else f"{level:g} {UNITS[modality]}",
        "subjects": len({each.subject for each, _ in pairs}),
        "factor": round(float(np.mean([f for _, f in pairs])), 3),
        "coverage %": round(100 * mean.mean, 1),
        "95 % low": round(100 * mean.low, 1),
        "95 % high": round(100 * mean.high, 1),
        "lowest slice %": round(100 * min(each.covered(f) for each, f in pairs), 1),
        "highest slice %": round(100 * max(each.covered(f) for each, f in pairs), 1),
    }
