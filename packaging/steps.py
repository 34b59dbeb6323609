"""Steps of the set-up: what is said of them, and what is said when one fails.

Like all that `dev.py` imports: standard library only, and an older Python can parse it.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Failure(Exception):
    """A step that cannot be done: one sentence on what failed, and what to do about it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"\nFailed: {what}\nTo do:  {remedy}")


def say(text: str) -> None:
    """Print a step."""
    print(f"==> {text}", flush=True)


def execute(command: list[str], what: str, remedy: str) -> None:
    """Run a step of the set-up; a non-zero exit or a missing program is a Failure."""
    try:
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
    except OSError as error:
        raise Failure(f"{what} ({error.strerror}: {command[0]})", remedy) from None
    if code != 0:
        raise Failure(f"{what} (exit code {code}).", remedy)
