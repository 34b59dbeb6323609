"""Measurements that a report keeps in the patient, brought back to the planes they were drawn on."""

import numpy as np

from core.dicom.reported import outline
from core.measurement import Kind, Measurement, Point, Spatial
from core.planes import Plane, View, geometry, layers, uid_of, view_of
from core.space import to_image
from core.volume import Volume

_OFF = 0.25
"""How far points may lie from a layer of voxels, in layers."""


def placed(spatial: Spatial, volume: Volume) -> tuple[View, Measurement] | None:
    """Return the view and the measurement on it; None if it lies on no plane of this volume.

    The slab that it was drawn on is known from reports that were written here; otherwise it comes onto the
    single layer of voxels that it lies in.
    """
    if spatial.frame_of_reference != volume.like.geometry.frame_of_reference:
        return None
    said = view_of(spatial.cut)
    for plane in sorted(Plane, key=lambda plane: said is None or plane is not said.plane):
        layer = _layer(spatial, volume, plane)
        drawn = None if layer is None else _drawn(spatial, volume, plane, layer)
        if layer is not None and drawn is not None:
            view = said if said is not None and said.plane is plane else View(plane)
            key = uid_of(volume, view), layers(volume, plane).index(layer) + 1
            kind, points = drawn
            name = spatial.note if kind in (Kind.ARROW, Kind.TEXT) else spatial.name
            return view, Measurement(kind, points, key, name, spatial.uid)
    return None


def _layer(spatial: Spatial, volume: Volume, plane: Plane) -> int | None:
    """Return the layer along a plane's axis that all points lie in."""
    places = [volume.grid.index(np.asarray(point))[plane.value] for point in spatial.points]
    layer = round(places[0])
    flat = all(abs(place - layer) <= _OFF for place in places)
    return layer if flat and 0 <= layer < volume.grid.counts[plane.value] else None


def _drawn(
    spatial: Spatial, volume: Volume, plane: Plane, layer: int
) -> tuple[Kind, tuple[Point, ...]] | None:
    lies = geometry(volume, plane, layer)
    found = [to_image(lies, np.asarray(point)) for point in spatial.points]
    points = tuple(point for point in found if point is not None)
    return outline(spatial.graphic, points) if spatial.kind is None else (spatial.kind, points)
