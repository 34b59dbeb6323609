"""What the user can have as he likes it, and where he reads about it: preferences and the user guide."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.action_set import Actions
from app.actions import Action
from app.guide import Guide
from app.language import tr
from app.preferences import Preference, PreferencesWindow, Sections
from app.recent import Recent
from app.settings import SCALES, Settings
from app.shortcut_editor import ShortcutEditor
from app.theme import apply_theme
from app.translation import LANGUAGES


class Comfort(QObject):
    """Makes the windows of preferences and guide when they are first asked for."""

    def __init__(self, settings: Settings, recent: Recent, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._recent, self._window = settings, recent, window
        self._actions: Actions | None = None
        self._preferences: PreferencesWindow | None = None

    def serve(self, actions: Actions) -> None:
        """Let the keys of `actions` be changed, and keep its switches up to date."""
        self._actions = actions

    def actions(self) -> Iterator[Action]:
        """Yield the rows of the table of actions."""
        yield Action("preferences", "Edit", tr("Preferences…"), "Ctrl+,", self.show, everywhere=True)
        yield Action("guide", "Help", tr("User guide"), "Shift+F1", self.show_guide, everywhere=True)

    def show_guide(self) -> None:
        """Show the user guide, or bring it to the front."""
        if self._actions is not None:
            guide = self._window.findChild(Guide) or Guide(self._actions, self._window)
            guide.show()
            guide.raise_()
            guide.activateWindow()

    def show(self) -> None:
        """Show the window of preferences, or bring it to the front."""
        if self._actions is None:
            return
        if self._preferences is None:
            editor = ShortcutEditor(self._actions)
            self._preferences = PreferencesWindow(self._sections(), self._reset, editor, self._window)
            self._preferences.changed.connect(self._actions.update)
        self._preferences.show_values()
        self._preferences.show()
        self._preferences.raise_()
        self._preferences.activateWindow()

    def _reset(self) -> None:
        self._settings.reset_preferences()
        self._set_theme(self._settings.theme)

    def _set_theme(self, theme: object) -> None:
        self._settings.theme = str(theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self._settings.theme)

    def _sections(self) -> Sections:
        return (
            (tr("Appearance"), (self._theme(), self._scale(), self._language())),
            (tr("Mouse"), (self._drag_up(), self._draw_once())),
            (tr("Enhancement"), (self._device(),)),
            (tr("Privacy"), (self._remember_recent(),)),
        )

    def _theme(self) -> Preference:
        return Preference(
            "theme",
            tr("Theme"),
            tr("Dark for reading rooms, light for bright ones. Images are on black in both."),
            lambda: self._settings.theme,
            self._set_theme,
            (("dark", tr("Dark")), ("light", tr("Light"))),
        )

    def _scale(self) -> Preference:
        return Preference(
            "scale",
            tr("Interface scale"),
            tr("Size of text and buttons, from the next start on. Images keep their own zoom."),
            lambda: self._settings.scale,
            self._setter("scale"),
            tuple((scale, f"{scale} %") for scale in SCALES),
            later=True,
        )

    def _language(self) -> Preference:
        return Preference(
            "language",
            tr("Language"),
            tr("Of menus, panels and messages, from the next start on. What the files say stays as it is."),
            lambda: self._settings.language,
            self._setter("language"),
            (("", tr("As the system")), *LANGUAGES.items()),
            later=True,
        )

    def _drag_up(self) -> Preference:
        return Preference(
            "up_is_brighter",
            tr("Dragging up"),
            tr("What a window/level drag upwards does to the image; to the right the window gets wider."),
            lambda: self._settings.up_is_brighter,
            self._setter("up_is_brighter"),
            ((True, tr("Brighter")), (False, tr("Darker"))),
        )

    def _draw_once(self) -> Preference:
        return Preference(
            "draws_once",
            tr("Draw once"),
            tr("After one measurement window/level comes back; else the tool stays until another is chosen."),
            lambda: self._settings.draws_once,
            self._setter("draws_once"),
        )

    def _device(self) -> Preference:
        return Preference(
            "device",
            tr("Networks run on"),
            tr("Automatic takes a graphics card that works, else the CPU; from the next start on."),
            lambda: self._settings.device,
            self._setter("device"),
            (("auto", tr("Automatic")), ("cpu", tr("CPU")), ("cuda", tr("Graphics card"))),
            later=True,
        )

    def _remember_recent(self) -> Preference:
        return Preference(
            "remembers_recent",
            tr("Remember recent studies"),
            tr("Only paths are kept, on this computer; turning it off forgets them."),
            lambda: self._settings.remembers_recent,
            lambda value: self._recent.set_kept(bool(value)),
        )

    def _setter(self, name: str) -> Callable[[object], None]:
        return lambda value: setattr(self._settings, name, value)
