"""The table of actions: every key does what it says, switches follow the session."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QTextBrowser

from app.panels.catalogue import rows
from app.shortcut_sheet import ShortcutSheet
from app.state import Compare, Overlay, Tool, ViewTransform
from core.enhance.cnn import USUAL_STRENGTH
from core.recipe import Recipe, Step
from core.window import CT_PRESETS, Window
from tests.app.mouse import drop


@pytest.fixture
def opened(qtbot, window, demo):
    """Open CT, MR and radiograph, show the CT's slice 10 and give the view the keys."""
    drop(window, demo)
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None)
    session = window.session
    session.set_series(next(s for s in session.catalogue.series if s.modality == "CT"))
    session.set_index(10)
    session.set_recipe(Recipe((Step("gaussian"),)))
    qtbot.waitUntil(lambda: window.feed.frame is not None and window.feed.frame.modality == "CT")
    window.activateWindow()
    window.grid.views[0].setFocus()
    qtbot.waitUntil(window.grid.views[0].hasFocus)
    return window


def key(window, text):
    """Press keys as they are written in the table."""
    combination = QKeySequence(text)[0]
    QTest.keyClick(window.focusWidget(), combination.key(), combination.keyboardModifiers())


def enter(view):
    centre = QPointF(view.rect().center())
    QApplication.sendEvent(view, QEnterEvent(centre, centre, QPointF(view.mapToGlobal(centre))))


class TestTable:
    def test_names_and_keys_are_unique(self, window):
        rows = window.actions_table.rows
        assert len({row.name for row in rows}) == len(rows)
        keys = [k for row in rows for k in row.keys.split()]
        assert len(set(keys)) == len(keys)
        assert all(QKeySequence(k).toString() for k in keys)

    def test_every_action_is_in_a_menu(self, window):
        titles = {action.text() for action in window.menuBar().actions()}
        assert {row.menu for row in window.actions_table.rows} <= titles

    def test_sheet_lists_every_key_and_does_not_block(self, qtbot, opened):
        key(opened, "F1")
        sheet = opened.findChild(ShortcutSheet)
        assert not sheet.isModal()
        text = " ".join(page.toPlainText() for page in sheet.findChildren(QTextBrowser))
        for row in opened.actions_table.rows:
            for k in row.keys.split():
                assert QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) in text
            if row.keys:
                assert row.text in text
        assert "Hold Space" in text
        sheet.close()


@pytest.mark.parametrize(
    ("keys", "index"),
    [("Down", 11), ("Up", 9), ("Shift+Down", 19), ("Shift+Up", 0), ("Home", 0), ("End", 19)],
)
def test_slices(opened, keys, index):
    key(opened, keys)
    assert opened.session.index == index


@pytest.mark.parametrize(("onward", "back"), [("Right", "Left"), ("PgDown", "PgUp")])
def test_series(opened, onward, back):
    session = opened.session
    order = [row.series.key for row in rows(session.catalogue) if row.series]
    start = order.index(session.series.key)
    step = 1 if start + 1 < len(order) else -1
    key(opened, onward if step > 0 else back)
    assert session.series.key == order[start + step]
    key(opened, back if step > 0 else onward)
    assert session.series.key == order[start]


class TestWindows:
    def test_presets_by_number(self, opened):
        for number, preset in enumerate(CT_PRESETS, 2):
            key(opened, str(number))
            assert opened.session.window == preset

    def test_auto_and_the_files_own(self, opened):
        frame = opened.feed.frame
        key(opened, "0")
        assert opened.session.window == Window.around(frame.values, frame.padding_mask)
        key(opened, "1")
        assert opened.session.window is None
        for window in frame.windows[1:]:
            key(opened, "1")
            assert opened.session.window == window
        key(opened, "1")
        assert opened.session.window is None

    @pytest.mark.parametrize("modality", ["MR", "DX"])
    def test_without_hu_the_same_keys_go_by_the_series_own_window(self, qtbot, opened, modality):
        session = opened.session
        session.set_series(next(s for s in session.catalogue.series if s.modality == modality))
        qtbot.waitUntil(lambda: opened.feed.frame.modality == modality and opened.feed.idle)
        frame, base = opened.feed.frame, opened.feed.active.base_window
        wanted = {
            "2": (base.center, 1.6 * base.width),
            "3": (base.center, 0.6 * base.width),
            "4": (base.center - 0.25 * base.width, base.width),
            "5": (base.center + 0.25 * base.width, base.width),
            "6": ((frame.values.min() + frame.values.max()) / 2, np.ptp(frame.values)),
        }
        for number, (center, width) in wanted.items():
            key(opened, number)
            assert (session.window.center, session.window.width) == pytest.approx((center, width))
        names = [opened.actions_table.by_name[f"preset_{n}"].text() for n in range(2, 7)]
        assert names == ["Softer", "Harder", "Brighter", "Darker", "Full range"]
        assert not opened.actions_table.by_name["preset_7"].isEnabled()
        shown = [p for p in opened.window_panel.presets.buttons if p.isChecked()]
        assert [button.text() for button in shown] == ["Full range"]


@pytest.mark.parametrize(
    ("keys", "tool"),
    [
        ("Z", Tool.ZOOM),
        ("T", Tool.PAN),
        ("S", Tool.SCROLL),
        ("E", Tool.ELLIPSE),
        ("Shift+E", Tool.RECTANGLE),
        ("W", Tool.WINDOW),
    ],
)
def test_tools(opened, keys, tool):
    opened.session.set_tool(Tool.WINDOW if tool is not Tool.WINDOW else Tool.ZOOM)
    key(opened, keys)
    assert opened.session.tool is tool
    checked = [
        row.name
        for row in opened.actions_table.rows
        if row.name.startswith("tool_") and opened.actions_table.by_name[row.name].isChecked()
    ]
    assert len(checked) == 1


@pytest.mark.parametrize(
    ("keys", "compare"), [("G", Compare.SIDE_BY_SIDE), ("V", Compare.SPLIT), ("N", Compare.DIFFERENCE)]
)
def test_comparing_turns_enhancing_on_and_the_same_key_ends_it(opened, keys, compare):
    key(opened, keys)
    assert (opened.session.compare, opened.session.enabled) == (compare, True)
    key(opened, keys)
    assert opened.session.compare is Compare.SINGLE


def test_enhance_flip_and_turned_split(opened):
    key(opened, "P")
    assert opened.session.enabled
    key(opened, "X")
    assert opened.session.original_held
    key(opened, "X")
    assert not opened.session.original_held
    key(opened, "Shift+V")
    assert not opened.session.split_vertical


def test_overlays_cycle_and_invert(opened):
    seen = []
    for _ in range(3):
        key(opened, "I")
        seen.append(opened.session.overlay)
    assert seen == [Overlay.NO_PATIENT, Overlay.NONE, Overlay.FULL]
    key(opened, "Shift+I")
    assert opened.session.inverted


def test_zoom_and_fit(opened):
    scale = opened.grid.views[0].transform_now.scale
    key(opened, "+")
    assert opened.grid.views[0].transform_now.scale == pytest.approx(scale * 1.25)
    key(opened, "-")
    assert opened.grid.views[0].transform_now.scale == pytest.approx(scale)
    key(opened, "+")
    key(opened, "F")
    assert opened.session.view is None


def test_undo_and_redo(opened):
    actions = opened.actions_table.by_name
    opened.session.undo()
    opened.session.undo()
    assert not actions["undo"].isEnabled()
    opened.session.set_strength(0.3)
    assert actions["undo"].isEnabled()
    key(opened, "Ctrl+Z")
    assert opened.session.recipe.strength == USUAL_STRENGTH
    assert actions["redo"].isEnabled()
    key(opened, "Ctrl+Y")
    assert opened.session.recipe.strength == 0.3


class TestEscape:
    def test_stops_work_first(self, qtbot, opened):
        session = opened.session
        session.set_series(next(s for s in session.catalogue.series if s.modality == "DX"))
        qtbot.waitUntil(lambda: opened.feed.frame.modality == "DX")
        session.set_view(ViewTransform(2.0, (9, 9)))
        session.set_recipe(Recipe((Step("nlm"),)))
        session.set_enabled(True)
        assert opened.feed.busy
        key(opened, "Esc")
        assert session.view is not None
        qtbot.waitUntil(lambda: not opened.feed.busy)
        assert opened.feed.enhanced is None

    def test_then_resets(self, qtbot, opened):
        session = opened.session
        qtbot.waitUntil(lambda: opened.feed.idle)
        session.set_view(ViewTransform(2.0, (9, 9)))
        session.set_window(Window(1, 2))
        session.set_inverted(True)
        key(opened, "Esc")
        assert (session.view, session.window, session.inverted) == (None, None, False)


class TestFocus:
    def test_the_pointer_takes_the_keys_but_not_from_somebody_who_types(self, qtbot, opened):
        view, box = opened.grid.views[0], opened.window_panel.findChild(QDoubleSpinBox)
        opened.series_panel.list.setFocus()
        enter(view)
        assert view.hasFocus()
        box.setFocus()
        enter(view)
        assert box.hasFocus()

    def test_digits_typed_into_a_box_are_not_presets(self, qtbot, opened):
        box = opened.window_panel.findChild(QDoubleSpinBox)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, "2")
        assert opened.session.window is None
        assert "2" in box.text()

    def test_arrows_in_a_slider_move_the_slider(self, qtbot, opened):
        slider = opened.methods_panel.controls.findChildren(
            type(opened.methods_panel.controls.strength.slider)
        )[0]
        slider.setFocus()
        index = opened.session.index
        QTest.keyClick(slider, Qt.Key.Key_Left)
        assert opened.session.index == index


def test_preference_for_the_other_drag_is_kept(opened):
    action = opened.actions_table.by_name["up"]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert not opened._settings.up_is_brighter


def test_close_all_forgets_and_shows_nothing(qtbot, opened):
    key(opened, "Ctrl+W")
    qtbot.waitUntil(lambda: opened.feed.frame is None)
    assert opened.session.catalogue.series == ()
    assert opened.grid.views[0].content().message
