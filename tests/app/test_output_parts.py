"""What is asked before exports, painted on pages, and shown of data elements, without the main window."""

import shutil
import subprocess

import numpy as np
import pytest
from PIL import Image
from pydicom.sr.codedict import codes
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.export_dialogs import AnonymiseDialog, FilmDialog
from app.printing import make_page, write_pdf
from app.tags_model import Column, TagsModel
from core.deidentify.profile import Option
from core.dicom.decode import read_frame
from core.dicom.tags import compared, tags_of
from core.enhance.network import Networks
from core.movie import Layout
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop
from core.window import Window
from tests.app.mouse import Left


def tick(qtbot, button):
    qtbot.mouseClick(button, Left, pos=button.rect().center().__class__(8, button.height() // 2))


class TestDialogs:
    def test_film(self, qtbot):
        dialog, chosen = FilmDialog(enhanced=True), []
        qtbot.addWidget(dialog)
        dialog.chosen.connect(chosen.append)
        dialog.show()
        for button in (dialog.split, dialog.gif, dialog.identified):
            tick(qtbot, button)
        dialog.rate.setValue(24)
        qtbot.mouseClick(dialog.go_on, Left)
        (choice,) = chosen
        assert (choice.layout, choice.suffix, choice.rate, choice.identified) == (
            Layout.SPLIT,
            ".gif",
            24,
            True,
        )

    def test_film_of_the_original_has_no_layout(self, qtbot):
        dialog, chosen = FilmDialog(enhanced=False), []
        qtbot.addWidget(dialog)
        dialog.chosen.connect(chosen.append)
        dialog.show()
        assert not dialog.isModal()
        qtbot.mouseClick(dialog.go_on, Left)
        assert not chosen[0].identified

    def test_anonymise(self, qtbot):
        dialog, chosen = AnonymiseDialog(enhanced=True, several=True), []
        qtbot.addWidget(dialog)
        dialog.chosen.connect(chosen.append)
        dialog.show()
        for button in (dialog.enhanced, dialog.everything, dialog.options[Option.DATES], dialog.burned_in):
            tick(qtbot, button)
        qtbot.mouseClick(dialog.go_on, Left)
        (choice,) = chosen
        assert choice.options == {Option.DATES}
        assert choice.enhanced
        assert choice.everything
        assert choice.burned_in

    def test_every_option_of_the_profile_is_offered_and_off(self, qtbot):
        dialog = AnonymiseDialog(enhanced=False, several=False)
        qtbot.addWidget(dialog)
        assert set(dialog.options) == set(Option)
        assert not any(check.isChecked() for check in dialog.options.values())
        assert not dialog.enhanced.isEnabled()
        assert not dialog.everything.isEnabled()
        methods = [getattr(codes.cid7050, name) for name in codes.cid7050.dir()]
        named = {f"{code.meaning} (DCM {code.value})" for code in methods}
        assert {check.toolTip() for check in dialog.options.values()} < named

    def test_cancel_chooses_nothing(self, qtbot):
        dialog, chosen = FilmDialog(enhanced=True), []
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.chosen.connect(chosen.append)
        dialog.show()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        assert chosen == []


class TestPage:
    @pytest.fixture
    def page(self, by_modality):
        series = by_modality["CT"]
        frame = read_frame(series.frames[3])
        enhanced = Pipeline(Networks(device="cpu")).run(frame, Recipe((Step("gaussian"),)), Stop())
        window = Window(40, 400)
        return make_page(series, frame, enhanced, window, inverted=False, identified=False)

    def test_pdf_shows_both_and_the_note(self, qtbot, page, tmp_path):
        """Rendered by Ghostscript: both pictures in place, and the words that it extracts."""
        if shutil.which("gs") is None:
            pytest.skip("Ghostscript is not installed")
        path = tmp_path / "page.pdf"
        write_pdf(page, path)
        args = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-r72"]
        subprocess.run([*args, "-sDEVICE=pnggray", f"-sOutputFile={tmp_path}/p.png", str(path)], check=True)
        words = subprocess.run(
            [*args, "-sDEVICE=txtwrite", "-sOutputFile=-", str(path)], check=True, capture_output=True
        ).stdout.decode()
        for text in ("ORIGINAL", "PROCESSED", "NOT FOR DIAGNOSTIC USE", "Slice 4 of 20", "400 / 40"):
            assert text in " ".join(words.split())
        shown = np.asarray(Image.open(tmp_path / "p.png"))
        assert shown.shape[1] > shown.shape[0]  # landscape
        half = shown.shape[1] // 2
        dark = (shown < 40).mean(axis=0)
        assert dark[:half].max() > 0.2
        assert dark[half:].max() > 0.2

    def test_pixels_are_printed_as_shown(self, qtbot, page):
        (_, before), (_, after) = page.pictures
        assert before.shape == after.shape == (512, 512)
        assert not np.array_equal(before, after)

    def test_patient_only_if_asked(self, qtbot, by_modality):
        series = by_modality["CT"]
        frame = read_frame(series.frames[0])
        plain, named = (
            make_page(series, frame, None, Window(40, 400), inverted=False, identified=identified)
            for identified in (False, True)
        )
        assert series.study.patient.id
        assert not any(series.study.patient.id in line for line in plain.lines)
        assert any(series.study.patient.id in line for line in named.lines)
        assert len(plain.pictures) == 1


class TestTagsModel:
    @pytest.fixture
    def model(self, qtbot, demo, qtmodeltester):
        import pydicom

        left, right = (pydicom.dcmread(demo / "ct" / f"ct_0{n}.dcm", stop_before_pixels=True) for n in (1, 2))
        right.PatientComments = "new"
        model = TagsModel()
        model.show(compared(tags_of(left), tags_of(right)), compared=True)
        qtmodeltester.check(model)
        return model

    def rows(self, model):
        return {
            model.index(n, Column.NAME).data(): [model.index(n, c).data() for c in Column]
            for n in range(model.rowCount())
        }

    def test_signs_and_both_values(self, model):
        rows = self.rows(model)
        assert rows["PatientComments"][0].startswith("+ (0010,4000)")
        assert rows["PatientComments"][3:] == ["", "new"]
        assert rows["SOPInstanceUID"][0].startswith("≠")
        assert rows["Rows"][3:] == ["512", "512"]

    def test_colour_is_not_the_only_signal(self, model):
        for n in range(model.rowCount()):
            index = model.index(n, 0)
            coloured = isinstance(index.data(Qt.ItemDataRole.ForegroundRole), QColor)
            assert coloured == (not index.data().startswith("  "))
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert coloured == any(word in spoken for word in ("added", "removed", "changed"))
