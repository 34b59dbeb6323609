"""The package a clinician gets: built, installed in a bare Debian without Python, used, and taken away again.

The minutes this takes go into the build and into the bare system; the latter is kept in `build`.
`CLEARSLICE_DEB` names a package to test instead of building one.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from configparser import ConfigParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread

from app.first_start import ACCEPTED
from benchmarks.start import start
from core.version import VERSION
from tests.packaging import bare_root
from tests.packaging.bare_root import HOME, USER, BareRoot
from tests.packaging.screen import Screen, screen, wait

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
PROGRAM = Path("usr/lib/clearslice")
DEMO = f"/{PROGRAM}/_internal/assets/demo/dx"
NOT_FOR_LONG = "usr/share/doc/clearslice/CHANGELOG.md.gz"
"""A file of this version that a later one has no longer."""
LARGEST = 400_000_000
VIEW = np.s_[80:785, 320:1040]
"""Where the image is on the screen, whatever the bars and panels around it."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the .deb: the one given, or one built now, while the bare system is made."""
    bare_root.needs_root()
    cached = BUILD / "bare-root"
    with ThreadPoolExecutor() as pool:
        making = pool.submit(bare_root.make, cached) if not cached.exists() else None
        built = Path(os.environ["CLEARSLICE_DEB"]) if "CLEARSLICE_DEB" in os.environ else None
        built = built or build(tmp_path_factory.mktemp("dist"))
        if making is not None:
            making.result()
    return built


def build(target: Path) -> Path:
    command = [sys.executable, str(ROOT / "packaging" / "build.py"), "--quick", "--target", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(target.glob("*.deb"))


@pytest.fixture(scope="module")
def bare(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareRoot]:
    """Return a bare Debian that can reach its archive, ready for the package."""
    folder = tmp_path_factory.mktemp("bare") / "root"
    subprocess.run(["cp", "-a", str(BUILD / "bare-root"), str(folder)], check=True)
    root = BareRoot(folder)
    root.prepare()
    if (updated := root.update()).returncode:
        pytest.skip(f"apt reaches no archive from inside: {updated.stderr[-200:]}")
    shutil.copy(package, folder / "tmp" / "clearslice.deb")
    yield root
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def before(bare: BareRoot) -> set[str]:
    """Return the files of the bare system before the package came."""
    return bare.files()


@pytest.fixture(scope="module")
def installed(bare: BareRoot, before: set[str]) -> BareRoot:
    """Return the bare system with the package, installed as a person would do it."""
    assert not list((bare.folder / "usr/bin").glob("python*"))
    done = bare.apt("install", "/tmp/clearslice.deb")
    assert done.returncode == 0, done.stdout + done.stderr
    return bare


def test_nothing_large_or_foreign_is_inside(installed: BareRoot) -> None:
    files = [path for path in (installed.folder / PROGRAM).rglob("*") if path.is_file()]
    assert sum(path.lstat().st_size for path in files) <= LARGEST
    names = " ".join(str(path.relative_to(installed.folder)) for path in files)
    for stranger in ("providers_cuda", "torch", "matplotlib", "tkinter", "bm3d", "/tests/", "QtQuick"):
        assert stranger not in names


def test_package_passes_its_own_test_as_an_unprivileged_user(installed: BareRoot) -> None:
    done = installed.run("clearslice", "selftest", user=USER, HOME=str(HOME))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FAILED" not in done.stdout
    assert "installed" in done.stdout.splitlines()[1]
    said = installed.run("clearslice", "--version", user=USER, HOME=str(HOME)).stdout.splitlines()
    assert said[0] == f"clearslice {VERSION}"
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if commit.returncode == 0 and "CLEARSLICE_DEB" not in os.environ:
        assert said[1].removeprefix("commit ").removesuffix("-dirty") == commit.stdout.strip()


def desktop_command(root: BareRoot, study: str) -> list[str]:
    """Return the command that a desktop runs to open a study: the entry that takes DICOM files."""
    for path in sorted((root.folder / "usr/share/applications").glob("*.desktop")):
        entry = ConfigParser(interpolation=None)
        entry.read(path, encoding="utf-8")
        if "application/dicom" in entry["Desktop Entry"].get("MimeType", "").split(";"):
            return [study if word == "%F" else word for word in entry["Desktop Entry"]["Exec"].split()]
    raise LookupError("no desktop entry takes DICOM files")


def left(program: subprocess.Popen[bytes], on: Screen) -> int:
    """Leave the program by its own key; return its exit code."""
    on.focus(on.windows("Clearslice")[0])
    on.press("ctrl+q")
    return program.wait(60)


def settled(on: Screen) -> bool:
    """Tell whether the picture stands still."""
    earlier = on.picture()
    time.sleep(1)
    return bool(np.array_equal(earlier, on.picture()))


def shows_radiograph(on: Screen) -> bool:
    """Tell whether the view is filled with greys, as a chest is, and stands still."""
    red, green, blue = np.moveaxis(on.picture()[VIEW].astype(int), 2, 0)
    greys = (abs(red - green) < 4) & (abs(green - blue) < 4) & (red > 60)
    return bool(greys.mean() > 0.5) and settled(on)


def says_processed(on: Screen) -> bool:
    """Tell whether the amber label of a processed image stands somewhere over the image."""
    red, green, blue = np.moveaxis(on.picture()[VIEW], 2, 0)
    return int(((red > 220) & (green > 130) & (green < 200) & (blue < 80)).sum()) > 1000


def test_demo_is_opened_enhanced_and_exported(installed: BareRoot, tmp_path: Path) -> None:
    home = installed.folder / HOME.relative_to("/")
    command = installed.command(*desktop_command(installed, DEMO), user=USER, HOME=str(HOME), DISPLAY="{}")
    with screen(tmp_path / "screen") as on:
        program, _, _ = start(command, on)
        wait(lambda: on.windows("Before you start"), "the notice of the first start")
        on.focus(on.windows("Before you start")[0])
        on.press("Return")
        wait(lambda: not on.windows("Before you start"), "the end of the notice")
        on.focus(on.windows("Clearslice")[0])
        wait(lambda: shows_radiograph(on), "the radiograph")
        assert not says_processed(on)
        on.press("p")
        wait(lambda: says_processed(on) and settled(on), "the enhanced image")
        (BUILD / "smoke").mkdir(exist_ok=True)
        Image.fromarray(on.picture()).save(BUILD / "smoke" / "installed.png")
        on.press("ctrl+s")
        wait(lambda: on.windows("Export"), "the dialog for the folder")
        on.focus(on.windows("Export")[0])
        on.press("Return")
        wait(lambda: list(home.rglob("*.dcm")), "the exported file")
        wait(lambda: settled(on), "the end of the export")
        assert left(program, on) == 0
    (exported,) = home.rglob("*.dcm")
    source = dcmread(next((installed.folder / DEMO[1:]).glob("*.dcm")))
    derived = dcmread(exported)
    assert derived.ImageType[0] == "DERIVED"
    assert derived.SOPInstanceUID != source.SOPInstanceUID
    assert derived.StudyInstanceUID == source.StudyInstanceUID
    assert derived.pixel_array.shape == source.pixel_array.shape
    assert 0 < np.abs(derived.pixel_array.astype(int) - source.pixel_array).mean() < 5
    assert exported.stat().st_uid == USER


def test_program_wrote_only_where_the_system_wants_it(installed: BareRoot) -> None:
    home = installed.folder / HOME.relative_to("/")
    hidden = {str(path.relative_to(home)) for path in home.rglob(".*/**/*") if path.is_file()}
    assert ".config/Clearslice/Clearslice.conf" in hidden
    ours = (".config/Clearslice/", ".local/state/Clearslice/", ".cache/Clearslice/")
    others = (".cache/fontconfig/", ".config/QtProject.conf")  # The system's fonts; how Qt's dialog was left.
    assert [path for path in sorted(hidden) if not path.startswith(ours + others)] == []
    assert "lastVisited" not in (home / ".config/QtProject.conf").read_text(encoding="utf-8")


def test_start_is_told_beside_the_start_from_source(
    installed: BareRoot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = installed.command("clearslice-gui", user=USER, HOME=str(HOME), DISPLAY="{}")
    told = []
    for name, command in (("installed", bare), ("from source", [sys.executable, "-m", "app"])):
        with screen(tmp_path / name) as on:
            program, first, last = start(command, on)
            assert left(program, on) == 0
        told.append(f"{name}: first paint {first}, complete {last}")
    with capsys.disabled():
        print("\n" + "\n".join(told))


def later(package: Path, folder: Path) -> Path:
    """Return the package once more, as a later version that has one file less."""
    subprocess.run(["dpkg-deb", "-R", str(package), str(folder)], check=True)
    control = folder / "DEBIAN/control"
    text = control.read_text(encoding="utf-8").replace(f"Version: {VERSION}", f"Version: {VERSION}.1")
    control.write_text(text, encoding="utf-8")
    (folder / NOT_FOR_LONG).unlink()
    made = folder.with_suffix(".deb")
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "-b", str(folder), str(made)], check=True)
    return made


def test_upgrade_keeps_settings_and_leaves_no_file_of_before(
    installed: BareRoot, package: Path, tmp_path: Path
) -> None:
    settings = installed.folder / HOME.relative_to("/") / ".config/Clearslice/Clearslice.conf"
    before = settings.read_bytes()
    assert b"accepted" in before
    assert (installed.folder / NOT_FOR_LONG).exists()
    shutil.move(later(package, tmp_path / "later"), installed.folder / "tmp/later.deb")
    done = installed.apt("install", "/tmp/later.deb")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (installed.folder / NOT_FOR_LONG).exists()
    assert settings.read_bytes() == before
    command = installed.command("clearslice-gui", user=USER, HOME=str(HOME), DISPLAY="{}")
    with screen(tmp_path / "screen") as on:
        program, _, _ = start(command, on)
        wait(lambda: settled(on), "the window")
        assert not on.windows("Before you start")  # Accepted before, so remembered.
        assert left(program, on) == 0


def test_portable_folder_keeps_beside_itself_what_it_writes(installed: BareRoot, tmp_path: Path) -> None:
    place, home = installed.folder / "srv/stick", installed.folder / "srv/guest"
    shutil.copytree(installed.folder / PROGRAM, place, symlinks=True)
    (place / "portable").touch()
    home.mkdir()
    subprocess.run(["chown", "-R", f"{USER}:{USER}", str(place), str(home)], check=True)
    known = {"HOME": "/srv/guest", "DISPLAY": "{}", ACCEPTED: "1"}
    command = installed.command("/srv/stick/clearslice-gui", DEMO, user=USER, **known)
    with screen(tmp_path / "screen") as on:
        program, _, _ = start(command, on)
        wait(lambda: shows_radiograph(on), "the radiograph")
        assert left(program, on) == 0
    assert (place / "data/settings.ini").is_file()
    assert {path.name for path in home.iterdir()} <= {".cache", ".config"}
    assert not [path for path in home.rglob("*") if "learslice" in path.name]
    shutil.rmtree(place)
    shutil.rmtree(home)


def test_uninstalling_leaves_nothing(installed: BareRoot, before: set[str]) -> None:
    done = installed.apt("purge", "--auto-remove", "clearslice")
    assert done.returncode == 0, done.stdout + done.stderr
    after = {path for path in installed.files() if not path.startswith(str(HOME)[1:])}
    gone = {path for path in before if not path.startswith(str(HOME)[1:])} - after
    assert sorted(after - before) == []
    assert sorted(gone) == []
