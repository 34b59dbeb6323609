"""The tool bar in windows of many widths."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton

from app.bars import ToolBar
from app.theme import apply_theme


@pytest.fixture
def bar(qapp, window) -> Iterator[ToolBar]:
    """Show the bar as users see it: the theme makes its buttons wider."""
    before = qapp.styleSheet(), QPalette(qapp.palette())
    apply_theme(qapp)
    yield window.findChild(ToolBar)
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


def named(bar, name):
    return bar.findChild(QToolButton, name)


def spelled(bar, name):
    return named(bar, name).toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


@pytest.mark.parametrize("width", [1280, 1366, 1920, 2560])
def test_every_button_is_reached_on_common_screens(qtbot, window, bar, width):
    window.resize(width, 720)
    qtbot.waitUntil(lambda: bar.width() >= width - 2)
    assert named(bar, "export_series").isVisible()
    assert not named(bar, "qt_toolbar_ext_button").isVisible()
    right = max(button.geometry().right() for button in bar.findChildren(QToolButton) if button.isVisible())
    assert right <= bar.width()


def test_words_come_with_room_the_most_important_first(qtbot, window, bar):
    counts = []
    for width in (1280, 1480, 1560, 1700, 1920):
        window.resize(width, 720)
        qtbot.waitUntil(lambda width=width: bar.width() >= width - 2)
        names = ("enhance", "open_files", "export_series", "flip", "split", "side_by_side", "difference")
        shown = [spelled(bar, name) for name in names]
        assert shown == sorted(shown, reverse=True)
        counts.append(sum(shown))
    assert counts == sorted(counts)
    assert counts[0] == 1
    assert counts[-1] == 7
