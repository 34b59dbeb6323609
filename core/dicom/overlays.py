"""Overlay planes that lie in the unused high bits of the pixels (PS3.3 C.9.2, retired form)."""

from collections.abc import Sequence

import numpy as np
from pydicom import Dataset

from core.dicom.overlay_masks import GROUPS
from core.frame import Mask

_ROWS, _COLUMNS, _ORIGIN = 0x0010, 0x0011, 0x0050
_BITS_ALLOCATED, _BIT_POSITION, _DATA = 0x0100, 0x0102, 0x3000


def extract(dataset: Dataset, planes: Sequence[Mask], *, redrawn: bool = False) -> None:
    """Give each overlay in the high bits data of its own, since new pixels have no high bits in use.

    Where they are `redrawn`, for a finer grid, all the others are given new data too.

    `planes` are all overlays of a single-frame image, decoded, in order of their group and of the size of
    the image. Where they do not match the groups one to one, the overlays in high bits are dropped.
    """
    groups = [group for group in GROUPS if (group, _ROWS) in dataset]
    known = len(planes) == len(groups) and int(dataset.get("NumberOfFrames") or 1) == 1
    for index, group in enumerate(groups):
        if (group, _DATA) in dataset and not redrawn:
            continue
        if known:
            _give_data(dataset, group, planes[index])
        else:
            for tag in [tag for tag in set(dataset.keys()) if tag.group == group]:
                del dataset[tag]


def _give_data(dataset: Dataset, group: int, plane: Mask) -> None:
    bits = np.packbits(plane.ravel(), bitorder="little").tobytes()
    rows, columns = plane.shape
    dataset.add_new((group, _ROWS), "US", rows)
    dataset.add_new((group, _COLUMNS), "US", columns)
    dataset.add_new((group, _ORIGIN), "SS", [1, 1])
    dataset.add_new((group, _BITS_ALLOCATED), "US", 1)
    dataset.add_new((group, _BIT_POSITION), "US", 0)
    dataset.add_new((group, _DATA), "OW", bits + b"\0" * (len(bits) % 2))
