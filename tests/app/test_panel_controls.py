"""Slider, number box and switch, driven by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.panels.number import Chooser
from app.panels.slider import ValueSlider, decimals
from app.panels.switch import Switch


@pytest.fixture
def slider(qtbot):
    widget = ValueSlider("Radius", 0.5, 5.0, 1.0, step=0.1, unit="px")
    qtbot.addWidget(widget)
    widget.resize(300, 60)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def heard(slider):
    changes = []
    slider.changed.connect(lambda value, continues: changes.append((value, continues)))
    return changes


def wheel(widget, delta):
    centre = widget.rect().center().toPointF()
    event = QWheelEvent(
        centre, widget.mapToGlobal(centre), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


class TestProgram:
    def test_a_shown_value_is_not_announced(self, slider, heard):
        slider.show_value(2.3)
        assert heard == []
        assert slider.box.value() == 2.3
        assert slider.slider.value() == 18

    def test_a_value_finer_than_the_box_survives_entering_and_leaving_it(self, qtbot, slider, heard):
        slider.show_value(1.23456)
        slider.box.setFocus()
        slider.slider.setFocus()
        assert heard == []

    def test_reset_is_offered_only_away_from_the_default(self, slider):
        slider.show_value(1.0)
        assert slider.reset.isHidden()
        slider.show_value(1.1)
        assert not slider.reset.isHidden()


class TestUser:
    def test_a_drag_is_one_change_for_undo(self, qtbot, slider, heard):
        bar = slider.slider
        y = bar.height() // 2
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(100, y))
        for x in (120, 160, 200):
            qtbot.mouseMove(bar, QPoint(x, y))
        qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(200, y))
        values = [value for value, _ in heard]
        assert values == sorted(values)
        assert len(values) >= 3
        assert [continues for _, continues in heard] == [False] + [True] * (len(heard) - 1)

    def test_a_second_drag_is_a_change_of_its_own(self, qtbot, slider, heard):
        for x in (100, 220):
            qtbot.mouseClick(
                slider.slider, Qt.MouseButton.LeftButton, pos=QPoint(x, slider.slider.height() // 2)
            )
        assert [value for value, continues in heard if not continues] == sorted({value for value, _ in heard})

    def test_a_click_goes_where_the_pointer_is(self, qtbot, slider, heard):
        bar = slider.slider
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, bar.height() // 2))
        assert heard[0][0] == pytest.approx(2.75, abs=0.15)

    def test_arrow_keys_step_by_the_declared_step(self, qtbot, slider, heard):
        slider.show_value(1.0)
        qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
        qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
        assert heard[0] == (1.1, False)
        assert heard[1][1], "keys in quick succession are one change"

    def test_typing_announces_once(self, qtbot, slider, heard):
        slider.box.selectAll()
        qtbot.keyClicks(slider.box, "3.4")
        assert heard == []
        qtbot.keyClick(slider.box, Qt.Key.Key_Return)
        assert heard == [(3.4, False)]

    def test_typing_beyond_the_limit_is_held_within(self, qtbot, slider, heard):
        slider.box.selectAll()
        qtbot.keyClicks(slider.box, "99")
        qtbot.keyClick(slider.box, Qt.Key.Key_Return)
        assert all(0.5 <= value <= 5.0 for value, _ in heard)

    def test_reset_asks_for_the_default(self, qtbot, slider, heard):
        slider.show_value(4.0)
        qtbot.mouseClick(slider.reset, Qt.MouseButton.LeftButton)
        assert heard == [(1.0, False)]

    def test_the_wheel_passes_over_what_was_not_clicked(self, qtbot, slider, heard):
        slider.setFocus()
        slider.slider.clearFocus()
        slider.box.clearFocus()
        wheel(slider.slider, 120)
        wheel(slider.box, 120)
        assert heard == []
        slider.slider.setFocus()
        wheel(slider.slider, 120)
        assert len(heard) == 1


def test_the_wheel_never_changes_a_choice(qtbot):
    chooser = Chooser("Method")
    qtbot.addWidget(chooser)
    chooser.addItems(["a", "b", "c"])
    chooser.setFocus()
    wheel(chooser, -120)
    assert chooser.currentIndex() == 0


def test_switch_by_mouse_and_space_bar(qtbot):
    switch = Switch("Enhance")
    qtbot.addWidget(switch)
    switch.show()
    with qtbot.waitSignal(switch.clicked):
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()
    with qtbot.waitSignal(switch.clicked):
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


@pytest.mark.parametrize(("step", "digits"), [(1, 0), (5, 0), (0.1, 1), (0.05, 2), (0.25, 2), (0.015, 3)])
def test_decimals_tell_steps_apart(step, digits):
    assert decimals(step) >= digits
    assert f"{step:.{decimals(step)}f}" != f"{2 * step:.{decimals(step)}f}"
