"""Which square of a slice a sample shows, and how it is turned and scaled before anything spoils it."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from skimage.transform import resize_local_mean

Image = npt.NDArray[np.float32]
Plane = Callable[[int, int, int, int], Image]
"""(top, left, rows, columns) → that rectangle of a slice, or what there is of it."""

AVERAGED = math.log2(0.6)
"""Noise SD left by averaging 2 × 2 pixels, as a power of two; reconstruction correlates neighbours."""
INTERPOLATED = 0.9
"""Noise SD left by cubic interpolation at about the same grid."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A square of a slice made a sample; every plane of the slice is cut alike."""

    top: int
    left: int
    span: int
    """Side of the square in the slice."""
    side: int
    """Side of the sample."""
    angle: float = 0.0
    """Free rotation in radians; needs room around the sample, as `zoom` does."""
    zoom: float = 0.0
    """Pixels of the slice per pixel of the sample; 0 brings `span` to `side`."""
    turns: int = 0
    """Quarter turns."""
    flip: bool = False

    def __call__(self, plane: Plane) -> Image:
        """Return the (side, side) sample of `plane`; what it lacks is mirrored."""
        return self.turned(self._scaled(self.square(plane)))

    def square(self, plane: Plane) -> Image:
        """Return the square as it lies in the slice, (span, span)."""
        found = plane(self.top, self.left, self.span, self.span)
        lack = [(0, self.span - n) for n in found.shape]
        return np.pad(found, lack, "symmetric") if found.shape != (self.span, self.span) else found

    def turned(self, image: Image) -> Image:
        """Return any square image turned as the sample is."""
        image = np.rot90(image, self.turns)
        return image[:, ::-1] if self.flip else image

    @property
    def noise_kept(self) -> float:
        """Share of the slice's own noise SD that the sample still has."""
        if self.zoom:
            return INTERPOLATED
        return float((self.span / self.side) ** AVERAGED) if self.span > self.side else 1.0

    def _scaled(self, square: Image) -> Image:
        if self.zoom:
            return _warped(square, self.side, self.angle, self.zoom)
        return square if self.span == self.side else resized(square, self.side)


def resized(image: Image, side: int) -> Image:
    """Return a square image as (side, side): averaged over areas if it shrinks, splines if it grows."""
    if len(image) < side:
        return np.asarray(ndimage.zoom(image, side / len(image), order=3, mode="reflect", grid_mode=True))
    if len(image) % side == 0:
        step = len(image) // side
        return np.asarray(image.reshape(side, step, side, step).mean((1, 3)))
    return np.asarray(resize_local_mean(image, (side, side)), np.float32)


def _warped(image: Image, side: int, angle: float, zoom: float) -> Image:
    """Rotate and scale about the centre, keeping to `side` pixels that lie inside."""
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) * zoom
    centre = (np.array(image.shape) - 1) / 2
    offset = centre - turn @ np.full(2, (side - 1) / 2)
    return np.asarray(ndimage.affine_transform(image, turn, offset, (side, side), order=3, mode="reflect"))


def smooth_plane(thumbnail: Image, rows: int, columns: int) -> Plane:
    """Return the plane (rows, columns) that a small smooth image stands for, interpolated linearly."""

    def plane(top: int, left: int, height: int, width: int) -> Image:
        tall = _interpolated(thumbnail, top, min(height, rows - top), rows)
        return _interpolated(tall.T, left, min(width, columns - left), columns).T

    return plane


def _interpolated(image: Image, first: int, count: int, size: int) -> Image:
    """Return `count` rows from `first` on of the `size` that the rows of `image` stand for.

    No matrix product: on matrices this small its threads only get in each other's way.
    """
    place = np.clip((np.arange(first, first + count) + 0.5) * (len(image) / size) - 0.5, 0, len(image) - 1)
    upper = np.minimum(place.astype(int), len(image) - 2)
    weight = (place - upper).astype(np.float32)[:, None]
    return np.asarray(image[upper] * (1 - weight) + image[upper + 1] * weight, np.float32)


@dataclass(frozen=True, slots=True)
class View:
    """A slice, the square of it that a sample shows, and what the sample is cut from."""

    number: int
    """Of the slice in the pack."""
    modality: str
    shape: tuple[int, int]
    """Of the slice."""
    cut: Cut
    clean: Image
    """The square on the network's scale, (side, side)."""
    thumbnail: Image
    """The whole slice on the network's scale, as it lies in the pack."""
