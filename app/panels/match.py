"""Which slice of another series belongs to the slice on screen, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.language import tr
from core.dicom.study import FrameRef, Series
from core.errors import ClearsliceError
from core.frame import Frame
from core.match import matched

Key = tuple[str, int]
_PARALLEL = 0.999


@dataclass(frozen=True, slots=True)
class Partner:
    """A slice of the other series and how it was found; `ref` is `None` where there is none."""

    ref: FrameRef | None
    sentence: str


def partner(series: Series, key: Key, other: Series) -> Partner:
    """Find the slice of `other` for the slice of `series` that has `key`: by place, else by number."""
    here = next((ref for ref in series.frames if ref.key == key), None)
    try:
        ref = _partners(other, series).get(key)
    except ClearsliceError as error:
        return Partner(None, str(error))
    if ref is None or here is None:
        return Partner(None, tr("The chosen series has no slice at this place."))
    number, count = other.frames.index(ref) + 1, len(other.frames)
    if here.position is None or ref.position is None:
        sentence = tr("Slice {} of {} of the chosen series, matched by number, as positions are not known.")
        return Partner(ref, sentence.format(number, count))
    sentence = tr("Slice {} of {} of the chosen series, matched by position, {:.1f} mm apart.")
    return Partner(ref, sentence.format(number, count, abs(here.position - ref.position)))


@lru_cache(maxsize=2)
def _partners(other: Series, series: Series) -> Mapping[Key, FrameRef]:
    return {test.key: reference for reference, test in matched(other, series)}


def misfit(frame: Frame, other: Frame) -> str:
    """Return why two slices cannot be compared, or "" if they can."""
    if frame.shape != other.shape:
        theirs, ours = (f"{f.shape[1]} × {f.shape[0]}" for f in (other, frame))
        sentence = tr("The chosen series has another matrix ({} instead of {}), so it cannot be compared.")
        return sentence.format(theirs, ours)
    first, second = frame.geometry.normal, other.geometry.normal
    if first is not None and second is not None and abs(float(first @ second)) < _PARALLEL:
        return tr("The chosen series was cut in another direction, so it cannot be compared.")
    if frame.units != other.units:
        theirs, ours = other.units or tr("no unit"), frame.units or tr("no unit")
        return tr("The chosen series is in {} instead of {}, so it cannot be compared.").format(theirs, ours)
    return ""


def caution(frame: Frame, other: Frame) -> str:
    """Return what makes a match by position doubtful, or ""."""
    first, second = frame.geometry.frame_of_reference, other.geometry.frame_of_reference
    if first and second and first != second:
        return tr("The frames of reference differ, so the patient may have moved in between.")
    return ""
