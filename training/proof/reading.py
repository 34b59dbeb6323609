"""Lesions inserted into noisy slices, and what an observer's channels read before and after processing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from core import degrade
from training.proof.grounds import SIDE, Ground, Place
from training.proof.observer import Samples, laguerre_gauss

Image = npt.NDArray[np.float32]
Array = npt.NDArray[np.float64]
Process = Callable[[Image], Image]

DIAMETERS, CONTRASTS = (3.0, 5.0, 7.0, 10.0), (5.0, 10.0, 15.0, 20.0)
"""Of the lesions, in mm and HU."""
PIXEL_MM = 0.75
"""Taken for every slice, since the pack keeps no pixel sizes; the simulated noise knows pixels only."""
BLUR_MM = 0.5
"""SD of the scanner's blur of the lesion: its MTF falls to half at 0.37 per mm, as with a soft kernel."""
NOISE = 25.0
"""SD in HU of the inserted noise, which has the spectrum of a soft kernel."""
CHANNELS = 6
FINE = 16
"""Parts of a pixel in which a lesion's rim is drawn."""


@dataclass(frozen=True, slots=True)
class Lesion:
    """A disc."""

    diameter: float
    """In mm."""
    contrast: float
    """In HU."""


LESIONS = tuple(Lesion(diameter, contrast) for diameter in DIAMETERS for contrast in CONTRASTS)


@cache
def profile(diameter: float) -> Image:
    """Return a disc of contrast 1 in the middle of a square (SIDE, SIDE), blurred as by a scanner."""
    place = (np.arange(SIDE * FINE) + 0.5) / FINE - SIDE // 2 - 0.5
    inside = np.hypot(place[:, None], place[None, :]) * PIXEL_MM < diameter / 2
    blurred = ndimage.gaussian_filter(inside.astype(np.float64), BLUR_MM / PIXEL_MM * FINE)
    return np.asarray(blurred.reshape(SIDE, FINE, SIDE, FINE).mean((1, 3)), np.float32)


@cache
def channels(diameter: float) -> Array:
    """Return the channels for a lesion as (SIDE², CHANNELS); the first is about as wide as what is seen."""
    return laguerre_gauss(SIDE, np.hypot(diameter, 4 * BLUR_MM) / PIXEL_MM, CHANNELS)


def around(place: Place) -> tuple[slice, slice]:
    """Return the square (SIDE, SIDE) of which `place` is the middle."""
    row, column = (n - SIDE // 2 for n in place)
    return slice(row, row + SIDE), slice(column, column + SIDE)


def with_lesions(clean: Image, lesions: Mapping[Place, Lesion]) -> Image:
    """Return a slice with one lesion at each place."""
    image = clean.copy()
    for place, lesion in lesions.items():
        image[around(place)] += np.float32(lesion.contrast) * profile(lesion.diameter)
    return image


@dataclass(frozen=True, slots=True)
class Read:
    """One place in one noisy slice, processed in one way, with and without its lesion."""

    present: Array
    """(CHANNELS,)."""
    absent: Array
    """(CHANNELS,), with the same noise."""
    kept: float
    """Share of the lesion's contrast that is found: mean over the disc, of what the lesion changes."""


@dataclass(frozen=True, eq=False)
class Readings:
    """All that was read of one kind of lesion."""

    samples: dict[str, Samples]
    """By the way of processing; n places each, in the same order."""
    kept: dict[str, Array]
    """(n,) share of the contrast kept."""
    clusters: npt.NDArray[np.int64]
    """(n,) which person, or which noisy picture of the phantom, a place belongs to."""


def read_all(
    grounds: Sequence[Ground],
    ways: Mapping[str, Process],
    samples: int,
    report: Callable[[str], None],
) -> dict[Lesion, Readings]:
    """Insert lesions and noise until each kind was read `samples` times; return what was read.

    Every way sees the same noisy slices, and every place the same noise with and without its lesion. Kinds
    take turns at the places, each slice holding many lesions at once.
    """
    reads: dict[Lesion, list[tuple[str, dict[str, Read]]]] = {lesion: [] for lesion in LESIONS}
    turn = 0
    while min(map(len, reads.values())) < samples:
        for ground in grounds:
            for lesion, read in _one(ground, ways, np.random.default_rng((turn, 7))):
                # The phantom is one and the same: there the noise is what differs.
                key = ground.subject if len(grounds) > 1 else str(turn)
                reads[lesion].append((key, read))
            turn += 1
        report(f"lesions, {grounds[0].name}: {min(map(len, reads.values()))} of {samples} samples")
    return {lesion: _gathered(found) for lesion, found in reads.items()}


def _one(
    ground: Ground, ways: Mapping[str, Process], rng: np.random.Generator
) -> Iterator[tuple[Lesion, dict[str, Read]]]:
    order = rng.permutation(len(LESIONS))
    first = int(rng.integers(len(LESIONS)))
    lesions = {p: LESIONS[order[(first + i) % len(LESIONS)]] for i, p in enumerate(ground.places)}
    noise = degrade.ct_noise(ground.clean.shape, NOISE, rng)
    present, absent = with_lesions(ground.clean, lesions) + noise, ground.clean + noise
    done = {name: (way(present), way(absent)) for name, way in ways.items()}
    for place, lesion in lesions.items():
        yield lesion, {name: _read(*images, place, lesion) for name, images in done.items()}


def _read(present: Image, absent: Image, place: Place, lesion: Lesion) -> Read:
    seen, empty = (image[around(place)].astype(np.float64) for image in (present, absent))
    disc = profile(lesion.diameter)
    inside = disc > 0.5
    kept = (seen - empty)[inside].mean() / (lesion.contrast * disc[inside].mean(dtype=np.float64))
    along = channels(lesion.diameter)
    return Read(seen.ravel() @ along, empty.ravel() @ along, float(kept))


def _gathered(found: Sequence[tuple[str, dict[str, Read]]]) -> Readings:
    names = found[0][1]
    samples = {
        name: Samples(
            np.stack([read[name].present for _, read in found]),
            np.stack([read[name].absent for _, read in found]),
        )
        for name in names
    }
    kept = {name: np.array([read[name].kept for _, read in found]) for name in names}
    _, clusters = np.unique([key for key, _ in found], return_inverse=True)
    return Readings(samples, kept, np.asarray(clusters, np.int64))
