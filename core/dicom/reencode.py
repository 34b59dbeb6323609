"""What must happen to a data set before pydicom can write it in another encoding than it was read in."""

import struct

import numpy as np
from pydicom import DataElement, Dataset
from pydicom.errors import BytesLengthException
from pydicom.tag import BaseTag

_WORDS = {"OW": 2, "OL": 4, "OF": 4, "OD": 8, "OV": 8}
MALFORMED = (
    ValueError,
    TypeError,
    NotImplementedError,
    ArithmeticError,
    LookupError,
    struct.error,
    BytesLengthException,
)
"""What pydicom raises while it converts a value that is none of its VR."""


def to_explicit_little_endian(dataset: Dataset) -> None:
    """Make `dataset` ready to be written in Explicit VR Little Endian.

    In that encoding already, all is passed on as it is. From another one values have to be converted:
    those that are malformed are dropped, and of big-endian ones the word strings, which pydicom leaves
    as they are, are turned around, and those of unknown VR are dropped.
    """
    implicit, little = dataset.original_encoding
    if implicit or little is False:
        _convert(dataset, turn=little is False)


def _convert(dataset: Dataset, turn: bool) -> None:
    for tag in sorted(dataset.keys()):
        try:
            element = dataset[tag]
        except MALFORMED:
            del dataset[tag]
            continue
        if element.VR == "SQ":
            for item in element.value:
                _convert(item, turn)
        elif turn:
            _turn(dataset, tag, element)


def _turn(dataset: Dataset, tag: BaseTag, element: DataElement) -> None:
    width = _WORDS.get(element.VR)
    if element.VR == "UN" or (width and isinstance(element.value, bytes) and len(element.value) % width):
        del dataset[tag]
    elif width and isinstance(element.value, bytes):
        element.value = np.frombuffer(element.value, f">u{width}").byteswap().tobytes()
