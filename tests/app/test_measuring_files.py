"""Measurements saved from the window and found again when the study is opened."""

import csv
import io

import pydicom
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.main_window import make_window
from app.settings import Settings
from core.dicom.decode import read_frame
from core.measurement import length
from core.recipe import Recipe, Step
from core.stop import Stop
from tests.app.mouse import drag, drop

SLOW = 60_000


@pytest.fixture
def study(demo):
    """Six slices of the demo CT."""
    return sorted((demo / "ct").glob("*.dcm"))[:6]


@pytest.fixture
def measured(qtbot, window, study):
    """A distance on one slice and an ellipse on the next, both drawn with the mouse."""
    opened(qtbot, window, study)
    draw(qtbot, window, Qt.Key.Key_D, 1)
    draw(qtbot, window, Qt.Key.Key_E, 2)
    return window


def opened(qtbot, window, paths):
    drop(window, *paths)
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=SLOW)


def draw(qtbot, window, key, index):
    session, view = window.session, window.grid.views[0]
    session.set_index(index)
    qtbot.waitUntil(lambda: window.feed.frame.key == session.series.frames[index].key, timeout=SLOW)
    view.setFocus()
    QTest.keyClick(view, key)
    drag(view, (200, 250), (300, 310))


def saved(qtbot, window):
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=SLOW)
    assert "saved as" in window.message_bar.text.text()


def test_saved_with_the_study_and_read_back(qtbot, measured, study, tmp_path, monkeypatch):
    folder = tmp_path / "study"
    folder.mkdir()
    for path in study:
        (folder / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(measured.grid.views[0], Qt.Key.Key_S, modifiers)
    saved(qtbot, measured)
    drawn = measured.session.measurements.items
    (report,) = folder.glob("measurements-*.dcm")
    data = pydicom.dcmread(report)
    assert data.StudyInstanceUID == measured.session.series.study.uid
    assert data.SeriesNumber not in {s.number for s in measured.session.catalogue.series}

    settings = Settings(QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat))
    again = make_window(settings)
    again.show()
    qtbot.waitExposed(again)
    opened(qtbot, again, [folder])
    qtbot.waitUntil(lambda: len(again.session.measurements.items) == 2, timeout=SLOW)
    for found, made in zip(again.session.measurements.items, drawn, strict=True):
        assert (found.kind, found.name, found.frame, found.uid) == (
            made.kind, made.name, made.frame, made.uid,
        )  # fmt: skip
        assert found.points == tuple(pytest.approx(point, abs=1e-3) for point in made.points)
    assert "came with the study" in again.message_bar.text.text()
    again.session.set_index(1)
    qtbot.waitUntil(lambda: drawn[0].uid in again.measuring.layers[0].items, timeout=SLOW)
    assert not again.session.can_undo, "what a file brought is no change of the user's"
    again.close()


def test_the_study_opened_again_brings_nothing_twice(qtbot, measured, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    measured.actions_table.by_name["save_measurements"].trigger()
    saved(qtbot, measured)
    drop(measured, tmp_path)
    qtbot.waitUntil(lambda: not measured.opening.busy, timeout=SLOW)
    qtbot.waitUntil(lambda: not measured.measuring.reports.busy, timeout=SLOW)
    assert len(measured.session.measurements.items) == 2


def test_nothing_is_written_over(qtbot, measured, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    for _ in range(3):
        measured.actions_table.by_name["save_measurements"].trigger()
        saved(qtbot, measured)
    assert len(list(tmp_path.glob("measurements-*.dcm"))) == 3


def test_table_before_and_after_on_every_slice(qtbot, measured, tmp_path, monkeypatch):
    measured.session.use_recipe(Recipe((Step("gaussian"),)))
    path = tmp_path / "table"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    measured.session.set_index(5)
    measured.tabs.setCurrentIndex(1)
    qtbot.mouseClick(measured.metrics_panel.measurements.save_table, Qt.MouseButton.LeftButton)
    saved(qtbot, measured)
    line, ellipse = csv.DictReader(io.StringIO((tmp_path / "table.csv").read_text("utf-8-sig")))
    first, second = measured.session.measurements.items
    frames = [read_frame(measured.session.series.frames[n]) for n in (1, 2)]
    assert (line["slice"], ellipse["slice"]) == ("2", "3")
    assert float(line["value"]) == pytest.approx(length(first.points, frames[0].geometry.spacing), rel=1e-5)
    inside = second.region.mask(frames[1].shape)
    assert float(ellipse["mean before"]) == pytest.approx(frames[1].values[inside].mean(), rel=1e-4)
    after = measured.feed.pipeline.run(frames[1], measured.session.active_recipe, Stop()).image
    assert float(ellipse["mean after"]) == pytest.approx(after[inside].mean(), rel=1e-4)
    assert float(ellipse["sd after"]) < float(ellipse["sd before"])
    assert "Gaussian" in ellipse["processing"]
    patient = measured.session.series.study.patient
    assert patient.name not in (tmp_path / "table.csv").read_text("utf-8-sig")


def test_an_unwritable_place_is_told(qtbot, measured, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "gone"))
    measured.actions_table.by_name["save_measurements"].trigger()
    qtbot.waitUntil(lambda: not measured.jobs.busy, timeout=SLOW)
    assert "could not be written" in measured.message_bar.text.text()


def test_there_is_nothing_to_save_before_something_is_drawn(qtbot, window, study):
    opened(qtbot, window, study)
    assert not window.actions_table.by_name["save_measurements"].isEnabled()
    assert not window.metrics_panel.measurements.save.isVisible()
