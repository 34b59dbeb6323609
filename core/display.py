"""From modality values to screen pixels, at no more resolution than the screen has."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from core.frame import Frame, Image, Mask
from core.window import VoiLut, Window

Screen = npt.NDArray[np.uint8]
"""(rows, columns) display values in 8 bits, or (rows, columns, 3) colours."""
Deep = npt.NDArray[np.uint16]
"""(rows, columns) display values in 16 bits."""
Pixels = npt.NDArray[Any]
"""(rows, columns) modality values, or (rows, columns, 3) uint8 colours."""
Part = tuple[slice, slice]
"""Rows and columns of a pyramid level."""


def default_voi(frame: Frame) -> Window | VoiLut:
    """Return how the file wants to be shown: its first window, else its VOI LUT, else all of its range."""
    if not frame.windows and frame.voi_luts:
        return frame.voi_luts[0]
    return frame.default_window


class Source(Protocol):
    """Values at 1, 1/2, 1/4, … of an image's size."""

    def part(self, level: int, part: Part) -> Image:
        """Return a part of a level."""
        ...


class Pyramid:
    """An image averaged to 1, 1/2, 1/4, … of its size; a level is made when first asked for.

    Parameters
    ----------
    values
        (rows, columns) modality values, or (rows, columns, 3) colours.
    excluded
        True where there is no pixel; such pixels take no part in an average.
    """

    def __init__(self, values: Pixels, excluded: Mask | None = None) -> None:
        self._levels = [(values, excluded)]

    def part(self, level: int, part: Part) -> Pixels:
        """Return a part of a level."""
        return self._level(level)[0][part]

    def excluded(self, level: int, part: Part) -> Mask | None:
        """Return where that part holds no pixel at all."""
        mask = self._level(level)[1]
        return None if mask is None else mask[part]

    def shape(self, level: int) -> tuple[int, int]:
        """(rows, columns) of a level."""
        values = self._level(level)[0]
        return values.shape[0], values.shape[1]

    def _level(self, level: int) -> tuple[Pixels, Mask | None]:
        while len(self._levels) <= level:
            self._levels.append(_halved(*self._levels[-1]))
        return self._levels[level]


@dataclass(frozen=True, eq=False)
class BothGrids:
    """An image at its own levels 0, 1, …, and on a grid of twice the rows and columns at level −1."""

    own: Pyramid
    finer: Pyramid

    def part(self, level: int, part: Part) -> Pixels:
        """Return a part of a level."""
        return self.finer.part(0, part) if level < 0 else self.own.part(level, part)

    def excluded(self, level: int, part: Part) -> Mask | None:
        """Return where that part holds no pixel at all."""
        return self.finer.excluded(0, part) if level < 0 else self.own.excluded(level, part)


def _halved(values: Pixels, excluded: Mask | None) -> tuple[Pixels, Mask | None]:
    blocks = np.stack(_quarters(values)).astype(np.float32)
    if excluded is None:
        return blocks.mean(axis=0).astype(values.dtype), None
    absent = np.stack(_quarters(excluded))
    present = ~absent if values.ndim == 2 else ~absent[..., None]
    count = present.sum(axis=0)
    mean = (blocks * present).sum(axis=0, dtype=np.float32) / np.maximum(count, 1)
    return np.where(count > 0, mean, blocks[0]).astype(values.dtype), np.all(absent, axis=0)


def _quarters(values: Pixels) -> tuple[Pixels, ...]:
    """Return the four pixels of each 2×2 block; an odd last row or column is doubled."""
    rows, columns = values.shape[:2]
    odd = [(0, rows % 2), (0, columns % 2)] + [(0, 0)] * (values.ndim - 2)
    even = np.pad(values, odd, mode="edge") if rows % 2 or columns % 2 else values
    return even[::2, ::2], even[1::2, ::2], even[::2, 1::2], even[1::2, 1::2]


@dataclass(frozen=True, eq=False)
class Blend:
    """``base + strength · (full − base)``, computed only where and as finely as it is looked at."""

    base: Source
    full: Source
    strength: float

    def part(self, level: int, part: Part) -> Image:
        """Return a part of a level."""
        base = self.base.part(level, part)
        return base + np.float32(self.strength) * (self.full.part(level, part) - base)


@dataclass(frozen=True, eq=False)
class Difference:
    """``second − first``."""

    first: Source
    second: Source

    def part(self, level: int, part: Part) -> Image:
        """Return a part of a level."""
        return self.second.part(level, part) - self.first.part(level, part)


def grey(values: Image, voi: Window | VoiLut, inverted: bool = False, excluded: Mask | None = None) -> Screen:
    """Return (rows, columns) display values from 0 to 255.

    Parameters
    ----------
    values
        (rows, columns) modality values.
    voi
        How they are displayed.
    inverted
        Whether low is white.
    excluded
        True where there is no pixel; it is black in either polarity.
    """
    shown = _displayed(values, voi, inverted, excluded)
    return np.asarray(np.rint(shown * np.float32(255)), np.uint8)


def grey16(values: Image, voi: Window | VoiLut, inverted: bool = False, excluded: Mask | None = None) -> Deep:
    """Return (rows, columns) display values from 0 to 65535; parameters as for `grey`."""
    shown = _displayed(values, voi, inverted, excluded)
    return np.asarray(np.rint(shown * np.float32(65535)), np.uint16)


def _displayed(values: Image, voi: Window | VoiLut, inverted: bool, excluded: Mask | None) -> Image:
    shown = voi.apply(values)
    if inverted:
        shown = np.float32(1) - shown
    if excluded is not None:
        shown = np.where(excluded, np.float32(0), shown)
    return shown


def _signed_table() -> Screen:
    """Blue below zero, grey at zero, orange above: equally bright at ±x and safe for colour blindness."""
    ends = np.array([(64, 156, 255), (84, 84, 84), (255, 152, 40)], np.float64)
    place = np.linspace(-1, 1, 257)
    channels = [np.interp(place, (-1, 0, 1), ends[:, c]) for c in range(3)]
    return np.rint(np.stack(channels, axis=1)).astype(np.uint8)


SIGNED_COLOURS = _signed_table()
"""(257, 3) colours from −limit over zero (entry 128) to +limit."""


def signed(values: Image, limit: float, excluded: Mask | None = None) -> Screen:
    """Return (rows, columns, 3) colours of `values` between ∓ `limit`."""
    # One half more, because the conversion to integers cuts off.
    place = np.clip(values * np.float32(128 / limit) + np.float32(128.5), 0, 256.5)
    colours: Screen = SIGNED_COLOURS.take(place.astype(np.uint16), axis=0)
    if excluded is not None:
        colours[excluded] = 0
    return colours


_SAMPLES = 512
"""Rows and columns of a large image that are enough to judge its range."""


def signed_limit(difference: Image) -> float:
    """Return the end of a colour bar that holds 99.5 % of `difference`: 1, 2 or 5 times a power of ten.

    Round ends change seldom from slice to slice, so that colours stay comparable.
    """
    step = max(1, max(difference.shape) // _SAMPLES)
    some = difference[::step, ::step]
    finite = np.abs(some[np.isfinite(some)])
    reach = float(np.percentile(finite, 99.5)) if finite.size else 0.0
    if reach <= 0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(reach))
    return float(power * next(n for n in (1, 2, 5, 10) if reach <= n * power * (1 + 1e-6)))
