"""Two scans of one person in a row, one moved onto the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from skimage.registration import phase_cross_correlation

from training.data import Pack
from training.proof.bench import SPLIT

Image = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

RUNS = ("run-1", "run-2")
"""In the names of files of two scans in a row."""
FINE = 20
"""Steps per pixel in which movement is found."""
BRIGHT = 0.15
"""Share of the brightest tissue above which tissue counts: the noise there has hardly any floor."""
MAD = 0.6745
"""Median absolute deviation of a normal distribution of SD 1."""
PLANES = 6
"""Planes of a volume that count, at most, evenly spaced."""
MARGIN = 8
"""Pixels at the border, which a shift brings in from the other side."""


CALM = 3.0
"""Where the smoothed scans differ by more than so many SDs, something moved or flowed in between."""


@dataclass(frozen=True, eq=False)
class Pair:
    """One plane, scanned twice, the second scan moved onto the first."""

    subject: str
    scans: tuple[Image, Image]
    shift: tuple[float, float]
    """By how much the second was moved, in pixels."""

    def aligned(self, first: Image, second: Image) -> tuple[Image, Image]:
        """Return pictures made of both scans on the grid of the first one."""
        return first, moved(second, self.shift)

    @cached_property
    def plain(self) -> tuple[Image, Image]:
        """Both scans on the grid of the first one."""
        return self.aligned(*self.scans)

    @cached_property
    def top(self) -> float:
        """The brightest tissue."""
        return float(np.percentile(self.scans[0], 99.5))

    @cached_property
    def tissue(self) -> Mask:
        """Tissue in both scans, off the border."""
        tissue = ndimage.gaussian_filter(np.minimum(*self.plain), 2) > BRIGHT * self.top
        inner = np.zeros_like(tissue)
        inner[MARGIN:-MARGIN, MARGIN:-MARGIN] = True
        return np.asarray(tissue & inner)

    @cached_property
    def mask(self) -> Mask:
        """The tissue that lies as it did."""
        change = ndimage.gaussian_filter(self.plain[0] - self.plain[1], 2)
        usual = float(np.median(np.abs(change[self.tissue])) / MAD) if self.tissue.any() else 0.0
        return np.asarray(self.tissue & ~ndimage.binary_dilation(np.abs(change) > CALM * usual, iterations=2))


def moved(image: Image, shift: tuple[float, float]) -> Image:
    """Return `image` moved by whole and broken pixels in k-space, which leaves its noise as strong."""
    spectrum = ndimage.fourier_shift(np.fft.fft2(image.astype(np.float64)), shift)
    return np.asarray(np.fft.ifft2(spectrum).real, np.float32)


def pairs(pack: Pack) -> list[Pair]:
    """Return the planes of every volume that was scanned twice."""
    paths = {source.path: number for number, source in enumerate(pack.sources) if source.split == SPLIT}
    found: list[Pair] = []
    for path, number in paths.items():
        again = paths.get(path.replace(*RUNS))
        if RUNS[0] in path and again is not None:
            found += _planes(pack, number, again)
    return found


def _planes(pack: Pack, first: int, second: int) -> Iterator[Pair]:
    planes = [[i for i, s in enumerate(pack.slices) if s.source == source] for source in (first, second)]
    if len(planes[0]) != len(planes[1]):
        return  # which of them belong together is not known
    chosen = np.linspace(0, len(planes[0]) - 1, min(PLANES, len(planes[0]))).round().astype(int)
    for numbers in ([run[i] for run in planes] for i in chosen):
        one, two = (pack.values(number) for number in numbers)
        if one.shape == two.shape:
            yield Pair(pack.slices[numbers[0]].subject, (one, two), movement(one, two))


def movement(fixed: Image, moving: Image) -> tuple[float, float]:
    """Return by how many pixels (rows, columns) `moving` has to be moved to lie on `fixed`."""
    # Detail and noise off: what was scanned twice has its noise in the same k-space lines.
    smooth = [ndimage.gaussian_filter(image, 1.5) for image in (fixed, moving)]
    rows, columns = phase_cross_correlation(*smooth, upsample_factor=FINE, normalization=None)[0]
    return float(rows), float(columns)
