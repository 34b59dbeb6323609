"""Overlay planes that lie in the unused high bits of the pixels (PS3.3 C.9.2, retired form)."""

from collections.abc import Sequence

import numpy as np
from pydicom import Dataset

from core.frame import Mask

_GROUPS = range(0x6000, 0x6020, 2)
_ROWS, _BITS_ALLOCATED, _BIT_POSITION, _DATA = 0x0010, 0x0100, 0x0102, 0x3000


def extract(dataset: Dataset, planes: Sequence[Mask]) -> None:
    """Give each overlay in the high bits data of its own, since new pixels have no high bits in use.

    `planes` are all overlays of the image, decoded, in order of their group; where they do not match
    the groups one to one, the overlays in high bits are dropped.
    """
    groups = [group for group in _GROUPS if (group, _ROWS) in dataset]
    for index, group in enumerate(groups):
        if (group, _DATA) in dataset:
            continue
        if len(planes) == len(groups):
            bits = np.packbits(planes[index].ravel(), bitorder="little").tobytes()
            dataset.add_new((group, _DATA), "OW", bits + b"\0" * (len(bits) % 2))
            dataset.add_new((group, _BITS_ALLOCATED), "US", 1)
            dataset.add_new((group, _BIT_POSITION), "US", 0)
        else:
            for tag in [tag for tag in set(dataset.keys()) if tag.group == group]:
                del dataset[tag]
