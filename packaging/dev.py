"""Set everything up from nothing, then use it: `python3 packaging/dev.py run [STUDY ...]`, or `... test`.

Standard library only, for Linux, macOS and Windows. The first call makes `.venv` and fills it; later calls
find the stamp and go on at once. An older Python can parse this file, so that it gets a sentence.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from environment import ensure_python, venv_python
from steps import ROOT, Failure, say
from system_packages import ensure_system

DEMO = [ROOT / "assets" / "demo" / name for name in ("ct", "mr", "dx")]
OLDEST = (3, 11)
TEST_EXTRAS = {"test", "training", "build"}


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def in_venv(*arguments: str) -> int:
    """Run a module of the environment from the repository's root; return its exit code."""
    return subprocess.run([str(venv_python()), "-m", *arguments], cwd=ROOT, check=False).returncode


def run(arguments: list[str]) -> int:
    """Open the window on the studies given or the demo; without a display do the same job into a folder."""
    studies = [Path(argument).resolve() for argument in arguments] or DEMO
    for study in studies:
        if not study.exists():
            raise Failure(
                f"there is no file or folder {study}.", "give the path of a DICOM file, folder or ZIP."
            )
    window = has_display()
    ensure_system(tests=False, window=window)
    ensure_python(set())
    paths = [str(study) for study in studies]
    if window:
        say("Opening the window")
        return in_venv("app", "view", *paths)
    target = ROOT / "out" / time.strftime("%Y-%m-%d_%H%M%S")
    say("No display here, so the same job without a window")
    code = in_venv("app", "report", *paths, "-o", str(target))
    if code == 0:
        say(f"The files are in {target}")
    return code


def test(arguments: list[str]) -> int:
    """Run the whole test suite without a screen; arguments go to pytest."""
    ensure_system(tests=True, window=True)
    ensure_python(TEST_EXTRAS)
    say("Running the tests")
    return in_venv("pytest", *arguments)


def build(arguments: list[str]) -> int:
    """Make the packages in `dist`: the program with all it needs, for this system."""
    ensure_system(tests=False, window=True, build=True)
    ensure_python({"build"})
    command = [str(venv_python()), "packaging/build.py", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def check(arguments: list[str]) -> int:
    """Run only the checks of form that `test` runs too: arrows, types, style, sizes."""
    return test(["tests/test_structure.py", *arguments])


COMMANDS = {"run": run, "test": test, "check": check, "build": build}


def usage() -> str:
    """Return the commands and what each does, from their own first lines."""
    lines = [f"  {name:6} {(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()]
    return "python3 packaging/dev.py COMMAND [ARGUMENTS]\n" + "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Carry out one command; return the exit code."""
    if sys.version_info < OLDEST:
        found, oldest = sys.version.split()[0], ".".join(map(str, OLDEST))
        print(f"Failed: this is Python {found}; Clearslice needs {oldest} or newer.", file=sys.stderr)
        print("To do:  install it and run this with it.", file=sys.stderr)
        return 1
    if not arguments or arguments[0] not in COMMANDS:
        print(usage())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
