"""A real archive takes what we export and gives it back."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pydicom
import pytest

from core.dicom.provenance import read_record

CLIENT = Path(__file__).with_name("archive.py")


@pytest.fixture(scope="module")
def orthanc() -> str:
    found = shutil.which("Orthanc") or shutil.which("Orthanc", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip("Orthanc is not installed (Debian: apt-get install orthanc)")
    return found


def isolated() -> list[str]:
    """Return what gives a command a network of its own, as Orthanc listens on all of the machine's."""
    command = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None:
        return []
    return (
        command
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
        else []
    )


def test_orthanc_takes_derived_series_and_gives_back_equal_pixels(
    orthanc, demo, pydicom_file, export, tmp_path
):
    sources = [
        *(demo / name for name in ("ct", "mr/N2D_0240.dcm", "dx/chest.dcm")),
        *(pydicom_file(name) for name in ("eCT_Supplemental.dcm", "emri_small.dcm")),
    ]
    sent = [path for source in sources for path in export(source)]
    assert len(sent) == 24
    folder = tmp_path / "orthanc"
    folder.mkdir()
    command = [*isolated(), sys.executable, str(CLIENT), orthanc, str(folder), *map(str, sent)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    back = {dataset.SOPInstanceUID: dataset for dataset in map(pydicom.dcmread, (folder / "back").iterdir())}
    assert len(back) == len(sent)
    for path in sent:
        ours = pydicom.dcmread(path)
        theirs = back[ours.SOPInstanceUID]
        np.testing.assert_array_equal(theirs.pixel_array, ours.pixel_array)
        assert theirs.SeriesInstanceUID == ours.SeriesInstanceUID
        assert read_record(theirs) == read_record(ours) is not None
