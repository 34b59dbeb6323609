"""Who, what and how it was taken stand over the image of the real window; full screen by its key."""

import pydicom
import pytest
from PySide6.QtCore import Qt

from tests.app.mouse import drop


@pytest.fixture
def opened(qtbot, window, demo):
    """Open the demo CT with a patient of its own."""
    drop(window, demo / "ct")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
    view = window.grid.views[0]
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return window


def words(window) -> str:
    corners = window.grid.views[0].content().corners
    lines = (*corners.top_left, *corners.top_right, *corners.bottom_left, *corners.bottom_right)
    return "\n".join(lines)


def test_demographics_and_technique_are_those_of_the_file(qtbot, opened):
    session = opened.session
    data = pydicom.dcmread(session.series.frames[session.index].source.path)
    shown = words(opened)
    who = str(data.PatientName).replace("^", ", "), data.PatientID, data.StudyDescription
    date = f"{data.StudyDate[:4]}-{data.StudyDate[4:6]}-{data.StudyDate[6:]}"
    thickness, kernel = float(data.SliceThickness), data.ConvolutionKernel[0]
    how = f"{data.KVP} kV  {data.Exposure} mAs  ST {thickness:g} mm  {kernel}"
    for part in (*who, date, data.SeriesDescription, how):
        assert part in shown, part
    qtbot.keyClick(opened.grid.views[0], Qt.Key.Key_I)
    without = words(opened)
    assert how in without
    assert not [part for part in (*who, date) if part in without]
    qtbot.keyClick(opened.grid.views[0], Qt.Key.Key_I)
    assert words(opened) == ""


def test_a_plane_that_was_cut_does_not_tell_the_slices_thickness(qtbot, opened):
    qtbot.keyClick(opened.grid.views[0], Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.planes.shown and opened.feed.idle, timeout=60_000)
    assert "kV" not in words(opened)


def test_full_screen_by_key_and_back(qtbot, opened):
    view = opened.grid.views[0]
    before = opened.size()
    qtbot.keyClick(view, Qt.Key.Key_F11)
    qtbot.waitUntil(opened.isFullScreen)
    qtbot.waitUntil(lambda: opened.size() == opened.screen().size())
    qtbot.keyClick(view, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not opened.isFullScreen() and opened.size() == before)
