"""What the Basic Application Level Confidentiality Profile does to which attribute (PS3.15 E.1 to E.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydicom.tag import BaseTag

from core.dicom.provenance import PRODUCT, Code
from core.version import VERSION

_TABLE = Path(__file__).resolve().parent.parent.parent / "assets" / "confidentiality" / "table-e1-1.tsv"


class Option(Enum):
    """What may be retained on top of the Basic Profile (PS3.15 E.3); the value is its word."""

    UIDS = "uids"
    DATES = "dates"
    """Moved by a number of days that is the same for all of one patient's images."""
    PATIENT = "patient"
    """Sex, age, size, weight and the like."""
    DEVICE = "device"
    INSTITUTION = "institution"
    SAFE_PRIVATE = "private"
    """Private attributes that are known to identify nobody."""


BASIC = Code("113100", "DCM", "Basic Application Confidentiality Profile")
CODES: Mapping[Option, Code] = {
    Option.DATES: Code("113107", "DCM", "Retain Longitudinal Temporal Information Modified Dates Option"),
    Option.PATIENT: Code("113108", "DCM", "Retain Patient Characteristics Option"),
    Option.DEVICE: Code("113109", "DCM", "Retain Device Identity Option"),
    Option.UIDS: Code("113110", "DCM", "Retain UIDs Option"),
    Option.SAFE_PRIVATE: Code("113111", "DCM", "Retain Safe Private Option"),
    Option.INSTITUTION: Code("113112", "DCM", "Retain Institution Identity Option"),
}
"""CID 7050; the Clean options are not among them: what they would clean is removed."""
_LETTERS = {
    "U": Option.UIDS,
    "T": Option.DATES,
    "P": Option.PATIENT,
    "D": Option.DEVICE,
    "I": Option.INSTITUTION,
}
SAFE_PRIVATE: frozenset[tuple[str, int, int]] = frozenset(
    {
        ("CLEARSLICE 1", 0x0099, 0x01),
        ("CLEARSLICE 1", 0x0099, 0x02),
        ("CLEARSLICE 1", 0x0099, 0x03),
        ("CLEARSLICE 1", 0x0099, 0x04),
        ("CLEARSLICE 1", 0x0099, 0x05),
        ("ELSCINT1", 0x01F1, 0x01),
        ("ELSCINT1", 0x01F1, 0x07),
        ("ELSCINT1", 0x01F1, 0x26),
        ("ELSCINT1", 0x01F1, 0x27),
        ("GEMS_ACQU_01", 0x0019, 0x23),
        ("GEMS_ACQU_01", 0x0019, 0x24),
        ("GEMS_ACQU_01", 0x0019, 0x27),
        ("GEMS_HELIOS_01", 0x0045, 0x01),
        ("GEMS_HELIOS_01", 0x0045, 0x02),
        ("GEMS_PARM_01", 0x0043, 0x27),
        ("GEMS_PARM_01", 0x0043, 0x39),
        ("GEMS_PARM_01", 0x0043, 0x6F),
        ("GEMS_SERS_01", 0x0025, 0x07),
        ("SIEMENS MR HEADER", 0x0019, 0x0C),
        ("SIEMENS MR HEADER", 0x0019, 0x0D),
        ("SIEMENS MR HEADER", 0x0019, 0x0E),
        ("SIEMENS MR HEADER", 0x0019, 0x27),
        ("Philips Imaging DD 001", 0x2001, 0x03),
        ("Philips Imaging DD 001", 0x2001, 0x04),
        ("Philips MR Imaging DD 001", 0x2005, 0x0D),
        ("Philips MR Imaging DD 001", 0x2005, 0x0E),
        ("Philips PET Private Group", 0x7053, 0x00),
        ("Philips PET Private Group", 0x7053, 0x09),
    }
)
"""(creator, group, element in the block) of numbers about how the image was made, from PS3.15 Table E.3.10-1:
pitch and rotation time, diffusion weighting, scale factors. Not the whole of that table: rows of free text,
ultrasound and mammography are not here, and what is not here is removed."""


class Rule(NamedTuple):
    """A row of Table E.1-1."""

    action: str
    retained_by: frozenset[Option]


@cache
def table() -> Mapping[int, Rule]:
    """Return the rule of each attribute in Table E.1-1, by tag."""
    lines = _TABLE.read_text(encoding="ascii").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {
        int(tag.replace(",", ""), 16): Rule(action, _options(letters)) for tag, action, letters, _ in rows
    }


def _options(letters: str) -> frozenset[Option]:
    return frozenset(_LETTERS[letter] for letter in letters if letter != "-")


@dataclass(frozen=True, slots=True)
class Profile:
    """The Basic Profile with options."""

    options: frozenset[Option] = frozenset()

    def action(self, tag: BaseTag) -> str:
        """Return what happens to a standard attribute: an action of Table E.1-1, "K" keep, "" not in it.

        Dates that an option retains are moved: "C".
        """
        if tag.group & 0xFF00 in (0x5000, 0x6000):
            return "X"
        rule = table().get(int(tag))
        if rule is None:
            return ""
        retained = rule.retained_by & self.options
        if not retained:
            return rule.action
        return "C" if retained == {Option.DATES} else "K"

    @property
    def codes(self) -> tuple[Code, ...]:
        """Profile and options as the De-identification Method Code Sequence says them (CID 7050)."""
        return (BASIC, *(code for option, code in CODES.items() if option in self.options))

    @property
    def method(self) -> str:
        """De-identification Method (LO, at most 64 characters)."""
        return f"{PRODUCT} {VERSION}: PS3.15 2026c Table E.1-1"
