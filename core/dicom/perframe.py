"""What a header says about one of its frames (functional groups, PS3.3 C.7.6.16)."""

from dataclasses import dataclass
from functools import cached_property

from pydicom import Dataset

from core.dicom.values import has, item, items


@dataclass(frozen=True)
class FrameHeader:
    """The header of an instance as it holds for frame `number` (from 1)."""

    header: Dataset
    number: int

    @cached_property
    def groups(self) -> tuple[Dataset, ...]:
        """The frame's own functional groups, then those all frames share; () for a classic image."""
        frames = items(self.header, "PerFrameFunctionalGroupsSequence")
        own = frames[self.number - 1 : self.number]
        return (*own, *items(self.header, "SharedFunctionalGroupsSequence")[:1])

    def macro(self, sequence: str) -> Dataset | None:
        """Return the item of a functional group macro: the frame's own, or the shared one."""
        for group in self.groups:
            found = item(group, sequence)
            if found is not None:
                return found
        return None

    def holder(self, keyword: str, *sequences: str) -> Dataset:
        """Return what holds `keyword`: the first of these macros that has it, or the header itself."""
        for sequence in sequences:
            found = self.macro(sequence)
            if found is not None and has(found, keyword):
                return found
        return self.header
