"""Null test: an image that is nearly clean must stay as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from core.noise import estimate
from training.benchmark import Case
from training.degradation.sampling import halved
from training.proof import phantom, strength
from training.proof.bench import STRENGTHS, Bench, Image
from training.proof.calibration import Mask, inside
from training.proof.finding import Finding, Row
from training.proof.transfer import rods
from training.statistics import by_subject

EDGES = 0.1
"""Share of the pixels that count as edges: those with the steepest slopes."""
SMOOTH = 1.5
"""SD in pixels of the Gaussian whose slopes are taken."""
METHOD = f"""\
Validation slices as they are, and averaged 2 × 2, which halves their noise or better. Change: root mean
square of output − input over the pixels that count for the uncertainty, as a share of the slice's own noise
SD, as Clearslice measures it. Edges are the {100 * EDGES:.0f} % of these pixels with the steepest slopes of
the slice smoothed by a Gaussian of {SMOOTH:g} pixels. The noise-free phantom, with rods of 20 to 300 HU, has
no noise to compare with: its change is given in HU and not judged."""


@dataclass(frozen=True, slots=True)
class Change:
    """What the network changed in one nearly clean slice at 100 %, as shares of the slice's noise."""

    subject: str
    modality: str
    kind: str
    whole: float
    edges: float


@dataclass(frozen=True, slots=True)
class CleanIn:
    """Change of nearly clean images against their noise."""

    name: str = "clean"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Measure it on every family, and on a phantom for CT."""
        found = [c for m in bench.families for case in bench.cases(m, 0.0) for c in _changes(bench, case)]
        return finding(found, _of_phantom(bench) if "CT" in bench.families else None)


def finding(found: Sequence[Change], free: float | None) -> Finding:
    """Return what the changes tell; `free` is that of the noise-free phantom at 100 %, in HU."""
    title, target = "Clean image in", "change below the image's own noise"
    if not found:
        return Finding(title, target, None, "Not measured: no images.")
    worst = max(found, key=lambda c: c.whole)
    edges = max(found, key=lambda c: c.edges)
    usual = STRENGTHS[0]
    safe = strength.largest(lambda share: share * worst.whole < 1)
    sentence = (
        f"Nearly clean slices change by at most {100 * usual * worst.whole:.0f} % of their own noise at the "
        f"default strength ({100 * worst.whole:.0f} % at 100 %; {worst.modality}), at edges by at most "
        f"{100 * usual * edges.edges:.0f} % ({edges.modality}). The target is met {strength.said(safe)}."
    )
    if free is not None:
        sentence += f" A noise-free CT phantom changes by {free:.2f} HU at 100 %."
    kinds = dict.fromkeys((c.modality, c.kind) for c in found)
    rows = tuple(_row(found, *kind, share) for kind in kinds for share in STRENGTHS)
    return Finding(title, target, usual * worst.whole < 1, sentence, rows, METHOD.replace("\n", " "))


def _row(found: Sequence[Change], modality: str, kind: str, share: float) -> Row:
    here = [c for c in found if (c.modality, c.kind) == (modality, kind)]
    whole = by_subject((c.subject, 100 * share * c.whole) for c in here)
    edges = by_subject((c.subject, 100 * share * c.edges) for c in here)
    return {
        "family": modality,
        "slices": kind,
        "strength %": round(100 * share),
        "number": len(here),
        "change % of noise": round(whole.mean, 1),
        "95 % low": round(whole.low, 1),
        "95 % high": round(whole.high, 1),
        "worst slice": round(max(100 * share * c.whole for c in here), 1),
        "at edges": round(edges.mean, 1),
        "at edges, worst": round(max(100 * share * c.edges for c in here), 1),
    }


def _changes(bench: Bench, case: Case) -> list[Change]:
    counted = inside(case)
    quarter = counted[::2, ::2]
    kinds = {"as they are": (case.clean, counted), "averaged 2 × 2": (halved(case.clean), quarter)}
    return [
        Change(case.subject, case.modality, kind, *_shares(bench, case.modality, image, where))
        for kind, (image, where) in kinds.items()
    ]


def _shares(bench: Bench, modality: str, image: Image, where: Mask) -> tuple[float, float]:
    """RMS change over the pixels that count, and at edges, as shares of the image's noise."""
    noise = estimate(image)
    squares = np.square(bench.enhanced(image, modality) - image, dtype=np.float64)[where]
    slope = ndimage.gaussian_gradient_magnitude(image, SMOOTH)[where]
    steep = slope >= np.quantile(slope, 1 - EDGES)
    whole, edges = (float(np.sqrt(s.mean())) / max(noise, 1e-9) for s in (squares, squares[steep]))
    return whole, edges


def _of_phantom(bench: Bench) -> float:
    clean = phantom.body(rods())
    middle = (phantom.SIDE - 1) / 2
    body = phantom.distance(middle, middle) < phantom.RADIUS
    change = bench.enhanced(clean, "CT") - clean
    return float(np.sqrt(np.mean(np.square(change[body], dtype=np.float64))))
