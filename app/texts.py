"""The words over an image: who, what, where, how it is shown, and what was done to it."""

import math
from dataclasses import dataclass
from enum import Enum

from app.compare import Side
from app.language import tr
from app.orientation import Orientation
from app.state import Compare, Overlay
from core.dicom.study import Patient, Series, Study
from core.dicom.technique import technique
from core.display import default_voi
from core.frame import Frame
from core.pipeline import Enhanced
from core.window import VoiLut, Window

Lines = tuple[str, ...]


class LabelKind(Enum):
    """What a label stands for; decides its colour."""

    ORIGINAL = "original"
    PROCESSED = "processed"
    BUSY = "busy"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a corner that no setting hides."""

    text: str
    kind: LabelKind


@dataclass(frozen=True, slots=True)
class Corners:
    """Lines of text in the four corners."""

    top_left: Lines = ()
    top_right: Lines = ()
    bottom_left: Lines = ()
    bottom_right: Lines = ()


@dataclass(frozen=True, eq=False)
class Subject:
    """All that the words over a view are about."""

    series: Series
    frame: Frame
    enhanced: Enhanced | None = None
    rival: Enhanced | None = None
    """The pinned recipe's version."""
    pinned: bool = False
    """Whether a recipe is pinned to compare with, instead of the original."""
    key_image: bool = False
    """Whether the slice is marked as one that matters."""
    mix: float = 0.5
    """Share of the enhanced picture in a blend."""
    compare: Compare = Compare.SINGLE
    window: Window | None = None
    inverted: bool = False
    held: bool = False
    enhancing: bool = False
    """Whether enhancing is switched on."""

    @property
    def processed_units(self) -> str:
        """Unit of the enhanced values and of the difference; "" where a method has changed their meaning."""
        kept = self.enhanced is None or self.enhanced.keeps_units
        return self.frame.units if kept else ""


def labels(subject: Subject, side: Side) -> tuple[Label, ...]:
    """Return what is always said about one side of a view."""
    lossy = subject.frame.lossy
    if not lossy:
        return _state(subject, side)
    words = tr("LOSSY") if lossy.lower() == "lossy" else tr("LOSSY {}").format(lossy)
    return (*_state(subject, side), Label(words, LabelKind.WARNING))


def _state(subject: Subject, side: Side) -> tuple[Label, ...]:
    if side is Side.ORIGINAL:
        return _original(subject)
    done, pinned = _done(subject.enhanced), _done(subject.rival)
    if pinned is not None:
        pinned = Label(tr("PINNED · {}").format(pinned.text), LabelKind.PROCESSED)
    mine = pinned if side is Side.RIVAL else done
    mixed = side in (Side.DIFFERENCE, Side.BLEND)
    if mine is None or (mixed and subject.pinned and pinned is None):
        busy = Label(tr("ENHANCING …"), LabelKind.BUSY)
        return (busy,) if side is Side.DIFFERENCE else (*_original(subject), busy)
    if not mixed:
        return (mine,)
    head = Label(_mixed(subject, side), LabelKind.PROCESSED)
    return (head, mine) if pinned is None else (head, mine, pinned)


def _done(enhanced: Enhanced | None) -> Label | None:
    """Return the words for an enhanced picture; None while there is none."""
    if enhanced is None:
        return None
    return Label(enhanced.label(enhanced.recipe.strength, tr), LabelKind.PROCESSED)


def _mixed(subject: Subject, side: Side) -> str:
    """Return what a picture is that both pictures went into."""
    if side is Side.DIFFERENCE:
        if subject.pinned:
            return tr("DIFFERENCE · enhanced − pinned")
        return tr("DIFFERENCE · enhanced − original")
    over_pinned, over_original = (
        tr("BLEND · {} enhanced over pinned"),
        tr("BLEND · {} enhanced over original"),
    )
    words = over_pinned if subject.pinned else over_original
    return words.format(f"{subject.mix:.0%}".replace("%", " %"))


def turned_text(orientation: Orientation) -> str:
    """Return how a picture is turned on the screen, "" if it lies as in its file."""
    angle = 90 * orientation.quarters
    if orientation == Orientation(2, mirrored=True):
        return tr("UPSIDE DOWN")
    if not orientation.mirrored:
        return tr("TURNED {}°").format(angle) if angle else ""
    return tr("MIRRORED, TURNED {}°").format(angle) if angle else tr("MIRRORED")


def _original(subject: Subject) -> tuple[Label, ...]:
    """A derived image is never called original, and called derived even where nothing else is shown."""
    beside = subject.compare is not Compare.SINGLE or subject.held or subject.enhancing
    if subject.series.derived:
        return (Label(tr("AS OPENED · DERIVED") if beside else tr("DERIVED"), LabelKind.ORIGINAL),)
    return (Label(tr("ORIGINAL"), LabelKind.ORIGINAL),) if beside else ()


def corners(subject: Subject, overlay: Overlay, zoom: float, pointer: str) -> Corners:
    """Return the hideable texts.

    Parameters
    ----------
    subject
        What is shown.
    overlay
        How much of it is said.
    zoom
        Device pixels per image column.
    pointer
        What lies under the pointer, "" if it is elsewhere.
    """
    if overlay is Overlay.NONE:
        return Corners()
    identified = overlay is Overlay.FULL
    study = subject.series.study
    return Corners(
        top_left=_patient(study.patient) if identified else (),
        top_right=_study(study) if identified else (),
        bottom_left=(*_remarks(subject), *_taken(subject), *_series(subject.series), *_slice(subject)),
        bottom_right=tuple(
            line for line in (pointer, _windowing(subject), tr("Zoom {:.0%}").format(zoom)) if line
        ),
    )


def _patient(patient: Patient) -> Lines:
    born = tr("born {}").format(date(patient.birth_date)) if patient.birth_date else ""
    about = "  ".join(part for part in (born, patient.sex) if part)
    return tuple(line for line in (person(patient.name), patient.id, about) if line)


def _study(study: Study) -> Lines:
    return tuple(line for line in (study.description, date(study.date), study.accession) if line)


def _taken(subject: Subject) -> Lines:
    """Return how the image was taken; of a plane that was cut it would be wrong."""
    frame = subject.frame
    parts = () if subject.series.cut_as else technique(frame.header, frame.number, frame.modality)
    return ("  ".join(parts),) if parts else ()


def _series(series: Series) -> Lines:
    number = "" if series.number is None else f"#{series.number}"
    return (" ".join(part for part in (series.modality, number, series.description) if part),)


def _slice(subject: Subject) -> Lines:
    frames = subject.series.frames
    here = next((n for n, ref in enumerate(frames) if ref.key == subject.frame.key), None)
    if here is None:
        return ()
    position = frames[here].position
    where = "" if position is None else f"   {position:.1f} mm".replace("-", "−")
    star = "★ " if subject.key_image else ""
    return (star + tr("Slice {}/{}").format(here + 1, len(frames)) + where,)


def _remarks(subject: Subject) -> Lines:
    why_not = (subject.series.reason,) if subject.series.reason else ()
    return tuple(f"⚠ {tr(note)}" for note in (*why_not, *subject.series.notes, *subject.frame.notes))


def _windowing(subject: Subject) -> str:
    if subject.frame.is_colour:
        return tr("Colour")
    inverted = "   " + tr("inverted") if subject.inverted else ""
    return window_text(subject.window or default_voi(subject.frame)) + inverted


def window_text(voi: Window | VoiLut) -> str:
    """Return how the values are shown, in words."""
    name = f" · {tr(voi.name)}" if voi.name else ""
    if isinstance(voi, VoiLut):
        return f"VOI LUT{name}"
    digits = window_digits(voi.width)
    center, width = (_away_from_zero(value, digits).replace("-", "−") for value in (voi.center, voi.width))
    return f"C {center}  W {width}{name}"


def window_digits(width: float) -> int:
    """Decimals worth showing of a window's numbers: none from a width of 50 on."""
    return max(0, min(6, math.ceil(math.log10(50 / max(width, 1e-6)))))


def _away_from_zero(value: float, digits: int) -> str:
    """Round a half as number boxes do: 42.5 is 43 in the panel and must be so over the image."""
    shift = 10.0**digits
    return f"{math.copysign(math.floor(abs(value) * shift + 0.5) / shift, value):.{digits}f}"


def pointer_text(
    subject: Subject, side: Side, place: tuple[int, int], values: tuple[float | None, float | None]
) -> str:
    """Return what lies under the pointer.

    Parameters
    ----------
    subject
        What is shown.
    side
        The picture under the pointer.
    place
        (row, column) from 0.
    values
        The pixel's value in that picture, and in the original; None where there is none.
    """
    row, column = place
    where = f"({column}, {row})"
    value, before = values
    if value is None or before is None:
        return where
    if side is Side.ORIGINAL:
        return f"{where}  {number(value)} {subject.frame.units}".rstrip()
    lost = subject.processed_units != subject.frame.units
    units = tr("(not {})").format(subject.frame.units) if lost else subject.processed_units
    if side is Side.DIFFERENCE:
        return f"{where}  {number(value, sign=True)} {units}".rstrip()
    return f"{where}  {number(value)} {units}".rstrip() + "  " + tr("original {}").format(number(before))


def number(value: float, sign: bool = False) -> str:
    """Return a value with as many digits as its size deserves, with a true minus sign."""
    digits = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
    if 0 < abs(value) < 0.1:
        return f"{value:{'+' if sign else ''}.3g}".replace("-", "−")
    return f"{value:{'+' if sign else ''}.{digits}f}".replace("-", "−")


def person(name: str) -> str:
    """Return a Person Name as it is read: its parts are divided by "^" (PS3.5 6.2.1)."""
    alphabetic = next((group for group in name.split("=") if group.strip("^ ")), "")
    family, _, rest = alphabetic.partition("^")
    given = " ".join(part for part in rest.split("^") if part)
    return ", ".join(part.strip() for part in (family, given) if part.strip())


def date(text: str) -> str:
    """Return a DICOM date as YYYY-MM-DD, and anything else as it is."""
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 and text.isdigit() else text
