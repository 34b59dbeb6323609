"""Where measurements lie among what is open."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.measuring.measurements import FrameKey
from app.planes.volumes import Volumes
from app.session import Session
from core.dicom.decode import read_frame
from core.dicom.study import Catalogue, FrameRef, Series
from core.frame import Frame
from core.planes import View, cut


@dataclass(frozen=True, slots=True)
class Place:
    """A slice of an open series, or a plane that was cut from it."""

    series: Series
    index: int
    view: View | None = None
    """How the plane was cut; None for a slice."""


class Places:
    """Finds the slice of a frame among what is open, or the plane among those that were looked at."""

    def __init__(self, session: Session, volumes: Volumes) -> None:
        self._session, self._volumes = session, volumes
        self._catalogue: Catalogue | None = None
        self._found: dict[FrameKey, Place] = {}

    def of(self, key: FrameKey) -> Place | None:
        """Return the slice or plane with this frame; None if it is not open."""
        catalogue = self._session.catalogue
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self._found = {ref.key: Place(s, n) for s in catalogue.series for n, ref in _frames(s)}
        return self._found.get(key) or self._plane(key)

    def _plane(self, key: FrameKey) -> Place | None:
        known = self._volumes.cut_as(key[0])
        if known is None or not self._session.catalogue.series:
            return None
        series, view = known
        return Place(series, key[1] - 1, view)

    def read(self, place: Place) -> Frame | None:
        """Return the picture at `place`; None for a plane whose volume is held no more.

        Raises
        ------
        ClearsliceError
            If the file is gone or damaged.
        """
        if place.view is None:
            return read_frame(place.series.frames[place.index])
        volume = self._volumes.of(place.series)
        return None if volume is None else cut(volume, place.view, place.index + 1)


def _frames(series: Series) -> Iterator[tuple[int, FrameRef]]:
    return enumerate(series.frames) if series.showable else enumerate(())
