"""Recipes under names: the menu that offers, saves, deletes, imports and exports them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from app.export_dialogs import Asking
from app.feed import Feed
from app.language import tr
from app.session import Session
from app.settings import Settings
from core.enhance.registry import build
from core.errors import ClearsliceError
from core.recipe import Recipe
from core.recipe_store import LONGEST_NAME, RecipeStore, load, why_not, write

_DIALOG_WIDTH = 400


class Recipes(QObject):
    """What the menu does; what fails is said in one sentence."""

    def __init__(self, session: Session, feed: Feed, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._networks = feed.pipeline.networks
        self._window = parent
        self.store = RecipeStore(settings.recipes_folder)
        self.menu = RecipesMenu(self, parent)

    @property
    def submenus(self) -> dict[str, QMenu]:
        """Menus within menus, by the name of the action that they come before."""
        return {"apply_to_series": self.menu}

    def serve(self, button: QToolButton) -> None:
        """Let a button open the menu too."""
        button.setMenu(self.menu)

    @property
    def current(self) -> Recipe:
        """The recipe of the active cell."""
        return self._session.recipe

    def use(self, name: str) -> None:
        """Enhance by the recipe called `name`."""
        self._told(lambda: self._use(self.store.load(name)))

    def ask_name(self) -> None:
        """Ask what the recipe is to be called."""
        asking = NameDialog(self.store, self._window)
        asking.chosen.connect(self.save)
        asking.show()

    def save(self, name: str) -> None:
        """Keep the active cell's recipe as `name`."""
        if self._told(lambda: self.store.save(name, self.current)):
            self._session.message(tr("The recipe is kept as “{}”.").format(name))

    def delete(self, name: str) -> None:
        """Forget the recipe called `name`."""
        if self._told(lambda: self.store.delete(name)):
            self._session.message(tr("The recipe “{}” is deleted.").format(name))

    def import_(self) -> None:
        """Ask for a TOML file, use it and keep it under its name."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Import recipe"), "", tr("Recipes (*.toml)"))
        if name:
            self._told(lambda: self._import(Path(name)))

    def export(self) -> None:
        """Ask where to, and write the active cell's recipe as TOML."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export recipe"), "recipe.toml", tr("Recipes (*.toml)")
        )
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(".toml")
        if self._told(lambda: write(path, self.current)):
            self._session.message(tr("The recipe was written to {}.").format(path.name))

    def _import(self, path: Path) -> None:
        recipe = load(path)
        self._use(recipe)
        self.store.save(path.stem, recipe)
        self._session.message(tr("The recipe is kept as “{}”.").format(path.stem))

    def _use(self, recipe: Recipe) -> None:
        """Use a recipe of which every step can be built here."""
        for step in recipe.steps:
            build(step, self._networks)
        self._session.set_step(len(recipe.steps) - 1)
        self._session.use_recipe(recipe)

    def _told(self, do: Callable[[], None]) -> bool:
        """Do something and say why if it fails; return whether it was done."""
        try:
            do()
        except ClearsliceError as error:
            self._session.message(tr(str(error)))
            return False
        return True


class RecipesMenu(QMenu):
    """The named recipes, the one in use marked; made anew each time it is opened."""

    def __init__(self, recipes: Recipes, parent: QWidget | None = None) -> None:
        super().__init__(tr("Recipes"), parent)
        self._recipes = recipes
        self.remove = QMenu(tr("Delete recipe"), self)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        names = self._recipes.store.names()
        for name in names:
            self._offer(name)
        if not names:
            self.addAction(tr("None kept yet")).setEnabled(False)
        self.addSeparator()
        has_steps = bool(self._recipes.current.steps)
        self._do(tr("Save recipe as…"), self._recipes.ask_name).setEnabled(has_steps)
        self.addMenu(self.remove).setEnabled(bool(names))
        self.remove.clear()
        for name in names:
            self._do(_plain(name), partial(self._recipes.delete, name), self.remove)
        self.addSeparator()
        self._do(tr("Import recipe…"), self._recipes.import_)
        export = self._do(tr("Export recipe…"), self._recipes.export)
        export.setEnabled(has_steps)
        export.setToolTip(tr("As a TOML file, which “clearslice enhance --recipe” reads too"))

    def _offer(self, name: str) -> None:
        action = self._do(_plain(name), partial(self._recipes.use, name))
        action.setCheckable(True)
        try:
            recipe = self._recipes.store.load(name)
        except ClearsliceError as error:
            action.setEnabled(False)
            action.setToolTip(tr(str(error)))
        else:
            action.setChecked(recipe == self._recipes.current)

    def _do(self, text: str, do: Callable[[], None], menu: QMenu | None = None) -> QAction:
        action = (menu or self).addAction(text)
        action.triggered.connect(lambda *_: do())
        return action


class NameDialog(Asking):
    """Asks for a name and says before what is wrong with it, or that it is taken."""

    chosen = Signal(str)

    def __init__(self, store: RecipeStore, parent: QWidget | None = None) -> None:
        super().__init__(tr("Save recipe"), tr("Save"), parent)
        self._taken = {name.casefold() for name in store.names()}
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(tr("Name of the recipe"))
        self.name.setPlaceholderText(tr("Name, for example “Low-dose chest”"))
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setObjectName("muted")
        for part in (self.name, self.note, self.buttons):
            self.column.addWidget(part)
        self.setMinimumWidth(_DIALOG_WIDTH)
        self.name.textChanged.connect(self._on_text)
        self._on_text("")
        self.name.setFocus()

    def _finish(self) -> None:
        self.close()
        self.chosen.emit(self.name.text())

    def _on_text(self, text: str) -> None:
        why = why_not(text)
        self.go_on.setEnabled(not why)
        if text.casefold() in self._taken:
            self.note.setText(tr("It takes the place of the recipe that has this name."))
        else:
            self.note.setText(tr(why) if text else tr("Method, strength and settings of all steps are kept."))


def _plain(name: str) -> str:
    """Return a name in which & is no mnemonic."""
    return name.replace("&", "&&")
