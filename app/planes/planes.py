"""Axial, coronal and sagittal planes of the active series, and a slab, in the window's four cells."""

import time
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.cell import CellState
from app.feed import Feed
from app.jobs import Jobs, Report
from app.language import tr
from app.planes.before import Before, Left, Look
from app.planes.enhancing import PlanesEnhancing
from app.planes.naming import plane_series
from app.planes.volumes import Volumes
from app.session import Session
from app.state import Layout, Tool
from core.dicom.study import Series
from core.export import Progress
from core.grid import Vector
from core.planes import Plane, Projection, Slab, View, layers
from core.stop import Stop
from core.volume import Volume, build, why_not

SLAB = 10.0
"""Thickness in mm of the slab that the fourth cell begins with."""


class Planes(QObject):
    """Fills the cells with planes through one point, and keeps them there while the user moves it.

    Each plane is an ordinary series to its cell, so that windowing, measuring, comparing and letters are what
    they always are. Choosing another layout or another series ends it.
    """

    changed = Signal()
    """They came or went, the point moved, or a cell shows another view."""

    def __init__(self, session: Session, feed: Feed, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._cells, self._jobs = session, session.cells, jobs
        self._volumes: Volumes = feed.volumes
        self.point: Vector | None = None
        """Where the planes meet, in mm (LPS); None while there are none."""
        self._before: Before | None = None
        self._views: dict[int, View] = {}
        self._moving = False
        self._enhancing = PlanesEnhancing(session, feed, jobs, self)
        for cell in self._cells:
            cell.indexChanged.connect(partial(self._on_index, cell))
            cell.seriesChanged.connect(partial(self._on_series, cell))
        self._cells.layoutChanged.connect(self._on_layout)

    @property
    def shown(self) -> bool:
        """Whether the cells show planes."""
        return self._before is not None

    @property
    def volume(self) -> Volume | None:
        """The volume that they are cut from."""
        return self._volumes.volume if self.shown else None

    def view_of(self, cell: CellState) -> View | None:
        """Return what a cell shows of the volume."""
        return self._views.get(cell.number) if self.shown else None

    # -- coming and going ---------------------------------------------------------------------

    def toggle(self) -> None:
        """Show the planes of the active series, or what was there before."""
        if self.shown:
            self.leave()
        else:
            self.show()

    def show(self) -> None:
        """Read all slices of the active series, then show planes through where the user is."""
        series = self._session.series
        if series is None:
            self._session.message(tr("Open a study first."))
        elif reason := why_not(series):
            self._session.message(reason)
        elif self._volumes.of(series) is not None:
            self._enter(series)
        else:
            work = partial(_build, self._volumes, series)
            self._jobs.start(tr("Reading the volume"), work, partial(self._on_built, series))

    def _on_built(self, series: Series, volume: Volume) -> str:
        """Show the planes, unless the user has gone to another series in the meantime."""
        now = self._session.series
        if now is not None and now.key == series.key and not self.shown:
            self._volumes.hold(volume)
            self._enter(now)
        return ""

    def _enter(self, series: Series) -> None:
        volume, active = self._volumes.volume, self._cells.active
        assert volume is not None
        cells = tuple(map(Left.of, self._cells))
        self._before = Before(self._cells.layout, self._cells.maximised, active.number, cells)
        self.point = _start(volume, active.index)
        look = Look.of(active)
        self._moving = True
        for cell, view in zip(self._cells, _views(volume), strict=True):
            self._fill(cell, view)
            look.give(cell)
        self._cells.set_layout(Layout.FOUR)
        self._cells.set_active(self._cells.all[0])
        self._moving = False
        self._bring(volume)
        self._session.set_tool(Tool.CROSSHAIR)
        self._enhancing.begin()
        self.changed.emit()

    def _bring(self, volume: Volume) -> None:
        """Show measurements that came with the study and lie on planes of this volume."""
        measurements = self._session.measurements
        if not measurements.waiting:
            return
        from core.spatial import placed  # a fifth of a second, and few studies hold reports

        found = [placed(item, volume) for item in measurements.waiting]
        for view, _ in (each for each in found if each is not None):
            self._volumes.add_view(view)
        measurements.bring(each[1] for each in found if each is not None)

    def leave(self, layout: Layout | None = None, chosen: Series | None = None) -> None:
        """Go back to what was there before, in another `layout` or with another series if one was chosen."""
        before, planes = self._before, next((c for c in self._cells if _is_cut(c.series)), None)
        if before is None or planes is None:
            return
        self._moving = True
        self._enhancing.end()
        look = Look.of(planes)
        source, index = planes.series, self._source_index()
        self._before, self.point = None, None
        self._views.clear()
        for cell, left in zip(self._cells, before.cells, strict=True):
            cell.set_series(left.series)
        self._cells.set_layout(layout or before.layout)
        for cell, left in zip(self._cells, before.cells, strict=True):
            own = source is not None and left.series is not None and left.series == source.cut_from
            cell.take_index(index if own else left.index)
            cell.take_view(left.view)
            if own:
                look.give(cell)
        active = self._cells.all[before.active]
        if chosen is not None:
            active.set_series(chosen)
        self._cells.set_active(active if active in self._cells.placed else self._cells.all[0])
        self._cells.set_maximised(before.maximised and layout is None)
        self._moving = False
        if self._session.tool is Tool.CROSSHAIR:
            self._session.set_tool(Tool.WINDOW)
        self.changed.emit()

    def _forget(self) -> None:
        """Everything was closed."""
        self._enhancing.end()
        self._before, self.point = None, None
        self._views.clear()
        self._volumes.forget()
        if self._session.tool is Tool.CROSSHAIR:
            self._session.set_tool(Tool.WINDOW)
        self.changed.emit()

    def _source_index(self) -> int:
        """Return the slice of the source that the planes' point lies in."""
        volume = self._volumes.volume
        if volume is None or self.point is None:
            return 0
        axis = volume.acquired
        layer = volume.grid.nearest(self.point)[axis]
        return volume.grid.counts[axis] - 1 - layer if volume.flipped[axis] else layer

    # -- what the cells show ------------------------------------------------------------------

    def set_view(self, cell: CellState, view: View) -> None:
        """Cut the volume another way in one cell."""
        if not self.shown or view == self._views.get(cell.number):
            return
        before, look, zoom = self._views[cell.number], Look.of(cell), cell.view
        self._moving = True
        self._fill(cell, view)
        look.give(cell)
        if view.plane is before.plane:
            cell.take_view(zoom)
        self._moving = False
        self.changed.emit()

    def _fill(self, cell: CellState, view: View) -> None:
        volume = self._volumes.volume
        assert volume is not None
        self._views[cell.number] = view
        self._volumes.add_view(view)
        cell.set_series(plane_series(volume, view))
        self._follow(cell)

    def _follow(self, cell: CellState) -> None:
        """Bring a cell to the point."""
        volume, view = self._volumes.volume, self._views[cell.number]
        assert volume is not None
        assert self.point is not None
        layer = volume.grid.nearest(self.point)[view.plane.value]
        cell.take_index(layers(volume, view.plane).index(layer))

    # -- the point ----------------------------------------------------------------------------

    def go_to(self, point: Vector) -> None:
        """Let the planes meet in the voxel that is nearest to a point of the patient."""
        volume = self.volume
        if volume is None:
            return
        x, y, z = volume.grid.nearest(point)
        here = volume.grid.point((x, y, z))
        if self.point is not None and np.allclose(here, self.point):
            return
        self.point = here
        self._moving = True
        for cell in self._cells:
            self._follow(cell)
        self._moving = False
        self.changed.emit()

    def _on_index(self, cell: CellState, index: int) -> None:
        """Let the point follow a cell that was scrolled."""
        volume, view = self.volume, self.view_of(cell)
        if self._moving or volume is None or view is None or self.point is None:
            return
        at = list(volume.grid.nearest(self.point))
        at[view.plane.value] = layers(volume, view.plane)[index]
        self.go_to(volume.grid.point((at[0], at[1], at[2])))

    # -- ends ---------------------------------------------------------------------------------

    def _on_series(self, _cell: CellState, series: Series | None) -> None:
        """Another series was chosen for a cell, or everything was closed."""
        if self._moving or not self.shown or _is_cut(series):
            return
        if series is None:
            self._forget()
        else:
            self.leave(chosen=series)

    def _on_layout(self, layout: Layout) -> None:
        if not self._moving and self.shown and layout is not Layout.FOUR:
            self.leave(layout)


def _is_cut(series: Series | None) -> bool:
    return series is not None and series.cut_from is not None


def _views(volume: Volume) -> tuple[View, ...]:
    """Return what the four cells begin with: planes above and beside each other share an axis."""
    thickness = max(SLAB, 3 * volume.grid.spacing[Plane.AXIAL.value])
    slab = Slab(Projection.MAXIMUM, round(thickness, 1))
    return View(Plane.AXIAL), View(Plane.AXIAL, slab), View(Plane.CORONAL), View(Plane.SAGITTAL)


def _start(volume: Volume, index: int) -> Vector:
    """Return the middle of a slice of the source."""
    axis, counts = volume.acquired, volume.grid.counts
    at = [count // 2 for count in counts]
    at[axis] = counts[axis] - 1 - index if volume.flipped[axis] else index
    return volume.grid.point((at[0], at[1], at[2]))


def _build(volumes: Volumes, series: Series, report: Report, stop: Stop) -> Volume:
    start, total = time.perf_counter(), len(series.frames)
    return build(
        series,
        volumes.read,
        lambda done: report(Progress(done, total, time.perf_counter() - start)),
        stop,
    )
