"""Finding DICOM images in files and folders (walking skeleton: plain files, one stack per series)."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pydicom
from pydicom import Dataset
from pydicom.errors import InvalidDicomError

from core.dicom.study import Catalogue, FrameRef, Kind, Patient, Series, Source, Study, Unreadable
from core.stop import Stop


def scan(
    paths: Sequence[Path], report: Callable[[Catalogue], None] | None = None, stop: Stop | None = None
) -> Catalogue:
    """Read the headers under `paths` and sort them into studies and stacks."""
    found: dict[str, list[tuple[Source, Dataset]]] = {}
    unreadable: list[Unreadable] = []
    for path in _files(paths):
        if stop is not None and stop.is_set():
            break
        source = Source(path)
        try:
            header = pydicom.dcmread(path, stop_before_pixels=True)
        except (InvalidDicomError, OSError):
            unreadable.append(Unreadable(source, "This is not a DICOM file."))
            continue
        found.setdefault(str(header.SeriesInstanceUID), []).append((source, header))
    catalogue = Catalogue(tuple(_series(v) for v in found.values()), tuple(unreadable), finished=True)
    if report is not None:
        report(catalogue)
    return catalogue


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]


def _series(items: list[tuple[Source, Dataset]]) -> Series:
    first = items[0][1]
    refs = [
        FrameRef(source, str(h.SOPInstanceUID), n + 1, _position(h))
        for source, h in items
        for n in range(int(h.get("NumberOfFrames", 1) or 1))
    ]
    refs.sort(key=lambda ref: (ref.position or 0.0, ref.number))
    patient = Patient(str(first.get("PatientName", "")), str(first.get("PatientID", "")))
    study = Study(str(first.StudyInstanceUID), patient, str(first.get("StudyDate", "")))
    return Series(
        key=str(first.SeriesInstanceUID),
        study=study,
        uid=str(first.SeriesInstanceUID),
        kind=Kind.GREY if first.get("SamplesPerPixel", 1) == 1 else Kind.COLOUR,
        modality=str(first.get("Modality", "")),
        description=str(first.get("SeriesDescription", "")),
        number=None,
        rows=int(first.get("Rows", 0)),
        columns=int(first.get("Columns", 0)),
        transfer_syntax=str(first.file_meta.TransferSyntaxUID),
        image_type=tuple(first.get("ImageType", ())),
        sop_class=str(first.SOPClassUID),
        frames=tuple(refs),
    )


def _position(header: Dataset) -> float | None:
    position = header.get("ImagePositionPatient")
    return float(position[2]) if position else None
