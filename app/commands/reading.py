"""Finding what the command line's paths name."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from app.commands.output import complain
from core.dicom.scan import scan
from core.dicom.study import Catalogue, Kind, Series


def read(paths: Sequence[Path]) -> tuple[Catalogue, bool]:
    """Return what `paths` hold and whether every file could be read; complains about each that could not."""
    catalogue = scan(paths)
    for bad in catalogue.unreadable:
        complain(bad.reason, bad.source.path / bad.source.member)
    return catalogue, not catalogue.unreadable


def images(catalogue: Catalogue) -> tuple[Series, ...]:
    """Return the grey-scale series."""
    return tuple(series for series in catalogue.series if series.kind is Kind.GREY and series.frames)


def outside(paths: Iterable[Path], files: Iterable[Path]) -> tuple[Path, ...]:
    """Return those of `paths` that neither are nor hold one of `files`."""
    known = {path.resolve() for path in files}
    roots = known | {parent for path in known for parent in path.parents}
    return tuple(path for path in paths if path.resolve() not in roots)


def nothing_in(paths: Sequence[Path], catalogue: Catalogue) -> tuple[Path, ...]:
    """Return those of `paths` without any image or unreadable file; complains about each."""
    empty = outside(searched(paths, catalogue), _told(catalogue))
    for path in empty:
        complain("There are no images here.", path)
    return empty


def searched(paths: Sequence[Path], catalogue: Catalogue) -> tuple[Path, ...]:
    """Return `paths`, but for a DICOMDIR, which holds no image itself, the folder whose files it lists."""
    told = {path.resolve() for path in _told(catalogue)}
    lists = {path for path in paths if path.is_file() and path.resolve() not in told}
    return tuple(path.parent if path in lists else path for path in paths)


def _told(catalogue: Catalogue) -> tuple[Path, ...]:
    """Return all files that the catalogue says something about."""
    return (*(bad.source.path for bad in catalogue.unreadable), *files_of(catalogue.series))


def files_of(series: Iterable[Series]) -> tuple[Path, ...]:
    """Return the files that hold `series`."""
    return tuple(dict.fromkeys(ref.source.path for one in series for ref in one.frames))


def title(series: Series) -> str:
    """Return the words for a series that name no patient."""
    number = "" if series.number is None else f" {series.number}"
    frames = "1 frame" if len(series.frames) == 1 else f"{len(series.frames)} frames"
    return f"Series{number} ({series.modality or 'no modality'}, {frames})"
