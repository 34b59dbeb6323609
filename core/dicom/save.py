"""Writing a data set so that it is there whole or not at all."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from pydicom import Dataset, dcmwrite
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

from core.dicom.provenance import IMPLEMENTATION_UID
from core.errors import ClearsliceError
from core.version import VERSION

TEMPORARY_PREFIX = ".clearslice-"


def save(dataset: Dataset, path: Path) -> None:
    """Write `dataset` as a DICOM file (PS3.10) to `path`, replacing it at once when all is on the disk.

    Raises
    ------
    ClearsliceError
        If the folder cannot be written to or the disk is full; then `path` is as it was.
    """
    temporary = path.with_name(f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            _write(dataset, file)
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise ClearsliceError(_reason(error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write(dataset: Dataset, file: BinaryIO) -> None:
    dataset.file_meta = _file_meta(dataset)
    # What stood in the source's preamble is not ours to pass on (CVE-2019-11687).
    dataset.preamble = b"\0" * 128
    dcmwrite(file, dataset, implicit_vr=False, little_endian=True, enforce_file_format=True)
    file.flush()
    os.fsync(file.fileno())


def _file_meta(dataset: Dataset) -> FileMetaDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = IMPLEMENTATION_UID
    meta.ImplementationVersionName = f"CLEARSLICE_{VERSION}"[:16]
    return meta


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full, so the export was not finished; free some space or choose another folder."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "The export folder cannot be written to; choose another folder."
    return f"The export folder could not be written to ({error.strerror}); choose another folder."
