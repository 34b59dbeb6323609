"""JPEG by GDCM in a process of its own, which may crash or be killed without harm.

pydicom's GDCM plugin refuses JPEG Extended with 12 bits, though GDCM decodes it bit-identically
to DCMTK. GDCM also has a history of aborts and overruns on damaged streams, so it gets a child
process with limits on memory and time. The child stays for the next frame. It is started by
`multiprocessing` with the spawn method: a frozen application has to call
`multiprocessing.freeze_support()` first thing in its main module, and that is all it needs.
"""

import contextlib
import multiprocessing
import os
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from core.errors import ClearsliceError

MEMORY = 3 << 30
"""Bytes of address space that the child may use, where the system can limit it."""
SECONDS = 30.0
"""Time for one frame, the start of the child included."""


@dataclass(frozen=True, slots=True)
class Job:
    """One compressed frame and what GDCM must know of it."""

    frame: bytes
    syntax: str
    rows: int
    columns: int
    samples: int
    allocated: int
    stored: int
    signed: bool
    photometric: str


class _Child:
    """The child process, started when first needed and again after it died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def decode(self, job: Job) -> bytes:
        with self._lock:
            pipe = self._connect()
            try:
                pipe.send(job)
                answer = pipe.recv() if pipe.poll(SECONDS) else None
            except (EOFError, OSError):
                answer = None
            if answer is None:
                self._end()
            if not answer:
                msg = "The compressed image is damaged, so it cannot be read."
                raise ClearsliceError(msg)
            return bytes(answer)

    def _connect(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


_child = _Child()


def decode(job: Job) -> bytes:
    """Return the uncompressed frame, colour by pixel.

    Raises
    ------
    ClearsliceError
        If GDCM cannot decode it, crashes, or needs too much time or memory.
    """
    return _child.decode(job)


def _serve(pipe: Connection) -> None:
    """Decode what comes through `pipe` until it closes; b"" answers what cannot be decoded."""
    _limit()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            pipe.send(_decode(pipe.recv()))


def _limit() -> None:
    """Keep quiet, leave no core file, and do not take more memory than allowed."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silence, stream)
    try:
        import resource
    except ImportError:  # Windows: the time limit alone holds.
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for limit in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (MEMORY, MEMORY))


def _decode(job: Job) -> bytes:
    import gdcm

    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(job.frame)
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetValue(fragments.__ref__())
    image = gdcm.Image()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((job.columns, job.rows, 1))
    image.SetDataElement(element)
    kind = gdcm.PhotometricInterpretation.GetPIType(job.photometric)
    image.SetPhotometricInterpretation(gdcm.PhotometricInterpretation(kind))
    image.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.GetTSType(job.syntax)))
    form = (job.samples, job.allocated, job.stored, job.stored - 1, int(job.signed))
    image.SetPixelFormat(gdcm.PixelFormat(*form))
    try:
        # GDCM hands its bytes out as a str.
        return bytes(image.GetBuffer().encode("utf-8", "surrogateescape"))
    except (RuntimeError, ValueError, MemoryError, UnicodeError, AttributeError):
        return b""
