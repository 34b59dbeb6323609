"""A whole series enhanced and written as derived DICOM."""

import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

import numpy as np
from pydicom.uid import generate_uid

from core.atomic import why_not_written
from core.dicom.decode import read_frame
from core.dicom.derive import NewSeries, SourceInstance, derive
from core.dicom.lossy import METHODS as LOSSY_METHODS
from core.dicom.lossy import Compression
from core.dicom.provenance import SCHEME, Code, Derivation, Record
from core.dicom.save import save
from core.dicom.store import to_stored
from core.dicom.study import FrameRef, Series
from core.enhance.cnn import Cnn
from core.enhance.registry import METHODS
from core.errors import ClearsliceError
from core.frame import Frame, Stored
from core.pipeline import Enhanced, Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop

_SMOOTHING = Code("113087", "DCM", "Smoothing")
_NEAREST_CODE = {
    "cnn": _SMOOTHING,
    "gaussian": Code("113088", "DCM", "Gaussian blur"),
    "median": _SMOOTHING,
    "bilateral": _SMOOTHING,
    "nlm": _SMOOTHING,
    "tv": _SMOOTHING,
    "wavelet": _SMOOTHING,
    "unsharp": Code("113089", "DCM", "Unsharp mask"),
}
"""The concept of CID 7203 nearest to a method; it has none for contrast or for neural networks."""


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
) -> tuple[Path, ...]:
    """Enhance every frame of `series` and write it as a new derived series.

    The files go to a new folder ``derived-001``, ``derived-002``, … inside `folder`: nothing that is there
    is ever replaced. A multi-frame instance stays one file. On failure or stop what was written is
    removed again.

    Parameters
    ----------
    numbers_taken
        Series Numbers in use in the study, so that the new one is unique.

    Returns
    -------
    tuple of Path
        The files in the order of the stack.

    Raises
    ------
    ClearsliceError
        If the series cannot be enhanced, or the files cannot be written.
    Cancelled
        If `stop` was set.
    """
    _check(series, recipe)
    stop = stop or Stop()
    made = NewSeries(
        generate_uid(prefix=None), _new_number(series.number, numbers_taken), datetime.now().astimezone()
    )
    tell = _teller(len(series.frames), report)

    def run(ref: FrameRef) -> Enhanced:
        stop.check()
        enhanced = pipeline.run(read_frame(ref), recipe, stop)
        tell()
        return enhanced

    with _new_folder(folder) as target:
        paths = []
        for number, refs in enumerate(_instances(series), 1):
            source, pixels, derivation = _enhance(series, refs, run)
            path = target / f"{number:05d}.dcm"
            save(derive(source, [ref.number for ref in refs], pixels, made, derivation), path)
            paths.append(path)
    return tuple(paths)


def _check(series: Series, recipe: Recipe) -> None:
    if not series.enhanceable:
        raise ClearsliceError(series.reason or "This series is not grey-scale, so it cannot be enhanced.")
    if not recipe.steps:
        msg = "Nothing was done to the images, so there is nothing to export; choose a method first."
        raise ClearsliceError(msg)


def _new_number(source: int | None, taken: Collection[int]) -> int:
    """Return the source's number plus the first 1000, 2000, … that is free, so that the two sort together."""
    return next(n for n in count((source or 0) + 1000, 1000) if n not in taken)


def _teller(total: int, report: Callable[[Progress], None] | None) -> Callable[[], None]:
    """Return what to call after each frame."""
    start, done = time.perf_counter(), count(1)

    def tell() -> None:
        progress = Progress(next(done), total, time.perf_counter() - start)
        if report is not None:
            report(progress)

    return tell


@contextmanager
def _new_folder(parent: Path) -> Iterator[Path]:
    """Make a new numbered folder in `parent`, and remove it with all that is in it if the block fails."""
    try:
        parent.mkdir(parents=True, exist_ok=True)
        target = next(path for path in _numbered(parent) if _made(path))
    except OSError as error:
        raise ClearsliceError(why_not_written(error)) from error
    try:
        yield target
    except BaseException:
        for path in target.iterdir():
            path.unlink(missing_ok=True)
        with suppress(OSError):
            target.rmdir()
        raise


def _numbered(parent: Path) -> Iterator[Path]:
    return (parent / f"derived-{number:03d}" for number in count(1))


def _made(path: Path) -> bool:
    try:
        path.mkdir()
    except FileExistsError:
        return False
    return True


def _instances(series: Series) -> tuple[tuple[FrameRef, ...], ...]:
    """Return the frames of each instance in file order, the instances in the order of the stack."""
    refs: dict[str, list[FrameRef]] = {}
    for ref in series.frames:
        refs.setdefault(ref.uid, []).append(ref)
    return tuple(tuple(sorted(group, key=lambda ref: ref.number)) for group in refs.values())


def _enhance(
    series: Series, refs: tuple[FrameRef, ...], run: Callable[[FrameRef], Enhanced]
) -> tuple[SourceInstance, Stored, Derivation]:
    """Run the frames of one instance; the pixels are (frames, rows, columns)."""
    planes = []
    for ref in refs:
        enhanced = run(ref)
        planes.append(to_stored(enhanced.frame, enhanced.image))
    return _source(series, refs[0], enhanced.frame), np.stack(planes), describe(enhanced)


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
    native = frames * frame.stored.size * -(-frame.format.bits_stored // 8)
    return Compression(method, native / ref.source.path.stat().st_size)


def describe(enhanced: Enhanced) -> Derivation:
    """Return what was done to a frame, as its derived image says it."""
    steps = enhanced.recipe.steps
    nearest = [_NEAREST_CODE[step.method] for step in steps if step.method in _NEAREST_CODE]
    own = [Code(step.method.upper()[:16], SCHEME, METHODS[step.method].label[:64]) for step in steps]
    names = "+".join(step.method for step in steps)
    record = Record(_resolved(enhanced), enhanced.model, enhanced.model_digest, enhanced.device)
    return Derivation(
        "; ".join(_phrase(step, enhanced) for step in steps),
        tuple(dict.fromkeys([*nearest, *own])),
        f"[Clearslice {names} {enhanced.recipe.strength:.0%}]"[-48:],
        enhanced.keeps_units,
        record,
    )


def _resolved(enhanced: Enhanced) -> Recipe:
    """Return the recipe with the name of the network that ran in place of "auto"."""
    return Recipe(
        tuple(
            step.with_parameter("model", enhanced.model) if step.method == Cnn.name else step
            for step in enhanced.recipe.steps
        )
    )


def _phrase(step: Step, enhanced: Enhanced) -> str:
    by = f" by {enhanced.model} (sha256 {enhanced.model_digest[:16]})" if step.method == Cnn.name else ""
    values = "".join(f", {name} {value}" for name, value in step.parameters if name != "model")
    text = f"{METHODS[step.method].label}{by}, strength {step.strength:.0%}{values}"
    return text.encode("ascii", "replace").decode()
