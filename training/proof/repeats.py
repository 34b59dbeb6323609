"""Real repeated scans: whether what is made of one agrees better with the other, untouched one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from math import log10, sqrt

import numpy as np
import numpy.typing as npt
from scipy import optimize

from core.enhance.denoisers import NonLocalMeans
from core.enhance.filters import Gaussian
from core.metrics import ssim
from core.stop import Stop
from training.proof.bench import STRENGTHS, Bench, blended, context
from training.proof.finding import Finding, Row
from training.proof.pairs import MAD, Pair, pairs

Image = npt.NDArray[np.float32]
Process = Callable[[float, Image], Image]

INPUT, NETWORK = "not enhanced", "network"
TIGHT = 0.05
"""Relative precision to which a filter's setting is found."""
SMOOTHERS: dict[str, tuple[Process, tuple[float, float]]] = {
    "gaussian": (lambda sigma, v: Gaussian(sigma)(v, context("MR"), Stop()), (0.2, 3.0)),
    "nlm": (lambda strength, v: NonLocalMeans(strength)(v, context("MR"), Stop()), (0.1, 3.0)),
}
"""Each with the range in which the setting is looked for that leaves as much noise as the network does."""
METHOD = """\
Planes of a volume that was scanned twice in a row are enhanced, and each is compared in the tissue with the
other scan as it came from the scanner, both ways round. The second scan was moved onto the first by phase
correlation, in k-space, which keeps its noise; where something still moved or flowed (the smoothed scans
differ by more than 3 SD) nothing is compared. The other scan's own noise bounds the gain: where noise alone
differs, a perfect result gains 3.01 dB. Noise left is what two enhanced scans differ by (median absolute
deviation, as SD, over √2); Gaussian smoothing and non-local means were set to leave exactly as much. A blur
that both scans suffer agrees with itself, so agreement alone proves little: "changed" is the root of the mean
squared difference from the other scan less the variances of both scans' noise. It is 0 for the scan itself
and grows where anatomy is blurred or altered. All in percent of the brightest tissue."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two scans of a plane agree, the mean of both ways round."""

    psnr: float
    """dB, of the brightest tissue."""
    ssim: float
    correlation: float
    noise: float
    """SD left, in percent of the brightest tissue."""
    changed: float
    """Squared percent beyond what noise explains; negative by chance."""


def agreement(pair: Pair, outputs: tuple[Image, Image]) -> Agreement:
    """Return how each of the `outputs`, made of the scans of `pair`, agrees with the other scan itself."""
    mask, scale = pair.mask, pair.top
    plain, made = pair.plain, pair.aligned(*outputs)
    both = ((made[0], plain[1]), (made[1], plain[0]))
    squared = float(np.mean([np.mean((a - b)[mask].astype(np.float64) ** 2) for a, b in both]))
    own = sum(float(np.mean((a - b)[mask].astype(np.float64) ** 2)) / 2 for a, b in (plain, made))
    return Agreement(
        10 * log10(scale**2 / squared),
        float(np.mean([ssim(b, a, scale, ~mask) for a, b in both])),
        float(np.mean([np.corrcoef(a[mask], b[mask])[0, 1] for a, b in both])),
        100 * noise_left(pair, outputs) / scale,
        1e4 * (squared - own) / scale**2,
    )


def noise_left(pair: Pair, outputs: tuple[Image, Image]) -> float:
    """Return the SD of the noise in outputs of both scans, from how they differ in the tissue."""
    one, two = pair.aligned(*outputs)
    difference = (one - two)[pair.mask]
    return float(np.median(np.abs(difference - np.median(difference))) / (MAD * sqrt(2)))


def as_quiet(pair: Pair, process: Process, bounds: tuple[float, float], wanted: float) -> tuple[Image, Image]:
    """Return both scans after the `process` whose setting leaves the noise SD `wanted`, or comes nearest."""

    def excess(setting: float) -> float:
        return noise_left(pair, _both(pair, partial(process, setting))) / wanted - 1

    low, high = bounds
    if excess(low) <= 0:
        return _both(pair, partial(process, low))
    if excess(high) >= 0:
        return _both(pair, partial(process, high))
    return _both(pair, partial(process, float(optimize.brentq(excess, low, high, xtol=TIGHT, rtol=TIGHT))))


def _both(pair: Pair, process: Callable[[Image], Image]) -> tuple[Image, Image]:
    first, second = (process(scan) for scan in pair.scans)
    return first, second


@dataclass(frozen=True)
class Repeats:
    """Agreement of enhanced scans with repeated ones."""

    name: str = "repeats"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Measure every plane that was scanned twice."""
        found: dict[str, list[dict[str, Agreement]]] = {}
        for pair in pairs(bench.pack) if "MR" in bench.families else []:
            found.setdefault(pair.subject, []).append(dict(_measured(bench, pair)))
            bench.report(f"repeated scans: {sum(map(len, found.values()))} planes")
        if not found:
            return _nothing()
        rows = [row for number, planes in enumerate(found.values(), 1) for row in _rows(number, planes)]
        passed = all(_no_worse(planes) for planes in found.values())
        return Finding(TITLE, TARGET, passed, _sentence(list(found.values())), tuple(rows), METHOD)


TITLE = "Real repeated MR scans"
TARGET = "one scan, enhanced at the default strength, agrees with the other at least as well as before"


def _nothing() -> Finding:
    return Finding(TITLE, TARGET, None, "No person among the test images was scanned twice by MR.")


def _measured(bench: Bench, pair: Pair) -> Iterator[tuple[str, Agreement]]:
    """Each way of processing by its name, and how it does."""
    yield INPUT, agreement(pair, pair.scans)
    full = _both(pair, lambda scan: bench.enhanced(scan, "MR"))
    for strength in STRENGTHS:
        first, second = (blended(a, b, strength) for a, b in zip(pair.scans, full, strict=True))
        percent = f"{strength:.0%}"
        yield f"{NETWORK} {percent}", agreement(pair, (first, second))
        wanted = noise_left(pair, (first, second))
        for name, (process, bounds) in SMOOTHERS.items():
            outputs = as_quiet(pair, process, bounds, wanted)
            yield f"{name}, as quiet as {NETWORK} {percent}", agreement(pair, outputs)


def _mean(planes: Sequence[dict[str, Agreement]], way: str) -> Agreement:
    each = [plane[way] for plane in planes]
    return Agreement(*(float(np.mean([getattr(a, f.name) for a in each])) for f in fields(Agreement)))


def _rows(number: int, planes: Sequence[dict[str, Agreement]]) -> Iterator[Row]:
    before = _mean(planes, INPUT)
    for way in planes[0]:
        mean = _mean(planes, way)
        yield {
            "person": number,
            "planes": len(planes),
            "way": way,
            "PSNR dB": round(mean.psnr, 2),
            "gain dB": round(mean.psnr - before.psnr, 2),
            "SSIM": round(mean.ssim, 4),
            "correlation": round(mean.correlation, 4),
            "noise left %": round(mean.noise, 2),
            "changed %": round(sqrt(max(mean.changed, 0.0)), 2),
        }


def _no_worse(planes: Sequence[dict[str, Agreement]]) -> bool:
    before, after = _mean(planes, INPUT), _mean(planes, _default())
    names = ("psnr", "ssim", "correlation")
    return all(getattr(after, name) >= getattr(before, name) for name in names)


def _default() -> str:
    return f"{NETWORK} {STRENGTHS[0]:.0%}"


def _sentence(people: Sequence[Sequence[dict[str, Agreement]]]) -> str:
    before, after = ([_mean(planes, way) for planes in people] for way in (INPUT, _default()))
    gains = [b.psnr - a.psnr for a, b in zip(before, after, strict=True)]
    means = [float(np.mean([getattr(x, name) for x in each])) for each in (before, after) for name in _SAID]
    return (
        f"{len(people)} person(s) scanned twice by MR: at the default strength an enhanced scan agrees "
        f"{'better' if min(gains) > 0 else 'not better'} with the other one ({min(gains):+.2f} to "
        f"{max(gains):+.2f} dB of at most 3.01; SSIM {means[0]:.3f} to {means[2]:.3f}), and two enhanced "
        f"scans differ by {means[3]:.1f} % instead of {means[1]:.1f} % of the brightest tissue. A blur that "
        "both scans share would not show: the table shows smoothing to the same noise beside it."
    )


_SAID = ("ssim", "noise")
