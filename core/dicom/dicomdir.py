"""The files that a DICOMDIR lists (PS3.3 F.3), without following its links.

Records point at each other by offsets, and a bad file can make them point in circles. All records lie
in one sequence, so they are simply read from first to last. What they name must lie in the folder of
the DICOMDIR or below it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydicom import Dataset

from core.dicom.values import code, items

MEDIA_DIRECTORY = "1.2.840.10008.1.3.10"
"""SOP Class UID of a DICOMDIR."""


class Listed(NamedTuple):
    """What a DICOMDIR lists."""

    files: tuple[Path, ...]
    missing: int
    """Files it names that are not there."""
    outside: int
    """Files it names outside its folder; they are not touched."""


def listed(path: Path, header: Dataset) -> Listed:
    """Return the files that the DICOMDIR at `path` lists."""
    root = path.parent.resolve()
    found: dict[Path, None] = {}
    missing = outside = 0
    for parts in _references(header):
        if not _is_inside(root, parts):
            outside += 1
            continue
        file = _existing(path.parent, parts)
        if file is None:
            missing += 1
        elif file.resolve().is_relative_to(root):
            found[file] = None
        else:
            outside += 1
    return Listed(tuple(found), missing, outside)


def _references(header: Dataset) -> Iterator[tuple[str, ...]]:
    for record in items(header, "DirectoryRecordSequence"):
        parts = code(record, "ReferencedFileID")
        if parts and any(parts):
            yield parts


def _is_inside(root: Path, parts: tuple[str, ...]) -> bool:
    """Whether the names alone stay in the folder, on every system."""
    return all(part not in {"", ".", ".."} and not set(part) & set("/\\:\0") for part in parts)


def _existing(folder: Path, parts: tuple[str, ...]) -> Path | None:
    """Find a file by names whose case may have changed when the disc was copied."""
    for part in parts:
        candidates = (folder / part, folder / part.lower(), folder / part.upper())
        found = next((path for path in candidates if _exists(path)), None)
        if found is None:
            return None
        folder = found
    return folder if folder.is_file() else None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
