"""Key images as a DICOM Key Object Selection: TID 2010 "Key Object Selection" (PS3.16, PS3.3 A.35.4)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pydicom import Dataset
from pydicom.sr.codedict import codes
from pydicom.uid import generate_uid

from core.dicom.document import evidence, observer, sign
from core.dicom.instance import read_instance
from core.dicom.kinds import KEY_OBJECTS
from core.dicom.limits import Budget
from core.dicom.provenance import PRODUCT
from core.dicom.sources import open_source
from core.dicom.study import Source
from core.dicom.values import code, items, numbers
from core.dicom.values import item as first_item
from core.stop import Stop

if TYPE_CHECKING:
    from highdicom import ko

Key = tuple[str, int]
"""SOP Instance UID, frame number from 1."""
_NOT_KEY = frozenset({"113001", *(str(number) for number in range(113030, 113040))})
"""Document titles (CID 7010) under which images are rejected, or listed because they belong together."""
_MOST = 10_000


def header_of(source: Source) -> Dataset:
    """Return the header of a file; raises a `ClearsliceError` if it is gone or damaged."""
    budget = Budget()
    with open_source(source, budget) as data:
        return read_instance(data, budget).header


def key_object_selection(selected: Mapping[Key, Dataset], series_number: int) -> Dataset:
    """Return the document that says which frames matter.

    Parameters
    ----------
    selected
        The header that each frame belongs to, of one study; at least one.
    series_number
        Of the new series.

    Raises
    ------
    ClearsliceError
        If an image lacks the identifiers that a document must refer to.
    """
    from highdicom import ko  # half a second, and few sessions write one

    headers = {uid: header for (uid, _), header in selected.items()}
    referred = [_referred(header) for header in headers.values()]
    content = ko.KeyObjectSelection(codes.DCM.OfInterest, referred, observer_device_context=observer())
    _name_frames(content, headers, selected)
    made = ko.KeyObjectSelectionDocument(
        evidence=referred,
        content=content,
        series_instance_uid=generate_uid(prefix=None),
        series_number=series_number,
        sop_instance_uid=generate_uid(prefix=None),
        instance_number=1,
        manufacturer=PRODUCT,
    )
    sign(made, next(iter(headers.values())), f"{PRODUCT} key images")
    return made


def _referred(header: Dataset) -> Dataset:
    found = evidence(header)
    found.Rows, found.Columns = header.Rows, header.Columns  # by these highdicom knows an image
    return found


def _name_frames(
    content: "ko.KeyObjectSelection", headers: Mapping[str, Dataset], selected: Mapping[Key, Dataset]
) -> None:
    """Name the frames that are meant of images that have several."""
    for item in content[0].ContentSequence:
        if item.ValueType != "IMAGE":
            continue
        referenced = item.ReferencedSOPSequence[0]
        uid = referenced.ReferencedSOPInstanceUID
        if int(headers[uid].get("NumberOfFrames") or 1) > 1:
            referenced.ReferencedFrameNumber = [number for one, number in selected if one == uid]


def read_key_objects(source: Source, stop: Stop | None = None) -> Sequence[Key]:
    """Return the frames that the document at `source` selects; () if it is about something else.

    Raises
    ------
    ClearsliceError
        If the file is gone or damaged.
    """
    budget = Budget(stop)
    with open_source(source, budget) as data:
        header = read_instance(data, budget).header
        title = first_item(header, "ConceptNameCodeSequence")
        if title is None or not KEY_OBJECTS.issuperset(code(header, "SOPClassUID")[:1]):
            return ()
        if not _NOT_KEY.isdisjoint(code(title, "CodeValue")[:1]):
            return ()
        found: list[Key] = []
        for item in items(header, "ContentSequence"):
            budget.check()
            found += _keys(item)
            if len(found) >= _MOST:
                break
        return tuple(dict.fromkeys(found))


def _keys(item: Dataset) -> Sequence[Key]:
    referenced = first_item(item, "ReferencedSOPSequence")
    if referenced is None or code(item, "ValueType")[:1] != ("IMAGE",):
        return ()
    uid = "".join(code(referenced, "ReferencedSOPInstanceUID")[:1])
    frames = [int(number) for number in numbers(referenced, "ReferencedFrameNumber")[:_MOST]]
    return [(uid, number) for number in frames or [1]] if uid else ()
