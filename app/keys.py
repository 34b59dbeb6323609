"""Which keys an action has: those of the table, unless the user has chosen others."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from app.actions import Action
from app.settings import Settings

HELD = "Space"
"""Shows the original while it is held; no action can have it."""


class Keys(QObject):
    """The keys of all actions; no key ever belongs to two, and the user's choice goes first."""

    changed = Signal()

    def __init__(self, rows: Iterable[Action], settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rows = {row.name: row for row in rows}
        self._chosen = {name: keys for name, keys in settings.keys.items() if name in self._rows}

    def of(self, name: str) -> tuple[str, ...]:
        """Return the keys of an action as Qt writes them."""
        if name in self._chosen:
            return tuple(self._chosen[name].split())
        taken = {key for keys in self._chosen.values() for key in keys.split()}
        return tuple(key for key in self._own(name) if key not in taken)

    def differs(self, name: str) -> bool:
        """Whether an action has other keys than the table gives it."""
        return self.of(name) != self._own(name)

    def owner(self, key: str) -> Action | None:
        """Return the action that a key belongs to."""
        return next((row for name, row in self._rows.items() if key in self.of(name)), None)

    def choose(self, name: str, keys: Iterable[str]) -> None:
        """Give an action these keys and no others; who had them loses them."""
        wanted = tuple(dict.fromkeys(keys))
        for other, kept in self._chosen.items():
            self._chosen[other] = " ".join(key for key in kept.split() if key not in wanted)
        self._chosen[name] = " ".join(wanted)
        if wanted == self._own(name):
            del self._chosen[name]
        self._keep()

    def reset(self, name: str) -> None:
        """Give an action the keys of the table again, but for those that others were given."""
        self._chosen.pop(name, None)
        self._keep()

    def reset_all(self) -> None:
        """Give all actions the keys of the table."""
        self._chosen.clear()
        self._keep()

    def _own(self, name: str) -> tuple[str, ...]:
        return tuple(_portable(key) for key in self._rows[name].keys.split())

    def _keep(self) -> None:
        self._settings.keys = self._chosen
        self.changed.emit()


def _portable(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def shown_keys(keys: Iterable[str]) -> str:
    """Return keys as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)
