"""What a scan finds, in folders, archives and DICOMDIRs."""

import io
import itertools
import os
import shutil
import struct
import threading
import zipfile
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.fileset import FileSet
from pydicom.uid import generate_uid

from core.dicom.decode import read_frame
from core.dicom.limits import MAX_INFLATED
from core.dicom.scan import scan
from core.dicom.study import Catalogue, FrameRef, Kind, Source
from core.errors import ClearsliceError
from core.stop import Stop
from tests.core.dicom_made import PATIENT, ct, encoded, sample, save, slices


def frames(catalogue: Catalogue) -> int:
    return sum(len(series.frames) for series in catalogue.series)


# Files and folders


def test_a_series_is_described_by_its_header(tmp_path):
    slices(tmp_path, 3, SeriesDescription="Soft", SeriesNumber=4, StudyDate="20200102", AccessionNumber="A1")
    catalogue = scan([tmp_path])
    (series,) = catalogue.series
    header = ct()
    assert (series.modality, series.description, series.number) == ("CT", "Soft", 4)
    assert (series.rows, series.columns, len(series.frames)) == (128, 128, 3)
    assert series.sop_class == header.SOPClassUID
    assert series.transfer_syntax == header.file_meta.TransferSyntaxUID
    assert series.image_type == tuple(header.ImageType)
    assert series.study.uid == header.StudyInstanceUID
    assert (series.study.patient.name, series.study.date, series.study.accession) == (
        PATIENT,
        "20200102",
        "A1",
    )
    assert (series.kind, series.reason, series.enhanceable) == (Kind.GREY, "", True)
    assert (catalogue.files_done, catalogue.files_found, catalogue.finished) == (3, 3, True)


def test_what_a_file_is_follows_from_its_content(tmp_path):
    (first, second, third) = slices(tmp_path / "deep" / "er", 3)
    first.rename(tmp_path / "picture.png")
    second.rename(tmp_path / "deep" / "README.txt")
    third.write_bytes(third.read_bytes()[132:])
    (tmp_path / "notes.txt").write_text("not DICOM")
    catalogue = scan([tmp_path])
    assert frames(catalogue) == 3
    assert catalogue.unreadable == ()


@pytest.mark.parametrize(
    ("name", "chosen", "listed"),
    [
        ("readme.txt", False, False),
        ("readme.txt", True, True),
        ("image.dcm", False, True),
        ("x.IMA", False, True),
    ],
)
def test_other_files_are_listed_where_that_helps(name, chosen, listed, tmp_path):
    path = tmp_path / name
    path.write_text("nothing of interest " * 20)
    catalogue = scan([path if chosen else tmp_path])
    assert [bad.source for bad in catalogue.unreadable] == ([Source(path)] if listed else [])
    assert catalogue.files_done == 1


def test_a_path_that_does_not_exist_is_listed(tmp_path):
    (bad,) = scan([tmp_path / "gone"]).unreadable
    assert "not there" in bad.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    slices(tmp_path, 2)
    os.mkfifo(tmp_path / "pipe")
    catalogue = scan([tmp_path, tmp_path / "pipe"])
    assert frames(catalogue) == 2
    assert "not a file" in catalogue.unreadable[0].reason


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may read everything")
def test_a_file_without_permission_is_listed(tmp_path):
    (first, _) = slices(tmp_path, 2)
    first.chmod(0)
    catalogue = scan([tmp_path])
    assert frames(catalogue) == 1
    assert "permission" in catalogue.unreadable[0].reason


def test_links_that_go_round_in_circles_end(tmp_path):
    slices(tmp_path / "a", 2)
    try:
        (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "dead").symlink_to(tmp_path / "nothing")
    except OSError:
        pytest.skip("this system does not allow links")
    assert frames(scan([tmp_path])) == 2


def test_nothing_is_read_twice(tmp_path):
    paths = slices(tmp_path, 2)
    catalogue = scan([tmp_path, paths[0], tmp_path])
    assert (frames(catalogue), catalogue.files_found) == (2, 2)
    assert catalogue.series[0].notes == ()


def test_a_copy_of_an_instance_is_left_out_and_said(tmp_path):
    (first, _) = slices(tmp_path, 2)
    shutil.copy(first, tmp_path / "copy")
    (series,) = scan([tmp_path]).series
    assert len(series.frames) == 2
    assert any("1 file repeats" in note for note in series.notes)


def test_multi_frame_files_expand(shared):
    catalogue = scan([shared / "corpus" / "dcm_qa_enh"])
    assert frames(catalogue) == 4 * 6 + 64
    assert {series.kind for series in catalogue.series} == {Kind.GREY}


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("test-SR.dcm", Kind.OTHER, "structured report"),
        ("rtplan.dcm", Kind.OTHER, "radiotherapy plan"),
        ("rtstruct.dcm", Kind.OTHER, "structure set"),
        ("waveform_ecg.dcm", Kind.OTHER, "waveform"),
        ("liver_1frame.dcm", Kind.OTHER, "segmentation"),
        ("rtdose.dcm", Kind.GREY, "Dose"),
        ("SC_rgb_rle.dcm", Kind.COLOUR, "grey values"),
        ("examples_palette.dcm", Kind.COLOUR, "grey values"),
        ("CT_small.dcm", Kind.GREY, ""),
    ],
)
def test_each_object_is_listed_by_what_it_is(name, kind, words, tmp_path):
    shutil.copy(sample(name), tmp_path)
    (series,) = scan([tmp_path]).series
    assert series.kind is kind
    assert words in series.reason
    assert bool(words) != series.enhanceable


@pytest.mark.parametrize(
    ("uid", "words"),
    [
        ("1.2.840.10008.5.1.4.1.1.104.1", "PDF"),
        ("1.2.840.10008.5.1.4.1.1.88.59", "key object"),
        ("1.2.840.10008.5.1.4.1.1.11.1", "presentation state"),
        ("1.2.840.10008.5.1.4.1.1.66", "raw"),
        ("1.2.840.10008.5.1.4.38.1", "Hanging Protocol"),
        ("1.3.12.2.1107.5.9.1", "1.3.12.2.1107.5.9.1"),
    ],
)
def test_objects_without_pixels_are_named(uid, words, tmp_path):
    save(ct(SOPClassUID=uid, PixelData=None, Rows=None), tmp_path / "object")
    (series,) = scan([tmp_path]).series
    assert series.kind is Kind.OTHER
    assert words in series.reason


def test_a_video_is_listed_and_not_shown(tmp_path):
    content = encoded(ct())
    at = content.index(b"1.2.840.10008.1.2.1\0")
    uid = b"1.2.840.10008.1.2.4.102\0"
    content = content[: at - 2] + struct.pack("<H", len(uid)) + uid + content[at + 20 :]
    (tmp_path / "video").write_bytes(content)
    (series,) = scan([tmp_path]).series
    assert series.kind is Kind.OTHER
    assert "video" in series.reason


# While it runs


def test_the_first_image_is_reported_at_once_and_the_last_report_is_the_result(tmp_path):
    slices(tmp_path, 40)
    reports: list[Catalogue] = []
    result = scan([tmp_path], reports.append)
    assert (reports[0].files_done, frames(reports[0])) == (1, 1)
    assert reports[-1] is result
    assert not any(report.finished for report in reports[:-1])
    assert len(reports) < 40


def test_a_stack_keeps_its_key_and_only_grows(tmp_path, monkeypatch):
    monkeypatch.setattr("core.dicom.scan._INTERVAL", 0)
    monkeypatch.setattr("core.dicom.scan._PATIENCE", 0)
    slices(tmp_path / "a", 8)
    slices(tmp_path / "b", 8, ImageOrientationPatient=[1, 0, 0, 0, 0, -1])
    reports: list[Catalogue] = []
    scan([tmp_path], reports.append)
    assert len(reports) == 17
    for before, after in itertools.pairwise(reports):
        later = {series.key: series for series in after.series}
        for series in before.series:
            assert {ref.key for ref in series.frames} <= {ref.key for ref in later[series.key].frames}
    assert len({series.key for series in reports[-1].series}) == 2


def test_two_scans_in_any_order_give_the_same_keys(tmp_path):
    paths = slices(tmp_path, 4) + slices(tmp_path / "b", 3, Rows=64, Columns=64, PixelData=bytes(8192))
    first, second = scan([tmp_path]), scan(paths[::-1])
    assert [s.key for s in first.series] == [s.key for s in second.series]
    assert [s.frames for s in first.series] == [s.frames for s in second.series]


def test_a_scan_can_be_stopped_from_another_thread(tmp_path):
    slices(tmp_path, 30)
    stop, reported = Stop(), threading.Event()

    def report(_: Catalogue) -> None:
        reported.set()
        stop.set()

    catalogue = scan([tmp_path], report, stop)
    assert reported.is_set()
    assert not catalogue.finished
    assert 0 < catalogue.files_done < 30


# ZIP archives


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_members_are_read_without_unpacking_to_disk(tmp_path, monkeypatch):
    paths = slices(tmp_path / "series", 3)
    archive = zipped(
        tmp_path / "study.zip", {f"a/{p.name}": p.read_bytes() for p in paths} | {"x.txt": b"hi"}
    )
    plain = scan([tmp_path / "series"])
    before = set(tmp_path.rglob("*"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nowhere"))
    catalogue = scan([archive])
    assert [ref.source.member for ref in catalogue.series[0].frames] == [f"a/{path.name}" for path in paths]
    for ref, original in zip(catalogue.series[0].frames, plain.series[0].frames, strict=True):
        np.testing.assert_array_equal(read_frame(ref).stored, read_frame(original).stored)
    assert set(tmp_path.rglob("*")) == before


def test_an_archive_in_a_folder_is_opened_whatever_its_name(tmp_path):
    (tmp_path / "folder").mkdir()
    zipped(tmp_path / "folder" / "study", {"ct": encoded(ct())})
    assert frames(scan([tmp_path])) == 1


def test_a_multi_frame_member_is_read_frame_by_frame(tmp_path):
    path = sample("SC_rgb_rle_2frame.dcm")
    (series,) = scan([zipped(tmp_path / "a.zip", {"x": path.read_bytes()})]).series
    expected = pydicom.dcmread(path).pixel_array
    for ref, frame in zip(series.frames, expected, strict=True):
        np.testing.assert_array_equal(read_frame(ref).stored, frame)


def test_an_archive_inside_an_archive_is_not_opened_and_said_to_be_there(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("ct", encoded(ct()))
    members = {"inner.zip": inner.getvalue(), "report.docx": inner.getvalue(), "ct": encoded(ct())}
    catalogue = scan([zipped(tmp_path / "outer.zip", members)])
    assert frames(catalogue) == 1
    (bad,) = catalogue.unreadable
    assert bad.source.member == "inner.zip"
    assert "unpack" in bad.reason


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path):
    """Nothing is unpacked to disk, so that a name is only a name."""
    folder = tmp_path / "in"
    folder.mkdir()
    archive = zipped(folder / "a.zip", {"../../out.dcm": encoded(ct()), "/root.dcm": encoded(ct())})
    before = set(tmp_path.rglob("*"))
    catalogue = scan([archive])
    assert [read_frame(ref).shape for ref in catalogue.series[0].frames] == [(128, 128)]
    assert set(tmp_path.rglob("*")) == before
    assert not (tmp_path / "out.dcm").exists()


def test_an_archive_that_unpacks_to_far_more_than_images_do_is_refused(tmp_path):
    """Ten members that share a few bytes and announce 900 MB each."""
    path = zipped(tmp_path / "a.zip", {f"m{n}": encoded(ct()) for n in range(10)})
    content = bytearray(path.read_bytes())
    at = 0
    while (at := content.find(b"PK\x01\x02", at + 1)) > 0:
        content[at + 24 : at + 28] = struct.pack("<L", 900 << 20)
    path.write_bytes(bytes(content))
    catalogue = scan([path])
    assert frames(catalogue) == 0
    (bad,) = catalogue.unreadable
    assert "far more than images" in bad.reason


def outcome(ref: FrameRef) -> str:
    try:
        read_frame(ref)
    except ClearsliceError as error:
        return "ZIP" if "ZIP" in str(error) else str(error)
    return "good"


def test_a_damaged_member_costs_one_sentence(tmp_path):
    members = {"a": encoded(ct()), "b": encoded(ct(SOPInstanceUID=generate_uid()))}
    path = zipped(tmp_path / "a.zip", members, zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    content[content.index(b"DICM") + 20_000] ^= 0xFF
    path.write_bytes(bytes(content))
    catalogue = scan([path])
    outcomes = [outcome(ref) for series in catalogue.series for ref in series.frames]
    outcomes += ["ZIP" for bad in catalogue.unreadable if "ZIP" in bad.reason]
    assert sorted(outcomes) == ["ZIP", "good"]


def test_a_document_that_happens_to_be_an_archive_is_no_concern(tmp_path):
    slices(tmp_path, 2)
    content = zipped(tmp_path / "report.docx", {"word/document.xml": b"<w/>" * 50}).read_bytes()
    (tmp_path / "cut.docx").write_bytes(content[:-30])
    catalogue = scan([tmp_path])
    assert frames(catalogue) == 2
    assert catalogue.unreadable == ()


@pytest.mark.parametrize("spoil", ["truncated", "only the start", "encrypted"])
def test_a_bad_archive_costs_one_sentence(spoil, tmp_path):
    path = zipped(tmp_path / "a.zip", {"a": encoded(ct())})
    content = path.read_bytes()
    if spoil == "encrypted":
        at = content.rindex(b"PK\x01\x02")
        content = content[:6] + b"\1" + content[7 : at + 8] + b"\1" + content[at + 9 :]
    path.write_bytes({"truncated": content[:-30], "only the start": content[:4]}.get(spoil, content))
    slices(tmp_path, 2)
    catalogue = scan([tmp_path])
    assert frames(catalogue) == 2
    (bad,) = catalogue.unreadable
    assert bad.source.path == path
    assert "ZIP" in bad.reason


def test_a_zip_bomb_is_refused(tmp_path):
    """A member that says it holds more than the limit is not unpacked; one of zeros is passed over."""
    path = zipped(
        tmp_path / "a.zip", {"zeros": bytes(50 << 20), "bomb": encoded(ct()), "good": encoded(ct())}
    )
    content = bytearray(path.read_bytes())
    at = content.rindex(b"bomb") - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = struct.pack("<L", MAX_INFLATED + 1)
    path.write_bytes(bytes(content))
    catalogue = scan([path])
    assert frames(catalogue) == 1
    assert "1 GB" in catalogue.unreadable[0].reason


# DICOMDIR


@pytest.fixture
def disc(tmp_path):
    """A folder with a DICOMDIR of three slices, as pydicom writes it."""
    fileset = FileSet()
    for path in slices(tmp_path / "source", 3):
        fileset.add(path)
    fileset.write(tmp_path / "disc")
    shutil.rmtree(tmp_path / "source")
    return tmp_path / "disc"


def records(disc: Path) -> list[Path]:
    return sorted(path for path in disc.rglob("*") if path.is_file() and path.name != "DICOMDIR")


def test_a_dicomdir_alone_opens_what_it_lists(disc):
    shutil.copy(records(disc)[0], disc / "not_listed")
    slices(disc / "other", 2)
    catalogue = scan([disc / "DICOMDIR"])
    assert frames(catalogue) == 3
    assert catalogue.unreadable == ()


def test_a_folder_with_a_dicomdir_is_read_as_a_folder(disc):
    slices(disc / "other", 2)
    catalogue = scan([disc])
    assert frames(catalogue) == 5
    assert catalogue.unreadable == ()


@pytest.mark.parametrize("name", ["DICOMDIR", "DICOMDIR-implicit", "DICOMDIR-bigEnd", "DICOMDIR-reordered"])
def test_pydicoms_own_dicomdirs(name):
    path = sample("CT_small.dcm").parent / "dicomdirtests" / name
    catalogue = scan([path])
    assert frames(catalogue) == 31
    assert {series.modality for series in catalogue.series} == {"CT", "CR", "MR"}


def test_names_in_lower_case_are_found(disc):
    """Discs copied under Linux often have their names changed."""
    for path in sorted(disc.rglob("*"), reverse=True):
        if path.name != "DICOMDIR":
            path.rename(path.with_name(path.name.lower()))
    assert frames(scan([disc / "DICOMDIR"])) == 3


def respell(disc: Path, *parts: str) -> None:
    """Make the first image record of the DICOMDIR name another file."""
    header = pydicom.dcmread(disc / "DICOMDIR")
    record = next(r for r in header.DirectoryRecordSequence if "ReferencedFileID" in r)
    record.ReferencedFileID = list(parts)
    header.save_as(disc / "DICOMDIR")


@pytest.mark.parametrize(
    "parts",
    [
        ("..", "secret"),
        ("/etc/passwd",),
        ("a", "..", "..", "secret"),
        ("C:\\secret",),
        ("..\\secret",),
        (".", "x"),
    ],
)
def test_a_dicomdir_never_leads_out_of_its_folder(parts, disc):
    save(ct(SOPInstanceUID=generate_uid()), disc.parent / "secret")
    respell(disc, *parts)
    catalogue = scan([disc / "DICOMDIR"])
    assert frames(catalogue) == 2
    (bad,) = catalogue.unreadable
    assert "outside" in bad.reason
    assert not any(part in bad.reason for part in parts if len(part) > 2)


def test_a_link_out_of_the_folder_of_a_dicomdir_is_not_followed(disc):
    save(ct(SOPInstanceUID=generate_uid()), disc.parent / "secret")
    try:
        (disc / "LINK").symlink_to(disc.parent / "secret")
    except OSError:
        pytest.skip("this system does not allow links")
    respell(disc, "LINK")
    catalogue = scan([disc / "DICOMDIR"])
    assert frames(catalogue) == 2
    assert "outside" in catalogue.unreadable[0].reason


def test_files_that_a_dicomdir_lists_and_that_are_missing_are_said(disc):
    records(disc)[0].unlink()
    catalogue = scan([disc / "DICOMDIR"])
    assert frames(catalogue) == 2
    assert "1 of the files" in catalogue.unreadable[0].reason


def test_a_dicomdir_whose_records_point_in_circles_ends(disc):
    path = disc / "DICOMDIR"
    header = pydicom.dcmread(path)
    first = header.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity
    for record in header.DirectoryRecordSequence:
        record.OffsetOfTheNextDirectoryRecord = first
        record.OffsetOfReferencedLowerLevelDirectoryEntity = first
    header.save_as(path)
    assert frames(scan([path])) == 3


@pytest.mark.parametrize("spoil", ["empty", "cut"])
def test_a_dicomdir_that_lists_nothing_opens_the_folder(spoil, disc):
    header = pydicom.dcmread(disc / "DICOMDIR")
    if spoil == "empty":
        header.DirectoryRecordSequence = []
    header.save_as(disc / "DICOMDIR")
    if spoil == "cut":
        content = (disc / "DICOMDIR").read_bytes()
        at = content.index(b"\x04\x00\x20\x12SQ")
        (disc / "DICOMDIR").write_bytes(
            content[: at + 8] + struct.pack("<L", 20) + content[at + 12 : at + 32]
        )
    assert frames(scan([disc / "DICOMDIR"])) == 3
