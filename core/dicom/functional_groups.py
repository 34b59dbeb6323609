"""The parts of an Enhanced multi-frame image that belong to each frame (PS3.3 C.7.6.16)."""

from collections.abc import Iterator, Sequence

from pydicom import Dataset

from core.dicom.image_type import derived_frame_type
from core.dicom.provenance import Code
from core.dicom.references import source_image


def has_groups(dataset: Dataset) -> bool:
    """Whether each frame of `dataset` is described by functional groups."""
    return bool(dataset.get("PerFrameFunctionalGroupsSequence"))


def choose(dataset: Dataset, numbers: Sequence[int]) -> None:
    """Keep the frames `numbers` (from 1) of `dataset` and count its dimensions anew."""
    frames = dataset.PerFrameFunctionalGroupsSequence
    if list(numbers) == list(range(1, len(frames) + 1)):
        return
    dataset.PerFrameFunctionalGroupsSequence = [frames[number - 1] for number in numbers]
    dataset.NumberOfFrames = len(numbers)
    _recount(dataset)


def _recount(dataset: Dataset) -> None:
    """Make each dimension's index values 1, 2, 3 … again (PS3.3 C.7.6.17)."""
    contents = [
        frame.FrameContentSequence[0]
        for frame in dataset.PerFrameFunctionalGroupsSequence
        if "FrameContentSequence" in frame
    ]
    contents = [item for item in contents if "DimensionIndexValues" in item]
    rows = [_as_list(item.DimensionIndexValues) for item in contents]
    ranks = [
        {value: rank for rank, value in enumerate(sorted(set(column)), 1)}
        for column in zip(*rows, strict=False)
    ]
    for item, row in zip(contents, rows, strict=True):
        item.DimensionIndexValues = [rank[value] for rank, value in zip(ranks, row, strict=False)]


def _as_list(value: object) -> list[int]:
    return [value] if isinstance(value, int) else [int(v) for v in value]  # type: ignore[attr-defined]


def say_derived(
    dataset: Dataset,
    uid: str,
    numbers: Sequence[int],
    description: str,
    codes: Sequence[Code],
    *,
    same_grid: bool = True,
) -> None:
    """Say in each frame of `dataset` which frame (`numbers`) of the instance `uid` it was made from."""
    for group in groups(dataset):
        group.pop("DerivationImageSequence", None)
    shared_codes = [code.item() for code in codes]
    for frame, number in zip(dataset.PerFrameFunctionalGroupsSequence, numbers, strict=True):
        item = Dataset()
        item.DerivationDescription = description
        item.DerivationCodeSequence = shared_codes
        item.SourceImageSequence = [source_image(dataset.SOPClassUID, uid, (number,), same_grid=same_grid)]
        frame.DerivationImageSequence = [item]
    for item in macros(dataset):
        if "FrameType" in item:
            item.FrameType = derived_frame_type(item.FrameType)


def groups(dataset: Dataset) -> Iterator[Dataset]:
    """Yield the shared group and that of each frame; nothing if there are no groups."""
    yield from dataset.get("SharedFunctionalGroupsSequence") or ()
    yield from dataset.get("PerFrameFunctionalGroupsSequence") or ()


def macros(dataset: Dataset) -> Iterator[Dataset]:
    """Yield each item of each macro of each group."""
    for group in groups(dataset):
        for element in group:
            if element.VR == "SQ":
                yield from element.value
