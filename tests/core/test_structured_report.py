"""Measurements through a DICOM structured report and back, judged by dciodvfy, highdicom and pydicom."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import highdicom
import numpy as np
import pydicom
import pytest
from pydicom.data import get_testdata_file

from core.dicom.decode import read_frame
from core.dicom.reported import read_report
from core.dicom.save import save
from core.dicom.scan import scan
from core.dicom.structured_report import report
from core.dicom.study import Kind as SeriesKind
from core.dicom.study import Source
from core.errors import ClearsliceError
from core.measurement import Kind, Measured, Measurement, figures

DRAWN = {
    Kind.DISTANCE: ((10.25, 20.5), (110.75, 80.125)),
    Kind.POLYLINE: ((10, 20), (30, 40), (80, 40), (85, 90)),
    Kind.ANGLE: ((50, 50), (60, 90), (120, 90)),
    Kind.COBB: ((40, 40), (90, 45), (40, 140), (90, 120)),
    Kind.ELLIPSE: ((40, 50), (90, 75)),
    Kind.RECTANGLE: ((90, 75), (40, 50)),
    Kind.FREEHAND: ((40, 50), (90, 75), (80, 110), (30, 90.5)),
    Kind.ARROW: ((70, 80), (100, 60)),
    Kind.TEXT: ((33, 44),),
}


@pytest.fixture(scope="module")
def frames(demo):
    """A frame of each kind: CT, MR, a radiograph, and the second of an Enhanced CT."""
    single = [next((demo / name).glob("*.dcm")) for name in ("ct", "mr", "dx")]
    enhanced = Path(get_testdata_file("eCT_Supplemental.dcm", download=False))
    refs = [scan([path]).series[0].frames[0] for path in single]
    return [read_frame(ref) for ref in (*refs, scan([enhanced]).series[0].frames[1])]


def measured(frame, kinds=tuple(DRAWN)):
    drawn = [Measurement(kind, DRAWN[kind], frame.key, f"Änderung {kind.value}") for kind in kinds]
    return [Measured(m, frame, figures(m, frame)) for m in drawn]


def written(rows, folder):
    path = folder / "report.dcm"
    save(report(rows, 901), path)
    return path


@pytest.mark.parametrize("number", range(4))
def test_every_kind_comes_back_as_it_was(frames, tmp_path, number):
    rows = measured(frames[number])
    found = read_report(Source(written(rows, tmp_path)))
    assert [m.kind for m in found] == list(DRAWN)
    for row, back in zip(rows, found, strict=True):
        assert (back.uid, back.name, back.frame) == (
            row.measurement.uid,
            row.measurement.name,
            row.measurement.frame,
        )
        ends = sorted(back.points) if back.kind in {Kind.RECTANGLE, Kind.ELLIPSE} else back.points
        drawn = row.measurement.points
        drawn = sorted(drawn) if back.kind in {Kind.RECTANGLE, Kind.ELLIPSE} else drawn
        np.testing.assert_allclose(ends, drawn, atol=1e-4)


def test_an_arrow_without_words_comes_back_without_words(frames, tmp_path):
    drawn = Measurement(Kind.ARROW, DRAWN[Kind.ARROW], frames[0].key)
    path = written([Measured(drawn, frames[0], figures(drawn, frames[0]))], tmp_path)
    assert read_report(Source(path)) == (drawn,)


@pytest.mark.parametrize("number", range(4))
def test_dciodvfy_finds_no_error(frames, tmp_path, number):
    path = written(measured(frames[number]), tmp_path)
    tool = Path(sys.executable).with_name("dciodvfy")
    done = subprocess.run([tool, "-new", path], capture_output=True, text=True, errors="replace", check=False)
    errors = [line for line in done.stderr.splitlines() if line.startswith("Error")]
    assert not errors
    assert "ComprehensiveSR" in done.stderr


def test_dcentvfy_finds_the_report_at_home_in_its_study(frames, tmp_path, demo):
    report_path = written(measured(frames[0]), tmp_path)
    images = [ref.source.path for ref in scan([demo / "ct"]).series[0].frames]
    tool = Path(sys.executable).with_name("dcentvfy")
    alone, both = (
        subprocess.run([tool, *paths], capture_output=True, text=True, errors="replace", check=False)
        for paths in (images, [*images, report_path])
    )
    news = set(both.stderr.splitlines()) - set(alone.stderr.splitlines())
    assert not [line for line in news if "Error" in line]


def test_another_program_reads_the_numbers(frames, tmp_path):
    """highdicom's own reader, and the values as pydicom finds them in the file."""
    ct = frames[0]
    rows = measured(ct)
    path = written(rows, tmp_path)
    content = highdicom.sr.srread(path).content
    lengths = content.get_image_measurement_groups(tracking_uid=rows[0].measurement.uid)
    (number,) = lengths[0].get_measurements()
    assert number.value == pytest.approx(rows[0].figures.length, abs=1e-6)
    assert number.unit.value == "mm"
    (ellipse,) = content.get_planar_roi_measurement_groups(tracking_uid=rows[4].measurement.uid)
    values = {m.name.meaning: (float(m.value), m.unit.value) for m in ellipse.get_measurements()}
    assert values["Mean"] == (pytest.approx(rows[4].figures.before.mean, abs=1e-6), "[hnsf'U]")
    assert values["Area"] == (pytest.approx(rows[4].figures.area, abs=1e-6), "mm2")


def test_it_belongs_to_the_study_and_names_its_images(frames, tmp_path, demo):
    ct = frames[0]
    data = pydicom.dcmread(written(measured(ct), tmp_path))
    source = pydicom.dcmread(scan([demo / "ct"]).series[0].frames[0].source.path)
    for keyword in ("StudyInstanceUID", "PatientID", "PatientName", "StudyDate"):
        assert data[keyword].value == source[keyword].value
    assert data.SeriesInstanceUID != source.SeriesInstanceUID
    assert (data.Modality, data.SeriesNumber, data.CompletionFlag) == ("SR", 901, "COMPLETE")
    evidence = data.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence[0]
    assert [i.ReferencedSOPInstanceUID for i in evidence.ReferencedSOPSequence] == [ct.uid]


def test_without_spacing_lengths_are_in_pixels(tmp_path, demo):
    data = pydicom.dcmread(next((demo / "ct").glob("*.dcm")))
    del data.PixelSpacing
    data.save_as(tmp_path / "bare.dcm")
    frame = read_frame(scan([tmp_path / "bare.dcm"]).series[0].frames[0])
    path = written(measured(frame, (Kind.DISTANCE, Kind.ELLIPSE)), tmp_path)
    text = pydicom.dcmread(path).to_json()
    assert "{pixels}" in text
    assert '"mm' not in text


def test_a_scan_lists_the_report_beside_the_images(frames, tmp_path):
    written(measured(frames[0]), tmp_path)
    (series,) = scan([tmp_path]).series
    assert series.kind is SeriesKind.OTHER
    assert len(read_report(series.frames[0].source)) == len(DRAWN)


def test_another_report_holds_nothing_for_us():
    path = get_testdata_file("reportsi.dcm", download=False)
    assert read_report(Source(Path(path))) == ()


def test_an_image_without_identity_is_refused(frames):
    frame = frames[0]
    bare = pydicom.Dataset()
    bare.update({tag: frame.header[tag] for tag in frame.header.keys() if tag != 0x0020000D})  # noqa: SIM118
    with pytest.raises(ClearsliceError, match="CSV"):
        report(measured(replace(frame, header=bare), (Kind.TEXT,)), 1)


class TestDamaged:
    """What makes no sense is passed over and the rest is read."""

    def changed(self, frames, tmp_path, change):
        path = written(measured(frames[0], (Kind.DISTANCE, Kind.ELLIPSE, Kind.FREEHAND)), tmp_path)
        data = pydicom.dcmread(path)
        groups = next(i for i in data.ContentSequence if i.ConceptNameCodeSequence[0].CodeValue == "126010")
        change(groups.ContentSequence[0], groups.ContentSequence[1])
        data.save_as(path)
        return [m.kind for m in read_report(Source(path))]

    def test_points_that_are_none(self, frames, tmp_path):
        def change(first, second):
            number = next(i for i in first.ContentSequence if i.ValueType == "NUM")
            scoord = next(i for i in number.ContentSequence if i.ValueType == "SCOORD")
            scoord.GraphicData = [1.0, float("nan"), 3.0, 4.0]

        assert self.changed(frames, tmp_path, change) == [Kind.ELLIPSE, Kind.FREEHAND]

    def test_an_ellipse_that_stands_askew(self, frames, tmp_path):
        def change(first, second):
            region = next(i for i in second.ContentSequence if i.ValueType == "SCOORD")
            region.GraphicData = [10, 10, 40, 40, 20, 30, 30, 20]

        assert self.changed(frames, tmp_path, change) == [Kind.DISTANCE, Kind.FREEHAND]

    def test_no_image(self, frames, tmp_path):
        def change(first, second):
            region = next(i for i in second.ContentSequence if i.ValueType == "SCOORD")
            del region.ContentSequence

        assert self.changed(frames, tmp_path, change) == [Kind.DISTANCE, Kind.FREEHAND]

    def test_cut_off(self, frames, tmp_path):
        path = written(measured(frames[0]), tmp_path)
        path.write_bytes(path.read_bytes()[:4000])
        with pytest.raises(ClearsliceError):
            read_report(Source(path))
