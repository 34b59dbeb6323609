"""Key images into DICOM files, and out of those that come with a study."""

from collections.abc import Hashable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.jobs import Report
from app.key_images import Key
from app.key_images_export import free_path
from app.lane import Lane
from app.language import tr
from app.session import Session
from core.dicom.kinds import KEY_OBJECTS
from core.dicom.save import save
from core.dicom.study import Catalogue, FrameRef, Source
from core.errors import ClearsliceError
from core.stop import Stop

Selections = Sequence[tuple[Sequence[FrameRef], int]]
"""For each study its key images, and a Series Number that none of its series has."""


class KeyObjects(QObject):
    """Reads each key object selection that a scan finds, once, and marks what it selects."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read: set[Source] = set()
        self._lane = Lane("selections", self)
        self._lane.done.connect(self._on_done)
        session.catalogueChanged.connect(self._look)

    def close(self) -> None:
        """Stop and wait."""
        self._lane.close()

    def _look(self) -> None:
        series = self._session.catalogue.series
        if not series:
            self._read.clear()
        sources = (ref.source for one in series if one.sop_class in KEY_OBJECTS for ref in one.frames)
        new = tuple(source for source in sources if source not in self._read)
        if new and not self._lane.busy:
            self._lane.submit(new, partial(_keys, new))

    def _on_done(self, sources: Hashable, found: Sequence[Key]) -> None:
        assert isinstance(sources, tuple)
        self._read.update(sources)
        count = self._session.key_images.adopt(found)
        if count == 1:
            self._session.message(tr("1 key image came with the study."))
        elif count:
            self._session.message(tr("{} key images came with the study.").format(count))
        self._look()


def _keys(sources: Sequence[Source], stop: Stop) -> Sequence[Key]:
    """Read what can be read: a damaged document must not hide the others."""
    from core.dicom.key_objects import read_key_objects  # a fifth of a second, and few studies have one

    found: list[Key] = []
    for source in sources:
        stop.check()
        try:
            found += read_key_objects(source, stop)
        except ClearsliceError:
            continue
    return found


def selections(session: Session) -> Selections:
    """Return the key images of slices that lie in files; planes cut from a volume lie in none."""
    catalogue, of = session.catalogue, dict[str, list[FrameRef]]()
    for series, index in session.key_images.everywhere(catalogue):
        if series.cut_from is None:
            of.setdefault(series.study.uid, []).append(series.frames[index])
    return [(refs, _free_number(catalogue, study)) for study, refs in of.items()]


def _free_number(catalogue: Catalogue, study: str) -> int:
    return 1 + max((one.number or 0 for one in catalogue.series if one.study.uid == study), default=0)


def write_key_objects(chosen: Selections, folder: Path, _report: Report, stop: Stop) -> int:
    """Write a document for each study into `folder`, and return how many.

    Raises
    ------
    ClearsliceError
        If an image lacks the identifiers that a document refers to, or a file cannot be written.
    """
    from core.dicom.key_objects import header_of, key_object_selection  # as above

    for refs, number in chosen:
        stop.check()
        headers = {source: header_of(source) for source in dict.fromkeys(ref.source for ref in refs)}
        document = key_object_selection({ref.key: headers[ref.source] for ref in refs}, number)
        save(document, free_path(folder, "key-images", ".dcm"))
    return len(chosen)


def said(count: int) -> str:
    """Return what the user is told once they are written."""
    if count == 1:
        return tr("The key images were saved as 1 DICOM file; opened with the study it marks them again.")
    return tr("The key images were saved as {} DICOM files, one for each study.").format(count)
