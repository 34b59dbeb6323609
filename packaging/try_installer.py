"""Try the installer for Windows without Windows: `python packaging/try_installer.py`, as root on Debian.

In a bare Debian with Wine, Inno Setup (as its npm package brings it) compiles `clearslice.iss` around a
program that stands for ours; the installer is run, and then the uninstaller. Told is which files and registry
keys came, and what stayed. What this does not try is the program itself.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import icons
from contents import ROOT, VERSION

sys.path.insert(0, str(ROOT))
from tests.packaging import bare_root
from tests.packaging.bare_root import BareRoot

INNO_SETUP = "innosetup@6.4.1"
"""The npm package; of this version because `x64compatible` needs 6.3."""
KEPT = ROOT / "build" / "wine-root"
HKCU = "HKEY_CURRENT_USER"
# Wine 8 does not know the folder that {autopf} is for one user; on Windows it is this one.
FOLDER = ("{autopf}", r"{localappdata}\Programs")
GIVEN = rf"/DVersion={VERSION} /DFolder=Z:\try\program /DTarget=Z:\try"
ALWAYS_THERE = {
    rf"[{HKCU}\Software\Classes]",
    rf"[{HKCU}\Software\Microsoft\Windows\CurrentVersion\Uninstall]",
}
"""What every Windows has, and Wine makes when it is first needed."""
SESSION = r"""set -e
Xvfb :1 >/dev/null 2>&1 & screen=$!
export DISPLAY=:1 WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml=
keep() {
    sleep 3
    wine regedit /E "Z:\\try\\$1.reg" HKEY_CURRENT_USER
    find ~/.wine/drive_c > /try/$1.files
}
wine winecfg -v win10
cd /try/packaging/windows
wine /inno/ISCC.exe /Qp $GIVEN clearslice.iss > /try/log
keep before
wine /try/*-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /CURRENTUSER /TASKS=desktopicon,associate
keep installed
wine "$(find ~/.wine/drive_c -name unins000.exe)" /VERYSILENT /SUPPRESSMSGBOXES
keep after
kill $screen
"""


def wine() -> BareRoot:
    """Return a bare Debian with Wine for 32 and 64 bits, made once."""
    root = BareRoot(KEPT)
    if not KEPT.exists():
        unfinished = KEPT.with_name("wine-root.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        bare_root.make(unfinished)
        inside = BareRoot(unfinished)
        inside.prepare()
        inside.run("dpkg", "--add-architecture", "i386")
        inside.update()
        if (done := inside.apt("install", "wine", "wine32", "wine64", "xvfb")).returncode:
            sys.exit(f"apt could not install Wine: {done.stderr[-300:]}")
        unfinished.rename(KEPT)
    return root


def fetch_compiler(folder: Path) -> Path:
    """Return the folder of Inno Setup, unpacked into `folder`."""
    packed = subprocess.check_output(["npm", "pack", "--silent", INNO_SETUP], cwd=folder, text=True)
    shutil.unpack_archive(folder / packed.split()[-1], folder / "inno")
    return folder / "inno" / "package" / "bin"


def lay_out(root: Path, compiler: Path) -> None:
    """Put the compiler, the script and a program that stands for ours into the bare system."""
    for name in ("inno", "try"):
        shutil.rmtree(root / name, ignore_errors=True)
    shutil.rmtree(root / "root" / ".wine", ignore_errors=True)
    shutil.copytree(compiler, root / "inno")
    for name in ("program/_internal", "build", "packaging/windows"):
        (root / "try" / name).mkdir(parents=True)
    shutil.copy(compiler / "Compil32.exe", root / "try/program/clearslice-gui.exe")
    shutil.copy(ROOT / "core/version.py", root / "try/program/_internal")
    icons.save(ROOT / "assets/icons/clearslice.svg", root / "try/build/clearslice.ico", icons.WINDOWS)
    script = (ROOT / "packaging/windows/clearslice.iss").read_text(encoding="utf-8")
    (root / "try/packaging/windows/clearslice.iss").write_text(script.replace(*FOLDER), encoding="utf-8")
    (root / "try/session").write_text(SESSION, encoding="utf-8")


def state(work: Path, moment: str) -> set[str]:
    """Return the files on drive C: and the registry keys and values of the user at that moment."""
    files = (work / f"{moment}.files").read_text(encoding="utf-8").splitlines()
    return {line for line in files if "/Temp/" not in line} | set(registry(work / f"{moment}.reg"))


def registry(file: Path) -> Iterator[str]:
    """Yield the keys and values of an export, but for what Wine keeps for itself."""
    key = ""
    for line in file.read_text(encoding="utf-16").splitlines():
        key = line if line.startswith("[") else key
        if line and rf"{HKCU}\Software\Wine" not in key:
            yield line if line == key else f"{key} {line}"


def main() -> int:
    """Try it; 0 if nothing stays that was not there before."""
    bare_root.needs_root()
    root = wine()
    with tempfile.TemporaryDirectory() as scratch:
        lay_out(root.folder, fetch_compiler(Path(scratch)))
    done = root.run("bash", "/try/session", HOME="/root", GIVEN=GIVEN)
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:] + (root.folder / "try/log").read_text()[-2000:])
    before, installed, after = (state(root.folder / "try", m) for m in ("before", "installed", "after"))
    came, stayed = installed - before, after - before - ALWAYS_THERE
    print("\n".join(["Came:", *sorted(came), "Stayed:", *sorted(stayed)]))
    return 1 if stayed or not came else 0


if __name__ == "__main__":
    sys.exit(main())
