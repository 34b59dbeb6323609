"""Whether edges stay as sharp as they were: task transfer function and edge rise (AAPM TG-233, 2019).

A network is not linear: it keeps a strong edge and may blur a faint one. Hence rods of several contrasts in
several noises.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

from training.proof import phantom, strength
from training.proof.bench import STRENGTHS, Bench
from training.proof.finding import Finding, Row

Array = npt.NDArray[np.float64]

CONTRASTS = (20.0, 50.0, 100.0, 300.0)
"""HU above the tissue."""
LEVELS = (12.0, 25.0, 50.0)
"""Noise SD in HU."""
PAIRS = 6
"""Noises, each with its negative, over which images are averaged."""
RADIUS, PLACE = 24.0, 130.0
"""Of the rods, and of the circle on which they stand, in pixels."""
BIN, REACH = 0.25, 20.0
"""Width of the rings, and their farthest distance from the edge, in pixels."""
LIMIT, JUDGED = 0.95, 50.0
"""Least share of the input's frequency at 50 %, from this contrast on."""
PICTURE = "ttf.png"
METHOD = f"""\
Rods of radius {RADIUS:g} pixels, two of each contrast, in a disc of 40 HU, with a Gaussian blur of SD
{phantom.BLUR:g} pixels. Output averaged over {2 * PAIRS} noises, each with its negative, so that the mean of
the input is free of noise. The edge profile is the mean over rings {BIN:g} pixels wide; its derivative,
tapered by a Hann window {2 * REACH:g} pixels wide, gives the transfer function, whose frequency at 50 % is
compared with that of the input. Edge rise: from 10 to 90 % of the contrast. "Contrast kept": between the
middle of the rod and its surroundings."""


@dataclass(frozen=True, eq=False)
class Edge:
    """The mean profiles across the edges of the rods of one contrast in one noise."""

    contrast: float
    level: float
    before: Array
    """HU from inside to outside, at `distances`."""
    after: Array
    """At 100 %."""

    def at(self, share: float) -> Array:
        """Return the profile at a strength; 0 gives the input's."""
        return np.asarray((1 - share) * self.before + share * self.after)

    def ratio(self, share: float) -> float:
        """Return the TTF's frequency at 50 % as a share of the input's."""
        return half_frequency(self.at(share)) / half_frequency(self.before)


@dataclass(frozen=True, slots=True)
class Transfer:
    """TTF at 50 % and edge rise for several contrasts and noises."""

    name: str = "ttf"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Measure it on a phantom; CT only."""
        edges = [e for level in LEVELS for e in _measured(bench, level)] if "CT" in bench.families else []
        if edges:
            draw(edges, bench)
        return finding(edges)


def finding(edges: Sequence[Edge]) -> Finding:
    """Return what the edges tell."""
    title = "Sharpness of edges"
    target = f"TTF 50 % at least {LIMIT:g} of the input's at {JUDGED:g} HU contrast and more"
    if not edges:
        return Finding(title, target, None, "Not measured: no CT.")
    usual, full = (_worst(edges, share) for share in STRENGTHS)
    safe = strength.largest(lambda share: _worst(edges, share).ratio(share) >= LIMIT)
    faint = min((e for e in edges if e.contrast < JUDGED), key=lambda e: e.ratio(STRENGTHS[0]))
    each = [_worst([e for e in edges if e.level == level], STRENGTHS[0]) for level in LEVELS]
    kept = ", ".join(f"{100 * e.ratio(STRENGTHS[0]):.0f} % in noise of {e.level:g} HU" for e in each)
    sentence = (
        f"Of their sharpness (TTF 50 %), edges of {JUDGED:g} HU and more keep at least {kept} at the default "
        f"strength, and {100 * full.ratio(1.0):.0f} % at 100 % in the worst case; edges of "
        f"{faint.contrast:g} HU down to {100 * faint.ratio(STRENGTHS[0]):.0f} %. The target is met in all "
        f"noises {strength.said(safe)}."
    )
    rows = tuple(_row(edge, share) for edge, share in product(edges, STRENGTHS))
    passed = usual.ratio(STRENGTHS[0]) >= LIMIT
    return Finding(title, target, passed, sentence, rows, METHOD.replace("\n", " "), (PICTURE,))


def _worst(edges: Sequence[Edge], share: float) -> Edge:
    return min((e for e in edges if e.contrast >= JUDGED), key=lambda e: e.ratio(share))


def _row(edge: Edge, share: float) -> Row:
    after = edge.at(share)
    return {
        "contrast HU": edge.contrast,
        "noise HU": edge.level,
        "strength %": round(100 * share),
        "TTF 50 % before": round(half_frequency(edge.before), 4),
        "TTF 50 % after": round(half_frequency(after), 4),
        "ratio": round(edge.ratio(share), 3),
        "rise before px": round(rise(edge.before), 2),
        "rise after px": round(rise(after), 2),
        "contrast kept %": round(100 * contrast(after) / contrast(edge.before), 1),
    }


def _measured(bench: Bench, level: float) -> list[Edge]:
    bench.report(f"CT {level:g}: edges")
    standing = rods()
    clean = phantom.body(standing)
    inputs = phantom.opposed(clean, level, PAIRS, round(level))
    after = np.mean([bench.enhanced(values, "CT") for values in inputs], 0)
    edges = []
    for height in CONTRASTS:
        own = [rod for rod in standing if rod.contrast == height]
        before, found = (
            np.mean([profile(image, rod) for rod in own], 0) for image in (clean, np.asarray(after))
        )
        edges.append(Edge(height, level, before, found))
    return edges


def rods() -> list[phantom.Rod]:
    """Return two of each contrast, opposite each other, at places between the pixels that differ."""
    places = phantom.ring(2 * len(CONTRASTS), PLACE)
    return [phantom.Rod(*p, RADIUS, c) for p, c in zip(places, CONTRASTS * 2, strict=True)]


def distances() -> Array:
    """Return the distances from the edge at which profiles are given, in pixels; negative inside."""
    return np.arange(-REACH + BIN / 2, REACH, BIN)


def profile(image: npt.NDArray[Any], rod: phantom.Rod) -> Array:
    """Return the mean of `image` over rings about a rod, at `distances` from its edge."""
    r = phantom.distance(rod.row, rod.column, len(image)) - rod.radius
    ring = np.floor((r + REACH) / BIN).astype(int)
    inside = (ring >= 0) & (ring < len(distances()))
    sums = np.bincount(ring[inside], image[inside].astype(np.float64), len(distances()))
    return np.asarray(sums / np.bincount(ring[inside], minlength=len(distances())))


def transfer(edge: Array) -> tuple[Array, Array]:
    """Return frequencies in cycles/pixel and the TTF of an edge profile, 1 at 0."""
    spread = np.diff(edge) * np.hanning(len(edge) - 1)
    size = 4096
    ttf = np.abs(np.fft.rfft(spread, size))
    return np.asarray(np.fft.rfftfreq(size, BIN)), np.asarray(ttf / ttf[0])


def half_frequency(edge: Array) -> float:
    """Return the first frequency in cycles/pixel at which the TTF of an edge profile is 50 %."""
    f, ttf = transfer(edge)
    last = int(np.argmax(ttf < 0.5))
    return float(np.interp(0.5, ttf[[last, last - 1]], f[[last, last - 1]]))


def contrast(edge: Array) -> float:
    """Return the contrast in HU between the innermost and the outermost quarter of the profile."""
    quarter = len(edge) // 4
    return float(edge[:quarter].mean() - edge[-quarter:].mean())


def rise(edge: Array) -> float:
    """Return the distance in pixels over which a profile falls from 90 to 10 % of its contrast."""
    quarter = len(edge) // 4
    share = (edge - edge[-quarter:].mean()) / contrast(edge)
    low, high = (_crossing(share, level) for level in (0.1, 0.9))
    return low - high


def _crossing(share: Array, level: float) -> float:
    """Distance at which a falling profile is first below `level`, between the rings."""
    last = max(int(np.argmax(share < level)), 1)
    x = distances()
    return float(np.interp(level, share[[last, last - 1]], x[[last, last - 1]]))


def draw(edges: Sequence[Edge], bench: Bench) -> None:
    """Draw the transfer functions into `PICTURE`."""
    figure = Figure(figsize=(3.2 * len(LEVELS), 2.2 * len(CONTRASTS)), dpi=80, layout="constrained")
    axes = figure.subplots(len(CONTRASTS), len(LEVELS), sharex=True, sharey=True, squeeze=False)
    for edge in edges:
        plot = axes[CONTRASTS.index(edge.contrast)][LEVELS.index(edge.level)]
        for share, colour in zip((0.0, *STRENGTHS), ("#888888", "#1f77b4", "#d62728"), strict=True):
            f, ttf = transfer(edge.at(share))
            label = "input" if not share else f"strength {100 * share:.0f} %"
            plot.plot(f, ttf, color=colour, label=label, linewidth=1.4)
        plot.set(xlim=(0, 0.5), ylim=(0, 1.15))
        plot.set_title(f"{edge.contrast:g} HU edge, noise {edge.level:g} HU", fontsize=9)
    axes[0][0].legend(fontsize=8, frameon=False)
    figure.supxlabel("cycles/pixel", fontsize=9)
    figure.supylabel("task transfer function", fontsize=9)
    figure.savefig(bench.folder / PICTURE)
