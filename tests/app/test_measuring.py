"""Drawing and editing measurements on the real window, by mouse and keys alone."""

import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from skimage.measure import grid_points_in_poly

from app.measuring.drawing import simplified
from app.measuring.shaping import grips
from app.measuring.text_entry import TextEntry
from app.measuring.tool_button import MeasuringButton
from app.measuring.tools import KINDS
from app.state import Tool
from core.measurement import Kind, Measurement
from tests.app.measuring_window import (
    D_,
    SLOW,
    A,
    B,
    C,
    Keys,
    Shift,
    begin,
    check_label,
    image,
    item_of,
    key,
    only,
    screen,
    settled,
    view_of,
)
from tests.app.mouse import (
    Left,
    Middle,
    Plain,
    click,
    double_click,
    drag,
    drag_to,
    move,
    press,
    release,
    wheel,
)


@pytest.fixture
def opened(qtbot, window, catalogue):
    return begin(qtbot, window, catalogue)


class TestDrawing:
    @pytest.mark.parametrize("letter", [Keys.Key_D, Keys.Key_L])
    def test_distance_by_a_drag(self, opened, letter):
        key(opened, letter)
        drag(view_of(opened), A, B)
        drawn = only(opened)
        (x0, y0), (x1, y1) = image(opened, A), image(opened, B)
        assert drawn.kind is Kind.DISTANCE
        assert drawn.points == (pytest.approx((x0, y0)), pytest.approx((x1, y1)))
        row, column = opened.feed.frame.geometry.spacing
        expected = math.hypot((x1 - x0) * column, (y1 - y0) * row)
        assert item_of(opened, drawn).lines == (f"{expected:.1f} mm",)

    def test_distance_by_two_clicks_follows_the_pointer(self, opened):
        key(opened, Keys.Key_D)
        click(view_of(opened), A)
        move(view_of(opened), C)
        pending = opened.session.measurements.pending
        assert pending.points[1] == pytest.approx(image(opened, C))
        click(view_of(opened), B)
        assert only(opened).points[1] == pytest.approx(image(opened, B))
        assert opened.session.measurements.pending is None

    def test_angle_by_a_drag_and_a_click(self, opened):
        key(opened, Keys.Key_A)
        drag(view_of(opened), A, B)
        click(view_of(opened), C)
        drawn = only(opened)
        first, vertex, last = (np.array(image(opened, p)) for p in (A, B, C))
        legs = first - vertex, last - vertex
        cosine = legs[0] @ legs[1] / np.linalg.norm(legs[0]) / np.linalg.norm(legs[1])
        assert item_of(opened, drawn).lines == (f"{math.degrees(math.acos(cosine)):.1f}°",)

    def test_cobb_by_two_drags(self, opened):
        key(opened, Keys.Key_A, Shift)
        drag(view_of(opened), (150, 250), (250, 260))
        assert opened.session.measurements.items == ()
        drag(view_of(opened), (150, 400), (250, 360))
        expected = math.degrees(math.atan2(10, 100) + math.atan2(40, 100))
        assert item_of(opened, only(opened)).lines == (f"{expected:.1f}°",)

    @pytest.mark.parametrize(("modifier", "kind"), [(Plain, Kind.ELLIPSE), (Shift, Kind.RECTANGLE)])
    def test_regions_are_measured_in_hu(self, qtbot, opened, modifier, kind):
        key(opened, Keys.Key_E, modifier)
        drag(view_of(opened), A, B)
        settled(qtbot, opened)
        drawn, frame = only(opened), opened.feed.frame
        (x0, y0), (x1, y1) = drawn.points
        rows, columns = np.mgrid[: frame.shape[0], : frame.shape[1]] + 0.5
        u, v = 2 * (columns - x0) / (x1 - x0) - 1, 2 * (rows - y0) / (y1 - y0) - 1
        inside = u**2 + v**2 <= 1 if kind is Kind.ELLIPSE else (abs(u) <= 1) & (abs(v) <= 1)
        row, column = frame.geometry.spacing
        size = (x1 - x0) * (y1 - y0) * row * column * (math.pi / 4 if kind is Kind.ELLIPSE else 1)
        check_label(item_of(opened, drawn).lines, size, [frame.values[inside]])

    def test_freehand_is_measured_like_scikit_image_does(self, qtbot, opened):
        key(opened, Keys.Key_F, Shift)
        view, turns = view_of(opened), np.linspace(0, 2 * np.pi, 60)
        path = [(250 + 60 * np.cos(t) + 15 * np.cos(3 * t), 330 + 50 * np.sin(t)) for t in turns]
        move(view, path[0])
        press(view, path[0])
        for place in path[1:]:
            drag_to(view, place)
        release(view, path[-1])
        settled(qtbot, opened)
        drawn, frame = only(opened), opened.feed.frame
        assert 10 < len(drawn.points) < 60, "points on straight lines say nothing"
        corners = np.asarray(drawn.points)
        inside = grid_points_in_poly(frame.shape, corners[:, ::-1] - 0.5)
        x, y = corners.T
        size = abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2 * np.prod(frame.geometry.spacing)
        check_label(item_of(opened, drawn).lines, size, [frame.values[inside]])

    def test_polyline_ends_with_a_double_click(self, opened):
        key(opened, Keys.Key_D, Shift)
        for place in (A, B):
            click(view_of(opened), place)
        double_click(view_of(opened), C)
        points = only(opened).points
        assert points == tuple(pytest.approx(image(opened, p)) for p in (A, B, C))
        assert opened.left.isVisible(), "the double click did not reach the view"

    def test_arrow_with_words(self, qtbot, opened):
        key(opened, Keys.Key_M, Shift)
        drag(view_of(opened), A, B)
        entry = view_of(opened).findChild(TextEntry)
        qtbot.keyClicks(entry, "Lesion? e")
        assert opened.session.tool is Tool.ARROW, "letters go to the text"
        qtbot.keyClick(entry, Keys.Key_Return)
        drawn = only(opened)
        assert (drawn.kind, drawn.name) == (Kind.ARROW, "Lesion? e")
        assert item_of(opened, drawn).lines == ("Lesion? e",)

    def test_text_changed_by_a_double_click(self, qtbot, opened):
        key(opened, Keys.Key_T, Shift)
        click(view_of(opened), A)
        qtbot.keyClicks(view_of(opened).findChild(TextEntry), "cyst")
        qtbot.keyClick(view_of(opened).findChild(TextEntry), Keys.Key_Return)
        assert only(opened).name == "cyst"
        qtbot.waitUntil(lambda: view_of(opened).findChild(TextEntry) is None)
        double_click(view_of(opened), A)
        entry = view_of(opened).findChild(TextEntry)
        assert entry.text() == "cyst"
        entry.selectAll()
        qtbot.keyClicks(entry, "node")
        qtbot.keyClick(entry, Keys.Key_Return)
        assert only(opened).name == "node"

    def test_a_text_without_words_is_none(self, qtbot, opened):
        key(opened, Keys.Key_T, Shift)
        click(view_of(opened), A)
        qtbot.keyClick(view_of(opened).findChild(TextEntry), Keys.Key_Escape)
        assert opened.session.measurements.items == ()
        assert opened.session.measurements.pending is None

    def test_points_stay_inside_the_image(self, opened):
        key(opened, Keys.Key_D)
        drag(view_of(opened), B, (-300.0, 5.0))
        (x, y) = only(opened).points[1]
        assert (x >= 0, y >= 0) == (True, True)
        assert x == 0 or y == 0

    @pytest.mark.parametrize("letter", [Keys.Key_D, Keys.Key_E])
    def test_what_is_drawn_beside_the_image_is_none(self, opened, letter):
        x, y = screen(opened, (0, 0))
        key(opened, letter)
        drag(view_of(opened), (x + 40, y - 40), (x + 40 + 60 * (letter is Keys.Key_E), y - 10))
        assert opened.session.measurements.items == ()
        assert opened.session.measurements.pending is None
        assert opened.session.tool is not Tool.WINDOW, "it can be drawn again"

    def test_shift_and_the_middle_button_still_pan(self, opened):
        key(opened, Keys.Key_D)
        before = opened.session.view
        drag(view_of(opened), A, B, modifiers=Shift)
        shifted = opened.session.view
        assert shifted != before
        drag(view_of(opened), A, B, Middle)
        assert opened.session.view != shifted
        assert opened.session.measurements.items == ()

    def test_draw_once_or_stay(self, opened):
        key(opened, Keys.Key_D)
        drag(view_of(opened), A, B)
        assert opened.session.tool is Tool.WINDOW
        opened.actions_table.by_name["draw_once"].trigger()
        key(opened, Keys.Key_D)
        drag(view_of(opened), C, D_)
        assert opened.session.tool is Tool.DISTANCE
        assert [m.name for m in opened.session.measurements.items] == ["Distance 1", "Distance 2"]

    def test_escape_gives_up_the_drawing_then_the_tool(self, opened):
        key(opened, Keys.Key_A)
        drag(view_of(opened), A, B)
        assert opened.session.measurements.pending is not None
        key(opened, Keys.Key_Escape)
        assert opened.session.measurements.pending is None
        assert opened.session.tool is Tool.ANGLE
        move(view_of(opened), C)
        assert opened.session.measurements.pending is None
        key(opened, Keys.Key_Escape)
        assert opened.session.tool is Tool.WINDOW
        assert opened.session.measurements.items == ()

    def test_another_slice_gives_the_drawing_up(self, qtbot, opened):
        key(opened, Keys.Key_D)
        click(view_of(opened), A)
        wheel(view_of(opened), A, -1)
        qtbot.waitUntil(lambda: opened.session.measurements.pending is None, timeout=SLOW)
        assert opened.session.measurements.items == ()


class TestEditing:
    @pytest.fixture
    def box(self, qtbot, opened):
        key(opened, Keys.Key_E, Shift)
        drag(view_of(opened), (200.0, 220.0), (300.0, 280.0))
        return only(opened)

    def test_move_resize_undo_redo(self, opened, box):
        view, scale = view_of(opened), view_of(opened).transform_now.scale
        drag(view, (200.0, 250.0), (220.0, 265.0))  # the middle of its left edge
        moved = only(opened)
        shift = np.subtract(moved.points, box.points)
        assert shift == pytest.approx(np.array([[20, 15], [20, 15]]) / scale, abs=0.01)
        drag(view, (320.0, 295.0), (350.0, 310.0))  # the lower right handle
        resized = only(opened)
        assert resized.points[0] == moved.points[0]
        assert resized.points[1][0] - moved.points[1][0] == pytest.approx(30 / scale, abs=0.01)
        for expected in (moved, box):
            key(opened, Keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
            assert only(opened) == expected
        key(opened, Keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert opened.session.measurements.items == ()
        for expected in (box, moved, resized):
            key(opened, Keys.Key_Y, Qt.KeyboardModifier.ControlModifier)
            assert only(opened) == expected

    def test_a_corner_pulled_through_the_opposite_one(self, qtbot, opened, box):
        drag(view_of(opened), (200.0, 220.0), (360.0, 330.0))
        settled(qtbot, opened)
        assert only(opened).region.width > 0
        assert len(item_of(opened, only(opened)).lines) == 3

    def test_the_end_of_a_line_is_pulled(self, opened):
        key(opened, Keys.Key_D)
        drag(view_of(opened), A, B)
        begun = only(opened)
        drag(view_of(opened), B, C)
        assert only(opened).points == (begun.points[0], pytest.approx(image(opened, C)))

    def test_a_drag_inside_a_region_still_windows(self, opened, box):
        drag(view_of(opened), (250, 250), (270, 230))
        assert only(opened) == box
        assert opened.session.window is not None

    def test_delete_takes_the_selected_one_else_the_last(self, opened, box):
        key(opened, Keys.Key_D)
        drag(view_of(opened), (350.0, 300.0), (400.0, 380.0))
        click(view_of(opened), (200.0, 250.0))
        assert opened.session.measurements.selected == box.uid
        key(opened, Keys.Key_Delete)
        assert only(opened).kind is Kind.DISTANCE
        key(opened, Keys.Key_Delete)
        assert opened.session.measurements.items == ()

    def test_delete_never_reaches_another_slice(self, qtbot, opened, box):
        opened.session.set_index(opened.session.index + 1)
        qtbot.waitUntil(lambda: opened.feed.frame.key != box.frame, timeout=SLOW)
        key(opened, Keys.Key_Delete)
        key(opened, Keys.Key_Delete, Shift)
        assert only(opened) == box


class TestGrips:
    def test_corners_of_a_box_in_order_round_it(self):
        box = Measurement(Kind.RECTANGLE, ((1, 2), (5, 7)), ("1", 1))
        assert grips(box) == ((1, 2), (5, 2), (5, 7), (1, 7))


class TestSimplifying:
    def path(self, seed):
        turns = np.linspace(0, 2 * np.pi, 90, endpoint=False)
        radius = 60 + np.random.default_rng(seed).normal(0, 1.5, 90).cumsum() % 20
        return tuple(zip(100 + radius * np.cos(turns), 90 + radius * np.sin(turns), strict=True))

    @pytest.mark.parametrize("seed", range(4))
    @pytest.mark.parametrize("tolerance", [0.3, 1.0, 4.0])
    def test_no_point_is_left_further_away_than_allowed(self, seed, tolerance):
        outline = self.path(seed)
        kept = simplified(outline, tolerance)
        line = LineString((*kept, kept[0]))
        assert max(line(point) for point in outline) <= tolerance + 1e-9
        assert 3 <= len(kept) < len(outline)
        assert set(kept) <= set(outline)


class LineString:
    """Distance from a point to a line of straight pieces, by brute force."""

    def __init__(self, points):
        parts = np.linspace(0, 1, 400)[:, None]
        pieces = pairwise(np.asarray(points))
        self._dense = np.concatenate([a + parts * (b - a) for a, b in pieces])

    def __call__(self, point):
        return float(np.hypot(*(self._dense - point).T).min()) - 0.06


class TestToolButton:
    def test_offers_every_tool_and_keeps_the_last_one(self, qtbot, opened):
        button = opened.findChild(MeasuringButton)
        qtbot.mouseClick(button, Left)
        assert opened.session.tool is Tool.DISTANCE
        drag(view_of(opened), A, B)
        assert opened.session.tool is Tool.WINDOW
        assert not button.isChecked()
        key(opened, Keys.Key_F, Shift)
        assert button.defaultAction().objectName() == "tool_freehand"
        assert button.isChecked()
        button.menu().actions()[1].trigger()
        assert opened.session.tool is Tool.ANGLE
        assert button.defaultAction().objectName() == "tool_angle"
        assert len(button.menu().actions()) == len(KINDS)
