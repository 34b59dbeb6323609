"""A radiograph of 3 000², 14 bits: drawn by its visible part, measured off the GUI thread."""

import threading

import numpy as np
import pytest
from pydicom.uid import DigitalXRayImageStorageForPresentation
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication
from scipy import ndimage

from app.panels import measure
from app.plane import PlaneItem
from core.recipe import Recipe, Step
from core.window import Window

SIDE = 3000


@pytest.fixture
def radiograph(write_dicom):
    rng = np.random.default_rng(0)
    coarse = ndimage.zoom(rng.normal(0, 1, (12, 12)), SIDE / 12, order=1)
    pixels = np.clip(8000 + 2500 * coarse + rng.normal(0, 40, coarse.shape), 0, 16383).astype(np.uint16)
    return write_dicom(
        "dx.dcm", pixels, Modality="DX", SOPClassUID=DigitalXRayImageStorageForPresentation,
        BitsStored=14, HighBit=13, RescaleType="US", WindowCenter=8000, WindowWidth=12000,
    )  # fmt: skip


@pytest.fixture
def opened(qtbot, window, radiograph):
    window.opening.open([radiograph])
    qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=60000)
    window.tabs.setCurrentWidget(window.metrics_panel)
    return window


@pytest.fixture
def threads(monkeypatch):
    """Where the numbers are computed, by the name of the function that computes them."""
    seen: dict[str, set[bool]] = {}

    def noting(name):
        real = getattr(measure, name)

        def noted(*arguments):
            seen.setdefault(name, set()).add(threading.current_thread() is threading.main_thread())
            return real(*arguments)

        monkeypatch.setattr(measure, name, noted)

    for name in ("compare", "estimate"):
        noting(name)
    return seen


def test_scores_and_noise_are_computed_off_the_gui_thread(qtbot, threads, opened):
    assert QThread.currentThread() is QApplication.instance().thread()
    opened.session.set_recipe(Recipe((Step("gaussian"),)))
    opened.session.set_enabled(True)
    beats = []
    timer = QTimer(opened)
    timer.timeout.connect(lambda: beats.append(opened.metrics_panel.scores.table.isVisible()))
    timer.start(10)
    panel = opened.metrics_panel
    qtbot.waitUntil(lambda: panel.scores.table.isVisible() and "→" in panel.noise.line.text(), timeout=90000)
    qtbot.waitUntil(lambda: not panel.scores._lane.busy, timeout=90000)
    assert threads == {"compare": {False}, "estimate": {False}}
    assert beats.count(False) > 5, "the window answered while it measured"


def test_a_moving_window_draws_no_more_than_is_seen(qtbot, opened, monkeypatch):
    drawn = []
    show = PlaneItem.show_image

    def noting(item, shape, paint_part, finest):
        def noted(level, part):
            pixels = paint_part(level, part)
            drawn.append(pixels.shape[0] * pixels.shape[1])
            return pixels

        show(item, shape, noted if paint_part else None, finest)

    monkeypatch.setattr(PlaneItem, "show_image", noting)
    view = opened.grid.views[0]
    for width in (5000, 6000, 7000):
        opened.session.set_window(Window(8000, width))
        view.viewport().repaint()
    seen = view.viewport().width() * view.viewport().height()
    assert len(drawn) >= 3
    assert max(drawn) <= 4.2 * seen < SIDE * SIDE / 2, "a level is at most twice as fine as the screen"
