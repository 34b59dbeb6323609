"""The controls of a recipe: its steps, and what one of them does."""

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.cell import START
from app.language import mark, tr
from app.panels.method_chooser import MethodChooser
from app.panels.parameters import Choices, ParameterForm
from app.panels.slider import ValueSlider
from app.panels.steps import StepsList
from app.panels.text import Heading, Note
from core.enhance.registry import METHODS
from core.recipe import Recipe

_KEEPS = mark("Keeps units: values mean the same as before.")
_CHANGES = mark("Changes units: HU or signal can no longer be read off the result.")
_BLENDS = mark("How much of the method's result is mixed into the slice; moving it computes nothing anew.")
_RUNS = mark("How much of the method's result is mixed into the slice; the steps after this one run again.")


class RecipeControls(QWidget):
    """The steps if there are several; method, strength and parameters of the one that is edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepsList(self)
        self.heading = Heading(tr("Method"), self)
        self.recipes = QToolButton(self)
        self.method = MethodChooser(self)
        self.purpose = Note("", self)
        self.units = Note("", self)
        self.strength = ValueSlider(
            tr("Strength"), 0, 100, 100 * START.strength, step=1, unit="%", help=tr(_BLENDS), parent=self
        )
        self.form = ParameterForm(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(8)
        box.addWidget(self.steps)
        box.addLayout(self._heading())
        for widget in (self.method, self.strength, self.form, self.purpose, self.units, self.steps.add):
            box.addWidget(widget)
        box.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        """Return the heading with the button of the named recipes, whose menu the window gives."""
        self.recipes.setText(tr("Recipes"))
        self.recipes.setToolTip(tr("Use or keep a recipe under a name"))
        self.recipes.setAutoRaise(True)
        self.recipes.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line = QHBoxLayout()
        line.addWidget(self.heading, 1)
        line.addWidget(self.recipes)
        return line

    def show_recipe(self, recipe: Recipe, edited: int, models: Choices) -> None:
        """Show the step of `recipe` with number `edited`; `models` are the networks to choose from."""
        step, count = recipe.steps[edited], len(recipe.steps)
        method = METHODS[step.method]
        self.heading.setText(tr("Method") if count == 1 else tr("Method of step {}").format(edited + 1))
        self.method.show_data(step.method)
        self.purpose.say(tr(method.purpose))
        self.units.say(tr(_KEEPS if method.keeps_units else _CHANGES))
        self.strength.show_value(100 * step.strength)
        self.strength.setToolTip(tr(_BLENDS if edited == count - 1 else _RUNS))
        self.form.show_step(step, {"model": models})
        self.steps.show_recipe(recipe, edited)
