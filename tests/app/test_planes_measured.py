"""Measuring on planes of the real window, driven by keys and mouse, saved and read again."""

import csv
import io

import numpy as np
import pydicom
import pytest
from pydicom.uid import Comprehensive3DSRStorage
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QFileDialog

from core.dicom.reported import read_report
from core.dicom.study import Source
from core.measurement import Kind
from core.space import to_patient
from tests.app.mouse import drag, drop
from tests.app.pictured import pictured
from tests.app.planes_window import (
    frames,
    key,
    open_folder,
    show_planes,
)


@pytest.fixture
def ct(qtbot, window, demo):
    return open_folder(qtbot, window, demo / "ct")


@pytest.fixture
def planes(qtbot, ct):
    return show_planes(qtbot, ct)


class TestMeasuring:
    """What is measured on planes is saved as places in the patient, and comes back onto them."""

    @pytest.fixture
    def measured(self, qtbot, planes):
        """A distance on the coronal plane, an ellipse on the maximum of a slab."""
        for number, letter in ((2, "D"), (1, "E")):
            view = planes.grid.cells[number].views[0]
            view.setFocus()
            key(planes, letter)
            middle = QPointF(view.rect().center())
            drag(view, (middle.x() - 40, middle.y() - 6), (middle.x() + 45, middle.y() + 8))
        qtbot.waitUntil(pictured(planes), timeout=30_000)
        return planes

    def save(self, qtbot, window, folder, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        key(window, "Ctrl+Shift+S")
        qtbot.waitUntil(lambda: window.session.measurements.unsaved == (), timeout=60_000)

    def shown(self, window, number):
        return window.measuring.layers[2 * number].items

    def test_saved_and_brought_back(self, qtbot, measured, demo, tmp_path, monkeypatch):
        drawn = measured.session.measurements.items
        assert [item.kind for item in drawn] == [Kind.DISTANCE, Kind.ELLIPSE]
        self.save(qtbot, measured, tmp_path, monkeypatch)
        (path,) = tmp_path.glob("*.dcm")
        assert pydicom.dcmread(path).SOPClassUID == Comprehensive3DSRStorage
        key(measured, "Ctrl+W")
        assert measured.session.series is None
        open_folder(qtbot, measured, demo / "ct")
        drop(measured, path)
        qtbot.waitUntil(lambda: len(measured.session.measurements.waiting) == 2, timeout=30_000)
        assert "planes" in measured.message_bar.text.text()
        measured.session.set_series(next(s for s in measured.session.catalogue.series if s.modality == "CT"))
        measured.grid.views[0].setFocus()
        show_planes(qtbot, measured)
        back = measured.session.measurements.items
        assert [(m.uid, m.kind, m.frame, m.name) for m in back] == [
            (m.uid, m.kind, m.frame, m.name) for m in drawn
        ]
        for now, then in zip(back, drawn, strict=True):
            np.testing.assert_allclose(now.points, then.points, atol=2e-3)
        assert set(self.shown(measured, 2)) == {drawn[0].uid}
        assert set(self.shown(measured, 1)) == {drawn[1].uid}
        assert measured.session.measurements.unsaved == ()

    def test_length_is_that_in_the_patient(self, measured):
        line = measured.session.measurements.items[0]
        frame = frames(measured)[2]
        ends = [to_patient(frame.geometry, point) for point in line.points]
        (words,) = self.shown(measured, 2)[line.uid].lines
        assert float(words.split()[0]) == pytest.approx(np.linalg.norm(ends[1] - ends[0]), abs=0.06)

    def test_listed_and_saved_after_the_planes_are_left(self, qtbot, measured, tmp_path, monkeypatch):
        key(measured, "Ctrl+5")
        assert not measured.planes.shown
        measured.tabs.setCurrentIndex(1)
        table = measured.metrics_panel.measurements.table
        qtbot.waitUntil(lambda: table.rowCount() == 2, timeout=30_000)
        where = [table.item(row, 2).text().split()[0] for row in range(2)]
        assert sorted(where) == ["Axial", "Coronal"]
        table.chosen.emit(0)
        assert "no cell shows now" in measured.message_bar.text.text()
        self.save(qtbot, measured, tmp_path, monkeypatch)
        assert len(list(tmp_path.glob("*.dcm"))) == 1

    def test_a_volume_that_gave_way_is_cut_again_for_saving(self, qtbot, measured, tmp_path, monkeypatch):
        measured.feed.volumes.hold(None)
        self.save(qtbot, measured, tmp_path, monkeypatch)
        (path,) = tmp_path.glob("*.dcm")
        assert len(read_report(Source(path))) == 2

    def test_the_table_tells_plane_and_place(self, qtbot, measured, tmp_path, monkeypatch):
        path = tmp_path / "table.csv"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        measured.actions_table.by_name["save_measurement_table"].trigger()
        qtbot.waitUntil(lambda: not measured.jobs.busy and path.exists(), timeout=60_000)
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
        assert [row["plane"] for row in rows] == ["CORONAL-thin", "AXIAL-MIP-10"]
        assert all(row["SOP instance UID"] == "" for row in rows)
        line, frame = measured.session.measurements.items[0], frames(measured)[2]
        ends = [to_patient(frame.geometry, point) for point in line.points]
        told = [
            [float(v) for v in part.strip(" ()").split()]
            for part in rows[0]["points in the patient (x y z, mm, LPS)"].split(";")
        ]
        np.testing.assert_allclose(told, ends, atol=0.006)
