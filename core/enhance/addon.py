"""The GPU add-on of a packaged program: ONNX Runtime with CUDA, and NVIDIA's libraries, in one folder.

They are larger than 1 GB, so the program comes without. `packaging/cuda_addon.py` makes the folder: the
packages `onnxruntime` and `nvidia` as pip installs them, and a manifest that says which program it is for.
ONNX Runtime loads its CUDA part from beside itself, so the add-on's is imported in the place of the
program's own. Whether CUDA then works, `core.enhance.device` finds out by running it.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from core.frozen import program_folder
from core.version import VERSION

MANIFEST = "clearslice-cuda.json"
VARIABLE = "CLEARSLICE_CUDA"
"""Environment variable that names the folder."""
_RUNTIME = "onnxruntime"


@dataclass(frozen=True, slots=True)
class AddOn:
    """Where an add-on lies, and why it cannot be used, "" if it can."""

    folder: Path
    problem: str = ""

    def __str__(self) -> str:
        return f"{self.folder} ({self.problem or 'loaded'})"


@cache
def load() -> tuple[ModuleType, AddOn | None]:
    """Return ONNX Runtime, the add-on's if there is one that can be loaded, and that add-on."""
    found = _find()
    if found is None or found.problem:
        return import_module(_RUNTIME), found
    sys.path.insert(0, str(found.folder))
    try:
        return import_module(_RUNTIME), found
    except (ImportError, OSError, SyntaxError, ValueError):
        _forget()
    finally:
        sys.path.remove(str(found.folder))
    return import_module(_RUNTIME), AddOn(found.folder, "damaged: install it again")


def remedy() -> str:
    """Return what to do when the CUDA libraries are not found."""
    addon = load()[1]
    if addon is not None:
        return f"the GPU add-on in {addon.folder} is {addon.problem or 'incomplete: install it again'}"
    return "install the GPU add-on" if program_folder() else "install the [cuda] extra"


def _find() -> AddOn | None:
    for folder in _places():
        if (folder / MANIFEST).is_file():
            return AddOn(folder, _mismatch(folder / MANIFEST))
    return None


def _places() -> Iterator[Path]:
    """Yield where an add-on may lie: named by the user, beside the program, among the user's data."""
    if named := os.environ.get(VARIABLE):
        yield Path(named)
    program = program_folder()
    if program is None:  # From source, pip keeps the two together.
        return
    yield program / "cuda"
    yield program.parent / "clearslice-cuda"
    local = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME")
    yield (Path(local) if local else Path.home() / ".local" / "share") / "Clearslice" / "cuda"


def _mismatch(manifest: Path) -> str:
    """Return why the add-on does not belong to this program."""
    try:
        made_for = json.loads(manifest.read_text(encoding="utf-8"))["clearslice"]
    except (OSError, ValueError, KeyError, TypeError):
        return "damaged: install it again"
    return "" if made_for == VERSION else f"made for Clearslice {made_for}: install the one for {VERSION}"


def _forget() -> None:
    """Let a later import start anew."""
    for name in [name for name in sys.modules if name.partition(".")[0] == _RUNTIME]:
        del sys.modules[name]
