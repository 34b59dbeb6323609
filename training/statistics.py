"""Means over people, not over pictures, with intervals that say how far they can be trusted."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

DRAWS = 2000
"""Bootstrap samples per interval."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over subjects with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


def by_subject(scores: Iterable[tuple[str, float]], seed: int = 0) -> Mean:
    """Average (subject, score) pairs within each subject, then over subjects.

    The interval holds the middle 95 % of the means of `DRAWS` sets of subjects, drawn with replacement
    (percentile bootstrap, Efron 1979). Slices of a person are alike, so that drawing slices would make the
    interval far too narrow. Fed with differences of two methods it is the paired interval.

    Raises
    ------
    ValueError
        If there is no pair at all.
    """
    table: dict[str, list[float]] = {}
    for subject, score in scores:
        table.setdefault(subject, []).append(score)
    if not table:
        msg = "a mean over nobody"
        raise ValueError(msg)
    means = np.array([np.mean(values) for values in table.values()])
    rng = np.random.default_rng(seed)
    drawn = means[rng.integers(len(means), size=(DRAWS, len(means)))].mean(1)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Mean(float(means.mean()), float(low), float(high))
