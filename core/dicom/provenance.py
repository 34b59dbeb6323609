"""Who changed the pixels, how, and how to do it again: said as DICOM says it, and read back."""

from dataclasses import dataclass
from datetime import datetime

from pydicom import Dataset
from pydicom.uid import UID

from core.errors import ClearsliceError
from core.recipe import Recipe
from core.version import VERSION

PRODUCT = "Clearslice"
IMPLEMENTATION_UID = UID("2.25.257764296502541190272812971824183115262")
"""Ours, derived from a UUID under the root 2.25 (PS3.5 B.2), which needs no registration."""
SCHEME = "99CLEARSLICE"
"""Designator of our own codes; 99 marks a private scheme (PS3.3 8.2)."""

_GROUP = 0x0099
_CREATOR = "CLEARSLICE 1"
_RECIPE, _MODEL, _DIGEST, _VERSION, _DEVICE = range(1, 6)


@dataclass(frozen=True, slots=True)
class Code:
    """A coded concept (PS3.3 section 8)."""

    value: str
    scheme: str
    meaning: str

    def item(self) -> Dataset:
        """Return the code as the item of a code sequence."""
        item = Dataset()
        item.CodeValue = self.value
        item.CodingSchemeDesignator = self.scheme
        item.CodeMeaning = self.meaning
        return item


SOURCE_IMAGE = Code("121322", "DCM", "Source image for image processing operation")
"""CID 7202."""
PROCESSING_EQUIPMENT = Code("109102", "DCM", "Processing Equipment")
"""CID 7005."""


@dataclass(frozen=True, slots=True)
class Record:
    """All that is needed to make the same pixels again from the source."""

    recipe: Recipe
    """With the network's name in it, never "auto"."""
    model: str = ""
    digest: str = ""
    """SHA-256 of the network's file."""
    device: str = ""
    version: str = VERSION

    def write(self, dataset: Dataset) -> None:
        """Put the record into `dataset` as private elements, in place of an older one."""
        block = dataset.private_block(_GROUP, _CREATOR, create=True)
        block.add_new(_RECIPE, "UT", self.recipe.to_toml())
        block.add_new(_MODEL, "LO", self.model)
        block.add_new(_DIGEST, "LO", self.digest)
        block.add_new(_VERSION, "LO", self.version)
        block.add_new(_DEVICE, "LO", self.device)


def read_record(dataset: Dataset) -> Record | None:
    """Return how `dataset` was made, or `None` if Clearslice did not make it.

    Raises
    ------
    ClearsliceError
        If the record is damaged.
    """
    try:
        block = dataset.private_block(_GROUP, _CREATOR)
    except KeyError:
        return None
    try:
        recipe, *rest = (_text(block[n].value) for n in (_RECIPE, _MODEL, _DIGEST, _DEVICE, _VERSION))
    except KeyError as error:
        msg = "The record of how this image was made is incomplete, so it cannot be made again from it."
        raise ClearsliceError(msg) from error
    return Record(Recipe.from_toml(recipe), *rest)


def _text(value: object) -> str:
    # Archives that do not know our elements may give them back as UN.
    return value.decode("ascii", "replace").rstrip("\0 ") if isinstance(value, bytes) else str(value or "")


@dataclass(frozen=True, slots=True)
class Derivation:
    """What was done, in the words and codes that a derived image carries."""

    summary: str
    """Methods, network and strength in one phrase."""
    codes: tuple[Code, ...]
    """At least one of CID 7203, then our own."""
    suffix: str
    """Added to the Series Description."""
    keeps_units: bool
    record: Record
    magnification: int = 1
    """Rows and columns for each of the source's."""

    def description(self, bits: int) -> str:
        """Return the Derivation Description for images stored in `bits` bits (ST, at most 1024)."""
        units = "" if self.keeps_units else " Display contrast was changed: values have no unit any more."
        grid = " Rows and columns were doubled." if self.magnification == 2 else ""
        return (
            f"{PRODUCT} {self.record.version}: {self.summary}.{grid}{units} Computed in float32 from "
            f"rescaled values; rounded half to even and clipped to {bits} bits stored. Not for diagnostic "
            "use."
        )

    def equipment(self, created: datetime) -> Dataset:
        """Return the item that adds us to the Contributing Equipment Sequence (PS3.3 C.12.1)."""
        item = Dataset()
        item.PurposeOfReferenceCodeSequence = [PROCESSING_EQUIPMENT.item()]
        item.Manufacturer = PRODUCT
        item.ManufacturerModelName = PRODUCT
        model = f"{self.record.model} {self.record.digest[:16]}".strip()
        item.SoftwareVersions = [self.record.version, model] if model else self.record.version
        item.ContributionDateTime = created.strftime("%Y%m%d%H%M%S.%f%z")
        item.ContributionDescription = f"Image processing: {self.summary}"
        return item


def coding_scheme() -> Dataset:
    """Return the item that says whose codes ours are (PS3.3 C.12.1.1.6)."""
    item = Dataset()
    item.CodingSchemeDesignator = SCHEME
    item.CodingSchemeName = f"{PRODUCT} enhancement methods"
    item.CodingSchemeResponsibleOrganization = PRODUCT
    return item
