"""What a scan finds: patients, studies, series, and the frames of each in scrolling order."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a member of a ZIP archive."""

    path: Path
    member: str = ""
    """Name inside the archive at `path`; "" for a plain file."""


@dataclass(frozen=True, slots=True)
class FrameRef:
    """Where one frame's pixels are, and its place in the stack."""

    source: Source
    uid: str
    """SOP Instance UID."""
    number: int = 1
    """Frame number in the instance, from 1."""
    position: float | None = None
    """Place along the slice normal in mm."""

    @property
    def key(self) -> tuple[str, int]:
        """Same as the key of the `Frame` it leads to."""
        return self.uid, self.number


@dataclass(frozen=True, slots=True)
class Patient:
    """Who (shown on screen, never logged)."""

    name: str = ""
    id: str = ""
    birth_date: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """One examination."""

    uid: str
    patient: Patient
    date: str = ""
    description: str = ""
    accession: str = ""


class Kind(Enum):
    """What can be done with a series."""

    GREY = "grey"
    """Shown and enhanced (if `Series.reason` is empty)."""
    COLOUR = "colour"
    """Shown, not enhanced."""
    OTHER = "other"
    """Listed only: report, document, segmentation, …"""


@dataclass(frozen=True, slots=True)
class Series:
    """A stack of like frames that can be scrolled; a DICOM series splits into one or more."""

    key: str
    """Unique among all stacks, the same at every scan of the same files."""
    study: Study
    uid: str
    """Series Instance UID."""
    kind: Kind
    modality: str
    description: str
    number: int | None
    rows: int
    columns: int
    transfer_syntax: str
    """Transfer Syntax UID of the first instance."""
    image_type: tuple[str, ...]
    sop_class: str
    """SOP Class UID of the first instance."""
    frames: tuple[FrameRef, ...]
    reason: str = ""
    """Sentence saying why it cannot be enhanced or shown; "" if it can."""
    notes: tuple[str, ...] = ()
    """Sentences: gaps, duplicates, tilt, why the series was split."""
    part: str = ""
    """What tells it from the other stacks of the same DICOM series, as ``b 1000``; "" if there are none."""
    spacing: float | None = None
    """Distance between neighbouring slices in mm where it is even."""
    orientation: tuple[float, float, float, float, float, float] | None = None
    """Direction cosines of the rows, then of the columns, where the frames have one orientation."""
    cut_from: "Series | None" = None
    """The stack that these planes were cut from; None for a stack of files."""
    cut_as: str = ""
    """How they were cut, as it is said over every picture; "" for a stack of files."""
    room: tuple[float, float] | None = None
    """Height and width in mm that a view fits in place of the picture's own: planes share one scale."""

    @property
    def enhanceable(self) -> bool:
        """Whether methods can be applied."""
        return self.kind is Kind.GREY and not self.reason

    @property
    def showable(self) -> bool:
        """Whether there is anything to look at."""
        return self.kind is not Kind.OTHER and bool(self.frames)

    @property
    def derived(self) -> bool:
        """Whether the images were made from other images (PS3.3 C.7.6.1.1.2)."""
        return bool(self.image_type) and self.image_type[0] == "DERIVED"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be used, and why, in one sentence without patient data."""

    source: Source
    reason: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A snapshot of what a scan has found so far."""

    series: tuple[Series, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    files_done: int = 0
    files_found: int = 0
    finished: bool = False
    first: str = ""
    """Key of the series whose image was found first."""

    @property
    def opening(self) -> Series | None:
        """The series to begin with, the same however seldom snapshots are looked at; None if none shows."""
        shown = [series for series in self.series if series.showable]
        return next((series for series in shown if series.key == self.first), shown[0] if shown else None)
