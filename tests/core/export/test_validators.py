"""The validators work: 24 faults planted in a good derived CT, each found by who should find it.

So "no new error" elsewhere in these tests means something. What dciodvfy and dcentvfy let pass is found
by the own checks in conftest.
"""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pydicom
import pytest
from pydicom import Dataset
from pydicom.uid import generate_uid


def rewritten(path: Path, change: Callable[[Dataset], None], folder: Path) -> Path:
    dataset = pydicom.dcmread(path)
    change(dataset)
    target = folder / "fault.dcm"
    dataset.save_as(target)
    return target


def deleting(keyword: str) -> Callable[[Dataset], None]:
    return lambda dataset: dataset.pop(keyword)


def setting(keyword: str, value: object) -> Callable[[Dataset], None]:
    return lambda dataset: setattr(dataset, keyword, value)


def no_code_meaning(dataset: Dataset) -> None:
    del dataset.DerivationCodeSequence[0].CodeMeaning


def long_ds(dataset: Dataset) -> None:
    dataset.add_new("SliceThickness", "DS", "3.00000000000000001")


def short_pixels(dataset: Dataset) -> None:
    dataset.PixelData = dataset.PixelData[: len(dataset.PixelData) // 2]


def other_meta_uid(dataset: Dataset) -> None:
    dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()


def rgb(dataset: Dataset) -> None:
    dataset.PhotometricInterpretation = "RGB"


BY_DCIODVFY = {
    "BitsStored over BitsAllocated": setting("BitsStored", 17),
    "HighBit": setting("HighBit", 16),
    "UID syntax": setting("FrameOfReferenceUID", "1.2.03.4a"),
    "UID in file meta": other_meta_uid,
    "no ImageType": deleting("ImageType"),
    "no patient": deleting("PatientName"),
    "no rescale": deleting("RescaleSlope"),
    "no pixel spacing": deleting("PixelSpacing"),
    "no frame of reference": deleting("FrameOfReferenceUID"),
    "no code meaning": no_code_meaning,
    "DS over 16 characters": long_ds,
    "short pixel data": short_pixels,
    "rows doubled": lambda dataset: setattr(dataset, "Rows", 2 * dataset.Rows),
    "RGB": rgb,
    "window 0 wide": setting("WindowWidth", 0),
}


@pytest.fixture
def good(demo: Path, export) -> SimpleNamespace:
    """Return a CT slice and the one derived from it; both validators are content with the pair."""
    source = demo / "ct" / "ct_01.dcm"
    return SimpleNamespace(source=source, derived=export(source)[0])


def test_both_validators_and_own_checks_pass_the_good_one(good, instance_errors, study_errors, faults):
    assert instance_errors(good.derived) == frozenset()
    assert study_errors(good.source, good.derived) == frozenset()
    assert faults(good.source, good.derived) == set()


@pytest.mark.parametrize("change", BY_DCIODVFY.values(), ids=BY_DCIODVFY)
def test_dciodvfy_finds(change, good, instance_errors, tmp_path):
    assert instance_errors(rewritten(good.derived, change, tmp_path))


def test_dciodvfy_warns_of_an_empty_series_number(good, instance_errors, tmp_path):
    bad = rewritten(good.derived, setting("SeriesNumber", None), tmp_path)
    new = instance_errors(bad, "Warning") - instance_errors(good.derived, "Warning")
    assert any("SeriesNumber" in line for line in new)


@pytest.mark.parametrize("keyword", ["SOPInstanceUID", "SeriesInstanceUID", "PatientID"])
def test_dcentvfy_finds_reused_uids_and_another_patient(keyword, good, study_errors, tmp_path):
    source = pydicom.dcmread(good.source)
    value = "SOMEONE ELSE" if keyword == "PatientID" else source[keyword].value
    bad = rewritten(good.derived, setting(keyword, value), tmp_path)
    assert study_errors(good.source, bad)


def still_original(dataset: Dataset) -> None:
    dataset.ImageType = ["ORIGINAL", *dataset.ImageType[1:]]


def no_references(dataset: Dataset) -> None:
    del dataset.SourceImageSequence


def no_derivation(dataset: Dataset) -> None:
    del dataset.DerivationDescription


def lossy_without_ratio(dataset: Dataset) -> None:
    dataset.LossyImageCompression = "01"


def padding_of_other_sign(dataset: Dataset) -> None:
    dataset.add_new("PixelPaddingValue", "US" if dataset.PixelRepresentation else "SS", 0)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (still_original, "not DERIVED"),
        (no_references, "no derivation or source"),
        (no_derivation, "no derivation or source"),
        (setting("FrameOfReferenceUID", "2.25.1"), "other frame of reference"),
        (lossy_without_ratio, "lossy forgotten"),
        (padding_of_other_sign, "padding VR"),
    ],
)
def test_only_our_own_checks_find(change, fault, good, faults, instance_errors, study_errors, tmp_path):
    bad = rewritten(good.derived, change, tmp_path)
    assert faults(good.source, bad) == {fault}
    # If a new release of the validators finds it too, so much the better: then move it up.
    assert instance_errors(bad) == frozenset()
    assert study_errors(good.source, bad) == frozenset()
