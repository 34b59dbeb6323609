"""The GPU add-on: whole, broken, and not there; each in a fresh interpreter, without a GPU."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.enhance.addon import MANIFEST, VARIABLE
from core.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = Path(importlib.util.find_spec("onnxruntime").origin).parent
ASK = """
import json
from core.enhance import addon, device
from core.enhance.network import Networks
networks = Networks()
module, found = addon.load()
name = networks.names()[0]
networks.load(name)  # refuses to run unless it gives its stored result
device.gpu_name = lambda: "a GPU that is not there"
try:
    reason = str(device.cuda_session(networks._file(name)).get_providers())
except device.CudaUnusable as problem:
    reason = str(problem)
print(json.dumps([module.__file__, found and found.problem, networks.status.device, reason]))
"""


@pytest.fixture
def addon(tmp_path: Path) -> Path:
    """Return a folder as the add-on's: this environment's ONNX Runtime, without NVIDIA's libraries."""
    folder = tmp_path / "cuda"
    (folder / "onnxruntime" / "capi").mkdir(parents=True)
    for source in RUNTIME.iterdir():
        if source.name not in ("capi", "__pycache__"):
            (folder / "onnxruntime" / source.name).symlink_to(source)
    for source in (RUNTIME / "capi").iterdir():
        if source.is_file():
            (folder / "onnxruntime" / "capi" / source.name).symlink_to(source)
    (folder / MANIFEST).write_text(json.dumps({"clearslice": VERSION}), encoding="utf-8")
    return folder


def ask(folder: Path | None) -> list[str]:
    """Return the runtime's file, the add-on's problem, the device and why CUDA is not used."""
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if folder is not None:
        environment[VARIABLE] = str(folder)
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: list[str] = json.loads(done.stdout)
    if answer[3].startswith("['CUDA"):
        pytest.skip("CUDA works here, which these tests are about the lack of")
    return answer


def test_without_an_addon_the_programs_own_runs(tmp_path: Path) -> None:
    file, problem, device, reason = ask(tmp_path)
    assert Path(file).parent == RUNTIME
    assert problem is None
    assert device == "cpu"
    assert reason.endswith("install the [cuda] extra")


def test_whole_addon_is_loaded_and_its_missing_libraries_are_told(addon: Path) -> None:
    file, problem, device, reason = ask(addon)
    assert Path(file).is_relative_to(addon)
    assert problem == ""
    assert device == "cpu"
    assert f"the GPU add-on in {addon} is incomplete: install it again" in reason


def test_addon_for_another_version_is_left_alone_and_says_for_which(addon: Path) -> None:
    (addon / MANIFEST).write_text(json.dumps({"clearslice": "9.9"}), encoding="utf-8")
    file, problem, device, _ = ask(addon)
    assert Path(file).parent == RUNTIME
    assert problem == f"made for Clearslice 9.9: install the one for {VERSION}"
    assert device == "cpu"


@pytest.mark.parametrize("damage", ["engine", "module", "manifest"])
def test_damaged_addon_leads_to_the_cpu_with_a_reason(addon: Path, damage: str) -> None:
    capi = addon / "onnxruntime" / "capi"
    files = {
        "engine": next(capi.glob("onnxruntime_pybind11_state*")),
        "module": capi / "_pybind_state.py",
        "manifest": addon / MANIFEST,
    }
    files[damage].unlink()
    files[damage].write_bytes(b"cut short")
    file, problem, device, reason = ask(addon)
    assert Path(file).parent == RUNTIME
    assert problem == "damaged: install it again"
    assert device == "cpu"
    assert f"the GPU add-on in {addon} is damaged" in reason
