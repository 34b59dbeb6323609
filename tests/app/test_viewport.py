"""What a view paints and what the mouse does to it, in the real window with real events."""

import math

import numpy as np
import pydicom
import pytest
from pydicom.pixels import apply_rescale, apply_windowing
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.gestures import FASTER, WINDOW_PIXELS
from app.state import Overlay, Tool, ViewTransform
from core.recipe import Recipe, Step
from core.window import Window
from tests.app.mouse import Left, Middle, Plain, Right, click, double_click, drag, drop, move, wheel

CLASSICAL = Recipe((Step("gaussian"),))
CENTRE = (300.0, 300.0)


@pytest.fixture
def opened(qtbot, window, demo):
    """Open the CT demo in the window and show its slice 10."""
    drop(window, demo / "ct")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None)
    window.session.set_index(10)
    qtbot.waitUntil(lambda: shown(window) == window.session.series.frames[10].key)
    return window


def shown(window):
    return None if window.feed.frame is None else window.feed.frame.key


def open_file(qtbot, window, path):
    drop(window, path)
    qtbot.waitUntil(lambda: window.feed.frame is not None and not window.opening.busy)
    return window.grid.views[0]


def grey_at(view, points):
    """Grey level on the screen at image points."""
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    found = []
    for column, row in points:
        at = view._box.mapViewToScene(QPointF(column, row))
        found.append(image.pixelColor(int(at.x() * ratio), int(at.y() * ratio)).red())
    return np.array(found)


class TestPainting:
    def test_screen_shows_what_pydicom_computes(self, opened):
        view, frame = opened.grid.views[0], opened.feed.frame
        opened.session.set_overlay(Overlay.NONE)
        # Centres of image pixels fall on centres of screen pixels, where interpolation changes nothing.
        shift = [0 if side % 2 else 0.5 / 9 for side in (view.width(), view.height())]
        opened.session.set_view(ViewTransform(9.0, (256.5 - shift[0], 256.5 - shift[1])))
        source = pydicom.dcmread(opened.session.series.frames[10].source.path)
        expected = apply_windowing(apply_rescale(source.pixel_array, source), source)
        low, high = expected.min(), expected.max()  # pydicom maps to the range of the stored values
        expected = 255 * (expected - low) / (high - low)
        places = [(c, r) for c in range(236, 278, 6) for r in range(236, 278, 6)]
        on_screen = grey_at(view, [(c + 0.5, r + 0.5) for c, r in places])
        assert len(set(on_screen)) > 5
        np.testing.assert_allclose(on_screen, [expected[r, c] for c, r in places], atol=3)
        assert frame.default_window.center == 40

    def test_long_pixels_are_shown_long(self, qtbot, window, write_dicom):
        path = write_dicom("a.dcm", np.zeros((40, 40), np.int16), PixelSpacing=[2.0, 0.5])
        view = open_file(qtbot, window, path)
        origin, right, below = (view._box.mapViewToScene(QPointF(*p)) for p in ((0, 0), (40, 0), (0, 40)))
        assert (below.y() - origin.y()) / (right.x() - origin.x()) == pytest.approx(4.0)
        assert below.y() - origin.y() == pytest.approx(view.height())

    def test_monochrome1_and_inverting(self, qtbot, window, write_dicom):
        pixels = np.repeat(np.array([[0], [1000]], np.int16), 2, axis=1).repeat(16, 0).repeat(16, 1)
        look = {"WindowCenter": 500, "WindowWidth": 1000, "PhotometricInterpretation": "MONOCHROME1"}
        view = open_file(qtbot, window, write_dicom("a.dcm", pixels, **look))
        points = [(8, 4), (8, 28)]
        assert grey_at(view, points).tolist() == [255, 0]
        window.session.set_inverted(True)
        assert grey_at(view, points).tolist() == [0, 255]

    @pytest.mark.parametrize("inverted", [False, True])
    def test_padding_is_black_in_either_polarity(self, qtbot, window, write_dicom, inverted):
        pixels = np.full((32, 32), 500, np.int16)
        pixels[:16] = -2000
        look = {"WindowCenter": 0, "WindowWidth": 100, "PixelPaddingValue": -2000}
        view = open_file(qtbot, window, write_dicom("a.dcm", pixels, **look))
        window.session.set_inverted(inverted)
        assert grey_at(view, [(16, 4), (16, 28)]).tolist() == [0, 0 if inverted else 255]

    def test_colour_is_shown_and_not_enhanced(self, qtbot, window, write_dicom):
        pixels = np.zeros((16, 16, 3), np.uint8)
        pixels[..., 0], pixels[..., 2] = 200, 90
        view = open_file(qtbot, window, write_dicom("a.dcm", pixels))
        image = view.grab().toImage()
        colour = image.pixelColor(image.width() // 2, image.height() // 2 - 50)
        assert (colour.red(), colour.green(), colour.blue()) == (200, 0, 90)
        window.session.set_enabled(True)
        qtbot.wait(50)
        assert window.feed.enhanced is None
        assert window.message_bar.isVisible()
        assert window.message_bar.text.text() == window.session.series.reason != ""

    def test_large_image_is_averaged_not_thinned(self, qtbot, window, write_dicom):
        stripes = np.zeros((2048, 2048), np.int16)
        stripes[:, ::2] = 1000
        look = {"WindowCenter": 500, "WindowWidth": 1000}
        view = open_file(qtbot, window, write_dicom("a.dcm", stripes, **look))
        window.session.set_overlay(Overlay.NONE)
        grey = grey_at(view, [(c, r) for c in range(300, 1700, 101) for r in (700, 1300)])
        assert np.all(np.abs(grey - 127.5) < 12)


class TestWheel:
    def test_scrolls_the_view_under_the_pointer_without_a_click(self, opened):
        opened.series_panel.list.setFocus()
        wheel(opened.grid.views[0], CENTRE, -1)
        assert opened.session.index == 11
        wheel(opened.grid.views[0], CENTRE, 3)
        assert opened.session.index == 8

    def test_small_turns_of_a_touchpad_add_up(self, opened):
        for _ in range(8):
            wheel(opened.grid.views[0], CENTRE, -0.25)
        assert opened.session.index == 12

    def test_ctrl_zooms_at_the_pointer(self, opened):
        view = opened.grid.views[0]
        before, point = view.transform_now, view.image_point(QPointF(*CENTRE))
        wheel(view, CENTRE, 2, Qt.KeyboardModifier.ControlModifier)
        assert view.transform_now.scale > before.scale
        assert view.image_point(QPointF(*CENTRE)) == pytest.approx(point, abs=0.01)
        assert opened.session.index == 10


class TestDrags:
    def test_left_changes_the_window_in_proportion_to_its_width(self, opened):
        view, before = opened.grid.views[0], opened.feed.frame.default_window
        drag(view, CENTRE, (350, 300))
        after = opened.session.window
        assert after.width == pytest.approx(before.width * math.exp(50 / WINDOW_PIXELS))
        assert after.center == pytest.approx(before.center)

    def test_up_is_brighter_unless_the_user_prefers_the_other(self, opened):
        view, before = opened.grid.views[0], opened.feed.frame.default_window
        drag(view, CENTRE, (300, 260))
        assert opened.session.window.center == pytest.approx(
            before.center - 40 * before.width / WINDOW_PIXELS
        )
        opened.session.reset_window()
        view._settings.up_is_brighter = False
        drag(view, CENTRE, (300, 260))
        assert opened.session.window.center > before.center

    def test_ctrl_is_faster(self, opened):
        view = opened.grid.views[0]
        before = opened.feed.frame.default_window
        drag(view, CENTRE, (320, 300), modifiers=Qt.KeyboardModifier.ControlModifier)
        assert opened.session.window.width == pytest.approx(
            before.width * math.exp(20 * FASTER / WINDOW_PIXELS)
        )

    def test_right_zooms_and_keeps_the_point(self, opened):
        view = opened.grid.views[0]
        before, point = view.transform_now, view.image_point(QPointF(*CENTRE))
        drag(view, CENTRE, (300, 240), Right)
        assert view.transform_now.scale > before.scale
        assert view.image_point(QPointF(*CENTRE)) == pytest.approx(point, abs=0.01)
        assert opened.session.window is None

    @pytest.mark.parametrize(
        ("button", "modifiers"), [(Middle, Plain), (Left, Qt.KeyboardModifier.ShiftModifier)]
    )
    def test_pan_moves_the_image_with_the_pointer(self, opened, button, modifiers):
        view = opened.grid.views[0]
        point = view.image_point(QPointF(*CENTRE))
        drag(view, CENTRE, (340, 275), button, modifiers)
        assert view.image_point(QPointF(340, 275)) == pytest.approx(point, abs=0.01)

    def test_scroll_tool(self, opened):
        opened.session.set_tool(Tool.SCROLL)
        drag(opened.grid.views[0], CENTRE, (300, 300 + 8 * 4))
        assert opened.session.index == 14

    def test_right_click_opens_the_menu_and_a_right_drag_does_not(self, opened):
        view = opened.grid.views[0]
        drag(view, CENTRE, (300, 240), Right)
        assert QApplication.activePopupWidget() is None
        click(view, CENTRE, Right)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()

    def test_double_click_leaves_the_images_alone(self, opened):
        double_click(opened.grid.views[0], CENTRE)
        assert not opened.left.isVisible()
        assert not opened.tabs.isVisible()
        double_click(opened.grid.views[0], CENTRE)
        assert opened.left.isVisible()


class TestPointer:
    def test_value_in_hu_with_column_and_row(self, opened):
        view, frame = opened.grid.views[0], opened.feed.frame
        move(view, CENTRE)
        column, row = (math.floor(v) for v in view.image_point(QPointF(*CENTRE)))
        (first, *_) = view.content().corners.bottom_right
        assert first.startswith(f"({column}, {row})")
        assert f"{frame.values[row, column]:.0f}".replace("-", "−") in first
        assert first.endswith("HU")

    def test_enhanced_beside_original(self, qtbot, opened):
        view = opened.grid.views[0]
        opened.session.set_recipe(CLASSICAL)
        opened.session.set_enabled(True)
        qtbot.waitUntil(lambda: opened.feed.enhanced is not None)
        move(view, CENTRE)
        assert "original" in view.content().corners.bottom_right[0]

    def test_nothing_outside_the_image(self, opened):
        view = opened.grid.views[0]
        opened.session.set_view(ViewTransform(0.2, (256, 256)))
        move(view, (5, 5))
        assert view.content().corners.bottom_right[0].startswith("C ")


def test_slice_that_cannot_be_read_says_which_and_why(qtbot, window, write_dicom):
    good = write_dicom("s/1.dcm", np.zeros((16, 16), np.int16), ImagePositionPatient=[0, 0, 1])
    bad = write_dicom("s/2.dcm", np.zeros((16, 16), np.int16), ImagePositionPatient=[0, 0, 2])
    open_file(qtbot, window, good.parent)
    bad.write_bytes(bad.read_bytes()[:-300])
    window.feed._workshop.cache._frames.clear()
    at = next(n for n, ref in enumerate(window.session.series.frames) if ref.source.path == bad)
    window.session.set_index(1 - at)
    qtbot.waitUntil(lambda: window.feed.idle and window.feed.frame is not None)
    window.feed._workshop.cache._frames.clear()
    window.session.set_index(at)
    qtbot.waitUntil(lambda: window.feed.frame is None)
    message = window.grid.views[0].content().message
    assert message.startswith(f"Slice {at + 1}/2")
    assert window.feed.problem in message != ""
    assert window.message_bar.text.text() == window.feed.problem


def test_window_is_the_same_when_a_series_comes_back(qtbot, opened, demo):
    opened.session.set_window(Window(-600, 1500))
    first = opened.session.series
    drop(opened, demo / "mr")
    qtbot.waitUntil(lambda: opened.session.series.modality == "MR" and not opened.opening.busy)
    opened.session.set_series(next(s for s in opened.session.catalogue.series if s.key == first.key))
    assert opened.session.window == Window(-600, 1500)
