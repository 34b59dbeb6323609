"""Planes on the real window: what tests do with mouse and keys, and how they find what is shown."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from core.recipe import Recipe, Step
from tests.app.mouse import drop
from tests.app.pictured import pictured

FAST = Recipe((Step("gaussian", strength=0.5),))
NAMES = ["Axial", "Axial · MIP", "Coronal", "Sagittal"]


def key(window, text):
    combination = QKeySequence(text)[0]
    QTest.keyClick(window.focusWidget(), combination.key(), combination.keyboardModifiers())


def open_folder(qtbot, window, folder):
    drop(window, folder)
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=30_000)
    window.activateWindow()
    window.grid.views[0].setFocus()
    qtbot.waitUntil(window.grid.views[0].hasFocus, timeout=30_000)
    qtbot.waitUntil(pictured(window), timeout=30_000)
    return window


def show_planes(qtbot, window):
    key(window, "Ctrl+5")
    qtbot.waitUntil(lambda: window.planes.shown, timeout=60_000)
    qtbot.waitUntil(pictured(window), timeout=30_000)
    return window


def frames(window):
    return [feed.frame for feed in window.feed.feeds]


def indices(window):
    return [cell.index for cell in window.session.cells]


def labels(window, number=0):
    view = window.grid.cells[number].views[0]
    return [label.text for label in view.content().labels_left]


def per_mm(window):
    """Screen pixels for a millimetre along the rows of each cell."""
    found = []
    for widget, frame in zip(window.grid.cells, frames(window), strict=True):
        box = widget.views[0].box
        pixels = box.mapViewToScene(QPointF(1, 0)).x() - box.mapViewToScene(QPointF(0, 0)).x()
        found.append(pixels / frame.geometry.spacing[1])
    return found


def screen_point(window, number, patient):
    """Where a patient point is on screen in a cell, from the frame's own elements."""
    view, frame = window.grid.cells[number].views[0], frames(window)[number]
    geometry = frame.geometry
    row, column = np.reshape(geometry.orientation, (2, 3))
    offset = np.asarray(patient) - np.asarray(geometry.position)
    x, y = offset @ row / geometry.spacing[1] + 0.5, offset @ column / geometry.spacing[0] + 0.5
    at = view.box.mapViewToScene(QPointF(x, y))
    return at.x(), at.y()
