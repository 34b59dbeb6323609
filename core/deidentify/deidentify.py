"""A data set without what identifies someone (PS3.15 E.1.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydicom import DataElement, Dataset, Sequence
from pydicom.datadict import dictionary_has_tag, keyword_for_tag
from pydicom.tag import BaseTag
from pydicom.uid import UID

from core.deidentify.profile import SAFE_PRIVATE, Option, Profile
from core.deidentify.pseudonyms import Pseudonyms, moved_date
from core.dicom.copying import copied
from core.dicom.reencode import MALFORMED
from core.errors import ClearsliceError

BURNED_IN = (
    "The file says that text is burned into these pixels, which may name the patient and cannot be taken "
    "out; allow burned-in text if you have looked at the images."
)
_DATES = frozenset({"DA", "DT", "TM"})
_TEXTS = frozenset({"SH", "LO", "ST", "LT", "UT", "UC", "UR", "AE"})
_DUMMIES = {
    "DA": "19000101",
    "DT": "19000101000000",
    "TM": "000000",
    "PN": "ANONYMIZED",
    "AS": "000Y",
    "DS": "0",
    "IS": "0",
}
_NO_INSTANCES = frozenset({"CodingSchemeUID", "ContextUID", "MappingResourceUID"})
_MADE = ("InstanceCreationDate", "InstanceCreationTime", "SeriesDate", "SeriesTime")
_REGISTERED = "1.2.840.10008."
_REFERENCED_STEP = 0x00081111
"""Type 1C for some images, with UIDs alone in it."""
_ACQUISITION_CONTEXT = 0x00400555
"""Type 2 for some images; where other sequences may be removed or emptied, they are Type 3."""
_IDENTIFIERS = ("PatientID", "AccessionNumber", "StudyID", "OtherPatientIDs", "MedicalRecordLocator")
_NAMES = ("PatientName", "OtherPatientNames", "PatientBirthName", "PatientMotherBirthName")
_SHORTEST_NAME, _SHORTEST_ID = 3, 4
"""Shorter parts would be found in harmless words."""


@dataclass(frozen=True)
class Deidentifier:
    """Takes out of data sets what identifies someone; the same pseudonyms throughout."""

    profile: Profile = field(default_factory=Profile)
    pseudonyms: Pseudonyms = field(default_factory=Pseudonyms)
    burned_in_allowed: bool = False
    """Whether images are passed on that say that text is burned into their pixels."""

    def __call__(self, dataset: Dataset) -> Dataset:
        """Return a de-identified copy of `dataset`, its pixels as they are.

        Raises
        ------
        ClearsliceError
            If text is burned into the pixels and that was not allowed.
        """
        if not self.burned_in_allowed and str(dataset.get("BurnedInAnnotation") or "").upper() == "YES":
            raise ClearsliceError(BURNED_IN)
        result = copied(dataset)
        identity = _identity(dataset)
        enhanced = _is_enhanced(dataset)
        _Pass(self, self.pseudonyms.days(identity), enhanced, _mentions(dataset)).clean(result)
        result.PatientName = result.PatientID = self.pseudonyms.patient(identity)
        self._say(result)
        return result

    def uid(self, original: str) -> str:
        """Return the UID that stands for `original` in the copies."""
        return original if Option.UIDS in self.profile.options else self.pseudonyms.uid(original)

    def days(self, dataset: Dataset) -> int | None:
        """Return by how many days the dates of `dataset` are moved; `None` if they are removed."""
        if Option.DATES not in self.profile.options:
            return None
        return self.pseudonyms.days(_identity(dataset))

    def finish(self, derived: Dataset) -> None:
        """Take out of an image made from a copy when it was made and, unless retained, our private record."""
        if Option.SAFE_PRIVATE not in self.profile.options:
            record = [tag for tag in derived.keys() if tag.is_private]  # noqa: SIM118
            for tag in record:
                del derived[tag]
        if Option.DATES in self.profile.options:
            return
        for keyword in _MADE:
            derived.pop(keyword, None)
        dummies = (_DUMMIES["DA"], _DUMMIES["TM"]) if _is_enhanced(derived) else ("", "")
        derived.ContentDate, derived.ContentTime = dummies
        for item in derived.get("ContributingEquipmentSequence") or ():
            item.pop("ContributionDateTime", None)

    def _say(self, dataset: Dataset) -> None:
        """Say what was done (PS3.15 E.1.1 point 6; PS3.3 C.7.1.1 and C.12.1)."""
        dataset.PatientIdentityRemoved = "YES"
        dataset.DeidentificationMethod = self.profile.method
        dataset.DeidentificationMethodCodeSequence = [code.item() for code in self.profile.codes]
        moved = Option.DATES in self.profile.options
        dataset.LongitudinalTemporalInformationModified = "MODIFIED" if moved else "REMOVED"


@dataclass
class _Pass:
    """One walk through a data set and all nested in it."""

    by: Deidentifier
    days: int
    enhanced: bool
    """Whether the kind of object is one of those that require dates, names and numbers (Type 1)."""
    mentions: re.Pattern[str] | None
    """What must not be left in any text."""

    def clean(self, dataset: Dataset) -> None:
        for tag in sorted(dataset.keys()):
            if tag.element == 0:
                del dataset[tag]
            elif tag.is_private:
                self._private(dataset, tag)
            else:
                self._standard(dataset, tag)
        _drop_lone_creators(dataset)

    def _private(self, dataset: Dataset, tag: BaseTag) -> None:
        retained = Option.SAFE_PRIVATE in self.by.profile.options
        if not retained or not (tag.is_private_creator or _is_safe(dataset, tag)):
            del dataset[tag]

    def _standard(self, dataset: Dataset, tag: BaseTag) -> None:
        try:
            element = dataset[tag]
        except MALFORMED:
            del dataset[tag]  # nobody can say what it holds
            return
        action = self.by.profile.action(tag)
        if not action and not dictionary_has_tag(tag):
            del dataset[tag]
        elif action:
            self._act(dataset, element, action)
        else:
            self._unlisted(dataset, element)

    def _act(self, dataset: Dataset, element: DataElement, action: str) -> None:
        """Do what the table says; of alternatives what the kind of object needs."""
        if element.VR == "SQ":
            self._sequence(dataset, element, action)
        elif action == "K":
            return
        elif action == "U":
            self._replace_uids(element)
        elif action == "C":
            self._move(dataset, element)
        elif action == "D" or ("D" in action and self.enhanced and not element.is_empty):
            self._dummy(element)
        elif "Z" in action and action != "X/Z/D":  # those are Type 3 in all but enhanced objects
            element.value = None
        else:
            del dataset[element.tag]

    def _sequence(self, dataset: Dataset, element: DataElement, action: str) -> None:
        if action in ("K", "X/Z/U*") or element.tag == _REFERENCED_STEP:
            self._items(element)
        elif action in ("Z", "D") or element.tag == _ACQUISITION_CONTEXT:
            element.value = Sequence()
        else:
            del dataset[element.tag]

    def _unlisted(self, dataset: Dataset, element: DataElement) -> None:
        """Treat an attribute that the table does not name by what its values are."""
        if element.VR == "SQ":
            self._items(element)
        elif element.VR == "UI":
            self._unlisted_uids(element)
        elif element.VR in _DATES:
            self._act(dataset, element, "C" if Option.DATES in self.by.profile.options else "Z/D")
        elif element.VR == "PN" or self._mentioned(element):
            self._act(dataset, element, "Z/D")

    def _items(self, element: DataElement) -> None:
        for item in element.value:
            self.clean(item)

    def _unlisted_uids(self, element: DataElement) -> None:
        keyword = keyword_for_tag(element.tag)
        if not keyword.endswith("ClassUID") and keyword not in _NO_INSTANCES:
            self._replace_uids(element)

    def _replace_uids(self, element: DataElement) -> None:
        if Option.UIDS in self.by.profile.options or element.is_empty:
            return
        replaced = [self._replaced(str(uid)) for uid in _values(element)]
        element.value = replaced[0] if len(replaced) == 1 else replaced

    def _replaced(self, uid: str) -> UID:
        return UID(uid if uid.startswith(_REGISTERED) else self.by.pseudonyms.uid(uid))

    def _move(self, dataset: Dataset, element: DataElement) -> None:
        if element.VR not in ("DA", "DT") or element.is_empty:
            return
        moved = [moved_date(str(value), self.days) for value in _values(element)]
        if all(moved):
            element.value = moved[0] if len(moved) == 1 else moved
        else:
            self._act(dataset, element, "Z/D")

    def _mentioned(self, element: DataElement) -> bool:
        if self.mentions is None or element.VR not in _TEXTS:
            return False
        return any(self.mentions.search(str(value)) for value in _values(element))

    def _dummy(self, element: DataElement) -> None:
        if element.VR in _TEXTS or element.VR in _DUMMIES:
            element.value = _DUMMIES.get(element.VR, "ANONYMIZED")
        elif element.VR == "UI":
            self._replace_uids(element)
        else:
            element.value = None


def _is_enhanced(dataset: Dataset) -> bool:
    """Whether the kind of object is a multi-frame one that requires more (PS3.3 C.7.5.2, C.7.6.16)."""
    name = UID(str(dataset.get("SOPClassUID") or "")).name
    return "Enhanced" in name or "SharedFunctionalGroupsSequence" in dataset


def _is_safe(dataset: Dataset, tag: BaseTag) -> bool:
    """Whether a private attribute is known to identify nobody."""
    creator = dataset.get((tag.group, tag.element >> 8))
    return creator is not None and (str(creator.value).strip(), tag.group, tag.element & 0xFF) in SAFE_PRIVATE


def _drop_lone_creators(dataset: Dataset) -> None:
    """Remove the creators of private blocks of which nothing was retained."""
    tags = [tag for tag in dataset.keys() if tag.is_private]  # noqa: SIM118
    used = {(tag.group, tag.element >> 8) for tag in tags if not tag.is_private_creator}
    for tag in tags:
        if tag.is_private_creator and (tag.group, tag.element) not in used:
            del dataset[tag]


def _identity(dataset: Dataset) -> str:
    """Return what makes a patient the same everywhere: the ID with its issuer, else name and birth date."""
    patient = _text(dataset, "PatientID")
    if patient:
        return f"{patient}\0{_text(dataset, 'IssuerOfPatientID')}"
    name, birth = _text(dataset, "PatientName"), _text(dataset, "PatientBirthDate")
    return f"{name}\0{birth}" if name or birth else _text(dataset, "StudyInstanceUID")


def _mentions(dataset: Dataset) -> re.Pattern[str] | None:
    """Return what finds the patient's names and numbers within a text."""
    names = {part for text in _all_texts(dataset, _NAMES) for part in re.split(r"[\s^=,]+", text)}
    numbers = set(_all_texts(dataset, _IDENTIFIERS))
    words = {n for n in names if len(n) >= _SHORTEST_NAME} | {n for n in numbers if len(n) >= _SHORTEST_ID}
    if not words:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)", re.IGNORECASE)


def _all_texts(dataset: Dataset, keywords: tuple[str, ...]) -> Iterator[str]:
    for keyword in keywords:
        yield from (text for text in _strings(dataset, keyword) if text)


def _text(dataset: Dataset, keyword: str) -> str:
    return next(iter(_strings(dataset, keyword)), "")


def _strings(dataset: Dataset, keyword: str) -> list[str]:
    try:
        return [str(value).strip() for value in _values(dataset[keyword])] if keyword in dataset else []
    except MALFORMED:
        return []


def _values(element: DataElement) -> list[object]:
    if element.is_empty:
        return []
    return list(element.value) if element.VM > 1 else [element.value]
