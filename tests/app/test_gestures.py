"""The gain rule of window/level, and zoom and pan, against what they are defined by."""

import pytest

from app.gestures import WINDOW_PIXELS, windowed
from app.state import ViewTransform
from core.window import VoiFunction, Window


class TestWindowDrag:
    @pytest.mark.parametrize("width", [1.5, 80, 400, 60000])
    def test_gain_is_in_proportion_to_the_width(self, width):
        dragged = windowed(Window(0, width, VoiFunction.LINEAR_EXACT), right=20, up=0)
        assert dragged.width / width == pytest.approx(windowed(Window(0, 400), right=20, up=0).width / 400)

    def test_right_is_wider_and_back_is_back(self):
        start = Window(40, 400)
        wider = windowed(start, right=30, up=0)
        assert wider.width > start.width
        assert windowed(wider, right=-30, up=0).width == pytest.approx(start.width)

    def test_up_is_brighter(self):
        start = Window(40, 400)
        assert windowed(start, right=0, up=10).center == pytest.approx(40 - 10 * 400 / WINDOW_PIXELS)

    def test_width_never_leaves_what_the_function_allows(self):
        assert windowed(Window(40, 2), right=-5000, up=0).width == 1.0
        assert windowed(Window(0.1, 0.2, VoiFunction.LINEAR_EXACT), right=-5000, up=0).width > 0

    def test_function_stays_and_name_goes(self):
        dragged = windowed(Window(40, 400, VoiFunction.SIGMOID, "Abdomen"), right=1, up=1)
        assert (dragged.function, dragged.name) == (VoiFunction.SIGMOID, "")


class TestViewTransform:
    def test_fit_shows_all_of_a_plane_with_long_pixels(self):
        view = ViewTransform.fit((100, 50), aspect=3.0, size=(600, 600))
        assert view.scale == pytest.approx(2.0)  # 100 rows · 3 · 2 = 600 screen pixels
        assert view.center == (25, 50)

    def test_point_under_the_pointer_stays(self):
        view, point = ViewTransform(2.0, (100, 80)), (30.0, 60.0)
        for factor in (1.2, 0.5, 7):
            zoomed = view.zoomed(factor, point)
            before = [(p - c) * view.scale for p, c in zip(point, view.center, strict=True)]
            after = [(p - c) * zoomed.scale for p, c in zip(point, zoomed.center, strict=True)]
            assert after == pytest.approx(before)

    def test_zoom_has_limits(self):
        assert ViewTransform(1.0, (0, 0)).zoomed(1e9, (0, 0)).scale == 64
        assert ViewTransform(1.0, (0, 0)).zoomed(1e-9, (0, 0)).scale == 1 / 64

    def test_pan_moves_the_image_with_the_hand(self):
        assert ViewTransform(2.0, (100, 80)).panned(5, -3).center == (95, 83)
