"""Null test: where there is nothing but noise, nothing may appear."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from core import degrade
from training.benchmark import LEVELS, UNITS
from training.proof import strength
from training.proof.bench import STRENGTHS, Bench, Image
from training.proof.finding import Finding, Row

Array = npt.NDArray[np.float64]

SIDE, MARGIN = 512, 48
"""Of the wedge, and of what is left out at the edges of each field, in pixels."""
FIELDS: Mapping[str, tuple[float, float, float, float]] = {
    "CT": (-800.0, -100.0, 40.0, 300.0),
    "MR": (0.0, 250.0, 500.0, 1000.0),
    "XR": (0.0, 1000.0, 2000.0, 3000.0),
}
"""Values of the four fields; 0 is the background of an MR image."""
SCALES = (1.0, 2.0, 4.0)
"""SDs in pixels of the Gaussians that look for blobs."""
DRAWS = 3
SIGMAS = 3.0
ROUNDING = 1e-6
EXPECTED = 0.0027
"""Share of a Gaussian law beyond 3 SD."""
METHOD = f"""\
A wedge of four uniform fields, 256 pixels each (CT {", ".join(f"{v:g}" for v in FIELDS["CT"])} HU; MR from
background to bright; radiographs from black to white), with the benchmark's noise, {DRAWS} realisations.
Input and output are smoothed by Gaussians of {SCALES[0]:g}, {SCALES[1]:g} and {SCALES[2]:g} pixels; {MARGIN}
pixels at the edges of each field are left out, since this is not about edges (near them the noise floor of an
MR background is lowered unevenly); the field's mean is subtracted. "Left": SD of the smoothed output as a
share of that of the smoothed input; above 100 % something was put in. "Blobs": share of pixels of the
smoothed output farther than 3 SD of the smoothed input from the mean; Gaussian noise has
{100 * EXPECTED:.2f} %. "Spots": the same in SDs of the output itself; above {100 * EXPECTED:.2f} % what is
left has outliers."""


@dataclass(frozen=True, eq=False)
class Blobs:
    """What is found at one scale in one field: smoothed input and output at 100 %, means subtracted."""

    modality: str
    level: float
    field: float
    scale: float
    before: Array
    after: Array

    def at(self, share: float) -> Array:
        """Return the smoothed output at a strength."""
        return np.asarray((1 - share) * self.before + share * self.after)

    def left(self, share: float) -> float:
        """Return the SD of the output as a share of the input's."""
        return float(self.at(share).std() / self.before.std())

    def beyond(self, share: float, own: bool = False) -> float:
        """Return the share of pixels beyond 3 SD of the input, or of the output itself."""
        output = self.at(share)
        return float(np.mean(np.abs(output) > SIGMAS * (output if own else self.before).std()))


@dataclass(frozen=True, slots=True)
class NoiseIn:
    """Structure that comes out of pure noise."""

    name: str = "noise"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Measure it on every family."""
        return finding([b for m in bench.families for level in LEVELS[m] for b in _measured(bench, m, level)])


def finding(found: Sequence[Blobs]) -> Finding:
    """Return what the blobs tell."""
    title = "Pure noise in"
    target = "no structure out: at no scale more power or more blobs beyond 3 SD than the noise itself has"
    if not found:
        return Finding(title, target, None, "Not measured: no family.")
    usual = STRENGTHS[0]
    most = max(found, key=lambda b: b.left(usual))
    blobs, before = (max(b.beyond(share) for b in found) for share in (usual, 0.0))
    safe = strength.largest(lambda share: met(found, share))
    sentence = (
        f"Out of pure noise comes at most {100 * most.left(usual):.0f} % of its amplitude at the default "
        f"strength ({most.modality}, blobs of {most.scale:g} pixels; {100 * most.left(1.0):.0f} % at 100 %); "
        f"at most {100 * blobs:.2f} % of the pixels lie beyond 3 SD of the noise, against "
        f"{100 * before:.2f} % without the network. The target is met {strength.said(safe)}."
    )
    settings = dict.fromkeys((b.modality, b.level) for b in found)
    rows = tuple(_row(found, *key) for key in product(settings, SCALES, STRENGTHS))
    return Finding(title, target, met(found, usual), sentence, rows, METHOD.replace("\n", " "))


def met(found: Sequence[Blobs], share: float) -> bool:
    """Tell whether at a strength no field has more power, or more blobs, than its noise has."""
    return all(b.left(share) <= 1 + ROUNDING and b.beyond(share) <= max(b.beyond(0), EXPECTED) for b in found)


def _row(found: Sequence[Blobs], setting: tuple[str, float], scale: float, share: float) -> Row:
    here = [b for b in found if (b.modality, b.level, b.scale) == (*setting, scale)]
    return {
        "family": setting[0],
        "noise": f"{setting[1]:g} {UNITS[setting[0]]}",
        "blobs of px": scale,
        "strength %": round(100 * share),
        "left %": round(100 * float(np.mean([b.left(share) for b in here])), 1),
        "left %, worst field": round(100 * max(b.left(share) for b in here), 1),
        "blobs %": round(100 * float(np.mean([b.beyond(share) for b in here])), 3),
        "blobs %, input": round(100 * float(np.mean([b.beyond(0) for b in here])), 3),
        "spots %": round(100 * float(np.mean([b.beyond(share, own=True) for b in here])), 3),
    }


def wedge(modality: str) -> Image:
    """Return the noise-free wedge (SIDE, SIDE)."""
    values = np.asarray(FIELDS[modality], np.float32).reshape(2, 2)
    return np.kron(values, np.ones((SIDE // 2, SIDE // 2), np.float32))


def _measured(bench: Bench, modality: str, level: float) -> Iterator[Blobs]:
    bench.report(f"{modality} {level:g}: pure noise")
    clean = wedge(modality)
    rngs = (np.random.default_rng((number, round(level))) for number in range(DRAWS))
    inputs = [degrade.low_dose(clean, modality, level, rng) for rng in rngs]
    runs = [(values, bench.enhanced(values, modality)) for values in inputs]
    for scale, (number, value) in product(SCALES, enumerate(FIELDS[modality])):
        before, after = (np.stack([_smoothed(pair[k], number, scale) for pair in runs]) for k in (0, 1))
        yield Blobs(modality, level, value, scale, before, after)


def _smoothed(image: Image, number: int, scale: float) -> Array:
    """Smooth one field and subtract its mean."""
    half = SIDE // 2
    top, left = half * (number // 2), half * (number % 2)
    field = image[top : top + half, left : left + half].astype(np.float64)
    inner = ndimage.gaussian_filter(field, scale)[MARGIN:-MARGIN, MARGIN:-MARGIN]
    return np.asarray(inner - inner.mean())
