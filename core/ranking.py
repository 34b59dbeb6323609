"""Simulated low dose: every method on a slice made worse, ranked by how near it comes to the original."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf

import numpy as np

from core.degrade import low_dose
from core.enhance.network import Networks
from core.enhance.registry import METHODS, NETWORK_TASKS, build, declared
from core.errors import Cancelled, ClearsliceError
from core.frame import Frame, Image
from core.metrics import Scores, Span, compare
from core.padded import apply, filled, slice_context
from core.recipe import Step
from core.stop import Stop

UNTREATED = "Simulated low dose"
RANKED = tuple(name for name in METHODS if NETWORK_TASKS.get(name, "denoise") == "denoise")
"""Methods that may be asked to undo noise: all but the networks that were trained for something else."""
CONTRAST_REMARK = "changes contrast on purpose, so PSNR and SSIM say little about it"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the ranking."""

    step: Step | None
    """What was run; `None` for the degraded slice itself."""
    label: str
    scores: Scores | None
    """Against the original slice; `None` if the method cannot be used on it."""
    remark: str = ""
    seconds: float = 0.0

    @property
    def method(self) -> str:
        """Name of the method, "" for the degraded slice itself."""
        return self.step.method if self.step else ""

    @property
    def _place(self) -> tuple[bool, float]:
        """Contrast methods and what has no scores last, then the higher PSNR first."""
        return bool(self.remark), -(self.scores.psnr if self.scores else -inf)


def rank(
    frame: Frame,
    amount: float,
    span: Span,
    networks: Networks,
    stop: Stop,
    *,
    report: Callable[[tuple[Row, ...]], None],
    seed: int = 0,
) -> tuple[Row, ...]:
    """Add noise to `frame`, run every method at its defaults, compare each with the original.

    Parameters
    ----------
    amount
        SD of the added noise, see `core.degrade.AMOUNTS`.
    span
        Range of values that PSNR and SSIM refer to.
    report
        Called with the rows so far, best first, whenever one is done.
    seed
        Of the noise: the same gives the same slice.

    Raises
    ------
    ClearsliceError
        If no noise can be simulated for the modality.
    Cancelled
        If `stop` was set.
    """
    rows: tuple[Row, ...] = ()
    for row in _rows(frame, degraded(frame, amount, seed), span, networks, stop):
        rows = tuple(sorted((*rows, row), key=lambda r: r._place))
        report(rows)
    return rows


def degraded(frame: Frame, amount: float, seed: int = 0) -> Image:
    """Return the values of `frame` (rows, columns) as at a lower dose; padding gets noise, too."""
    values = filled(frame.values, frame.padding_mask)
    return low_dose(values, frame.modality, amount, np.random.default_rng(seed))


def _rows(frame: Frame, worse: Image, span: Span, networks: Networks, stop: Stop) -> Iterator[Row]:
    excluded = frame.padding_mask
    yield Row(None, UNTREATED, compare(frame.values, worse, span, excluded, stop))
    for name in RANKED:
        method = METHODS[name]
        start, step = time.perf_counter(), _fair_step(name, frame.modality)
        try:
            image = apply(build(step, networks), worse, slice_context(frame), stop)
        except Cancelled:
            raise
        except ClearsliceError as error:
            yield Row(step, method.label, None, str(error))
            continue
        seconds = time.perf_counter() - start
        scores = compare(frame.values, image, span, excluded, stop)
        yield Row(step, method.label, scores, "" if method.keeps_units else CONTRAST_REMARK, seconds)


def _fair_step(name: str, modality: str) -> Step:
    """Return the method at its defaults, on MR with the noise floor removed as networks do, too."""
    if modality == "MR" and "floor" in {parameter.name for parameter in declared(name)}:
        return Step(name, (("floor", True),))
    return Step(name)
