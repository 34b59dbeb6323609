"""Nothing that was measured is lost without a word when the study or the window closes."""

import pydicom
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.app.measuring_window import begin, key
from tests.app.mouse import click, drag, drop

SLOW = 60_000
Left, Keys = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def measured(qtbot, window, catalogue):
    """A distance drawn with the mouse, in no file yet."""
    begin(qtbot, window, catalogue)
    key(window, Keys.Key_D)
    drag(window.grid.views[0], (200, 250), (300, 310))
    assert len(window.session.measurements.unsaved) == 1
    return window


def bar(window):
    return window.measuring.unsaved


def close_study(window):
    QTest.keyClick(window, Keys.Key_W, Qt.KeyboardModifier.ControlModifier)


def test_the_list_says_what_is_not_saved(measured):
    assert measured.metrics_panel.measurements.note.text() == "1 measurement is not saved yet."


@pytest.mark.parametrize("how", [close_study, lambda window: window.close()], ids=["study", "window"])
class TestClosing:
    def test_asks_and_leaves_the_window_alive(self, measured, how):
        how(measured)
        assert measured.isVisible()
        assert bar(measured).isVisible()
        assert "1 measurement" in bar(measured).text.text()
        assert bar(measured).save.hasFocus()
        assert QApplication.activeModalWidget() is None
        key(measured, Keys.Key_D)
        drag(measured.grid.views[0], (220, 450), (320, 470))
        assert "2 measurements" in bar(measured).text.text()

    def test_kept_open(self, qtbot, measured, how):
        how(measured)
        QTest.keyClick(bar(measured).save, Keys.Key_Escape)
        assert not bar(measured).isVisible()
        how(measured)
        qtbot.mouseClick(bar(measured).stay, Left)
        assert not bar(measured).isVisible()
        assert measured.isVisible()
        assert len(measured.session.measurements.items) == 1

    def test_closed_without_saving(self, qtbot, measured, how):
        how(measured)
        qtbot.mouseClick(bar(measured).discard, Left)
        assert not bar(measured).isVisible()
        assert measured.session.series is None or not measured.isVisible()

    def test_saved_and_then_closed(self, qtbot, measured, how, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        how(measured)
        QTest.keyClick(bar(measured).save, Keys.Key_Return)
        gone = lambda: measured.session.series is None or not measured.isVisible()  # noqa: E731
        qtbot.waitUntil(gone, timeout=SLOW)
        (written,) = tmp_path.glob("measurements-*.dcm")
        assert pydicom.dcmread(written).Modality == "SR"

    def test_a_folder_that_was_not_chosen_closes_nothing(self, measured, how, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
        how(measured)
        QTest.keyClick(bar(measured).save, Keys.Key_Return)
        assert bar(measured).isVisible()
        assert len(measured.session.measurements.items) == 1

    def test_a_failed_save_closes_nothing(self, qtbot, measured, how, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "gone"))
        how(measured)
        QTest.keyClick(bar(measured).save, Keys.Key_Return)
        qtbot.waitUntil(lambda: not measured.jobs.busy, timeout=SLOW)
        assert "could not be written" in measured.message_bar.text.text()
        assert bar(measured).isVisible()
        assert len(measured.session.measurements.unsaved) == 1

    def test_deleting_it_ends_the_question(self, measured, how):
        how(measured)
        key(measured, Keys.Key_Delete)
        assert not bar(measured).isVisible()


class TestWhatCounts:
    def test_saved_is_not_asked_about_and_changed_again_is(self, qtbot, measured, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        qtbot.mouseClick(measured.metrics_panel.measurements.save, Left)
        qtbot.waitUntil(lambda: not measured.jobs.busy, timeout=SLOW)
        assert measured.session.measurements.unsaved == ()
        assert not measured.metrics_panel.measurements.note.isVisible()
        (item,) = measured.session.measurements.items
        layer = measured.measuring.layers[0]
        at = layer.items[item.uid].mapToScene(*item.points[1])
        drag(measured.grid.views[0], (at.x(), at.y()), (at.x() + 30, at.y()))
        assert len(measured.session.measurements.unsaved) == 1
        key(measured, Keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert measured.session.measurements.unsaved == ()

    def test_what_came_with_the_study_is_in_a_file(self, qtbot, measured, demo, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        qtbot.mouseClick(measured.metrics_panel.measurements.save, Left)
        qtbot.waitUntil(lambda: not measured.jobs.busy, timeout=SLOW)
        close_study(measured)
        drop(measured, demo / "ct", tmp_path)
        qtbot.waitUntil(lambda: not measured.opening.busy, timeout=SLOW)
        qtbot.waitUntil(lambda: len(measured.session.measurements.items) == 1, timeout=SLOW)
        assert measured.session.measurements.unsaved == ()
        close_study(measured)
        assert measured.session.series is None

    def test_nothing_drawn_nothing_asked(self, qtbot, window, catalogue):
        begin(qtbot, window, catalogue)
        click(window.grid.views[0], (200, 200))
        close_study(window)
        assert not bar(window).isVisible()
        assert window.session.series is None
