"""Whether CT numbers stay what they are: the mean in flat regions, and the noise left there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from core.noise import estimate
from training.benchmark import LEVELS
from training.proof import phantom, strength
from training.proof.bench import STRENGTHS, Bench
from training.proof.finding import Finding, Row

Image = npt.NDArray[np.float32]
Array = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Cut = Callable[[Image], Image]
"""Returns the pixels of every region, (regions, pixels)."""

SIDES = (16, 32)
"""Of the regions, in pixels."""
DISC = 12
"""Radius in pixels of the regions in the phantom."""
FLAT = 1.25
"""A region is flat where the reference's SD is at most this many times the noise the slice has by itself."""
BODY = -500.0
"""HU; the body is the largest thing above it, with what it encloses."""
PAIRS = 2
LIMIT = 1.0
"""HU."""
TISSUES: Mapping[str, tuple[float, float]] = {
    "lung and gas": (-np.inf, -300),
    "fat": (-300, -20),
    "soft tissue": (-20, 100),
    "bone and contrast": (100, np.inf),
}
INSERTS = (-900.0, -500.0, -140.0, -60.0, 20.0, 60.0, 260.0, 960.0)
"""Contrasts of the phantom's rods, HU above 40."""
PHANTOM = "phantom"
METHOD = f"""\
Regions are the squares of fixed grids, {SIDES[0]} and {SIDES[1]} pixels wide, that lie whole in the body
(largest thing above {BODY:g} HU, filled) and whose SD in the reference is at most {FLAT:g} times the noise of
the slice itself, as Clearslice measures it. The bias of a region is the mean there of output − reference,
averaged over {2 * PAIRS} noises, each with its negative, so that their mean is exactly zero; "as it is" has
no noise added. References have noise of their own, and what a network removes of that counts as bias, too.
The phantom is a disc of 40 HU with rods of {len(INSERTS)} densities; its regions are discs of radius {DISC}
pixels."""


@dataclass(frozen=True, eq=False)
class Regions:
    """What was found in the flat regions of slices in one condition."""

    condition: str
    side: int
    """In pixels; 0 for the phantom's discs."""
    table: Array
    """(5, regions): mean of the reference, mean of output − reference at 100 %, variance of the input, of the
    output, and their covariance; HU and HU²."""

    @property
    def size(self) -> int:
        """How many there are."""
        return int(self.table.shape[1])

    def bias(self, share: float) -> Array:
        """Return the bias of every region at a strength, in HU."""
        return np.asarray(share * self.table[1])

    def sd(self, share: float) -> float:
        """Return the root mean square SD within regions at a strength; 0 gives the input's."""
        before, after, both = self.table[2:].mean(1)
        kept = 1 - share
        return float(np.sqrt(max(kept**2 * before + 2 * kept * share * both + share**2 * after, 0)))

    def among(self, low: float, high: float) -> "Regions":
        """Return the regions whose level lies in [low, high) HU."""
        level = self.table[0]
        return Regions(self.condition, self.side, self.table[:, (level >= low) & (level < high)])


@dataclass(frozen=True, slots=True)
class Bias:
    """Mean HU bias of flat regions, and SD before and after."""

    name: str = "bias"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Measure it on patients and on a phantom; CT only."""
        conditions = _measured(bench) if "CT" in bench.families else []
        return finding([c for c in conditions if c.size])


def finding(conditions: Sequence[Regions]) -> Finding:
    """Return what the regions of all conditions tell."""
    title, target = "CT numbers", f"mean bias at most {LIMIT:g} HU in any flat region"
    if not conditions:
        return Finding(title, target, None, "Not measured: no CT.")
    rows = tuple(_row(part, name, s) for c in conditions for name, part in _parts(c) for s in STRENGTHS)
    usual, full = (_worst(conditions, s) for s in STRENGTHS)
    safe = strength.largest(lambda s: _worst(conditions, s) <= LIMIT)
    large = _worst([c for c in conditions if c.side == SIDES[1]] or conditions, STRENGTHS[0])
    sentence = (
        f"The mean CT number of a flat region shifts by at most {usual:.2f} HU at the default strength "
        f"({large:.2f} HU in regions {SIDES[1]} pixels wide) and by at most {full:.2f} HU at 100 %; "
        f"{100 * _within(conditions, STRENGTHS[0]):.1f} % and {100 * _within(conditions, 1.0):.1f} % of the "
        f"regions stay within {LIMIT:g} HU. All regions do {strength.said(safe)}."
    )
    return Finding(title, target, usual <= LIMIT, sentence, rows, METHOD.replace("\n", " "))


def _worst(conditions: Sequence[Regions], share: float) -> float:
    return max(float(np.abs(c.bias(share)).max()) for c in conditions)


def _within(conditions: Sequence[Regions], share: float) -> float:
    return float(np.mean(np.concatenate([np.abs(c.bias(share)) <= LIMIT for c in conditions])))


def _parts(regions: Regions) -> Iterator[tuple[str, Regions]]:
    """Split the small regions by tissue; there are too few large ones."""
    if regions.side == SIDES[1]:
        yield "any", regions
        return
    for name, (low, high) in TISSUES.items():
        part = regions.among(low, high)
        if part.size:
            yield name, part


def _row(regions: Regions, tissue: str, share: float) -> Row:
    bias = regions.bias(share)
    return {
        "condition": regions.condition,
        "width": regions.side or 2 * DISC,
        "tissue": tissue,
        "strength %": round(100 * share),
        "regions": regions.size,
        "mean bias HU": round(float(bias.mean()), 3),
        "worst bias HU": round(float(bias[np.abs(bias).argmax()]), 3),
        f"within {LIMIT:g} HU %": round(100 * float(np.mean(np.abs(bias) <= LIMIT)), 1),
        "SD before HU": round(regions.sd(0), 2),
        "SD after HU": round(regions.sd(share), 2),
    }


def _measured(bench: Bench) -> list[Regions]:
    clean = bench.cases("CT", 0.0)
    found = _joined("as it is", [_of_slice(bench, c.clean, [c.clean]) for c in clean])
    for level in LEVELS["CT"]:
        bench.report(f"CT {level:g}: bias in flat regions")
        noisy = (phantom.opposed(c.clean, level, PAIRS, c.number) for c in clean)
        parts = [_of_slice(bench, c.clean, inputs) for c, inputs in zip(clean, noisy, strict=True)]
        found += _joined(f"+ {level:g} HU", parts)
    table = np.concatenate([_of_phantom(bench, level) for level in LEVELS["CT"]], 1)
    return [*found, Regions(PHANTOM, 0, table)]


def _joined(condition: str, slices: Sequence[Sequence[Array]]) -> list[Regions]:
    """Join the tables of several slices, of each the one for every side."""
    sides = zip(*slices, strict=True)
    return [
        Regions(condition, side, np.concatenate(parts, 1)) for side, parts in zip(SIDES, sides, strict=False)
    ]


def _of_slice(bench: Bench, clean: Image, inputs: Iterable[Image]) -> list[Array]:
    return _tables(bench, clean, inputs, [_cut(side, flat(clean, side)) for side in SIDES])


def _cut(side: int, chosen: Mask) -> Cut:
    return lambda image: blocks(image, side)[chosen]


def _of_phantom(bench: Bench, level: float) -> Array:
    rods = [phantom.Rod(*place, 24.0, c) for place, c in zip(phantom.ring(8, 130), INSERTS, strict=True)]
    clean = phantom.body(rods)
    discs = [phantom.distance(rod.row, rod.column) <= DISC for rod in rods]
    size = min(int(d.sum()) for d in discs)
    inputs = phantom.opposed(clean, level, 2 * PAIRS, round(level))
    (table,) = _tables(bench, clean, inputs, [lambda image: np.stack([image[d][:size] for d in discs])])
    return table


def _tables(bench: Bench, clean: Image, inputs: Iterable[Image], cuts: Sequence[Cut]) -> list[Array]:
    """Return (5, regions) of every cut: level, shift, and the three variances, averaged over `inputs`."""
    runs = [(values, bench.enhanced(values, "CT")) for values in inputs]
    return [
        np.concatenate([cut(clean).mean(1)[None], np.mean([_run(clean, *run, cut) for run in runs], 0)])
        for cut in cuts
    ]


def _run(clean: Image, before: Image, after: Image, cut: Cut) -> Array:
    """Return (4, regions) of one run."""
    reference, x, y = (cut(image).astype(np.float64) for image in (clean, before, after))
    both = ((x - x.mean(1)[:, None]) * (y - y.mean(1)[:, None])).mean(1)
    return np.stack([y.mean(1) - reference.mean(1), x.var(1), y.var(1), both])


def flat(reference: Image, side: int) -> Mask:
    """Tell of every square (as `blocks` lists them) of a slice in HU whether it is a flat region."""
    inside = blocks(body(reference), side).all(1)
    return np.asarray(inside & (blocks(reference, side).std(1) <= FLAT * estimate(reference)))


def body(reference: Image) -> Mask:
    """Return where the body is: the largest thing above `BODY` HU, with what it encloses."""
    labels, count = ndimage.label(ndimage.binary_opening(reference > BODY, iterations=2))
    if not count:
        return np.zeros(reference.shape, bool)
    largest = np.bincount(labels.ravel())[1:].argmax() + 1
    return np.asarray(ndimage.binary_fill_holes(labels == largest))


def blocks(image: npt.NDArray[Any], side: int) -> npt.NDArray[Any]:
    """Return the whole squares of the grid, (squares, side²)."""
    rows, columns = (n // side for n in image.shape)
    cut = image[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return cut.swapaxes(1, 2).reshape(-1, side * side)
