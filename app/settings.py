"""What is remembered between runs, typed; of patients nothing, but for what paths of recent studies tell."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from app.language import tr
from app.places import config_folder, settings_store
from core.errors import ClearsliceError
from core.recipe import Recipe

if TYPE_CHECKING:  # The settings are read before the window stands on the screen: what they need is small.
    from app.state import Layout
    from core.enhance.device import Device

_FORM = 1
"""Goes up when a key changes its meaning. What has no number yet means the same as what has the first."""
_FORM_KEY = "settings/form"
_KEYS = "keys"
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Percent that the interface can be scaled to."""


class Settings:
    """The user's settings. Nothing is cached: what is set is stored at once."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or settings_store()

    def take_over(self) -> str:
        """Make what an earlier run stored fit for this version.

        Returns
        -------
        str
            The sentence for the user if it had to be set aside, else "".
        """
        form = self._store.value(_FORM_KEY, _FORM)
        damaged = self._store.status() is QSettings.Status.FormatError
        usable = str(form).isdecimal() and int(str(form)) <= _FORM and not damaged
        if not usable:
            self._store.clear()
        self._store.setValue(_FORM_KEY, _FORM)
        if usable:
            return ""
        return tr("The settings were damaged or from a newer version; Clearslice starts with its own.")

    @property
    def geometry(self) -> QByteArray | None:
        """Size and place of the window; None at the first run."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def layout(self) -> QByteArray | None:
        """Widths of the panels; None at the first run."""
        value = self._store.value("window/layout")
        return value if isinstance(value, QByteArray) else None

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._store.setValue("window/layout", value)

    def layout_of(self, modality: str) -> "Layout | None":
        """Return the layout last chosen for a modality; None if none was."""
        from app.state import Layout

        name = str(self._store.value(f"layouts/{modality}", ""))
        return Layout[name] if name in Layout.__members__ else None

    def remember_layout(self, modality: str, layout: "Layout") -> None:
        """Keep the layout that was chosen for a modality."""
        self._store.setValue(f"layouts/{modality}", layout.name)

    @property
    def up_is_brighter(self) -> bool:
        """Whether a window/level drag upwards makes the image brighter."""
        return self._store.value("mouse/up_is_brighter", True, type=bool) is True

    @up_is_brighter.setter
    def up_is_brighter(self, value: bool) -> None:
        self._store.setValue("mouse/up_is_brighter", value)

    @property
    def draws_once(self) -> bool:
        """Whether the window/level tool comes back after one measurement."""
        return self._store.value("mouse/draws_once", True, type=bool) is True

    @draws_once.setter
    def draws_once(self, value: bool) -> None:
        self._store.setValue("mouse/draws_once", value)

    def recipe_of(self, modality: str) -> Recipe | None:
        """Return the recipe last used for a modality; None if none was, or it cannot be read any more."""
        try:
            recipe = Recipe.from_toml(str(self._store.value(f"recipes/{modality}", "")))
        except ClearsliceError:
            return None
        return recipe if recipe.steps else None

    def remember_recipe(self, modality: str, recipe: Recipe) -> None:
        """Keep the recipe that was used for a modality."""
        self._store.setValue(f"recipes/{modality}", recipe.to_toml())

    @property
    def recipes_folder(self) -> Path:
        """Where named recipes are kept: beside the settings."""
        file = Path(self._store.fileName())
        return (file.parent if file.is_absolute() else config_folder()) / "recipes"

    @property
    def recent(self) -> tuple[tuple[Path, ...], ...]:
        """Paths of the studies opened last, the latest first; those of one opening together."""
        try:
            kept = json.loads(str(self._store.value("recent/paths", "[]")))
            return tuple(tuple(Path(name) for name in names) for names in kept)
        except (ValueError, TypeError):
            return ()

    @recent.setter
    def recent(self, value: tuple[tuple[Path, ...], ...]) -> None:
        names = [[str(path) for path in paths] for paths in value]
        self._store.setValue("recent/paths", json.dumps(names))

    @property
    def remembers_recent(self) -> bool:
        """Whether paths of studies are kept: a path may hold a patient's name."""
        return self._store.value("recent/remembered", True, type=bool) is True

    @remembers_recent.setter
    def remembers_recent(self, value: bool) -> None:
        self._store.setValue("recent/remembered", value)

    @property
    def theme(self) -> str:
        """Name of the theme: "dark" or "light"."""
        return self._word("look/theme", ("dark", "light"))

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("look/theme", value)

    @property
    def scale(self) -> int:
        """Size of the interface in percent; it counts from the next start on."""
        return int(self._word("look/scale", tuple(map(str, (100, *SCALES)))))

    @scale.setter
    def scale(self, value: int) -> None:
        self._store.setValue("look/scale", str(value))

    @property
    def language(self) -> str:
        """Code of the language; "" is that of the system. It counts from the next start on."""
        return str(self._store.value("look/language", ""))

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("look/language", value)

    @property
    def device(self) -> "Device":
        """What networks run on; it counts from the next start on."""
        word = self._word("enhance/device", ("auto", "cpu", "cuda"))
        return "cpu" if word == "cpu" else "cuda" if word == "cuda" else "auto"

    @device.setter
    def device(self, value: "Device") -> None:
        self._store.setValue("enhance/device", value)

    @property
    def accepted_notice(self) -> int:
        """Number of the notice that was accepted; 0 if none was."""
        word = str(self._store.value("notice/accepted", "0"))
        return int(word) if word.isdecimal() else 0

    @accepted_notice.setter
    def accepted_notice(self, value: int) -> None:
        self._store.setValue("notice/accepted", str(value))

    @property
    def keys(self) -> dict[str, str]:
        """The user's own keys by name of the action; several divided by blanks, "" for none."""
        self._store.beginGroup(_KEYS)
        kept = {name: str(self._store.value(name, "")) for name in self._store.childKeys()}
        self._store.endGroup()
        return kept

    @keys.setter
    def keys(self, value: dict[str, str]) -> None:
        self._store.remove(_KEYS)
        for name, keys in value.items():
            self._store.setValue(f"{_KEYS}/{name}", keys)

    def reset_preferences(self) -> None:
        """Forget what was chosen among the preferences; keys, layouts and recent studies stay."""
        for group in ("look", "mouse", "enhance"):
            self._store.remove(group)
        self._store.remove("recent/remembered")

    def _word(self, key: str, known: tuple[str, ...]) -> str:
        """Return what is stored, the first of `known` if that is none of them."""
        word = str(self._store.value(key, known[0]))
        return word if word in known else known[0]

    @property
    def export_folder(self) -> Path:
        """Where the last export went."""
        value = self._store.value("export/folder", "")
        folder = Path(str(value)) if value else Path.home()
        return folder if folder.is_dir() else Path.home()

    @export_folder.setter
    def export_folder(self, value: Path) -> None:
        self._store.setValue("export/folder", str(value))
