"""Copies of a series as it is, without what identifies someone."""

import io
import time
from collections.abc import Callable
from pathlib import Path

import pydicom
from pydicom import Dataset
from pydicom.errors import InvalidDicomError

from core.deidentify.deidentify import Deidentifier
from core.dicom.limits import DAMAGED, Budget
from core.dicom.opened import opened
from core.dicom.reencode import MALFORMED
from core.dicom.save import save
from core.dicom.sources import open_source
from core.dicom.study import FrameRef, Series, Source
from core.errors import ClearsliceError
from core.export import Progress, instances
from core.folders import new_folder
from core.stop import Stop

IN_PIXELS = (
    "Text or drawings are stored in unused bits of these pixels and cannot be taken out; "
    "export the enhanced series instead, which does not carry them."
)


def anonymise_series(  # noqa: PLR0917
    series: Series,
    folder: Path,
    deidentifier: Deidentifier,
    report: Callable[[Progress], None] | None = None,
    stop: Stop | None = None,
    skipped: Callable[[FrameRef, ClearsliceError], None] | None = None,
) -> tuple[Path, ...]:
    """Write a de-identified copy of each instance of `series`, its pixels and their compression as they are.

    The files go to a new folder ``anonymised-001``, … inside `folder`. On failure or stop what was written
    is removed again.

    Parameters
    ----------
    skipped
        Called with each instance that cannot be copied, and why; without it the export fails.

    Raises
    ------
    ClearsliceError
        If an image cannot be read, says that text is burned into it, or the files cannot be written.
    Cancelled
        If `stop` was set.
    """
    start, stop, paths = time.perf_counter(), stop or Stop(), []
    groups = instances(series)
    with new_folder(folder, "anonymised") as target:
        for number, refs in enumerate(groups, 1):
            stop.check()
            path = target / f"{number:05d}.dcm"
            try:
                _copy(refs[0].source, path, deidentifier)
            except ClearsliceError as error:
                if skipped is None:
                    raise
                skipped(refs[0], error)
            else:
                paths.append(path)
            if report is not None:
                report(Progress(number, len(groups), time.perf_counter() - start))
    return tuple(paths)


def _copy(source: Source, path: Path, deidentifier: Deidentifier) -> None:
    with opened(source) as (instance, _):  # refuses what is damaged or too large
        syntax = instance.syntax
    dataset = _read(source)
    if any(_in_high_bits(dataset, group) for group in range(0x6000, 0x6020, 2)):
        raise ClearsliceError(IN_PIXELS)
    save(deidentifier(dataset), path, syntax)


def _read(source: Source) -> Dataset:
    with open_source(source, Budget()) as data:
        content = io.BytesIO(data.read(0, data.size))
    try:
        return pydicom.dcmread(content, force=True)
    except (*MALFORMED, InvalidDicomError, EOFError, OSError) as error:
        raise ClearsliceError(DAMAGED) from error


def _in_high_bits(dataset: Dataset, group: int) -> bool:
    """Whether an overlay lies in the unused high bits of the pixels (PS3.3 C.9.2, retired form)."""
    return (group, 0x0010) in dataset and (group, 0x3000) not in dataset
