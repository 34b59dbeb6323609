"""A named value with slider, number box, unit and reset."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from app.language import tr
from app.panels.number import NumberBox, UserSlider

_POSITIONS = 100
"""Slider positions where no step is declared."""


class ValueSlider(QWidget):
    """Shows one number between two limits and announces what the user makes of it."""

    changed = Signal(float, bool)
    """(value, whether it continues the last change and is one with it for undo)"""

    def __init__(
        self,
        label: str,
        minimum: float,
        maximum: float,
        default: float,
        *,
        step: float | None = None,
        unit: str = "",
        help: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._minimum, self._maximum, self._default = minimum, maximum, default
        self._step = step or (maximum - minimum) / _POSITIONS
        self.slider = UserSlider(label, self)
        self.box = NumberBox(tr("{}, number").format(label), self)
        self.reset = QToolButton(self)
        self._lay_out(label)
        self._fit(unit)
        self.setToolTip(help)
        self.slider.dragged.connect(self._on_dragged)
        self.box.entered.connect(lambda value: self.changed.emit(value, False))
        self.reset.clicked.connect(lambda: self.changed.emit(self._default, False))
        self.show_value(default)

    def show_value(self, value: float) -> None:
        """Show `value` without announcing it."""
        self.slider.setValue(round((value - self._minimum) / self._step))
        self.box.show_value(value)
        self.reset.setVisible(not math.isclose(value, self._default, abs_tol=1e-9))

    def _lay_out(self, label: str) -> None:
        name = QLabel(label, self)
        name.setBuddy(self.box)
        self.reset.setText("↺")
        self.reset.setAutoRaise(True)
        self.reset.setAccessibleName(tr("Reset {}").format(label))
        self.reset.setToolTip(tr("Back to {:g}").format(self._default))
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(kept)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.box, 0, 1)
        grid.addWidget(self.reset, 0, 2)
        grid.addWidget(self.slider, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def _fit(self, unit: str) -> None:
        self.slider.setRange(0, round((self._maximum - self._minimum) / self._step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.slider.setMinimumWidth(80)
        self.box.setDecimals(decimals(self._step))
        self.box.setRange(self._minimum, self._maximum)
        self.box.setSingleStep(self._step)
        self.box.setSuffix(f" {unit}" if unit else "")
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _on_dragged(self, position: int, continues: bool) -> None:
        value = self._minimum + position * self._step
        self.changed.emit(round(min(value, self._maximum), decimals(self._step) + 2), continues)


def decimals(step: float) -> int:
    """Digits after the point that tell neighbouring multiples of `step` apart."""
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    return digits if math.isclose(round(step, digits), step) else min(digits + 2, 6)
