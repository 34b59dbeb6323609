"""The series list, driven by mouse and keys on the real demo."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import Qt

from app.opening import Loading
from app.panels.catalogue import Role, rows, summary
from app.panels.row import date, patient_line
from app.panels.series import SeriesPanel
from app.panels.thumbnails import middle_frame, thumbnail
from app.session import Session
from app.state import Overlay
from core.dicom.decode import read_frame
from core.dicom.provenance import Record
from core.dicom.scan import scan
from core.dicom.study import Kind, Patient, Source, Unreadable
from core.recipe import Recipe, Step


@pytest.fixture
def panel(qtbot, session):
    panel = SeriesPanel(session)
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    yield panel
    panel.stop_work()


@pytest.fixture
def report(by_modality):
    """A structured report in the CT study: listed, never shown."""
    reason = "This is a structured report; it is listed only."
    ct = by_modality["CT"]
    return replace(ct, key="sr", kind=Kind.OTHER, modality="SR", description="Dose", frames=(), reason=reason)


def texts(panel):
    return [panel.model.index(n).data() for n in range(panel.model.rowCount())]


def click(qtbot, panel, key):
    rect = panel.list.visualRect(panel.model.index_of(key))
    assert rect.isValid()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_before_anything_is_open_it_says_what_to_do(panel):
    assert panel.empty.isVisible()
    assert "Drop" in panel.empty.text()
    assert not panel.list.isVisible()


def test_lists_every_series_under_its_study(panel, session, catalogue):
    session.set_catalogue(catalogue)
    listed = [r.series.key for r in rows(catalogue) if r.series is not None]
    assert sorted(listed) == sorted(s.key for s in catalogue.series)
    assert panel.model.rowCount() == len(catalogue.series) + len({s.study.uid for s in catalogue.series})
    assert not panel.empty.isVisible()


def test_a_click_shows_the_series(qtbot, panel, session, catalogue, by_modality):
    session.set_catalogue(catalogue)
    for modality in ("MR", "DX", "CT"):
        click(qtbot, panel, by_modality[modality].key)
        assert session.series == by_modality[modality]


def test_enter_shows_the_line_under_the_keyboard(qtbot, panel, session, catalogue, by_modality):
    session.set_catalogue(catalogue)
    panel.list.setCurrentIndex(panel.model.index_of(by_modality["MR"].key))
    assert session.series != by_modality["MR"]
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.series == by_modality["MR"]


def test_arrow_keys_step_over_headings(qtbot, panel, session, catalogue):
    session.set_catalogue(catalogue)
    panel.list.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().data(Role.ROW).series is not None


def test_the_marked_line_follows_the_session(panel, session, catalogue, by_modality):
    session.set_catalogue(catalogue)
    session.set_series(by_modality["DX"])
    marked = [r for n in range(panel.model.rowCount()) if (r := panel.model.index(n)).data(Role.SHOWN)]
    assert [index.data(Role.ROW).series.modality for index in marked] == ["DX"]


def test_loading_moves_neither_selection_nor_keyboard(panel, session, catalogue, by_modality):
    first = replace(catalogue, series=(by_modality["DX"],), finished=False)
    session.set_catalogue(first)
    session.set_catalogue(replace(catalogue, series=(by_modality["DX"], by_modality["MR"]), finished=False))
    panel.list.setCurrentIndex(panel.model.index_of(by_modality["MR"].key))
    session.set_catalogue(catalogue)
    assert session.series == by_modality["DX"]
    assert panel.list.currentIndex().data(Role.ROW).key == by_modality["MR"].key


def test_a_growing_scan_inserts_lines_and_never_resets(qtbot, panel, session, catalogue):
    resets = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    for count in range(1, len(catalogue.series) + 1):
        session.set_catalogue(replace(catalogue, series=catalogue.series[:count]))
    assert resets == []
    assert [panel.model.index(n).data(Role.ROW).key for n in range(panel.model.rowCount())] == [
        row.key for row in rows(catalogue)
    ]


def test_studies_of_a_patient_stand_together_the_latest_first(panel, session, catalogue, by_modality):
    ct = by_modality["CT"]
    studies = [replace(ct.study, uid=f"1.{n}", date=date) for n, date in enumerate(("20110101", "20300101"))]
    older, newer = (replace(ct, key=study.date, study=study) for study in studies)
    between = [by_modality["DX"], by_modality["MR"]]
    session.set_catalogue(replace(catalogue, series=(ct, *between, older, newer)))
    listed = [panel.model.index(n).data(Role.ROW) for n in range(panel.model.rowCount())]
    assert [row.key for row in listed if row.series] == [newer.key, ct.key, older.key] + [
        series.key for series in between
    ]


def test_what_is_found_above_the_current_line_does_not_push_it_out_of_sight(
    qtbot, panel, session, catalogue, by_modality
):
    ct = by_modality["CT"]
    session.set_catalogue(replace(catalogue, series=(ct,)))
    qtbot.waitUntil(lambda: not panel.list.visualRect(panel.list.currentIndex()).isEmpty())
    newer = [
        replace(ct, key=f"{n}", study=replace(ct.study, uid=f"1.{n}", date=f"20300{n}01"))
        for n in range(1, 9)
    ]
    session.set_catalogue(replace(catalogue, series=(ct, *newer)))
    shown = panel.model.index_of(ct.key)
    assert shown.row() == panel.model.rowCount() - 1
    line, room = panel.list.visualRect(shown), panel.list.viewport().rect()
    assert room.contains(line)
    panel.list.verticalScrollBar().setValue(0)
    session.set_catalogue(replace(catalogue, series=(ct, *newer, by_modality["DX"])))
    assert panel.list.verticalScrollBar().value() == 0, "whoever looks elsewhere is left there"


def test_closing_all_empties_the_list(panel, session, catalogue):
    session.set_catalogue(catalogue)
    session.close_all()
    assert panel.model.rowCount() == 0


def test_thumbnails_arrive_for_every_series_and_show_its_middle_slice(
    qtbot, panel, session, catalogue, by_modality
):
    session.set_catalogue(catalogue)
    keys = [s.key for s in catalogue.series]
    qtbot.waitUntil(
        lambda: all(panel.model.index_of(k).data(Role.THUMBNAIL) is not None for k in keys), timeout=20000
    )
    shown = panel.model.index_of(by_modality["CT"].key).data(Role.THUMBNAIL).toImage()
    frame = read_frame(middle_frame(by_modality["CT"]))
    low, high = frame.default_window.limits
    expected = np.clip((frame.values - low) / (high - low), 0, 1) * 255
    assert shown.width() == shown.height() == 128
    blocks = expected.reshape(128, 4, 128, 4).mean((1, 3))
    got = np.array([[shown.pixelColor(x, y).value() for x in range(0, 128, 8)] for y in range(0, 128, 8)])
    assert np.corrcoef(got.ravel(), blocks[::8, ::8].ravel())[0, 1] > 0.97


def test_a_thumbnail_has_the_shape_of_the_patient(by_modality):
    frame = read_frame(middle_frame(by_modality["MR"]))
    geometry = replace(frame.geometry, spacing=(3.0, 1.0))
    image = thumbnail(replace(frame, geometry=geometry))
    assert image.height() / image.width() == pytest.approx(3 * frame.shape[0] / frame.shape[1], rel=0.03)


def test_badges_and_reasons(panel, session, catalogue, by_modality):
    mr = replace(
        by_modality["MR"], reason="Colour cannot be enhanced.", notes=("There is a gap after slice 4.",)
    )
    ct = replace(by_modality["CT"], notes=())
    session.set_catalogue(replace(catalogue, series=(ct, mr)))
    index = panel.model.index_of(mr.key)
    assert index.data(Role.MARKS) == ("DERIVED", "VIEW ONLY", "!")
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "gap after slice 4" in tip
    assert "cannot be enhanced" in tip
    assert panel.model.index_of(ct.key).data(Role.MARKS) == ("ORIGINAL",)


def test_other_objects_are_listed_by_what_they_are_and_not_shown(qtbot, panel, session, catalogue, report):
    session.set_catalogue(replace(catalogue, series=(*catalogue.series, report)))
    shown = session.series
    assert summary(report) == report.reason
    click(qtbot, panel, "sr")
    assert session.series == shown


def test_unreadable_files_unfold_with_their_reasons(qtbot, panel, session, catalogue):
    files = tuple(
        Unreadable(Source(Path(f"/studies/{name}")), reason)
        for name, reason in (("a.txt", "This is not a DICOM file."), ("b.dcm", "The file ends too early."))
    )
    session.set_catalogue(replace(catalogue, unreadable=files))
    folded = panel.unreadable
    assert folded.button.text() == "Could not be opened (2)"
    assert not folded.list.isVisible()
    qtbot.mouseClick(folded.button, Qt.MouseButton.LeftButton)
    assert folded.list.isVisible()
    assert folded.list.item(1).text() == "b.dcm\nThe file ends too early."
    session.set_catalogue(replace(catalogue, unreadable=files[1:]))
    assert [folded.list.item(n).text()[:5] for n in range(folded.list.count())] == ["b.dcm"]


@pytest.mark.parametrize(("model", "badge"), [("denoise-ct", "AI"), ("", "ENHANCED")])
def test_what_clearslice_made_says_so(qtbot, panel, session, by_modality, tmp_path, model, badge):
    source = by_modality["CT"]
    header = pydicom.dcmread(source.frames[0].source.path)
    header.ImageType = ["DERIVED", "PRIMARY", "AXIAL"]
    Record(Recipe((Step("gaussian"),)), model=model).write(header)
    header.save_as(tmp_path / "made.dcm")
    found = scan([tmp_path])
    session.set_catalogue(found)
    index = panel.model.index_of(found.series[0].key)
    qtbot.waitUntil(lambda: badge in index.data(Role.MARKS), timeout=20000)
    assert index.data(Role.MARKS)[:2] == ("DERIVED", badge)
    assert badge in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Clearslice made it" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_key_images_are_counted(panel, session, catalogue, by_modality):
    session.set_catalogue(catalogue)
    mr = by_modality["MR"]
    for n in (3, 8):
        session.key_images.toggle(mr.frames[n].key)
    assert "KEY 2" in panel.model.index_of(mr.key).data(Role.MARKS)
    session.key_images.toggle(mr.frames[3].key)
    assert "KEY 1" in panel.model.index_of(mr.key).data(Role.MARKS)
    session.close_all()
    assert panel.model.rowCount() == 0


def test_headings_count_their_series_or_say_that_they_are_read(panel, session, catalogue, by_modality):
    session.set_catalogue(catalogue)
    heading = panel.model.index(0)
    assert heading.data(Role.STATUS) == "1 series"
    copy = replace(by_modality["CT"], key="again")
    session.set_catalogue(replace(catalogue, series=(*catalogue.series, copy)))
    studies = [panel.model.index(n) for n in range(panel.model.rowCount())]
    (ct,) = [i for i in studies if i.data(Role.ROW).series is None and i.data(Role.ROW).study == copy.study]
    assert ct.data(Role.STATUS) == "2 series"
    panel.show_loading(Loading(("disc",), 0, frozenset({copy.study.uid})))
    assert ct.data(Role.STATUS) == "reading…"
    panel.show_loading(None)
    assert ct.data(Role.STATUS) == "2 series"


def test_what_is_read_is_named_unless_the_patient_is_hidden(qtbot, panel, session, catalogue):
    panel.show_loading(Loading(("Doe_Jane.zip", "disc"), 2, frozenset()))
    assert panel.progress.label.text() == "Reading Doe_Jane.zip, disc…"
    assert panel.progress.bar.maximum() == 0  # nobody knows yet how much there is
    session.set_catalogue(replace(catalogue, files_done=1, files_found=6, finished=False))
    assert panel.progress.label.text() == "Reading Doe_Jane.zip, disc: 1 of 6 files"
    assert panel.progress.waiting.text() == "2 more wait"
    session.set_overlay(Overlay.NO_PATIENT)
    assert "Doe" not in panel.progress.label.text()
    with qtbot.waitSignal(panel.progress.cancel.clicked):
        qtbot.mouseClick(panel.progress.cancel, Qt.MouseButton.LeftButton)
    session.set_catalogue(catalogue)
    panel.show_loading(None)
    assert not panel.progress.isVisible()


def test_one_modality_alone_can_be_listed(qtbot, panel, session, catalogue, by_modality):
    session.set_catalogue(replace(catalogue, series=(by_modality["CT"],)))
    assert not panel.modality.isVisible()
    session.set_catalogue(catalogue)
    shown = session.series
    assert not panel.modality.isVisible()  # three series need no filter, until it is asked for
    panel.focus_filter()
    assert panel.modality.isVisible()
    assert [panel.modality.itemText(n) for n in range(panel.modality.count())] == ["All", "CT", "DX", "MR"]
    panel.modality.setFocus()
    qtbot.keyClicks(panel.modality, "MR")
    listed = [panel.model.index(n).data(Role.ROW).series for n in range(panel.model.rowCount())]
    assert {s.modality for s in listed if s is not None} == {"MR"}
    assert session.series == shown
    session.set_catalogue(replace(catalogue, finished=True))
    assert panel.modality.currentText() == "MR"


def test_every_word_of_the_filter_counts(catalogue, by_modality):
    ct = replace(by_modality["CT"], description="Thorax lung window", number=7)
    found = replace(catalogue, series=(ct, *catalogue.series))
    assert [r.series for r in rows(found, "window  THORAX 7") if r.series] == [ct]
    assert list(rows(found, "window head")) == []


def test_progress_is_told_while_a_scan_runs(panel, session, catalogue):
    session.set_catalogue(replace(catalogue, files_done=120, files_found=600, finished=False))
    assert panel.progress.isVisible()
    assert panel.progress.label.text() == "Reading: 120 of 600 files"
    assert panel.progress.bar.value() / panel.progress.bar.maximum() == 0.2
    session.set_catalogue(catalogue)
    assert not panel.progress.isVisible()


def test_filter_narrows_the_list_and_keeps_what_is_shown(qtbot, panel, session, catalogue, by_modality):
    many = tuple(
        replace(by_modality["CT"], key=f"ct{n}", number=n, description=f"phase {n}") for n in range(8)
    )
    session.set_catalogue(replace(catalogue, series=(*catalogue.series, *many)))
    shown = session.series
    qtbot.keyClicks(panel.filter, "phase 3")
    assert [t for t in texts(panel) if "phase" in t] == ["3  phase 3"]
    assert session.series == shown
    qtbot.keyClicks(panel.filter, "zzz")
    assert panel.empty.text() == "No series fits the filter."


def test_the_patient_can_be_hidden(panel, session, catalogue):
    session.set_catalogue(catalogue)
    with_name = panel.list.viewport().grab().toImage()
    session.set_overlay(Overlay.NO_PATIENT)
    assert panel.delegate.patient_hidden
    assert panel.list.viewport().grab().toImage() != with_name


def test_words_of_a_heading():
    patient = Patient("Doe^Jane^^", "42", "19700131", "F")
    assert patient_line(patient) == "Doe Jane · 42 · 1970-01-31 · F"
    assert patient_line(Patient()) == "No name"
    assert date("2024") == "2024"


def test_two_sessions_do_not_share_a_list(qtbot, catalogue):
    first, second = SeriesPanel(Session()), SeriesPanel(Session())
    for panel in (first, second):
        qtbot.addWidget(panel)
    first._session.set_catalogue(catalogue)
    assert second.model.rowCount() == 0
    for panel in (first, second):
        panel.stop_work()
