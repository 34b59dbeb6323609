"""What the metrics panel computes, away from the GUI thread."""

from dataclasses import dataclass

import numpy as np

from app.panels.match import caution, misfit
from app.state import DataRange
from core.dicom.decode import read_frame
from core.dicom.study import FrameRef
from core.errors import ClearsliceError
from core.frame import Frame, Mask
from core.metrics import Scores, Span, compare
from core.noise import estimate
from core.pipeline import Enhanced
from core.stop import Stop
from core.window import Window


@dataclass(frozen=True, eq=False)
class Question:
    """All that the scores of a slice depend on."""

    frame: Frame
    enhanced: Enhanced | None
    window: Window
    data_range: DataRange
    other: FrameRef | None = None
    """The slice to compare with; `None` compares with the original."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Scores against one reference."""

    before: Scores | None
    """The original; `None` where it is the reference itself."""
    after: Scores | None
    """The enhanced slice; `None` where enhancement is off."""
    units: str
    """Of the original."""
    keeps_units: bool = True
    """Whether the enhanced slice is in these units, too."""
    caution: str = ""


def score(question: Question, stop: Stop) -> Answer:
    """Compare original and enhanced slice with the reference.

    Raises
    ------
    ClearsliceError
        If the reference does not fit the slice.
    """
    frame, enhanced = question.frame, question.enhanced
    reference = frame if question.other is None else read_frame(question.other)
    if problem := misfit(frame, reference):
        raise ClearsliceError(problem)
    excluded = _either(frame.padding_mask, reference.padding_mask)
    span = span_of(question.data_range, question.window, reference, excluded)
    before = after = None
    if reference is not frame:
        before = compare(reference.values, frame.values, span, excluded, stop)
    if enhanced is not None:
        after = compare(reference.values, enhanced.image, span, excluded, stop)
    kept = enhanced is None or enhanced.keeps_units
    return Answer(before, after, frame.units, kept, caution(frame, reference))


def span_of(data_range: DataRange, window: Window, reference: Frame, excluded: Mask | None) -> Span:
    """Return the range of values that the user chose."""
    if data_range is DataRange.WINDOW:
        return Span.of_window(window)
    return Span.of_image(reference.values, excluded)


def _either(first: Mask | None, second: Mask | None) -> Mask | None:
    if first is None or second is None:
        return second if first is None else first
    return np.asarray(first | second)


@dataclass(frozen=True, slots=True)
class Noise:
    """Noise SD of a slice in its own units."""

    before: float
    after: float | None
    units: str
    """Of the original."""
    keeps_units: bool = True
    """Whether `after` is in these units, too."""


def noise(frame: Frame, enhanced: Enhanced | None, stop: Stop) -> Noise:
    """Estimate the noise of the original and the enhanced slice."""
    before = estimate(frame.values, frame.padding_mask)
    stop.check()
    after = None if enhanced is None else estimate(enhanced.image, frame.padding_mask)
    return Noise(before, after, frame.units, enhanced is None or enhanced.keeps_units)
