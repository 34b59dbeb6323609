"""Planes as series that cells can show, and what they are called."""

from app.language import tr
from core.dicom.study import Series
from core.planes import Plane, Projection, View, layers_in, obliquity, references, room
from core.volume import Volume

_OBLIQUE = 5.0
"""Degrees from which on it is said that the slices lie askew to the patient."""


def plane_name(plane: Plane) -> str:
    """Return the name on screen."""
    return {
        Plane.AXIAL: tr("Axial"),
        Plane.CORONAL: tr("Coronal"),
        Plane.SAGITTAL: tr("Sagittal"),
    }[plane]


def projection_name(projection: Projection) -> str:
    """Return the name on screen."""
    return {
        Projection.MAXIMUM: tr("MIP"),
        Projection.MINIMUM: tr("MinIP"),
        Projection.MEAN: tr("Mean"),
    }[projection]


def view_name(view: View) -> str:
    """Return plane and slab, as "Axial · MIP 10 mm"."""
    if view.slab is None:
        return plane_name(view.plane)
    return tr("{plane} · {projection} {thickness} mm").format(
        plane=plane_name(view.plane),
        projection=projection_name(view.slab.projection),
        thickness=f"{view.slab.thickness:g}",
    )


def label(volume: Volume, view: View) -> str:
    """Return what is said over every picture: that it was cut from others, or that it is a slice."""
    name = view_name(view).upper().replace(" MM", " mm")
    degrees = obliquity(volume.grid, view.plane)
    if degrees >= _OBLIQUE:
        name = tr("{plane} · {degrees}° OBLIQUE").format(plane=name, degrees=round(degrees))
    if view.slab is None and view.plane.value == volume.acquired:
        return tr("{} · ACQUIRED PLANE").format(name)
    if view.slab is None:
        return tr("REFORMATTED · {}").format(name)
    count = layers_in(volume.grid, view)
    return tr("REFORMATTED · {view} · {count} LAYERS").format(view=name, count=count)


def plane_series(volume: Volume, view: View) -> Series:
    """Return the pictures of a view as a series; its frames are cut when they are asked for."""
    source, frames = volume.series, references(volume, view)
    across, down = {Plane.AXIAL: (0, 1), Plane.CORONAL: (0, 2), Plane.SAGITTAL: (1, 2)}[view.plane]
    return Series(
        key=frames[0].uid,
        study=source.study,
        uid=source.uid,
        kind=source.kind,
        modality=source.modality,
        description=" · ".join(part for part in (view_name(view), source.description) if part),
        number=source.number,
        rows=volume.grid.counts[down],
        columns=volume.grid.counts[across],
        transfer_syntax=source.transfer_syntax,
        image_type=source.image_type,
        sop_class=source.sop_class,
        frames=frames,
        reason=source.reason,
        notes=source.notes,
        spacing=volume.grid.spacing[view.plane.value],
        cut_from=source,
        cut_as=label(volume, view),
        room=room(volume),
    )
