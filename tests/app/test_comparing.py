"""Blend, flicker, lens, loupe and a pinned method, in the real window with real events."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from app.compare import Cell, Side
from app.state import Compare, Overlay, ViewTransform
from app.texts import LabelKind
from core.display import signed_limit
from core.recipe import Recipe, Step
from core.window import VoiFunction, Window
from tests.app.mouse import drag, drop, move, wheel

BLUR = Recipe((Step("gaussian", (("sigma", 3.0),)),))
MEDIAN = Recipe((Step("median"),))
WIDE = Window(0, 6000, VoiFunction.LINEAR_EXACT)
"""Clips nothing, so that what is shown is in proportion to the values."""
BELOW = 110
"""Labels lie above."""


@pytest.fixture
def enhanced(qtbot, window, demo):
    """Show a slice of the CT demo, blurred, without words, with the keys."""
    drop(window, demo / "ct")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
    window.session.set_index(10)
    window.session.use_recipe(BLUR)
    window.session.set_overlay(Overlay.NONE)
    window.session.set_window(WIDE)
    settle(qtbot, window)
    view = window.grid.views[0]
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return window


def settle(qtbot, window):
    def ready():
        session, feed = window.session, window.feed
        assert feed.idle
        assert feed.enhanced is not None
        assert feed.enhanced.frame.key == session.series.frames[session.index].key

    qtbot.waitUntil(ready, timeout=20_000)


def pixels(view) -> np.ndarray:
    """(height, width) of the green in a view, below its labels."""
    image = view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[BELOW:, 1 : 3 * image.width() : 3].astype(int)


def texts(labels) -> list[str]:
    return [label.text for label in labels]


def both(window) -> tuple[np.ndarray, np.ndarray]:
    """Original and enhanced, each alone."""
    session, view = window.session, window.grid.views[0]
    session.set_compare(Compare.SINGLE)
    after = pixels(view)
    session.hold_original(True)
    before = pixels(view)
    session.hold_original(False)
    return before, after


class TestBlend:
    @pytest.mark.parametrize(("keys", "mix"), [("", 0.5), ("[[", 0.3), ("]]]", 0.8), ("[[[[[[", 0.0)])
    def test_is_the_mean_of_both_pictures(self, qtbot, enhanced, keys, mix):
        session, view = enhanced.session, enhanced.grid.views[0]
        session.set_window(Window(40, 4000, VoiFunction.LINEAR_EXACT))
        before, after = both(enhanced)
        qtbot.keyClick(view, Qt.Key.Key_B)
        qtbot.keyClicks(view, keys)
        assert session.compare is Compare.BLEND
        assert session.comparing.mix == pytest.approx(mix)
        # Each of the three pictures is rounded to grey levels, and rounded again between pixels.
        expected = before + mix * (after - before)
        np.testing.assert_allclose(pixels(view), expected, atol=2.6)
        assert np.abs(pixels(view) - expected).mean() < 0.4
        first, second = view.content().labels_left
        assert f"{100 * mix:.0f} %" in first.text
        assert second.text == enhanced.feed.enhanced.label(1.0)

    def test_the_slider_is_dragged_and_the_pointer_tells_the_value(self, qtbot, enhanced):
        view, bar = enhanced.grid.views[0], enhanced.looking.comparing_bar
        assert not bar.slider.isVisible()
        qtbot.keyClick(view, Qt.Key.Key_B)
        qtbot.waitUntil(bar.slider.isVisible)
        slider, y = bar.slider, bar.slider.height() // 2
        for act, x in (
            (qtbot.mousePress, slider.width() // 2),
            (qtbot.mouseMove, slider.width() // 2),
            (qtbot.mouseMove, slider.width() // 4),
        ):
            place = slider.rect().topLeft() + QPointF(x, y).toPoint()
            act(slider, Qt.MouseButton.LeftButton, pos=place) if act is qtbot.mousePress else act(
                slider, place
            )
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton)
        mix = enhanced.session.comparing.mix
        assert mix != 0.5
        assert bar.value.text().startswith(f"{round(100 * mix)} %")
        pictures, frame = view._pictures, enhanced.feed.frame
        before, after = float(frame.values[200, 300]), float(enhanced.feed.enhanced.image[200, 300])
        assert pictures.value(Side.BLEND, 200, 300) == pytest.approx(
            before + mix * (after - before), rel=1e-5
        )


class TestFlicker:
    def test_shows_one_and_then_the_other_and_says_which(self, qtbot, enhanced):
        view, session = enhanced.grid.views[0], enhanced.session
        before, after = both(enhanced)
        qtbot.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
        session.comparing.set_rate(10)
        seen = set()

        def both_seen():
            shown = view.cell.first
            seen.add(shown)
            np.testing.assert_array_equal(pixels(view), before if shown is Side.ORIGINAL else after)
            kind = LabelKind.ORIGINAL if shown is Side.ORIGINAL else LabelKind.PROCESSED
            assert [label.kind for label in view.content().labels_left] == [kind]
            assert seen == {Side.ORIGINAL, Side.PROCESSED}

        qtbot.waitUntil(both_seen, timeout=10_000)

    def test_stops_when_nobody_looks_at_it(self, qtbot, enhanced):
        comparing = enhanced.session.comparing
        enhanced.session.set_compare(Compare.FLICKER)
        assert comparing._timer.isActive()
        enhanced.session.set_compare(Compare.SINGLE)
        assert not comparing._timer.isActive()
        assert not comparing.turned

    def test_its_pace_is_set_by_key(self, qtbot, enhanced):
        view, comparing = enhanced.grid.views[0], enhanced.session.comparing
        enhanced.session.set_compare(Compare.FLICKER)
        before = comparing.rate
        qtbot.keyClicks(view, "]]")
        assert comparing.rate == pytest.approx(before * 1.25**2)
        assert comparing._timer.interval() == round(1000 / comparing.rate)


class TestLens:
    def test_shows_the_original_under_the_pointer_and_nowhere_else(self, qtbot, enhanced):
        view = enhanced.grid.views[0]
        before, after = both(enhanced)
        qtbot.keyClick(view, Qt.Key.Key_O)
        at = view.width() / 2 + 20, view.height() / 2 + 10
        move(view, at)
        shown, radius = pixels(view), enhanced.session.comparing.radius
        rows, columns = np.indices(shown.shape)
        away = np.hypot(columns + 0.5 - at[0], rows + 0.5 + BELOW - at[1])
        inside, outside = away < radius - 4, away > radius + 60  # the lens' label lies around it
        np.testing.assert_allclose(shown[inside], before[inside], atol=1)
        np.testing.assert_allclose(shown[outside], after[outside], atol=1)
        assert np.abs(before - after)[inside].max() > 20
        content = view.content()
        assert texts(content.labels_left) == [enhanced.feed.enhanced.label(1.0)]
        assert [texts(ring.labels) for ring in content.rings] == [["ORIGINAL"]]

    def test_shift_and_wheel_make_it_larger_and_it_goes_with_the_pointer(self, enhanced):
        view, session = enhanced.grid.views[0], enhanced.session
        session.set_compare(Compare.LENS)
        radius, index = session.comparing.radius, session.index
        wheel(view, (300, 300), 2, Qt.KeyboardModifier.ShiftModifier)
        assert session.comparing.radius > radius
        assert session.index == index
        move(view, (200, 300))
        (ring,) = view.content().rings
        assert (ring.center.x(), ring.center.y()) == pytest.approx((200, 300), abs=0.01)


class TestLoupe:
    def test_magnifies_what_is_under_the_pointer(self, qtbot, enhanced):
        view, session = enhanced.grid.views[0], enhanced.session
        session.set_window(Window(40, 400))
        session.hold_original(True)
        at = view.width() // 2, view.height() // 2
        # In a view of odd size the pointer is half a pixel beside the middle, about which the view is zoomed.
        x, y = (middle - size / 2 for middle, size in zip(at, (view.width(), view.height()), strict=True))
        session.set_view(ViewTransform(3.0, (250.0 + x * 2 / 3, 300.0 + y * 2 / 3)))
        large = pixels(view)
        session.set_view(ViewTransform(1.0, (250.0, 300.0)))
        qtbot.keyClick(view, Qt.Key.Key_M)
        move(view, at)
        shown = pixels(view)
        part = np.s_[at[1] - BELOW - 60 : at[1] - BELOW + 60, at[0] - 60 : at[0] + 60]
        np.testing.assert_allclose(shown[part], large[part], atol=25)
        assert np.abs(shown[part] - large[part]).mean() < 2
        qtbot.keyClick(view, Qt.Key.Key_M)
        assert view.content().rings == ()


class TestPinned:
    @pytest.fixture
    def rivals(self, qtbot, enhanced):
        """Pin the blur by key, then choose a median."""
        view = enhanced.grid.views[0]
        qtbot.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
        enhanced.session.set_recipe(MEDIAN)
        enhanced.session.set_compare(Compare.SPLIT)
        qtbot.waitUntil(lambda: enhanced.feed.active.rival.enhanced is not None)
        settle(qtbot, enhanced)
        return enhanced

    def test_two_methods_lie_beside_the_line_each_under_its_name(self, qtbot, rivals):
        view, feed = rivals.grid.views[0], rivals.feed
        assert view.cell == Cell(Side.RIVAL, Side.PROCESSED)
        (left,), (right,) = view.content().labels_left, view.content().labels_right
        blur = feed.active.rival.enhanced
        assert left.text == f"PINNED · {blur.label(1.0)}"
        assert right.text == feed.enhanced.label(1.0)
        assert left.kind is right.kind is LabelKind.PROCESSED
        expected = rivals.feed.pipeline.recall(feed.frame, BLUR).image
        np.testing.assert_array_equal(blur.image, expected)
        assert view._pictures.value(Side.RIVAL, 250, 250) == pytest.approx(float(expected[250, 250]))

    def test_stays_alive_while_scrolling(self, qtbot, rivals):
        view, feed = rivals.grid.views[0], rivals.feed
        wheel(view, (200, 300), -1)
        settle(qtbot, rivals)
        qtbot.waitUntil(lambda: feed.active.rival.enhanced is not None)
        assert feed.active.rival.enhanced.frame.key == feed.frame.key

    @pytest.mark.parametrize("compare", [Compare.SPLIT, Compare.DIFFERENCE])
    def test_what_is_at_hand_is_painted_as_it_was(self, qtbot, rivals, compare):
        """Both results of the slice are remembered when the user comes back to it."""
        view = rivals.grid.views[0]
        rivals.session.set_compare(compare)
        settle(qtbot, rivals)
        move(view, (200, 300))
        before = pixels(view)
        wheel(view, (200, 300), -1)
        assert (pixels(view) != before).any()
        wheel(view, (200, 300), 1)
        np.testing.assert_array_equal(pixels(view), before)

    def test_their_difference_is_that_of_the_two(self, qtbot, rivals):
        view, feed = rivals.grid.views[0], rivals.feed
        rivals.session.set_compare(Compare.DIFFERENCE)
        difference = feed.enhanced.image - feed.active.rival.enhanced.image
        assert view._pictures.difference_limit == signed_limit(difference)
        assert view._pictures.value(Side.DIFFERENCE, 250, 250) == pytest.approx(
            float(difference[250, 250]), abs=1e-3
        )
        assert texts(view.content().labels_left)[0] == "DIFFERENCE · enhanced − pinned"
        assert len(view.content().labels_left) == 3

    def test_space_still_shows_the_original(self, qtbot, rivals):
        view = rivals.grid.views[0]
        qtbot.keyPress(view, Qt.Key.Key_Space)
        assert view.cell == Cell(Side.ORIGINAL)
        assert texts(view.content().labels_left) == ["ORIGINAL"]
        qtbot.keyRelease(view, Qt.Key.Key_Space)

    def test_the_bar_goes_back_to_the_original(self, qtbot, rivals):
        other = rivals.looking.comparing_bar.other
        assert (other.count(), other.currentIndex()) == (2, 1)
        assert "Gaussian" in other.currentText()
        other.setFocus()
        qtbot.keyClick(other, Qt.Key.Key_Home)
        assert rivals.session.cells.active.rival is None
        assert rivals.grid.views[0].cell == Cell(Side.ORIGINAL, Side.PROCESSED)
        assert rivals.feed.active.rival.enhanced is None


@pytest.mark.parametrize("vertical", [True, False])
def test_nothing_lies_on_the_split_line(enhanced, vertical):
    """Letters and scale bar make room: the line runs through from edge to edge in one colour."""
    session, view = enhanced.session, enhanced.grid.views[0]
    session.set_compare(Compare.SPLIT)
    session.set_split_vertical(vertical)

    def line() -> np.ndarray:
        image = view.grab().toImage()
        if vertical:
            return np.array([image.pixelColor(view.width() // 2, y).red() for y in range(view.height())])
        return np.array([image.pixelColor(x, view.height() // 2).red() for x in range(view.width())])

    bare = line()
    session.set_overlay(Overlay.FULL)
    labels = slice(BELOW if vertical else 0, None)
    np.testing.assert_array_equal(line()[labels], bare[labels])
    assert view.content().scale_bar is not None
    drag(view, (view.width() / 2, view.height() / 2), (view.width() / 3, view.height() / 3))
    assert session.split == pytest.approx(1 / 3, abs=0.02)
