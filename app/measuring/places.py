"""Where measurements lie among what is open."""

from dataclasses import dataclass

from app.measuring.measurements import FrameKey
from core.dicom.study import Catalogue, FrameRef, Series


@dataclass(frozen=True, slots=True)
class Place:
    """A slice of an open series."""

    series: Series
    index: int

    @property
    def ref(self) -> FrameRef:
        """Where its pixels are."""
        return self.series.frames[self.index]


class Places:
    """Finds the slice of a frame; looks all of them up once for each catalogue."""

    def __init__(self) -> None:
        self._catalogue: Catalogue | None = None
        self._found: dict[FrameKey, Place] = {}

    def of(self, catalogue: Catalogue, key: FrameKey) -> Place | None:
        """Return the slice with this frame; None if it is not open."""
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self._found = {
                ref.key: Place(series, index)
                for series in catalogue.series
                if series.showable
                for index, ref in enumerate(series.frames)
            }
        return self._found.get(key)
