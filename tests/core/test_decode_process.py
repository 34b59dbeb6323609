"""The process that decodes compressed frames may die; the one that asked lives."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.encaps import generate_frames

from core.dicom import codec_process
from core.dicom.codec_process import decode_apart, warm_up
from core.dicom.codecs import Job, decode
from core.dicom.guard import PixelFormat
from core.errors import ClearsliceError
from core.frozen import DECODE_FRAMES
from tests.core.dicom_made import sample

ROOT = Path(__file__).resolve().parents[2]


def job(name: str = "MR_small_jp2klossless.dcm") -> Job:
    dataset = dcmread(sample(name))
    (frame,) = generate_frames(dataset.PixelData, number_of_frames=1)
    form = PixelFormat(
        rows=dataset.Rows,
        columns=dataset.Columns,
        frames=1,
        samples=1,
        allocated=16,
        stored=dataset.BitsStored,
        high=dataset.HighBit,
        signed=bool(dataset.PixelRepresentation),
        planar=False,
        photometric="MONOCHROME2",
    )
    return Job(frame, str(dataset.file_meta.TransferSyntaxUID), form)


@pytest.fixture
def children(monkeypatch):
    """Decoding processes of this test alone."""
    found = codec_process._Children()
    monkeypatch.setattr(codec_process, "_children", found)
    yield found
    found.end()


def expected() -> np.ndarray:
    return dcmread(sample("MR_small.dcm")).pixel_array


def test_what_comes_back_is_what_was_decoded(children):
    np.testing.assert_array_equal(decode_apart(job()).cells, expected())
    np.testing.assert_array_equal(decode(job()).cells, expected())


def test_one_process_serves_frame_after_frame(children):
    decode_apart(job())
    (first,) = children._idle
    decode_apart(job("MR_small_jpeg_ls_lossless.dcm"))
    assert children._idle == [first]


def test_a_process_that_died_while_idle_is_replaced(children):
    decode_apart(job())
    children._idle[0]._process.kill()
    children._idle[0]._process.wait()
    np.testing.assert_array_equal(decode_apart(job()).cells, expected())


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="this system cannot halt a process")
def test_a_process_that_hangs_is_killed_and_replaced(children):
    decode_apart(job())
    (hung,) = children._idle
    os.kill(hung._process.pid, signal.SIGSTOP)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codec_process, "SECONDS", 0.2)
        with pytest.raises(ClearsliceError, match="damaged"):
            decode_apart(job())
    assert not hung.is_alive
    np.testing.assert_array_equal(decode_apart(job()).cells, expected())


def test_a_stream_that_no_decoder_knows_leaves_the_process_alive(children):
    good = job()
    with pytest.raises(ClearsliceError, match="damaged"):
        decode_apart(Job(b"nonsense", good.syntax, good.form))
    (child,) = children._idle
    np.testing.assert_array_equal(decode_apart(good).cells, expected())
    assert children._idle == [child]


PROGRAM = """
import sys
from pathlib import Path
from core.dicom.scan import scan
from core.dicom.decode import read_frame
print(read_frame(scan([Path(sys.argv[1])]).series[0].frames[0]).shape)
"""


@pytest.mark.parametrize("how", ["-c", "-"])
def test_any_program_may_ask_whatever_its_main_module(how, tmp_path):
    """Nothing of the asking program is run again in the child, and it may run from anywhere."""
    done = subprocess.run(
        [sys.executable, how, *([PROGRAM] if how == "-c" else []), sample("MR_small_jp2klossless.dcm")],
        input=PROGRAM,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.stdout, done.stderr) == ("(64, 64)\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a frozen program is a shell script")
def test_a_frozen_program_is_started_anew_with_one_argument(children, monkeypatch, tmp_path):
    program = tmp_path / "clearslice"
    program.write_text(
        f'#!/bin/sh\n[ "$*" = {DECODE_FRAMES} ] && exec {sys.executable} -P -m core.dicom.codec_child\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    np.testing.assert_array_equal(decode_apart(job()).cells, expected())


def test_a_program_that_cannot_be_started_is_said(children, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    with pytest.raises(ClearsliceError, match="could not be started"):
        decode_apart(job())


def test_several_threads_share_a_few_processes(children):
    results: list[np.ndarray] = []
    threads = [threading.Thread(target=lambda: results.append(decode_apart(job()).cells)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert all(np.array_equal(cells, expected()) for cells in results)
    assert len(children._idle) <= codec_process._CHILDREN


def test_warming_up_starts_one_process_and_no_second(children):
    warm_up()
    warm_up()
    assert len(children._idle) == 1
    np.testing.assert_array_equal(decode_apart(job()).cells, expected())
