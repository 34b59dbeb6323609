"""`clearslice selftest`: whether this installation can do all that it should, in one table."""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from app.commands.output import print_json, table
from core.dicom.samples import SAMPLES, Sample, difference
from core.dicom.scan import scan
from core.enhance import addon
from core.enhance.model import MODEL_FILE
from core.enhance.network import MODELS, Networks
from core.errors import ClearsliceError
from core.frozen import ROOT, commit, portable_folder, program_folder
from core.version import VERSION

_SECONDS = 60
"""For the window's own process."""
_DEMO = ROOT / "assets" / "demo"


@dataclass(frozen=True, slots=True)
class Row:
    """One check and how it ended."""

    check: str
    passed: bool
    detail: str


def selftest(as_json: bool, window_only: bool) -> int:
    """Check everything and print one table; return 0 only if all passed.

    Parameters
    ----------
    window_only
        Only open Qt and say on which platform: what the self-test runs as a process of its own, because a
        missing system library makes Qt end the process.
    """
    if window_only:
        return _open_window()
    rows = list(_rows())
    if as_json:
        print_json([asdict(row) for row in rows])
    else:
        print(table([("CHECK", "RESULT", "DETAIL"), *map(_cells, rows)]))
    return 0 if all(row.passed for row in rows) else 1


def _cells(row: Row) -> tuple[str, str, str]:
    return row.check, "ok" if row.passed else "FAILED", row.detail


def _rows() -> Iterator[Row]:
    """Yield every check; a GPU that cannot be used is told and is no failure."""
    yield Row("Program", True, _program())
    yield _window()
    for sample in SAMPLES:
        yield _told(f"Codec: {sample.name}", partial(_decoded, sample))
    networks = Networks(device="cpu")
    for name in networks.names():
        yield _told(f"Model: {name}", partial(_reproduced, networks, name))
    if not networks.names():
        yield Row("Model", False, "none is installed")
    yield _told("Device", lambda: str(Networks().status))
    yield _addon()
    for what, folder in _places().items():
        yield _writable(what, folder)
    yield _told("Demo study", _demo)


def _told(check: str, work: Callable[[], str]) -> Row:
    """Return a row that passes with what `work` says and fails with what it raises."""
    try:
        return Row(check, True, work())
    except ClearsliceError as error:
        return Row(check, False, str(error))


def _program() -> str:
    kind = "from source" if program_folder() is None else "portable" if portable_folder() else "installed"
    return f"clearslice {VERSION}, {commit()}, {kind}, {platform.platform()}"


# ---- the window ----


def _window() -> Row:
    """Open Qt in a process of its own."""
    own = [sys.executable] if program_folder() else [sys.executable, "-m", "app"]
    environment = dict(os.environ)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        done = subprocess.run(
            [*own, "selftest", "--window-only"],
            capture_output=True,
            text=True,
            env=environment,
            cwd=None if program_folder() else ROOT,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Row("Window", False, f"it did not open within {_SECONDS} s")
    said = done.stdout if done.returncode == 0 else done.stderr
    lines = [line for line in said.splitlines() if line.strip() and not line.startswith("[PYI-")]
    return Row("Window", done.returncode == 0, lines[-1] if lines else f"ended with {done.returncode}")


def _open_window() -> int:
    """Make the main window and draw an icon, show neither; print Qt's version and platform."""
    from PySide6.QtCore import QSettings, qVersion
    from PySide6.QtWidgets import QApplication, QLabel

    from app.icons import icon
    from app.main_window import make_window
    from app.settings import Settings

    app = QApplication(["clearslice"])
    with tempfile.TemporaryDirectory() as folder:
        make_window(Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))).close()
    label = QLabel()
    label.setPixmap(icon("open").pixmap(32, 32))
    picture = label.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    print(f"Qt {qVersion()} on {app.platformName()}")
    return 0 if len(colours) > 1 else 1  # An icon of one colour: Qt's plugin for SVG is missing.


# ---- codecs, networks, places, demo ----


def _decoded(sample: Sample) -> str:
    off = difference(sample)
    if off > sample.tolerance:
        msg = f"the pixels are wrong by {off}"
        raise ClearsliceError(msg)
    return "exact" if sample.tolerance == 0 else f"within {off} of {(1 << sample.bits) - 1}"


def _reproduced(networks: Networks, name: str) -> str:
    """Load a network, which refuses to run unless it gives its stored result."""
    if not (MODELS / name / MODEL_FILE).with_name("reference.npz").exists():
        msg = "its stored input and output are missing; install Clearslice again"
        raise ClearsliceError(msg)
    spec = networks.load(name).spec
    return f"version {spec.version} gives its stored result, SHA-256 {networks.digest(name)[:16]}…"


def _addon() -> Row:
    """Say whether there is a GPU add-on and whether it could be loaded."""
    found = addon.load()[1]
    detail = "not installed" if found is None else str(found)
    return Row("GPU add-on", found is None or not found.problem, detail)


def _places() -> dict[str, Path]:
    """Return the folders that the program writes to."""
    from app.places import log_file, settings_file

    settings = settings_file()
    places = {} if settings is None else {"Settings": settings.parent}
    return places | {"Log": log_file().parent, "Temporary files": Path(tempfile.gettempdir())}


def _writable(what: str, folder: Path) -> Row:
    """Write a file into `folder`, or where it would be made, and leave nothing behind."""
    there = next(path for path in (folder, *folder.parents) if path.is_dir())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Row(what, True, str(folder))
    except OSError as error:
        return Row(what, False, f"{folder} cannot be written to ({error.strerror})")


def _demo() -> str:
    found = scan([_DEMO])
    if found.unreadable or not found.series:
        msg = "the demo study is missing or damaged; install Clearslice again"
        raise ClearsliceError(msg)
    return ", ".join(f"{series.modality} {len(series.frames)}" for series in found.series)
