"""Files that are there whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from core.errors import ClearsliceError

TEMPORARY_PREFIX = ".clearslice-"
"""Start of the name that a file has while it is written; a kill may leave one behind."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` when the block ends without error and all is on the disk.

    Raises
    ------
    ClearsliceError
        If the folder cannot be written to or the disk is full; then `path` is as it was.
    """
    temporary = path.with_name(f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise ClearsliceError(why_not_written(error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def why_not_written(error: OSError) -> str:
    """Return the sentence for the user when writing failed."""
    code = error.errno
    if code is None and isinstance(error.__cause__, OSError):  # pydicom wraps what the disk says
        code = error.__cause__.errno
    if code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "The disk is full, so the export was not finished; free some space or choose another folder."
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "The export folder cannot be written to; choose another folder."
    reason = os.strerror(code) if code is not None else "unknown reason"
    return f"The export could not be written ({reason}); choose another folder."


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
