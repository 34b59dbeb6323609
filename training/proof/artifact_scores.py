"""Artifacts: how much of each kind is left after the network, and after classical methods."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.enhance.cnn import Cnn
from core.errors import ClearsliceError
from core.metrics import compare
from core.stop import Stop
from training.benchmark import Case
from training.proof.bench import STRENGTHS, Bench, blended, context
from training.proof.finding import Finding, Row
from training.proof.spoilt import KINDS, Kind, Spoilt, spoil
from training.proof.worst import RANGES
from training.statistics import by_subject

Image = npt.NDArray[np.float32]

UNTOUCHED = "untouched"
SLICES = 8
"""Of a kind, at most, evenly spaced."""
TITLE = "Artifacts before and after"
TARGET = (
    "of each kind less is left, at higher PSNR and SSIM, than before and than by the best classical method"
)
METHOD = f"""\
Validation slices are spoilt by one artifact each, of middling strength, simulated as the network's training
does; the slice before is the target. "Left" is the share of the artifact that is still in the output: the
projection of output − target on what was added. 100 % is untouched, 0 none, below 0 too much was taken.
Classical methods are tried with several settings; the one with the best mean PSNR on these very slices is
shown, in its favour. Ranges: {RANGES}."""


class Score(NamedTuple):
    """One output."""

    subject: str
    psnr: float
    ssim: float
    left: float
    """Share of the artifact."""


Scores = dict[str, list[Score]]


@dataclass(frozen=True)
class ArtifactScores:
    """The network against each kind of artifact."""

    name: str = "artifacts"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Spoil, correct, compare."""
        if bench.networks.spec(bench.name).task != "artifacts":
            return Finding(TITLE, TARGET, None, "The network is not meant for artifacts.")
        kinds = [kind for kind in KINDS if kind.modality in bench.families]
        found = [(kind, scores) for kind in kinds if (scores := _scores(bench, kind))]
        if not found:
            return Finding(TITLE, TARGET, None, "There are no validation slices.")
        rows = tuple(row for kind, scores in found for row in _rows(kind, scores))
        passed = all(_better(kind, scores) for kind, scores in found)
        sentence = f"Artifacts at 100 %: {'; '.join(_said(kind, scores) for kind, scores in found)}."
        return Finding(TITLE, TARGET, passed, sentence, rows, METHOD)


def left(output: Image, spoilt: Spoilt) -> float:
    """Return the share of the artifact in `output`: ``⟨output − target, a⟩ / ⟨a, a⟩``."""
    artifact = spoilt.artifact.astype(np.float64).ravel()
    power = float(artifact @ artifact)
    return float((output - spoilt.case.clean).ravel() @ artifact) / max(power, 1e-30)


def _scores(bench: Bench, kind: Kind) -> Scores:
    found: Scores = {}
    for case in _chosen(bench.cases(kind.modality, 0.0)):
        spoilt = spoil(kind, case, bench.pack)
        for name, output in _outputs(bench, kind, spoilt.image):
            score = compare(spoilt.case.clean, output, spoilt.case.span)
            found.setdefault(name, []).append(
                Score(case.subject, score.psnr, score.ssim, left(output, spoilt))
            )
    bench.report(f"artifacts: {kind.name}")
    return found


def _chosen(every: Sequence[Case]) -> list[Case]:
    if not every:
        return []
    return [every[i] for i in np.unique(np.linspace(0, len(every) - 1, SLICES).round().astype(int))]


def _outputs(bench: Bench, kind: Kind, image: Image) -> Iterator[tuple[str, Image]]:
    yield UNTOUCHED, image
    full = bench.enhanced(image, kind.modality)
    for strength in STRENGTHS:
        yield f"network {strength:.0%}", blended(image, full, strength)
    try:
        denoiser = bench.networks.default_for(kind.modality, "denoise")
        yield (
            f"{denoiser} 100%",
            Cnn(denoiser, networks=bench.networks)(image, context(kind.modality), Stop()),
        )
    except ClearsliceError:
        pass  # there is none beside this network to compare with
    for name, rival in kind.rivals.items():
        yield name, rival(image)


def _classical(kind: Kind, scores: Scores) -> str:
    """Name of the classical method that did best."""
    return max(kind.rivals, key=lambda name: float(np.mean([s.psnr for s in scores[name]])))


def _better(kind: Kind, scores: Scores) -> bool:
    """Whether the network at 100 % beats both the untouched slice and the best classical method."""
    own, untouched, classical = (
        _mean(scores[name]) for name in (f"network {STRENGTHS[-1]:.0%}", UNTOUCHED, _classical(kind, scores))
    )
    higher = all(own.psnr > rival.psnr and own.ssim > rival.ssim for rival in (untouched, classical))
    return higher and abs(own.left) < min(abs(untouched.left), abs(classical.left))


def _mean(scores: Sequence[Score]) -> Score:
    psnr, ssim, share = (
        by_subject([(s.subject, getattr(s, name)) for s in scores]).mean for name in ("psnr", "ssim", "left")
    )
    return Score("", psnr, ssim, share)


def _rows(kind: Kind, scores: Scores) -> Iterator[Row]:
    best, before = _classical(kind, scores), _mean(scores[UNTOUCHED])
    for name, found in scores.items():
        if name in kind.rivals and name != best:
            continue
        mean = _mean(found)
        gain = by_subject(
            [(a.subject, a.psnr - b.psnr) for a, b in zip(found, scores[UNTOUCHED], strict=True)]
        )
        yield {
            "family": kind.modality,
            "artifact": kind.name,
            "slices": len(found),
            "way": name,
            "left %": round(100 * mean.left),
            "PSNR dB": round(mean.psnr, 2),
            "gain dB": round(gain.mean, 2),
            "interval": f"{gain.low:+.2f} to {gain.high:+.2f}",
            "SSIM": round(mean.ssim, 4),
            "SSIM gain": round(mean.ssim - before.ssim, 4),
        }


def _said(kind: Kind, scores: Scores) -> str:
    name = _classical(kind, scores)
    before, own, best = (_mean(scores[n]) for n in (UNTOUCHED, f"network {STRENGTHS[-1]:.0%}", name))
    return (
        f"{kind.modality} {kind.name} {own.left:.0%} left, {own.psnr - before.psnr:+.2f} dB "
        f"({name}: {best.left:.0%}, {best.psnr - before.psnr:+.2f} dB)"
    )
