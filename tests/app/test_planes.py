"""Planes in the real window, on the real demo and on made stacks, driven by keys and mouse."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from app.compare import Side
from app.letters import edge_letters
from app.panels.catalogue import Role
from app.planes.bar import PlanesBar
from app.state import Layout, Tool
from core.dicom.decode import read_frame
from core.planes import Plane, Projection, Slab, View, cut
from core.recipe import Recipe, Step
from core.space import to_patient
from core.stop import Stop
from tests.app.mouse import Left, click, drag, drop, wheel
from tests.app.pictured import pictured
from tests.app.planes_window import (
    FAST,
    NAMES,
    frames,
    indices,
    key,
    labels,
    open_folder,
    per_mm,
    screen_point,
    show_planes,
)
from tests.app.volumes import AXIAL, write_volume


@pytest.fixture
def ct(qtbot, window, demo):
    return open_folder(qtbot, window, demo / "ct")


@pytest.fixture
def planes(qtbot, ct):
    return show_planes(qtbot, ct)


class TestComeAndGo:
    def test_by_key_all_four_and_back(self, qtbot, ct):
        before = ct.session.series, ct.session.index
        show_planes(qtbot, ct)
        assert ct.session.cells.layout is Layout.FOUR
        shown = [cell.series.description for cell in ct.session.cells]
        assert all(text.startswith(name) for text, name in zip(shown, NAMES, strict=True))
        assert ct.session.tool is Tool.CROSSHAIR
        key(ct, "Ctrl+5")
        assert not ct.planes.shown
        assert ct.session.cells.layout is Layout.ONE
        assert (ct.session.series, ct.session.index) == before
        assert ct.session.tool is Tool.WINDOW

    def test_by_button(self, qtbot, ct):
        button = ct.findChild(QToolButton, "planes")
        qtbot.mouseClick(button, Left)
        qtbot.waitUntil(lambda: ct.planes.shown, timeout=60_000)
        assert button.isChecked()
        qtbot.mouseClick(ct.findChild(PlanesBar).close_button, Left)
        assert not ct.planes.shown
        assert not button.isChecked()

    def test_escape_goes_back_to_where_the_user_looked(self, qtbot, planes):
        wheel(planes.grid.cells[0].views[0], (60, 200), -4)
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        at = frames(planes)[0].geometry.position
        key(planes, "Escape")
        assert not planes.planes.shown
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        assert planes.feed.frame.geometry.position[2] == pytest.approx(at[2])

    def test_zoom_before_is_zoom_after(self, qtbot, ct):
        wheel(ct.grid.views[0], (200, 200), 2, Qt.KeyboardModifier.ControlModifier)
        before = ct.session.view
        show_planes(qtbot, ct)
        wheel(ct.grid.cells[0].views[0], (100, 100), 4, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(pictured(ct), timeout=30_000)
        key(ct, "Escape")
        qtbot.waitUntil(pictured(ct), timeout=30_000)
        assert ct.session.view == before

    def test_the_list_marks_the_stack_that_they_are_cut_from(self, planes):
        listed = planes.series_panel.list.currentIndex()
        assert listed.data(Role.ROW).series == planes.session.source
        assert listed.data(Role.SHOWN)

    def test_arrow_keys_go_on_to_the_next_series(self, qtbot, window, write_dicom):
        for number, name in enumerate("ab", 1):
            folder = write_volume(
                write_dicom, name, [(0, 0, z) for z in range(5)], AXIAL, SeriesNumber=number
            )
        show_planes(qtbot, open_folder(qtbot, window, folder.parent))
        assert window.session.source.description == "a"
        key(window, "Right")
        assert not window.planes.shown
        assert window.session.series.description == "b"

    def test_another_layout_ends_them(self, planes):
        key(planes, "Ctrl+2")
        assert not planes.planes.shown
        assert planes.session.cells.layout is Layout.BESIDE
        assert all(cell.series is None or cell.series.cut_from is None for cell in planes.session.cells)

    def test_another_series_ends_them_and_is_shown(self, qtbot, planes, demo):
        drop(planes, demo / "mr")
        qtbot.waitUntil(lambda: planes.session.series.modality == "MR", timeout=30_000)
        assert not planes.planes.shown
        assert planes.session.cells.layout is Layout.ONE

    def test_closing_everything_ends_them(self, planes):
        key(planes, "Ctrl+W")
        assert not planes.planes.shown
        assert all(cell.series is None for cell in planes.session.cells)
        assert planes.feed.volumes.volume is None

    def test_nothing_blocks_while_the_volume_is_read(self, qtbot, ct, monkeypatch):
        turns = []
        ct.jobs.progressed.connect(turns.append)
        key(ct, "Ctrl+5")
        assert ct.jobs.busy
        assert not ct.planes.shown
        ct.session.set_index(3)
        assert ct.session.index == 3
        qtbot.waitUntil(lambda: ct.planes.shown, timeout=60_000)
        assert ct.planes._source_index() == 3

    def test_reading_is_cancelled_by_escape(self, qtbot, ct):
        key(ct, "Ctrl+5")
        assert ct.jobs.busy
        key(ct, "Escape")
        qtbot.waitUntil(lambda: not ct.jobs.busy, timeout=30_000)
        qtbot.wait(50)
        assert not ct.planes.shown


class TestRefused:
    def test_a_radiograph(self, qtbot, window, demo):
        open_folder(qtbot, window, demo / "dx")
        key(window, "Ctrl+5")
        assert window.message_bar.isVisible()
        assert "at least 3 slices" in window.message_bar.text.text()
        assert not window.planes.shown

    @pytest.mark.parametrize(
        ("positions", "words"),
        [
            ([(0, 0, z) for z in (0, 1, 2, 5, 6)], "missing or their distance varies"),
            ([(0, z * 0.3, z) for z in range(5)], "tilted by 16.7°"),
        ],
    )
    def test_what_is_no_volume(self, qtbot, window, write_dicom, positions, words):
        open_folder(qtbot, window, write_volume(write_dicom, "s", positions, AXIAL))
        key(window, "Ctrl+5")
        qtbot.waitUntil(lambda: not window.jobs.busy and window.message_bar.isVisible(), timeout=30_000)
        assert words in window.message_bar.text.text()
        assert not window.planes.shown


class TestPictures:
    def test_each_is_made_of_the_files_values(self, planes):
        """Every pixel of the coronal and the sagittal picture, from the slices as they are decoded."""
        series = planes.session.source
        slices = np.stack([read_frame(ref).values for ref in series.frames])  # feet to head
        axial, _, coronal, sagittal = frames(planes)
        point = planes.planes.point
        first = read_frame(series.frames[0]).geometry
        column, row, _ = np.rint((point - np.asarray(first.position)) / [*first.spacing[::-1], 1]).astype(int)
        assert np.array_equal(coronal.values, slices[::-1, row, :])
        assert np.array_equal(sagittal.values, slices[::-1, :, column])
        assert np.array_equal(axial.values, slices[planes.session.cells.all[0].index])

    def test_letters(self, planes):
        found = [edge_letters(frame.geometry) for frame in frames(planes)]
        expected = ["RLAP", "RLAP", "RLHF", "APHF"]
        assert ["".join((x.left, x.right, x.top, x.bottom)) for x in found] == expected

    def test_millimetres_are_alike_in_both_directions(self, planes):
        """On screen a slice distance is as long as the same distance within a slice."""
        view, frame = planes.grid.cells[2].views[0], frames(planes)[2]
        rows, columns = frame.geometry.spacing
        assert (rows, columns) == (2.0, 0.9765625)
        left, down = view.box.mapViewToScene(QPointF(0, 0)), view.box.mapViewToScene(QPointF(0, 1))
        right = view.box.mapViewToScene(QPointF(1, 0))
        assert (down.y() - left.y()) / (right.x() - left.x()) == pytest.approx(rows / columns)

    def test_each_says_what_it_is(self, planes):
        assert labels(planes, 0) == ["AXIAL · ACQUIRED PLANE"]
        assert labels(planes, 1) == ["REFORMATTED · AXIAL · MIP 10 mm · 5 LAYERS"]
        assert labels(planes, 2) == ["REFORMATTED · CORONAL"]
        assert labels(planes, 3) == ["REFORMATTED · SAGITTAL"]

    def test_slices_that_lie_askew_are_called_oblique(self, qtbot, window, demo):
        show_planes(qtbot, open_folder(qtbot, window, demo / "mr"))
        row, column = np.reshape(read_frame(window.session.source.frames[0]).geometry.orientation, (2, 3))
        degrees = np.degrees(np.arccos(abs(np.cross(row, column)[2])))
        assert degrees > 5
        assert labels(window, 0)[0] == f"AXIAL · {degrees:.0f}° OBLIQUE · ACQUIRED PLANE"

    def test_labels_stay_when_texts_are_hidden(self, planes):
        key(planes, "I")
        key(planes, "I")
        assert labels(planes, 2) == ["REFORMATTED · CORONAL"]


class TestCrosshair:
    def test_a_click_moves_all_planes_there(self, qtbot, planes):
        view, frame = planes.grid.cells[0].views[0], frames(planes)[0]
        at = round(view.width() * 0.4), round(view.height() * 0.45)
        patient = to_patient(frame.geometry, view.image_point(QPointF(*at)))
        click(view, at)
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        assert abs(planes.planes.point - patient).max() <= 0.51 * 0.9765625
        coronal, sagittal = frames(planes)[2], frames(planes)[3]
        assert abs(coronal.geometry.position[1] - patient[1]) <= 0.5
        assert abs(sagittal.geometry.position[0] - patient[0]) <= 0.5
        assert frames(planes)[0].key == frame.key

    @pytest.mark.parametrize("number", [0, 2, 3])
    def test_lines_meet_at_the_point_in_every_plane(self, qtbot, planes, number):
        view = planes.grid.cells[number].views[0]
        at = round(view.width() * 0.45), round(view.height() * 0.5)
        click(view, at)
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        for cell in (0, 1, 2, 3):
            item = planes.crosshairs.items[cell][0]
            shown = planes.grid.cells[cell].views[0].box.mapViewToScene(QPointF(*item.point))
            assert (shown.x(), shown.y()) == pytest.approx(
                screen_point(planes, cell, planes.planes.point), abs=0.5
            )

    def test_a_drag_moves_all_the_way(self, qtbot, planes):
        view = planes.grid.cells[0].views[0]
        before = planes.planes.point.copy()
        seen = []
        planes.planes.changed.connect(lambda: seen.append(planes.planes.point.copy()))
        drag(view, (150, 180), (250, 230), steps=8)
        assert len(seen) >= 6
        assert (planes.planes.point[:2] > before[:2] - 1000).all()
        assert (np.diff([point[0] for point in seen]) >= 0).all()
        qtbot.waitUntil(pictured(planes), timeout=30_000)

    def test_the_wheel_scrolls_a_plane_and_the_lines_follow(self, qtbot, planes):
        coronal = planes.grid.cells[2].views[0]
        before, point = indices(planes), planes.planes.point.copy()
        wheel(coronal, (100, 100), -6)
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        after = indices(planes)
        assert after[2] == before[2] + 6
        assert [after[n] for n in (0, 1, 3)] == [before[n] for n in (0, 1, 3)]
        assert planes.planes.point - point == pytest.approx([0, 6 * 0.9765625, 0])
        item = planes.crosshairs.items[0][0]
        assert item.point[1] == pytest.approx(frames(planes)[0].shape[0] / 2 + 6 + 0.5, abs=1)

    def test_both_axial_cells_scroll_together(self, qtbot, planes):
        before = indices(planes)
        wheel(planes.grid.cells[1].views[0], (100, 100), -2)
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        assert indices(planes)[:2] == [before[0] + 2, before[1] + 2]

    def test_other_tools_do_not_move_it(self, planes):
        before = planes.planes.point.copy()
        key(planes, "W")
        view = planes.grid.cells[0].views[0]
        drag(view, (150, 180), (200, 230))
        assert (planes.planes.point == before).all()
        windows = [cell.window for cell in planes.session.cells]
        assert windows[0] is not None
        assert len(set(windows)) == 1
        key(planes, "Shift+C")
        click(view, (150, 180))
        assert (planes.planes.point != before).any()

    def test_hidden_with_the_reference_lines(self, planes):
        key(planes, "Shift+R")
        assert all(item.point is None for items in planes.crosshairs.items.values() for item in items)
        key(planes, "Shift+R")
        assert planes.crosshairs.items[0][0].point is not None

    def test_all_open_and_fit_at_one_scale(self, qtbot, planes):
        """A millimetre is as long in each of them, and each is seen whole."""
        assert per_mm(planes) == pytest.approx([per_mm(planes)[0]] * 4, rel=0.01)
        wheel(planes.grid.cells[2].views[0], (150, 180), 6, Qt.KeyboardModifier.ControlModifier)
        key(planes, "F")
        assert per_mm(planes) == pytest.approx([per_mm(planes)[0]] * 4, rel=0.01)
        for widget, frame in zip(planes.grid.cells, frames(planes), strict=True):
            (view,) = (view for view in widget.views if view.isVisible())
            corner, opposite = (view.box.mapViewToScene(QPointF(*p)) for p in ((0, 0), frame.shape[::-1]))
            assert QRectF(view.rect()).adjusted(-1, -1, 1, 1).contains(QRectF(corner, opposite))

    @pytest.mark.parametrize("share", [0.5, 0.52, 0.3])
    def test_lines_run_through_no_letter(self, qtbot, planes, monkeypatch, share):
        """Wherever the lines are brought, also to the middle, where the letters are."""
        view = planes.grid.cells[0].views[0]
        click(view, (round(view.width() * share), round(view.height() * share)))
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        words = {}
        monkeypatch.setattr("app.overlay.shadowed", lambda _p, at, text, *_: words.setdefault(text, at))
        for number, letters in enumerate(("RLAP", "RLAP", "RLHF", "APHF")):
            view = planes.grid.cells[number].views[0]
            metrics, crossing = QFontMetricsF(view.font()), view.content().crossing
            assert (crossing.x(), crossing.y()) == pytest.approx(
                screen_point(planes, number, planes.planes.point), abs=0.5
            )
            words.clear()
            view.grab()
            for letter in letters:
                at, width = words[letter], metrics.horizontalAdvance(letter)
                assert not at.x() <= crossing.x() <= at.x() + width
                assert not at.y() - metrics.capHeight() <= crossing.y() <= at.y()

    def test_zoom_is_linked_in_millimetres(self, qtbot, planes):
        wheel(planes.grid.cells[0].views[0], (150, 180), 6, Qt.KeyboardModifier.ControlModifier)
        assert per_mm(planes) == pytest.approx([per_mm(planes)[0]] * 4)


class TestSlab:
    def view(self, window, number):
        return window.planes.view_of(window.session.cells.all[number])

    def test_thickness_and_kind_of_the_active_cell(self, qtbot, planes):
        bar = planes.findChild(PlanesBar)
        click(planes.grid.cells[2].views[0], (30, 150))
        assert bar.plane.currentText() == "Coronal"
        zoom = planes.session.cells.all[2].view
        bar.slab.setFocus()
        bar.slab.setCurrentIndex(bar.slab.findText("Mean"))
        bar.slab.activated.emit(bar.slab.currentIndex())
        bar.thickness.setFocus()
        bar.thickness.lineEdit().selectAll()
        QTest.keyClicks(bar.thickness.lineEdit(), "4")
        QTest.keyClick(bar.thickness.lineEdit(), Qt.Key.Key_Return)
        assert self.view(planes, 2) == View(Plane.CORONAL, Slab(Projection.MEAN, 4.0))
        assert self.view(planes, 1).slab.projection is Projection.MAXIMUM
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        assert labels(planes, 2) == ["REFORMATTED · CORONAL · MEAN 4 mm · 5 LAYERS"]
        assert planes.session.cells.all[2].view == zoom
        here = planes.feed.volumes.volume
        thin = [
            cut(here, View(Plane.CORONAL), planes.session.cells.all[2].index + 1 + by).values
            for by in (-2, -1, 0, 1, 2)
        ]
        edge = (4 - 3 * 0.9765625) / 2 / 0.9765625
        expected = np.average(thin, axis=0, weights=[edge, 1, 1, 1, edge])
        assert frames(planes)[2].values == pytest.approx(expected, abs=0.01)

    def test_any_plane_in_any_cell(self, qtbot, planes):
        bar = planes.findChild(PlanesBar)
        click(planes.grid.cells[1].views[0], (30, 150))
        bar.plane.setCurrentIndex(bar.plane.findText("Sagittal"))
        bar.plane.activated.emit(bar.plane.currentIndex())
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        assert self.view(planes, 1).plane is Plane.SAGITTAL
        assert frames(planes)[1].geometry.position == frames(planes)[3].geometry.position
        assert (frames(planes)[1].values >= frames(planes)[3].values).all()


class TestEnhanced:
    @pytest.fixture
    def enhanced(self, qtbot, planes):
        planes.session.set_recipe(FAST)
        key(planes, "P")
        qtbot.waitUntil(lambda: all(feed.enhanced is not None for feed in planes.feed.feeds), timeout=120_000)
        qtbot.waitUntil(pictured(planes), timeout=60_000)
        return planes

    def test_planes_show_the_enhanced_slices(self, enhanced):
        pipeline, series = enhanced.feed.pipeline, enhanced.session.source
        slices = np.stack([pipeline.run(read_frame(ref), FAST, Stop()).image for ref in series.frames])
        coronal, point = enhanced.feed.feeds[2].enhanced, enhanced.planes.point
        first = read_frame(series.frames[0]).geometry
        row = round((point[1] - first.position[1]) / first.spacing[0])
        assert coronal.image == pytest.approx(slices[::-1, row, :], abs=0.01)
        layer = enhanced.session.cells.all[1].index
        slab = enhanced.feed.feeds[1].enhanced.image
        assert slab == pytest.approx(slices[layer - 2 : layer + 3].max(axis=0), abs=0.01)

    def test_both_labels(self, enhanced):
        for number, name in enumerate(
            ("AXIAL · ACQUIRED PLANE", "REFORMATTED", "REFORMATTED", "REFORMATTED")
        ):
            found = labels(enhanced, number)
            assert found[0].startswith(name)
            assert found[1] == "PROCESSED · Gaussian · strength 50 %"

    def test_the_original_at_one_key(self, enhanced):
        view = enhanced.grid.cells[2].views[0]
        QTest.keyPress(enhanced.focusWidget(), Qt.Key.Key_Space)
        assert view.cell.first is Side.ORIGINAL
        assert labels(enhanced, 2) == ["REFORMATTED · CORONAL", "ORIGINAL"]
        QTest.keyRelease(enhanced.focusWidget(), Qt.Key.Key_Space)
        assert view.cell.first is Side.PROCESSED

    def test_strength_runs_nothing_again(self, qtbot, enhanced):
        started = []
        enhanced.jobs.started.connect(started.append)
        before = enhanced.feed.feeds[2].enhanced
        enhanced.session.set_strength(0.1)
        qtbot.waitUntil(pictured(enhanced), timeout=30_000)
        for feed in enhanced.feed.feeds:
            assert feed.enhanced.recipe.strength == 0.1
        after = enhanced.feed.feeds[2].enhanced
        assert (
            np.abs(after.image - before.frame.values).max() < np.abs(before.image - before.frame.values).max()
        )
        assert started == []

    def test_another_method_is_run_over_the_volume(self, qtbot, enhanced):
        other = Recipe((Step("unsharp"),))
        enhanced.session.set_recipe(other)
        qtbot.waitUntil(
            lambda: all(
                feed.enhanced is not None and feed.enhanced.recipe == other for feed in enhanced.feed.feeds
            ),
            timeout=120_000,
        )

    def test_scrolling_goes_on_enhanced(self, qtbot, enhanced):
        wheel(enhanced.grid.cells[2].views[0], (100, 100), -3)
        qtbot.waitUntil(pictured(enhanced), timeout=30_000)
        assert all(feed.enhanced is not None for feed in enhanced.feed.feeds)

    def test_cancelling_switches_off(self, qtbot, planes, monkeypatch):
        gate = threading.Event()
        real = planes.feed.pipeline.run

        def slow(frame, recipe, stop):
            while not gate.wait(0.01):
                stop.check()
            return real(frame, recipe, stop)

        monkeypatch.setattr(planes.feed.pipeline, "run", slow)
        key(planes, "P")
        qtbot.waitUntil(lambda: planes.jobs.busy, timeout=30_000)
        key(planes, "Escape")
        qtbot.waitUntil(lambda: not planes.jobs.busy, timeout=30_000)
        qtbot.waitUntil(lambda: not planes.session.enabled, timeout=30_000)
        assert planes.planes.shown
        assert all(not cell.enabled for cell in planes.session.cells)
        gate.set()

    def test_method_and_switch_go_back_with_the_user(self, qtbot, enhanced):
        key(enhanced, "Ctrl+5")
        assert enhanced.session.enabled
        assert enhanced.session.recipe == FAST
        qtbot.waitUntil(lambda: enhanced.feed.enhanced is not None, timeout=60_000)


class TestLeavesTheProgram:
    def test_the_stack_of_files_is_what_is_exported(self, qtbot, planes, tmp_path):
        planes.session.set_recipe(FAST)
        planes.session.cells.active.set_method(FAST, True)
        qtbot.waitUntil(lambda: planes.feed.feeds[2].enhanced is not None, timeout=120_000)
        assert planes.exporting._ready() == planes.session.source
        assert planes.session.source in planes.session.catalogue.series

    def test_data_elements_of_no_file_are_not_shown(self, planes):
        planes.output.tags.show()
        planes.output.tags._read()
        assert "lie in no file" in planes.output.tags.note.text()
