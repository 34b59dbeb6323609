"""Opening by drop: progressive, additive, never stealing the selection, and told when it fails."""

import threading
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.opening import joined
from app.requests import SystemRequests
from core.dicom.scan import scan
from core.dicom.study import Catalogue, Source, Unreadable
from tests.app.mouse import Left, Plain, drop, wheel

_SELECTABLE = Qt.ItemFlag.ItemIsSelectable


def finished(window):
    return lambda: not window.opening.busy


@pytest.fixture
def many(write_dicom, tmp_path):
    """Write a series of many small slices."""
    for n in range(400):
        pixels = np.full((16, 16), n, np.int16)
        write_dicom(f"many/{n:04d}.dcm", pixels, ImagePositionPatient=[0, 0, n], InstanceNumber=n)
    return tmp_path / "many"


class TestDrop:
    def test_folder(self, qtbot, window, demo):
        assert drop(window, demo / "mr")
        qtbot.waitUntil(lambda: window.feed.frame is not None)
        qtbot.waitUntil(finished(window))
        assert window.session.series.modality == "MR"
        assert len(window.session.series.frames) == 24

    def test_files(self, qtbot, window, demo):
        files = sorted((demo / "ct").glob("*.dcm"))[:3]
        assert drop(window, *files)
        qtbot.waitUntil(finished(window))
        assert len(window.session.series.frames) == 3

    def test_zip(self, qtbot, window, demo, tmp_path):
        archive = tmp_path / "study.bin"  # by content, not by name
        with zipfile.ZipFile(archive, "w") as target:
            for path in sorted((demo / "ct").glob("*.dcm"))[:4]:
                target.write(path, f"deep/er/{path.stem}")
        assert drop(window, archive)
        qtbot.waitUntil(lambda: window.feed.frame is not None)
        qtbot.waitUntil(finished(window))
        assert len(window.session.series.frames) == 4

    def test_wherever_in_the_window_it_falls(self, window, tmp_path):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
        for place in (window.grid.views[0].viewport(), window.series_panel.list.viewport(), window.strip):
            event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Left, Plain)
            QApplication.sendEvent(place, event)
            assert event.isAccepted()

    def test_text_is_not_taken(self, qtbot, window):
        assert not drop(window)


def waiting_for(shown):
    """The real scan, which after its first report waits for the picture (10 s at most)."""

    def patient(paths, report, stop):
        def told(catalogue):
            report(catalogue)
            shown.wait(10)

        return scan(paths, told, stop)

    return patient


def test_first_picture_comes_while_the_scan_still_runs(qtbot, window, many, monkeypatch):
    frames, catalogues, shown = [], [], threading.Event()
    monkeypatch.setattr("app.scanning.scan", waiting_for(shown))

    def seen(frame):
        if frame is not None:
            frames.append(window.session.catalogue.finished)
            shown.set()

    window.feed.frameChanged.connect(seen)
    window.session.catalogueChanged.connect(catalogues.append)
    drop(window, many)
    qtbot.waitUntil(finished(window), timeout=20000)
    assert frames[0] is False
    assert len(catalogues) > 2
    counts = [catalogue.files_done for catalogue in catalogues]
    assert counts == sorted(counts)
    assert window.session.catalogue.finished
    assert len(window.session.series.frames) == 400


def test_loading_keeps_selection_slice_and_focus(qtbot, window, many, demo):
    drop(window, demo / "ct")
    qtbot.waitUntil(finished(window))
    drop(window, many)
    qtbot.waitUntil(lambda: len(window.session.catalogue.series) == 2)
    ct = next(s for s in window.session.catalogue.series if len(s.frames) == 20 and s.rows == 512)
    window.session.set_series(ct)
    window.session.set_index(7)
    window.series_panel.list.setFocus()
    shown = ct.frames[7].key
    qtbot.waitUntil(finished(window), timeout=20000)
    assert window.session.series.frames[window.session.index].key == shown
    assert window.series_panel.list.hasFocus()


def test_a_new_study_is_shown_and_the_old_one_stays_open(qtbot, window, demo):
    drop(window, demo / "ct")
    qtbot.waitUntil(finished(window))
    drop(window, demo / "dx")
    qtbot.waitUntil(finished(window))
    assert window.session.series.modality == "DX"
    assert {series.modality for series in window.session.catalogue.series} == {"CT", "DX"}


def test_two_requests_at_once_are_both_done(qtbot, window, demo):
    drop(window, demo / "ct")
    drop(window, demo / "mr")
    drop(window, demo / "dx")
    qtbot.waitUntil(finished(window))
    assert {series.modality for series in window.session.catalogue.series} == {"CT", "MR", "DX"}


def test_the_same_study_again_is_not_doubled(qtbot, window, demo):
    for _ in range(2):
        drop(window, demo / "ct")
        qtbot.waitUntil(finished(window))
    (series,) = window.session.catalogue.series
    assert len(series.frames) == 20


def test_escape_stops_the_scan_and_keeps_what_was_found(qtbot, window, many):
    drop(window, many)
    qtbot.waitUntil(lambda: window.feed.frame is not None)
    window.opening.cancel()
    qtbot.waitUntil(finished(window))
    assert window.session.catalogue.finished
    assert 0 < len(window.session.series.frames) <= 400


def test_closing_all_while_the_scan_runs_brings_nothing_back(qtbot, window, many):
    drop(window, many)
    qtbot.waitUntil(lambda: window.feed.frame is not None)
    window.actions_table.by_name["close_all"].trigger()
    qtbot.waitUntil(finished(window))
    qtbot.wait(50)
    assert window.session.catalogue.series == ()
    assert window.session.series is None


class TestNothingToSee:
    def test_one_file_says_why(self, qtbot, window, tmp_path):
        path = tmp_path / "letter.txt"
        path.write_text("Dear colleague")
        drop(window, path)
        qtbot.waitUntil(window.message_bar.isVisible)
        text = window.message_bar.text.text()
        assert "letter.txt" in text
        assert text.count(".") <= 3

    def test_empty_folder(self, qtbot, window, tmp_path):
        folder = tmp_path / "empty"
        folder.mkdir()
        drop(window, folder)
        qtbot.waitUntil(window.message_bar.isVisible)
        assert "No DICOM images" in window.message_bar.text.text()

    def test_message_goes_with_the_next_series(self, qtbot, window, tmp_path, demo):
        drop(window, tmp_path / "none")
        qtbot.waitUntil(window.message_bar.isVisible)
        drop(window, demo / "dx")
        qtbot.waitUntil(lambda: window.feed.frame is not None)
        assert not window.message_bar.isVisible()

    def test_message_goes_when_it_was_read_and_the_user_scrolls_on(self, qtbot, window, demo, monkeypatch):
        drop(window, demo / "ct")
        qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
        window.session.message("Something was said.")
        wheel(window.grid.views[0], (200, 200), -1)
        assert window.message_bar.isVisible(), "nobody has read it yet"
        monkeypatch.setattr("app.message_bar._READING_MS", 0)
        monkeypatch.setattr("app.message_bar._READING_MS_PER_CHARACTER", 0)
        qtbot.wait(5)
        assert window.message_bar.isVisible(), "nobody works on"
        wheel(window.grid.views[0], (200, 200), -1)
        assert not window.message_bar.isVisible()

    def test_message_is_dismissed_by_a_click_and_nothing_is_modal(self, qtbot, window, tmp_path):
        drop(window, tmp_path / "none")
        qtbot.waitUntil(window.message_bar.isVisible)
        assert window.isEnabled()
        window.message_bar.dismiss.click()
        assert not window.message_bar.isVisible()


class TestJoined:
    def test_a_stack_found_twice_has_the_frames_of_both_in_order(self, by_modality):
        ct = by_modality["CT"]
        first = Catalogue((replace(ct, frames=ct.frames[:12]),))
        second = Catalogue((replace(ct, frames=ct.frames[8:]),), finished=True)
        assert joined(first, second).series == (replace(ct, frames=ct.frames),)
        assert joined(second, first).series[0].frames == ct.frames

    def test_order_of_what_was_open_stays(self, by_modality):
        before = Catalogue((by_modality["MR"], by_modality["CT"]))
        found = Catalogue((by_modality["DX"], by_modality["CT"]), files_done=3, files_found=9)
        result = joined(before, found)
        assert [series.modality for series in result.series] == ["MR", "CT", "DX"]
        assert (result.files_done, result.files_found, result.finished) == (3, 9, False)

    def test_unreadable_files_are_listed_once(self, tmp_path):
        bad = Unreadable(Source(tmp_path / "x"), "This is not a DICOM file.")
        assert joined(Catalogue(unreadable=(bad,)), Catalogue(unreadable=(bad,))).unreadable == (bad,)


def test_keys_work_from_the_start_and_after_a_series_was_chosen(qtbot, window, demo):
    view = window.grid.views[0]
    assert window.focusWidget() is view
    drop(window, demo / "mr")
    qtbot.waitUntil(finished(window))
    listed = window.series_panel.list
    row = next(
        i for i in map(listed.model().index, range(listed.model().rowCount())) if i.flags() & _SELECTABLE
    )
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(row).center())
    assert window.focusWidget() is view


def test_file_that_the_system_asks_for_is_opened(qtbot, window, demo):
    application = QApplication.instance()
    requests = SystemRequests(window.open, application)
    QApplication.sendEvent(application, QFileOpenEvent(str(demo / "dx" / "chest.dcm")))
    qtbot.waitUntil(lambda: window.feed.frame is not None)
    application.removeEventFilter(requests)
    assert window.session.series.modality == "DX"
