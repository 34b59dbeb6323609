"""Data elements, films, pages, anonymised copies and batches in the real window, by mouse and keys."""

import av
import pydicom
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.export_dialogs import AnonymiseDialog, FilmDialog
from app.main_window import make_window
from app.tags_model import Column
from core.deidentify.profile import Option
from core.places import batches_folder
from core.queue_file import Queue, queue_files
from core.recipe import Recipe, Step
from tests.app.mouse import Left, drop, wheel

SLOW = 60_000


@pytest.fixture(autouse=True)
def no_queue_is_left():
    yield
    for file in queue_files(batches_folder()):
        file.unlink()


@pytest.fixture
def ready(qtbot, window, demo):
    """The CT demo, enhanced by a fast method, the image having the keys."""
    drop(window, demo)
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=SLOW)
    ct = next(s for s in window.session.catalogue.series if s.modality == "CT")
    window.session.set_series(ct)
    window.session.set_index(5)
    window.session.set_recipe(Recipe((Step("gaussian"),)))
    window.session.set_enabled(True)
    key_of = ct.frames[5].key
    qtbot.waitUntil(
        lambda: window.feed.enhanced is not None and window.feed.frame.key == key_of, timeout=SLOW
    )
    qtbot.waitUntil(lambda: window.feed.idle, timeout=SLOW)
    window.grid.views[0].setFocus()
    return window


def key(window, *press):
    QTest.keyClick(window.grid.views[0], *press)


def tick(qtbot, button):
    """Click a switch where its box is."""
    qtbot.mouseClick(button, Left, pos=button.rect().topLeft() + button.rect().center().__class__(8, 10))


def said(window):
    return window.message_bar.text.text()


class TestTags:
    @pytest.fixture
    def tags(self, qtbot, ready):
        key(ready, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        tags = ready.output.tags
        qtbot.waitUntil(lambda: tags.model.rowCount() > 0, timeout=SLOW)
        return tags

    def names(self, tags):
        return [tags.model.index(n, Column.NAME).data() for n in range(tags.model.rowCount())]

    def test_key_shows_the_slice_on_screen_and_nothing_waits_for_it(self, ready, tags):
        assert tags.isVisible()
        assert not tags.isModal()
        expected = pydicom.dcmread(ready.session.series.frames[ready.session.index].source.path)
        at = self.names(tags).index("SOPInstanceUID")
        assert tags.model.index(at, Column.LEFT).data() == expected.SOPInstanceUID

    def test_follows_the_slice(self, qtbot, ready, tags):
        wheel(ready.grid.views[0], (200, 200), -1)
        uid = ready.session.series.frames[ready.session.index].uid
        at = self.names(tags).index("SOPInstanceUID")
        qtbot.waitUntil(lambda: tags.model.index(at, Column.LEFT).data() == uid, timeout=SLOW)

    def test_typing_searches(self, qtbot, tags):
        qtbot.keyClicks(tags.search, "0028,0010")
        assert self.names(tags) == ["Rows"]
        tags.search.clear()
        qtbot.keyClicks(tags.search, "demo-ct")
        assert self.names(tags) == ["PatientID"]
        qtbot.keyClicks(tags.search, "zzz")
        assert self.names(tags) == []
        assert not tags.copy.isEnabled()

    def test_value_is_copied(self, qtbot, tags):
        qtbot.keyClicks(tags.search, "PatientID")
        assert tags.value.toPlainText() == "DEMO-CT"
        qtbot.mouseClick(tags.copy, Left)
        assert QGuiApplication.clipboard().text() == "DEMO-CT"

    def test_difference_to_what_an_export_writes(self, qtbot, ready, tags, tmp_path):
        tick(qtbot, tags.compare)
        qtbot.waitUntil(lambda: "added (+)" in tags.note.text(), timeout=SLOW)
        shown = set(self.names(tags))
        assert {"ImageType", "SourceImageSequence", "DerivationDescription", "PixelData"} <= shown
        assert "Rows" not in shown
        ready.exporting.export_to(ready.session.series, tmp_path)
        qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
        index = ready.session.index
        written = pydicom.dcmread(sorted(tmp_path.rglob("*.dcm"))[index])
        at = self.names(tags).index("SeriesDescription")
        assert tags.model.index(at, Column.RIGHT).data() == written.SeriesDescription
        tick(qtbot, tags.changed)
        assert "Rows" in self.names(tags)

    def test_without_enhancing_it_says_what_to_do(self, qtbot, ready, tags):
        ready.session.set_enabled(False)
        tick(qtbot, tags.compare)
        qtbot.waitUntil(lambda: "Turn Enhance on" in tags.note.text(), timeout=SLOW)

    def test_nothing_open(self, qtbot, window):
        window.output.tags.show()
        assert "Open a study" in window.output.tags.note.text()


class TestFilm:
    def dialog(self, window) -> FilmDialog:
        key(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        (dialog,) = window.findChildren(FilmDialog)
        assert dialog.isVisible()
        assert not dialog.isModal()
        return dialog

    def test_mp4_of_the_series(self, qtbot, ready, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.mp4"), ""))
        qtbot.mouseClick(self.dialog(ready).go_on, Left)
        assert ready.job_bar.isVisible()
        qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
        assert said(ready) == "The film was saved as a.mp4."
        with av.open(str(tmp_path / "a.mp4")) as container:
            stream = container.streams.video[0]
            assert (stream.width, stream.average_rate) == (1032, 10)
            assert sum(1 for _ in container.decode(stream)) == 20

    def test_gif_with_a_line_between(self, qtbot, ready, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
        dialog = self.dialog(ready)
        for button in (dialog.split, dialog.gif):
            tick(qtbot, button)
        qtbot.mouseClick(dialog.go_on, Left)
        qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
        with Image.open(tmp_path / "a.gif") as picture:
            assert (picture.n_frames, picture.width) == (20, 512)

    def test_cancelled_film_leaves_nothing(self, qtbot, ready, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.mp4"), ""))
        ready.jobs.progressed.connect(lambda _progress: ready.job_bar.cancel.click())
        qtbot.mouseClick(self.dialog(ready).go_on, Left)
        qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
        assert list(tmp_path.glob("*.mp4")) + list(tmp_path.glob(".clearslice*")) == []


class TestAnonymise:
    def dialog(self, window) -> AnonymiseDialog:
        window.actions_table.by_name["anonymise"].trigger()
        (dialog,) = window.findChildren(AnonymiseDialog)
        return dialog

    def test_all_series_that_are_open(self, qtbot, ready, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
        dialog = self.dialog(ready)
        for button in (dialog.everything, dialog.options[Option.PATIENT]):
            tick(qtbot, button)
        qtbot.mouseClick(dialog.go_on, Left)
        qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
        assert said(ready).startswith("3 series were exported anonymised")
        headers = [pydicom.dcmread(p, stop_before_pixels=True) for p in (tmp_path / "out").rglob("*.dcm")]
        assert len(headers) == 45
        assert all(h.PatientIdentityRemoved == "YES" and h.PatientID.startswith("ANON-") for h in headers)

    def test_the_enhanced_series(self, qtbot, ready, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
        dialog = self.dialog(ready)
        tick(qtbot, dialog.enhanced)
        qtbot.mouseClick(dialog.go_on, Left)
        qtbot.waitUntil(lambda: not ready.jobs.busy, timeout=SLOW)
        headers = [pydicom.dcmread(p, stop_before_pixels=True) for p in (tmp_path / "out").rglob("*.dcm")]
        assert len(headers) == 20
        assert all(h.ImageType[0] == "DERIVED" and h.PatientID.startswith("ANON-") for h in headers)

    def test_originals_never_pass_for_enhanced(self, qtbot, ready):
        """Enhance is turned off while the dialog, which blocks nothing, is open."""
        dialog = self.dialog(ready)
        tick(qtbot, dialog.enhanced)
        ready.session.set_enabled(False)
        qtbot.mouseClick(dialog.go_on, Left)
        assert "Turn Enhance on" in said(ready)
        assert not ready.jobs.busy

    def test_burned_in_text_is_told(self, qtbot, window, demo, tmp_path, monkeypatch):
        dataset = pydicom.dcmread(demo / "dx" / "chest.dcm")
        dataset.BurnedInAnnotation = "YES"
        dataset.save_as(tmp_path / "a.dcm")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
        drop(window, tmp_path / "a.dcm")
        qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=SLOW)
        qtbot.mouseClick(self.dialog(window).go_on, Left)
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=SLOW)
        assert "burned into" in said(window)
        assert list((tmp_path / "out").rglob("*.dcm")) == []


class TestPage:
    def test_pdf(self, qtbot, ready, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.pdf"), ""))
        ready.actions_table.by_name["export_page"].trigger()
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
        assert said(ready) == "The page was saved as a.pdf."

    def test_print(self, qtbot, ready, tmp_path, monkeypatch):
        """By the real printer object, which the dialog sends to a file."""

        def to_file(dialog: QPrintDialog) -> int:
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
            return 1

        monkeypatch.setattr(QPrintDialog, "exec", to_file)
        ready.actions_table.by_name["print"].trigger()
        assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")

    def test_16_bit_tiff(self, qtbot, ready, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.tiff"), ""))
        ready.exporting.export_deep_picture()
        with Image.open(tmp_path / "a.tiff") as picture:
            assert (picture.mode, picture.width) == ("I;16", 1032)


class TestBatch:
    @pytest.fixture
    def batch(self, qtbot, ready):
        key(ready, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        batch = ready.output.batch_window
        assert batch.isVisible()
        assert not batch.isModal()
        return batch

    def states(self, batch):
        return [batch.list.topLevelItem(n).text(2) for n in range(batch.list.topLevelItemCount())]

    def start(self, qtbot, batch, folder, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        qtbot.mouseClick(batch.start, Left)

    def test_all_open_series_by_one_click(self, qtbot, ready, batch, tmp_path, monkeypatch):
        assert batch.list.topLevelItemCount() == 3
        self.start(qtbot, batch, tmp_path / "out", monkeypatch)
        assert batch.pause.isVisible()
        qtbot.waitUntil(lambda: "to go" in batch.note.text(), timeout=SLOW)
        qtbot.waitUntil(lambda: not ready.output.batch.busy, timeout=SLOW)
        assert self.states(batch) == 3 * ["✓ done"]
        assert batch.note.text().startswith("Finished: 3 of 3 series")
        assert len(list((tmp_path / "out").rglob("*.dcm"))) == 45

    def test_only_what_is_ticked(self, qtbot, ready, batch, tmp_path, monkeypatch):
        keep = next(n for n in range(3) if batch.list.topLevelItem(n).text(1) == "1")
        for n in {0, 1, 2} - {keep}:
            item = batch.list.topLevelItem(n)
            at = batch.list.visualItemRect(item)
            qtbot.mouseClick(
                batch.list.viewport(), Left, pos=at.topLeft() + at.center().__class__(12, at.height() // 2)
            )
        tick(qtbot, batch.anonymise)
        self.start(qtbot, batch, tmp_path / "out", monkeypatch)
        qtbot.waitUntil(lambda: not ready.output.batch.busy, timeout=SLOW)
        (path,) = (tmp_path / "out").rglob("*.dcm")
        assert pydicom.dcmread(path, stop_before_pixels=True).PatientIdentityRemoved == "YES"

    def test_pause_holds_while_the_viewer_lives(self, qtbot, ready, batch, tmp_path, monkeypatch):
        self.start(qtbot, batch, tmp_path / "out", monkeypatch)
        qtbot.waitUntil(lambda: batch.bar.value() >= 2, timeout=SLOW)
        qtbot.mouseClick(batch.pause, Left)
        assert batch.pause.text() == "Continue"
        qtbot.waitUntil(lambda: ready.output.batch.holding, timeout=SLOW)
        done = len(list((tmp_path / "out").rglob("*.dcm")))
        index = ready.session.index
        wheel(ready.grid.views[0], (200, 200), -1)
        assert ready.session.index != index
        qtbot.wait(300)
        assert len(list((tmp_path / "out").rglob("*.dcm"))) == done < 45
        qtbot.mouseClick(batch.pause, Left)
        qtbot.waitUntil(lambda: not ready.output.batch.busy, timeout=SLOW)
        assert len(list((tmp_path / "out").rglob("*.dcm"))) == 45

    def test_cancel_keeps_only_whole_series(self, qtbot, ready, batch, tmp_path, monkeypatch):
        self.start(qtbot, batch, tmp_path / "out", monkeypatch)
        qtbot.waitUntil(lambda: batch.bar.value() >= 2, timeout=SLOW)
        qtbot.mouseClick(batch.cancel, Left)
        qtbot.waitUntil(lambda: not ready.output.batch.busy, timeout=SLOW)
        assert queue_files(batches_folder()) == ()
        counts = {len(list(folder.iterdir())) for folder in (tmp_path / "out").iterdir()}
        assert counts <= {1, 20, 24}

    def test_closed_window_can_go_on_next_time(self, qtbot, ready, batch, tmp_path, monkeypatch):
        """Closing while it runs is like a crash: the next window offers to go on, and it does."""
        self.start(qtbot, batch, tmp_path / "out", monkeypatch)
        qtbot.waitUntil(lambda: batch.bar.value() >= 2, timeout=SLOW)
        ready.close()
        (file,) = queue_files(batches_folder())
        before = {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*.dcm")}
        assert 0 < len(before) < 45
        assert Queue.load(file).unfinished
        again = make_window(ready._settings)
        qtbot.addWidget(again)
        again.show()
        qtbot.waitUntil(lambda: "goes on" in again.message_bar.text.text(), timeout=SLOW)
        window = again.output.batch_window
        window.show()
        assert "of 3 series are done" in window.left_over.text()
        qtbot.mouseClick(window.go_on, Left)
        qtbot.waitUntil(lambda: not again.output.batch.busy, timeout=SLOW)
        after = list((tmp_path / "out").rglob("*.dcm"))
        assert len(after) == 45
        assert all(path.stat().st_mtime_ns == when for path, when in before.items())
        assert not window.unfinished.isVisible()
        again.close()

    def test_the_next_batch_is_offered_when_the_window_comes_back(
        self, qtbot, ready, batch, tmp_path, monkeypatch
    ):
        self.start(qtbot, batch, tmp_path / "out", monkeypatch)
        qtbot.waitUntil(lambda: not ready.output.batch.busy, timeout=SLOW)
        assert not batch.start.isEnabled()
        batch.close()
        ready.actions_table.by_name["batch"].trigger()
        assert batch.start.isEnabled()
        assert self.states(batch) == ["", "", ""]

    def test_without_a_method_it_cannot_start(self, ready, batch):
        ready.session.set_recipe(Recipe())
        assert not batch.start.isEnabled()
        assert "choose one" in batch.recipe.text()


def test_every_path_is_a_row_of_the_table(window):
    """So that menus, keys and the shortcut sheet know them."""
    names = set(window.actions_table.by_name)
    assert {"tags", "batch", "export_film", "export_page", "print", "anonymise"} <= names
