"""The studies that were opened last: their paths and nothing else, unless the user wants none kept."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.language import tr
from app.settings import Settings

_MOST = 10
_MOST_PATHS = 16
"""Of one opening; where more files were opened together, their folder is kept."""


class Recent(QObject):
    """Keeps the paths of what was opened and had images."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def entries(self) -> tuple[tuple[Path, ...], ...]:
        """Paths, the latest opening first."""
        return self._settings.recent if self.kept else ()

    @property
    def folder(self) -> str:
        """The folder that what was opened last lies in, to look for more there; "" if nothing is known."""
        return str(self.entries[0][0].parent) if self.entries else ""

    @property
    def kept(self) -> bool:
        """Whether paths are remembered."""
        return self._settings.remembers_recent

    def set_kept(self, kept: bool) -> None:
        """Remember paths from now on, or forget them all."""
        self._settings.remembers_recent = kept
        if not kept:
            self.clear()

    def remember(self, paths: Sequence[Path]) -> None:
        """Put what was opened first."""
        if self.kept and paths:
            entry = _entry(paths)
            others = (other for other in self._settings.recent if other != entry)
            self._settings.recent = (entry, *others)[:_MOST]

    def clear(self) -> None:
        """Forget all paths."""
        self._settings.recent = ()


def _entry(paths: Sequence[Path]) -> tuple[Path, ...]:
    whole = tuple(path.absolute() for path in paths)
    if len(whole) <= _MOST_PATHS:
        return whole
    return tuple(dict.fromkeys(path if path.is_dir() else path.parent for path in whole))[:_MOST_PATHS]


class RecentMenu(QMenu):
    """Offers the recent studies; made anew each time it is opened."""

    chosen = Signal(object)
    """Tuple of paths."""

    def __init__(self, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open recent"), parent)
        self._recent = recent
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        entries = self._recent.entries
        for number, paths in enumerate(entries, 1):
            action = self.addAction(f"{_mnemonic(number)}  {_label(paths, entries)}")
            action.setToolTip("\n".join(str(path) for path in paths))
            action.triggered.connect(partial(self.chosen.emit, paths))
        if not entries:
            self.addAction(tr("None yet") if self._recent.kept else tr("Not remembered")).setEnabled(False)
        self.addSeparator()
        clear = self.addAction(tr("Clear recent"))
        clear.setEnabled(bool(entries))
        clear.triggered.connect(self._recent.clear)
        keep = self.addAction(tr("Remember recent studies"))
        keep.setToolTip(tr("Only paths are kept, on this computer; a path may hold a patient's name."))
        keep.setCheckable(True)
        keep.setChecked(self._recent.kept)
        keep.toggled.connect(self._recent.set_kept)


def _mnemonic(number: int) -> str:
    return f"&{number}" if number < _MOST else f"{number // 10}&{number % 10}"


def _label(paths: tuple[Path, ...], entries: Sequence[tuple[Path, ...]]) -> str:
    """Return the first path's name, with its folder where another entry has the same name."""
    same = [other for other in entries if other[0].name == paths[0].name]
    name = paths[0].name or str(paths[0])
    if len(same) > 1:
        name = f"{paths[0].parent.name}/{name}"
    if len(paths) > 1:
        name = tr("{} and {} more").format(name, len(paths) - 1)
    return name.replace("&", "&&")
