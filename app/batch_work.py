"""A batch in a thread of its own, beside everything else the window does."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from app.lane import Lane
from core.batch import Batch, Gate, discard
from core.dicom.study import Catalogue
from core.errors import ClearsliceError
from core.pipeline import Pipeline
from core.queue_file import Queue, queue_files
from core.stop import Stop


class BatchWork(QObject):
    """Runs one batch at a time; signals arrive in the GUI thread.

    Parameters
    ----------
    networks
        Those of the window: a network is loaded once.
    folder
        Where queues lie.
    """

    progressed = Signal(object)
    """BatchProgress"""
    finished = Signal(object)
    """Queue: all was tried."""
    failed = Signal(str)
    """A sentence: the batch itself could not go on; its queue is kept."""
    changed = Signal()
    """Runs, is paused, or has ended."""
    _reported = Signal(object)

    def __init__(self, pipeline: Pipeline, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipeline = pipeline
        self._folder = folder
        self._gate = Gate()
        self._file: Path | None = None
        self._giving_up = False
        self._lane = Lane("batch", self)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._lane.busyChanged.connect(self._on_busy)
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a batch runs or is paused."""
        return self._lane.busy

    @property
    def paused(self) -> bool:
        """Whether it waits to go on."""
        return self._gate.closed

    @property
    def holding(self) -> bool:
        """Whether it stands still: the slice that was at work when it was paused is finished."""
        return self._gate.holding

    def unfinished(self) -> tuple[Path, ...]:
        """Return the queues that wait to be resumed, the oldest first."""
        return tuple(file for file in queue_files(self._folder) if not (self.busy and file == self._file))

    def start(self, queue: Queue, file: Path, catalogue: Catalogue | None = None) -> None:
        """Work off `queue`, whose file is `file`; not while another one runs."""
        if self.busy:
            return
        self._file, self._giving_up = file, False
        self._gate.open()
        # A pipeline of its own, which keeps no results: memory must not grow with the number of slices.
        pipeline = Pipeline(self._pipeline.networks, cache_bytes=0)
        batch = Batch(queue, file, pipeline, self._reported.emit, self._gate)
        self._lane.submit(file, partial(_run, batch, catalogue))
        self.changed.emit()

    def pause(self) -> None:
        """Hold the work before its next frame."""
        self._gate.close()
        self.changed.emit()

    def go_on(self) -> None:
        """Let it go on."""
        self._gate.open()
        self.changed.emit()

    def give_up(self) -> None:
        """Stop, and remove what was written of series that are not whole."""
        self._giving_up = True
        self._lane.cancel()

    def close(self) -> None:
        """Stop and wait; the queue is kept, so that the batch can go on another time."""
        self._lane.close()

    def _on_done(self, _file: object, queue: Queue) -> None:
        self.finished.emit(queue)

    def _on_failed(self, _file: object, sentence: str) -> None:
        self.failed.emit(sentence)

    def _on_busy(self, busy: bool) -> None:
        if not busy and self._giving_up and self._file is not None and self._file.exists():
            try:
                discard(self._file)
            except ClearsliceError as error:
                self.failed.emit(str(error))
        self.changed.emit()


def _run(batch: Batch, catalogue: Catalogue | None, stop: Stop) -> Queue:
    return batch.run(stop, catalogue)
