"""A whole series enhanced and written as derived DICOM."""

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import numpy as np
from pydicom import Dataset
from pydicom.uid import generate_uid

from core.deidentify.deidentify import Deidentifier
from core.describe import describe
from core.dicom.decode import read_frame
from core.dicom.derive import NewSeries, SourceInstance, derive
from core.dicom.lossy import METHODS as LOSSY_METHODS
from core.dicom.lossy import Compression
from core.dicom.save import save
from core.dicom.scan import scan
from core.dicom.store import to_stored
from core.dicom.study import FrameRef, Series
from core.errors import ClearsliceError
from core.folders import new_folder
from core.frame import Frame, Stored
from core.pipeline import Enhanced, Pipeline
from core.recipe import Recipe
from core.stop import Stop


class Undecodable(ClearsliceError):
    """The pixels of an instance cannot be decoded."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an export is."""

    done: int
    """Frames finished."""
    total: int
    seconds: float
    """Time since the start."""

    @property
    def remaining(self) -> float | None:
        """Estimated seconds to go; `None` before the first frame is done."""
        return self.seconds / self.done * (self.total - self.done) if self.done else None


def export_series(  # noqa: PLR0917
    series: Series,
    pipeline: Pipeline,
    recipe: Recipe,
    folder: Path,
    report: Callable[[Progress], None] | None = None,
    stop: Stop | None = None,
    *,
    numbers_taken: Collection[int] = (),
    skipped: Callable[[FrameRef, ClearsliceError], None] | None = None,
    deidentifier: Deidentifier | None = None,
) -> tuple[Path, ...]:
    """Enhance every frame of `series` and write it as a new derived series.

    The files go to a new folder ``derived-001``, ``derived-002``, … inside `folder`: nothing that is there
    is ever replaced. A multi-frame instance stays one file. On failure or stop what was written is
    removed again.

    Parameters
    ----------
    numbers_taken
        Series Numbers in use in the study, so that the new one is unique. Those of earlier exports in
        `folder` are found here.
    skipped
        Called with each instance whose pixels cannot be decoded, and why; the rest is exported. Without
        it the export fails, as a gap that nobody is told of could mislead.
    deidentifier
        Takes out of the headers what identifies someone.

    Returns
    -------
    tuple of Path
        The files in the order of the stack; none if all were skipped.

    Raises
    ------
    ClearsliceError
        If the series cannot be enhanced, or the files cannot be written.
    Cancelled
        If `stop` was set.
    """
    check_exportable(series, recipe)
    made = new_series(series, folder, numbers_taken, deidentifier)
    job = Job(series, pipeline, recipe, made, report, stop or Stop(), skipped, deidentifier)
    with new_folder(folder, "derived") as target:
        return job.write(target)


def preview(series: Series, enhanced: Enhanced, numbers_taken: Collection[int] = ()) -> Dataset:
    """Return the data set that an export would write for the instance that `enhanced` is a frame of.

    Its new UIDs and times are examples. Pixels are in it only if the instance has no other frame.

    Raises
    ------
    ClearsliceError
        If the series cannot be exported.
    """
    check_exportable(series, enhanced.recipe)
    enhanced = enhanced.exported
    frame = enhanced.frame
    refs = next(refs for refs in instances(series) if refs[0].uid == frame.uid)
    free = _new_number(series.number, numbers_taken)
    made = NewSeries(generate_uid(prefix=None), free, datetime.now().astimezone())
    plane = to_stored(frame, enhanced.image)
    pixels = plane[None] if len(refs) == 1 else np.empty((len(refs), 0, 0), plane.dtype)
    numbers = [ref.number for ref in refs]
    return derive(_source(series, refs[0], frame), numbers, pixels, made, describe(enhanced))


def new_series(
    series: Series, folder: Path, numbers_taken: Collection[int], deidentifier: Deidentifier | None = None
) -> NewSeries:
    """Return the series that `series` becomes: its number is free in the study and in `folder`."""
    study = series.study.uid if deidentifier is None else deidentifier.uid(series.study.uid)
    free = _new_number(series.number, {*numbers_taken, *_numbers_exported(folder, study)})
    return NewSeries(generate_uid(prefix=None), free, datetime.now().astimezone())


def check_exportable(series: Series, recipe: Recipe) -> None:
    """Say in a `ClearsliceError` why `series` cannot be exported, if it cannot."""
    if not series.enhanceable:
        raise ClearsliceError(series.reason or "This series is not grey-scale, so it cannot be enhanced.")
    if not series.sop_class:
        msg = (
            "The files do not say what kind of DICOM image they are (SOP Class UID), so none can be derived."
        )
        raise ClearsliceError(msg)
    if not recipe.steps:
        msg = "Nothing was done to the images, so there is nothing to export; choose a method first."
        raise ClearsliceError(msg)


def _new_number(source: int | None, taken: Collection[int]) -> int:
    """Return the source's number plus the first 1000, 2000, … that is free, so that the two sort together."""
    return next(n for n in count((source or 0) + 1000, 1000) if n not in taken)


def _numbers_exported(folder: Path, study: str) -> set[int]:
    """Return the Series Numbers that earlier exports into `folder` gave to series of the study."""
    found = (min(earlier.glob("*.dcm"), default=None) for earlier in folder.glob("derived-*"))
    series = scan([path for path in found if path is not None]).series
    return {one.number for one in series if one.study.uid == study and one.number is not None}


def instances(series: Series) -> tuple[tuple[FrameRef, ...], ...]:
    """Return the frames of each instance in file order, the instances in the order of the stack."""
    refs: dict[str, list[FrameRef]] = {}
    for ref in series.frames:
        refs.setdefault(ref.uid, []).append(ref)
    return tuple(tuple(sorted(group, key=lambda ref: ref.number)) for group in refs.values())


def files(series: Series, folder: Path) -> Iterator[tuple[Path, tuple[FrameRef, ...]]]:
    """Yield the file in `folder` that each instance of `series` becomes, with the instance's frames."""
    for number, refs in enumerate(instances(series), 1):
        yield folder / f"{number:05d}.dcm", refs


@dataclass
class Job:
    """One run over a series."""

    series: Series
    pipeline: Pipeline
    recipe: Recipe
    made: NewSeries
    report: Callable[[Progress], None] | None = None
    stop: Stop = field(default_factory=Stop)
    skipped: Callable[[FrameRef, ClearsliceError], None] | None = None
    deidentifier: Deidentifier | None = None
    started: float = field(default_factory=time.perf_counter)
    done: int = 0

    def write(self, target: Path) -> tuple[Path, ...]:
        """Write each instance to `target`, except those that an earlier run has written there."""
        paths = []
        for path, refs in files(self.series, target):
            if path.exists():
                self._tell(self.done + len(refs))
            elif not self._write(refs, path):
                continue
            paths.append(path)
        return tuple(paths)

    def _write(self, refs: tuple[FrameRef, ...], path: Path) -> bool:
        try:
            save(self.derived(refs), path)
        except Undecodable as error:
            if self.skipped is None:
                raise
            self.skipped(refs[0], error)
            return False
        return True

    def derived(self, refs: tuple[FrameRef, ...]) -> Dataset:
        """Return the new instance made from the frames `refs` of one."""
        last, pixels = self._enhance(refs)
        source, made = _source(self.series, refs[0], last.frame), self.made
        if self.deidentifier is not None:
            moved = self.deidentifier.days(source.header)
            source = replace(
                source, header=self.deidentifier(source.header), uid=self.deidentifier.uid(source.uid)
            )
            made = replace(made, created=made.created + timedelta(days=moved or 0))
        dataset = derive(source, [ref.number for ref in refs], pixels, made, describe(last))
        if self.deidentifier is not None:
            self.deidentifier.finish(dataset)
        return dataset

    def _enhance(self, refs: tuple[FrameRef, ...]) -> tuple[Enhanced, Stored]:
        """Run the frames of one instance; the pixels are (frames, rows, columns)."""
        before = self.done
        try:
            planes = []
            for ref in refs:
                enhanced = self._run(ref).exported
                planes.append(to_stored(enhanced.frame, enhanced.image))
        except Undecodable:
            self._tell(before + len(refs))
            raise
        return enhanced, np.stack(planes)

    def _run(self, ref: FrameRef) -> Enhanced:
        self.stop.check()
        try:
            frame = read_frame(ref)
        except ClearsliceError as error:
            raise Undecodable(str(error)) from error
        enhanced = self.pipeline.run(frame, self.recipe, self.stop)
        self._tell(self.done + 1)
        return enhanced

    def _tell(self, done: int) -> None:
        self.done = done
        if self.report is not None:
            self.report(Progress(done, len(self.series.frames), time.perf_counter() - self.started))


def _source(series: Series, ref: FrameRef, frame: Frame) -> SourceInstance:
    sop_class = str(frame.header.get("SOPClassUID") or series.sop_class)
    compression = _compression(ref, frame)
    return SourceInstance(frame.header, ref.uid, sop_class, frame.format, compression, frame.overlays)


def _compression(ref: FrameRef, frame: Frame) -> Compression | None:
    """Return how the instance is compressed with loss; the ratio counts its header too."""
    method = LOSSY_METHODS.get(frame.header.file_meta.TransferSyntaxUID)
    if not frame.lossy or method is None or ref.source.member:
        return None
    frames = int(frame.header.get("NumberOfFrames") or 1)
    native = frames * frame.header.Rows * frame.header.Columns * -(-frame.format.bits_stored // 8)
    return Compression(method, native / ref.source.path.stat().st_size)
