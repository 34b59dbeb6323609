"""Turned and mirrored images: letters, pixels, pointer, measurements and reference lines go along."""

from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from app.letters import Letters, edge_letters
from app.orientation import AS_STORED, Orientation
from app.state import Layout, Link, Overlay, ViewTransform
from app.texts import LabelKind
from core.measurement import Kind
from core.window import Window
from tests.app.mouse import Middle, drag, drop, move

EVERY = [Orientation(quarters, mirrored) for quarters, mirrored in product(range(4), (False, True))]
KEYS = {
    "R": lambda image: np.rot90(image, -1),
    "Ctrl+R": np.rot90,
    "H": np.fliplr,
    "Shift+H": np.flipud,
}

MODIFIERS = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}
SEVERAL = [("R",), ("Ctrl+R",), ("H",), ("Shift+H",), ("H", "R"), ("R", "R", "Shift+H", "R")]


def seen(orientation: Orientation, image: np.ndarray) -> np.ndarray:
    """What `orientation` should show of `image`, by numpy."""
    return np.rot90(np.fliplr(image) if orientation.mirrored else image, -orientation.quarters)


@pytest.mark.parametrize("orientation", EVERY)
def test_each_turn_and_mirror_is_that_of_what_is_seen(orientation):
    image = np.arange(6).reshape(2, 3)
    now = seen(orientation, image)
    for after, expected in (
        (orientation.turned(1), np.rot90(now, -1)),
        (orientation.turned(-1), np.rot90(now)),
        (orientation.flipped(), np.fliplr(now)),
        (orientation.flipped(upside_down=True), np.flipud(now)),
    ):
        np.testing.assert_array_equal(seen(after, image), expected)


@pytest.mark.parametrize("orientation", EVERY)
def test_letters_go_with_the_edges(orientation):
    edges = np.array([[".", "T", "."], ["L", ".", "R"], [".", "B", "."]])
    now = seen(orientation, edges)
    expected = Letters(left=now[1, 0], right=now[1, 2], top=now[0, 1], bottom=now[2, 1])
    assert orientation.letters(Letters("L", "R", "T", "B")) == expected


@pytest.mark.parametrize("orientation", EVERY)
def test_a_way_on_the_screen_is_found_in_the_image(orientation):
    transform = orientation.transform(2.0, 1.5, (10.0, 20.0), (300.0, 200.0))
    assert transform.map(QPointF(10, 20)) == QPointF(300, 200)
    right, down = orientation.in_image(6.0, 0.0)
    there = transform.map(QPointF(10 + right / 2, 20 + down / 3))
    assert (there.x(), there.y()) == pytest.approx((306.0, 200.0))


@pytest.fixture
def opened(qtbot, window, write_dicom, tmp_path):
    """Show an image on which no two places look alike, with pixels half as wide as high."""
    rng = np.random.default_rng(4)
    pixels = rng.integers(0, 200, (24, 32), dtype=np.uint16)
    write_dicom(
        "small/1.dcm",
        pixels,
        PixelSpacing=[1.0, 0.5],
        ImagePositionPatient=[0, 0, 0],
        ImageOrientationPatient=[1, 0, 0, 0, 1, 0],
    )
    drop(window, tmp_path / "small")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
    window.session.set_overlay(Overlay.NONE)
    window.session.set_window(Window(100, 200))
    view = window.grid.views[0]
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return window


def press(qtbot, view, keys: str) -> None:
    *modifiers, letter = keys.split("+")
    modifier = Qt.KeyboardModifier.NoModifier
    for name in modifiers:
        modifier |= MODIFIERS[name]
    qtbot.keyClick(view, getattr(Qt.Key, f"Key_{letter}"), modifier)


def on_screen(view, shape: tuple[int, int], step: tuple[float, float]) -> np.ndarray:
    """Grey values at the middles of the pixels that a picture of `shape` in the middle of the view has."""
    image = view.grab().toImage()
    rows, columns = shape
    ys = view.height() / 2 + (np.arange(rows) + 0.5 - rows / 2) * step[0]
    xs = view.width() / 2 + (np.arange(columns) + 0.5 - columns / 2) * step[1]
    return np.array([[image.pixelColor(int(x), int(y)).green() for x in xs] for y in ys])


@pytest.mark.parametrize("keys", SEVERAL)
def test_keys_turn_the_pixels_as_numpy_does(qtbot, opened, keys):
    view, frame = opened.grid.views[0], opened.feed.frame
    opened.session.set_view(ViewTransform(10.0, (16, 12)))
    expected = frame.values
    for key in keys:
        press(qtbot, view, key)
        expected = KEYS[key](expected)
    step = (10.0, 20.0) if opened.session.cells.active.orientation.on_its_side else (20.0, 10.0)
    shown = on_screen(view, expected.shape, step)
    # Half a screen pixel from the middle, interpolation mixes a twentieth of the neighbours in.
    np.testing.assert_allclose(shown, expected / 200 * 255, atol=20)


def test_the_pointer_tells_the_pixel_under_it(qtbot, opened):
    view, frame = opened.grid.views[0], opened.feed.frame
    opened.session.set_overlay(Overlay.FULL)
    opened.session.set_view(ViewTransform(10.0, (16, 12)))
    press(qtbot, view, "H")
    press(qtbot, view, "R")
    expected = np.rot90(np.fliplr(frame.values), -1)
    move(view, (view.width() / 2 + 2.5 * 20, view.height() / 2 - 3.5 * 10))
    assert f"{expected[16 - 4, 12 + 2]:.0f} HU" in view.content().corners.bottom_right[0]


def test_a_picture_on_its_side_fits(qtbot, opened):
    view = opened.grid.views[0]
    press(qtbot, view, "R")
    edges = [view.box.mapViewToScene(QPointF(*corner)) for corner in ((0, 0), (32, 24))]
    high, wide = abs(edges[0].y() - edges[1].y()), abs(edges[0].x() - edges[1].x())
    assert wide / high == pytest.approx(24 / 16)
    assert wide == pytest.approx(view.width()) or high == pytest.approx(view.height())


@pytest.mark.parametrize("orientation", EVERY)
def test_panning_follows_the_hand(opened, orientation):
    view = opened.grid.views[0]
    opened.session.cells.active.set_orientation(orientation)
    under = view.image_point(QPointF(300, 300))
    drag(view, (300, 300), (360, 270), Middle)
    assert view.image_point(QPointF(360, 270)) == pytest.approx(under, abs=0.01)


@pytest.mark.parametrize("orientation", EVERY)
def test_a_distance_is_drawn_where_it_is_seen_and_keeps_its_length(qtbot, opened, orientation):
    view, session = opened.grid.views[0], opened.session
    session.cells.active.set_orientation(orientation)
    session.set_view(ViewTransform(10.0, (16, 12)))
    press(qtbot, view, "D")
    drag(view, (view.width() / 2 - 60, view.height() / 2), (view.width() / 2 + 60, view.height() / 2))
    (drawn,) = session.measurements.items
    assert drawn.kind is Kind.DISTANCE
    (x0, y0), (x1, y1) = drawn.points
    assert np.hypot((x1 - x0) * 0.5, y1 - y0) == pytest.approx(120 / 10 * 0.5)
    press(qtbot, view, "H")
    item = next(iter(opened.measuring.layers[0].items.values()))
    ends = [item.sceneTransform().map(QPointF(*p)) for p in drawn.points]
    assert ends[0].x() - ends[1].x() == pytest.approx(120)


def test_letters_and_a_mark_that_nothing_hides(qtbot, opened):
    view = opened.grid.views[0]
    opened.session.set_overlay(Overlay.FULL)
    assert view.content().letters == Letters("R", "L", "A", "P")
    press(qtbot, view, "H")
    assert view.content().letters == Letters("L", "R", "A", "P")
    opened.session.set_overlay(Overlay.NONE)
    (mark,) = view.content().labels_left
    assert (mark.text, mark.kind) == ("MIRRORED", LabelKind.WARNING)
    press(qtbot, view, "Escape")
    assert opened.session.cells.active.orientation == AS_STORED
    assert view.content().labels_left == ()


def test_undo_and_redo_turn_back_and_again(qtbot, opened):
    view, cell = opened.grid.views[0], opened.session.cells.active
    for key in ("H", "R"):
        press(qtbot, view, key)
    press(qtbot, view, "Ctrl+Z")
    assert cell.orientation == Orientation(0, True)
    press(qtbot, view, "Ctrl+Z")
    assert cell.orientation == AS_STORED
    assert view.content().labels_left == ()
    press(qtbot, view, "Ctrl+Y")
    assert cell.orientation == Orientation(0, True)


def test_undo_never_turns_another_series(qtbot, pair):
    window, view = pair
    press(qtbot, view, "H")
    window.session.set_enabled(True)
    other = next(s for s in window.session.catalogue.series if s.modality == "DX")
    window.session.set_series(other)
    press(qtbot, view, "Ctrl+Z")
    assert window.session.cells.active.orientation == AS_STORED


@pytest.fixture
def pair(qtbot, window, demo):
    """Show one MR series in two cells; the first has the keys."""
    drop(window, demo / "mr", demo / "dx")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
    session, cells = window.session, window.session.cells
    session.set_series(next(s for s in session.catalogue.series if s.modality == "MR"))
    cells.set_layout(Layout.BESIDE)
    cells.all[1].set_series(session.series)
    feeds = window.feed.feeds[:2]
    qtbot.waitUntil(lambda: all(f.frame is not None and f.frame.modality == "MR" for f in feeds))
    view = window.grid.views[0]
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return window, view


def test_linked_cells_that_lie_alike_turn_together(qtbot, pair):
    window, view = pair
    first, second = window.session.cells.all[:2]
    press(qtbot, view, "H")
    assert first.orientation == second.orientation == Orientation(0, True)
    press(qtbot, view, "Ctrl+Z")
    assert first.orientation == second.orientation == AS_STORED
    second.set_series(next(s for s in window.session.catalogue.series if s.modality == "DX"))
    qtbot.waitUntil(lambda: window.feed.feeds[1].frame is not None)
    press(qtbot, view, "R")
    assert (first.orientation, second.orientation) == (Orientation(1), AS_STORED)


def test_an_unlinked_cell_turns_alone_and_reference_lines_stay_on_the_image(qtbot, pair):
    window, _ = pair
    cells, second = window.session.cells, window.grid.cells[1].views[0]
    qtbot.mouseClick(window.grid.cells[1].bar.chips[Link.TURN], Qt.MouseButton.LeftButton)
    edges = edge_letters(window.feed.feeds[1].frame.geometry)
    point = (10.0, 20.0)
    before = second.box.mapViewToScene(QPointF(*point))
    cells.set_active(cells.all[1])
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    press(qtbot, second, "H")
    after = second.box.mapViewToScene(QPointF(*point))
    assert (after.x(), after.y()) == pytest.approx((second.width() - before.x(), before.y()))
    line = window.reference_lines.lines[1][0]
    there = line.sceneTransform().map(QPointF(*point))
    assert (there.x(), there.y()) == pytest.approx((after.x(), after.y()))
    assert cells.all[0].orientation == AS_STORED
    assert second.content().letters == Orientation(0, True).letters(edges)
