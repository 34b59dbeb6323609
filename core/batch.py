"""Many series enhanced one after another; what is finished stays finished."""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.atomic import TEMPORARY_PREFIX, why_not_written
from core.deidentify.deidentify import Deidentifier
from core.dicom.scan import scan
from core.dicom.study import Catalogue, FrameRef, Series
from core.errors import Cancelled, ClearsliceError
from core.export import Job, Progress, check_exportable, files, new_series
from core.file_lock import locked
from core.folders import empty_folder
from core.pipeline import Pipeline
from core.queue_file import Queue, State, Task
from core.recipe import Recipe
from core.stop import Stop

_GONE = "The images of this series are not where they were; check that their folder or disc is connected."
_RUNS = "This batch is running already, in another window or on the command line."


class Gate:
    """Lets work pass, or holds it."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self.holding = False
        """Whether work stands still before it."""

    @property
    def closed(self) -> bool:
        """Whether work is held."""
        return not self._open.is_set()

    def close(self) -> None:
        """Hold the work before its next frame."""
        self._open.clear()

    def open(self) -> None:
        """Let it go on."""
        self._open.set()

    def wait(self, stop: Stop) -> float:
        """Return as soon as the gate is open; the seconds that took. Raises `Cancelled` if `stop` is set."""
        start = time.perf_counter()
        self.holding = not self._open.is_set()
        try:
            while not self._open.wait(0.05):
                stop.check()
        finally:
            self.holding = False
        return time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch is."""

    queue: Queue
    task: int
    """Number of the task that runs, from 0."""
    done: int
    """Frames finished, of all tasks."""
    fresh: int
    """Those of them that this run has made."""
    seconds: float
    """Time since the start of this run, less pauses."""

    @property
    def total(self) -> int:
        """Frames of all tasks."""
        return self.queue.frames

    @property
    def remaining(self) -> float | None:
        """Estimated seconds to go; `None` before the first frame is made."""
        return self.seconds / self.fresh * (self.total - self.done) if self.fresh else None


def plan(
    catalogue: Catalogue,
    paths: Sequence[Path],
    output: Path,
    recipe: Recipe,
    *,
    titles: Callable[[Series], str],
    deidentifier: Deidentifier | None = None,
) -> Queue:
    """Return the queue of all series in `catalogue`, the scan of `paths`, that can be enhanced.

    Raises
    ------
    ClearsliceError
        If there is none, or `recipe` does nothing.
    """
    chosen = [series for series in catalogue.series if series.enhanceable and series.sop_class]
    if not chosen:
        msg = "There is no series here that can be enhanced."
        raise ClearsliceError(msg)
    check_exportable(chosen[0], recipe)
    tasks = tuple(Task(series.key, titles(series), len(series.frames)) for series in chosen)
    return Queue(tuple(path.absolute() for path in paths), output.absolute(), recipe, tasks, deidentifier)


@dataclass
class Batch:
    """A queue being worked off; its file follows each step."""

    queue: Queue
    file: Path
    pipeline: Pipeline
    report: Callable[[BatchProgress], None]
    gate: Gate = field(default_factory=Gate)
    _started: float = field(default_factory=time.perf_counter)
    _paused: float = 0.0
    _before: int = 0
    _fresh: int = 0

    def run(self, stop: Stop, catalogue: Catalogue | None = None) -> Queue:
        """Work off what waits and return the queue as it is then.

        A series that fails is marked so, and the next follows. What is written stays written, so that
        another run goes on there; once nothing waits, the queue's file is removed.

        Parameters
        ----------
        catalogue
            The scan of the queue's paths, if there is one.

        Raises
        ------
        ClearsliceError
            If the batch runs in another window or process already.
        Cancelled
            If `stop` was set.
        """
        self.queue.save(self.file)
        with locked(self.file.with_suffix(".lock")) as alone:
            if not alone:
                raise ClearsliceError(_RUNS)
            return self._work_off(stop, catalogue)

    def _work_off(self, stop: Stop, catalogue: Catalogue | None) -> Queue:
        catalogue = catalogue or scan(self.queue.paths, stop=stop)
        stop.check()
        series = {one.key: one for one in catalogue.series}
        self._before = sum(task.frames for task in self.queue.tasks if task.state is not State.WAITING)
        for number, task in enumerate(self.queue.tasks):
            if task.state is State.WAITING:
                self._keep(number, self._attempt(number, series.get(task.series), stop, catalogue))
                self._before += task.frames
        self.file.unlink(missing_ok=True)
        return self.queue

    def _attempt(self, number: int, series: Series | None, stop: Stop, catalogue: Catalogue) -> Task:
        task = self.queue.tasks[number]
        if series is None:
            return replace(task, state=State.FAILED, reason=_GONE)
        try:
            if not task.folder:
                task = self._begin(number, series, catalogue)
            return self._write(number, series, stop)
        except Cancelled:
            raise
        except ClearsliceError as error:
            task = self.queue.tasks[number]
            _remove(self.queue, task)
            return replace(task, state=State.FAILED, reason=str(error))

    def _begin(self, number: int, series: Series, catalogue: Catalogue) -> Task:
        """Choose place and identity of the result and note them before the first file is written."""
        queue, study = self.queue, series.study.uid
        taken = {s.number for s in catalogue.series if s.study.uid == study and s.number is not None}
        taken |= {task.number for task in queue.tasks}
        made = new_series(series, queue.output, taken, queue.deidentifier)
        task = queue.tasks[number].begun(empty_folder(queue.output, "derived").name, made)
        self._keep(number, task)
        return task

    def _write(self, number: int, series: Series, stop: Stop) -> Task:
        task, queue, left_out = self.queue.tasks[number], self.queue, list[FrameRef]()
        target = queue.output / task.folder
        _tidy(target)
        made = sum(len(refs) for path, refs in files(series, target) if path.exists())

        def tell(progress: Progress) -> None:
            self._paused += self.gate.wait(stop)
            self._tell(number, progress.done, made)

        def skip(ref: FrameRef, _error: ClearsliceError) -> None:
            left_out.append(ref)

        job = Job(series, self.pipeline, queue.recipe, task.made, tell, stop, skip, queue.deidentifier)
        paths = job.write(target)
        self._fresh += task.frames - made
        if not paths:
            _remove(queue, task)
        return replace(task, state=State.DONE if paths else State.FAILED, reason=_left_out(left_out))

    def _tell(self, number: int, done: int, made: int) -> None:
        fresh = self._fresh + max(0, done - made)
        seconds = time.perf_counter() - self._started - self._paused
        self.report(BatchProgress(self.queue, number, self._before + done, fresh, seconds))

    def _keep(self, number: int, task: Task) -> None:
        self.queue = self.queue.with_task(number, task)
        self.queue.save(self.file)


def _left_out(refs: Sequence[FrameRef]) -> str:
    if not refs:
        return ""
    images = "1 image" if len(refs) == 1 else f"{len(refs)} images"
    return f"{images} could not be read and were left out."


def discard(file: Path) -> None:
    """Give up an unfinished batch: remove its queue and the series that are not whole."""
    queue = Queue.load(file)
    for task in queue.tasks:
        if task.state is State.WAITING:
            _remove(queue, task)
    file.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Make `folder`, without what a killed run left half written in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for part in folder.glob(f"{TEMPORARY_PREFIX}*"):
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ClearsliceError(why_not_written(error)) from error


def _remove(queue: Queue, task: Task) -> None:
    """Remove what was written of a series, and its folder if nothing else is in it."""
    if not task.folder:
        return
    folder = queue.output / task.folder
    with suppress(OSError):
        for pattern in ("[0-9]*.dcm", f"{TEMPORARY_PREFIX}*"):
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)
        folder.rmdir()
