"""The program of a decoding process: ``python -m core.dicom.codec_child``.

Reads pickled jobs from its standard input, and writes what they decode to, or None, to its standard
output, until the input ends. Only its parent, `core.dicom.codec_process`, talks to it.
"""

import contextlib
import os
import pickle
from pathlib import Path

from core.dicom.codecs import FAILS, Decoded, decode

MEMORY = 4 << 30
"""Bytes of address space that decoding may take, where the system can limit it."""


def serve() -> None:
    """Decode until nothing more is asked for."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    _keep_quiet()
    _limit_memory()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            job = pickle.load(jobs)
            try:
                answer: Decoded | None = decode(job)
            except FAILS:
                answer = None
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _keep_quiet() -> None:
    """Let nothing that a decoder prints get between the answers, or to the screen."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)


def _limit_memory() -> None:
    """Take no more memory than allowed, and leave no core file."""
    try:
        import resource
    except ImportError:  # Windows: the parent's limit on time alone holds.
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))


if __name__ == "__main__":
    serve()
