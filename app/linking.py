"""Lets linked cells scroll, zoom, window and turn with the one that the user acts on."""

from functools import partial

from PySide6.QtCore import QObject

from app.alignment import (
    Anchor,
    Spot,
    following_index,
    following_view,
    following_window,
    lie_alike,
    windows_together,
)
from app.cell import CellState
from app.feed import Feed
from app.grid import Grid
from app.session import Session
from app.state import Link, ViewTransform
from core.dicom.study import Series
from core.frame import Frame


class Linking(QObject):
    """Follows every cell, and moves those that are linked with it; hidden cells of the layout follow too.

    A series that comes into a cell joins the others at its first picture: it goes to the place in the patient
    that they show, where that is known.
    """

    def __init__(self, session: Session, feed: Feed, grid: Grid) -> None:
        super().__init__(grid)
        self._cells = session.cells
        self._feed = feed
        self._fitting = grid.fitting
        self._anchors: dict[int, Anchor] = {}
        self._joining: set[int] = set()
        self._series: dict[int, str] = {}
        for cell in self._cells:
            cell.scrolled.connect(partial(self._scroll, cell))
            cell.zoomed.connect(partial(self._zoom, cell))
            cell.windowed.connect(partial(self._window, cell))
            cell.turned.connect(partial(self._turn, cell))
            cell.seriesChanged.connect(partial(self._on_series, cell))
            cell.linksChanged.connect(self._anchor)
            feed.feeds[cell.number].frameChanged.connect(partial(self._on_frame, cell))
        self._cells.linksChanged.connect(self._anchor)
        self._cells.layoutChanged.connect(self._anchor)
        self._cells.setApart.connect(self._anchor)

    # -- who follows --------------------------------------------------------------------------

    def _spot(self, cell: CellState) -> Spot | None:
        """Return where a cell is; None until a picture of its series has come."""
        series, frame = cell.series, self._feed.feeds[cell.number].frame
        if series is None or frame is None or cell.index >= len(series.frames):
            return None
        here = series.frames[cell.index].key == frame.key or any(r.key == frame.key for r in series.frames)
        return Spot(series, cell.index, frame) if here else None

    def _followers(self, leader: CellState, link: Link) -> list[CellState]:
        placed = self._cells.placed
        if leader not in placed or link not in self._cells.links or link not in leader.links:
            return []
        return [cell for cell in placed if cell is not leader and link in cell.links]

    # -- what they do -------------------------------------------------------------------------

    def _scroll(self, leader: CellState) -> None:
        self._joining.discard(leader.number)
        for cell in self._followers(leader, Link.SCROLL):
            self._follow_scroll(leader, cell)
        if not self._followers(leader, Link.SCROLL):
            self._anchor()

    def _follow_scroll(self, leader: CellState, cell: CellState) -> None:
        ours, theirs = self._spot(leader), self._spot(cell)
        if ours is None or theirs is None:
            return
        index = following_index(ours, theirs, (self._anchor_of(leader), self._anchor_of(cell)))
        if index is not None:
            cell.take_index(index)

    def _zoom(self, leader: CellState, before: ViewTransform | None) -> None:
        """Let others follow: when the image is only moved they keep their scale, when zoomed they take it."""
        before, now = before or self._fitting(leader), leader.view
        only_moved = before is not None and now is not None and before.scale == now.scale
        for cell in self._cells.placed:
            links = self._view_links(leader, cell)
            if only_moved:
                links.discard(Link.ZOOM)
            elif now is not None and Link.ZOOM not in links:
                continue
            self._follow_view(leader, cell, links)

    def _view_links(self, leader: CellState, cell: CellState) -> set[Link]:
        return {link for link in (Link.ZOOM, Link.PAN) if cell in self._followers(leader, link)}

    def _follow_view(self, leader: CellState, cell: CellState, links: set[Link]) -> None:
        """Magnify as the leader does, and show the same place in the middle; or one of both."""
        if leader.view is None and len(links) > 1:
            cell.take_view(None)
            return
        followed, now = self._following(leader, cell), cell.view or self._fitting(cell)
        if links and followed is not None and now is not None:
            scale = followed.scale if Link.ZOOM in links else now.scale
            center = followed.center if Link.PAN in links else now.center
            cell.take_view(ViewTransform(scale, center))

    def _following(self, leader: CellState, cell: CellState) -> ViewTransform | None:
        """Return the cell's view if it followed in all; None where a picture is missing."""
        ours, theirs = self._spot(leader), self._spot(cell)
        if ours is None or theirs is None:
            return None
        if leader.view is None:
            return self._fitting(cell)
        return following_view(ours.frame, leader.view, theirs.frame, same_space=ours.same_space(theirs))

    def _window(self, leader: CellState) -> None:
        ours = self._spot(leader)
        for cell in self._followers(leader, Link.WINDOW):
            theirs = self._spot(cell)
            if ours is not None and theirs is not None and windows_together(ours, theirs):
                cell.take_window(following_window(ours, leader.window, theirs))
                cell.take_inverted(leader.inverted)

    def _turn(self, leader: CellState) -> None:
        for cell in self._followers(leader, Link.TURN):
            self._follow_turn(leader, cell)

    def _follow_turn(self, leader: CellState, cell: CellState) -> None:
        ours, theirs = self._spot(leader), self._spot(cell)
        if ours is not None and theirs is not None and lie_alike(ours, theirs):
            cell.take_orientation(leader.orientation)

    # -- beginnings ---------------------------------------------------------------------------

    def _anchor(self) -> None:
        """Begin anew: from here on, stacks that share no space go equal distances."""
        self._anchors = {cell.number: _anchor(cell) for cell in self._cells}

    def _anchor_of(self, cell: CellState) -> Anchor:
        return self._anchors.get(cell.number) or _anchor(cell)

    def _on_series(self, cell: CellState, series: Series | None) -> None:
        """Let another series join; one that only grows has joined already."""
        self._anchor()
        key = series.key if series is not None else ""
        if key != self._series.get(cell.number, ""):
            self._series[cell.number] = key
            self._joining.add(cell.number)
            self._join_if_seen(cell)  # its picture was at hand, and came before this

    def _on_frame(self, cell: CellState, _frame: Frame | None) -> None:
        self._join_if_seen(cell)

    def _join_if_seen(self, cell: CellState) -> None:
        if cell.number not in self._joining or self._spot(cell) is None:
            return
        self._joining.discard(cell.number)
        self._join(cell)

    def _join(self, cell: CellState) -> None:
        """Go where the active cell is in the patient, or any other that can tell."""
        order = sorted(self._cells.placed, key=lambda other: other is not self._cells.active)
        for leader in order:
            ours, theirs = self._spot(leader), self._spot(cell)
            if leader is cell or ours is None or theirs is None or not ours.same_space(theirs):
                continue
            if cell in self._followers(leader, Link.SCROLL):
                self._follow_scroll(leader, cell)
            if leader.view is not None:
                self._follow_view(leader, cell, self._view_links(leader, cell))
            if cell in self._followers(leader, Link.TURN):
                self._follow_turn(leader, cell)
            self._anchor()
            return


def _anchor(cell: CellState) -> Anchor:
    frames = cell.series.frames if cell.series is not None else ()
    position = frames[cell.index].position if cell.index < len(frames) else None
    return Anchor(cell.index, position)
