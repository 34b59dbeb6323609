"""Sorting frames into stacks that can be scrolled, while they come in.

A frame's stack follows from the frame alone (`Traits`, orientation, spacing), so that a stack keeps
its key while it grows. Within a stack frames are ordered by their position along the slice normal, by
instance number where positions are missing. Where every position occurs equally often the stack holds
several volumes (time points, directions), and these follow one another.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from core.dicom.order import Order, Slot, order, tilt, tilt_note
from core.dicom.parts import part
from core.dicom.place import Directions, normal
from core.dicom.records import PROJECTED, FrameRecord, InstanceRecord, Traits
from core.dicom.study import FrameRef, Kind, Series, Study

_SAME_DIRECTION = 1e-3
_SAME_SPACING = 1e-4
"""In mm."""
_SLICES = frozenset({"CT", "MR", "PT"})
"""Modalities whose images ought to have positions."""


@dataclass(slots=True)
class _Stack:
    """Frames of one DICOM series that look alike and lie parallel."""

    key: str
    first: InstanceRecord
    traits: Traits
    orientation: Directions | None
    spacing: tuple[float, float] | None
    frames: list[FrameRecord] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    repeated: int = 0
    """Files left out because their instance was there already."""
    made: Series | None = None
    """What was last made of it."""

    def takes(self, frame: FrameRecord) -> bool:
        """Whether `frame`, whose traits agree, lies parallel with the same pixel spacing."""
        return _near(self.orientation, frame.orientation, _SAME_DIRECTION) and _near(
            self.spacing, frame.spacing, _SAME_SPACING
        )

    def add(self, frame: FrameRecord, instance: InstanceRecord) -> None:
        """Put `frame` in."""
        place = None
        if self.orientation is not None and frame.position is not None:
            place = sum(n * p for n, p in zip(normal(self.orientation), frame.position, strict=True))
        rank = instance.instance_number
        source = f"{frame.ref.source.path}\0{frame.ref.source.member}"
        self.slots.append(
            Slot(len(self.frames), place, (math.inf if rank is None else rank, frame.ref.number, source))
        )
        self.frames.append(frame)
        self.made = None


class Sorter:
    """Takes instances as they are found and tells at any time what stacks they make."""

    def __init__(self) -> None:
        self._series: dict[tuple[str, ...], list[_Stack]] = {}
        self._by_traits: dict[tuple[tuple[str, ...], Traits], list[_Stack]] = {}
        self._studies: dict[tuple[str, str], Study] = {}
        self._seen: dict[str, _Stack] = {}

    def add(self, instance: InstanceRecord) -> None:
        """Sort the frames of `instance` in; an instance that is there already is left out."""
        known = self._seen.get(instance.uid)
        if known is not None:
            known.repeated += 1
            known.made = None
            return
        study = instance.study.uid, instance.study.patient.id
        self._studies.setdefault(study, instance.study)
        series = (*study, instance.series_uid or str(instance.frames[0].ref.source.path.parent))
        for frame in instance.frames:
            stack = self._stack(series, frame, instance)
            stack.add(frame, instance)
            self._seen[instance.uid] = stack

    def _stack(self, series: tuple[str, ...], frame: FrameRecord, instance: InstanceRecord) -> _Stack:
        alike = self._by_traits.setdefault((series, frame.traits), [])
        for stack in alike:
            if stack.takes(frame):
                return stack
        stack = _Stack(_key(series, frame), instance, frame.traits, frame.orientation, frame.spacing)
        alike.append(stack)
        self._series.setdefault(series, []).append(stack)
        return stack

    @property
    def first(self) -> str:
        """Key of the stack that came first, "" if none did."""
        return next((stacks[0].key for stacks in self._series.values()), "")

    def series(self, finished: bool) -> tuple[Series, ...]:
        """Return all stacks by study and series; `finished` adds what only the whole tells, such as gaps."""
        found = []
        for series, stacks in self._series.items():
            study = self._studies[series[0], series[1]]
            for stack in stacks:
                if stack.made is None or finished:
                    stack.made = _series(stack, study, stacks if finished else ())
                found.append(stack.made)
        return tuple(sorted(found, key=_sort_key))


def _key(series: tuple[str, ...], frame: FrameRecord) -> str:
    direction = frame.orientation and tuple(round(v / _SAME_DIRECTION) for v in frame.orientation)
    spacing = frame.spacing and tuple(round(v / _SAME_SPACING) for v in frame.spacing)
    words = repr((series, frame.traits, direction, spacing))
    return sha256(words.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _sort_key(series: Series) -> tuple[str, str, float, str]:
    return (
        series.study.date,
        series.study.uid,
        math.inf if series.number is None else series.number,
        series.uid,
    )


def _series(stack: _Stack, study: Study, siblings: Sequence[_Stack]) -> Series:
    """Make a stack's `Series`; `siblings` are the finished stacks of the same DICOM series, if finished."""
    first = stack.first
    slices = first.modality in _SLICES and PROJECTED.isdisjoint(stack.traits.image_type)
    found = order(stack.slots, slices)
    notes = tuple(_notes(stack, found, siblings)) if siblings else ()
    return Series(
        key=stack.key,
        study=study,
        uid=first.series_uid,
        kind=stack.traits.kind,
        modality=first.modality,
        description=first.description,
        number=first.series_number,
        rows=stack.traits.matrix[0],
        columns=stack.traits.matrix[1],
        transfer_syntax=first.syntax,
        image_type=stack.traits.image_type,
        sop_class=stack.traits.kind_of_object,
        frames=tuple(_placed(stack, index) for index in found.frames),
        reason=first.reason,
        notes=notes,
        part=part(stack.traits, [other.traits for other in siblings if other.traits.kind is not Kind.OTHER]),
        spacing=found.spacing,
        orientation=stack.orientation,
    )


def _placed(stack: _Stack, index: int) -> FrameRef:
    return replace(stack.frames[index].ref, position=stack.slots[index].place)


def _notes(stack: _Stack, found: Order, siblings: Sequence[_Stack]) -> Iterator[str]:
    if stack.traits.kind is Kind.OTHER:
        return
    yield from _split(siblings)
    yield from found.notes
    yield from _tilted(stack, found)
    if stack.first.modality == "CT" and len({frame.rescale for frame in stack.frames}) > 1:
        yield "The rescale values differ between slices; each is shown with its own."
    if stack.repeated:
        files = f"{stack.repeated} files repeat images" if stack.repeated > 1 else "1 file repeats an image"
        yield f"{files} of this series and {'were' if stack.repeated > 1 else 'was'} left out."


def _split(siblings: Sequence[_Stack]) -> Iterator[str]:
    """Say in what the stacks of one DICOM series differ."""
    images = [stack for stack in siblings if stack.traits.kind is not Kind.OTHER]
    if len(images) < 2:
        return
    reasons = [
        name.replace("_", " ")
        for index, name in enumerate(Traits._fields)
        if len({stack.traits[index] for stack in images}) > 1
    ]
    if any(not _near(images[0].orientation, s.orientation, _SAME_DIRECTION) for s in images):
        reasons.append("orientation")
    if any(not _near(images[0].spacing, s.spacing, _SAME_SPACING) for s in images):
        reasons.append("pixel spacing")
    yield f"The series was split into {len(images)} stacks that differ in {' and '.join(reasons)}."


def _tilted(stack: _Stack, found: Order) -> Iterator[str]:
    ends = [stack.frames[index].position for index in found.first_volume]
    if stack.orientation is not None and len(ends) > 1 and ends[0] is not None and ends[-1] is not None:
        yield from tilt_note(tilt(ends[0], ends[-1], normal(stack.orientation)))
    else:
        yield from tilt_note(abs(stack.first.tilt))


def _near(a: Sequence[float] | None, b: Sequence[float] | None, tolerance: float) -> bool:
    if a is None or b is None:
        return a is b
    return all(abs(x - y) <= tolerance for x, y in zip(a, b, strict=True))
