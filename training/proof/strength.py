"""Up to which strength a target is met."""

from collections.abc import Callable

import numpy as np

STEP = 0.05
"""Strengths are tried in steps of this."""


def largest(met: Callable[[float], bool]) -> float:
    """Return the largest strength up to which a target is `met` at every one tried; 0 if at none."""
    found = 0.0
    for strength in np.arange(1, round(1 / STEP) + 1) * STEP:
        if not met(float(strength)):
            break
        found = float(strength)
    return round(found, 2)


def said(strength: float) -> str:
    """Return it in words."""
    if strength <= 0:
        return "at no strength"
    return "at every strength" if strength >= 1 else f"up to strength {100 * strength:.0f} %"
