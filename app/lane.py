"""Work off the GUI thread, one job at a time, the latest request winning."""

import logging
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.language import mark
from core.errors import Cancelled, ClearsliceError
from core.stop import Stop

DEFECT = mark("Something went wrong inside Clearslice; the log says what.")

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class _Job:
    subject: Hashable
    work: Callable[[Stop], Any]
    stop: Stop = field(default_factory=Stop)


class Lane(QObject):
    """Runs one job, keeps at most one waiting.

    A newer request replaces the waiting one and lets the running one finish, so that a
    dragged slider shows results all the time; a request for another subject (another
    frame) stops the running one.

    Parameters
    ----------
    name
        Of the thread.
    stops_overtaken
        Whether a request for another subject stops the running job; if not, its result
        is delivered too.
    pool
        Threads that are shared with other lanes; the lane does not end them. None for a thread of its own.
    """

    done = Signal(object, object)
    """(subject, result)"""
    failed = Signal(object, str)
    """(subject, sentence for the user)"""
    busyChanged = Signal(bool)
    _finished = Signal(object, object)

    def __init__(
        self,
        name: str,
        parent: QObject | None = None,
        *,
        stops_overtaken: bool = True,
        pool: ThreadPoolExecutor | None = None,
    ) -> None:
        super().__init__(parent)
        self._stops_overtaken = stops_overtaken
        self._shared = pool is not None
        self._pool = pool or ThreadPoolExecutor(1, thread_name_prefix=name)
        self._running: _Job | None = None
        self._waiting: _Job | None = None
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None

    @property
    def subject(self) -> Hashable:
        """Subject of the running job; None if none runs or it was told to stop."""
        if self._running is None or self._running.stop.is_set():
            return None
        return self._running.subject

    def submit(self, subject: Hashable, work: Callable[[Stop], Any]) -> None:
        """Run ``work(stop)`` in the lane's thread as soon as it is free."""
        if self._closed:
            return
        self._waiting = _Job(subject, work)
        if self._running is None:
            self._start()
            self.busyChanged.emit(True)
        elif self._stops_overtaken and self._running.subject != subject:
            self._running.stop.set()

    def forget(self) -> None:
        """Drop the waiting job; the running one goes on."""
        self._waiting = None

    def cancel(self) -> None:
        """Stop the running job and forget the waiting one."""
        self._waiting = None
        if self._running is not None:
            self._running.stop.set()

    def close(self) -> None:
        """Stop and wait for a thread of its own to end; what is submitted later is not done."""
        self._closed = True
        self.cancel()
        if not self._shared:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        job, self._waiting = self._waiting, None
        assert job is not None
        self._running = job
        future = self._pool.submit(job.work, job.stop)
        future.add_done_callback(lambda f: self._finished.emit(job, f))

    def _on_finished(self, job: _Job, future: "Future[Any]") -> None:
        self._running = None
        if self._closed:
            return
        if self._waiting is not None:
            self._start()
        else:
            self.busyChanged.emit(False)
        self._deliver(job, future)

    def _deliver(self, job: _Job, future: "Future[Any]") -> None:
        error = future.exception()
        if error is None:
            if not job.stop.is_set():
                self.done.emit(job.subject, future.result())
        elif isinstance(error, Cancelled):
            return
        elif isinstance(error, ClearsliceError):
            self.failed.emit(job.subject, str(error))
        else:
            log.error("defect in background work", exc_info=error)
            self.failed.emit(job.subject, DEFECT)
