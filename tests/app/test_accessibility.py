"""The keyboard reaches every control, every control has a name for a screen reader, focus can be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from app.first_start import FirstStart
from app.panels.device import ModelCard
from app.preferences import PreferencesWindow
from app.shortcut_sheet import ShortcutSheet
from app.theme import apply_theme
from app.viewport import Viewport
from tests.app.mouse import drop

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    Viewport,
)
_OF_QT = (
    "qt_spinbox_lineedit",
    "qt_menubar_ext_button",
    "qt_tableview_cornerbutton",
    "qt_toolbar_ext_button",
    "qt_keysequenceedit_lineedit",
    "ScrollLeftButton",
)
_PARTS = (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar)
"""What has parts of its own, which are none to the user."""


@pytest.fixture
def opened(qtbot, window, demo):
    """Show the CT with everything about it visible: enhanced, compared, four cells."""
    drop(window, demo)
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=30_000)
    window.actions_table.by_name["layout_four"].trigger()
    window.session.set_enabled(True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.feed.idle and window.feed.enhanced is not None, timeout=60_000)
    return window


def controls(top: QWidget) -> list[QWidget]:
    """Return what can be worked in a window, shown or not, less what Qt makes for itself."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if isinstance(widget, _CONTROLS)
        and widget.window() is top
        and not isinstance(widget, (QScrollBar, QHeaderView))
        and not widget.objectName().startswith(_OF_QT)
        and not isinstance(widget.parentWidget(), _PARTS)
        and not isinstance(widget.parentWidget().parentWidget(), QComboBox)
    ]


def name(widget: QWidget) -> str:
    """Return what a screen reader reads out."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def told(widget: QWidget) -> str:
    """Say which widget this is."""
    parents, at = [], widget
    while at is not None:
        parents.append(type(at).__name__)
        at = at.parentWidget()
    return f"{widget.objectName() or name(widget)!r} {' < '.join(parents[:4])}"


_OPENING = (
    *("preferences", "shortcuts", "tags", "batch", "guide", "key_images"),
    *("anonymise", "export_film", "about"),
)
"""Actions that open a window of their own; the last ones are modal."""


def windows(window) -> list[QWidget]:
    """Return the main window with all others open, the notice of the first start and a model card too."""
    for action in _OPENING:
        window.actions_table.by_name[action].trigger()
    window.findChild(PreferencesWindow).pages.setCurrentIndex(1)
    FirstStart(window._settings, window).show()
    ModelCard("clearslice-denoise", "# Card", window).show()
    return [window, *(top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window)]


def test_every_control_has_a_name(opened):
    opened.tabs.setCurrentIndex(1)
    tops = windows(opened)
    assert len(tops) >= 2 + len(_OPENING)
    nameless = [told(widget) for top in tops for widget in controls(top) if not name(widget)]
    assert not nameless, "\n".join(nameless)
    for top in tops[1:]:
        if not isinstance(top, FirstStart):  # that one ends the program
            top.close()


def test_tab_goes_round_all_controls_of_every_other_window(qtbot, opened):
    missed, met = [], 0
    for top in windows(opened)[1:]:
        top.activateWindow()
        top.raise_()
        qtbot.waitUntil(top.isActiveWindow)
        wanted = [each for each in controls(top) if _is_stop(each)]
        reached = _reached(qtbot, top, wanted[0]) if wanted else set()
        met += len(wanted)
        missed += [f"{type(top).__name__}: {told(each)}" for each in wanted if each not in reached]
        if not isinstance(top, FirstStart):
            top.close()
    assert not missed, "\n".join(missed)
    assert met > 40


def _is_stop(control: QWidget) -> bool:
    """Whether the user meets it by Tab: of exclusive buttons it is the pressed one, arrows do the rest."""
    other = isinstance(control, QRadioButton) and not control.isChecked()
    return control.isVisible() and control.isEnabled() and control.focusProxy() is None and not other


def _reached(qtbot, top: QWidget, start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> set[QWidget]:
    """Press Tab until it goes round; return where it was."""
    start.setFocus()
    qtbot.waitUntil(start.hasFocus)
    seen: list[QWidget] = []
    while (at := top.focusWidget()) not in seen:
        seen.append(at)
        QTest.keyClick(at, key)
    return set(seen)


def _by_menu(window) -> set[str]:
    return {action.objectName() for menu in window.menuBar().actions() for action in menu.menu().actions()}


@pytest.mark.parametrize("page", [0, 1])
def test_tab_or_the_menu_reaches_every_control(qtbot, opened, page):
    """The image has Tab for its cells; F6 leads from it to the panels, from where Tab goes on."""
    opened.tabs.setCurrentIndex(page)
    reached = set()
    for start in (opened.series_panel.list, opened.tabs.tabBar()):
        reached |= _reached(qtbot, opened, start)
    reached |= _reached(qtbot, opened, opened.series_panel.list, Qt.Key.Key_Backtab)
    menu = _by_menu(opened)
    missed = []
    for widget in controls(opened):
        if not widget.isVisible() or not widget.isEnabled() or widget in reached:
            continue
        if isinstance(widget, QToolButton) and widget.objectName() in menu | {"measuring"}:
            continue
        if isinstance(widget, Viewport) or _is_group(widget, reached):
            continue
        missed.append(told(widget))
    assert not missed, "\n".join(missed)


def _is_group(widget: QWidget, reached: set[QWidget]) -> bool:
    """Whether arrow keys lead there from another of its group."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and bool(reached)


def test_f6_goes_round_the_parts_of_the_window(qtbot, opened):
    view = opened.grid.views[0]
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    seen = []
    for _ in range(3):
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_F6)
        seen.append(opened.focusWidget())
    assert seen == [opened.tabs.tabBar(), opened.series_panel.list, view]


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_focus_changes_the_picture_of_every_kind_of_control(qtbot, opened, qapp, theme):
    apply_theme(qapp, theme)
    opened.tabs.setCurrentIndex(0)
    kinds: dict[type, QWidget] = {}
    for widget in _reached(qtbot, opened, opened.series_panel.list):
        kinds.setdefault(type(widget), widget)
    blind = []
    for widget in kinds.values():
        opened.setFocus()
        without = _picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(widget.hasFocus)
        if _picture(widget) == without:
            blind.append(told(widget))
    apply_theme(qapp, "dark")
    assert not blind, "\n".join(blind)


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_sheet_and_preferences_are_left_by_escape(qtbot, opened):
    for kind in (PreferencesWindow, ShortcutSheet):
        opened.actions_table.by_name["preferences" if kind is PreferencesWindow else "shortcuts"].trigger()
        window = opened.findChild(kind)
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert not window.isVisible()
