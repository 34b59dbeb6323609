"""The controls of a recipe's last step."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.panels.method_chooser import MethodChooser
from app.panels.parameters import ParameterForm
from app.panels.slider import ValueSlider
from app.panels.steps import StepsList
from app.panels.text import Heading, Note
from app.session import START
from core.enhance.registry import METHODS
from core.recipe import Recipe

_KEEPS = "Keeps units: values mean the same as before."
_CHANGES = "Changes units: HU or signal can no longer be read off the result."


class RecipeControls(QWidget):
    """Method, strength, the method's own parameters, further steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.method = MethodChooser(self)
        self.purpose = Note("", self)
        self.units = Note("", self)
        self.strength = ValueSlider(
            "Strength",
            0,
            100,
            100 * START.strength,
            step=1,
            unit="%",
            help="How much of the method's result is mixed into the slice; moving it computes nothing anew.",
            parent=self,
        )
        self.form = ParameterForm(self)
        self.steps = StepsList(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(8)
        box.addWidget(Heading("Method", self))
        for widget in (self.method, self.purpose, self.units, self.strength, self.form, self.steps):
            box.addWidget(widget)
        box.addStretch(1)

    def show_recipe(self, recipe: Recipe, models: tuple[str, ...]) -> None:
        """Show the last step and what goes before it."""
        step = recipe.steps[-1]
        method = METHODS[step.method]
        self.method.show_data(step.method)
        self.purpose.say(method.purpose)
        self.units.say(_KEEPS if method.keeps_units else _CHANGES)
        self.strength.show_value(100 * step.strength)
        self.form.show_step(step, {"model": ("auto", *models)})
        self.steps.show_recipe(recipe)
