"""The steps of a recipe, when there are several."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from core.enhance.registry import METHODS
from core.recipe import Recipe, Step


class StepsList(QWidget):
    """Lists what happens one after another, lets steps be removed and one be added at the end."""

    changed = Signal(object)
    """The recipe the user wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipe = Recipe()
        self._lines: list[QWidget] = []
        self.add = QToolButton(self)
        self.add.setText("＋ Add a step after this one")
        self.add.setAutoRaise(True)
        self.add.setToolTip("Apply another method to the result of this one")
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(self._menu())
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(self.add)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show the steps of `recipe`; a single one is not listed."""
        self._recipe = recipe
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        steps = recipe.steps if len(recipe.steps) > 1 else ()
        self._lines = [self._line(n, step) for n, step in enumerate(steps)]
        for n, line in enumerate(self._lines):
            self._box.insertWidget(n, line)

    def _line(self, number: int, step: Step) -> QWidget:
        line = QWidget(self)
        label = METHODS[step.method].label
        last = number == len(self._recipe.steps) - 1
        text = f"{number + 1}  {label} · {round(100 * step.strength)} %" + (" · edited above" if last else "")
        remove = QToolButton(line)
        remove.setText("✕")
        remove.setAutoRaise(True)
        remove.setAccessibleName(f"Remove step {number + 1}, {label}")
        remove.setToolTip("Remove this step")
        remove.clicked.connect(partial(self._remove, number))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(text, line), 1)
        row.addWidget(remove)
        return line

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name, method in METHODS.items():
            menu.addAction(method.label).triggered.connect(partial(self._append, name))
        return menu

    def _append(self, method: str) -> None:
        self.changed.emit(Recipe((*self._recipe.steps, Step(method))))

    def _remove(self, number: int) -> None:
        steps = self._recipe.steps
        self.changed.emit(Recipe((*steps[:number], *steps[number + 1 :])))
