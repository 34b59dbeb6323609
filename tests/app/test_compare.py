"""Side by side, split, difference and the held original, in the real window with real events."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from app.compare import Cell, Side, cells
from app.state import Compare, Overlay, ViewTransform
from app.texts import LabelKind
from core.display import SIGNED_COLOURS, signed_limit
from core.recipe import Recipe, Step
from core.window import VoiFunction, Window
from tests.app.mouse import Right, drag, drop, move, wheel

CLASSICAL = Recipe((Step("gaussian", (("sigma", 3.0),)),))


@pytest.mark.parametrize(
    ("compare", "expected"),
    [
        (Compare.SINGLE, (Cell(Side.PROCESSED),)),
        (Compare.SIDE_BY_SIDE, (Cell(Side.ORIGINAL), Cell(Side.PROCESSED))),
        (Compare.SPLIT, (Cell(Side.ORIGINAL, Side.PROCESSED),)),
        (Compare.DIFFERENCE, (Cell(Side.DIFFERENCE),)),
    ],
)
def test_cells(compare, expected):
    assert cells(compare, enhanced=True, held=False) == expected
    for nothing in (cells(compare, enhanced=False, held=False), cells(compare, enhanced=True, held=True)):
        assert {cell.first for cell in nothing} == {Side.ORIGINAL}
        assert len(nothing) == len(expected)


@pytest.fixture
def enhanced(qtbot, window, demo):
    """Open the CT demo and enhance it by a strong blur."""
    drop(window, demo / "ct")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None)
    window.session.set_index(10)
    window.session.set_recipe(CLASSICAL)
    window.session.set_enabled(True)
    settle(qtbot, window)
    return window


def settle(qtbot, window):
    def ready():
        series, index = window.session.series, window.session.index
        assert window.feed.enhanced is not None
        assert window.feed.enhanced.frame.key == series.frames[index].key
        assert window.feed.idle

    qtbot.waitUntil(ready)


def pixels(view) -> np.ndarray:
    """(height, width, 3) of the view without its words."""
    image = view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def bare(window, compare):
    """What the first view shows without words."""
    window.session.set_overlay(Overlay.NONE)
    window.session.set_compare(compare)
    return pixels(window.grid.views[0])


class TestSplit:
    def test_each_side_is_its_own_picture(self, enhanced):
        processed = bare(enhanced, Compare.SINGLE)
        enhanced.session.hold_original(True)
        original = pixels(enhanced.grid.views[0])
        enhanced.session.hold_original(False)
        split = bare(enhanced, Compare.SPLIT)
        middle, below = split.shape[1] // 2, 60  # labels lie above
        left, right = np.s_[below:, : middle - 12], np.s_[below:, middle + 12 :]
        np.testing.assert_allclose(split[left], original[left], atol=1)
        np.testing.assert_allclose(split[right], processed[right], atol=1)
        assert np.abs(original - processed)[right].max() > 50

    def test_line_is_dragged_and_nothing_else_changes(self, enhanced):
        enhanced.session.set_compare(Compare.SPLIT)
        view = enhanced.grid.views[0]
        middle, y = view.width() / 2, view.height() * 0.7
        drag(view, (middle + 3, y), (middle / 2, y + 20))
        assert enhanced.session.split == pytest.approx(0.25, abs=0.01)
        assert (enhanced.session.window, enhanced.session.view) == (None, None)

    def test_turned_line_is_dragged_up_and_down(self, enhanced):
        enhanced.session.set_compare(Compare.SPLIT)
        enhanced.session.set_split_vertical(False)
        view = enhanced.grid.views[0]
        middle, x = view.height() / 2, view.width() * 0.3
        drag(view, (x, middle), (x + 30, middle * 1.5))
        assert enhanced.session.split == pytest.approx(0.75, abs=0.01)

    def test_stays_live_while_scrolling_zooming_and_windowing(self, qtbot, enhanced):
        view, session = enhanced.grid.views[0], enhanced.session
        session.set_compare(Compare.SPLIT)
        session.set_overlay(Overlay.NONE)
        looks = [pixels(view)]
        for act in (
            lambda: wheel(view, (200, 300), -1),
            lambda: drag(view, (200, 300), (200, 250), Right),
            lambda: drag(view, (200, 300), (260, 300)),
        ):
            act()
            settle(qtbot, enhanced)
            looks.append(pixels(view))
            assert view.cell == Cell(Side.ORIGINAL, Side.PROCESSED)
            middle = view.width() // 2
            for part in (slice(60, middle - 12), slice(middle + 12, None)):
                assert not np.array_equal(looks[-1][60:, part], looks[-2][60:, part])
        assert session.split == 0.5

    def test_both_sides_are_labelled_and_pointed_at(self, enhanced):
        enhanced.session.set_compare(Compare.SPLIT)
        view = enhanced.grid.views[0]
        content = view.content()
        assert [label.text for label in content.labels_left] == ["ORIGINAL"]
        assert content.labels_right[0].kind is LabelKind.PROCESSED
        move(view, (view.width() * 0.25, 400))
        assert "original" not in view.content().corners.bottom_right[0]
        move(view, (view.width() * 0.75, 400))
        assert "original" in view.content().corners.bottom_right[0]


class TestSideBySide:
    def test_views_are_linked(self, qtbot, enhanced):
        enhanced.session.set_compare(Compare.SIDE_BY_SIDE)
        left, right = enhanced.grid.views
        qtbot.waitUntil(right.isVisible)
        qtbot.waitUntil(lambda: abs(left.width() - right.width()) <= 1)
        wheel(right, (100, 300), -1)
        settle(qtbot, enhanced)
        drag(left, (100, 300), (100, 250), Right)
        drag(right, (100, 300), (150, 290), Qt.MouseButton.MiddleButton)
        drag(right, (100, 300), (130, 300))
        assert left.content().corners.bottom_left == right.content().corners.bottom_left
        assert left.content().corners.bottom_right[1:] == right.content().corners.bottom_right[1:]
        here, there = (view.image_point(QPointF(120, 200)) for view in (left, right))
        assert here == pytest.approx(there, abs=1)
        assert [view.cell.first for view in (left, right)] == [Side.ORIGINAL, Side.PROCESSED]
        assert not np.array_equal(pixels(left)[100:-100, :300], pixels(right)[100:-100, :300])

    def test_both_tell_the_value_under_the_one_pointer(self, enhanced):
        enhanced.session.set_compare(Compare.SIDE_BY_SIDE)
        left, right = enhanced.grid.views
        move(right, (100, 300))
        here, there = (view.content().corners.bottom_right[0] for view in (left, right))
        assert here.split("  ")[0] == there.split("  ")[0]
        assert there.endswith(here.split("  ")[1].removesuffix(" HU"))

    def test_both_are_labelled(self, enhanced):
        enhanced.session.set_compare(Compare.SIDE_BY_SIDE)
        left, right = enhanced.grid.views
        assert left.content().labels_left[0].kind is LabelKind.ORIGINAL
        assert right.content().labels_left[0].kind is LabelKind.PROCESSED


class TestDifference:
    def test_colours_are_the_signed_values(self, enhanced):
        view, session = enhanced.grid.views[0], enhanced.session
        session.set_view(ViewTransform(8.0, (256, 256)))
        bare(enhanced, Compare.DIFFERENCE)
        done = enhanced.feed.enhanced
        difference = done.image - done.frame.values
        limit = signed_limit(done.full - done.frame.values)
        image = view.grab().toImage()
        for column, row in ((230, 240), (250, 260), (262, 235), (270, 270)):
            at = view._box.mapViewToScene(QPointF(column + 0.5, row + 0.5))
            colour = image.pixelColor(at.toPoint())
            expected = SIGNED_COLOURS[round((np.clip(difference[row, column] / limit, -1, 1) + 1) * 128)]
            np.testing.assert_allclose([colour.red(), colour.green(), colour.blue()], expected, atol=14)

    def test_strength_changes_colours_and_not_the_scale(self, enhanced):
        enhanced.session.set_compare(Compare.DIFFERENCE)
        before, bar = bare(enhanced, Compare.DIFFERENCE), enhanced.grid.views[0].content().colour_bar
        enhanced.session.set_strength(0.2)
        after = pixels(enhanced.grid.views[0])
        assert enhanced.grid.views[0].content().colour_bar == bar
        assert bar.units == "HU"
        colourful = [np.ptp(look[60:], axis=2).mean() for look in (before, after)]
        assert colourful[1] < colourful[0] / 2


class TestRadiograph:
    """A letter of lead in a corner says which side is which; no label may lie on it."""

    def boxes(self, view, monkeypatch):
        drawn = []
        monkeypatch.setattr("app.label_boxes.draw_label", lambda _p, box, *_: drawn.append(QRectF(box)))
        view.grab()
        return drawn

    @pytest.mark.parametrize("mirrored", [False, True])
    @pytest.mark.parametrize("compare", [Compare.SINGLE, Compare.SPLIT])
    def test_labels_keep_off_the_letter(self, qtbot, window, demo, monkeypatch, compare, mirrored):
        session, view = window.session, window.grid.views[0]
        drop(window, demo / "dx")
        qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None)
        session.use_recipe(CLASSICAL)
        session.set_compare(compare)
        settle(qtbot, window)
        if mirrored:
            QTest.keyClick(view, Qt.Key.Key_H)
        values = window.feed.frame.values
        rows, columns = np.nonzero(values[:120, 820:] > 200)
        corners = ((columns.min() + 820, rows.min()), (columns.max() + 821, rows.max() + 1))
        letter = QRectF(*(view.box.mapViewToScene(QPointF(*corner)) for corner in corners)).normalized()
        assert 10 < letter.width() < 120, "the demo's L"
        found = self.boxes(view, monkeypatch)
        assert len(found) >= (2 if compare is Compare.SPLIT else 1)
        assert not [box for box in found if box.intersects(letter)]
        assert all(QRectF(view.rect()).contains(box) for box in found), "moved, and never hidden"


class TestOriginal:
    @pytest.mark.parametrize("compare", list(Compare))
    def test_space_shows_it_everywhere_while_held(self, qtbot, enhanced, compare):
        enhanced.session.set_compare(compare)
        view = enhanced.grid.views[0]
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        qtbot.keyPress(view, Qt.Key.Key_Space)
        visible = [v for v in enhanced.grid.views if v.isVisible()]
        for shown in visible:
            assert shown.cell == Cell(Side.ORIGINAL)
            assert [label.text for label in shown.content().labels_left] == ["ORIGINAL"]
        qtbot.keyRelease(view, Qt.Key.Key_Space)
        assert not enhanced.session.original_held
        assert any(Side.ORIGINAL is not v.cell.first or v.cell.second for v in visible)

    def test_space_ends_with_the_focus(self, qtbot, enhanced):
        view = enhanced.grid.views[0]
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        qtbot.keyPress(view, Qt.Key.Key_Space)
        enhanced.series_panel.list.setFocus()
        assert not enhanced.session.original_held

    def test_strength_blends_without_running_anything(self, qtbot, enhanced):
        computed = enhanced.feed.enhanced.full
        enhanced.session.set_window(Window(0, 6000, VoiFunction.LINEAR_EXACT))  # clips nothing
        looks = []
        for strength in (0.0, 0.5, 1.0):
            enhanced.session.set_strength(strength)
            assert not enhanced.feed.busy
            assert enhanced.feed.enhanced.full is computed
            looks.append(bare(enhanced, Compare.SINGLE)[60:])
        np.testing.assert_allclose((looks[0] + looks[2]) / 2, looks[1], atol=2)
        enhanced.session.hold_original(True)
        np.testing.assert_array_equal(bare(enhanced, Compare.SINGLE)[60:], looks[0])


@pytest.mark.parametrize("overlay", list(Overlay))
@pytest.mark.parametrize("compare", list(Compare))
def test_no_setting_hides_the_processed_label(enhanced, overlay, compare):
    enhanced.session.set_compare(compare)
    enhanced.session.set_overlay(overlay)
    enhanced.session.set_window(Window(0, 100))
    enhanced.session.set_inverted(True)
    enhanced.session.set_view(ViewTransform(20, (5, 5)))
    view = enhanced.grid.views[1 if compare is Compare.SIDE_BY_SIDE else 0]
    labels = (*view.content().labels_left, *view.content().labels_right)
    assert any(label.text == enhanced.feed.enhanced.label(1.0) for label in labels)
    amber = np.all(np.abs(pixels(view)[:70] - (245, 166, 35)) < 3, axis=2)
    assert amber.sum() > 1000
