"""`clearslice batch`, as typed in a terminal."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pydicom
import pytest

from app.cli import main
from core.places import batches_folder
from core.queue_file import queue_files

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(autouse=True)
def no_queue_is_left():
    yield
    for file in queue_files(batches_folder()):
        file.unlink()


def test_enhances_all_series(demo, tmp_path, capsys):
    words = ["batch", str(demo), "-o", str(tmp_path), "--method", "gaussian", "--anonymise", "--json"]
    assert main([*words, "--retain", "patient"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [task["state"] for task in told] == 3 * ["done"]
    for task in told:
        header = pydicom.dcmread(min(Path(task["folder"]).iterdir()), stop_before_pixels=True)
        assert header.PatientID.startswith("ANON-")
    assert queue_files(batches_folder()) == ()


@pytest.mark.skipif(os.name != "posix", reason="needs a kill that cannot be caught")
def test_resumes_after_a_kill(demo, tmp_path, capsys):
    """Two real programs: one killed at its first tenth, the next told to go on."""
    command = [
        sys.executable,
        "-m",
        "app.cli",
        "batch",
        str(demo),
        "-o",
        str(tmp_path),
        "--method",
        "gaussian",
    ]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, env=os.environ) as child:
        assert child.stderr is not None
        child.stderr.readline()
        child.send_signal(signal.SIGKILL)
    assert len(queue_files(batches_folder())) == 1
    done = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.dcm")}
    assert 0 < len(done) < 45
    assert main(["batch", "--resume"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert len(list(tmp_path.rglob("*.dcm"))) == 45
    assert all(path.stat().st_mtime_ns == when for path, when in done.items())
    assert queue_files(batches_folder()) == ()


def test_nothing_to_resume_is_said(capsys):
    assert main(["batch", "--resume"]) == 0
    assert "no unfinished batch" in capsys.readouterr().err


def test_nothing_to_do_is_said(capsys):
    assert main(["batch"]) == 1
    assert "--resume" in capsys.readouterr().err
