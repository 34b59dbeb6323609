"""A stack of slices as one block of values in patient space.

The block is the slices' own grid: nothing is resampled. Its axes are turned to run as nearly as they
can to the patient's left, back and head (LPS, PS3.3 C.7.6.2.1.1); slices that lie obliquely stay oblique, and
each axis takes the name of the patient's axis that it is nearest to.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from core.dicom.order import tilt
from core.dicom.study import FrameRef, Kind, Series
from core.errors import ClearsliceError
from core.frame import Frame, Geometry, ModalityTransform, Rescale, Stored, StoredFormat
from core.grid import Grid, Vector, to_patient_axes
from core.stop import Stop

Block = npt.NDArray[Any]
"""(slices, rows, columns) stored values, or (z, y, x) once turned to the patient's axes."""
MOST_BYTES = 2 << 30
FEWEST = 3
_TILT_DEGREES = 0.5
_SAME_DIRECTION = 1e-3
_SAME_SPACING = 1e-3
"""In mm."""
_STRAY = 0.25
"""How far a slice may lie from its place in an even stack, in slice distances."""
_UNEVEN = "Slices are missing or their distance varies, so they make no volume that planes could be cut from."


@dataclass(frozen=True, eq=False)
class Volume:
    """The slices of one series, all of them, and where they lie."""

    series: Series
    stored: Block
    """(slices, rows, columns) as decoded; modality values where slices have rescales of their own."""
    like: Frame
    """The middle slice; its pixels' meaning is everybody's."""
    grid: Grid
    axes: tuple[int, int, int]
    """Which axis of a block runs along x, y and z."""
    flipped: tuple[bool, bool, bool]
    """Which axes of the grid run against those of a block."""

    def turned(self, block: Block) -> Block:
        """Return a (slices, rows, columns) block as (z, y, x) of the grid; no value is copied."""
        x, y, z = self.axes
        backwards = tuple(slice(None, None, -1 if flip else 1) for flip in reversed(self.flipped))
        return block.transpose(z, y, x)[backwards]

    @property
    def name(self) -> str:
        """Another one for each volume; a stack that has grown makes another volume."""
        return f"{self.series.key}.{len(self.series.frames)}"

    @property
    def acquired(self) -> int:
        """The axis of the grid along which the slices are stacked."""
        return self.axes.index(0)


def why_not(series: Series) -> str:
    """Return one sentence that says why a series makes no volume, "" if nothing speaks against it so far."""
    places = [ref.position for ref in series.frames]
    if series.kind is not Kind.GREY:
        return "Planes are cut through grey-scale slices only; this series has none."
    if len(places) < FEWEST:
        return f"Planes need a stack of at least {FEWEST} slices; this series has {len(places)}."
    if any(place is None for place in places):
        return "The slices do not say where they lie, so no planes can be cut through them."
    if series.spacing is None:
        return _UNEVEN
    if len(places) * series.spacing > 1.5 * (max(places) - min(places) + series.spacing):  # type: ignore[type-var, operator]
        return (
            "Several images lie at each place, so they make no single volume that planes could be cut from."
        )
    return ""


def build(
    series: Series, read: Callable[[FrameRef], Frame], report: Callable[[int], None], stop: Stop
) -> Volume:
    """Read all slices of `series` into one volume.

    Parameters
    ----------
    series
        Slices in order of their place.
    read
        Decodes one of them.
    report
        Told how many slices are done.
    stop
        Ends the work between two slices.

    Raises
    ------
    ClearsliceError
        In one sentence why the slices make no volume: gaps, tilt, differing planes or too many bytes.
    Cancelled
        If `stop` was set.
    """
    reason = why_not(series)
    if reason:
        raise ClearsliceError(reason)
    first, last = read(series.frames[0]), read(series.frames[-1])
    stack = _Stack(series, first, last)
    for number, ref in enumerate(series.frames):
        stop.check()
        stack.put(number, read(ref))
        report(number + 1)
    return stack.volume(read(series.frames[len(series.frames) // 2]))


class _Stack:
    """Takes slices one by one and checks that each lies where an even stack has it."""

    def __init__(self, series: Series, first: Frame, last: Frame) -> None:
        self._series = series
        self._first = first
        self._origin, self._step = _stacking(first.geometry, last.geometry, len(series.frames))
        shape = (len(series.frames), *first.shape)
        _check_size(shape, first.stored.dtype.itemsize)
        self._block = np.empty(shape, first.stored.dtype)
        self._own = False
        """Whether slices have rescales of their own, so that modality values are kept."""

    def put(self, number: int, frame: Frame) -> None:
        """Take slice `number`."""
        self._check(number, frame)
        if not self._own and not _alike(frame, self._first):
            self._go_over_to_values(number)
        self._block[number] = _plain(frame, self._fill) if self._own else frame.stored

    def volume(self, middle: Frame) -> Volume:
        """Return what was put in."""
        row, column = np.asarray(self._first.geometry.orientation, np.float64).reshape(2, 3)
        assert self._first.geometry.spacing is not None
        rows, columns = self._first.geometry.spacing
        steps = np.stack((self._step, column * rows, row * columns))
        grid, axes, flipped = to_patient_axes(self._origin, steps, self._block.shape)
        self._block.setflags(write=False)
        return Volume(self._series, self._block, self._meaning(middle), grid, axes, flipped)

    def _check(self, number: int, frame: Frame) -> None:
        here, there = frame.geometry, self._first.geometry
        if frame.is_colour or frame.shape != self._first.shape or frame.units != self._first.units:
            msg = "The slices differ in size or kind, so they make no volume that planes could be cut from."
            raise ClearsliceError(msg)
        if not _parallel(here, there) or here.position is None:
            msg = "The slices lie at different angles or differ in pixel spacing, so they make no volume."
            raise ClearsliceError(msg)
        stray = float(np.linalg.norm(self._origin + number * self._step - np.asarray(here.position)))
        if stray > _STRAY * float(np.linalg.norm(self._step)):
            raise ClearsliceError(_UNEVEN)

    def _go_over_to_values(self, done: int) -> None:
        _check_size(self._block.shape, 4)
        values = np.empty(self._block.shape, np.float32)
        for number in range(done):
            values[number] = _plain(replace(self._first, stored=self._block[number]), self._fill)
        self._block, self._own = values, True

    @property
    def _fill(self) -> float:
        """Modality value that stands for "no pixel here" once values are kept."""
        if self._first.padding is None:
            return float(np.finfo(np.float32).min)
        return float(padding_value(self._first.transform, self._first.padding))

    def _meaning(self, middle: Frame) -> Frame:
        if not self._own:
            return middle
        windows = middle.windows or (() if middle.voi_luts else (middle.default_window,))
        return replace(
            middle,
            stored=_plain(middle, self._fill),
            transform=Rescale(units=middle.units),
            format=StoredFormat(32, signed=True),
            padding=_both(np.float32(self._fill)),
            windows=windows,
        )


def padding_value(transform: ModalityTransform, padding: tuple[float, float]) -> np.float32:
    """Return the modality value of pixels that are none."""
    return np.float32(transform.apply(np.asarray([padding[0]], np.int32))[0])


def _both(fill: np.float32) -> tuple[int, int]:
    return fill, fill  # type: ignore[return-value]  # stored values are modality values here


def _plain(frame: Frame, fill: float) -> Stored:
    """Return modality values, `fill` where there is no pixel."""
    values = frame.transform.apply(frame.stored)
    return values if frame.padding_mask is None else np.where(frame.padding_mask, np.float32(fill), values)


def _alike(frame: Frame, first: Frame) -> bool:
    same = frame.transform == first.transform and frame.padding == first.padding
    return same and frame.stored.dtype == first.stored.dtype


def _check_size(shape: tuple[int, ...], itemsize: int) -> None:
    size = int(np.prod(shape, dtype=np.int64)) * itemsize
    if size > MOST_BYTES:
        msg = (
            f"The volume would take {size / 2**30:.1f} GB of memory; planes are limited to "
            f"{MOST_BYTES / 2**30:.0f} GB."
        )
        raise ClearsliceError(msg)


def _stacking(first: Geometry, last: Geometry, count: int) -> tuple[Vector, Vector]:
    """Return the first slice's place and the step from one slice to the next."""
    if first.position is None or last.position is None or first.normal is None or first.spacing is None:
        msg = "The slices do not say where they lie, so no planes can be cut through them."
        raise ClearsliceError(msg)
    x, y, z = (float(v) for v in first.normal)
    degrees = tilt(first.position, last.position, (x, y, z))
    if degrees > _TILT_DEGREES:
        msg = (
            f"The slices are tilted by {degrees:.1f}° against the direction they are stacked in, "
            "so planes through them would be skewed."
        )
        raise ClearsliceError(msg)
    origin = np.asarray(first.position, np.float64)
    way = float(first.normal @ (np.asarray(last.position) - origin)) / (count - 1)
    if way == 0:
        raise ClearsliceError(_UNEVEN)
    return origin, way * first.normal


def _parallel(here: Geometry, there: Geometry) -> bool:
    if here.orientation is None or here.spacing is None or there.spacing is None:
        return False
    turned = np.abs(np.subtract(here.orientation, there.orientation or ())).max()
    stretched = np.abs(np.subtract(here.spacing, there.spacing)).max()
    return bool(turned <= _SAME_DIRECTION and stretched <= _SAME_SPACING)
