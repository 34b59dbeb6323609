"""The Python environment `.venv`, with the pinned packages."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from steps import ROOT, execute, say

VENV = ROOT / ".venv"
STAMP = VENV / "clearslice-stamp.json"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"


def venv_python() -> Path:
    """Return the environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def digest() -> str:
    """Return a hash of what the environment is made from: versions, this script, the repository's place."""
    parts = [path.read_bytes() for path in (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__))]
    return hashlib.sha256(b"\0".join([*parts, str(ROOT).encode()])).hexdigest()


def stamped() -> tuple[str, set[str]]:
    """Return the digest and the extras of the last complete installation; empty where there is none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        return (stamp["digest"], set(stamp["extras"])) if venv_python().exists() else ("", set())
    except (OSError, ValueError, KeyError, TypeError):
        return "", set()


def make_venv() -> None:
    """Make `.venv` anew unless one with a working pip is there."""
    pip = [str(venv_python()), "-m", "pip", "--version"]
    if venv_python().exists() and subprocess.run(pip, capture_output=True, check=False).returncode == 0:
        return
    say("Making the Python environment .venv")
    execute(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        "the Python environment could not be made",
        "install Python's venv module (Debian: python3-venv), or use a Python from python.org.",
    )


def pip_install(*arguments: str) -> None:
    """Install into `.venv` at the pinned versions, showing progress to a person and only errors to a log."""
    quiet = [] if sys.stdout.isatty() else ["-qq"]
    fixed = ["--no-input", "--disable-pip-version-check", "-c", str(CONSTRAINTS)]
    execute(
        [str(venv_python()), "-m", "pip", "install", *quiet, *fixed, *arguments],
        "pip could not install the Python packages",
        "look at pip's last lines above; check the network (behind a proxy set HTTPS_PROXY) and the free\n"
        "        disk space (3 GB), then run the same command again.",
    )


def ensure_python(extras: set[str]) -> None:
    """Make `.venv` hold the project and these extras at the pinned versions, if the stamp does not say so."""
    made_from, present = stamped()
    if made_from == digest() and extras <= present:
        return
    STAMP.unlink(missing_ok=True)
    make_venv()
    wanted = sorted(extras | present)
    selection = f"[{','.join(wanted)}]" if wanted else ""
    say(f"Installing the Python packages of .{selection} (minutes the first time)")
    # The build backend goes first: the editable install then needs no isolated environment of its own.
    pip_install("hatchling", "editables")
    pip_install("--no-build-isolation", "-e", f".{selection}")
    STAMP.write_text(json.dumps({"digest": digest(), "extras": wanted}), encoding="utf-8")
