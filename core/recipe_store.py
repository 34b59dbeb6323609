"""Recipes under names: one TOML file each, the same that the command line reads."""

import re
from pathlib import Path

from core.atomic import replacing
from core.errors import ClearsliceError
from core.recipe import Recipe

LONGEST_NAME = 60
_SUFFIX = ".toml"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^[. ]|[. ]$')
"""What some file system does not take."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself."""


class RecipeStore:
    """The recipes in a folder.

    Parameters
    ----------
    folder
        Made when the first recipe is saved.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """Return the names in alphabetical order."""
        try:
            found = [path.stem for path in self._folder.glob(f"*{_SUFFIX}") if path.is_file()]
        except OSError:
            return ()
        return tuple(sorted((name for name in found if not why_not(name)), key=str.casefold))

    def load(self, name: str) -> Recipe:
        """Return the recipe called `name`.

        Raises
        ------
        ClearsliceError
            If its file is gone or damaged.
        """
        return load(self._path(name))

    def save(self, name: str, recipe: Recipe) -> None:
        """Keep `recipe` as `name`, in place of one that has the name (large or small letters).

        Raises
        ------
        ClearsliceError
            If the name cannot be a file's, or the folder cannot be written to.
        """
        why = why_not(name)
        if why:
            raise ClearsliceError(why)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            msg = "The folder of recipes cannot be made; check the permissions of your settings folder."
            raise ClearsliceError(msg) from error
        for same in self.names():
            if same.casefold() == name.casefold() and same != name:
                self.delete(same)
        write(self._path(name), recipe)

    def delete(self, name: str) -> None:
        """Forget the recipe called `name`; one that is gone already is no error."""
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as error:
            msg = "The recipe cannot be deleted; check the permissions of your settings folder."
            raise ClearsliceError(msg) from error

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{_SUFFIX}"


def why_not(name: str) -> str:
    """Return why `name` cannot be a recipe's; "" if it can."""
    if not name.strip():
        return "A recipe needs a name."
    if len(name) > LONGEST_NAME:
        return f"The name is too long; use at most {LONGEST_NAME} characters."
    if _FORBIDDEN.search(name) or _DEVICES.fullmatch(name):
        return "A recipe's name becomes a file's, so it may not hold < > : \" / \\ | ? * or end with a dot."
    return ""


def load(path: Path) -> Recipe:
    """Read a recipe that does something.

    Raises
    ------
    ClearsliceError
        If the file is no recipe, or one without steps.
    """
    recipe = Recipe.load(path)
    if not recipe.steps:
        msg = f"The recipe {path.name} holds no step, so it would do nothing."
        raise ClearsliceError(msg)
    return recipe


def write(path: Path, recipe: Recipe) -> None:
    """Write `recipe` to a file that `load` and the command line read."""
    with replacing(path) as file:
        file.write(recipe.to_toml().encode())
