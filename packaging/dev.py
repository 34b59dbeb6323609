"""Set everything up from nothing, then use it: `python3 packaging/dev.py run [STUDY ...]`, or `... test`.

Standard library only, for Linux, macOS and Windows. The first call makes `.venv` and fills it; later calls
find the stamp and go on at once. An older Python can parse this file, so that it gets a sentence.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "clearslice-stamp.json"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
DEMO = [ROOT / "assets" / "demo" / name for name in ("ct", "mr", "dx")]
OLDEST = (3, 11)
TEST_EXTRAS = {"test", "training", "build"}

# What the Qt libraries and their xcb plugin are linked with (readelf -d), and the Debian package of each,
# less those that come with another of the list. Tried in a Debian with nothing but Python.
QT_LIBRARIES = {
    "libstdc++.so.6": "libstdc++6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
}
# Programs that tests compare with; without one of them its tests are skipped.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "dcmdump": "dcmtk",
    "Orthanc": "orthanc",
    "slurmctld": "slurmctld",
    "slurmd": "slurmd",
    "sbatch": "slurm-client",
    "munged": "munge",
    "debootstrap": "debootstrap",
    "xdotool": "xdotool",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}
# Programs that packages are made with.
BUILD_PROGRAMS = {"objdump": "binutils"}

# Debian starts a service when its package is installed, which a test tool must not: policy-rc.d forbids it.
INSTALL = """set -e
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    printf '#!/bin/sh\\nexit 101\\n' > $policy
    chmod 755 $policy
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
fi
apt-get update -qq
apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@"
for service in orthanc slurmctld slurmd munge; do
    case " $* " in *" $service "*)
        if [ -d /run/systemd/system ]; then systemctl disable --quiet $service; fi;;
    esac
done
"""


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


# ---- system packages ----


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries() -> list[str]:
    """Return the Debian packages of the libraries that Qt needs and this system lacks."""
    return [package for library, package in QT_LIBRARIES.items() if not loads(library)]


def missing_programs(wanted: dict[str, str]) -> list[str]:
    """Return the Debian packages of those programs that this system lacks."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
    return [package for program, package in wanted.items() if not shutil.which(program, path=path)]


def missing_venv() -> list[str]:
    """Return the Debian package without which `python3 -m venv` makes no pip; Debian splits it off."""
    if stamped()[0] or importlib.util.find_spec("ensurepip"):
        return []
    return ["python3-venv"]


def is_debian() -> bool:
    """Tell whether this is Debian, Ubuntu or another system that apt looks after."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def root_prefix() -> list[str] | None:
    """Return what makes root run a command without a question; None where nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def by_hand(packages: list[str]) -> str:
    """Return the line that a person who may become root types to install the packages."""
    if is_debian():
        return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)
    return "install what your system calls " + " ".join(packages) + " (these are Debian's names)"


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages if this user may; tell whether they are there now."""
    prefix = root_prefix() if is_debian() else None
    if prefix is None:
        return False
    say("Installing system packages: " + " ".join(packages))
    execute(
        [*prefix, "sh", "-c", INSTALL, "sh", *packages],
        "the system packages could not be installed",
        f"look at apt's last lines above, or run by hand: {by_hand(packages)}",
    )
    return True


def ensure_system(tests: bool, window: bool, build: bool = False) -> None:
    """Install what Debian lacks. Only what the wanted job cannot do without stops it."""
    if sys.platform != "linux":
        return
    needed = missing_venv() + (missing_libraries() if window else [])
    needed += missing_programs(BUILD_PROGRAMS) if build else []
    useful = [] if window else missing_libraries()
    useful += missing_programs(TEST_PROGRAMS | BUILD_PROGRAMS) if tests else []
    if not needed + useful or install_packages(needed + useful):
        return
    if needed:
        raise Failure(
            "system packages are missing and this user may not install them.",
            "run this, then the same command again:\n        " + by_hand(needed + useful),
        )
    say("Not here and not needed for this job; to have them: " + by_hand(useful))


# ---- the Python environment ----


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


# ---- commands ----


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
