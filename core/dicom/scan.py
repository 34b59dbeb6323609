"""Finding DICOM images in files, folders, DICOMDIRs and ZIP archives.

What a file is follows from its content, never from its name. A file that looks like DICOM and cannot
be used is listed with the reason. A file that is something else is listed if the user chose it himself
or its name claims that it is DICOM; in a folder or an archive it is passed over and only counted,
since studies are full of viewers, pictures and text files. ZIP archives inside folders are opened;
an archive inside an archive is listed as one to be unpacked first.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from core.dicom.codec_process import warm_up
from core.dicom.dicomdir import MEDIA_DIRECTORY, listed
from core.dicom.guard import NATIVE
from core.dicom.instance import Instance, read_instance
from core.dicom.layout import NotDicom
from core.dicom.limits import Budget
from core.dicom.records import WANTED, record
from core.dicom.sources import (
    ENCRYPTED,
    NESTED,
    Bytes,
    is_plain_file,
    open_archive,
    open_member,
    open_source,
    unreadable,
)
from core.dicom.stacks import Sorter
from core.dicom.study import Catalogue, Kind, Source, Unreadable
from core.errors import Cancelled, ClearsliceError
from core.stop import Stop

Report = Callable[[Catalogue], None]

_INTERVAL = 0.1
"""Seconds between two reports."""
_PATIENCE = 5
"""A report is not made again before this many times what it took to make."""
_DICOM_NAMES = frozenset({".dcm", ".dic", ".dicom", ".ima"})
_ZIP = b"PK\x03\x04"


def scan(paths: Sequence[Path], report: Report | None = None, stop: Stop | None = None) -> Catalogue:
    """Find the images under `paths` by reading headers.

    Parameters
    ----------
    paths
        Files, folders, DICOMDIRs and ZIP archives.
    report
        Called in this thread with what was found so far: at the first image at once, then at most
        ten times a second, and at the end.
    stop
        Stops the scan; what was found until then is returned with `finished` False.
    """
    work = _Scan(report, stop)
    try:
        work.run(paths)
    except Cancelled:
        return work.snapshot(finished=False)
    return work.finish()


class _Scan:
    """A scan at work."""

    def __init__(self, report: Report | None, stop: Stop | None) -> None:
        self._report = report
        self._stop = stop
        self._sorter = Sorter()
        self._unreadable: list[Unreadable] = []
        self._visited: set[Path] = set()
        self._done = self._found = 0
        self._next_report = 0.0
        self._has_image = self._is_warm = False

    def run(self, paths: Sequence[Path]) -> None:
        for path in paths:
            if path.is_dir():
                self._folder(path)
            else:
                self._files([path], chosen=True)

    def snapshot(self, finished: bool) -> Catalogue:
        return Catalogue(
            self._sorter.series(finished),
            tuple(self._unreadable),
            self._done,
            self._found,
            finished,
            self._sorter.first,
        )

    def finish(self) -> Catalogue:
        catalogue = self.snapshot(finished=True)
        if self._report is not None:
            self._report(catalogue)
        return catalogue

    def _folder(self, folder: Path) -> None:
        for files in _walk(folder, self._refuse_folder):
            self._files(files, chosen=False)

    def _refuse_folder(self, error: OSError) -> None:
        self._refuse(Source(Path(error.filename)), ClearsliceError(unreadable(error)))

    def _files(self, files: Sequence[Path], chosen: bool) -> None:
        new = [path for path in files if path.absolute() not in self._visited]
        self._visited.update(path.absolute() for path in new)
        self._found += len(new)
        for path in new:
            self._file(path, chosen)
            self._progress()

    def _file(self, path: Path, chosen: bool) -> None:
        source, budget = Source(path), Budget(self._stop)
        try:
            with open_source(source, budget) as data:
                packed = data.read(0, 4) == _ZIP
                if not packed:
                    self._take(source, data, budget, chosen)
            if packed:
                self._archive(path, chosen or path.suffix.lower() == ".zip")
        except Cancelled:
            raise
        except ClearsliceError as error:
            self._refuse(source, error)

    def _archive(self, path: Path, named: bool) -> None:
        """Read a ZIP archive; one that is damaged and not even called so is no concern of ours."""
        try:
            archive = open_archive(path)
        except ClearsliceError:
            if named:
                raise
            return
        with archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            readable = [info for info in members if not info.flag_bits & 1]
            self._found += len(readable)
            for info in readable:
                self._member(path, archive, info)
        if named and len(readable) < len(members):
            raise ClearsliceError(ENCRYPTED)

    def _member(self, path: Path, archive: ZipFile, info: ZipInfo) -> None:
        source, budget = Source(path, info.filename), Budget(self._stop)
        try:
            with open_member(archive, info, budget) as data:
                if info.filename.lower().endswith(".zip") and data.read(0, 4) == _ZIP:
                    raise ClearsliceError(NESTED)
                self._take(source, data, budget, chosen=False)
        except Cancelled:
            raise
        except ClearsliceError as error:
            self._refuse(source, error)
        self._progress()

    def _take(self, source: Source, data: Bytes, budget: Budget, chosen: bool) -> None:
        try:
            instance = read_instance(data, budget, WANTED)
        except NotDicom as error:
            if chosen or Path(source.member or source.path).suffix.lower() in _DICOM_NAMES:
                self._refuse(source, error)
            return
        if instance.media_class == MEDIA_DIRECTORY:
            if chosen:
                self._directory(source.path, instance)
            return
        found = record(source, instance, budget)
        self._sorter.add(found)
        if found.frames[0].traits.kind is not Kind.OTHER:
            self._image_found(found.syntax)

    def _image_found(self, syntax: str) -> None:
        """Report the first image at once; get a decoder ready for the first compressed one."""
        if not self._has_image:
            self._has_image = True
            self._next_report = 0.0
        if not self._is_warm and syntax not in NATIVE:
            self._is_warm = True
            warm_up()

    def _directory(self, path: Path, instance: Instance) -> None:
        """Read what a DICOMDIR lists; the folder it lies in, if it lists nothing."""
        index = listed(path, instance.header)
        for count, what in ((index.missing, "missing"), (index.outside, "outside its folder")):
            if count:
                message = f"{count} of the files that this DICOMDIR lists, being {what}, could not be opened."
                self._refuse(Source(path), ClearsliceError(message))
        if index.files:
            self._files(index.files, chosen=True)
        else:
            self._folder(path.parent)

    def _refuse(self, source: Source, error: ClearsliceError) -> None:
        self._unreadable.append(Unreadable(source, str(error)))

    def _progress(self) -> None:
        """Count a file as done; tell about it where it is time."""
        self._done += 1
        if self._stop is not None:
            self._stop.check()
        now = time.monotonic()
        if self._report is None or now < self._next_report or not self._has_image:
            return
        self._report(self.snapshot(finished=False))
        self._next_report = now + max(_INTERVAL, _PATIENCE * (time.monotonic() - now))


def _walk(folder: Path, fails: Callable[[OSError], None]) -> Iterator[list[Path]]:
    """Yield the files of each folder in order of their names; links to folders are followed once."""
    visited: set[tuple[int, int]] = set()
    for root, folders, files in os.walk(folder, onerror=fails, followlinks=True):
        status = Path(root).stat()
        if (status.st_dev, status.st_ino) in visited and status.st_ino:
            folders.clear()
            continue
        visited.add((status.st_dev, status.st_ino))
        folders.sort()
        yield [path for path in (Path(root, name) for name in sorted(files)) if is_plain_file(path)]
