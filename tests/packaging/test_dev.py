"""packaging/dev.py, run for real in a copy of the repository.

The copy's `.venv` is a real one that also sees the packages of the environment the tests run in, so that pip
has nothing to download. In the place of the product stands a program that writes down how it was called.
"""

import ast
import importlib
import json
import os
import shutil
import site
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
SCRIPT = PACKAGING / "dev.py"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux goes without a display")
RECORDER = """import json, os, pathlib, sys
pathlib.Path("called.json").write_text(json.dumps(sys.argv[1:]))
sys.exit(int(os.environ.get("APP_EXIT", "0")))
"""


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script's part that looks after the system's packages."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("system_packages")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the repository, not yet set up, with an environment that sees the tests' packages."""
    root = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, root)
    for name in ("app", "core", "assets/demo/ct", "assets/demo/mr", "assets/demo/dx"):
        (root / name).mkdir(parents=True)
    shutil.copy(ROOT / "core" / "version.py", root / "core")
    (root / "app" / "__main__.py").write_text(RECORDER, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", str(root / ".venv")], check=True)
    packages = next((root / ".venv").rglob("site-packages"))
    (packages / "outer.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return root


def call(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the copy's dev.py without a display, but for what `variables` says."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")} | variables
    command = [sys.executable, str(root / "packaging" / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def called(root: Path) -> list[str]:
    """Return the arguments that the product was called with since the last question."""
    note = root / "called.json"
    arguments: list[str] = json.loads(note.read_text(encoding="utf-8"))
    note.unlink()
    return arguments


def test_without_a_command_it_says_what_there_is() -> None:
    done = call(ROOT)
    assert done.returncode == 2
    assert all(f"\n  {name} " in done.stdout for name in ("run", "test", "check", "build"))
    assert call(ROOT, "--help").returncode == 0


def test_missing_study_is_named_before_anything_is_set_up(tmp_path: Path) -> None:
    done = call(ROOT, "run", str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert "there is no file or folder" in done.stderr
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_older_python_can_read_the_script_and_says_so() -> None:
    for name in ("dev", "environment", "steps", "system_packages"):
        text = (PACKAGING / f"{name}.py").read_text(encoding="utf-8")
        ast.parse(text, feature_version=(3, 7))
    pretend = "import runpy, sys; sys.version_info = (3, 9, 2); sys.argv = ['dev.py', 'run'];"
    command = [sys.executable, "-c", f"{pretend} runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"]
    environment = os.environ | {"PYTHONPATH": str(PACKAGING)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1
    assert "needs 3.11 or newer" in done.stderr
    assert "Traceback" not in done.stderr


def test_failed_installation_says_what_to_do_and_leaves_no_stamp(clone: Path) -> None:
    # A version that no index has: pip fails as it does without a network.
    project = clone / "pyproject.toml"
    sound = project.read_text(encoding="utf-8")
    project.write_text(sound.replace('"pyqtgraph"', '"pyqtgraph==0.0.1"'), encoding="utf-8")
    done = call(clone, "run", PIP_NO_INDEX="1")
    project.write_text(sound, encoding="utf-8")
    assert done.returncode == 1
    assert "Failed: pip could not install the Python packages" in done.stderr
    assert "To do:  " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (clone / ".venv" / "clearslice-stamp.json").exists()
    assert not (clone / "called.json").exists()


@LINUX
def test_first_call_sets_up_and_later_calls_do_not(clone: Path) -> None:
    (clone / ".venv" / "clearslice-stamp.json").unlink(missing_ok=True)
    first = call(clone, "run", PIP_NO_INDEX="1")
    assert first.returncode == 0, first.stderr
    assert "Installing the Python packages" in first.stdout
    called(clone)

    # A pip that cannot run: the later call proves that it does not ask for it.
    pip = next((clone / ".venv").rglob("site-packages")) / "pip"
    pip.rename(pip.with_name("pip-away"))
    second = call(clone, "run")
    pip.with_name("pip-away").rename(pip)
    assert second.returncode == 0, second.stderr
    assert "Installing" not in second.stdout
    assert called(clone)[0] == "report"

    (clone / "pyproject.toml").write_text((clone / "pyproject.toml").read_text() + "\n# newer\n")
    third = call(clone, "run", PIP_NO_INDEX="1")
    assert "Installing the Python packages" in third.stdout
    called(clone)


@LINUX
def test_without_display_the_job_is_done_into_a_folder(clone: Path, tmp_path: Path) -> None:
    done = call(clone, "run", str(tmp_path), PIP_NO_INDEX="1")
    command, study, option, target = called(clone)
    assert (command, study, option) == ("report", str(tmp_path), "-o")
    assert Path(target).is_relative_to(clone / "out")
    assert f"The files are in {target}" in done.stdout


@LINUX
def test_with_display_the_window_opens_on_the_demo(clone: Path) -> None:
    done = call(clone, "run", DISPLAY=":0", PIP_NO_INDEX="1")
    assert done.returncode == 0, done.stderr
    assert called(clone) == ["view", *(str(clone / "assets" / "demo" / name) for name in ("ct", "mr", "dx"))]


@LINUX
def test_build_hands_its_arguments_to_the_script(clone: Path) -> None:
    script = clone / "packaging" / "build.py"
    kept = script.read_text(encoding="utf-8")
    script.write_text(RECORDER, encoding="utf-8")
    done = call(clone, "build", "--quick", PIP_NO_INDEX="1", APP_EXIT="4")
    script.write_text(kept, encoding="utf-8")
    assert done.returncode == 4, done.stderr
    assert called(clone) == ["--quick"]


@LINUX
def test_the_products_exit_code_is_passed_on(clone: Path) -> None:
    done = call(clone, "run", APP_EXIT="3", PIP_NO_INDEX="1")
    assert done.returncode == 3
    assert "The files are in" not in done.stdout


@LINUX
def test_user_who_may_not_install_gets_the_line(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if not Path("/etc/debian_version").exists():
        pytest.skip("the line is apt's")
    (tmp_path / "apt-get").symlink_to(shutil.which("true"))
    monkeypatch.setenv("PATH", str(tmp_path))  # apt-get is there, sudo is not
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system, "QT_LIBRARIES", {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"})
    with pytest.raises(system.Failure, match="may not install them") as caught:
        system.ensure_system(tests=False, window=True)
    assert str(caught.value).endswith("sudo apt-get install -y --no-install-recommends libnowhere9")
    system.ensure_system(tests=False, window=False)  # headless: said, not demanded


@LINUX
def test_installed_service_is_not_started(system: ModuleType, tmp_path: Path) -> None:
    # Services are forbidden while apt runs, and allowed again even when apt fails.
    policy = tmp_path / "policy-rc.d"
    script = system.INSTALL.replace("/usr/sbin/policy-rc.d", str(policy))
    apt = tmp_path / "apt-get"
    lines = ("#!/bin/sh", f"{policy} orthanc start", f'echo "$1 $?" >> {tmp_path}/said', '[ "$1" = update ]')
    apt.write_text("\n".join(lines), encoding="utf-8")
    apt.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["sh", "-c", script, "sh", "orthanc"], env={"PATH": path}, check=False)
    assert done.returncode != 0
    assert (tmp_path / "said").read_text().splitlines() == ["update 101", "install 101"]
    assert not policy.exists()


def test_every_dependency_is_pinned_exactly() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    asked = project["dependencies"] + [
        line for extra in project["optional-dependencies"].values() for line in extra
    ]
    names = {canonicalize_name(Requirement(line).name) for line in asked}
    assert names <= {canonicalize_name(pin.name) for pin in pins}
    assert all([part.operator for part in pin.specifier] == ["=="] for pin in pins)
