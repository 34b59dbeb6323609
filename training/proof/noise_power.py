"""The grain of CT noise before and after: radial noise power spectra (Samei et al., AAPM TG-233, 2019)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

from training.degradation.ct_geometry import SHARP, SOFT, STANDARD, Kernel, ParallelScan
from training.proof import phantom, strength
from training.proof.bench import STRENGTHS, Bench, Image
from training.proof.finding import Finding, Row

Array = npt.NDArray[np.float64]

ROI = 128
"""Side of the squares whose spectra are averaged, in pixels: 1/128 cycles/pixel apart."""
STEP = 48
"""Between the squares."""
KERNELS: Mapping[str, Kernel] = {"soft": SOFT, "standard": STANDARD, "sharp": SHARP}
LEVELS = (15.0, 25.0, 50.0)
"""Noise SD in HU."""
SCANS = 3
"""Noise realisations per kernel."""
LIMIT = 0.1
TOP = 0.8
"""The peak is that of a parabola through all that is above this share of the maximum."""
PICTURE = "nps.png"
METHOD = f"""\
A uniform disc of 40 HU with noise that is the filtered backprojection ({ParallelScan().views} views) of white
noise through three kernels, soft to sharp, scaled to the SD named. Spectra of {ROI} × {ROI}-pixel squares
within the disc, a quadratic surface subtracted from each (TG-233), averaged over the squares of {SCANS} scans
and over rings 1/{ROI} cycles/pixel wide. The peak is the top of a parabola through what is above
{100 * TOP:.0f} % of the largest value. "Mean" is the spectrum's mean frequency in the plane. A uniform disc
is the hardest case: a network removes nearly all noise there, and what is left is its own."""


@dataclass(frozen=True, eq=False)
class Spectra:
    """Spectra of one kernel and level: of what goes in, of what comes out at 100 %, and across the two."""

    kernel: str
    level: float
    before: Array
    """Radial, HU² · pixel², at `frequencies`."""
    after: Array
    cross: Array

    def at(self, share: float) -> Array:
        """Return the spectrum at a strength, ``|(1 − s)·X + s·Y|²``; 0 gives the input's."""
        kept = 1 - share
        return np.asarray(kept**2 * self.before + 2 * kept * share * self.cross + share**2 * self.after)

    def shift(self, share: float) -> float:
        """Return by which part of itself the peak frequency moves."""
        return peak(self.at(share)) / peak(self.before) - 1


@dataclass(frozen=True, slots=True)
class NoisePower:
    """Peak of the noise power spectrum before and after."""

    name: str = "nps"
    version: int = 1

    def __call__(self, bench: Bench) -> Finding:
        """Measure it on a uniform phantom; CT only."""
        if "CT" not in bench.families:
            return finding([])
        found = [_measured(bench, name, noises) for name, noises in _noises().items()]
        spectra = [each for group in found for each in group]
        draw(spectra, bench)
        return finding(spectra)


def finding(spectra: Sequence[Spectra]) -> Finding:
    """Return what the spectra tell."""
    title = "Noise texture"
    target = f"peak of the noise power spectrum moves by at most {100 * LIMIT:.0f} % at the default strength"
    if not spectra:
        return Finding(title, target, None, "Not measured: no CT.")
    worst = max((s.shift(STRENGTHS[0]) for s in spectra), key=abs)
    full = max((s.shift(1.0) for s in spectra), key=abs)
    safe = strength.largest(lambda share: all(abs(s.shift(share)) <= LIMIT for s in spectra))
    means = max((mean(s.at(STRENGTHS[0])) / mean(s.before) - 1 for s in spectra), key=abs)
    sentence = (
        f"In a uniform phantom the peak frequency of the noise moves by up to {100 * worst:+.0f} % at the "
        f"default strength (the mean frequency by {100 * means:+.0f} %) and by {100 * full:+.0f} % at 100 %: "
        "what little noise is left looks coarser, up to plastic. The target is met "
        f"{strength.said(safe)}."
    )
    rows = tuple(_row(s, share) for s, share in product(spectra, STRENGTHS))
    return Finding(title, target, abs(worst) <= LIMIT, sentence, rows, METHOD.replace("\n", " "), (PICTURE,))


def _row(found: Spectra, share: float) -> Row:
    return {
        "kernel": found.kernel,
        "noise HU": found.level,
        "strength %": round(100 * share),
        "SD left %": round(100 * float(np.sqrt(_sum(found.at(share)) / _sum(found.before))), 1),
        "peak before": round(peak(found.before), 4),
        "peak after": round(peak(found.at(share)), 4),
        "shift %": round(100 * found.shift(share), 1),
        "mean before": round(mean(found.before), 4),
        "mean after": round(mean(found.at(share)), 4),
    }


def _noises() -> dict[str, list[Image]]:
    """Noise of SD 1 per kernel, out of backprojected white noise."""
    scan, shape = ParallelScan(), (phantom.SIDE, phantom.SIDE)
    detectors = int(np.ceil(phantom.SIDE * np.sqrt(2)))
    found: dict[str, list[Image]] = {}
    for number in range(SCANS):
        white = np.random.default_rng(number).standard_normal((detectors, scan.views))
        for name, kernel in KERNELS.items():
            noise = scan.reconstructed(white, shape, kernel)
            found.setdefault(name, []).append(noise / noise.std())
    return found


def _measured(bench: Bench, kernel: str, noises: Sequence[Image]) -> list[Spectra]:
    clean, spectra = phantom.body(), []
    for level in LEVELS:
        bench.report(f"CT {level:g}: noise power, {kernel} kernel")
        inputs = [clean + np.float32(level) * noise for noise in noises]
        runs = [(x - clean, bench.enhanced(x, "CT") - clean) for x in inputs]
        spectra.append(Spectra(kernel, level, *spectrum(runs)))
    return spectra


def spectrum(runs: Iterable[tuple[Image, Image]]) -> tuple[Array, Array, Array]:
    """Return the radial spectra of (input noise, output noise) pairs: of each and across the two."""
    planes = []
    for pair in runs:
        x, y = (np.fft.fft2(_squares(noise)) for noise in pair)
        planes.append([(abs(x) ** 2).mean(0), (abs(y) ** 2).mean(0), (x * y.conj()).real.mean(0)])
    before, after, cross = (_radial(plane) / ROI**2 for plane in np.mean(planes, 0))
    return before, after, cross


def _squares(noise: Image) -> Array:
    """(squares, ROI, ROI) inside the phantom's body, each without its quadratic trend."""
    middle, half = (phantom.SIDE - 1) / 2, ROI / 2
    starts = range(0, phantom.SIDE - ROI + 1, STEP)
    corner = phantom.RADIUS - 6
    inside = [
        (top, left)
        for top, left in product(starts, starts)
        if np.hypot(abs(top + half - middle) + half, abs(left + half - middle) + half) < corner
    ]
    cut = np.stack([noise[top : top + ROI, left : left + ROI] for top, left in inside]).astype(np.float64)
    flat = cut.reshape(len(cut), -1)
    trend = _quadratic()
    return np.asarray((flat - (flat @ trend) @ trend.T).reshape(cut.shape))


def _quadratic() -> Array:
    """Orthonormal basis (ROI², 6) of the quadratic surfaces over a square."""
    y, x = np.meshgrid(np.linspace(-1, 1, ROI), np.linspace(-1, 1, ROI), indexing="ij")
    surfaces = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], -1).reshape(-1, 6)
    return np.asarray(np.linalg.qr(surfaces)[0], np.float64)


def _radial(plane: Array) -> Array:
    f = np.fft.fftfreq(ROI)
    ring = np.rint(np.hypot(f[:, None], f[None, :]) * ROI).astype(int)
    sums, counts = np.bincount(ring.ravel(), plane.ravel()), np.bincount(ring.ravel())
    return np.asarray((sums / counts)[: ROI // 2 + 1])


def frequencies() -> Array:
    """Return where radial spectra are given, in cycles/pixel, up to the Nyquist frequency."""
    return np.arange(ROI // 2 + 1) / ROI


def peak(radial: Array) -> float:
    """Return the peak frequency in cycles/pixel: the top of a parabola through what is near the maximum."""
    smooth = np.convolve(np.pad(radial[1:], 1, "edge"), (0.25, 0.5, 0.25), "valid")
    top = int(smooth.argmax())
    high = smooth >= TOP * smooth[top]
    first = top - int(np.argmin(np.append(high[top::-1], False))) + 1
    last = top + int(np.argmin(np.append(high[top:], False)))
    f = frequencies()[1:][first:last]
    if len(f) < 4:
        return float(frequencies()[1 + top])
    bend, slope, _ = np.polyfit(f, smooth[first:last], 2)
    found = -slope / (2 * bend) if bend < 0 else f[smooth[first:last].argmax()]
    return float(np.clip(found, f[0], f[-1]))


def mean(radial: Array) -> float:
    """Return the mean frequency of the spectrum in the plane, in cycles/pixel."""
    f = frequencies()
    return float((radial * f * f).sum() / (radial * f).sum())


def _sum(radial: Array) -> float:
    """Power in the plane, up to the Nyquist frequency, but for a constant."""
    return float((radial * frequencies()).sum())


def draw(spectra: Sequence[Spectra], bench: Bench) -> None:
    """Draw the curves into `PICTURE`, normalised to the same area, so that the shapes compare."""
    figure = Figure(figsize=(3.2 * len(LEVELS), 2.5 * len(KERNELS)), dpi=80, layout="constrained")
    axes = figure.subplots(len(KERNELS), len(LEVELS), sharex=True, squeeze=False)
    for found, plot in zip(spectra, axes.ravel(), strict=True):
        for share, colour in zip((0.0, *STRENGTHS), ("#888888", "#1f77b4", "#d62728"), strict=True):
            label = "input" if not share else f"strength {100 * share:.0f} %"
            curve = found.at(share)
            plot.plot(frequencies(), curve / _sum(curve), color=colour, label=label, linewidth=1.4)
        plot.set_title(f"{found.kernel} kernel, {found.level:g} HU", fontsize=9)
        plot.set_yticks([])
        plot.set_ylim(bottom=0)
    axes[0][0].legend(fontsize=8, frameon=False)
    figure.supxlabel("cycles/pixel", fontsize=9)
    figure.supylabel("noise power, same area", fontsize=9)
    figure.savefig(bench.folder / PICTURE)
