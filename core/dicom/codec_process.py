"""A process of their own for decoders, which may crash or be killed there without harm.

Given JPEG streams with a few bytes changed, GDCM aborts or overruns its memory within some hundred
tries, CharLS can take many seconds, and the RLE decoder panics. In the process of the window any of
these would take the window along. The child has a limit on memory and a time for each frame; it stays
for the next one. It is started by `multiprocessing` with the spawn method: a frozen application calls
`multiprocessing.freeze_support()` first thing in its main module, and that is all it needs.
"""

import contextlib
import multiprocessing
import os
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from core.dicom.codecs import FAILS, Decoded, Job, decode
from core.dicom.limits import BAD_STREAM
from core.errors import ClearsliceError

MEMORY = 4 << 30
"""Bytes of address space that a child may use to decode, where the system can limit it."""
SECONDS = 30.0
"""For one frame of usual size, the start of a child included."""
_PIXELS_PER_SECOND = 1_000_000
_CHILDREN = max(1, min(4, os.cpu_count() or 1))


class _Child:
    """A process that decodes."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()

    def ask(self, job: Job) -> Decoded | None:
        """Return the decoded frame, None if the child died or took too long, and is gone now.

        Raises
        ------
        ClearsliceError
            If the child lives and cannot decode the frame.
        """
        seconds = SECONDS + job.form.rows * job.form.columns / _PIXELS_PER_SECOND
        try:
            self._pipe.send(job)
            answer = self._pipe.recv() if self._pipe.poll(seconds) else None
        except (EOFError, OSError):
            answer = None
        if answer is None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
        elif not isinstance(answer, Decoded):
            raise ClearsliceError(BAD_STREAM)
        return answer


class _Children:
    """A few decoding processes, started when they are needed."""

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(_CHILDREN)
        self._idle: list[_Child] = []

    def decode(self, job: Job) -> Decoded:
        with self._free:
            child = self._take()
            try:
                answer = child.ask(job)
            except ClearsliceError:
                self._idle.append(child)
                raise
            if answer is None:
                raise ClearsliceError(BAD_STREAM)
            self._idle.append(child)
            return answer

    def _take(self) -> _Child:
        """Return an idle child that lives, or a new one."""
        while self._idle:
            child = self._idle.pop()
            if child.is_alive:
                return child
        try:
            return _Child()
        except OSError as error:
            msg = "The decoder for compressed images could not be started; free some memory and try again."
            raise ClearsliceError(msg) from error

    def start_one(self) -> None:
        """Start a child if there is none, so that it is ready when the first frame comes."""
        if not self._idle and self._free.acquire(blocking=False):
            try:
                self._idle.append(self._take())
            finally:
                self._free.release()


_children = _Children()


def warm_up() -> None:
    """Start a child process in the background; the first compressed frame then comes at once."""
    _children.start_one()


def decode_apart(job: Job) -> Decoded:
    """Decode a frame in a child process.

    Raises
    ------
    ClearsliceError
        If no decoder can, or the one that tried crashed or needed too much time or memory.
    """
    return _children.decode(job)


def _serve(pipe: Connection) -> None:
    """Decode what comes through `pipe` until it closes; "" answers what cannot be decoded."""
    _limit()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            job = pipe.recv()
            try:
                answer: Decoded | str = decode(job)
            except FAILS:
                answer = ""
            pipe.send(answer)


def _limit() -> None:
    """Keep quiet, leave no core file, and take no more memory than allowed."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silence, stream)
    try:
        import resource
    except ImportError:  # Windows: the time limit alone holds.
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
