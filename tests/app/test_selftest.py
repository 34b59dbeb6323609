"""`clearslice selftest` and `--version`, run as a user runs them, and shown damage."""

import json
import os
import pickle
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.encaps import generate_frames

from core.dicom.codecs import Decoded, Job
from core.dicom.guard import READABLE, PixelFormat
from core.dicom.samples import SAMPLES, pattern
from core.frozen import DECODE_FRAMES
from core.version import VERSION

ROOT = Path(__file__).resolve().parents[2]


def program(*arguments: str, root: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(root)} | variables
    command = [sys.executable, "-m", "app", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the product that tests may damage."""
    root = tmp_path_factory.mktemp("product")
    for name in ("app", "core", "assets"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def rows(root: Path = ROOT, **variables: str) -> tuple[int, dict[str, dict[str, object]]]:
    done = program("selftest", "--json", root=root, **variables)
    return done.returncode, {row["check"]: row for row in json.loads(done.stdout)}


def test_this_installation_passes_and_every_syntax_is_asked() -> None:
    done = program("selftest")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FAILED" not in done.stdout
    assert all(sample.name in done.stdout for sample in SAMPLES)
    retired = {"1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55"}  # No encoder for them is at hand.
    assert {sample.syntax for sample in SAMPLES} == READABLE - retired


def test_samples_are_what_they_say() -> None:
    for sample in SAMPLES:
        dataset = dcmread(sample.path)
        assert dataset.file_meta.TransferSyntaxUID == sample.syntax
        assert dataset.BitsStored == sample.bits
        assert "PatientName" not in dataset


def test_damage_is_found(copy: Path) -> None:
    (copy / "assets" / "selftest" / "1.2.840.10008.1.2.4.90.dcm").write_bytes(b"no DICOM")
    (copy / "assets" / "models" / "clearslice-denoise" / "reference.npz").unlink()
    (copy / "assets" / "icons" / "open.svg").write_text("no picture", encoding="utf-8")
    code, found = rows(copy)
    assert code == 1
    failed = {check for check, row in found.items() if not row["passed"]}
    assert failed == {"Codec: JPEG 2000, lossless", "Model: clearslice-denoise", "Window"}


def test_qt_that_cannot_start_fails_the_check_and_not_the_program() -> None:
    code, found = rows(DISPLAY=":0", QT_QPA_PLATFORM="nonsense")
    assert code == 1
    assert [check for check, row in found.items() if not row["passed"]] == ["Window"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    code, found = rows(XDG_CONFIG_HOME=str(tmp_path))
    assert code == 1
    assert not found["Settings"]["passed"]


def test_version_names_commit_and_networks() -> None:
    lines = program("--version").stdout.splitlines()
    assert lines[0] == f"clearslice {VERSION}"
    assert lines[1].startswith("commit ")
    models = sorted((ROOT / "assets" / "models").glob("*/model.onnx"))
    expected = [f"model {m.parent.name} sha256 {sha256(m.read_bytes()).hexdigest()}" for m in models]
    assert lines[2:] == expected


def test_program_is_a_decoder_when_it_is_asked_to_be_one() -> None:
    sample = next(sample for sample in SAMPLES if sample.name == "JPEG-LS")
    dataset = dcmread(sample.path)
    stream = next(generate_frames(dataset.PixelData, number_of_frames=1))
    form = PixelFormat(32, 32, 1, 1, 16, 12, 11, False, False, "MONOCHROME2")
    job = pickle.dumps(Job(stream, sample.syntax, form))
    # Qt is hidden: a decoder that needs it would fail.
    hide = "import sys, runpy; sys.modules['PySide6'] = None; runpy.run_module('app', run_name='__main__')"
    command = [sys.executable, "-c", hide, DECODE_FRAMES]
    done = subprocess.run(command, cwd=ROOT, input=job, capture_output=True, check=False)
    answer = pickle.loads(done.stdout)
    assert isinstance(answer, Decoded)
    assert (answer.cells == pattern(12)).all()
