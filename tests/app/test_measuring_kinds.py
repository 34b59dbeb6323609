"""Each kind of measurement drawn, pulled, moved, undone, deleted, saved and read back by mouse and keys."""

import csv
import itertools

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.measuring.shaping import grips
from app.measuring.text_entry import TextEntry
from core.measurement import Kind
from tests.app.measuring_window import SLOW, Keys, Shift, begin, image, key, only, screen, settled, view_of
from tests.app.mouse import Plain as No
from tests.app.mouse import click, double_click, drag, drag_to, drop, move, press, release

Ctrl = Qt.KeyboardModifier.ControlModifier
BY = np.array([24.0, -16.0])


def off(at, right, down):
    return at[0] + right, at[1] + down


def lines(*ends):
    def draw(view, at):
        for start, end in zip(ends[::2], ends[1::2], strict=True):
            drag(view, off(at, *start), off(at, *end))

    return draw


def leg_then_click(view, at):
    drag(view, off(at, 10, 10), off(at, 60, 90))
    click(view, off(at, 140, 60))


def corners(view, at):
    for place in ((10, 10), (70, 60)):
        click(view, off(at, *place))
    double_click(view, off(at, 130, 20))


def round_(view, at):
    turns = np.linspace(0, 2 * np.pi, 30)
    path = [off(at, 70 + 55 * np.cos(t), 60 + 40 * np.sin(t)) for t in turns]
    move(view, path[0])
    press(view, path[0])
    for place in path[1:]:
        drag_to(view, place)
    release(view, path[-1])


ONE = lines((10, 20), (120, 90))
KINDS = {
    Kind.DISTANCE: (Keys.Key_D, No, ONE),
    Kind.ANGLE: (Keys.Key_A, No, leg_then_click),
    Kind.COBB: (Keys.Key_A, Shift, lines((10, 10), (110, 20), (10, 110), (110, 80))),
    Kind.ELLIPSE: (Keys.Key_E, No, ONE),
    Kind.RECTANGLE: (Keys.Key_E, Shift, ONE),
    Kind.FREEHAND: (Keys.Key_F, Shift, round_),
    Kind.POLYLINE: (Keys.Key_D, Shift, corners),
    Kind.ARROW: (Keys.Key_M, Shift, ONE),
    Kind.TEXT: (Keys.Key_T, Shift, lambda view, at: click(view, off(at, 20, 50))),
}


@pytest.fixture
def opened(qtbot, window, catalogue):
    return begin(qtbot, window, catalogue)


def draw(qtbot, window, kind, at=(180, 230)):
    letter, modifiers, by_hand = KINDS[kind]
    view = view_of(window)
    key(window, letter, modifiers)
    by_hand(view, at)
    if kind in (Kind.ARROW, Kind.TEXT):
        entry = view.findChild(TextEntry)
        qtbot.keyClicks(entry, "node 3")
        qtbot.keyClick(entry, Keys.Key_Return)
        qtbot.waitUntil(lambda: view.findChild(TextEntry) is None, timeout=SLOW)


def place_on(window, drawn):
    """A place on the outline, half way between two grips that lie well apart."""
    places = np.array([screen(window, point) for point in grips(drawn)])
    pieces = [(np.hypot(*(b - a)), n) for n, (a, b) in enumerate(itertools.pairwise(places))]
    first, second = places[max(pieces)[1] :][:2] if drawn.kind is Kind.FREEHAND else places[:2]
    middle = (first + second) / 2
    if drawn.kind is not Kind.ELLIPSE:
        return middle
    return np.array([middle[0], min(first[1], second[1])])  # where it touches its box


def pull(window, start):
    drag(view_of(window), tuple(start), tuple(start + BY))
    return np.array(image(window, start + BY)) - np.array(image(window, start))


@pytest.mark.parametrize("kind", list(KINDS))
def test_drawn_pulled_moved_undone_deleted(qtbot, opened, kind):
    draw(qtbot, opened, kind)
    drawn = only(opened)
    assert drawn.kind is kind
    assert drawn.name
    history = [drawn]
    if kind is not Kind.TEXT:
        by = pull(opened, place_on(opened, drawn))
        np.testing.assert_allclose(
            np.subtract(only(opened).points, drawn.points), [by] * len(drawn.points), atol=0.01
        )
        history.append(only(opened))
    grip = grips(history[-1])[-1]
    by = pull(opened, np.array(screen(opened, grip)))
    history.append(only(opened))
    assert grips(history[-1])[-1] == pytest.approx(np.add(grip, by), abs=0.01)
    key(opened, Keys.Key_Delete)
    assert opened.session.measurements.items == ()
    for expected in history[::-1]:
        key(opened, Keys.Key_Z, Ctrl)
        assert only(opened) == expected
    for expected in history[1:]:
        key(opened, Keys.Key_Y, Ctrl)
        assert only(opened) == expected


def test_all_kinds_in_a_report_and_in_a_table(qtbot, opened, tmp_path, monkeypatch):
    for n, kind in enumerate(KINDS):
        draw(qtbot, opened, kind, (60 + 220 * (n % 3), 150 + 150 * (n // 3)))
    settled(qtbot, opened)
    drawn = opened.session.measurements.items
    assert [item.kind for item in drawn] == list(KINDS)
    said = {uid: item.lines for uid, item in opened.measuring.layers[0].items.items()}
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "table.csv"), ""))
    key(opened, Keys.Key_S, Ctrl | Shift)
    qtbot.waitUntil(lambda: not opened.jobs.busy and any(tmp_path.glob("*.dcm")), timeout=SLOW)
    opened.actions_table.by_name["save_measurement_table"].trigger()
    qtbot.waitUntil(lambda: not opened.jobs.busy and (tmp_path / "table.csv").exists(), timeout=SLOW)
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == [item.name for item in drawn]
    opened.session.measurements.clear()
    drop(opened, *tmp_path.glob("*.dcm"))
    qtbot.waitUntil(lambda: len(opened.session.measurements.items) == len(KINDS), timeout=SLOW)
    settled(qtbot, opened)
    for found, made in zip(opened.session.measurements.items, drawn, strict=True):
        assert (found.kind, found.name, found.frame) == (made.kind, made.name, made.frame)
        assert opened.measuring.layers[0].items[found.uid].lines == said[made.uid]
