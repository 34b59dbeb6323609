"""What documents that refer to images have in common: whose they are, on what they rest, who made them."""

from typing import TYPE_CHECKING

from pydicom import Dataset
from pydicom.sr.codedict import codes

from core.dicom.provenance import IMPLEMENTATION_UID, PRODUCT
from core.errors import ClearsliceError
from core.version import VERSION

if TYPE_CHECKING:
    from highdicom import sr

_NEEDED = ("StudyInstanceUID", "SeriesInstanceUID", "SOPClassUID", "SOPInstanceUID")
_WHOSE = (
    "PatientID",
    "PatientName",
    "PatientBirthDate",
    "PatientSex",
    "AccessionNumber",
    "StudyID",
    "StudyDate",
    "StudyTime",
    "ReferringPhysicianName",
)


def observer() -> "sr.ObserverContext":
    """Return this program as what has observed."""
    from highdicom import sr  # half a second, and few sessions write documents

    attributes = sr.DeviceObserverIdentifyingAttributes(
        uid=IMPLEMENTATION_UID, name=PRODUCT, manufacturer_name=PRODUCT, model_name=f"{PRODUCT} {VERSION}"
    )
    return sr.ObserverContext(codes.DCM.Device, attributes)


def evidence(header: Dataset) -> Dataset:
    """Return what a document needs of an image's header.

    Patient and study are left empty here: highdicom would put a name it finds odd into a warning.

    Raises
    ------
    ClearsliceError
        If the header lacks an identifier.
    """
    if not all(header.get(keyword) for keyword in _NEEDED):
        msg = "An image lacks the identifiers that a DICOM document refers to; save CSV or pictures instead."
        raise ClearsliceError(msg)
    found = Dataset()
    for keyword in _NEEDED:
        setattr(found, keyword, header.get(keyword))
    for keyword in _WHOSE:
        setattr(found, keyword, "")
    return found


def sign(made: Dataset, header: Dataset, description: str) -> None:
    """Put patient and study of an image and the maker in; all texts are UTF-8, whatever the image's are."""
    made.SpecificCharacterSet = "ISO_IR 192"
    for keyword in _WHOSE:
        setattr(made, keyword, str(header.get(keyword) or ""))
    made.ManufacturerModelName = PRODUCT
    made.SoftwareVersions = VERSION
    made.SeriesDescription = description
