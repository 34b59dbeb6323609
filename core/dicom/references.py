"""Which images an image was made from (PS3.3 C.12.4)."""

from collections.abc import Sequence

from pydicom import Dataset

from core.dicom.provenance import SOURCE_IMAGE


def source_image(sop_class: str, uid: str, numbers: Sequence[int] = (), *, same_grid: bool = True) -> Dataset:
    """Return an item of the Source Image Sequence; `numbers` are frames from 1, none means all."""
    item = Dataset()
    item.ReferencedSOPClassUID = sop_class
    item.ReferencedSOPInstanceUID = uid
    if numbers:
        item.ReferencedFrameNumber = list(numbers)
    item.SpatialLocationsPreserved = "YES" if same_grid else "NO"
    item.PurposeOfReferenceCodeSequence = [SOURCE_IMAGE.item()]
    return item


def evidence(header: Dataset, sop_class: str, uid: str) -> Dataset:
    """Return an item of the Source Image Evidence Sequence (PS3.3 C.8.13.2.1)."""
    instance = Dataset()
    instance.ReferencedSOPClassUID = sop_class
    instance.ReferencedSOPInstanceUID = uid
    series = Dataset()
    series.SeriesInstanceUID = header.get("SeriesInstanceUID")
    series.ReferencedSOPSequence = [instance]
    study = Dataset()
    study.StudyInstanceUID = header.get("StudyInstanceUID")
    study.ReferencedSeriesSequence = [series]
    return study
