"""What every test shares: no screen, no telemetry, no file of the real user, and where the images lie."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Both are read at import, so they are set before any test module is. A screen that a person asks for stays.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CLEARSLICE_NOTICE_ACCEPTED"] = "1"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


@pytest.fixture(scope="session", autouse=True)
def _own_home() -> Iterator[Path]:
    """Give the whole run a home folder of its own, so that settings and caches never touch the user's."""
    with tempfile.TemporaryDirectory(prefix="clearslice-home-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        with pytest.MonkeyPatch.context() as patch:
            for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
                patch.setenv(name, folder)
            for name in ("CONFIG", "CACHE", "DATA", "STATE"):
                patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
            yield home


@pytest.fixture(scope="session")
def demo() -> Path:
    """Return the folder of the bundled demo studies: ct (20 slices), mr (24 slices), dx (1 image)."""
    return ROOT / "assets" / "demo"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with the large sets of real images; without it the test is skipped."""
    folder = Path(os.environ.get("CLEARSLICE_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("the large image sets are not here: set CLEARSLICE_SHARED to their folder")
    return folder
