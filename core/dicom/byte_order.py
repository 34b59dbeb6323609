"""Values whose bytes pydicom does not turn around when a big-endian data set is written as little endian."""

import numpy as np
from pydicom import Dataset

_WORDS = {"OW": 2, "OL": 4, "OF": 4, "OD": 8, "OV": 8}


def to_little_endian(dataset: Dataset) -> None:
    """Turn the bytes of word strings in `dataset`, if it was read as big endian; drop UN values."""
    if dataset.original_encoding[1] is not False:
        return
    _turn(dataset)


def _turn(dataset: Dataset) -> None:
    for element in list(dataset):
        if element.VR == "SQ":
            for item in element.value:
                _turn(item)
        elif element.VR in _WORDS and isinstance(element.value, bytes):
            element.value = np.frombuffer(element.value, f">u{_WORDS[element.VR]}").byteswap().tobytes()
        elif element.VR == "UN":
            del dataset[element.tag]
