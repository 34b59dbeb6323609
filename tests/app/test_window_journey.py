"""The product's main job in the window, by mouse and keys alone: drop, enhance, compare, measure, export."""

import hashlib

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QTabBar, QTableWidget, QToolButton

from app.compare import Cell, Side
from app.main_window import make_window
from app.state import Overlay
from app.texts import LabelKind
from core.enhance.cnn import USUAL_STRENGTH
from core.recipe import Recipe, Step
from tests.app.mouse import Left, Right, click, drag, drop, move, wheel

SLOW = 60_000
"""Milliseconds; for a busy machine, not for the product."""


def press(qtbot, window, name):
    """Click a button of the tool bar."""
    qtbot.mouseClick(window.findChild(QToolButton, name), Left)


def enhanced(window):
    """Whether what is on screen is enhanced and nothing is still being made."""

    def check():
        series, index = window.session.series, window.session.index
        assert window.feed.idle
        assert window.feed.enhanced is not None
        assert window.feed.enhanced.frame.key == series.frames[index].key

    return check


def kinds(view):
    return [label.kind for label in (*view.content().labels_left, *view.content().labels_right)]


def digests(series):
    paths = {ref.source.path for ref in series.frames}
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.mark.parametrize(("folder", "modality", "count"), [("ct", "CT", 6), ("mr", "MR", 6), ("dx", "DX", 1)])
def test_drop_enhance_compare_measure_export(
    qtbot, window, demo, tmp_path, monkeypatch, folder, modality, count
):
    session = window.session
    assert drop(window, *sorted((demo / folder).glob("*.dcm"))[:count])
    see_the_original(qtbot, window)
    assert (session.series.modality, len(session.series.frames)) == (modality, count)
    before = digests(session.series)
    scroll_window_and_zoom(window, count)
    enhance_and_compare(qtbot, window)
    measure_a_region(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    files = export_by_key(qtbot, window, tmp_path / "out")
    assert len(files) == count
    assert digests(session.series) == before
    check_derived(files, session.series, window.feed)
    open_the_result(qtbot, window, tmp_path / "out")
    assert len(session.series.frames) == count


def see_the_original(qtbot, window):
    view = window.grid.views[0]
    qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=SLOW)
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=SLOW)
    assert view.cell == Cell(Side.ORIGINAL)
    assert LabelKind.PROCESSED not in kinds(view)


def scroll_window_and_zoom(window, count):
    view, session = window.grid.views[0], window.session
    index = session.index
    wheel(view, (200, 300), 1)
    assert session.index == (index - 1 if count > 1 and index else index)
    drag(view, (200, 300), (260, 280))
    drag(view, (200, 300), (200, 270), Right)
    assert session.window is not None
    assert session.view is not None


def enhance_and_compare(qtbot, window):
    """One click enhances; the split line is dragged and stays live while the wheel scrolls."""
    view, session = window.grid.views[0], window.session
    press(qtbot, window, "enhance")
    qtbot.waitUntil(enhanced(window), timeout=SLOW)
    assert view.content().labels_left[0].kind is LabelKind.PROCESSED
    assert "PROCESSED" in view.content().labels_left[0].text
    press(qtbot, window, "split")
    assert view.cell == Cell(Side.ORIGINAL, Side.PROCESSED)
    middle = view.width() / 2
    drag(view, (middle + 2, 400), (middle + 102, 400))
    assert session.split > 0.55
    wheel(view, (200, 300), -1)
    qtbot.waitUntil(enhanced(window), timeout=SLOW)
    assert view.content().labels_right[0].text == window.feed.enhanced.label(USUAL_STRENGTH)
    move(view, (view.width() * 0.9, 400))


def measure_a_region(qtbot, window):
    """A region drawn with the mouse is measured before and after, beside the scores."""
    view, tabs = window.grid.views[0], window.tabs.findChild(QTabBar)
    qtbot.mouseClick(tabs, Left, pos=tabs.tabRect(1).center())
    assert window.metrics_panel.isVisible()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_E)
    drag(view, (200, 250), (280, 330))
    (drawn,) = window.session.measurements.items
    inside = drawn.region.mask(window.feed.frame.shape)
    mean = window.feed.frame.values[inside].astype(float).mean()
    qtbot.waitUntil(
        lambda: any(f"{mean:.1f}" in text.replace("−", "-") for text in numbers(window)), timeout=SLOW
    )
    qtbot.waitUntil(lambda: any("PSNR" in text for text in numbers(window)), timeout=SLOW)


def export_by_key(qtbot, window, folder):
    QTest.keyClick(window.grid.views[0], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.job_bar.isVisible()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=SLOW)
    assert "exported" in window.message_bar.text.text()
    return sorted(folder.rglob("*.dcm"))


def open_the_result(qtbot, window, folder):
    """The result opens like any study and never passes for an original."""
    session, labels = window.session, window.grid.views[0].content
    drop(window, folder)
    qtbot.waitUntil(lambda: session.series.derived and not window.opening.busy, timeout=SLOW)
    qtbot.waitUntil(
        lambda: (
            window.feed.frame is not None
            and window.feed.frame.key == session.series.frames[session.index].key
        ),
        timeout=SLOW,
    )
    assert any("DERIVED" in label.text or "PROCESSED" in label.text for label in labels().labels_left)
    assert "ORIGINAL" not in [label.text for label in labels().labels_left]


def numbers(window):
    """All texts of the metrics panel."""
    texts = [label.text() for label in window.metrics_panel.findChildren(QLabel)]
    for table in window.metrics_panel.findChildren(QTableWidget):
        for row in range(table.rowCount()):
            texts += [table.item(row, c).text() for c in range(table.columnCount()) if table.item(row, c)]
            header = table.verticalHeaderItem(row)
            texts += [header.text()] if header is not None else []
    return texts


def check_derived(files, series, feed):
    sources = {ref.uid for ref in series.frames}
    headers = [pydicom.dcmread(path) for path in files]
    assert len({h.SOPInstanceUID for h in headers} - sources) == len(files)
    assert {h.SeriesInstanceUID for h in headers}.isdisjoint({series.uid})
    assert {h.StudyInstanceUID for h in headers} == {series.study.uid}
    assert all(h.ImageType[0] == "DERIVED" for h in headers)
    shown = feed.enhanced
    same = next(h for h in headers if h.SourceImageSequence[0].ReferencedSOPInstanceUID == shown.frame.uid)
    values = same.pixel_array * float(same.get("RescaleSlope", 1)) + float(same.get("RescaleIntercept", 0))
    stored = shown.frame.format
    limits = shown.frame.transform.apply(np.array([stored.lowest, stored.highest]))
    assert np.abs(values - np.clip(shown.image, *limits)).max() <= float(same.get("RescaleSlope", 1))


@pytest.fixture
def ready(qtbot, window, demo):
    """Open the CT demo, enhanced by a fast method, the view having the keys."""
    drop(window, demo / "ct")
    qtbot.waitUntil(lambda: window.feed.frame is not None and not window.opening.busy, timeout=SLOW)
    window.session.set_recipe(Recipe((Step("gaussian"),)))
    press(qtbot, window, "enhance")
    qtbot.waitUntil(enhanced(window), timeout=SLOW)
    window.grid.views[0].setFocus()
    return window


def test_whole_series_is_enhanced_ahead_with_progress(qtbot, ready):
    seen = []
    ready.jobs.progressed.connect(seen.append)
    qtbot.mouseClick(ready.methods_panel.apply, Left)
    assert ready.job_bar.isVisible()
    qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
    assert [p.done for p in seen] == list(range(1, 21))
    assert seen[-1].remaining == 0
    assert not ready.job_bar.isVisible()
    shown = []
    ready.feed.enhancedChanged.connect(shown.append)
    for index in (2, 11, 5):
        ready.session.set_index(index)
        qtbot.waitUntil(enhanced(ready))
    assert all(e is not None and not ready.feed.busy for e in shown)


def test_cancelled_export_leaves_nothing(qtbot, ready, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    ready.jobs.progressed.connect(lambda _progress: ready.job_bar.cancel.click())
    QTest.keyClick(ready.grid.views[0], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
    assert list((tmp_path / "out").rglob("*")) == []


def test_one_task_at_a_time(qtbot, ready, tmp_path):
    ready.exporting.apply_to_series()
    ready.exporting.export_to(ready.session.series, tmp_path)
    assert "still running" in ready.message_bar.text.text()
    qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
    assert list(tmp_path.rglob("*.dcm")) == []


def test_export_without_enhancing_says_what_to_do(qtbot, ready):
    ready.session.set_enabled(False)
    ready.exporting.export_series()
    assert "Enhance" in ready.message_bar.text.text()


class TestPictures:
    @pytest.fixture
    def chosen(self, tmp_path, monkeypatch):
        path = tmp_path / "picture.png"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        return path

    def test_as_seen_without_patient(self, qtbot, ready, chosen):
        view = ready.grid.views[0]
        with_patient = ready.grid.picture(identified=True).toImage()
        QTest.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        picture = QImage(str(chosen))
        assert picture.size() == with_patient.size()
        assert ready.session.overlay is Overlay.FULL  # the screen is as it was
        corner = (10, 34, 90, 34)  # the patient's lines under the label
        assert bright(with_patient.copy(*corner)) > 20
        assert bright(picture.copy(*corner)) == 0
        assert bright(picture.copy(10, 10, 90, 20)) > 20  # the label stays

    def test_16_bits_of_every_pixel(self, qtbot, ready, chosen):
        ready.exporting.export_deep_picture()
        picture = QImage(str(chosen))
        assert picture.format() == QImage.Format.Format_Grayscale16
        assert picture.width() == 2 * 512 + 8

    def test_unwritable_place_is_told(self, ready, tmp_path, monkeypatch):
        missing = tmp_path / "missing" / "x.png"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(missing), ""))
        ready.exporting.export_deep_picture()
        assert "could not be written" in ready.message_bar.text.text()


def bright(image):
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return int((rows[:, : grey.width()] > 150).sum())


def test_strip_is_permanent(qtbot, ready):
    for keys in ((Qt.Key.Key_I,), (Qt.Key.Key_I,), (Qt.Key.Key_F9,), (Qt.Key.Key_Escape,)):
        QTest.keyClick(ready.grid.views[0], *keys)
        assert ready.strip.isVisible()
        assert "NOT FOR DIAGNOSTIC USE" in [label.text() for label in ready.strip.findChildren(QLabel)]


def test_layout_is_remembered(qtbot, ready):
    ready.resize(780, 700)  # what the screen has room for
    ready.splitter.setSizes([190, 350, 234])
    left, _, right = ready.splitter.sizes()
    ready.close()
    again = make_window(ready._settings)
    again.show()
    qtbot.waitExposed(again)
    assert (again.splitter.sizes()[0], again.splitter.sizes()[2]) == (left, right)
    again.close()


def test_a_click_changes_nothing(qtbot, ready):
    session = ready.session
    drawn = session.measurements
    state = session.index, session.window, session.view, drawn.items, session.recipe
    click(ready.grid.views[0], (300, 300))
    assert (session.index, session.window, session.view, drawn.items, session.recipe) == state
