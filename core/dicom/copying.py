"""A copy of a data set that can be changed without touching the original."""

import copy
from typing import Any

from pydicom import DataElement, Dataset
from pydicom.charset import default_encoding
from pydicom.dataelem import RawDataElement


def copied(dataset: Dataset) -> Dataset:
    """Return a data set of its own elements; values are shared, as they are only ever replaced.

    `copy.deepcopy` does the same ten times slower, seconds for a few hundred frames.
    """
    charset = dataset.original_character_set
    elements: dict[Any, Any] = {tag: _copied(dataset.get_item(tag)) for tag in dataset.keys()}  # noqa: SIM118
    result = Dataset(elements, parent_encoding=charset or default_encoding)
    implicit, little = dataset.original_encoding
    result.set_original_encoding(implicit, little, charset)
    return result


def _copied(element: DataElement | RawDataElement) -> DataElement | RawDataElement:
    if isinstance(element, RawDataElement):
        return element
    result = copy.copy(element)
    if element.VR == "SQ":
        result.value = [copied(item) for item in element.value]
    return result
