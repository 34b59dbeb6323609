"""New folders for what is exported: nothing that is there is ever replaced."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from core.atomic import why_not_written
from core.errors import ClearsliceError


@contextmanager
def new_folder(parent: Path, name: str) -> Iterator[Path]:
    """Make the folder ``name-001``, ``name-002``, … in `parent`.

    It is removed again if it stays empty or, with all in it, on failure.

    Raises
    ------
    ClearsliceError
        If `parent` cannot be written to.
    """
    target = empty_folder(parent, name)
    try:
        yield target
    except BaseException:
        for path in target.iterdir():
            path.unlink(missing_ok=True)
        raise
    finally:
        with suppress(OSError):
            target.rmdir()


def empty_folder(parent: Path, name: str) -> Path:
    """Make and return the first of ``name-001``, ``name-002``, … in `parent` that is not there."""
    try:
        parent.mkdir(parents=True, exist_ok=True)
        return next(path for path in _numbered(parent, name) if _made(path))
    except OSError as error:
        raise ClearsliceError(why_not_written(error)) from error


def _numbered(parent: Path, name: str) -> Iterator[Path]:
    return (parent / f"{name}-{number:03d}" for number in count(1))


def _made(path: Path) -> bool:
    try:
        path.mkdir()
    except FileExistsError:
        return False
    return True
