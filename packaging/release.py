"""Make a release, step by step: `python packaging/release.py [--tests-passed]`. A step that fails ends it.

The version stands in core/version.py and nowhere else. Leaves in `dist` the packages of this system and
SHA256SUMS; says at the end what is left to be done by hand. `--tests-passed` leaves the suite out, where CI
has run it on this very commit; the package is tried all the same.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable

from contents import ROOT, VERSION

DIST = ROOT / "dist"
SUMS = DIST / "SHA256SUMS"
BY_HAND = """To do by hand:
  - try the installer for Windows under Wine (packaging/try_installer.py) and compare two builds of this
    commit (packaging/compare_builds.py); make the GPU add-on (packaging/cuda_addon.py --deb)
  - run this on Windows and on macOS too, and add their packages and sums
  - sign: the sums (all systems), the installer (Windows), the application and its notarisation (macOS)
  - look at build/smoke/installed.png: is it the program as it should look?
  - git tag -s v{version} && git push --tags
  - publish the packages, SHA256SUMS and the changelog's entry
"""


class Stop(Exception):
    """A step that failed, and what to do."""


def version_is_new() -> None:
    """The version has three numbers and no tag yet."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", VERSION):
        raise Stop(f"the version {VERSION!r} in core/version.py is not MAJOR.MINOR.PATCH")
    if said("git", "tag", "--list", f"v{VERSION}"):
        raise Stop(f"there is a tag v{VERSION} already; raise the version in core/version.py")


def changelog_tells() -> None:
    """CHANGELOG.md has an entry for the version, with words in it."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entry = re.search(rf"^## {re.escape(VERSION)}\b.*?\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if entry is None or not entry.group(1).strip():
        raise Stop(f"CHANGELOG.md has no entry '## {VERSION}'")


def checkout_is_clean() -> None:
    """Everything is committed."""
    if said("git", "status", "--porcelain"):
        raise Stop("there are changes that are not committed")


def tests_pass() -> None:
    """The whole suite, which also builds and tries a package."""
    run(sys.executable, "packaging/dev.py", "test")


def packages_are_built() -> None:
    """The packages of this system, as people get them."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(sys.executable, "packaging/dev.py", "build")


def package_is_well_formed() -> None:
    """Debian's own examination of the package finds nothing (where lintian is installed)."""
    package = next(DIST.glob("*.deb"), None)
    if package is None or shutil.which("lintian") is None:
        print("    left out: needs Linux and lintian")
        return
    run("lintian", "--fail-on", "error,warning", str(package))


def package_works() -> None:
    """The very package is installed in a bare system, used and taken away (Linux, as root)."""
    package = next(DIST.glob("*.deb"), None)
    if package is None or os.geteuid() != 0:
        print("    left out: needs Linux and root")
        return
    os.environ["CLEARSLICE_DEB"] = str(package)
    command = [sys.executable, "packaging/dev.py", "test", "tests/packaging/test_smoke.py"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout, end="")
    if done.returncode or re.search(r"\b\d+ skipped\b", done.stdout):
        raise Stop("the package was not tried, or failed; the reason stands above")


def sums_are_written() -> None:
    """The SHA-256 of every package."""
    files = sorted(path for path in DIST.iterdir() if path.is_file() and path != SUMS)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    SUMS.write_text("".join(lines), encoding="utf-8")
    print("".join(f"    {line}" for line in lines), end="")


STEPS: tuple[Callable[[], None], ...] = (
    version_is_new,
    changelog_tells,
    checkout_is_clean,
    tests_pass,
    packages_are_built,
    package_is_well_formed,
    package_works,
    sums_are_written,
)


def said(*command: str) -> str:
    """Return what a program prints."""
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def run(*command: str) -> None:
    """Run a program that must succeed."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise Stop(f"this failed: {' '.join(command)}")


def main() -> int:
    """Take every step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests-passed", action="store_true", help="CI has run the suite on this commit")
    left_out = tests_pass if parser.parse_args().tests_passed else None
    for number, step in enumerate(STEPS, start=1):
        print(f"[{number}/{len(STEPS)}] {(step.__doc__ or '').splitlines()[0]}", flush=True)
        if step is left_out:
            print("    left out: said to have passed in CI")
            continue
        try:
            step()
        except Stop as stop:
            print(f"Stopped: {stop}.", file=sys.stderr)
            return 1
    print(BY_HAND.format(version=VERSION))
    return 0


if __name__ == "__main__":
    sys.exit(main())
