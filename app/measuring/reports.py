"""Measurements that come with a study, in structured reports."""

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import QObject

from app.lane import Lane
from app.language import tr
from app.session import Session
from core.dicom.kinds import REPORTS
from core.dicom.study import Source
from core.errors import ClearsliceError
from core.measurement import Measurement, Spatial
from core.stop import Stop


class Reports(QObject):
    """Reads each report that a scan finds, once, and hands its measurements to the session."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read: set[Source] = set()
        self._lane = Lane("reports", self)
        self._lane.done.connect(self._on_done)
        session.catalogueChanged.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether reports are read."""
        return self._lane.busy

    def close(self) -> None:
        """Stop and wait."""
        self._lane.close()

    def _look(self) -> None:
        catalogue = self._session.catalogue
        if not catalogue.series:
            self._read.clear()
        sources = (
            ref.source for series in catalogue.series if series.sop_class in REPORTS for ref in series.frames
        )
        new = tuple(source for source in sources if source not in self._read)
        if new and not self._lane.busy:
            self._lane.submit(new, partial(_measurements, new))

    def _on_done(self, sources: Hashable, found: tuple[Measurement | Spatial, ...]) -> None:
        assert isinstance(sources, tuple)
        self._read.update(sources)
        flat = tuple(item for item in found if isinstance(item, Measurement))
        spatial = tuple(item for item in found if isinstance(item, Spatial))
        self._session.measurements.adopt(flat)
        self._session.measurements.wait(spatial)
        sentences = (_said(len(flat)), waiting_words(len(spatial)))
        if found:
            self._session.message(" ".join(sentence for sentence in sentences if sentence))
        self._look()


def waiting_words(count: int) -> str:
    """Return how many measurements can be seen on planes alone; "" for none."""
    words = tr("Measurements on planes of a volume: {}. The planes (Ctrl+5) show them.")
    return words.format(count) if count else ""


def _said(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return tr("1 measurement came with the study; it is in the Measure panel.")
    return tr("{} measurements came with the study; they are in the Measure panel.").format(count)


def _measurements(sources: tuple[Source, ...], stop: Stop) -> tuple[Measurement | Spatial, ...]:
    """Read what can be read: a damaged report must not hide the others."""
    from core.dicom.reported import read_report  # a fifth of a second, and few studies hold reports

    found: list[Measurement | Spatial] = []
    for source in sources:
        stop.check()
        try:
            found += read_report(source, stop)
        except ClearsliceError:
            continue
    return tuple(found)
