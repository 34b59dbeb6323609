"""A study beside a prior, in the real window by keys and mouse, on the demo and a made prior of it."""

from dataclasses import replace

import numpy as np
import pydicom
import pytest
from pydicom.uid import generate_uid
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.panels.catalogue import Role
from app.priors import matching, prior
from app.state import Layout
from core.dicom.study import Study
from tests.app.mouse import drop, wheel
from tests.app.volumes import AXIAL, CORONAL, place, write_volume

SLOW = 60_000
EARLIER = "20190301"


@pytest.fixture
def older_ct(demo, tmp_path):
    """The demo's CT as another examination: its own frame of reference, 40 mm further up."""

    def write(**elements):
        study, series, space = generate_uid(), generate_uid(), generate_uid()
        folder = tmp_path / f"prior{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for n, path in enumerate(sorted((demo / "ct").glob("*.dcm"))):
            header = pydicom.dcmread(path)
            header.StudyInstanceUID, header.SeriesInstanceUID = study, series
            header.FrameOfReferenceUID = space
            header.SOPInstanceUID = header.file_meta.MediaStorageSOPInstanceUID = generate_uid()
            header.StudyDate = EARLIER
            header.ImagePositionPatient = [
                *header.ImagePositionPatient[:2],
                header.ImagePositionPatient[2] + 40,
            ]
            for keyword, value in elements.items():
                setattr(header, keyword, value)
            header.save_as(folder / f"{99 - n}.dcm")
        return folder

    return write


def opened(qtbot, window, *folders):
    for folder in folders:
        drop(window, folder)
        qtbot.waitUntil(lambda: not window.opening.busy, timeout=SLOW)
    qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=SLOW)


def pictures(qtbot, window):
    """Wait until both cells show the slice that they are at."""

    def there():
        for cell in window.session.cells.shown:
            frame = window.feed.feeds[cell.number].frame
            if frame is None or frame.key != cell.series.frames[cell.index].key:
                return False
        return True

    qtbot.waitUntil(there, timeout=SLOW)


def press_compare(window):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.grid.views[0], Qt.Key.Key_C, keys)


def test_prior_comes_beside_it_at_the_same_height_and_scrolls_along(qtbot, window, demo, older_ct):
    opened(qtbot, window, older_ct(), demo / "ct")
    cells = window.session.cells
    current = window.session.series
    window.session.set_index(6)
    press_compare(window)
    pictures(qtbot, window)
    first, second = cells.shown
    assert cells.layout is Layout.BESIDE
    assert cells.active is first
    assert (first.series.key, first.index) == (current.key, 6)
    assert second.series.study.date == EARLIER
    assert second.index == 6
    apart = place(second.series.frames[second.index]) - place(first.series.frames[first.index])
    assert apart == pytest.approx(40)
    bars = [window.grid.cells[n].bar.name.toolTip() for n in (0, 1)]
    assert bars[0].startswith("▶ 2022-12-08 · ")
    assert bars[1].startswith("PRIOR 2019-03-01 · ")
    wheel(window.grid.views[0], (200, 300), -3)
    pictures(qtbot, window)
    assert (first.index, second.index) == (9, 9)


def test_where_the_frame_of_reference_is_shared_the_place_in_the_patient_counts(qtbot, window, write_dicom):
    common = {"space": "1.2.3.4", "PatientID": "P1"}
    now = write_volume(
        write_dicom,
        "now",
        [(0, 0, z) for z in range(20, 40)],
        StudyInstanceUID="1.2.1",
        StudyDate="20240101",
        **common,
    )
    before = write_volume(
        write_dicom,
        "before",
        [(0, 0, z) for z in range(0, 60, 2)],
        StudyInstanceUID="1.2.2",
        StudyDate="20230101",
        **common,
    )
    opened(qtbot, window, before, now)
    window.session.set_index(4)
    press_compare(window)
    pictures(qtbot, window)
    first, second = window.session.cells.shown
    qtbot.waitUntil(
        lambda: place(second.series.frames[second.index]) == place(first.series.frames[first.index]) == 24
    )
    second.take_index(2)
    press_compare(window)
    pictures(qtbot, window)
    assert place(second.series.frames[second.index]) == 24


def test_of_planes_the_stack_is_compared_whichever_cell_they_came_from(qtbot, window, demo, older_ct):
    opened(qtbot, window, older_ct(), demo / "ct")
    cells = window.session.cells
    current = window.session.series
    cells.all[2].set_series(current)
    cells.all[0].set_series(next(s for s in window.session.catalogue.series if s.key != current.key))
    cells.set_layout(Layout.FOUR)
    cells.set_active(cells.all[2])
    QTest.keyClick(window.grid.views[0], Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.planes.shown, timeout=SLOW)
    press_compare(window)
    pictures(qtbot, window)
    assert not window.planes.shown
    assert cells.layout is Layout.BESIDE
    first, second = cells.shown
    assert first.series.key == current.key
    assert second.series.study.date == EARLIER
    assert first.index == second.index
    assert cells.active is first


def test_without_another_study_it_says_what_to_do(qtbot, window, demo):
    opened(qtbot, window, demo / "ct")
    press_compare(window)
    assert "open it too" in window.message_bar.text.text()
    assert window.session.cells.layout is Layout.ONE


def test_another_patients_study_is_no_prior(qtbot, window, demo, older_ct):
    opened(qtbot, window, older_ct(PatientID="somebody else", PatientBirthDate="19010101"), demo / "ct")
    press_compare(window)
    assert "of this patient" in window.message_bar.text.text()
    assert window.session.cells.layout is Layout.ONE


def menu_at(window, index):
    """Right-click a line of the list; return the menu that comes up."""
    view = window.series_panel.list
    at = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    view.customContextMenuRequested.emit(at)  # no window system, nobody turns the click into a request
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(qtbot, menu, word):
    action = next(action for action in menu.actions() if word in action.text())
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_by_the_menu_of_a_study_and_a_warning_about_another_patient(qtbot, window, demo, older_ct):
    opened(qtbot, window, older_ct(PatientID="somebody else"), demo / "ct")
    model = window.series_panel.model
    headings = [
        model.index(n) for n in range(model.rowCount()) if model.index(n).data(Role.ROW).series is None
    ]
    older = next(i for i in headings if i.data(Role.ROW).study.date == EARLIER)
    choose(qtbot, menu_at(window, older), "this study")
    assert window.session.cells.layout is Layout.BESIDE
    assert window.session.cells.all[1].series.study.date == EARLIER
    assert "Careful" in window.message_bar.text.text()
    assert all("DIFFERENT PATIENTS" in window.grid.cells[n].bar.name.toolTip() for n in (0, 1))


def test_by_the_menu_of_a_series_whatever_it_is(qtbot, window, demo):
    opened(qtbot, window, demo / "dx", demo / "ct")
    dx = next(s for s in window.session.catalogue.series if s.modality == "DX")
    choose(qtbot, menu_at(window, window.series_panel.model.index_of(dx.key)), "on screen")
    assert [cell.series.modality for cell in window.session.cells.shown] == ["CT", "DX"]


class TestMatching:
    @pytest.fixture
    def ct(self, by_modality):
        return replace(by_modality["CT"], orientation=tuple(map(float, AXIAL)), description="Thorax lung")

    def like(self, series, key, date="20200101", **changes):
        study = Study(f"1.2.{date}", series.study.patient, date)
        return replace(series, key=key, study=study, **changes)

    def test_plane_then_words_then_distance(self, ct):
        coronal = self.like(ct, "cor", orientation=tuple(map(float, CORONAL)))
        soft = self.like(ct, "soft", description="Thorax soft")
        lung = self.like(ct, "lung", description="Lung, thorax", spacing=1.0)
        other = self.like(ct, "mr", modality="MR")
        scout = self.like(ct, "scout", image_type=("ORIGINAL", "PRIMARY", "LOCALIZER"))
        assert matching(ct, [coronal, soft, lung, other, scout]).key == "lung"
        assert matching(ct, [coronal, soft, other, scout]).key == "soft"
        assert matching(ct, [coronal, other, scout]) is None

    def test_tilted_heads_are_the_same_plane_whichever_way_the_stack_runs(self, ct):
        angle = np.radians(20)
        tilted = (1.0, 0.0, 0.0, 0.0, float(-np.cos(angle)), float(np.sin(angle)))
        assert matching(ct, [self.like(ct, "t", orientation=tilted)]).key == "t"

    def test_latest_earlier_study_else_the_next_later(self, ct):
        now = replace(ct, study=Study("1.2.9", ct.study.patient, "20240601"))
        years = {y: self.like(ct, str(y), f"{y}0101") for y in (2019, 2022, 2025, 2026)}
        assert prior(now, years.values()).key == "2022"
        assert prior(now, [years[2026], years[2025]]).key == "2025"
        assert prior(now, [now]) is None
