"""Window: presets, numbers, and the histogram it lies on."""

import math
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.feed import Feed
from app.lane import Lane
from app.language import tr
from app.operations import window_from_region
from app.panels.histogram import HistogramPlot, Limits
from app.panels.number import Chooser, NumberBox
from app.panels.preset_buttons import PresetButtons
from app.panels.presets import Preset, automatic, presets
from app.panels.text import Heading, Note
from app.session import Session
from app.texts import window_digits
from core.display import default_voi
from core.frame import Frame, Rescale
from core.pipeline import Enhanced
from core.roi import Histogram, histogram
from core.stop import Stop
from core.window import VoiFunction, Window

_LARGEST = 1e7
_BINS = 256


@dataclass(frozen=True, eq=False)
class _Counts:
    histogram: Histogram
    enhanced: bool


class WindowPanel(QWidget):
    """What is black and what is white, for every slice and view of the series."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
        self._span: Limits = (0.0, 1.0)
        self.empty = Note(tr("Open a study to set its window."), self)
        self.body = QWidget(self)
        self.presets = PresetButtons(self.body)
        self.center = NumberBox(tr("Window center"), self.body)
        self.width_ = NumberBox(tr("Window width"), self.body)
        self.function = Chooser(tr("Shape of the window"), self.body)
        self.invert = QCheckBox(tr("Invert"), self.body)
        self.invert.setToolTip(tr("Swaps black and white"))
        self.lut = Note("", self.body)
        self.plot = HistogramPlot(self.body)
        self.legend = Note("", self.body)
        self._lane = Lane("histogram", self)
        self._lay_out()
        self._connect()
        self._on_frame(feed.frame)

    def stop_work(self) -> None:
        """Stop counting and wait."""
        self._lane.close()

    def _lay_out(self) -> None:
        for box in (self.center, self.width_):
            box.setRange(-_LARGEST, _LARGEST)
        self.width_.setMinimum(1e-3)
        numbers = QFormLayout()
        numbers.addRow(tr("Center"), self.center)
        numbers.addRow(tr("Width"), self.width_)
        numbers.addRow(tr("Shape"), self.function)
        for function, name, tip in _functions():
            self.function.addItem(name, function)
            self.function.setItemData(self.function.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(Heading(tr("Window"), self.body), 1)
        head.addWidget(self.invert)
        inner.addLayout(head)
        inner.addWidget(self.presets)
        inner.addLayout(numbers)
        inner.addWidget(self.lut)
        inner.addWidget(self.plot, 1)
        inner.addWidget(self.legend)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 8, 8, 8)
        outer.addWidget(self.empty)
        outer.addWidget(self.body, 1)

    def _connect(self) -> None:
        session = self._session
        session.windowChanged.connect(self._render)
        session.invertedChanged.connect(self._render)
        self._feed.frameChanged.connect(self._on_frame)
        self._feed.enhancedChanged.connect(self._count)
        self._lane.done.connect(self._on_counted)
        self.presets.chosen.connect(self._on_preset)
        self.presets.automatic.connect(self._on_automatic)
        self.presets.fromRegion.connect(partial(window_from_region, session, self._feed))
        self.function.activated.connect(self._on_function)
        self.center.entered.connect(lambda value: self._set(replace(self._window(), center=value, name="")))
        self.width_.entered.connect(lambda value: self._set(replace(self._window(), width=value, name="")))
        self.invert.clicked.connect(session.set_inverted)
        self.plot.dragged.connect(self._on_dragged)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what changed while hidden."""
        super().showEvent(event)
        self._count(self._feed.enhanced)

    # -- from session and feed ----------------------------------------------------------------

    def _on_frame(self, frame: Frame | None) -> None:
        windowed = frame is not None and not frame.is_colour
        self.body.setVisible(windowed)
        self.empty.say("" if windowed else _why_not(frame))
        if frame is None or frame.is_colour:
            return
        self.presets.offer(presets(frame, self._feed.active.base_window or frame.default_window))
        for box in (self.center, self.width_):
            box.setSuffix(f" {frame.units}" if frame.units else "")
        low, high = np.percentile(frame.values[:: _thin(frame), :: _thin(frame)], (0.05, 99.95))
        self._span = float(low), float(high)
        self._render()
        self._count(self._feed.enhanced)

    def _render(self) -> None:
        frame = self._feed.frame
        if frame is None or frame.is_colour:
            return
        window = self._window()
        for box in (self.center, self.width_):
            box.setDecimals(window_digits(window.width))
            box.setSingleStep(max(10.0 ** -window_digits(window.width), window.width / 100))
        self.center.show_value(window.center)
        self.width_.show_value(window.width)
        self.function.show_data(window.function)
        self.invert.setChecked(self._session.inverted)
        self.presets.show_window(self._session.window)
        by_lut = self._session.window is None and not isinstance(default_voi(frame), Window)
        self.lut.say(
            tr("The file's own lookup table is in force; any change here replaces it.") if by_lut else ""
        )
        self.plot.show_window(window.limits, self._span)

    def _count(self, enhanced: Enhanced | None) -> None:
        frame = self._feed.frame
        if frame is not None and not frame.is_colour and self.isVisible():
            self._lane.submit(frame.key, partial(_count, frame, enhanced, self._span))

    def _on_counted(self, key: object, counts: _Counts) -> None:
        if self._feed.frame is not None and self._feed.frame.key == key:
            self.plot.show_counts(counts.histogram, counts.enhanced)
            self.legend.say(_legend(self._feed.frame.units, counts.enhanced))

    # -- from the user ------------------------------------------------------------------------

    def _window(self) -> Window:
        """Return the window in force; where a lookup table is, one over the slice's values."""
        frame = self._feed.frame
        if self._session.window is not None or frame is None:
            return self._session.window or Window(0, 1)
        return frame.default_window

    def _set(self, window: Window) -> None:
        self._session.set_window(window)

    def _on_preset(self, preset: Preset) -> None:
        if preset.window is None:
            self._session.reset_window()
        else:
            self._session.set_window(preset.window)

    def _on_automatic(self) -> None:
        if self._feed.frame is not None:
            self._session.set_window(automatic(self._feed.frame))

    def _on_function(self, index: int) -> None:
        window = self._window()
        function = VoiFunction(self.function.itemData(index))
        if function is not window.function:
            self._set(replace(window, function=function, name=""))

    def _on_dragged(self, low: float, high: float) -> None:
        self._set(_between(low, high, self._window().function))


def _legend(units: str, enhanced: bool) -> str:
    unit = units or tr("Signal")
    if enhanced:
        return tr("{}, counts on a logarithmic scale. Filled: before, line: after.").format(unit)
    return tr("{}, counts on a logarithmic scale.").format(unit)


def _functions() -> tuple[tuple[VoiFunction, str, str], ...]:
    """Return the VOI LUT Functions of DICOM with a name and what each is good for."""
    return (
        (VoiFunction.LINEAR, tr("Linear"), tr("DICOM's LINEAR: half a unit narrower at either end")),
        (VoiFunction.LINEAR_EXACT, tr("Linear, exact"), tr("DICOM's LINEAR_EXACT: for values with decimals")),
        (VoiFunction.SIGMOID, tr("Sigmoid"), tr("DICOM's SIGMOID: soft ends, nothing is cut off")),
    )


def _why_not(frame: Frame | None) -> str:
    if frame is None:
        return tr("Open a study to set its window.")
    return tr("Colour images have no window.")


def _count(frame: Frame, enhanced: Enhanced | None, span: Limits, stop: Stop) -> _Counts:
    stop.check()
    after = frame.values if enhanced is None else enhanced.image
    limits, bins = _bins(frame, span)
    counts = histogram(frame.values, after, frame.padding_mask, limits, bins)
    return _Counts(counts, enhanced is not None)


def _bins(frame: Frame, span: Limits) -> tuple[Limits, int]:
    """Return limits and number of bins that each hold equally many stored integers, so that none is empty."""
    if not isinstance(frame.transform, Rescale) or not frame.transform.slope:
        return span, _BINS
    step, zero = abs(frame.transform.slope), frame.transform.intercept
    first, last = math.floor((span[0] - zero) / step), math.ceil((span[1] - zero) / step)
    each = math.ceil((last - first + 1) / _BINS)
    bins = math.ceil((last - first + 1) / each)
    low = zero + (first - 0.5) * step
    return (low, low + bins * each * step), bins


def _between(low: float, high: float, function: VoiFunction) -> Window:
    """Return the window of a function that shows `low` black and `high` white (PS3.3 C.11.2.1.2)."""
    exact = Window((low + high) / 2, max(high - low, 1e-3), function)
    if function is VoiFunction.LINEAR:
        exact = replace(exact, center=exact.center + 0.5, width=exact.width + 1)
    digits = window_digits(exact.width)
    return replace(exact, center=round(exact.center, digits), width=round(exact.width, digits))


def _thin(frame: Frame) -> int:
    """Return the stride that leaves about a quarter of a million pixels, enough for percentiles."""
    return max(1, round(math.sqrt(frame.shape[0] * frame.shape[1] / 250_000)))
