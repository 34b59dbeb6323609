"""Linked cells in the real window: who follows whom, where to, and how to be left alone."""

import threading

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.state import Layout, Link, ViewTransform
from core.dicom.decode import read_frame
from core.window import Window
from tests.app.mouse import Left, Middle, Right, drag, drop, move, wheel
from tests.app.volumes import CAUDAL, CORONAL, SAGITTAL, height, patient_point, place, write_volume

AT = (60, 60)


def key(window, text):
    combination = QKeySequence(text)[0]
    QTest.keyClick(window.focusWidget(), combination.key(), combination.keyboardModifiers())


def idle(window):
    def check():
        assert window.feed.idle
        for cell in window.session.cells.placed:
            frame = window.feed.feeds[cell.number].frame
            assert cell.series is None or frame.key == cell.series.frames[cell.index].key

    return check


@pytest.fixture
def show(qtbot, window, tmp_path):
    """Return a function that opens what was written and puts series, by name, into two or four cells."""

    def opened(*names):
        drop(window, tmp_path)
        cells = window.session.cells
        cells.set_layout(Layout.BESIDE if len(names) == 2 else Layout.FOUR)
        qtbot.waitUntil(
            lambda: not window.opening.busy and len(window.session.catalogue.series) >= len(set(names))
        )
        by_name = {s.description: s for s in window.session.catalogue.series}
        for cell in cells.placed:
            cell.set_series(None)
        for cell, name in zip(cells.placed, names, strict=False):
            cell.set_series(by_name[name])
            qtbot.waitUntil(idle(window))
        window.activateWindow()
        window.grid.views[0].setFocus()
        qtbot.waitUntil(window.grid.views[0].hasFocus)
        qtbot.waitUntil(lambda: all(cell.width() > 150 for cell in window.grid.cells[: len(names)]))
        return tuple(cells.placed)

    return opened


def ref(cell):
    return cell.series.frames[cell.index]


class TestScroll:
    def test_by_position_in_the_patient(self, qtbot, window, write_dicom, show):
        write_volume(write_dicom, "thin", [(0, 0, -20 + 2.0 * n) for n in range(30)])
        write_volume(write_dicom, "thick", [(5, 3, -12 + 5.0 * n) for n in range(9)])
        thin, thick = show("thin", "thick")
        for notches in (-1, -4, 9, -20, 2):
            wheel(window.grid.cells[0].views[0], AT, notches)
            heights = np.array([height(r) for r in thick.series.frames])
            assert abs(height(ref(thick)) - height(ref(thin))) == abs(heights - height(ref(thin))).min()
        qtbot.waitUntil(idle(window))

    def test_the_cell_under_the_pointer_leads(self, window, write_dicom, show):
        for name in "ab":
            write_volume(write_dicom, name, [(0, 0, 3.0 * n) for n in range(12)])
        first, second = show("a", "b")
        move(window.grid.cells[1].views[0], AT)
        wheel(window.grid.cells[1].views[0], AT, -2)
        assert first.index == second.index == 8
        assert window.session.cells.active is first

    def test_a_stack_that_runs_the_other_way(self, window, write_dicom, show):
        write_volume(write_dicom, "up", [(0, 0, 2.0 * n) for n in range(12)])
        write_volume(write_dicom, "down", [(0, 50, 2.0 * n) for n in range(12)], CAUDAL)
        up, down = show("up", "down")
        assert place(ref(up)) == -place(ref(down))
        start = height(ref(up))
        wheel(window.grid.cells[0].views[0], AT, -3)
        assert height(ref(up)) == height(ref(down)) == start + 6

    def test_by_distance_where_no_space_is_shared(self, window, write_dicom, show):
        """A prior with thinner slices and a table elsewhere goes as many mm as the present study."""
        write_volume(write_dicom, "now", [(0, 0, 4.0 * n) for n in range(12)])
        write_volume(write_dicom, "prior", [(0, 0, 900 + 2.0 * n) for n in range(24)], space="9.9")
        now, prior = show("now", "prior")
        start = height(ref(now)), height(ref(prior))
        wheel(window.grid.cells[0].views[0], AT, -3)
        assert height(ref(now)) - start[0] == height(ref(prior)) - start[1] == 12

    def test_distance_is_kept_past_the_end_of_the_shorter_stack(self, window, write_dicom, show):
        write_volume(write_dicom, "long", [(0, 0, 1.0 * n) for n in range(40)])
        write_volume(write_dicom, "short", [(0, 0, 500 + 1.0 * n) for n in range(5)], space="9.9")
        _long, short = show("long", "short")
        before = short.index
        wheel(window.grid.cells[0].views[0], AT, -15)
        assert short.index == 4
        wheel(window.grid.cells[0].views[0], AT, 15)
        assert short.index == before

    def test_an_offset_set_by_hand_is_kept(self, qtbot, window, write_dicom, show):
        write_volume(write_dicom, "now", [(0, 0, 1.0 * n) for n in range(20)])
        write_volume(write_dicom, "prior", [(0, 0, 500 + 1.0 * n) for n in range(20)], space="9.9")
        now, prior = show("now", "prior")
        chip = window.grid.cells[1].bar.chips[Link.SCROLL]
        qtbot.mouseClick(chip, Left)
        wheel(window.grid.cells[1].views[0], AT, -4)
        qtbot.mouseClick(chip, Left)
        offset = prior.index - now.index
        wheel(window.grid.cells[0].views[0], AT, 3)
        assert prior.index - now.index == offset == 4

    def test_slice_by_slice_where_nothing_is_known(self, window, write_dicom, show):
        for name in "ab":
            for n in range(9):
                write_dicom(
                    f"{name}/{n}.dcm",
                    np.full((8, 8), n, np.int16),
                    SeriesInstanceUID=f"1.2.{ord(name)}",
                    SeriesDescription=name,
                    InstanceNumber=n + 1,
                    Modality="XA",
                )
        first, second = show("a", "b")
        start = first.index, second.index
        wheel(window.grid.cells[0].views[0], AT, -2)
        assert (first.index, second.index) == (start[0] + 2, start[1] + 2)

    def test_other_planes_stay(self, window, write_dicom, show):
        write_volume(write_dicom, "ax", [(0, 0, 2.0 * n) for n in range(12)])
        write_volume(write_dicom, "sag", [(3.0 * n, 0, 30) for n in range(12)], SAGITTAL)
        _, sag = show("ax", "sag")
        before = sag.index
        wheel(window.grid.cells[0].views[0], AT, -3)
        assert sag.index == before

    def test_phases_of_one_place_stay_in_their_phase(self, window, write_dicom, show):
        write_volume(write_dicom, "ax", [(0, 0, 2.0 * n) for n in range(10)])
        write_volume(write_dicom, "phases", [(0, 0, 2.0 * (n % 10)) for n in range(30)])
        ax, phases = show("ax", "phases")
        phases.take_index(15)
        wheel(window.grid.cells[0].views[0], AT, -2)
        assert 10 <= phases.index < 20
        assert height(ref(phases)) == height(ref(ax))

    def test_a_series_that_comes_in_goes_to_the_same_place(self, qtbot, window, write_dicom, show):
        write_volume(write_dicom, "a", [(0, 0, 2.0 * n) for n in range(20)])
        write_volume(write_dicom, "b", [(0, 0, 5.0 * n) for n in range(8)])
        a, b = show("a", "a")
        wheel(window.grid.cells[0].views[0], AT, 8)
        b.set_series(next(s for s in window.session.catalogue.series if s.description == "b"))
        qtbot.waitUntil(idle(window))
        assert abs(height(ref(b)) - height(ref(a))) <= 2.5
        assert b.index != len(b.series.frames) // 2


class TestChips:
    @pytest.fixture
    def pair(self, write_dicom, show):
        for name in "ab":
            write_volume(write_dicom, name, [(0, 0, 3.0 * n) for n in range(12)])
        return show("a", "b")

    def test_a_cell_by_itself(self, qtbot, window, pair):
        chip = window.grid.cells[1].bar.chips[Link.SCROLL]
        assert chip.isChecked()
        qtbot.mouseClick(chip, Left)
        assert not chip.isChecked()
        assert "not linked" in chip.toolTip()
        wheel(window.grid.cells[0].views[0], AT, -2)
        wheel(window.grid.cells[1].views[0], AT, 3)
        assert [cell.index for cell in pair] == [8, 3]

    @pytest.mark.parametrize("way", ["chip", "key"])
    def test_all_cells(self, qtbot, window, pair, way):
        strip = window.grid.strip.chips[Link.SCROLL]
        if way == "chip":
            qtbot.mouseClick(strip, Left)
        else:
            key(window, "Shift+S")
        assert not strip.isChecked()
        assert not window.grid.cells[0].bar.chips[Link.SCROLL].isEnabled()
        wheel(window.grid.cells[0].views[0], AT, -2)
        assert [cell.index for cell in pair] == [8, 6]

    def test_the_active_cell_by_key(self, window, pair):
        key(window, "Shift+L")
        assert not pair[0].links
        wheel(window.grid.cells[0].views[0], AT, -2)
        assert [cell.index for cell in pair] == [8, 6]
        key(window, "Shift+L")
        assert pair[0].links == frozenset(Link)

    def test_off_is_drawn_and_not_only_coloured(self, window, pair):
        chip = window.grid.cells[1].bar.chips[Link.ZOOM]
        on = chip.grab().toImage()
        pair[1].set_linked(Link.ZOOM, False)
        off = chip.grab().toImage()
        changed = [
            abs(on.pixelColor(x, y).blue() - off.pixelColor(x, y).blue()) > 60
            for x in range(on.width())
            for y in range(on.height())
        ]
        assert sum(changed) > 15


class TestZoom:
    def test_by_the_mouse_equal_in_mm_on_the_same_place(self, window, write_dicom, show):
        write_volume(
            write_dicom, "fine", [(0, 0, 2.0 * n) for n in range(9)], PixelSpacing=[0.5, 0.5], shape=(96, 96)
        )
        write_volume(
            write_dicom,
            "coarse",
            [(-7, -11, 2.0 * n) for n in range(9)],
            PixelSpacing=[2.0, 1.0],
            shape=(40, 60),
        )
        fine, coarse = show("fine", "coarse")
        drag(window.grid.cells[0].views[0], (100, 120), (100, 60), Right)
        assert fine.view.scale / 0.5 == pytest.approx(coarse.view.scale / 1.0)
        centres = [patient_point(ref(cell), cell.view.center) for cell in (fine, coarse)]
        np.testing.assert_allclose(centres[0][:2], centres[1][:2], atol=1e-6)

    def test_offset_in_mm_where_no_space_is_shared(self, window, write_dicom, show):
        write_volume(
            write_dicom, "now", [(0, 0, n) for n in range(5)], PixelSpacing=[0.5, 0.5], shape=(64, 64)
        )
        write_volume(
            write_dicom,
            "prior",
            [(70, 90, n) for n in range(5)],
            PixelSpacing=[1.0, 1.0],
            space="9.9",
            shape=(32, 48),
        )
        now, prior = show("now", "prior")
        now.set_view(ViewTransform(4.0, (32 + 6, 32 - 4)))
        assert prior.view == ViewTransform(8.0, (24 + 3, 16 - 2))

    def test_sagittal_beside_axial_shows_the_same_point(self, window, write_dicom, show):
        write_volume(write_dicom, "ax", [(0, 0, 2.0 * n) for n in range(9)])
        write_volume(write_dicom, "sag", [(3.0 * n, 0, 40) for n in range(9)], SAGITTAL)
        ax, sag = show("ax", "sag")
        ax.set_view(ViewTransform(5.0, (30.0, 20.0)))
        axial, sagittal = (patient_point(ref(cell), cell.view.center) for cell in (ax, sag))
        np.testing.assert_allclose(axial[1:], sagittal[1:], atol=1e-6)

    def test_moving_magnifies_nothing(self, window, write_dicom, show):
        for name, spacing in (("fine", 0.5), ("coarse", 2.0)):
            positions = [(0, 0, 2.0 * n) for n in range(5)]
            write_volume(write_dicom, name, positions, PixelSpacing=[spacing, spacing], shape=(48, 48))
        fine, coarse = show("fine", "coarse")
        fitting = window.grid.fitting(coarse).scale
        drag(window.grid.cells[0].views[0], AT, (AT[0] + 30, AT[1]), Middle)
        assert coarse.view.scale == fitting
        assert coarse.view.center[0] - 0.5 == pytest.approx((fine.view.center[0] - 0.5) / 4)  # of pixels

    def test_unlinked_cell_keeps_its_own(self, qtbot, window, write_dicom, show):
        for name in "ab":
            write_volume(write_dicom, name, [(0, 0, n) for n in range(5)])
        _, other = show("a", "b")
        qtbot.mouseClick(window.grid.cells[1].bar.chips[Link.ZOOM], Left)
        wheel(window.grid.cells[0].views[0], AT, 2, Qt.KeyboardModifier.ControlModifier)
        assert other.view is None

    def test_zoom_and_pan_are_unlinked_each_by_itself(self, qtbot, window, write_dicom, show):
        for name in "ab":
            write_volume(write_dicom, name, [(0, 0, n) for n in range(5)])
        cell, other = show("a", "b")
        view, chips = window.grid.cells[0].views[0], window.grid.cells[1].bar.chips
        qtbot.mouseClick(chips[Link.PAN], Left)
        drag(view, AT, (AT[0] + 30, AT[1] + 10), Middle)
        assert cell.view is not None
        assert other.view is None
        wheel(view, AT, 2, Qt.KeyboardModifier.ControlModifier)
        assert other.view.scale == cell.view.scale
        assert other.view.center == (32, 24)
        qtbot.mouseClick(chips[Link.PAN], Left)
        qtbot.mouseClick(chips[Link.ZOOM], Left)
        scale = other.view.scale
        wheel(view, AT, 2, Qt.KeyboardModifier.ControlModifier)
        assert other.view == ViewTransform(scale, (32, 24))
        drag(view, AT, (AT[0] - 20, AT[1] - 10), Middle)
        assert other.view == ViewTransform(scale, cell.view.center)
        key(window, "F")
        assert cell.view is None
        assert other.view == ViewTransform(scale, (32, 24))


class TestWindow:
    def test_same_units_take_the_same_window(self, window, write_dicom, show):
        for name in "ab":
            write_volume(write_dicom, name, [(0, 0, n) for n in range(5)])
        first, second = show("a", "b")
        drag(window.grid.cells[0].views[0], (80, 80), (120, 60))
        assert first.window == second.window != None  # noqa: E711

    def test_preset_key_reaches_linked_cells(self, window, write_dicom, show):
        for name in "ab":
            write_volume(write_dicom, name, [(0, 0, n) for n in range(5)])
        first, second = show("a", "b")
        key(window, "3")
        assert second.window == first.window
        assert second.window.name

    def test_signal_changes_in_proportion(self, window, write_dicom, show):
        """T1 and T2 have scales of their own: equal numbers would make one of them white."""
        looks = {"Modality": "MR", "RescaleType": "", "RescaleSlope": 1}
        write_volume(
            write_dicom,
            "t1",
            [(0, 0, n) for n in range(5)],
            **{**looks, "WindowCenter": 200, "WindowWidth": 400},
        )
        write_volume(
            write_dicom,
            "t2",
            [(0, 0, n) for n in range(5)],
            **{**looks, "WindowCenter": 1000, "WindowWidth": 1000},
        )
        t1, t2 = show("t1", "t2")
        t1.set_window(Window(240, 200))
        assert (t2.window.center, t2.window.width) == pytest.approx((1000 + 40 * 2.5, 500))

    def test_another_modality_keeps_its_own(self, window, write_dicom, show):
        write_volume(write_dicom, "ct", [(0, 0, n) for n in range(5)])
        write_volume(write_dicom, "mr", [(0, 0, n) for n in range(5)], Modality="MR", RescaleType="")
        _, mr = show("ct", "mr")
        before = mr.window
        drag(window.grid.cells[0].views[0], (80, 80), (120, 60))
        assert mr.window == before

    def test_two_windows_of_one_series(self, qtbot, window, write_dicom, show):
        write_volume(write_dicom, "a", [(0, 0, n) for n in range(5)])
        first, second = show("a", "a")
        qtbot.mouseClick(window.grid.strip.chips[Link.WINDOW], Left)
        first.set_window(Window(40, 400))
        second.set_window(Window(-600, 1500))
        assert (first.window, second.window) == (Window(40, 400), Window(-600, 1500))

    def test_inverting_goes_along(self, window, write_dicom, show):
        for name in "ab":
            write_volume(write_dicom, name, [(0, 0, n) for n in range(5)])
        _, other = show("a", "b")
        key(window, "Shift+I")
        assert other.inverted


def test_escape_resets_every_linked_cell(window, write_dicom, show):
    for name in "ab":
        write_volume(write_dicom, name, [(0, 0, n) for n in range(5)])
    first, second = show("a", "b")
    second.take_view(ViewTransform(3.0, (5, 5)))
    second.take_window(Window(1, 2))
    second.take_inverted(True)
    assert first.view is None
    key(window, "Esc")
    assert (second.view, second.window, second.inverted) == (None, None, False)


def test_an_unlinked_window_is_neither_followed_nor_reset(qtbot, window, write_dicom, show):
    for name in "ab":
        write_volume(write_dicom, name, [(0, 0, n) for n in range(5)])
    first, second = show("a", "b")
    key(window, "3")
    chosen = second.window
    qtbot.mouseClick(window.grid.cells[1].bar.chips[Link.WINDOW], Left)
    drag(window.grid.cells[0].views[0], (80, 80), (120, 60))
    assert (second.window, first.window == chosen) == (chosen, False)
    key(window, "Esc")
    assert (first.window, second.window) == (None, chosen)


class TestReferenceLines:
    @pytest.fixture
    def planes(self, write_dicom, show):
        write_volume(write_dicom, "ax", [(-4, -6, 2.0 * n) for n in range(20)], PixelSpacing=[0.75, 0.5])
        write_volume(
            write_dicom, "sag", [(3.0 * n, -10, 41) for n in range(9)], SAGITTAL, PixelSpacing=[1.0, 0.8]
        )
        write_volume(
            write_dicom, "cor", [(-10, 3.0 * n, 41) for n in range(9)], CORONAL, PixelSpacing=[1.0, 0.8]
        )
        write_volume(write_dicom, "other", [(0, 0, 2.0 * n) for n in range(20)], SAGITTAL, space="7.7")
        return show("ax", "sag", "cor", "other")

    def lines(self, window):
        return [window.reference_lines.lines[n][0].segment for n in range(4)]

    def test_lie_where_the_active_slice_cuts(self, qtbot, window, planes):
        ax, sag, cor, _ = planes
        wheel(window.grid.cells[0].views[0], AT, -3)
        qtbot.waitUntil(idle(window))
        own, in_sag, in_cor, in_other = self.lines(window)
        assert own is None
        assert in_other is None
        for cell, line in ((sag, in_sag), (cor, in_cor)):
            for end in line:
                assert patient_point(ref(cell), end)[2] == pytest.approx(height(ref(ax)))
        header = pydicom.dcmread(ref(ax).source.path)
        edges = -6 - 0.375, -6 - 0.375 + 0.75 * header.Rows  # of the axial image, front and back
        ends = sorted(patient_point(ref(sag), end)[1] for end in in_sag)
        assert ends == pytest.approx(edges)

    def test_follow_the_active_cell(self, qtbot, window, planes):
        window.session.cells.set_active(planes[1])
        own = self.lines(window)
        assert own[1] is None
        for end in own[0]:
            x = float(pydicom.dcmread(ref(planes[1]).source.path).ImagePositionPatient[0])
            assert patient_point(ref(planes[0]), end)[0] == pytest.approx(x)

    @pytest.mark.parametrize("way", ["chip", "key"])
    def test_can_be_turned_off(self, qtbot, window, planes, way):
        assert self.lines(window)[1] is not None
        if way == "chip":
            qtbot.mouseClick(window.grid.strip.lines, Left)
        else:
            key(window, "Shift+R")
        assert self.lines(window) == [None] * 4
        assert not window.grid.strip.lines.isChecked()

    def test_are_seen(self, window, planes):
        view = window.grid.cells[1].views[0]
        move(view, (1, 1))
        with_line = view.grab().toImage()
        window.session.cells.set_lines(False)
        without = view.grab().toImage()
        changed = sum(
            with_line.pixel(x, y) != without.pixel(x, y)
            for x in range(with_line.width())
            for y in range(with_line.height())
        )
        assert changed > 50


def test_fast_scrolling_of_four_linked_cells_skips_and_arrives(qtbot, window, write_dicom, show, monkeypatch):
    """The running decode of each cell ends, the waiting one is replaced: no cell works off a queue."""
    for name in "abcd":
        write_volume(write_dicom, name, [(0, 0, n) for n in range(60)])
    cells = show(*"abcd")
    window.feed._workshop.cache._frames.clear()
    for feed in window.feed.feeds:
        feed.ahead._failed.update(r.key for r in feed.cell.series.frames)  # nothing but what is asked for
    qtbot.waitUntil(lambda: window.feed.idle)
    gate, read, lock = threading.Semaphore(0), [], threading.Lock()

    def slow(wanted):
        assert gate.acquire(timeout=20)
        with lock:
            read.append(wanted.key)
        return read_frame(wanted)

    monkeypatch.setattr("app.planes.volumes.read_frame", slow)
    for _ in range(25):
        wheel(window.grid.cells[0].views[0], AT, -1)
    assert {cell.index for cell in cells} == {cells[0].index}
    for _ in range(8):
        gate.release()
    qtbot.waitUntil(idle(window))
    assert len(read) <= 8
