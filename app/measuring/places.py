"""Where measurements lie among what is open."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.measuring.measurements import FrameKey
from app.session import Session
from core.dicom.study import Catalogue, FrameRef, Series


@dataclass(frozen=True, slots=True)
class Place:
    """A slice of an open series."""

    series: Series
    index: int

    @property
    def cut(self) -> bool:
        """Whether it is a plane cut from a volume, which lies in no file."""
        return self.series.cut_from is not None

    @property
    def ref(self) -> FrameRef:
        """Where its pixels are."""
        return self.series.frames[self.index]


class Places:
    """Finds the slice of a frame among what is open and the planes that the cells show."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._catalogue: Catalogue | None = None
        self._found: dict[FrameKey, Place] = {}

    def of(self, key: FrameKey) -> Place | None:
        """Return the slice with this frame; None if it is not open."""
        catalogue = self._session.catalogue
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self._found = {ref.key: Place(s, n) for s in catalogue.series for n, ref in _frames(s)}
        return self._found.get(key) or next(self._cut(key), None)

    def _cut(self, key: FrameKey) -> Iterator[Place]:
        for cell in self._session.cells:
            if cell.series is not None and cell.series.cut_from is not None:
                yield from (Place(cell.series, n) for n, ref in _frames(cell.series) if ref.key == key)


def _frames(series: Series) -> Iterator[tuple[int, FrameRef]]:
    return enumerate(series.frames) if series.showable else enumerate(())
