"""What a packaged program knows about itself: where it lies, how it was built, whether it is portable."""

import json
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The repository; in a package the folder that stands for it and holds the same assets."""
DECODE_FRAMES = "--decode-frames"
"""The single argument that makes a packaged program a decoder of compressed frames and nothing else."""
PORTABLE_MARKER = "portable"
"""A file of this name beside the program keeps settings and logs beside it too."""
BUILD_FILE = ROOT / "build.json"
"""Written by the build: the commit it was made from."""


def program_folder() -> Path | None:
    """Return the folder of the packaged program; None when run by an interpreter."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def portable_folder() -> Path | None:
    """Return where a portable program keeps what it writes; None for an installed one."""
    folder = program_folder()
    return folder / "data" if folder is not None and (folder / PORTABLE_MARKER).is_file() else None


@cache
def commit() -> str:
    """Return the commit of the source, "unknown" where nothing tells it."""
    if program_folder() is None and (ROOT / ".git").exists():
        return _commit_of_checkout() or "unknown"
    with suppress(OSError, ValueError, KeyError):
        return str(json.loads(BUILD_FILE.read_text(encoding="utf-8"))["commit"])
    return "unknown"


def _commit_of_checkout() -> str:
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    with suppress(OSError):
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return ""
