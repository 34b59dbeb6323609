"""What the measurements on a cell's slice say, computed away from the GUI thread."""

from collections.abc import Hashable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.lane import Lane
from app.measuring.measurements import Measurements
from core.frame import Frame, Image
from core.measurement import REGIONS, Figures, Measurement, figures
from core.pipeline import Enhanced
from core.stop import Stop


class Source(Protocol):
    """Where a slice and its enhanced version come from."""

    frameChanged: SignalInstance
    enhancedChanged: SignalInstance

    @property
    def frame(self) -> Frame | None:
        """The slice."""
        ...

    @property
    def enhanced(self) -> Enhanced | None:
        """Its enhanced version."""
        ...


class Numbers(QObject):
    """Figures of all measurements on the slice of now; while a region is dragged, they follow it."""

    changed = Signal()

    def __init__(self, measurements: Measurements, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measurements = measurements
        self.source = source
        self._found: dict[str, Figures] = {}
        self._lane = Lane("numbers", self)
        self._lane.done.connect(self._on_done)
        measurements.changed.connect(self.refresh)
        source.frameChanged.connect(self._on_frame)
        source.enhancedChanged.connect(self.refresh)

    def of(self, measurement: Measurement) -> Figures | None:
        """Return the figures of a measurement on the slice of now; None while they are not at hand."""
        frame = self.source.frame
        if frame is None or measurement.frame != frame.key:
            return None
        if measurement.kind in REGIONS:
            return self._found.get(measurement.uid)
        return figures(measurement, frame)

    @property
    def busy(self) -> bool:
        """Whether figures are on their way."""
        return self._lane.busy

    def close(self) -> None:
        """Stop and wait."""
        self._lane.close()

    def refresh(self) -> None:
        """Compute the figures of now."""
        frame, enhanced = self.source.frame, self.source.enhanced
        drawn = self._measurements.at(frame.key) if frame is not None else ()
        regions = tuple(item for item in drawn if item.region is not None)
        if frame is None or not regions:
            self._lane.cancel()
            self._take({})
        else:
            after = None if enhanced is None else enhanced.image
            self._lane.submit(frame.key, partial(_figures, regions, frame, after))

    def _on_frame(self) -> None:
        self._take({})
        self.refresh()

    def _on_done(self, key: Hashable, found: dict[str, Figures]) -> None:
        if self.source.frame is not None and self.source.frame.key == key:
            self._take(found)

    def _take(self, found: dict[str, Figures]) -> None:
        if found != self._found:
            self._found = found
            self.changed.emit()


def _figures(
    drawn: tuple[Measurement, ...], frame: Frame, after: Image | None, stop: Stop
) -> dict[str, Figures]:
    found = {}
    for item in drawn:
        stop.check()
        found[item.uid] = figures(item, frame, after)
    return found
