"""Chooses the words over a view, from what it shows."""

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QTransform

from app.compare import Cell, Pictures, Side
from app.language import tr
from app.letters import edge_letters
from app.overlay import ColourBar, Content, scale_bar
from app.ring import Ring
from app.state import Overlay
from app.texts import Corners, Label, LabelKind, Subject, corners, labels, pointer_text, turned_text
from core.frame import Frame


@dataclass(frozen=True, slots=True)
class Look:
    """How a view shows its cell."""

    cell: Cell
    area: QRectF
    """Of the view, in screen pixels."""
    scale: float
    """Screen pixels per image column."""
    device_scale: float
    """Device pixels per screen pixel."""
    side: Side
    """The picture under the pointer."""
    line: QLineF | None = None
    """Between two pictures."""
    lens: QPointF | None = None
    """Middle of the lens."""
    loupe: QPointF | None = None
    """Middle of the loupe."""
    to_image: QTransform = field(default_factory=QTransform)
    """From the view to image points."""
    crossing: QPointF | None = None
    """Where lines right across the view meet."""


LOUPE = 3
"""Times that the loupe magnifies."""


def missing(pictures: Pictures) -> Content:
    """Return why there is no picture."""
    series = pictures.cell.series
    if series is None:
        words = tr("Drop files, folders or a ZIP archive here")
        if pictures.session.catalogue.series:
            words = tr("Drag a series from the list to here")
        return Content(Corners(), message=words)
    place = tr("Slice {}/{}").format(pictures.cell.index + 1, len(series.frames))
    state = tr(pictures.feed.problem) or tr("Reading …")
    return Content(Corners(), message=f"{place}\n\n{state}")


def content(pictures: Pictures, look: Look) -> Content:
    """Return everything that is drawn over the picture."""
    frame, feed, state = pictures.feed.frame, pictures.feed, pictures.cell
    if frame is None or state.series is None:
        return missing(pictures)
    subject, cell, overlay = _subject(pictures, frame), look.cell, pictures.session.overlay
    plain = overlay is Overlay.NONE
    letters = None if plain else edge_letters(frame.geometry)
    shown = corners(subject, overlay, look.scale * look.device_scale, _pointer(pictures, subject, look.side))
    difference = cell.first is Side.DIFFERENCE and feed.enhanced is not None
    both = cell.second is not None and not cell.lens
    return Content(
        shown,
        labels_left=(*_cut(subject), *labels(subject, cell.first), *_turned(pictures)),
        labels_right=labels(subject, cell.second) if both and cell.second is not None else (),
        letters=letters if letters is None else state.orientation.letters(letters),
        scale_bar=None if plain else scale_bar(frame.geometry, look.scale, look.area.width()),
        colour_bar=ColourBar(pictures.difference_limit, subject.processed_units) if difference else None,
        line=look.line,
        rings=_rings(pictures, subject, look),
        crossing=look.crossing,
        marked=lambda box: pictures.marked(look.to_image.mapRect(box)),
    )


def _cut(subject: Subject) -> tuple[Label, ...]:
    """Say, once for both sides of a view, that the picture was cut from others and how."""
    return (Label(subject.series.cut_as, LabelKind.ORIGINAL),) if subject.series.cut_as else ()


def _turned(pictures: Pictures) -> tuple[Label, ...]:
    """Say what a glance at the letters may miss: a mirrored image has its sides swapped."""
    text = turned_text(pictures.cell.orientation)
    return (Label(text, LabelKind.WARNING),) if text else ()


def _rings(pictures: Pictures, subject: Subject, look: Look) -> tuple[Ring, ...]:
    radius = pictures.session.comparing.radius
    rings = []
    if look.lens is not None and look.cell.second is not None:
        rings.append(Ring(look.lens, radius, labels(subject, look.cell.second)))
    if look.loupe is not None:
        rings.append(Ring(look.loupe, radius, (Label(f"×{LOUPE}", LabelKind.ORIGINAL),)))
    return tuple(rings)


def _subject(pictures: Pictures, frame: Frame) -> Subject:
    session, cell, feed = pictures.session, pictures.cell, pictures.feed
    assert cell.series is not None
    return Subject(
        cell.series,
        frame,
        enhanced=feed.enhanced,
        rival=feed.rival.enhanced,
        pinned=cell.rival is not None,
        key_image=frame.key in session.key_images,
        mix=session.comparing.mix,
        compare=cell.compare,
        window=cell.window,
        inverted=cell.inverted,
        held=session.original_held,
        enhancing=cell.enabled,
    )


def _pointer(pictures: Pictures, subject: Subject, side: Side) -> str:
    point = pictures.pointer
    if point is None:
        return ""
    column, row = math.floor(point[0]), math.floor(point[1])
    if not (0 <= row < subject.frame.shape[0] and 0 <= column < subject.frame.shape[1]):
        return ""
    values = pictures.value(side, row, column), pictures.value(Side.ORIGINAL, row, column)
    return pointer_text(subject, side, (row, column), values)
