"""Measurements on their slices, in turned views, in the panel; on the real window."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit

from app.measuring.places import Place, Places
from app.orientation import Orientation
from app.planes.volumes import Volumes
from app.state import Compare
from core.dicom.decode import read_frame
from core.measurement import Kind
from core.planes import Plane, View, cut, uid_of
from core.stop import Stop
from core.volume import build
from tests.app.measuring_window import (
    GAUSSIAN,
    SLOW,
    A,
    B,
    Keys,
    Shift,
    begin,
    check_label,
    item_of,
    key,
    only,
    screen,
    settled,
    show,
    view_of,
)
from tests.app.mouse import (
    Left,
    drag,
    drag_to,
    drop,
    move,
    press,
    release,
)


@pytest.fixture
def opened(qtbot, window, catalogue):
    return begin(qtbot, window, catalogue)


class TestFrames:
    def test_shown_on_its_own_slice_alone(self, qtbot, opened):
        key(opened, Keys.Key_D)
        drag(view_of(opened), A, B)
        drawn, index = only(opened), opened.session.index
        assert drawn.frame == opened.feed.frame.key
        opened.session.set_index(index + 1)
        qtbot.waitUntil(lambda: opened.feed.frame.key != drawn.frame, timeout=SLOW)
        assert opened.measuring.layers[0].items == {}
        opened.session.set_index(index)
        qtbot.waitUntil(lambda: drawn.uid in opened.measuring.layers[0].items, timeout=SLOW)

    def test_before_and_after_in_one_row_in_both_views(self, qtbot, opened):
        opened.session.set_compare(Compare.SIDE_BY_SIDE)
        opened.session.use_recipe(GAUSSIAN)
        qtbot.waitUntil(lambda: opened.feed.enhanced is not None, timeout=SLOW)
        key(opened, Keys.Key_E, Shift)
        drag(view_of(opened), A, B)
        settled(qtbot, opened)
        drawn, frame = only(opened), opened.feed.frame
        inside = drawn.region.mask(frame.shape)
        both = [frame.values[inside], opened.feed.enhanced.image[inside]]
        for layer in opened.measuring.layers[:2]:
            check_label(layer.items[drawn.uid].lines, None, both)

    def test_a_change_of_strength_changes_the_label(self, qtbot, opened):
        opened.session.use_recipe(GAUSSIAN)
        qtbot.waitUntil(lambda: opened.feed.enhanced is not None, timeout=SLOW)
        key(opened, Keys.Key_E, Shift)
        drag(view_of(opened), A, B)
        settled(qtbot, opened)
        before = item_of(opened, only(opened)).lines
        opened.session.set_strength(0.2)
        qtbot.waitUntil(lambda: item_of(opened, only(opened)).lines != before, timeout=SLOW)
        opened.session.set_enabled(False)
        qtbot.waitUntil(lambda: "→" not in item_of(opened, only(opened)).lines[1], timeout=SLOW)

    def test_millimetres_at_the_detector_are_called_so(self, qtbot, opened, catalogue):
        show(qtbot, opened, catalogue, "DX")
        key(opened, Keys.Key_D)
        drag(view_of(opened), A, B)
        assert item_of(opened, only(opened)).lines[0].endswith(" mm at detector")
        key(opened, Keys.Key_E, Shift)
        drag(view_of(opened), (330.0, 240.0), (220.0, 420.0))
        region = next(m for m in opened.session.measurements.items if m.kind is Kind.RECTANGLE)
        qtbot.waitUntil(lambda: item_of(opened, region).lines != (), timeout=SLOW)
        assert item_of(opened, region).lines[0].endswith(" mm² at detector")

    def test_pixels_without_spacing(self, qtbot, window, write_dicom):
        values = np.arange(90 * 120, dtype=np.int16).reshape(90, 120)
        drop(window, write_dicom("bare/1.dcm", values))
        qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=SLOW)
        key(window, Keys.Key_D)
        drag(view_of(window), A, B)
        ((x0, y0), (x1, y1)) = only(window).points
        assert item_of(window, only(window)).lines == (f"{math.hypot(x1 - x0, y1 - y0):.1f} px",)
        key(window, Keys.Key_E, Shift)
        drag(view_of(window), (300.0, 250.0), (380.0, 320.0))
        settled(qtbot, window)
        ((x0, y0), (x1, y1)) = window.session.measurements.items[1].points
        area, unit = item_of(window, window.session.measurements.items[1]).lines[0].split()
        assert (float(area), unit) == (pytest.approx((x1 - x0) * (y1 - y0), rel=1e-3), "px²")

    def test_a_long_pixel_is_drawn_and_measured_long(self, qtbot, opened):
        geometry = replace(opened.feed.frame.geometry, spacing=(2.0, 0.5))
        long = replace(opened.feed.frame, geometry=geometry)
        feed = opened.feed.active
        feed.frame = long
        feed.frameChanged.emit(long)
        key(opened, Keys.Key_D)
        middle, height = view_of(opened).width() / 2, view_of(opened).height()
        drag(view_of(opened), (middle, height / 2 - 60), (middle, height / 2 + 60))
        drag_mm = 120 / view_of(opened).transform_now.scale * 0.5
        label = item_of(opened, only(opened)).lines[0]
        assert float(label.split()[0]) == pytest.approx(drag_mm, rel=0.01)
        item = item_of(opened, only(opened))
        assert item.shape().contains(item.mapFromScene(QPointF(middle, height / 2)))


ORIENTATIONS = [Orientation(quarters, mirrored) for quarters in range(4) for mirrored in (False, True)]


@pytest.mark.parametrize("orientation", ORIENTATIONS, ids=str)
class TestTurnedViews:
    """However the image is turned and mirrored, the same pixels are measured where the hand drew."""

    @pytest.fixture
    def turned(self, opened, orientation):
        geometry = replace(opened.feed.frame.geometry, spacing=(1.5, 0.75))
        frame = replace(opened.feed.frame, geometry=geometry)
        opened.session.cells.active.set_orientation(orientation)
        opened.feed.active.frame = frame
        opened.feed.active.frameChanged.emit(frame)
        return opened

    def point(self, window, place):
        """Return the image point at a place on the screen, from zoom, middle and orientation alone."""
        view = view_of(window)
        seen = view.transform_now
        (a, b), (c, d) = window.session.cells.active.orientation.matrix
        right, down = place[0] - view.width() / 2, place[1] - view.height() / 2
        across, along = (a * right + c * down) / seen.scale, (b * right + d * down) / (seen.scale * 2.0)
        return seen.center[0] + across, seen.center[1] + along

    def test_region(self, qtbot, turned):
        key(turned, Keys.Key_E, Shift)
        drag(view_of(turned), (280.0, 280.0), (330.0, 340.0))
        settled(qtbot, turned)
        drawn, frame = only(turned), turned.feed.frame
        corners = [self.point(turned, place) for place in ((280.0, 280.0), (330.0, 340.0))]
        assert np.sort(drawn.points, axis=0) == pytest.approx(np.sort(corners, axis=0), abs=0.01)
        (x0, y0), (x1, y1) = np.sort(corners, axis=0)
        rows, columns = np.mgrid[: frame.shape[0], : frame.shape[1]] + 0.5
        inside = (rows >= y0) & (rows <= y1) & (columns >= x0) & (columns <= x1)
        check_label(item_of(turned, drawn).lines, (x1 - x0) * (y1 - y0) * 1.5 * 0.75, [frame.values[inside]])

    def test_distance_is_drawn_and_pulled_where_the_hand_is(self, turned):
        key(turned, Keys.Key_D)
        start, end, further = (280.0, 280.0), (340.0, 280.0), (340.0, 330.0)
        drag(view_of(turned), start, end)
        scale = view_of(turned).transform_now.scale
        label = item_of(turned, only(turned)).lines[0]
        assert float(label.split()[0]) == pytest.approx(60 / scale * 0.75, rel=0.01)
        drag(view_of(turned), end, further)
        moved = only(turned)
        assert moved.points == tuple(pytest.approx(self.point(turned, p), abs=0.01) for p in (start, further))

    def test_moved_along_the_screen(self, turned):
        key(turned, Keys.Key_D)
        drag(view_of(turned), (250.0, 280.0), (350.0, 280.0))
        drag(view_of(turned), (300.0, 280.0), (310.0, 300.0))
        expected = [self.point(turned, place) for place in ((260.0, 300.0), (360.0, 300.0))]
        assert np.asarray(only(turned).points) == pytest.approx(np.asarray(expected), abs=0.01)


class TestLabels:
    def boxes(self, window):
        view, labels = view_of(window), window.measuring.layers[0].labels
        found = labels.boxes(QRectF(view.rect()), labels.sceneTransform(), QFontMetricsF(view.font()))
        return [(words.badge, box) for words, box in found]

    def test_none_lies_on_another(self, qtbot, opened):
        """Six lines that end side by side: each label keeps to itself, and near its line."""
        for n in range(6):
            key(opened, Keys.Key_D)
            drag(view_of(opened), (150 + 40 * n, 420), (200 + 14 * n, 300 + 7 * n))
        found = self.boxes(opened)
        assert {badge for badge, _ in found} == set("123456")
        pairs = itertools.combinations([box for _, box in found], 2)
        assert not any(a.intersects(b) for a, b in pairs)
        for badge, box in found:
            x, y = screen(opened, opened.session.measurements.items[int(badge) - 1].points[1])
            assert QRectF(view_of(opened).rect()).contains(box)
            assert box.adjusted(-60, -60, 60, 60).contains(QPointF(x, y))

    def test_what_is_looked_at_has_the_best_place(self, opened):
        for y in (300, 315):
            key(opened, Keys.Key_D)
            drag(view_of(opened), (150, y + 120), (250, y))
        first, second = opened.session.measurements.items
        for selected, badge in ((first, "1"), (second, "2")):
            opened.session.measurements.select(selected.uid)
            best = dict(self.boxes(opened))[badge]
            x, y = screen(opened, selected.points[1])
            assert best.left() == pytest.approx(x + 10, abs=0.5)
            assert best.center().y() == pytest.approx(y, abs=0.5)

    def test_clear_of_the_texts_in_the_corners(self, qtbot, opened):
        view = view_of(opened)
        written = view.written
        assert len(written) > 6
        for aside, box in ((0, written[0]), (30, written[-1])):
            key(opened, Keys.Key_D)
            start = view.width() / 2 + aside, view.height() / 2
            drag(view, start, (max(box.left() - 20, 30), box.center().y()))
        qtbot.waitUntil(lambda: len(view.written) >= len(written))
        assert len(self.boxes(opened)) == 2
        for _, label in self.boxes(opened):
            assert not any(label.intersects(box) for box in view.written)

    def test_the_split_line_runs_through_no_label(self, qtbot, opened):
        opened.session.use_recipe(GAUSSIAN)
        opened.session.set_compare(Compare.SPLIT)
        qtbot.waitUntil(lambda: opened.feed.enhanced is not None, timeout=SLOW)
        view = view_of(opened)
        middle = view.width() / 2
        view.grab()
        key(opened, Keys.Key_E)
        drag(view, (middle - 110, 250), (middle - 40, 320))
        settled(qtbot, opened)
        ((_, label),) = self.boxes(opened)
        assert label.right() < middle or label.left() > middle

    def test_at_the_edge_it_stays_in_the_view(self, opened):
        view = view_of(opened)
        key(opened, Keys.Key_D)
        drag(view, (view.width() - 150, 300), (view.width() - 5, 330))
        ((_, box),) = self.boxes(opened)
        assert QRectF(view.rect()).contains(box)


class TestPanel:
    @pytest.fixture
    def measured(self, qtbot, opened):
        """A distance on one slice, an ellipse three further."""
        key(opened, Keys.Key_D)
        drag(view_of(opened), A, B)
        index = opened.session.index
        opened.session.set_index(index + 3)
        key_of = opened.session.series.frames[index + 3].key
        qtbot.waitUntil(lambda: opened.feed.frame.key == key_of, timeout=SLOW)
        key(opened, Keys.Key_E)
        drag(view_of(opened), A, B)
        table = opened.metrics_panel.measurements.table
        qtbot.waitUntil(lambda: table.rowCount() == 2 and table.item(1, 3).text() != "…", timeout=SLOW)
        return table

    def test_lists_all_slices_and_a_click_goes_there(self, qtbot, opened, measured):
        first, _ = opened.session.measurements.items
        assert [measured.item(r, 1).text() for r in range(2)] == ["Distance 1", "Ellipse 1"]
        slices = [int(measured.item(r, 2).text()) for r in range(2)]
        assert slices[1] - slices[0] == 3
        assert measured.item(0, 3).text().endswith(" mm")
        assert measured.item(1, 3).text().endswith(" mm²")
        place = measured.visualItemRect(measured.item(0, 3)).center()
        qtbot.mouseClick(measured.viewport(), Left, pos=place)
        qtbot.waitUntil(lambda: opened.feed.frame.key == first.frame, timeout=SLOW)
        assert opened.session.measurements.selected == first.uid

    def test_names_can_be_typed_and_undone(self, qtbot, opened, measured):
        place = measured.visualItemRect(measured.item(0, 1)).center()
        qtbot.mouseClick(measured.viewport(), Left, pos=place)
        qtbot.mouseDClick(measured.viewport(), Left, pos=place)
        editor = measured.viewport().findChild(QLineEdit)
        editor.selectAll()
        qtbot.keyClicks(editor, "Aorta")
        qtbot.keyClick(editor, Keys.Key_Return)
        qtbot.waitUntil(lambda: opened.session.measurements.items[0].name == "Aorta", timeout=SLOW)
        qtbot.waitUntil(lambda: measured.item(0, 1).text() == "Aorta", timeout=SLOW)
        opened.session.undo()
        assert opened.session.measurements.items[0].name == "Distance 1"

    def test_delete_in_the_list(self, qtbot, opened, measured):
        measured.selectRow(1)
        qtbot.keyClick(measured, Keys.Key_Delete)
        assert [m.kind for m in opened.session.measurements.items] == [Kind.DISTANCE]

    def test_profile_before_and_after_live_while_the_line_is_dragged(self, qtbot, opened):
        opened.session.use_recipe(GAUSSIAN)
        qtbot.waitUntil(lambda: opened.feed.enhanced is not None, timeout=SLOW)
        profile, view = opened.metrics_panel.profile, view_of(opened)
        key(opened, Keys.Key_D)
        row = screen(opened, (0.5, 255.5))[1]
        start, end = screen(opened, (100.5, 255.5))[0], screen(opened, (160.5, 255.5))[0]
        move(view, (start, row))
        press(view, (start, row))
        seen = []
        for x in np.linspace(start, end, 4)[1:]:
            drag_to(view, (x, row))
            seen.append(profile._before.getData()[0][-1])
        assert seen == sorted(seen)
        assert len(set(seen)) == 3, "it follows the hand"
        release(view, (end, row))
        distance, before = profile._before.getData()
        _, after = profile._after.getData()
        frame, columns = opened.feed.frame, np.arange(101, 160)
        assert distance[-1] == pytest.approx(60 * frame.geometry.spacing[1], abs=1)
        places = (columns - 100) * frame.geometry.spacing[1]
        read = np.interp(places, distance, before), np.interp(places, distance, after)
        near = slice(254, 257)
        for values, found in zip((frame.values, opened.feed.enhanced.image), read, strict=True):
            low, high = (f(values[near, 100:162], axis=0) for f in (np.min, np.max))
            low, high = (f([e[:-2], e[1:-1], e[2:]], axis=0) for f, e in ((np.min, low), (np.max, high)))
            assert (found >= low[:59] - 1).all()
            assert (found <= high[:59] + 1).all()

    def test_window_from_a_region(self, qtbot, opened):
        opened.actions_table.by_name["window_from_region"].trigger()
        assert "Draw a region" in opened.message_bar.text.text()
        key(opened, Keys.Key_E, Shift)
        drag(view_of(opened), A, B)
        key(opened, Keys.Key_0, Qt.KeyboardModifier.ControlModifier)
        values = opened.feed.frame.values[only(opened).region.mask(opened.feed.frame.shape)]
        low, high = opened.session.window.limits
        assert (low, high) == pytest.approx(tuple(np.percentile(values, (0.1, 99.9))), abs=1e-3)
        assert opened.session.window.name == "Region"


class TestPlaces:
    """A slice is found while its file is open, a plane once it has been looked at."""

    @pytest.fixture
    def places(self, session):
        return Places(session, Volumes())

    def test_slices(self, session, catalogue, by_modality, places):
        session.set_catalogue(catalogue)
        series = by_modality["CT"]
        assert places.of(series.frames[4].key) == Place(series, 4)
        np.testing.assert_array_equal(
            places.read(Place(series, 4)).stored, read_frame(series.frames[4]).stored
        )

    def test_planes(self, session, catalogue, by_modality):
        session.set_catalogue(catalogue)
        series, view, volumes = by_modality["MR"], View(Plane.CORONAL), Volumes()
        places = Places(session, volumes)
        volume = build(series, read_frame, lambda _done: None, Stop())
        key = uid_of(volume, view), 3
        assert places.of(key) is None
        volumes.hold(volume)
        volumes.add_view(view)
        assert places.of(key) == Place(series, 2, view)
        np.testing.assert_array_equal(places.read(places.of(key)).stored, cut(volume, view, 3).stored)
        volumes.hold(None)
        assert places.of(key) == Place(series, 2, view)
        assert places.read(places.of(key)) is None
        session.close_all()
        assert places.of(key) is None

    def test_of_another_catalogue(self, session, catalogue, by_modality, places):
        key = by_modality["MR"].frames[0].key
        assert places.of(key) is None
        session.set_catalogue(catalogue)
        assert places.of(key).series == by_modality["MR"]
        session.close_all()
        assert places.of(key) is None
