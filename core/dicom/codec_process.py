"""A process of their own for decoders, which may crash or be killed there without harm.

Given JPEG streams with a few bytes changed, GDCM aborts or overruns its memory within some hundred
tries, CharLS can take many seconds, and the RLE decoder panics. In the process of the window any of
these would take the window along. A child has a limit on memory and a time for each frame; it stays for
the next one. It runs `core.dicom.codec_child` in a fresh interpreter and imports nothing of the program
that started it. A frozen application has no interpreter to run: it is started anew with the single
argument `DECODE_FRAMES`, and its main module then calls `core.dicom.codec_child.serve` and nothing else.
"""

import atexit
import contextlib
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

from core.dicom.codecs import Decoded, Job
from core.dicom.limits import BAD_STREAM
from core.errors import ClearsliceError
from core.frozen import DECODE_FRAMES

SECONDS = 30.0
"""For one frame of usual size, the start of a child included."""
_PIXELS_PER_SECOND = 1_000_000
_CHILDREN = max(1, min(4, os.cpu_count() or 1))
_ROOT = Path(__file__).resolve().parents[2]


class _Child:
    """A process that decodes."""

    def __init__(self) -> None:
        frozen = getattr(sys, "frozen", False)
        module = (DECODE_FRAMES,) if frozen else ("-P", "-m", "core.dicom.codec_child")
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, *module],
            bufsize=-1,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def ask(self, job: Job) -> Decoded | None:
        """Return the decoded frame, None if it cannot be decoded; the child may be dead afterwards."""
        seconds = SECONDS + job.form.rows * job.form.columns / _PIXELS_PER_SECOND
        watchdog = threading.Timer(seconds, self._process.kill)
        watchdog.start()
        try:
            return self._exchange(job)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            return None
        finally:
            watchdog.cancel()

    def _exchange(self, job: Job) -> Decoded | None:
        jobs, answers = self._process.stdin, self._process.stdout
        if jobs is None or answers is None:
            return None
        pickle.dump(job, jobs, pickle.HIGHEST_PROTOCOL)
        jobs.flush()
        answer = pickle.load(answers)
        return answer if isinstance(answer, Decoded) else None

    def end(self) -> None:
        """Kill the process, if it runs, and let go of it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


class _Children:
    """A few decoding processes, started when they are needed."""

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(_CHILDREN)
        self._idle: list[_Child] = []

    def decode(self, job: Job) -> Decoded:
        """Decode by an idle child."""
        with self._free:
            child = self._take()
            answer = child.ask(job)
            if child.is_alive:
                self._idle.append(child)
        if answer is None:
            raise ClearsliceError(BAD_STREAM)
        return answer

    def start_one(self) -> None:
        """Start a child if there is none, so that it is ready when the first frame comes."""
        if not self._idle and self._free.acquire(blocking=False):
            with contextlib.suppress(ClearsliceError):  # The first frame will say so.
                self._idle.append(self._take())
            self._free.release()

    def end(self) -> None:
        """End all idle children."""
        while self._idle:
            self._idle.pop().end()

    def _take(self) -> _Child:
        """Return an idle child that lives, or a new one."""
        with contextlib.suppress(IndexError):
            while True:
                child = self._idle.pop()
                if child.is_alive:
                    return child
                child.end()
        try:
            return _Child()
        except OSError as error:
            msg = "The decoder for compressed images could not be started; free some memory and try again."
            raise ClearsliceError(msg) from error


_children = _Children()
atexit.register(_children.end)


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
