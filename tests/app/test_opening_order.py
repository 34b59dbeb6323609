"""Where a study begins once it is whole, and several studies that load at once, by real drops."""

import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pydicom.data import get_testdata_file
from pydicom.uid import generate_uid
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.first_look import FirstLook
from app.state import Layout
from core.dicom.scan import scan
from core.dicom.study import Catalogue
from tests.app.mouse import drag, drop, wheel

SLOW = 60_000


def ended(qtbot, window):
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=SLOW)


@pytest.fixture
def held_back(monkeypatch):
    """Let the scan of what is called slow wait, after what it first tells, until it is let go."""
    go = threading.Event()

    def slow(paths, report, stop):
        def told(catalogue):
            report(catalogue)
            if paths[0].name.startswith("slow"):
                go.wait(20)

        return scan(paths, told, stop)

    monkeypatch.setattr("app.scanning.scan", slow)
    yield go
    go.set()


@pytest.fixture
def stack(write_dicom, tmp_path):
    """Return a function that writes a stack whose files lie in another order than its slices."""

    def write(name, count=9, **elements):
        uids = {"StudyInstanceUID": generate_uid(), "SeriesInstanceUID": generate_uid()}
        for n in range(count):
            place = {"ImagePositionPatient": [0, 0, float(n)], "ImageOrientationPatient": [1, 0, 0, 0, 1, 0]}
            place["PixelSpacing"] = [1, 1]
            pixels = np.full((32, 32), n, np.int16)
            write_dicom(f"{name}/{(n + 3) % count}.dcm", pixels, **{**uids, **place, **elements})
        return tmp_path / name

    return write


def place(window):
    series = window.session.series
    return series.frames[window.session.index].position


class TestFirstLook:
    """A scan finds some file first; a series that was opened whole shows its middle."""

    def test_ends_on_the_slice_that_a_whole_series_opens_at(self, qtbot, window, stack, held_back):
        drop(window, stack("slow"))
        qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=SLOW)
        assert place(window) == 6  # the first file
        held_back.set()
        ended(qtbot, window)
        assert place(window) == 4
        qtbot.waitUntil(lambda: window.feed.frame.values.max() == 4)

    @pytest.mark.parametrize("act", ["wheel", "window", "method"])
    def test_stays_where_the_user_has_done_something(self, qtbot, window, stack, held_back, act):
        view = window.grid.views[0]
        drop(window, stack("slow"))
        qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=SLOW)
        if act == "window":
            drag(view, (100, 100), (140, 100))
        elif act == "method":
            QTest.keyClick(view, Qt.Key.Key_P)
        else:
            qtbot.waitUntil(lambda: len(window.session.series.frames) > 0)
            window.session.set_index(0)
            wheel(view, (100, 100), 1)
            window.session.cells.active.scrolled.emit()  # one slice so far: the wheel had no way to go
        held_back.set()
        ended(qtbot, window)
        assert place(window) == 6

    def test_linked_cells_that_share_the_patient_begin_at_one_place(self, qtbot, window, stack, held_back):
        frame, study = generate_uid(), generate_uid()
        window.session.cells.set_layout(Layout.BESIDE)
        folder = stack("slow", 9, FrameOfReferenceUID=frame, StudyInstanceUID=study)
        other = stack("slow/more", 5, FrameOfReferenceUID=frame, StudyInstanceUID=study)
        drop(window, folder, other)
        qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=SLOW)
        held_back.set()
        ended(qtbot, window)
        first, second = window.session.cells.placed
        qtbot.waitUntil(lambda: second.series is not None, timeout=SLOW)
        qtbot.waitUntil(
            lambda: second.series.frames[second.index].position == first.series.frames[first.index].position
        )

    def test_does_not_wait_for_the_rest_of_a_disc(self, qtbot, session, by_modality):
        """A series that has long been passed is settled; one that may still grow is not."""
        look = FirstLook(session)
        ct = by_modality["CT"]

        def scanned(frames, done):
            found = Catalogue((replace(ct, frames=ct.frames[:frames]),), files_done=done, files_found=900)
            session.set_catalogue(found)
            look.follow(found)
            return session.index

        assert [scanned(*now) for now in ((1, 1), (9, 9), (9, 58))] == [0, 0, 0]
        assert scanned(9, 60) == 4
        assert scanned(20, 300) == 4

    def test_what_was_left_at_a_slice_stays_there(self, qtbot, session, by_modality):
        look = FirstLook(session)
        session.set_catalogue(Catalogue((by_modality["CT"], by_modality["MR"]), finished=False))
        session.set_index(3)
        session.set_series(by_modality["MR"])
        session.set_series(by_modality["CT"])
        look.settle({by_modality["CT"].key, by_modality["MR"].key})
        assert session.index == 3


class TestSeveralAtOnce:
    def test_a_small_study_is_shown_while_a_slow_one_still_loads(self, qtbot, window, demo, stack, held_back):
        drop(window, stack("slow"))
        qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=SLOW)
        drop(window, demo / "dx")
        qtbot.waitUntil(lambda: window.session.series.modality == "DX", timeout=SLOW)
        assert window.opening.busy
        assert not window.session.catalogue.finished
        held_back.set()
        ended(qtbot, window)
        assert window.session.series.modality == "DX"
        assert [len(s.frames) for s in window.session.catalogue.series] == [9, 1]  # as they came
        assert window.session.catalogue.finished

    def test_one_that_comes_late_does_not_take_the_selection(self, qtbot, window, demo, stack, held_back):
        drop(window, demo / "dx")
        ended(qtbot, window)
        drop(window, stack("slow"))
        qtbot.waitUntil(lambda: window.session.series.modality == "CT", timeout=SLOW)
        dx = next(s for s in window.session.catalogue.series if s.modality == "DX")
        window.session.set_series(dx)
        window.series_panel.list.setFocus()
        drop(window, demo / "mr")
        qtbot.waitUntil(lambda: window.session.series.modality == "MR", timeout=SLOW)  # his latest wish
        window.session.set_series(dx)
        held_back.set()
        ended(qtbot, window)
        assert window.session.series.modality == "DX"
        assert window.series_panel.list.hasFocus()

    def test_what_is_being_read_is_told(self, qtbot, window, demo, stack, held_back):
        told = []
        window.opening.loadingChanged.connect(told.append)
        slow = stack("slow")
        drop(window, slow)
        drop(window, stack("slow2"))
        drop(window, demo / "dx", demo / "mr")
        qtbot.waitUntil(lambda: len(told[-1].studies) == 2, timeout=SLOW)
        assert told[-1].names == ("slow", "slow2")
        assert told[-1].waiting == 1
        held_back.set()
        ended(qtbot, window)
        assert told[-1] is None
        assert any(loading and "dx and 1 more" in loading.names for loading in told)

    def test_progress_never_goes_back(self, qtbot, window, demo, stack):
        done = []
        window.session.catalogueChanged.connect(lambda found: done.append(found.files_done))
        for folder in (stack("a"), demo / "ct", demo / "mr", demo / "dx"):
            drop(window, folder)
        ended(qtbot, window)
        assert done == sorted(done)
        assert done[-1] == 9 + 20 + 24 + 1

    def test_folder_archive_dicomdir_and_file_in_one_drop(self, qtbot, window, demo, stack, tmp_path):
        archive = tmp_path / "of the other hospital"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted((demo / "mr").glob("*.dcm"))[:4]:
                packed.write(path, f"../{path.name}")
        disc = Path(get_testdata_file("CT_small.dcm", download=False)).parent / "dicomdirtests" / "DICOMDIR"
        assert drop(window, stack("a"), archive, disc, next((demo / "dx").glob("*.dcm")))
        ended(qtbot, window)
        found = window.session.catalogue
        assert sum(len(series.frames) for series in found.series) == 9 + 4 + 31 + 1
        assert {series.modality for series in found.series} == {"CT", "MR", "CR", "DX"}
        assert found.unreadable == ()
        assert window.isEnabled()

    def test_a_bomb_dropped_with_a_study_costs_one_sentence(self, qtbot, window, demo, tmp_path):
        bomb = tmp_path / "bomb.zip"
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
            for n in range(10):
                packed.writestr(f"{n}", bytes(1000))
        content, at = bytearray(bomb.read_bytes()), 0
        while (at := content.find(b"PK\x01\x02", at + 1)) > 0:
            content[at + 24 : at + 28] = (900 << 20).to_bytes(4, "little")
        bomb.write_bytes(bytes(content))
        drop(window, bomb, demo / "dx")
        ended(qtbot, window)
        assert window.session.series.modality == "DX"
        assert window.series_panel.unreadable.button.text() == "Could not be opened (1)"
        drop(window, bomb)
        ended(qtbot, window)
        assert "far more than images" in window.message_bar.text.text()

    def test_several_things_in_one_drop(self, qtbot, window, demo, stack, tmp_path):
        drop(window, stack("a"), demo / "dx", *sorted((demo / "mr").glob("*.dcm"))[:3])
        ended(qtbot, window)
        found = window.session.catalogue.series
        assert sorted((s.modality, len(s.frames)) for s in found) == [("CT", 9), ("DX", 1), ("MR", 3)]
