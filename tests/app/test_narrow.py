"""A screen of 1920 × 1200 at 200 % is one of 960 × 600 points: the window fits, and no word is cut off.

In English and in German, whose words are the longest of the five languages.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSettings, Qt, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QScrollArea,
    QToolBar,
    QToolButton,
    QWidget,
)

from app.first_start import FirstStart
from app.flow import Flow
from app.main_window import MainWindow, make_window
from app.settings import Settings
from app.theme import apply_theme
from app.translation import install_language
from core.measurement import Kind, Measurement

SMALL = 944, 552
"""Points that are left for a window beside its frame."""
STATES = ("open", "two", "four", "planes", "blend", "measure")
DIALOGS = ("preferences", "anonymise", "export_film", "batch", "tags", "shortcuts", "guide", "about")


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[None]:
    """Put the program's own theme on, whose paddings and fonts decide what fits."""
    before = qapp.styleSheet(), QPalette(qapp.palette())
    apply_theme(qapp)
    yield
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


@pytest.fixture(params=["en", "de"])
def small(
    qtbot, qapp: QApplication, tmp_path: Path, demo: Path, themed: None, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """Show the CT in a window as small as a screen of 960 × 600 points has room for."""
    before = set(qapp.findChildren(QTranslator))
    install_language(qapp, request.param)
    window = make_window(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)))
    window.resize(*SMALL)
    window.show()
    qtbot.waitExposed(window)
    window.opening.open([demo / "ct"])
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
    yield window
    for translator in set(qapp.findChildren(QTranslator)) - before:
        QCoreApplication.removeTranslator(translator)
        translator.setParent(None)
    window.close()
    window.deleteLater()


def bring(qtbot, window: MainWindow, state: str) -> None:
    """Bring the window into a state by the actions of its menus."""
    trigger: Callable[[str], None] = lambda name: window.actions_table.by_name[name].trigger()  # noqa: E731
    match state:
        case "two":
            trigger("layout_beside")
        case "four":
            trigger("layout_four")
        case "planes":
            trigger("planes")
            qtbot.waitUntil(lambda: window.planes.shown, timeout=60_000)
        case "blend":
            trigger("blend")
        case "measure":
            frame = window.feed.frame
            assert frame is not None
            ellipse = Measurement(Kind.ELLIPSE, ((100.0, 100.0), (180.0, 160.0)), frame.key, "Liver")
            window.session.measurements.add(ellipse)
            window.tabs.setCurrentIndex(1)
    qtbot.wait(300)  # for what is laid out late


def cut_off(top: QWidget) -> list[str]:
    """Return the buttons and labels whose words have less room than they need."""
    return [
        f"{type(widget).__name__} {widget.text()!r}: {widget.size().toTuple()}"
        for widget in top.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLabel)
        and widget.isVisible()
        and widget.text()
        and not _has_room(widget)
    ]


def _has_room(widget: QAbstractButton | QLabel) -> bool:
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return True
    if isinstance(widget, QLabel) and (widget.pixmap() or "…" in widget.text()):
        return True
    if isinstance(widget, QLabel) and widget.height() < widget.heightForWidth(widget.width()):
        return False  # lines are lacking
    return widget.width() >= widget.minimumSizeHint().width() and _is_inside(widget)


def _is_inside(widget: QWidget) -> bool:
    """Whether no parent cuts it off at its sides; up and down there may be a bar to scroll."""
    at, parent = widget, widget.parentWidget()
    while parent is not None and not at.isWindow():
        area = QRect(widget.mapTo(parent, widget.rect().topLeft()), widget.size())
        if area.left() < 0 or area.right() >= parent.width():
            return False
        at, parent = parent, parent.parentWidget()
    return True


@pytest.mark.parametrize("state", STATES)
def test_window_fits_and_no_word_is_cut_off(qtbot, small: MainWindow, state: str) -> None:
    bring(qtbot, small, state)
    assert small.size().toTuple() == SMALL
    assert small.minimumSizeHint().width() <= SMALL[0]
    assert small.minimumSizeHint().height() <= SMALL[1]
    assert cut_off(small) == []
    overflow = small.findChild(QToolBar).findChild(QToolButton, "qt_toolbar_ext_button")
    assert overflow is None or not overflow.isVisible()


def test_images_have_the_larger_part_at_the_start(small: MainWindow) -> None:
    assert small.splitter.sizes()[1] > 0.4 * sum(small.splitter.sizes())


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_cuts_words_off(qtbot, small: MainWindow, name: str) -> None:
    small.actions_table.by_name[name].trigger()
    qtbot.wait(300)
    shown = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not small]
    dialogs = [top for top in shown if isinstance(top, QDialog) or top.windowTitle()]
    assert dialogs
    for dialog in dialogs:
        assert cut_off(dialog) == []
        dialog.close()


def test_the_notice_of_the_first_start_shows_all_its_words(qtbot, small: MainWindow) -> None:
    notice = FirstStart(Settings(small._settings._store), small)
    notice.open()
    qtbot.wait(300)
    assert cut_off(notice) == []
    notice.finished.disconnect()
    notice.close()


class TestFlow:
    @pytest.fixture
    def row(self, qtbot) -> QWidget:
        row = QWidget()
        qtbot.addWidget(row)
        flow = Flow(row, at_right=1)
        for width in (100, 80, 60):
            part = QLabel(row)
            part.setFixedSize(width, 20)
            flow.addWidget(part)
        return row

    def places(self, row: QWidget) -> list[tuple[int, int]]:
        return [(part.x(), part.y()) for part in row.findChildren(QLabel)]

    def test_one_line_with_the_last_at_the_right(self, row: QWidget) -> None:
        row.resize(400, 50)
        row.show()
        assert self.places(row) == [(8, 2), (114, 2), (400 - 8 - 60, 2)]

    def test_as_many_lines_as_are_needed(self, row: QWidget) -> None:
        row.resize(230, 60)
        row.show()
        assert self.places(row) == [(8, 2), (114, 2), (230 - 8 - 60, 28)]
        assert row.heightForWidth(230) == 2 + 20 + 6 + 20 + 2
        assert row.minimumSizeHint().width() == 116

    def test_what_is_hidden_takes_no_room(self, row: QWidget) -> None:
        row.findChildren(QLabel)[0].hide()
        row.resize(400, 50)
        row.show()
        assert self.places(row)[1] == (8, 2)


def test_scrolled_panels_scroll_up_and_down_only(qtbot, small: MainWindow) -> None:
    qtbot.wait(300)
    for area in small.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None:
            assert content.minimumSizeHint().width() <= area.viewport().width()
