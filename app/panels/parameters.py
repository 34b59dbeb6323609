"""A form made from what a method declares."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.language import tr
from app.panels.number import Chooser
from app.panels.slider import ValueSlider
from core.enhance.method import Parameter
from core.enhance.registry import declared
from core.recipe import Step, Value

Shower = Callable[[Value], None]
Choices = tuple[tuple[str, str], ...]
"""(value, name on screen) pairs."""


class ParameterForm(QWidget):
    """One control for each parameter of a step's method."""

    changed = Signal(str, object, bool)
    """(name, value, whether it continues the last change)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._built_for: object = None
        self._showers: dict[str, Shower] = {}
        self.controls: dict[str, QWidget] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)

    def show_step(self, step: Step, suggestions: Mapping[str, Choices]) -> None:
        """Show the step's values.

        `suggestions` are the choices of text parameters that declare none; one without choice is hidden.
        """
        wanted = step.method, dict(suggestions)
        if wanted != self._built_for:
            self._built_for = wanted
            self._rebuild(step.method, suggestions)
        given = dict(step.parameters)
        for parameter in declared(step.method):
            self._showers[parameter.name](given.get(parameter.name, parameter.default))

    def _rebuild(self, method: str, suggestions: Mapping[str, Choices]) -> None:
        for control in self.controls.values():
            self._box.removeWidget(control)
            control.deleteLater()
            control.hide()
        self.controls, self._showers = {}, {}
        for parameter in declared(method):
            control, shower = self._control(parameter, suggestions.get(parameter.name, ()))
            self.controls[parameter.name], self._showers[parameter.name] = control, shower
            self._box.addWidget(control)

    def _control(self, parameter: Parameter, suggested: Choices) -> tuple[QWidget, Shower]:
        if isinstance(parameter.default, bool):
            return self._check_box(parameter)
        if isinstance(parameter.default, str):
            return self._chooser(parameter, tuple((c, tr(c)) for c in parameter.choices) or suggested)
        return self._slider(parameter, parameter.default)

    def _check_box(self, parameter: Parameter) -> tuple[QWidget, Shower]:
        box = QCheckBox(tr(parameter.label), self)
        box.setToolTip(tr(parameter.help))
        box.clicked.connect(partial(self._announce, parameter.name))
        return box, lambda value: box.setChecked(bool(value))

    def _chooser(self, parameter: Parameter, choices: Choices) -> tuple[QWidget, Shower]:
        row = QWidget(self)
        chooser = Chooser(tr(parameter.label), row)
        for value, name in choices:
            chooser.addItem(name, value)
        chooser.activated.connect(lambda index: self._announce(parameter.name, chooser.itemData(index)))
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(QLabel(tr(parameter.label), row), 0, 0)
        grid.addWidget(chooser, 0, 1)
        grid.setColumnStretch(1, 1)
        row.setToolTip(tr(parameter.help))
        row.setVisible(len(choices) > 1)
        return row, chooser.show_data

    def _slider(self, parameter: Parameter, default: float) -> tuple[QWidget, Shower]:
        slider = ValueSlider(
            tr(parameter.label),
            0.0 if parameter.minimum is None else parameter.minimum,
            1.0 if parameter.maximum is None else parameter.maximum,
            default,
            step=parameter.step,
            unit=parameter.unit,
            help=tr(parameter.help),
            parent=self,
        )
        kind = type(parameter.default)
        slider.changed.connect(
            lambda value, continues: self.changed.emit(parameter.name, kind(value), continues)
        )
        return slider, lambda value: slider.show_value(float(value))

    def _announce(self, name: str, value: Value) -> None:
        self.changed.emit(name, value, False)
