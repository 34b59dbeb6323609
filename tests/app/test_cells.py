"""Cells in the real window: layouts, the active one, a series into any of them, no work in a hidden one."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QEnterEvent, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from app.compare import Cell, Side
from app.panels.catalogue import Role
from app.session import Session
from app.state import Compare, Layout, Link
from core.dicom.decode import read_frame
from core.recipe import Recipe, Step
from tests.app.mouse import Left, Plain, click, double_click, drop, press, release, wheel
from tests.app.pictured import pictured
from tests.app.volumes import AXIAL, write_volume

FAST = Recipe((Step("gaussian"),))


def key(window, text):
    combination = QKeySequence(text)[0]
    QTest.keyClick(window.focusWidget(), combination.key(), combination.keyboardModifiers())


def by_name(window, name):
    return next(s for s in window.session.catalogue.series if s.description == name)


@pytest.fixture
def opened(qtbot, window, write_dicom):
    """Open five axial stacks of one patient and give the image the keys."""
    for n, name in enumerate("abcde", 1):
        folder = write_volume(write_dicom, name, [(0, 0, z) for z in range(12)], AXIAL, SeriesNumber=n)
    drop(window, folder.parent)
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None)
    window.activateWindow()
    window.grid.views[0].setFocus()
    qtbot.waitUntil(window.grid.views[0].hasFocus)
    return window


@pytest.fixture
def four(qtbot, opened):
    key(opened, "Ctrl+4")
    qtbot.waitUntil(pictured(opened))
    return opened


def names(window):
    return [cell.series.description for cell in window.session.cells.shown if cell.series is not None]


class TestLayouts:
    @pytest.mark.parametrize(
        ("keys", "button", "places"),
        [
            ("Ctrl+1", "layout_one", [(0, 0)]),
            ("Ctrl+2", "layout_beside", [(0, 0), (0, 1)]),
            ("Ctrl+3", "layout_below", [(0, 0), (1, 0)]),
            ("Ctrl+4", "layout_four", [(0, 0), (0, 1), (1, 0), (1, 1)]),
        ],
    )
    def test_by_key_and_by_button(self, qtbot, opened, keys, button, places):
        key(opened, "Ctrl+4" if keys != "Ctrl+4" else "Ctrl+2")
        key(opened, keys)
        qtbot.waitUntil(lambda: self.places(opened) == places)
        key(opened, "Ctrl+2" if keys != "Ctrl+2" else "Ctrl+1")
        qtbot.mouseClick(opened.findChild(QToolButton, button), Left)
        qtbot.waitUntil(lambda: self.places(opened) == places)

    def places(self, window):
        """Row and column of each visible cell, from where it is on screen."""
        shown = [cell for cell in window.grid.cells if cell.isVisible()]
        tops, lefts = (sorted({getattr(cell, side)() for cell in shown}) for side in ("y", "x"))
        widths = [cell.width() for cell in shown]
        assert max(widths) - min(widths) <= 2
        return [(tops.index(cell.y()), lefts.index(cell.x())) for cell in shown]

    def test_empty_cells_take_the_series_that_come_next(self, four):
        assert names(four) == ["a", "b", "c", "d"]

    def test_a_smaller_layout_keeps_an_active_cell_and_hidden_series(self, qtbot, four):
        four.session.cells.set_active(four.session.cells.all[3])
        key(four, "Ctrl+2")
        assert four.session.cells.active.number == 0
        key(four, "Ctrl+4")
        assert names(four) == ["a", "b", "c", "d"]

    def test_one_cell_has_no_border_and_no_strip(self, opened):
        assert not opened.grid.strip.isVisible()
        assert not opened.grid.cells[0].bar.isVisible()
        view = opened.grid.cells[0].views[0]
        assert view.mapTo(opened.grid, QPoint(0, 0)) == QPoint(0, 0)
        assert view.width() == opened.grid.width()

    def test_remembered_for_each_modality(self, qtbot, four, write_dicom, tmp_path):
        four.session.close_all()
        four.session.cells.set_layout(Layout.ONE)
        drop(four, write_volume(write_dicom, "m", [(0, 0, z) for z in range(3)], Modality="MR"))
        qtbot.waitUntil(lambda: not four.opening.busy and four.session.series is not None)
        assert four.session.cells.layout is Layout.ONE
        four.session.close_all()
        drop(four, tmp_path / "a")
        qtbot.waitUntil(lambda: not four.opening.busy and four.session.series is not None)
        assert four.session.cells.layout is Layout.FOUR


class TestPatients:
    def test_another_patient_leaves_no_image_of_the_first_beside_his(self, qtbot, four, write_dicom):
        other = {"PatientID": "other", "StudyInstanceUID": "1.2.9"}
        drop(four, write_volume(write_dicom, "x", [(0, 0, z) for z in range(3)], **other))
        qtbot.waitUntil(lambda: not four.opening.busy and "x" in names(four))
        assert names(four) == ["x"]

    def test_a_prior_comes_beside(self, qtbot, opened, write_dicom):
        key(opened, "Ctrl+2")
        drop(opened, write_volume(write_dicom, "p", [(0, 0, z) for z in range(3)], StudyInstanceUID="1.2.9"))
        qtbot.waitUntil(lambda: not opened.opening.busy and "p" in names(opened))
        assert names(opened) == ["p", "b"]


class TestActive:
    def test_a_press_activates_before_it_acts(self, qtbot, four):
        view = four.grid.cells[2].views[0]
        press(view, (50, 50))
        assert four.session.cells.active.number == 2
        release(view, (50, 50))
        assert four.session.series.description == "c"
        qtbot.waitUntil(view.hasFocus)

    def test_keys_act_on_it_and_the_wheel_where_the_pointer_is(self, four):
        for link in Link:
            four.session.cells.set_link(link, False)
        before = [cell.index for cell in four.session.cells]
        wheel(four.grid.cells[1].views[0], (50, 50), -1)
        key(four, "Shift+Down")
        after = [cell.index for cell in four.session.cells]
        assert after == [min(before[0] + 10, 11), before[1] + 1, *before[2:]]
        assert four.session.cells.active.number == 0

    def test_tab_goes_round(self, qtbot, four):
        for number in (1, 2, 3, 0):
            key(four, "Tab")
            assert four.session.cells.active.number == number
            qtbot.waitUntil(four.grid.cells[number].views[0].hasFocus)
        key(four, "Shift+Tab")
        assert four.session.cells.active.number == 3

    def test_seen_by_more_than_colour(self, four):
        active, other = four.grid.cells[0].bar.name, four.grid.cells[1].bar.name
        assert active.font().bold()
        assert not other.font().bold()
        assert active.text().startswith("▶")
        assert not other.text().startswith("▶")

    def test_border_round_it_alone(self, four):
        accent = four.palette().color(QPalette.ColorRole.Highlight).rgb()
        edges = [cell.grab().toImage().pixelColor(0, cell.height() // 2).rgb() for cell in four.grid.cells]
        assert [edge == accent for edge in edges] == [True, False, False, False]

    def test_panels_show_it(self, qtbot, four):
        four.session.cells.set_link(Link.WINDOW, False)
        four.session.cells.all[1].set_inverted(True)
        click(four.grid.cells[1].views[0], (50, 50))
        assert four.window_panel.invert.isChecked()
        assert four.series_panel.list.currentIndex().data(Role.ROW).series.description == "b"
        click(four.grid.cells[0].views[0], (50, 50))
        assert not four.window_panel.invert.isChecked()

    def test_pointer_gives_it_the_keys_without_moving_it(self, qtbot, four):
        four.series_panel.list.setFocus()
        QApplication.sendEvent(four.grid.cells[2].views[0], _enter(four.grid.cells[2].views[0]))
        assert four.grid.cells[0].views[0].hasFocus()
        assert four.session.cells.active.number == 0


def _enter(view):
    centre = QPointF(view.rect().center())
    return QEnterEvent(centre, centre, QPointF(view.mapToGlobal(centre)))


class TestSeriesIntoCell:
    def drag_to(self, window, name, number):
        """Drag a line of the list onto a cell, as Qt does it."""
        model = window.series_panel.model
        index = next(
            model.index(n)
            for n in range(model.rowCount())
            if (row := model.index(n).data(Role.ROW)).series is not None and row.series.description == name
        )
        assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
        data: QMimeData = model.mimeData([index])
        target = window.grid.cells[number]
        at, action = target.rect().center(), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at, action, data, Left, Plain)
        QApplication.sendEvent(target.views[0].viewport(), enter)
        assert enter.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(at), action, data, Left, Plain))

    def test_dragged_from_the_list(self, qtbot, four):
        self.drag_to(four, "e", 2)
        qtbot.waitUntil(pictured(four))
        assert names(four) == ["a", "b", "e", "d"]
        assert four.session.cells.active.number == 2

    def test_the_same_series_in_two_cells(self, qtbot, four):
        self.drag_to(four, "a", 3)
        qtbot.waitUntil(pictured(four))
        assert names(four) == ["a", "b", "c", "a"]
        np.testing.assert_array_equal(four.feed.feeds[3].frame.values, four.feed.feeds[0].frame.values)

    def test_a_click_in_the_list_is_for_the_active_cell(self, qtbot, four):
        click(four.grid.cells[1].views[0], (50, 50))
        panel = four.series_panel
        index = panel.model.index_of(by_name(four, "e").key)
        qtbot.mouseClick(panel.list.viewport(), Left, pos=panel.list.visualRect(index).center())
        assert names(four) == ["a", "e", "c", "d"]

    def test_an_empty_cell_says_what_to_do(self, opened):
        opened.session.cells.set_layout(Layout.FOUR)
        opened.session.cells.all[3].set_series(None)
        assert "Drag a series" in opened.grid.cells[3].views[0].content().message

    def test_files_still_go_to_the_window(self, four, tmp_path):
        assert drop(four, tmp_path / "a")


class TestMaximise:
    def test_double_click_and_back(self, qtbot, four):
        double_click(four.grid.cells[1].views[0], (60, 60))
        assert [cell.isVisible() for cell in four.grid.cells] == [False, True, False, False]
        assert four.left.isVisible()
        double_click(four.grid.cells[1].views[0], (60, 60))
        assert all(cell.isVisible() for cell in four.grid.cells)

    def test_tab_shows_the_next_one(self, qtbot, four):
        key(four, "Ctrl+M")
        key(four, "Tab")
        assert [cell.isVisible() for cell in four.grid.cells] == [False, True, False, False]
        key(four, "Ctrl+M")
        assert all(cell.isVisible() for cell in four.grid.cells)

    def test_of_a_single_cell_takes_the_panels_away(self, opened):
        double_click(opened.grid.views[0], (60, 60))
        assert not opened.left.isVisible()


class TestWork:
    def test_a_hidden_cell_does_none(self, qtbot, four, monkeypatch):
        key(four, "Ctrl+1")
        qtbot.waitUntil(lambda: four.feed.idle)
        four.feed._workshop.cache._frames.clear()
        read = []
        monkeypatch.setattr(
            "app.planes.volumes.read_frame", lambda ref: (read.append(ref.key), read_frame(ref))[1]
        )
        hidden = four.session.cells.all[1]
        hidden.set_index(2)
        hidden.set_method(FAST, True)
        qtbot.wait(60)
        assert read == []
        key(four, "Ctrl+2")
        qtbot.waitUntil(pictured(four))
        assert hidden.series.frames[2].key in read
        qtbot.waitUntil(lambda: four.feed.feeds[1].enhanced is not None)

    def test_frames_are_decoded_once_for_all_cells(self, qtbot, four, monkeypatch):
        four.feed._workshop.cache._frames.clear()
        read = []
        monkeypatch.setattr(
            "app.planes.volumes.read_frame", lambda ref: (read.append(ref.key), read_frame(ref))[1]
        )
        series = by_name(four, "e")
        four.session.set_series(series)
        qtbot.waitUntil(pictured(four))
        four.session.cells.all[1].set_series(series)
        qtbot.waitUntil(pictured(four))
        assert read.count(series.frames[6].key) == 1

    def test_enhanced_only_where_it_is_on(self, qtbot, four):
        four.session.set_recipe(FAST)
        key(four, "P")
        qtbot.waitUntil(lambda: four.feed.enhanced is not None and four.feed.idle)
        assert [feed.enhanced is not None for feed in four.feed.feeds] == [True, False, False, False]

    def test_two_methods_of_one_series_against_each_other(self, qtbot, four):
        cells, series = four.session.cells, by_name(four, "a")
        for cell, method in zip(cells.all[:2], ("gaussian", "median"), strict=True):
            cells.set_active(cell)
            four.session.set_series(series)
            four.session.use_recipe(Recipe((Step(method),)))
        qtbot.waitUntil(lambda: all(feed.enhanced is not None for feed in four.feed.feeds[:2]))
        texts = [cell.views[0].content().labels_left[0].text for cell in four.grid.cells[:2]]
        assert "Gaussian" in texts[0]
        assert "Median" in texts[1]

    def test_comparing_is_the_active_cells(self, qtbot, four):
        click(four.grid.cells[1].views[0], (50, 50))
        four.session.set_recipe(FAST)
        key(four, "G")
        qtbot.waitUntil(lambda: four.feed.enhanced is not None and four.feed.idle)
        assert [cell.views[1].isVisible() for cell in four.grid.cells] == [False, True, False, False]
        key(four, "V")
        assert four.grid.cells[1].views[0].cell == Cell(Side.ORIGINAL, Side.PROCESSED)
        assert four.grid.cells[0].views[0].cell == Cell(Side.ORIGINAL)
        assert four.session.cells.all[0].compare is Compare.SINGLE

    def test_space_shows_the_original_in_all(self, qtbot, four):
        for cell in four.session.cells.all[:2]:
            cell.set_method(FAST, True)
        qtbot.waitUntil(lambda: all(feed.enhanced is not None for feed in four.feed.feeds[:2]))
        QTest.keyPress(four.grid.views[0], Qt.Key.Key_Space)
        assert [cell.views[0].cell for cell in four.grid.cells[:2]] == [Cell(Side.ORIGINAL)] * 2
        QTest.keyRelease(four.grid.views[0], Qt.Key.Key_Space)
        assert four.grid.cells[1].views[0].cell == Cell(Side.PROCESSED)


def test_undo_returns_to_the_cell_of_the_change(session: Session):
    cells = session.cells
    session.set_enabled(True)
    cells.set_layout(Layout.BESIDE)
    cells.set_active(cells.all[1])
    session.set_recipe(FAST)
    session.undo()
    session.undo()
    assert [cell.enabled for cell in cells.placed] == [False, False]
    assert cells.all[1].recipe != FAST
    session.redo()
    assert cells.all[0].enabled


def test_f6_reaches_every_part_of_the_window(qtbot, opened):
    seen = []
    for _ in range(3):
        key(opened, "F6")
        seen.append(opened.focusWidget())
    assert len(set(seen)) == 3
    assert opened.series_panel.list in seen
    assert opened.grid.views[0] in seen
