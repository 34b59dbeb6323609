"""A Debian with nothing in it, not even Python, where a package is installed and used as a clinician would.

Everything runs in a mount namespace of its own and ends with it; only root may make one.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

USER = 12345
HOME = Path("/srv/clinician")
RELEASE = "bookworm"
# What apt, dpkg and the linker keep for themselves, and change whenever a package comes or goes.
BOOKKEEPING = re.compile(
    r"var/(cache|log|lib/(apt|dpkg|systemd)|tmp)/|etc/(ld\.so\.cache|mtab)|run/|proc/|tmp/|dev/|root/"
)


def needs_root() -> None:
    """Skip where a bare root cannot be made, and say why."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can make a bare Debian and install into it")
    for program in ("debootstrap", "unshare", "chroot"):
        if shutil.which(program, path="/usr/sbin:/usr/bin:/sbin:/bin") is None:
            pytest.skip(f"{program} is not installed")
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let root make a mount namespace")


def sources() -> list[tuple[str, str, str]]:
    """Return (address, release, component) of the archives that this system's apt is set to."""
    form = "$(REPO_URI) $(RELEASE) $(COMPONENT)"
    command = ["apt-get", "indextargets", "--format", form, "Created-By: Packages"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = sorted({tuple(line.split()) for line in said.splitlines() if len(line.split()) == 3})
    return [(address, release, component) for address, release, component in found]


def make(folder: Path) -> None:
    """Install Debian's minimum into `folder`, from where this system's packages come."""
    mirror = next((a for a, release, part in sources() if (release, part) == (RELEASE, "main")), None)
    if mirror is None:
        pytest.skip(f"apt knows no archive of Debian {RELEASE}")
    unfinished = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    command = ["debootstrap", "--variant=minbase", RELEASE, str(unfinished), mirror]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"debootstrap could not make a bare Debian: {done.stdout.splitlines()[-1:]}")
    unfinished.rename(folder)


@dataclass(frozen=True)
class BareRoot:
    """The folder of such a system."""

    folder: Path

    def run(self, *command: str, user: int = 0, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a program inside and wait for it."""
        full = self.command(*command, user=user, **variables)
        return subprocess.run(full, capture_output=True, text=True, check=False)

    def command(self, *command: str, user: int = 0, **variables: str) -> list[str]:
        """Return the command line that runs a program inside."""
        given = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"} | variables
        enter = 'mount -t proc proc "$0/proc" && exec chroot --userspec="$1" "$0" /usr/bin/env -i "${@:2}"'
        inside = [*(f"{name}={value}" for name, value in given.items()), *command]
        return ["unshare", "--mount", "bash", "-c", enter, str(self.folder), f"{user}:{user}", *inside]

    def prepare(self) -> None:
        """Let apt work inside as it works here, and make the home folder of a user."""
        lines = [f"deb {address} {release} {component}\n" for address, release, component in sources()]
        (self.folder / "etc/apt/sources.list").write_text("".join(lines), encoding="utf-8")
        for name in ("resolv.conf", "hosts"):
            shutil.copy(Path("/etc") / name, self.folder / "etc" / name)
        home = self.folder / HOME.relative_to("/")
        home.mkdir(parents=True)
        os.chown(home, USER, USER)

    def apt(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run apt-get without questions."""
        quiet = ["apt-get", "-y", "-qq", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"]
        proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        return self.run(*quiet, *arguments, DEBIAN_FRONTEND="noninteractive", **proxies)

    def update(self) -> subprocess.CompletedProcess[str]:
        """Let apt fetch its lists; once more if they do not fit, as where a mirror is just renewed."""
        done = self.apt("update")
        return self.apt("update") if done.returncode else done

    def files(self) -> set[str]:
        """Return every path inside, but for what package tools keep for themselves."""
        paths = (str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))
        return {path for path in paths if not BOOKKEEPING.match(path + "/")}
