"""Every way of comparing goes on while the user scrolls, zooms and windows."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.state import Compare, Overlay
from core.enhance.network import Networks
from core.recipe import Recipe, Step
from tests.app.mouse import Left, Middle, drag, drop, wheel

SLOW = 60_000
AT = (200.0, 300.0)
BLUR = Recipe((Step("gaussian", (("sigma", 2.0),)),))
DOUBLED = Recipe((Step("double"),))
WAYS = {
    Compare.SIDE_BY_SIDE: "G",
    Compare.SPLIT: "V",
    Compare.DIFFERENCE: "N",
    Compare.BLEND: "B",
    Compare.FLICKER: "X",
    Compare.LENS: "O",
}


def settle(qtbot, window):
    def ready():
        cell, feed = window.session.cells.active, window.feed.active
        assert feed.idle
        pinned = cell.rival is not None and cell.compare is not Compare.SINGLE
        for made in (feed, feed.rival) if pinned else (feed,):
            assert made.enhanced is not None
            assert made.enhanced.frame.key == cell.series.frames[cell.index].key

    qtbot.waitUntil(ready, timeout=SLOW)


@pytest.fixture(params=["original", "doubled"])
def compared(request, qtbot, window, demo):
    """A blurred MR slice, against the original or against the shipped network that doubles its grid."""
    window.feed.pipeline.networks = Networks(device="cpu")
    drop(window, *sorted((demo / "mr").glob("*.dcm"))[:3])
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=SLOW)
    window.session.set_overlay(Overlay.NONE)
    if request.param == "doubled":
        window.session.use_recipe(DOUBLED)
        settle(qtbot, window)
        qtbot.keyClick(window.grid.views[0], Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    window.session.use_recipe(BLUR)
    settle(qtbot, window)
    return window


def press(qtbot, window, compare):
    modifier = (
        Qt.KeyboardModifier.ShiftModifier if compare is Compare.FLICKER else Qt.KeyboardModifier.NoModifier
    )
    qtbot.keyClick(window.grid.views[0], getattr(Qt.Key, f"Key_{WAYS[compare]}"), modifier)


def looks(qtbot, window):
    """What all views of the cell show; of flicker, the enhanced half."""
    comparing = window.session.comparing
    qtbot.waitUntil(lambda: window.session.compare is not Compare.FLICKER or not comparing.turned)
    shown = []
    for view in window.grid.cells[0].views:
        if view.isVisible():
            image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
            rows = np.frombuffer(bytes(image.constBits()), np.uint8)
            shown.append(rows.reshape(image.height(), image.bytesPerLine())[110:, : 3 * image.width()])
    return shown


def same(first, second):
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize("compare", list(WAYS))
def test_goes_on(qtbot, compared, compare):
    view = compared.grid.views[0]
    press(qtbot, compared, compare)
    settle(qtbot, compared)
    before = looks(qtbot, compared)
    for name, act in (
        ("scroll", lambda: wheel(view, AT, -1)),
        ("zoom", lambda: wheel(view, AT, 3, Qt.KeyboardModifier.ControlModifier)),
        ("pan", lambda: drag(view, AT, (AT[0], AT[1] + 40), Middle)),
        ("window", lambda: drag(view, AT, (AT[0] + 60, AT[1]), Left)),
    ):
        act()
        settle(qtbot, compared)
        after = looks(qtbot, compared)
        has_its_own_scale = compare is Compare.DIFFERENCE and name == "window"
        assert same(before, after) is has_its_own_scale, name
        assert compared.session.compare is compare
        press(qtbot, compared, compare)
        press(qtbot, compared, compare)
        settle(qtbot, compared)
        assert same(looks(qtbot, compared), after), "what goes on is what begins anew there"
        before = after
