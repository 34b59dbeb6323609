"""Small pictures of the key images, made off the GUI thread one after another."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.key_images import Key
from app.lane import Lane
from app.panels.thumbnails import thumbnail
from core.dicom.decode import read_frame
from core.dicom.study import FrameRef
from core.stop import Stop


class KeyPictures(QObject):
    """Keeps the picture of each slice that it was asked for, until it is asked for others."""

    made = Signal(object, QImage)
    """(key of the slice, picture)"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: dict[Key, QImage] = {}
        self._wanted: dict[Key, FrameRef] = {}
        self._lane = Lane("pictures", self, stops_overtaken=False)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._next)

    def ask(self, refs: Iterable[FrameRef]) -> dict[Key, QImage]:
        """Return what there is of `refs`; the others are made, and nothing else is kept."""
        wanted = {ref.key: ref for ref in refs}
        self._made = {key: picture for key, picture in self._made.items() if key in wanted}
        self._wanted = {key: ref for key, ref in wanted.items() if key not in self._made}
        if not self._lane.busy:
            self._next()
        return self._made

    def close(self) -> None:
        """Stop and wait."""
        self._wanted.clear()
        self._lane.close()

    def _next(self) -> None:
        if self._wanted:
            key = next(iter(self._wanted))
            self._lane.submit(key, partial(_make, self._wanted.pop(key)))

    def _on_done(self, key: Key, picture: QImage) -> None:
        self._made[key] = picture
        self.made.emit(key, picture)
        self._next()


def _make(ref: FrameRef, _stop: Stop) -> QImage:
    return thumbnail(read_frame(ref))
