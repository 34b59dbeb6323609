"""The window panel, driven by mouse and keys on the real demo."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette

from app.panels.presets import presets
from app.panels.window import WindowPanel
from app.theme import apply_theme
from core.dicom.decode import read_frame
from core.measurement import Kind, Measurement
from core.recipe import Recipe, Step
from core.window import CT_PRESETS, VoiFunction, VoiLut, Window


@pytest.fixture
def panel(qtbot, session, feed):
    panel = WindowPanel(session, feed)
    qtbot.addWidget(panel)
    panel.resize(340, 560)
    panel.show()
    yield panel
    panel.stop_work()


def show(qtbot, session, feed, series):
    session.set_series(series)
    qtbot.waitUntil(lambda: feed.frame is not None and feed.frame.uid == series.frames[session.index].uid)
    return feed.frame


@pytest.fixture
def ct(qtbot, panel, session, feed, by_modality):
    return show(qtbot, session, feed, by_modality["CT"])


def test_no_second_button_is_called_like_the_first(by_modality):
    frame = read_frame(by_modality["MR"].frames[0])
    like_planes = replace(frame, windows=(frame.default_window,))
    assert frame.default_window.name == "Auto"
    assert [preset.name for preset in presets(like_planes, frame.default_window)][:1] == ["Middle slice"]


def enter(qtbot, box, text):
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def button(panel, name):
    return next(b for b in panel.presets.buttons if b.text() == name)


def place(panel, value):
    """Screen point in the middle of the histogram at a value."""
    view = panel.plot.plot.getViewBox()
    y = view.viewRect().center().y()
    scene = view.mapViewToScene(QPointF(value, y))
    return panel.plot.plot.mapFromScene(scene)


def drag(qtbot, panel, start, end):
    target = panel.plot.plot.viewport()
    a, b = place(panel, start), place(panel, end)
    qtbot.mouseMove(target, a)
    qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=a)
    for part in (0.3, 0.6, 1.0):
        at = QPoint(round(a.x() + part * (b.x() - a.x())), a.y())
        qtbot.mouseMove(target, at)
        qtbot.wait(20)
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=b)


def test_says_why_there_is_no_window(panel):
    assert panel.empty.text() == "Open a study to set its window."
    assert not panel.body.isVisible()


def test_shows_the_files_own_window(panel, ct):
    own = ct.header
    first = own.WindowCenter[0] if own["WindowCenter"].VM > 1 else own.WindowCenter
    assert panel.center.value() == float(first)
    assert panel.center.suffix() == " HU"
    assert panel.presets.buttons[0].isChecked()


def test_a_preset_by_mouse(qtbot, panel, session, ct):
    qtbot.mouseClick(button(panel, "Lung"), Qt.MouseButton.LeftButton)
    assert session.window == CT_PRESETS[1]
    assert (panel.center.value(), panel.width_.value()) == (-600, 1500)
    assert [b.text() for b in panel.presets.buttons if b.isChecked()] == ["Lung"]


def test_back_to_the_files_own_window(qtbot, panel, session, ct):
    session.set_window(CT_PRESETS[1])
    qtbot.mouseClick(panel.presets.buttons[0], Qt.MouseButton.LeftButton)
    assert session.window is None


def test_auto_spans_the_slice(qtbot, panel, session, ct):
    qtbot.mouseClick(panel.presets.auto, Qt.MouseButton.LeftButton)
    low, high = session.window.limits
    assert low == pytest.approx(np.percentile(ct.values, 0.1), abs=1)
    assert high == pytest.approx(np.percentile(ct.values, 99.9), abs=1)


def test_numbers_can_be_typed(qtbot, panel, session, ct):
    before = ct.default_window
    enter(qtbot, panel.center, "55")
    enter(qtbot, panel.width_, "333")
    assert session.window == Window(55, 333, before.function)


def test_a_window_set_elsewhere_is_shown_and_not_sent_back(panel, session, ct):
    odd = Window(41.37, 399.51)
    session.set_window(odd)
    panel.center.setFocus()
    panel.width_.setFocus()
    assert session.window == odd
    assert panel.center.value() == 41


def test_small_windows_keep_their_digits(panel, session, ct):
    session.set_window(Window(0.12, 0.5))
    assert panel.center.value() == 0.12
    assert panel.width_.value() == 0.5


def test_invert(qtbot, panel, session, ct):
    box = panel.invert
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert session.inverted
    session.set_inverted(False)
    assert not box.isChecked()


def test_presets_in_hu_are_for_ct_alone(qtbot, panel, session, feed, by_modality, ct):
    assert {w.name for w in CT_PRESETS} <= {p.name for p in presets(ct, ct.default_window)}
    mr = show(qtbot, session, feed, by_modality["MR"])
    assert not {w.name for w in CT_PRESETS} & {p.name for p in presets(mr, mr.default_window)}
    assert [b.text() for b in panel.presets.buttons] == [p.name for p in presets(mr, mr.default_window)]


@pytest.mark.parametrize("function", list(VoiFunction))
def test_the_region_lies_where_the_window_is(panel, session, ct, function):
    session.set_window(Window(50, 350, function))
    assert panel.plot.region.getRegion() == pytest.approx(session.window.limits)


def test_dragging_the_region_moves_the_center(qtbot, panel, session, ct):
    session.set_window(Window(50, 400))
    drag(qtbot, panel, 50, 250)
    assert session.window.width == pytest.approx(400, abs=2)
    assert session.window.center == pytest.approx(250, abs=25)
    assert panel.center.value() == session.window.center


def test_dragging_an_edge_changes_the_width(qtbot, panel, session, ct):
    session.set_window(Window(50, 400))
    low, high = session.window.limits
    drag(qtbot, panel, high, high + 300)
    assert session.window.limits[0] == pytest.approx(low, abs=1)
    assert session.window.limits[1] == pytest.approx(high + 300, abs=25)


def test_a_window_set_elsewhere_does_not_come_back_from_the_region(panel, session, ct):
    heard = []
    session.windowChanged.connect(heard.append)
    for center in range(0, 50, 7):
        session.set_window(Window(center + 0.3, 350.7))
    assert [w.center for w in heard] == [c + 0.3 for c in range(0, 50, 7)]


def test_histogram_before_and_after_against_numpy(qtbot, panel, session, feed, ct):
    session.set_recipe(Recipe((Step("gaussian"),)))
    session.set_enabled(True)
    qtbot.waitUntil(lambda: "after" in panel.legend.text(), timeout=20000)
    x, _ = panel.plot._before.getData()
    width = x[1] - x[0]
    edges = np.append(x - width / 2, x[-1] + width / 2)
    for curve, values in ((panel.plot._before, ct.values), (panel.plot._after, feed.enhanced.image)):
        counts = np.histogram(values, edges)[0]
        np.testing.assert_allclose(curve.getData()[1], np.log10(1 + counts), atol=1e-9)
    session.set_enabled(False)
    qtbot.waitUntil(lambda: "after" not in panel.legend.text(), timeout=20000)
    assert panel.plot._after.getData()[0] is None or len(panel.plot._after.getData()[0]) == 0


def test_whole_numbers_leave_no_comb(qtbot, panel, session, feed, by_modality):
    """With fewer grey levels than bins, bins that miss a level would look like a comb."""
    mr = show(qtbot, session, feed, by_modality["MR"])
    assert mr.values.max() < 256
    qtbot.waitUntil(
        lambda: panel.plot._before.getData()[0] is not None and bool(panel.legend.text()), timeout=20000
    )
    x, y = panel.plot._before.getData()
    inside = (x > 5) & (x < 60)
    assert (y[inside] > 0).all()


def test_a_lookup_table_in_the_file_is_told(qtbot, panel, session, feed, ct, by_modality):
    lut = VoiLut(-1024, np.linspace(0, 1, 4096, dtype=np.float32), "Own")
    frame = replace(read_frame(by_modality["CT"].frames[0]), windows=(), voi_luts=(lut,))
    feed.active.frame = frame
    feed.frameChanged.emit(frame)
    assert "lookup table" in panel.lut.text()
    enter(qtbot, panel.center, "10")
    assert session.window.center == 10
    assert panel.lut.text() == ""


@pytest.mark.parametrize("function", [VoiFunction.SIGMOID, VoiFunction.LINEAR_EXACT])
def test_the_shape_is_chosen_by_key_and_shown(qtbot, panel, session, ct, function):
    assert panel.function.currentData() is ct.default_window.function
    session.set_window(Window(50, 350))
    panel.function.setFocus()
    while panel.function.currentData() is not function:
        before = panel.function.currentIndex()
        qtbot.keyClick(panel.function, Qt.Key.Key_Down)
        assert panel.function.currentIndex() != before
    assert session.window == Window(50, 350, function)
    session.set_window(CT_PRESETS[0])
    assert panel.function.currentData() is VoiFunction.LINEAR


def test_window_from_the_selected_region(qtbot, panel, session, ct):
    heard = []
    session.messaged.connect(heard.append)
    qtbot.mouseClick(panel.presets.region, Qt.MouseButton.LeftButton)
    assert "Draw a region" in heard[0]
    liver = Measurement(Kind.RECTANGLE, ((150, 260), (180, 290)), ct.key)
    bone = Measurement(Kind.RECTANGLE, ((230, 330), (260, 360)), ct.key)
    session.measurements.add(liver)
    session.measurements.add(bone)
    for chosen, part in ((liver, ct.values[260:290, 150:180]), (bone, ct.values[330:360, 230:260])):
        session.measurements.select(chosen.uid)
        qtbot.mouseClick(panel.presets.region, Qt.MouseButton.LeftButton)
        assert session.window.limits == pytest.approx(tuple(np.percentile(part, (0.1, 99.9))), abs=0.01)


def test_enhancing_never_changes_the_window(qtbot, panel, session, feed, ct):
    session.set_window(Window(33, 222, VoiFunction.SIGMOID))
    session.use_recipe(Recipe((Step("gaussian"),)))
    qtbot.waitUntil(lambda: feed.enhanced is not None, timeout=20000)
    session.set_strength(0.3)
    session.set_index(session.index + 1)
    qtbot.waitUntil(lambda: feed.enhanced is not None and feed.frame.key != ct.key, timeout=20000)
    assert session.window == Window(33, 222, VoiFunction.SIGMOID)


def test_the_histogram_follows_another_theme(panel, ct, qapp):
    grounds = []
    for theme in ("light", "dark"):
        apply_theme(qapp, theme)
        palette = panel.palette()
        grounds.append(panel.plot.plot.backgroundBrush().color())
        assert grounds[-1] == palette.color(QPalette.ColorRole.Base)
        assert all(
            line.pen.color() == palette.color(QPalette.ColorRole.Text) for line in panel.plot.region.lines
        )
    assert grounds[0] != grounds[1]
