"""Made CT slices whose truth is known: a body of soft tissue, with rods in it where they are wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr

from core import degrade

Image = npt.NDArray[np.float32]

SIDE = 512
AIR, TISSUE = -1000.0, 40.0
"""HU outside and inside the body."""
RADIUS = 220.0
"""Of the body, in pixels."""
BLUR = 0.8
"""SD in pixels of the scanner's own blur; its MTF is 50 % at 0.234 cycles/pixel."""


@dataclass(frozen=True, slots=True)
class Rod:
    """A cylinder seen from its end."""

    row: float
    column: float
    radius: float
    contrast: float
    """HU above the tissue."""


def distance(row: float, column: float, side: int = SIDE) -> Image:
    """Return the distance in pixels of every pixel (side, side) from a point."""
    y, x = np.mgrid[0:side, 0:side]
    return np.asarray(np.hypot(y - row, x - column), np.float32)


def body(rods: Sequence[Rod] = (), side: int = SIDE) -> Image:
    """Return the noise-free slice (side, side) in HU; edges are those of a Gaussian blur of SD `BLUR`."""
    middle = (side - 1) / 2
    image = AIR + (TISSUE - AIR) * _disc(distance(middle, middle, side), RADIUS * side / SIDE)
    for rod in rods:
        image = image + rod.contrast * _disc(distance(rod.row, rod.column, side), rod.radius)
    return np.asarray(image, np.float32)


def _disc(r: Image, radius: float) -> Image:
    return np.asarray(ndtr((radius - r) / BLUR), np.float32)


def ring(count: int, radius: float, side: int = SIDE) -> list[tuple[float, float]]:
    """Return `count` places (row, column) evenly on a circle about the middle."""
    angles = 2 * np.pi * (np.arange(count) + 0.5) / count
    middle = (side - 1) / 2
    return [(middle + radius * float(np.sin(a)), middle + radius * float(np.cos(a))) for a in angles]


def opposed(clean: Image, sigma: float, pairs: int, seed: int) -> Iterator[Image]:
    """Yield ``clean + n`` and ``clean − n`` for `pairs` CT noises n of SD `sigma` HU.

    Their mean is `clean` exactly (antithetic variates, Hammersley & Morton 1956), so that the mean of what a
    network makes of them shows its own error, hardly the chance of the noise.
    """
    for number in range(pairs):
        noise = degrade.ct_noise(clean.shape, sigma, np.random.default_rng((seed, number)))
        yield clean + noise
        yield clean - noise
