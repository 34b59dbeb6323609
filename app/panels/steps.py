"""The steps of a recipe: which one is edited, in what order they come."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.cell import START
from app.language import tr
from app.panels.text import Heading
from core.enhance.registry import METHODS
from core.recipe import Recipe, Step


class StepsList(QWidget):
    """Lists several steps to choose, move and remove; a single step is not listed."""

    chosen = Signal(int)
    """Number of the step that the user wants to edit, from 0."""
    changed = Signal(object, int)
    """The recipe the user wants, and the number of the step to edit in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipe = Recipe()
        self._edited = 0
        self.lines: list[StepLine] = []
        self._group = QButtonGroup(self)
        self.add = QToolButton(self)
        self.add.setText(tr("+ Add a step"))
        self.add.setAutoRaise(True)
        self.add.setToolTip(tr("Apply another method to the result of what is done already"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(self._menu())
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(Heading(tr("Steps, one after the other"), self))

    def show_recipe(self, recipe: Recipe, edited: int) -> None:
        """Show the steps of `recipe`, the one with number `edited` marked."""
        self._recipe, self._edited = recipe, edited
        if len(self.lines) != len(recipe.steps):
            self._rebuild()
        for number, (line, step) in enumerate(zip(self.lines, recipe.steps, strict=True)):
            line.show_step(step, number == edited)
        self.setVisible(len(recipe.steps) > 1)

    def _rebuild(self) -> None:
        for line in self.lines:
            self._group.removeButton(line.choose)
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [StepLine(number, self) for number in range(len(self._recipe.steps))]
        for number, line in enumerate(self.lines):
            self._group.addButton(line.choose)
            self._box.addWidget(line)
            line.choose.clicked.connect(partial(self.chosen.emit, number))
            line.earlier.clicked.connect(partial(self._move_earlier, number))
            line.remove.clicked.connect(partial(self._remove, number))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name, method in METHODS.items():
            menu.addAction(tr(method.label)).triggered.connect(partial(self._append, name))
        return menu

    def _append(self, method: str) -> None:
        steps = (*self._recipe.steps, Step(method, strength=START.strength))
        self.changed.emit(Recipe(steps), len(steps) - 1)

    def _move_earlier(self, number: int) -> None:
        steps = list(self._recipe.steps)
        steps[number - 1 : number + 1] = steps[number], steps[number - 1]
        follows = {number: number - 1, number - 1: number}
        self.changed.emit(Recipe(tuple(steps)), follows.get(self._edited, self._edited))

    def _remove(self, number: int) -> None:
        steps = self._recipe.steps
        left = Recipe((*steps[:number], *steps[number + 1 :]))
        self.changed.emit(left, self._edited - int(self._edited > number))


class StepLine(QWidget):
    """One step: a click on its name edits it."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.choose = QRadioButton(self)
        self.choose.setToolTip(tr("Edit this step"))
        self.earlier = self._button("↑", tr("Do this step earlier"))
        self.earlier.setEnabled(number > 0)
        self.remove = self._button("✕", tr("Remove this step"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.choose, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.remove)

    def show_step(self, step: Step, edited: bool) -> None:
        """Show what `step` does and whether it is the one that is edited."""
        label = tr(METHODS[step.method].label)
        self.choose.setText(f"{self._number + 1}  {label} · {round(100 * step.strength)} %")
        self.choose.setChecked(edited)
        self.earlier.setAccessibleName(tr("Do step {}, {}, earlier").format(self._number + 1, label))
        self.remove.setAccessibleName(tr("Remove step {}, {}").format(self._number + 1, label))

    def _button(self, sign: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        return button
