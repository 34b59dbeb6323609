"""Key images through a Key Object Selection and back, judged by dciodvfy, dcmtk, highdicom and pydicom."""

import subprocess
import sysconfig
from pathlib import Path

import highdicom
import pydicom
import pytest
from pydicom.data import get_testdata_file
from pydicom.sr.codedict import codes

from core.dicom.key_objects import header_of, key_object_selection, read_key_objects
from core.dicom.save import save
from core.dicom.scan import scan
from core.dicom.study import Kind, Source
from core.errors import ClearsliceError


@pytest.fixture(scope="module")
def refs(demo):
    """Three slices of a CT, one of them not in file order."""
    frames = scan([demo / "ct"]).series[0].frames
    return [frames[n] for n in (7, 3, 12)]


def written(refs, folder: Path) -> Path:
    path = folder / "keys.dcm"
    save(key_object_selection({ref.key: header_of(ref.source) for ref in refs}, 905), path)
    return path


def enhanced():
    return scan([Path(get_testdata_file("eCT_Supplemental.dcm", download=False))]).series[0].frames


def test_comes_back(refs, tmp_path):
    assert set(read_key_objects(Source(written(refs, tmp_path)))) == {ref.key for ref in refs}


def test_frames_of_one_file(tmp_path):
    frames = enhanced()
    chosen = [frames[1], frames[0]]
    path = written(chosen, tmp_path)
    assert set(read_key_objects(Source(path))) == {ref.key for ref in chosen}
    (item,) = (i for i in pydicom.dcmread(path).ContentSequence if i.ValueType == "IMAGE")
    assert sorted(item.ReferencedSOPSequence[0].ReferencedFrameNumber) == sorted(r.number for r in chosen)


@pytest.mark.parametrize("of", ["CT", "Enhanced CT"])
def test_validator_finds_nothing(of, refs, tmp_path):
    path = written(refs if of == "CT" else enhanced()[:2], tmp_path)
    tool = Path(sysconfig.get_path("scripts")) / "dciodvfy"
    done = subprocess.run([tool, "-new", path], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert "KeyObjectSelectionDocument" in said
    assert [line for line in said.splitlines() if line.startswith("Error")] == []


def test_other_readers_find_the_same(refs, tmp_path):
    path = written(refs, tmp_path)
    document = highdicom.ko.KeyObjectSelectionDocument.from_dataset(pydicom.dcmread(path))
    theirs = {
        reference.ReferencedSOPInstanceUID
        for item in document.content.get_references()
        for reference in item.ReferencedSOPSequence
    }
    assert theirs == {ref.uid for ref in refs}
    first = pydicom.dcmread(refs[0].source.path)
    assert document.resolve_reference(refs[0].uid) == (
        first.StudyInstanceUID,
        first.SeriesInstanceUID,
        first.SOPInstanceUID,
    )
    assert (document.PatientID, document.StudyInstanceUID) == (first.PatientID, first.StudyInstanceUID)
    assert document.Modality == "KO"


def test_a_scan_lists_it_beside_the_images(refs, tmp_path):
    (series,) = scan([written(refs, tmp_path)]).series
    assert series.kind is Kind.OTHER
    assert series.sop_class == "1.2.840.10008.5.1.4.1.1.88.59"


@pytest.mark.parametrize(
    "title",
    [codes.DCM.RejectedForQualityReasons, codes.DCM.RejectedForPatientSafetyReasons, codes.DCM.Manifest],
)
def test_what_is_rejected_or_only_listed_is_no_key_image(refs, tmp_path, title):
    path = written(refs, tmp_path)
    document = pydicom.dcmread(path)
    document.ConceptNameCodeSequence[0].CodeValue = title.value
    document.save_as(path)
    assert read_key_objects(Source(path)) == ()


@pytest.mark.parametrize("broken", ["", "1.2", "x" * 300])
def test_what_makes_no_sense_is_passed_over(refs, tmp_path, broken):
    path = written(refs[:1], tmp_path)
    document = pydicom.dcmread(path)
    with pydicom.config.disable_value_validation():
        images = [item for item in document.ContentSequence if item.ValueType == "IMAGE"]
        images[0].ReferencedSOPSequence[0].ReferencedSOPInstanceUID = broken
        document.save_as(path)
    assert refs[0].key not in read_key_objects(Source(path))


def test_another_kind_of_document_selects_nothing():
    report = Path(get_testdata_file("test-SR.dcm", download=False))
    assert read_key_objects(Source(report)) == ()


def test_an_image_without_identifiers_is_one_sentence(refs):
    header = header_of(refs[0].source)
    del header.StudyInstanceUID
    with pytest.raises(ClearsliceError, match="lacks the identifiers"):
        key_object_selection({refs[0].key: header}, 1)
