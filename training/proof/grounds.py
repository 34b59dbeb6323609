"""Where small lesions are put: flat places of CT slices of people, and of a uniform phantom."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from training.data import Pack

Image = npt.NDArray[np.float32]
Place = tuple[int, int]

SIDE = 40
"""Side in pixels of the square around a place that the observer reads."""
APART = 28
"""Least distance of two places in pixels: the largest lesion is 13 wide, and CT noise correlates over 6."""
SOFT = (-30.0, 200.0)
"""HU between which soft tissue lies, fat left out."""
FLAT = 12.0
"""Largest SD in HU, once the slice's own noise is smoothed away, over what a lesion and its rim cover."""
REACH = 12
"""Radius in pixels of that."""
SMOOTHED = 2.0
"""SD in pixels of the smoothing that shows how flat a place is."""
MOST = 24
"""Places of a slice, the flattest ones."""
TISSUE, AIR = 50.0, -1000.0
"""HU of the phantom and around it."""
BODY = (0.36, 0.46)
"""Half axes of the phantom's ellipse in rows and columns."""


@dataclass(frozen=True, eq=False)
class Ground:
    """A slice without inserted noise, and places in it."""

    name: str
    """What lies there, in words."""
    subject: str
    clean: Image
    """(rows, columns) in HU."""
    places: tuple[Place, ...]
    """Centres (row, column)."""


def uniform(side: int = 512) -> Ground:
    """Return an ellipse of water-like tissue in air, with places on a grid that is no multiple of 2, 4, 8."""
    y, x = np.mgrid[:side, :side] / side - 0.5
    radius = np.hypot(y / BODY[0], x / BODY[1])
    clean = np.where(radius < 1, TISSUE, AIR).astype(np.float32)
    inside = ndimage.distance_transform_edt(radius < 1)
    step = APART + 5
    grid = [(row, column) for row in range(step, side, step) for column in range(step, side, step)]
    return Ground("uniform phantom", "phantom", clean, tuple(p for p in grid if inside[p] > SIDE * 0.75))


def slices(pack: Pack, split: str, subjects: int) -> list[Ground]:
    """Return the CT slices of at most so many people of a split that have flat places, one ground each."""
    found = []
    for subject, numbers in list(pack.subjects(split, "CT").items())[:subjects]:
        for number in numbers:
            clean = pack.values(number)
            if places := flat_places(clean):
                found.append(Ground("slices of people", subject, clean, places))
    return found


def flat_places(clean: Image) -> tuple[Place, ...]:
    """Return the flattest places of soft tissue in a CT slice, `APART` from each other."""
    roughness = _roughness(clean)
    half = SIDE // 2
    border = np.ones_like(roughness, bool)
    border[half:-half, half:-half] = False
    roughness[border] = np.inf
    found: list[Place] = []
    while len(found) < MOST:
        row, column = (int(i) for i in np.unravel_index(int(np.argmin(roughness)), roughness.shape))
        if roughness[row, column] > FLAT:
            break
        found.append((row, column))
        _take(roughness, row, column)
    return tuple(found)


def _roughness(clean: Image) -> npt.NDArray[np.float64]:
    """SD of the smoothed slice around each pixel; infinite where that is not all soft tissue."""
    smooth = ndimage.gaussian_filter(clean.astype(np.float64), SMOOTHED)
    size = 2 * REACH + 1
    mean = ndimage.uniform_filter(smooth, size)
    variance = np.clip(ndimage.uniform_filter(smooth**2, size) - mean**2, 0, None)
    low, high = ndimage.minimum_filter(smooth, size), ndimage.maximum_filter(smooth, size)
    return np.where((low > SOFT[0]) & (high < SOFT[1]), np.sqrt(variance), np.inf)


def _take(roughness: npt.NDArray[np.float64], row: int, column: int) -> None:
    top, left = max(row - APART + 1, 0), max(column - APART + 1, 0)
    roughness[top : row + APART, left : column + APART] = np.inf
