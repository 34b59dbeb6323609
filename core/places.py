"""Where the program keeps what is its own, by the rules of each system."""

import os
import sys
from pathlib import Path

from core.frozen import portable_folder


def data_folder() -> Path:
    """Return the user's folder for the program's own data, beside a portable program; it need not exist."""
    portable = portable_folder()
    if portable is not None:
        return portable
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Clearslice"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Clearslice"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "clearslice"


def batches_folder() -> Path:
    """Return where the queues of unfinished batches lie; nobody else may read there."""
    return data_folder() / "batches"
