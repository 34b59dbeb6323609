"""Where the program keeps what it writes: the platform's own places, or beside a portable program."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from core.frozen import portable_folder

_NAME = "Clearslice"


def settings_store() -> QSettings:
    """Return the store of the user's settings."""
    folder = portable_folder()
    if folder is None:
        return QSettings(_NAME, _NAME)
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def settings_file() -> Path | None:
    """Return the file of the settings; None where they are no file (Windows: the registry)."""
    store = settings_store()
    path = Path(store.fileName())
    return None if store.format() == QSettings.Format.NativeFormat and not path.is_absolute() else path


def config_folder() -> Path:
    """Return the folder of what the user has set up."""
    folder = portable_folder()
    if folder is None:
        place = QStandardPaths.StandardLocation.GenericConfigLocation
        folder = Path(QStandardPaths.writableLocation(place)) / _NAME
    return folder


def log_file() -> Path:
    """Return where the log is kept; it outlives the program but is no document of the user."""
    folder = portable_folder()
    if folder is None:
        place = QStandardPaths.StandardLocation.GenericStateLocation
        folder = Path(QStandardPaths.writableLocation(place)) / _NAME
    return folder / "clearslice.log"
