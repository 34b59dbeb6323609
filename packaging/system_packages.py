"""What the operating system must have, by the names of Debian's packages."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import stamped
from steps import Failure, execute, say

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
    return [] if stamped()[0] or importlib.util.find_spec("ensurepip") else ["python3-venv"]


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
