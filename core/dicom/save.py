"""Writing a data set as a DICOM file (PS3.10)."""

from pathlib import Path

from pydicom import Dataset, dcmwrite
from pydicom.dataset import FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian

from core.atomic import replacing
from core.dicom.provenance import IMPLEMENTATION_UID
from core.version import VERSION


def save(dataset: Dataset, path: Path, syntax: str = ExplicitVRLittleEndian) -> None:
    """Write `dataset` to `path` in the transfer syntax that its pixels are in, whole or not at all.

    Raises
    ------
    ClearsliceError
        If the folder cannot be written to or the disk is full; then `path` is as it was.
    """
    dataset.file_meta = _file_meta(dataset, syntax)
    # What stood in the source's preamble is not ours to pass on (CVE-2019-11687).
    dataset.preamble = b"\0" * 128
    with replacing(path) as file:
        dcmwrite(file, dataset, enforce_file_format=True)


def _file_meta(dataset: Dataset, syntax: str) -> FileMetaDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = UID(syntax)
    meta.ImplementationClassUID = IMPLEMENTATION_UID
    meta.ImplementationVersionName = f"CLEARSLICE_{VERSION}"[:16]
    return meta
