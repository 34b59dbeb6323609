"""Nothing that identifies someone survives, whatever it is nested in; dcmdump and the validators judge."""

import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom import DataElement, Dataset
from pydicom.data import get_testdata_file
from pydicom.sr.codedict import codes
from pydicom.uid import UID

from core.anonymise import IN_PIXELS, anonymise_series
from core.deidentify.deidentify import BURNED_IN, Deidentifier
from core.deidentify.profile import BASIC, CODES, SAFE_PRIVATE, Option, Profile, table
from core.deidentify.pseudonyms import Pseudonyms, moved_date
from core.dicom.provenance import read_record
from core.dicom.scan import scan
from core.enhance.network import Networks
from core.errors import Cancelled, ClearsliceError
from core.export import export_series
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop

KEY = bytes(range(32))
GAUSSIAN = Recipe((Step("gaussian"),))
PLANTED = {
    "PatientName": "Müstermann^Erika",
    "PatientID": "PID-774411",
    "OtherPatientIDs": ["AOK-998877", "TK-556644"],
    "PatientBirthDate": "19431127",
    "PatientAddress": "Hauptstrasse 17, Musterstadt",
    "PatientAge": "081Y",
    "AccessionNumber": "ACC-20417",
    "InstitutionName": "Klinikum Musterstadt",
    "ReferringPhysicianName": "Hausarzt^Heinz",
    "OperatorsName": "Assistent^Anna",
    "StudyDescription": "Kontrolle bei Erika Müstermann",
    "ImageComments": "Patientin Müstermann unruhig",
    "DeviceSerialNumber": "SN-31415926",
    "StationName": "CTRAUM2",
    "RequestingPhysician": "Oberarzt^Otto",
    # Free texts that Table E.1-1 does not name:
    "FilterType": "MÜSTERMANN",
    "ContrastBolusRoute": "iv for PID-774411 today",
}


def tool(name: str) -> str:
    found = shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def dump(path: Path) -> str:
    """All elements with their whole values, as DCMTK reads them."""
    done = subprocess.run([tool("dcmdump"), "+L", "+R", "4", str(path)], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def errors(path: Path) -> frozenset[str]:
    done = subprocess.run([tool("dciodvfy"), "-new", str(path)], capture_output=True, check=False)
    return frozenset(line for line in done.stderr.decode("latin-1").splitlines() if "Error" in line)


def source_file(name: str, demo: Path) -> Path:
    path = demo / name if "/" in name else get_testdata_file(name, download=False)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return Path(str(path))


def identified(path: Path, target: Path) -> Path:
    """Write a copy of a real file in which names and numbers stand in many places."""
    dataset = pydicom.dcmread(path)
    dataset.SpecificCharacterSet = "ISO_IR 192"
    for keyword, value in PLANTED.items():
        setattr(dataset, keyword, value)
    person = Dataset()
    person.PersonName = PLANTED["PatientName"]
    person.InstitutionName = PLANTED["InstitutionName"]
    person.add_new((0x0009, 0x0010), "LO", "VENDOR")
    person.add_new((0x0009, 0x1001), "LO", PLANTED["PatientID"])
    deep = Dataset()
    deep.ReferencedSOPClassUID = dataset.SOPClassUID
    deep.ReferencedSOPInstanceUID = "1.2.276.0.99.4711.1"
    deep.PersonIdentificationCodeSequence = [person]
    deep.ContentCreatorName = PLANTED["PatientName"]
    deep.TextValue = PLANTED["PatientName"]
    dataset.ReferencedImageSequence = [deep]
    dataset.add_new((0x0011, 0x0010), "LO", "VENDOR")
    dataset.add_new((0x0011, 0x1001), "SQ", [person])
    dataset.add_new((0x6000, 0x4000), "LT", PLANTED["PatientName"])
    dataset.save_as(target)
    return target


def elements(dataset: Dataset) -> Iterator[DataElement]:
    for element in dataset:
        yield element
        if element.VR == "SQ":
            for item in element.value:
                yield from elements(item)


def values(element: DataElement) -> list[str]:
    if element.is_empty:
        return []
    return [str(v) for v in (element.value if element.VM > 1 else [element.value])]


def identities(dataset: Dataset) -> set[str]:
    """Every name, date, point in time and UID of an instance in `dataset`, and what was planted."""
    found = {str(v) for value in PLANTED.values() for v in ([value] if isinstance(value, str) else value)}
    found |= {"Erika", "Hauptstrasse", "PID-774411", "Musterstadt"}
    for element in elements(dataset):
        if element.VR in ("PN", "DA", "DT"):
            found |= {v for v in values(element) if len(v) > 3}
        if element.VR == "UI" and not element.keyword.endswith("ClassUID"):
            found |= {v for v in values(element) if not v.startswith("1.2.840.10008.")}
    return found


REAL = [
    "ct/ct_01.dcm",
    "mr/N2D_0240.dcm",
    "dx/chest.dcm",
    "eCT_Supplemental.dcm",
    "JPEG2000.dcm",
    "MR_small_bigendian.dcm",
    "MR-SIEMENS-DICOM-WithOverlays.dcm",
    "emri_small.dcm",
    "examples_palette.dcm",
    "SC_rgb_rle.dcm",
]


def test_table_has_the_standards_actions():
    """Read independently in PS3.15: a sample of each action and option."""
    rules = {pydicom.datadict.keyword_for_tag(tag): rule for tag, rule in table().items()}
    assert len(rules) > 600
    for action, keywords in {
        "X": "PatientAddress SeriesDescription ImageComments IconImageSequence PatientAge",
        "Z": "AccessionNumber StudyDate PatientBirthDate ReferringPhysicianName StudyID",
        "D": "PersonName FrameAcquisitionDateTime XRayDetectorID VerifyingObserverName",
        "U": "SOPInstanceUID StudyInstanceUID FrameOfReferenceUID DeviceUID IrradiationEventUID TrackingUID",
        "Z/D": "ContentDate ContentTime ContrastBolusAgent",
        "X/D": "SeriesDate ProtocolName DetectorID AcquisitionDeviceProcessingDescription",
        "X/Z/D": "DeviceSerialNumber InstitutionName StationName OperatorsName AcquisitionDateTime",
        "X/Z/U*": "SourceImageSequence ReferencedImageSequence",
    }.items():
        assert {rules[k].action for k in keywords.split()} == {action}
    for option, keywords in {
        Option.UIDS: "SOPInstanceUID FrameOfReferenceUID SourceImageSequence",
        Option.DATES: "StudyDate AcquisitionTime ContentDate TimezoneOffsetFromUTC",
        Option.PATIENT: "PatientAge PatientSex PatientWeight PatientSize EthnicGroup SmokingStatus",
        Option.DEVICE: "DeviceSerialNumber StationName GantryID DetectorID",
        Option.INSTITUTION: "InstitutionName InstitutionAddress InstitutionalDepartmentName",
    }.items():
        assert all(option in rules[k].retained_by for k in keywords.split())
    assert rules["PatientBirthDate"].retained_by == frozenset()


def test_table_is_that_of_an_independent_transcription():
    """dicom-anonymizer carries Table E.1-1 of the same edition; repeating groups are rules, not rows."""
    edition = pytest.importorskip("dicomanonymizer.dicom_anonymization_databases.dicomfields_2026c")
    theirs = {
        int(pydicom.tag.Tag(*tag)): name.removesuffix("_TAGS").replace("_STAR", "*").replace("_", "/")
        for name, tags in vars(edition).items()
        if name.endswith("_TAGS") and name != "ALL_TAGS"
        for tag in tags
        if len(tag) == 2
    }
    assert len(theirs) > 600
    assert theirs == {tag: rule.action for tag, rule in table().items()}


NUMBERS_AND_CODES = {"IS", "DS", "FL", "FD", "SS", "SL", "CS"}
PITCH_RATIO = ("GEMS_PARM_01", 0x0043, 0x27)


def test_safe_private_attributes_are_numbers_and_codes():
    """In the private dictionary of pydicom, which knows nothing of our list."""
    for creator, group, element in SAFE_PRIVATE:
        if creator.startswith("CLEARSLICE"):
            continue
        vr = pydicom.datadict.private_dictionary_VR((group, 0x1000 + element), creator)
        assert vr in NUMBERS_AND_CODES or (creator, group, element) == PITCH_RATIO, (creator, hex(element))


@pytest.mark.parametrize("name", REAL)
class TestRealFiles:
    @pytest.fixture
    def planted(self, name, demo, tmp_path) -> Path:
        (tmp_path / "in").mkdir()
        return identified(source_file(name, demo), tmp_path / "in" / "a.dcm")

    def test_nothing_survives_in_a_copy(self, planted, tmp_path):
        (series,) = scan([planted]).series
        (copy,) = anonymise_series(series, tmp_path / "out", Deidentifier())
        source, result = pydicom.dcmread(planted), pydicom.dcmread(copy)
        text, before = dump(copy).casefold(), dump(planted).casefold()
        assert len([v for v in identities(source) if v.casefold() in before]) > 15
        assert [v for v in identities(source) if v.casefold() in text] == []
        assert not any(e.tag.is_private for e in elements(result))
        assert result.file_meta.TransferSyntaxUID == source.file_meta.TransferSyntaxUID
        assert result.PixelData == source.PixelData
        assert errors(copy) - errors(planted) == frozenset()

    def test_nothing_survives_in_an_enhanced_series(self, planted, tmp_path):
        (series,) = scan([planted]).series
        if not series.enhanceable:
            pytest.skip("cannot be enhanced")
        pipeline = Pipeline(Networks(device="cpu"))
        (derived,) = export_series(series, pipeline, GAUSSIAN, tmp_path / "out", deidentifier=Deidentifier())
        (plain,) = export_series(series, pipeline, GAUSSIAN, tmp_path / "plain")
        source, result = pydicom.dcmread(planted), pydicom.dcmread(derived)
        text = dump(derived).casefold()
        assert [v for v in identities(source) if v.casefold() in text] == []
        assert result.PixelData == pydicom.dcmread(plain).PixelData
        assert errors(derived) - errors(planted) - errors(plain) == frozenset()
        assert "Clearslice" in result.SeriesDescription
        assert result.ImageType[0] == "DERIVED"


def test_one_patient_keeps_one_name_and_series_their_relations(demo, tmp_path):
    """Originals and enhanced copies of one job belong together: study, patient, frame of reference."""
    by = Deidentifier(pseudonyms=Pseudonyms(KEY))
    (series,) = scan([demo / "ct"]).series
    copies = [pydicom.dcmread(p) for p in anonymise_series(series, tmp_path, by)]
    derived = [
        pydicom.dcmread(p)
        for p in export_series(series, Pipeline(Networks(device="cpu")), GAUSSIAN, tmp_path, deidentifier=by)
    ]
    for keyword in ("PatientID", "PatientName", "StudyInstanceUID", "FrameOfReferenceUID"):
        assert len({str(d[keyword].value) for d in copies + derived}) == 1
    assert len({d.SOPInstanceUID for d in copies + derived}) == 40
    assert len({d.SeriesInstanceUID for d in copies}) == 1
    assert len({d.SeriesInstanceUID for d in copies + derived}) == 2
    sources = {d.SourceImageSequence[0].ReferencedSOPInstanceUID for d in derived}
    assert sources == {d.SOPInstanceUID for d in copies}
    assert all(UID(d.SOPInstanceUID).is_valid for d in copies)
    done = subprocess.run(
        [tool("dcentvfy"), *map(str, sorted(tmp_path.rglob("*.dcm")))], capture_output=True, check=False
    )
    assert "Error" not in done.stderr.decode("latin-1")


class TestDerived:
    """What is said of the making itself."""

    def export(self, demo, tmp_path, *options: Option) -> Dataset:
        (series,) = scan([demo / "ct" / "ct_01.dcm"]).series
        by = Deidentifier(Profile(frozenset(options)), Pseudonyms(KEY))
        (path,) = export_series(series, Pipeline(Networks(device="cpu")), GAUSSIAN, tmp_path, deidentifier=by)
        return pydicom.dcmread(path)

    def test_no_date_and_no_private_record_by_default(self, demo, tmp_path):
        derived = self.export(demo, tmp_path)
        dates = {
            e.keyword: e.value for e in elements(derived) if e.VR in ("DA", "TM", "DT") and not e.is_empty
        }
        assert dates == {}
        assert read_record(derived) is None
        assert derived.DerivationDescription.startswith("Clearslice")

    def test_dates_of_the_making_move_with_the_others(self, demo, tmp_path):
        derived = self.export(demo, tmp_path, Option.DATES)
        source = pydicom.dcmread(demo / "ct" / "ct_01.dcm")
        moved = datetime.strptime(derived.StudyDate, "%Y%m%d") - datetime.strptime(source.StudyDate, "%Y%m%d")
        made = datetime.strptime(derived.SeriesDate, "%Y%m%d") - moved
        assert abs(made - datetime.now()) < timedelta(days=2)

    def test_record_stays_with_safe_private_elements(self, demo, tmp_path):
        assert read_record(self.export(demo, tmp_path, Option.SAFE_PRIVATE)).recipe == GAUSSIAN


def test_another_export_gives_other_names(demo):
    header = pydicom.dcmread(demo / "ct" / "ct_01.dcm")
    first, second = Deidentifier()(header), Deidentifier()(header)
    assert first.PatientID != second.PatientID
    assert first.StudyInstanceUID != second.StudyInstanceUID
    assert repr(Pseudonyms(KEY)).count("key") == 0


def test_it_says_what_was_done(demo):
    """PS3.15 E.1.1 and CID 7050."""
    options = frozenset({Option.DATES, Option.DEVICE})
    result = Deidentifier(Profile(options))(pydicom.dcmread(demo / "ct" / "ct_01.dcm"))
    assert result.PatientIdentityRemoved == "YES"
    said = [(c.CodeValue, c.CodingSchemeDesignator) for c in result.DeidentificationMethodCodeSequence]
    assert said == [("113100", "DCM"), ("113107", "DCM"), ("113109", "DCM")]
    assert result.LongitudinalTemporalInformationModified == "MODIFIED"
    assert len(result.DeidentificationMethod) <= 64
    named = {(code.value, code.meaning) for code in codes.cid7050.concepts.values()}
    assert {(code.value, code.meaning) for code in (BASIC, *CODES.values())} <= named


def test_reference_to_a_procedure_step_stays_with_another_uid(demo):
    """Type 1C in radiographs (PS3.3 C.8.11.1), so it may be neither removed nor emptied."""
    header = pydicom.dcmread(demo / "dx" / "chest.dcm", stop_before_pixels=True)
    step = Dataset()
    step.ReferencedSOPClassUID = "1.2.840.10008.3.1.2.3.3"
    step.ReferencedSOPInstanceUID = "1.2.276.0.99.4711.2"
    header.ReferencedPerformedProcedureStepSequence = [step]
    (item,) = Deidentifier()(header).ReferencedPerformedProcedureStepSequence
    assert item.ReferencedSOPClassUID == step.ReferencedSOPClassUID
    assert item.ReferencedSOPInstanceUID.startswith("2.25.")


def test_source_is_not_touched(demo):
    header = pydicom.dcmread(demo / "ct" / "ct_01.dcm")
    before = header.to_json()
    Deidentifier()(header)
    assert header.to_json() == before


class TestOptions:
    @pytest.fixture
    def header(self, demo, tmp_path) -> Dataset:
        return pydicom.dcmread(identified(demo / "ct" / "ct_01.dcm", tmp_path / "a.dcm"))

    def by(self, *options: Option) -> Callable[[Dataset], Dataset]:
        return Deidentifier(Profile(frozenset(options)), Pseudonyms(KEY))

    def test_uids(self, header):
        result = self.by(Option.UIDS)(header)
        assert result.SOPInstanceUID == header.SOPInstanceUID
        assert result.ReferencedImageSequence[0].ReferencedSOPInstanceUID == "1.2.276.0.99.4711.1"

    def test_patient_characteristics(self, header):
        result = self.by(Option.PATIENT)(header)
        assert (result.PatientAge, result.PatientSex) == ("081Y", header.PatientSex)
        assert not result.PatientBirthDate
        assert "PatientAddress" not in result

    def test_device_and_institution(self, header):
        result = self.by(Option.DEVICE, Option.INSTITUTION)(header)
        assert (result.DeviceSerialNumber, result.StationName) == ("SN-31415926", "CTRAUM2")
        assert result.InstitutionName == "Klinikum Musterstadt"
        assert not self.by()(header).get("DeviceSerialNumber")

    def test_dates_move_together_and_keep_their_distance(self, header):
        header.StudyDate, header.SeriesDate, header.ContentDate = "20240228", "20240301", "20240301"
        header.AcquisitionDateTime, header.ContentTime = "20240301235959.5+0100", "101500"
        result = self.by(Option.DATES)(header)
        days = Deidentifier(pseudonyms=Pseudonyms(KEY)).pseudonyms.days("PID-774411\0")
        assert days < 0
        study, series = (pydicom.valuerep.DA(str(d)) for d in (result.StudyDate, result.SeriesDate))
        assert (series - study).days == 2  # 2024 is a leap year
        assert (study - pydicom.valuerep.DA("20240228")).days == days
        assert result.AcquisitionDateTime == f"{result.SeriesDate}235959.5+0100"
        assert result.ContentTime == "101500"
        assert not result.PatientBirthDate

    def test_safe_private_attributes_alone(self, header):
        header.add_new((0x0019, 0x0010), "LO", "SIEMENS MR HEADER")
        header.add_new((0x0019, 0x100C), "IS", 800)
        header.add_new((0x0019, 0x1099), "LO", "Müstermann")
        result = self.by(Option.SAFE_PRIVATE)(header)
        private = [(e.tag, e.value) for e in result if e.tag.is_private]
        assert private == [((0x0019, 0x0010), "SIEMENS MR HEADER"), ((0x0019, 0x100C), 800)]


class TestBurnedIn:
    def test_refused_unless_allowed(self, demo, tmp_path):
        dataset = pydicom.dcmread(demo / "dx" / "chest.dcm")
        dataset.BurnedInAnnotation = "YES"
        dataset.save_as(tmp_path / "a.dcm")
        (series,) = scan([tmp_path / "a.dcm"]).series
        with pytest.raises(ClearsliceError, match="burned into"):
            anonymise_series(series, tmp_path / "out", Deidentifier())
        assert not list((tmp_path / "out").iterdir())
        (copy,) = anonymise_series(series, tmp_path / "out", Deidentifier(burned_in_allowed=True))
        assert pydicom.dcmread(copy).BurnedInAnnotation == "YES"
        assert "looked at" in BURNED_IN

    def test_nothing_is_claimed_of_pixels(self, demo):
        dataset = pydicom.dcmread(demo / "ct" / "ct_01.dcm")
        dataset.pop("BurnedInAnnotation", None)
        assert "BurnedInAnnotation" not in Deidentifier()(dataset)

    def test_overlays_in_the_pixels_are_refused(self, demo, tmp_path):
        dataset = pydicom.dcmread(demo / "ct" / "ct_01.dcm")
        dataset.add_new((0x6000, 0x0010), "US", dataset.Rows)
        dataset.add_new((0x6000, 0x0102), "US", 15)
        dataset.save_as(tmp_path / "a.dcm")
        (series,) = scan([tmp_path / "a.dcm"]).series
        with pytest.raises(ClearsliceError) as caught:
            anonymise_series(series, tmp_path / "out", Deidentifier())
        assert str(caught.value) == IN_PIXELS


def test_stopped_copying_leaves_nothing(demo, tmp_path):
    (series,) = scan([demo / "ct"]).series
    stop = Stop()
    with pytest.raises(Cancelled):
        anonymise_series(
            series, tmp_path / "out", Deidentifier(), lambda p: stop.set() if p.done == 3 else None, stop
        )
    assert list((tmp_path / "out").iterdir()) == []


def test_pixels_are_what_they_were(demo, tmp_path):
    (series,) = scan([demo / "mr"]).series
    for path, ref in zip(anonymise_series(series, tmp_path, Deidentifier()), series.frames, strict=True):
        np.testing.assert_array_equal(
            pydicom.dcmread(path).pixel_array, pydicom.dcmread(ref.source.path).pixel_array
        )


@pytest.mark.parametrize(
    ("text", "days", "moved"),
    [
        ("20240301", -1, "20240229"),
        ("20240301101112.5", 365, "20250301101112.5"),
        ("2024", -1, "20231231"),
        ("202403", -1, "20240229"),
        ("2024.03.01", -1, "20240229"),
        ("99999999", -1, ""),
        ("yesterday", -1, ""),
        ("", -1, ""),
        ("10000102", -5, ""),
    ],
)
def test_moved_date(text, days, moved):
    assert moved_date(text, days) == moved
