"""Elements as pydicom and dcmdump read them."""

import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom import Dataset
from pydicom.data import get_testdata_file

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.dicom.study import Source
from core.dicom.tags import Change, Tag, compared, found, narrowed, read_tags, tags_of
from core.enhance.network import Networks
from core.errors import ClearsliceError
from core.export import export_series, preview
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop

GAUSSIAN = Recipe((Step("gaussian"),))


def flat(tags):
    for tag in tags:
        yield tag
        yield from flat(tag.children)


def path_of(name: str, demo: Path) -> Path:
    path = demo / name if "/" in name else get_testdata_file(name, download=False)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return Path(str(path))


@pytest.mark.parametrize(
    "name",
    ["ct/ct_01.dcm", "mr/N2D_0240.dcm", "dx/chest.dcm", "eCT_Supplemental.dcm", "MR_small_bigendian.dcm",
     "rtplan.dcm", "JPEG2000.dcm", "image_dfl.dcm"],
)  # fmt: skip
def test_the_elements_that_dcmdump_lists(name, demo):
    """All numbers and VRs, in order and nested, up to the pixel data and without what follows it."""
    if shutil.which("dcmdump") is None:
        pytest.skip("dcmdump is not installed")
    path = path_of(name, demo)
    text = subprocess.run(["dcmdump", str(path)], capture_output=True, check=True).stdout.decode("latin-1")
    lines = re.findall(r"^ *\(([0-9a-f]{4}),([0-9a-f]{4})\) (..)", text, re.MULTILINE)
    expected = [(int(g + e, 16), vr) for g, e, vr in lines if g != "fffe"]
    end = next((n for n, (tag, _) in enumerate(expected) if tag == 0x7FE00010), len(expected))
    ours = [(tag.number, tag.vr) for tag in flat(read_tags(Source(path))) if tag.number is not None]
    assert [number for number, _ in ours] == [number for number, _ in expected[: end + 1]]
    unlike = {(vr, other) for (_, vr), (_, other) in zip(ours, expected, strict=False) if vr != other}
    assert unlike <= {
        ("OW", "ox"),
        ("OB", "ox"),
        ("US", "xs"),
        ("SS", "xs"),
        ("UN", "UN"),
        ("OB or OW", "OW"),
    }


def test_values_are_pydicoms(demo):
    path = demo / "ct" / "ct_01.dcm"
    dataset = pydicom.dcmread(path)
    ours = {tag.keyword: tag for tag in read_tags(Source(path)) if tag.keyword}
    for keyword in ("PatientID", "Rows", "SliceThickness", "SOPInstanceUID", "Modality"):
        assert ours[keyword].text == str(dataset[keyword].value)
    assert ours["ImageType"].text == "\\".join(dataset.ImageType)
    assert ours["TransferSyntaxUID"].text == dataset.file_meta.TransferSyntaxUID
    assert ours["PixelData"].label == "(7FE0,0010)"


class TestValues:
    def tag(self, vr: str, value: object) -> Tag:
        dataset = Dataset()
        dataset.add_new(0x00091001, vr, value)
        return tags_of(dataset)[0]

    def test_binary_is_told_by_size_and_digest(self):
        tag = self.tag("OB", bytes(range(256)) * 40)
        assert tag.text.startswith("10\N{THIN SPACE}240 bytes, sha256 ")
        assert tag.text != self.tag("OB", bytes(range(255, -1, -1)) * 40).text

    def test_readable_bytes_are_read(self):
        assert self.tag("UN", b"CT01 \0").text == "CT01"

    def test_long_text_is_one_short_line_and_copied_whole(self):
        tag = self.tag("LT", "first\r\nsecond " + 100 * "words ")
        assert len(tag.value) == 120
        assert tag.value.startswith("first second words")
        assert tag.text.endswith("words ")

    def test_a_hundred_thousand_numbers_are_counted(self):
        tag = self.tag("FD", [float(n) for n in range(100_000)])
        assert tag.text.startswith("100000 values, sha256 ")

    def test_malformed_value_is_one_line(self):
        dataset = Dataset()
        dataset[0x00280010] = pydicom.dataelem.RawDataElement(
            pydicom.tag.Tag(0x00280010), "US", 3, b"\1\2\3", 0, False, True
        )
        (tag,) = tags_of(dataset)
        assert tag.text == "cannot be read (3 bytes)"

    def test_private_names(self):
        dataset = Dataset()
        dataset.add_new(0x00190010, "LO", "SIEMENS MR HEADER")
        dataset.add_new(0x0019100C, "IS", 800)
        dataset.add_new(0x001910FE, "IS", 1)
        dataset.add_new(0x0021100C, "IS", 1)
        names = [tag.name for tag in tags_of(dataset)]
        assert names == [
            "Private Creator", "B_value [SIEMENS MR HEADER]", "Private [SIEMENS MR HEADER]", "Private",
        ]  # fmt: skip


def test_no_dicom_file_is_one_sentence(tmp_path):
    (tmp_path / "a.txt").write_text("hello")
    with pytest.raises(ClearsliceError, match="not a DICOM file"):
        read_tags(Source(tmp_path / "a.txt"))


class TestSearch:
    @pytest.fixture
    def tags(self) -> tuple[Tag, ...]:
        code = Dataset()
        code.CodeValue, code.CodeMeaning = "T-D1100", "Head"
        dataset = Dataset()
        dataset.PatientName, dataset.PatientID, dataset.Rows = "Doe^Jane", "P1", 512
        dataset.AnatomicRegionSequence = [code]
        return tags_of(dataset)

    @pytest.mark.parametrize("words", ["0010,0010", "00100010", "0010 0010", "(0010,0010)", "patientname",
                                       "patient's name", "jane"])  # fmt: skip
    def test_by_number_keyword_name_or_value(self, tags, words):
        assert [tag.keyword for tag in found(tags, words)] == ["PatientName"]

    def test_nested_with_their_parents(self, tags):
        (sequence,) = found(tags, "head")
        assert [tag.keyword or tag.name for tag in flat([sequence])] == [
            "AnatomicRegionSequence", "Item 1", "CodeMeaning",
        ]  # fmt: skip

    def test_nothing_and_all(self, tags):
        assert found(tags, "zzz") == ()
        assert found(tags, " ") == tags


def test_differences_of_made_data_sets():
    def dataset(codes: list[str], **elements: str) -> Dataset:
        result = Dataset()
        for keyword, value in elements.items():
            setattr(result, keyword, value)
        result.ProcedureCodeSequence = [Dataset() for _ in codes]
        for item, code in zip(result.ProcedureCodeSequence, codes, strict=True):
            item.CodeValue = code
        return result

    left = dataset(["a", "b"], PatientID="1", Modality="CT", StudyID="9")
    right = dataset(["a", "c", "d"], PatientID="1", Modality="MR", AccessionNumber="7")
    all_of_it = compared(tags_of(left), tags_of(right))
    told = {d.tag.keyword: d.change for d in all_of_it}
    assert told == {
        "PatientID": Change.SAME, "Modality": Change.CHANGED, "StudyID": Change.REMOVED,
        "AccessionNumber": Change.ADDED, "ProcedureCodeSequence": Change.CHANGED,
    }  # fmt: skip
    (codes,) = narrowed(all_of_it, "code value", changed_only=True)
    assert [(item.tag.name, item.change) for item in codes.children] == [
        ("Item 2", Change.CHANGED), ("Item 3", Change.ADDED),
    ]  # fmt: skip
    assert [d.tag.keyword for d in narrowed(all_of_it, "mr")] == ["Modality"]
    assert len({change.value for change in Change}) == 4  # told by signs, not by colour alone


@pytest.mark.parametrize("folder", ["ct", "dx"])
def test_preview_is_what_the_export_writes(demo, tmp_path, folder):
    """But for UIDs and times, which are new each time."""
    series = scan([demo / folder]).series[0]
    pipeline = Pipeline(Networks(device="cpu"))
    paths = export_series(series, pipeline, GAUSSIAN, tmp_path)
    enhanced = pipeline.run(read_frame(series.frames[0]), GAUSSIAN, Stop())
    shown = tags_of(preview(series, enhanced))
    written = [tag for tag in read_tags(Source(paths[0])) if tag.number >> 16 != 2]
    changed = {d.tag.keyword for d in narrowed(compared(shown, written), changed_only=True)}
    assert changed <= {
        "InstanceCreationDate", "InstanceCreationTime", "SOPInstanceUID", "SeriesDate", "ContentDate",
        "SeriesTime", "ContentTime", "ContributingEquipmentSequence", "SeriesInstanceUID",
    }  # fmt: skip
    assert {"SOPInstanceUID", "SeriesInstanceUID"} <= changed


def test_preview_of_a_multi_frame_instance_leaves_its_pixels_out():
    path = get_testdata_file("eCT_Supplemental.dcm", download=False)
    if path is None:
        pytest.skip("eCT_Supplemental.dcm is not installed")
    (series,) = scan([Path(str(path))]).series
    enhanced = Pipeline(Networks(device="cpu")).run(read_frame(series.frames[0]), GAUSSIAN, Stop())
    shown = preview(series, enhanced)
    assert len(shown.PixelData) == 0
    assert len(shown.PerFrameFunctionalGroupsSequence) == len(series.frames)
    assert np.all(
        [g.DerivationImageSequence[0].DerivationDescription for g in shown.PerFrameFunctionalGroupsSequence]
    )
