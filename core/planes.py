"""Planes through a volume: axial, coronal, sagittal, thin or as a slab.

A plane is a layer of voxels as they are, shown with its own pixel spacing, so that no value on screen was
made up and distances, angles and areas are those of the patient.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import numpy.typing as npt

from core.dicom.study import FrameRef
from core.frame import Frame, Geometry, Image, Mask, Rescale, StoredFormat
from core.grid import Grid
from core.volume import Block, Volume, padding_value

Here = tuple[slice, slice, slice]
"""A part of a volume, (z, y, x)."""
Values = Callable[[Here], Block]
"""Gives the modality values of a part."""


class Plane(Enum):
    """A plane of the patient; the value is the axis of the grid that it is seen along."""

    SAGITTAL = 0
    CORONAL = 1
    AXIAL = 2


class Projection(Enum):
    """What becomes of the voxels behind one another in a slab."""

    MAXIMUM = "MIP"
    MINIMUM = "MinIP"
    MEAN = "Mean"


@dataclass(frozen=True, slots=True)
class Slab:
    """Several layers seen as one."""

    projection: Projection
    thickness: float
    """In mm."""


@dataclass(frozen=True, slots=True)
class View:
    """A way of cutting a volume: which plane, and how thick."""

    plane: Plane
    slab: Slab | None = None
    """None for one layer of voxels."""

    @property
    def words(self) -> str:
        """What tells this view from others, for keys."""
        slab = "thin" if self.slab is None else f"{self.slab.projection.value}-{self.slab.thickness:g}"
        return f"{self.plane.name}-{slab}"


def view_of(words: str) -> View | None:
    """Return the view that `View.words` told of; None for anything else."""
    name, _, slab = words.partition("-")
    kind, _, thickness = slab.partition("-")
    try:
        if slab == "thin":
            return View(Plane[name])
        return View(Plane[name], Slab(Projection(kind), float(thickness)))
    except (KeyError, ValueError):
        return None


def orientation(grid: Grid, plane: Plane) -> tuple[float, float, float, float, float, float]:
    """Return the directions of row and column: the right side of the patient left, the front or head on top.

    A sagittal plane has the front on the left.
    """
    x, y, z = grid.directions
    row, column = {Plane.AXIAL: (x, y), Plane.CORONAL: (x, -z), Plane.SAGITTAL: (y, -z)}[plane]
    a, b, c, d, e, f = (float(v) for v in (*row, *column))
    return a, b, c, d, e, f


def obliquity(grid: Grid, plane: Plane) -> float:
    """Return the angle in degrees between the plane's axis and the patient's axis of that name."""
    cosine = min(abs(float(grid.directions[plane.value][plane.value])), 1.0)
    return math.degrees(math.acos(cosine))


def geometry(volume: Volume, plane: Plane, layer: int) -> Geometry:
    """Return where the layer of voxels number `layer` along the plane's axis lies."""
    grid, like = volume.grid, volume.like.geometry
    corner = [0, 0, 0]
    corner[plane.value] = layer
    if plane is not Plane.AXIAL:
        corner[2] = grid.counts[2] - 1
    across, down = {Plane.AXIAL: (0, 1), Plane.CORONAL: (0, 2), Plane.SAGITTAL: (1, 2)}[plane]
    px, py, pz = (float(v) for v in grid.point((corner[0], corner[1], corner[2])))
    return Geometry(
        spacing=(grid.spacing[down], grid.spacing[across]),
        spacing_source=like.spacing_source,
        position=(px, py, pz),
        orientation=orientation(grid, plane),
        frame_of_reference=like.frame_of_reference,
    )


def room(volume: Volume) -> tuple[float, float]:
    """Return height and width in mm of a box that has room for every plane, so that all fit at one scale."""
    x, y, z = (n * step for n, step in zip(volume.grid.counts, volume.grid.spacing, strict=True))
    return max(y, z), max(x, y)


def layers(volume: Volume, plane: Plane) -> range:
    """Return the layers in scrolling order: along the normal of the picture, as slices are sorted."""
    count = volume.grid.counts[plane.value]
    row, column = np.reshape(orientation(volume.grid, plane), (2, 3))
    forwards = float(np.cross(row, column) @ volume.grid.directions[plane.value]) > 0
    return range(count) if forwards else range(count - 1, -1, -1)


def uid_of(volume: Volume, view: View) -> str:
    """Return what stands for a SOP Instance UID in a view's pictures, which are in no file."""
    return f"{volume.name}:{view.words}"


def references(volume: Volume, view: View) -> tuple[FrameRef, ...]:
    """Return a reference to each picture of a view in scrolling order; they lead to no file of their own."""
    found = layers(volume, view.plane)
    ends = geometry(volume, view.plane, found[0]), geometry(volume, view.plane, found[-1])
    first, last = (float(end.normal @ np.asarray(end.position)) for end in ends if end.normal is not None)
    source, uid = volume.series.frames[0].source, uid_of(volume, view)
    places = np.linspace(first, last, len(found)).tolist()
    return tuple(FrameRef(source, uid, number, place) for number, place in enumerate(places, 1))


def cut(volume: Volume, view: View, number: int) -> Frame:
    """Return picture `number`, from 1, of a view, with the window of the volume's middle slice."""
    layer, like = layers(volume, view.plane)[number - 1], volume.like
    frame = replace(
        like,
        uid=uid_of(volume, view),
        number=number,
        geometry=geometry(volume, view.plane, layer),
        windows=like.windows or (() if like.voi_luts else (like.default_window,)),
        overlays=(),
        notes=(),
    )
    if view.slab is None:
        stored = np.ascontiguousarray(_picture(volume.turned(volume.stored), view.plane, layer))
        stored.setflags(write=False)
        return replace(frame, stored=stored)
    return _slab_frame(volume, view, layer, frame)


def _slab_frame(volume: Volume, view: View, layer: int, frame: Frame) -> Frame:
    """Return `frame` with a slab's modality values as what is stored."""
    values, transform = project(volume, view, layer, own_values(volume)), Rescale(units=frame.units)
    values.setflags(write=False)
    fill = None
    if frame.padding is not None:
        value = padding_value(frame.transform, frame.padding)
        fill = (value, value)
    return replace(
        frame,
        stored=values,
        transform=transform,
        format=StoredFormat(32, signed=True),
        padding=fill,  # type: ignore[arg-type]  # stored values are modality values here
    )


def picture_of(volume: Volume, view: View, number: int, values: Values) -> Image:
    """Return picture `number`, from 1, of what `values` says the voxels of `volume` have become."""
    layer = layers(volume, view.plane)[number - 1]
    if view.slab is not None:
        return project(volume, view, layer, values)
    here = _here(view.plane, slice(layer, layer + 1))
    picture = values(here).squeeze(2 - view.plane.value)
    return np.ascontiguousarray(_upright(picture, view.plane), np.float32)


def project(volume: Volume, view: View, layer: int, values: Values) -> Image:
    """Return a slab's picture.

    Voxels that are none have no part in it; where there are no others their value stays.
    """
    assert view.slab is not None
    axis, padding = 2 - view.plane.value, volume.like.padding
    part, weights = _part(volume.grid, view, layer)
    here, mask = _here(view.plane, part), None
    if padding is not None:
        stored = volume.turned(volume.stored)[here]
        mask = (stored >= padding[0]) & (stored <= padding[1])
    seen = _projected(values(here), mask, view.slab.projection, weights, axis)
    if mask is not None and padding is not None:
        seen = np.where(mask.all(axis=axis), padding_value(volume.like.transform, padding), seen)
    return np.ascontiguousarray(_upright(seen, view.plane), np.float32)


def own_values(volume: Volume) -> Values:
    """Return what gives the modality values as they came."""
    return lambda here: volume.like.transform.apply(volume.turned(volume.stored)[here])


def layers_in(grid: Grid, view: View) -> int:
    """Return how many layers of voxels a slab is made of in the middle of the volume."""
    return 1 if view.slab is None else len(_weights(grid.spacing[view.plane.value], view.slab)[0])


def _weights(spacing: float, slab: Slab) -> tuple[range, npt.NDArray[np.float32]]:
    """Return the layers before and behind the middle one, and the share of each that lies in the slab.

    A mean takes each by its share, so that it is of exactly the slab's thickness. An extreme takes those of
    which at least half lies in it.
    """
    if slab.thickness <= spacing:
        return range(1), np.ones(1, np.float32)
    reach = math.ceil((slab.thickness / spacing + 1) / 2)
    offsets = np.arange(-reach, reach + 1)
    shares = np.clip((slab.thickness / 2 - abs(offsets) * spacing) / spacing + 0.5, 0, 1)
    least = 1e-6 if slab.projection is Projection.MEAN else 0.5 - 1e-6
    wanted = offsets[shares >= least]
    chosen = range(int(wanted[0]), int(wanted[-1]) + 1)
    return chosen, shares[wanted + reach].astype(np.float32)


def _part(grid: Grid, view: View, layer: int) -> tuple[slice, npt.NDArray[np.float32]]:
    """Return the layers of a slab that the volume has, with their weights."""
    assert view.slab is not None
    chosen, weights = _weights(grid.spacing[view.plane.value], view.slab)
    first, last = layer + chosen[0], layer + chosen[-1]
    low, high = max(first, 0), min(last, grid.counts[view.plane.value] - 1)
    return slice(low, high + 1), weights[low - first : len(weights) - (last - high)]


def _projected(
    values: Block, mask: Mask | None, projection: Projection, weights: npt.NDArray[np.float32], axis: int
) -> Image:
    if projection is Projection.MEAN:
        shape = [1, 1, 1]
        shape[axis] = len(weights)
        share = np.broadcast_to(weights.reshape(shape), values.shape)
        share = share if mask is None else np.where(mask, np.float32(0), share)
        total = share.sum(axis=axis)
        return np.asarray((values * share).sum(axis=axis) / np.maximum(total, 1e-12), np.float32)
    extreme, neutral = (np.max, -np.inf) if projection is Projection.MAXIMUM else (np.min, np.inf)
    shown = values if mask is None else np.where(mask, np.float32(neutral), values)
    return np.asarray(extreme(shown, axis=axis), np.float32)


def _here(plane: Plane, part: slice) -> Here:
    x, y, z = (part if axis == plane.value else slice(None) for axis in range(3))
    return z, y, x


def _picture(turned: Block, plane: Plane, layer: int) -> Block:
    return _upright(turned.take(layer, axis=2 - plane.value), plane)


def _upright(picture: Block, plane: Plane) -> Block:
    """Put the head on top, where the head is in the picture."""
    return picture if plane is Plane.AXIAL else picture[::-1]
