"""Refusal of parameters outside their physical range, at construction rather than as NaN pixels."""

import math

from core.errors import ClearsliceError


def within(name: str, value: float, low: float, high: float = math.inf) -> None:
    """Raise `ClearsliceError` unless ``low <= value <= high``; NaN is refused too."""
    if not low <= value <= high:
        raise ClearsliceError(f"The degradation's {name} is {value:g}; set it between {low:g} and {high:g}.")


def positive(name: str, value: float) -> None:
    """Raise `ClearsliceError` unless `value` is a finite number above 0."""
    if not 0 < value < math.inf:
        raise ClearsliceError(f"The degradation's {name} is {value:g}; set it above 0.")
