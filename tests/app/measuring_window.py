"""Measuring on the real window: what tests do with mouse and keys, and how they find what came of it."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from core.recipe import Recipe, Step
from tests.app.mouse import (
    Plain,
)

SLOW = 60_000
GAUSSIAN = Recipe((Step("gaussian"),))
Shift = Qt.KeyboardModifier.ShiftModifier
Keys = Qt.Key


def begin(qtbot, window, catalogue):
    """Show the middle of the demo CT, beside the panel for measuring."""
    window.session.set_catalogue(catalogue)
    show(qtbot, window, catalogue, "CT")
    window.tabs.setCurrentIndex(1)
    at_rest(qtbot, window)
    return window


def at_rest(qtbot, window):
    """Wait until the view keeps its size: it becomes narrower where the tab needs more room."""
    sizes = []

    def same():
        sizes.append(view_of(window).size())
        return len(sizes) > 20 and len({(size.width(), size.height()) for size in sizes[-20:]}) == 1

    qtbot.waitUntil(same, timeout=SLOW)


def show(qtbot, window, catalogue, modality):
    series = next(s for s in catalogue.series if s.modality == modality)
    window.session.set_series(series)
    uid = series.frames[window.session.index].uid
    qtbot.waitUntil(lambda: window.feed.frame is not None and window.feed.frame.uid == uid, timeout=SLOW)
    return window.feed.frame


def view_of(window):
    return window.grid.views[0]


def key(window, which, modifiers=Plain):
    view = view_of(window)
    view.setFocus()
    QTest.keyClick(view, which, modifiers)


def image(window, at):
    return view_of(window).image_point(QPointF(*at))


def screen(window, point):
    place = view_of(window).box.mapViewToScene(QPointF(*point))
    return place.x(), place.y()


def only(window):
    (item,) = window.session.measurements.items
    return item


def item_of(window, measurement):
    return window.measuring.layers[0].items[measurement.uid]


def settled(qtbot, window):
    qtbot.waitUntil(lambda: not any(numbers.busy for numbers in window.measuring.numbers), timeout=SLOW)


A, B, C, D_ = (150.0, 250.0), (260.0, 320.0), (330.0, 240.0), (220.0, 420.0)


def check_label(lines, size, sets):
    """Compare a region's label with numbers from numpy: area; mean ± SD; extremes."""
    area, means, extremes = (line.replace("−", "-") for line in lines)
    if size is not None:
        assert float(area.split()[0]) == pytest.approx(size, rel=1e-3)
    assert area.endswith(" mm²")
    assert means.endswith(" HU")
    for text, values in zip(means.removesuffix(" HU").split(" → "), sets, strict=True):
        mean, sd = (float(part) for part in text.split(" ± "))
        assert mean == pytest.approx(values.mean(dtype=float), abs=0.51, rel=1e-3)
        assert sd == pytest.approx(values.std(dtype=float, ddof=1), abs=0.51, rel=1e-3)
    for text, values in zip(extremes.removesuffix(" HU").split(" → "), sets, strict=True):
        low, high = (float(part) for part in text.split(" … "))
        assert (low, high) == pytest.approx((values.min(), values.max()), abs=0.51)
