"""The active cell once more, in a window for another monitor: alive in both, and never without its labels."""

import gc
import json
import os
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.compare import Side
from app.state import Compare, Layout, Overlay, Tool, ViewTransform
from app.texts import LabelKind
from core.recipe import Recipe, Step
from tests.app.mouse import double_click, drag, drop, wheel

RECIPE = Recipe((Step("gaussian", strength=1.0),))
CHOICES = {Side.ORIGINAL: 0, Side.PROCESSED: 1, None: 2}


def key(widget, text):
    combination = QKeySequence(text)[0]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


@pytest.fixture
def opened(qtbot, window, demo):
    """Show an enhanced CT slice, and the second view beside it."""
    drop(window, demo / "ct")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=30_000)
    window.session.use_recipe(RECIPE)
    qtbot.waitUntil(lambda: window.feed.enhanced is not None, timeout=30_000)
    window.activateWindow()
    window.grid.views[0].setFocus()
    qtbot.waitUntil(window.grid.views[0].hasFocus)
    key(window.grid.views[0], "Ctrl+F11")
    qtbot.waitExposed(window.looking.second_view)
    return window


@pytest.fixture
def second(qtbot, opened):
    """The view in the second window, with the keys."""
    there = opened.looking.second_view
    there.activateWindow()
    view = there.views[0]
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def choose(opened, side):
    box = opened.looking.second_view.shown
    box.setFocus()
    key(box, "Home")
    for _ in range(CHOICES[side]):
        key(box, "Down")
    assert box.currentData() is side


def greys(view):
    """What the middle of a view looks like, as far as it is alike in views of different size."""
    image, side = view.grab().toImage(), 100
    left, top = view.width() // 2 - side, view.height() // 2 - side
    return np.array(
        [[image.pixelColor(left + x, top + y).green() for x in range(2 * side)] for y in range(2 * side)]
    )


def words(view):
    return [(label.kind, label.text) for label in view.content().labels_left]


class TestPicture:
    def test_the_original_beside_the_enhanced_one(self, opened, second):
        assert words(second) == [(LabelKind.ORIGINAL, "ORIGINAL")]
        assert words(opened.grid.views[0])[0][0] is LabelKind.PROCESSED
        assert opened.looking.second_view.strip.text() == "NOT FOR DIAGNOSTIC USE"
        assert opened.looking.second_view.strip.isVisible()

    def test_pixels_are_those_of_the_main_window(self, qtbot, opened, second):
        session, main, there = opened.session, opened.grid.views[0], opened.looking.second_view
        there.resize(there.size() + main.size() - second.size())
        qtbot.waitUntil(lambda: second.size() == main.size())
        session.set_overlay(Overlay.NONE)
        session.set_view(ViewTransform(3.0, (256, 256)))
        qtbot.mouseMove(opened.strip)
        before = greys(main)
        assert not np.array_equal(greys(second), before)
        choose(opened, Side.PROCESSED)
        np.testing.assert_array_equal(greys(second), before)
        session.hold_original(True)
        np.testing.assert_array_equal(greys(second), greys(main))
        session.hold_original(False)
        choose(opened, Side.ORIGINAL)
        session.hold_original(True)
        np.testing.assert_array_equal(greys(second), greys(main))

    def test_processed_says_so_whatever_is_hidden(self, opened, second):
        choose(opened, Side.PROCESSED)
        for overlay in Overlay:
            opened.session.set_overlay(overlay)
            assert words(second)[0][0] is LabelKind.PROCESSED
        opened.session.set_overlay(Overlay.FULL)
        opened.session.set_enabled(False)
        assert words(second) == []  # nothing is made of what was opened, as in the main window

    def test_as_in_the_main_window(self, opened, second):
        choose(opened, None)
        opened.session.set_compare(Compare.SPLIT)
        assert [kind for kind, _ in words(second)] == [LabelKind.ORIGINAL]
        assert second.content().labels_right[0].kind is LabelKind.PROCESSED


class TestAlive:
    def test_wheel_keys_and_window_act_in_both(self, qtbot, opened, second):
        session = opened.session
        before = session.index
        wheel(second, (50, 50), -1)
        key(second, "Down")
        assert session.index == before + 2
        place = f"Slice {session.index + 1}/20"
        qtbot.waitUntil(lambda: place in second.content().corners.bottom_left[-1], timeout=20_000)
        drag(second, (300, 300), (360, 300))
        assert session.window is not None
        key(second, "H")
        assert words(second)[-1] == words(opened.grid.views[0])[-1] == (LabelKind.WARNING, "MIRRORED")
        key(second, "Ctrl+Z")
        assert len(words(second)) == 1

    def test_space_shows_the_original_in_both(self, opened, second):
        choose(opened, Side.PROCESSED)
        second.setFocus()
        QTest.keyPress(second, Qt.Key.Key_Space)
        assert opened.session.original_held
        assert words(second) == [(LabelKind.ORIGINAL, "ORIGINAL")]
        QTest.keyRelease(second, Qt.Key.Key_Space)
        assert words(second)[0][0] is LabelKind.PROCESSED

    def test_a_distance_drawn_in_either_is_seen_in_both(self, opened, second):
        gc.collect()
        key(second, "D")
        assert opened.session.tool is Tool.DISTANCE
        drag(second, (300, 300), (400, 300))
        (drawn,) = opened.session.measurements.items
        (layer,) = (item for item in second.box.allChildItems() if hasattr(item, "items"))
        assert list(layer.items) == list(opened.measuring.layers[0].items) == [drawn.uid]
        (x0, y0), (x1, _) = drawn.points
        scene = second.box.mapViewToScene(QPointF(x0, y0)), second.box.mapViewToScene(QPointF(x1, y0))
        assert [round(p.x()) for p in scene] == [300, 400]

    def test_follows_the_active_cell(self, qtbot, opened, second):
        there, cells = opened.looking.second_view, opened.session.cells
        cells.set_layout(Layout.BESIDE)
        cells.set_active(cells.all[1])
        assert there.stack.currentWidget() is there.views[1]
        cells.all[1].set_series(cells.all[0].series)
        qtbot.waitUntil(lambda: opened.feed.feeds[1].frame is not None, timeout=20_000)
        assert there.name.text() == "1  CT Body 3.0"
        cells.set_active(cells.all[0])
        assert there.stack.currentWidget() is second


class TestWindow:
    def test_the_same_key_closes_it(self, qtbot, opened, second):
        action = opened.actions_table.by_name["second_view"]
        assert action.isChecked()
        key(second, "Ctrl+F11")
        assert opened.looking.second_view is None
        assert not action.isChecked()
        qtbot.wait(50)
        opened.session.set_index(0)
        qtbot.waitUntil(lambda: opened.feed.frame.key == opened.session.series.frames[0].key, timeout=20_000)
        opened.activateWindow()
        opened.grid.views[0].setFocus()
        qtbot.waitUntil(opened.grid.views[0].hasFocus)
        key(opened.grid.views[0], "Ctrl+F11")
        assert opened.looking.second_view.isVisible()

    def test_double_click_and_key_fill_its_screen(self, opened, second):
        there = opened.looking.second_view
        double_click(second, (300, 300))
        assert there.isFullScreen()
        assert not opened.isFullScreen()
        key(second, "F11")
        assert not there.isFullScreen()

    def test_goes_with_the_main_window(self, opened, second):
        opened.close()
        assert opened.looking.second_view is None


PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from app.main_window import make_window

app = QApplication([])
window = make_window()
window.show()
app.processEvents()
window.actions_table.by_name["second_view"].trigger()
app.processEvents()
second = window.looking.second_view
print(window.screen().name(), second.screen().name(), second.screen().geometry().contains(second.geometry()))
window.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Qt's platform without a screen is set up for one here")
def test_comes_up_on_the_other_monitor(tmp_path):
    screens = [
        {"name": "left", "x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "dpr": 1},
        {"name": "right", "x": 1600, "y": 0, "width": 900, "height": 900, "logicalDpi": 96, "dpr": 1},
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": platform, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.split() == ["left", "right", "True"]
