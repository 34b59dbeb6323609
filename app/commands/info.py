"""`clearslice info`: what is in files and folders."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.commands.output import print_json, table
from app.commands.reading import nothing_in, read
from core.dicom.study import Catalogue, Series


def info(paths: Sequence[Path], as_json: bool) -> int:
    """List studies, series and files that cannot be read; return the exit code."""
    catalogue, complete = read(paths)
    empty = nothing_in(paths, catalogue)
    if as_json:
        print_json(summary(catalogue))
    else:
        print(table([_HEAD, *map(_row, catalogue.series)]))
    return 0 if complete and not empty else 1


def summary(catalogue: Catalogue) -> Mapping[str, object]:
    """Return what the JSON says."""
    studies = dict.fromkeys(series.study.uid for series in catalogue.series)
    return {
        "studies": [
            {"study_uid": uid, "series": [_entry(s) for s in catalogue.series if s.study.uid == uid]}
            for uid in studies
        ],
        "unreadable": [
            {"path": str(bad.source.path / bad.source.member), "reason": bad.reason}
            for bad in catalogue.unreadable
        ],
    }


def _entry(series: Series) -> Mapping[str, object]:
    return {
        "series_uid": series.uid,
        "modality": series.modality,
        "description": series.description,
        "rows": series.rows,
        "columns": series.columns,
        "frames": len(series.frames),
        "transfer_syntax": series.transfer_syntax,
        "enhanceable": series.enhanceable,
        "reason": series.reason,
    }


_HEAD = ("SERIES", "MODALITY", "SIZE", "FRAMES", "DESCRIPTION", "REMARK")


def _row(series: Series) -> tuple[str, ...]:
    number = "" if series.number is None else str(series.number)
    size = f"{series.columns}×{series.rows}"
    return (
        number,
        series.modality,
        size,
        str(len(series.frames)),
        series.description,
        series.reason or " ".join(series.notes),
    )
