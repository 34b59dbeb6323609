"""Cine and key images, by key, in the real window."""

import numpy as np
import pydicom
import pytest
from PIL import Image
from pydicom.pixels import apply_rescale, apply_windowing
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from app.state import Overlay
from core.dicom.key_objects import header_of, key_object_selection
from core.dicom.save import save
from core.recipe import Recipe, Step
from tests.app.mouse import drop, wheel

Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot, window, demo):
    drop(window, demo / "ct")
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
    qtbot.waitUntil(lambda: window.feed.idle, timeout=20_000)
    view = window.grid.views[0]
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return window


def watched(window) -> list[int]:
    """Slices in the order in which they were painted."""
    seen: list[int] = []
    keys = [ref.key for ref in window.session.series.frames]

    def note(key) -> None:
        if not seen or keys[seen[-1]] != key:
            seen.append(keys.index(key))

    window.grid.views[0].painted.connect(note)
    return seen


def small(path) -> np.ndarray:
    """(128, 128) of a square CT slice in its first window."""
    data = pydicom.dcmread(path)
    shown = apply_windowing(apply_rescale(data.pixel_array, data), data)
    grey = 255 * (shown - shown.min()) / np.ptp(shown)
    return np.asarray(Image.fromarray(grey.astype(np.uint8)).resize((128, 128), Image.Resampling.BOX), float)


def icon_of(item) -> np.ndarray:
    """(128, 128) of a row's picture."""
    image = (
        item.icon().pixmap(QSize(128, 128), 1.0).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    )
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(float)


class TestCine:
    def test_loops_through_every_slice_and_stops_at_the_same_key(self, qtbot, opened):
        view, cine, count = opened.grid.views[0], opened.looking.cine, len(opened.session.series.frames)
        opened.session.set_index(0)
        qtbot.waitUntil(lambda: opened.feed.idle, timeout=20_000)
        qtbot.keyClick(view, Qt.Key.Key_C)
        assert cine.playing
        assert cine.rate == 15
        qtbot.waitUntil(opened.looking.cine_bar.isVisible)
        cine.set_rate(30)
        seen, skipped = watched(opened), cine.skipped
        qtbot.waitUntil(lambda: len(seen) > count + 3, timeout=30_000)
        qtbot.keyClick(view, Qt.Key.Key_C)
        assert not cine.playing
        steps = np.diff(seen) % count
        passed_over = int((steps - 1).sum())
        assert passed_over <= cine.skipped - skipped + 1
        assert set(seen) == set(range(count)) or cine.skipped > 0
        at = opened.session.index
        qtbot.wait(150)
        assert opened.session.index == at

    def test_sweeps_back_and_forth(self, qtbot, opened):
        cine, last = opened.looking.cine, len(opened.session.series.frames) - 1
        opened.session.set_index(last - 2)
        qtbot.waitUntil(lambda: opened.feed.idle, timeout=20_000)
        opened.actions_table.by_name["sweep"].trigger()
        assert cine.sweeping
        cine.set_rate(20)
        seen = watched(opened)
        cine.start()
        qtbot.waitUntil(lambda: len(seen) > 6, timeout=30_000)
        cine.stop()
        turn = seen.index(last) if last in seen else int(np.argmax(seen))
        assert all(np.diff(seen[: turn + 1]) > 0)
        assert all(np.diff(seen[turn:]) < 0)

    def test_never_shows_an_original_while_enhanced_slices_are_played(self, qtbot, opened):
        session, cine, view = opened.session, opened.looking.cine, opened.grid.views[0]
        session.use_recipe(Recipe((Step("gaussian"),)))
        qtbot.waitUntil(lambda: opened.feed.idle and opened.feed.enhanced is not None, timeout=20_000)
        session.set_index(0)
        qtbot.waitUntil(lambda: opened.feed.idle and opened.feed.enhanced is not None, timeout=20_000)
        bare: list[bool] = []
        view.painted.connect(lambda _key: bare.append(opened.feed.enhanced is None))
        seen = watched(opened)
        cine.start()
        qtbot.waitUntil(lambda: len(seen) > 10, timeout=30_000)
        cine.stop()
        assert not any(bare)

    def test_the_wheel_takes_over(self, qtbot, opened):
        opened.looking.cine.start()
        wheel(opened.grid.views[0], (300, 300), -1)
        assert not opened.looking.cine.playing

    def test_speed_by_key_and_escape_stops(self, qtbot, opened):
        view, cine = opened.grid.views[0], opened.looking.cine
        qtbot.keyClick(view, Qt.Key.Key_Period)
        assert cine.rate == pytest.approx(15 * 1.25)
        qtbot.keyClick(view, Qt.Key.Key_Comma)
        assert cine.rate == pytest.approx(15)
        qtbot.keyClick(view, Qt.Key.Key_C)
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert not cine.playing
        assert "skipped" in opened.looking.cine_bar.figures.text()

    def test_the_bar_plays_paces_sweeps_and_closes(self, qtbot, opened):
        bar, cine = opened.looking.cine_bar, opened.looking.cine
        qtbot.keyClick(opened.grid.views[0], Qt.Key.Key_C)
        qtbot.waitUntil(bar.isVisible)
        qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
        assert not cine.playing
        end = QPoint(bar.slider.width() - 1, bar.slider.height() // 2)
        qtbot.mouseClick(bar.slider, Qt.MouseButton.LeftButton, pos=end)
        assert cine.rate == 60
        bar.rate.selectAll()
        qtbot.keyClicks(bar.rate, "7.5")
        qtbot.keyClick(bar.rate, Qt.Key.Key_Return)
        assert cine.rate == 7.5
        bar.way.setFocus()
        qtbot.keyClick(bar.way, Qt.Key.Key_Down)
        assert cine.sweeping
        assert bar.way.currentText() == "Sweep"
        qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
        assert cine.playing
        qtbot.mouseClick(bar.close_, Qt.MouseButton.LeftButton)
        assert not cine.playing
        assert not bar.isVisible()

    def test_rate_comes_from_the_file(self, qtbot, window, write_dicom, tmp_path):
        for number in range(3):
            write_dicom(
                f"cine/{number}.dcm",
                np.full((16, 16), number, np.uint16),
                CineRate=24,
                InstanceNumber=number + 1,
                PreferredPlaybackSequencing=1,
            )
        drop(window, tmp_path / "cine")
        qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=20_000)
        assert window.looking.cine.rate == 24
        assert window.looking.cine.sweeping

    def test_what_was_due_and_not_painted_is_counted(self, qtbot, opened):
        cine = opened.looking.cine
        cine.start()
        cine._timer.stop()
        cell = opened.session.cells.active
        before = cell.index
        cine._go(cell, 3)
        assert cell.index == (before + 3) % len(opened.session.series.frames)
        assert cine.skipped == 2
        cine._go(cell, 1)  # the last one was not painted in between
        assert cine.skipped == 3


class TestKeyImages:
    def test_marked_by_key_shown_by_a_star_and_found_again(self, qtbot, opened):
        view, session = opened.grid.views[0], opened.session
        for index in (3, 8, 15):
            session.set_index(index)
            qtbot.keyClick(view, Qt.Key.Key_K)
        qtbot.waitUntil(lambda: opened.feed.frame.key == session.series.frames[15].key)
        assert view.content().corners.bottom_left[-1].startswith("★ ")
        assert opened.actions_table.by_name["key_image"].isChecked()
        where = []
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
            qtbot.keyClick(view, key, Ctrl)
            where.append(session.index)
        assert where == [3, 8, 3, 15]
        qtbot.keyClick(view, Qt.Key.Key_K)
        qtbot.waitUntil(lambda: opened.feed.frame.key == session.series.frames[15].key)
        assert not view.content().corners.bottom_left[-1].startswith("★")

    def test_listed_and_gone_to(self, qtbot, opened):
        session, window = opened.session, opened.looking.key_images
        for index in (4, 9):
            session.set_index(index)
            opened.actions_table.by_name["key_image"].trigger()
        qtbot.keyClick(opened.grid.views[0], Qt.Key.Key_K, Ctrl)
        qtbot.waitUntil(window.isVisible)
        assert [window.list.item(n).text().split(", ")[-1] for n in range(2)] == [
            "slice 5 of 20",
            "slice 10 of 20",
        ]
        place = window.list.visualItemRect(window.list.item(0)).center()
        qtbot.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert session.index == 4
        qtbot.mouseClick(window.unmark, Qt.MouseButton.LeftButton)
        assert window.list.count() == 1
        window.close()

    def test_the_list_shows_each_slice(self, qtbot, opened, demo):
        """As pydicom windows it, made small by Pillow; of the two marked slices each in its own row."""
        session, rows = opened.session, opened.looking.key_images.list
        for index in (0, 19):
            session.set_index(index)
            qtbot.keyClick(opened.grid.views[0], Qt.Key.Key_K)
        expected = [small(session.series.frames[index].source.path) for index in (0, 19)]
        qtbot.waitUntil(lambda: all(icon_of(rows.item(n)).any() for n in range(2)), timeout=20_000)
        apart = np.array([[np.abs(icon_of(rows.item(n)) - e).mean() for e in expected] for n in range(2)])
        assert apart.diagonal().max() < 2
        assert np.fliplr(apart).diagonal().min() > 10

    @pytest.mark.parametrize("enhanced", [False, True])
    def test_exported_as_labelled_pictures(self, qtbot, opened, tmp_path, monkeypatch, enhanced):
        session, target = opened.session, tmp_path / "pictures"
        target.mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
        session.set_overlay(Overlay.FULL)
        if enhanced:
            session.use_recipe(Recipe((Step("gaussian"),)))
        for index in (4, 9):
            session.set_index(index)
            opened.actions_table.by_name["key_image"].trigger()
        (target / "key-image-01.png").write_bytes(b"taken")
        opened.actions_table.by_name["export_key_images"].trigger()
        qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=20_000)
        assert sorted(path.name for path in target.iterdir()) == [f"key-image-0{n}.png" for n in (1, 2, 3)]
        picture = Image.open(target / "key-image-03.png")
        assert (picture.width > 1.8 * picture.height) is enhanced
        assert (target / "key-image-01.png").read_bytes() == b"taken"

    def test_saved_as_dicom_and_back_with_the_study(self, qtbot, opened, demo, tmp_path, monkeypatch):
        session, target = opened.session, tmp_path / "saved"
        target.mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
        before = {path: path.read_bytes() for path in (demo / "ct").iterdir()}
        for index in (4, 9):
            session.set_index(index)
            qtbot.keyClick(opened.grid.views[0], Qt.Key.Key_K)
        qtbot.keyClick(opened.grid.views[0], Qt.Key.Key_K, Ctrl)
        qtbot.waitUntil(opened.looking.key_images.isVisible)
        qtbot.mouseClick(opened.looking.key_images.save, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=20_000)
        assert {path: path.read_bytes() for path in (demo / "ct").iterdir()} == before
        (path,) = target.iterdir()
        images = [i for i in pydicom.dcmread(path).ContentSequence if i.ValueType == "IMAGE"]
        uids = {item.ReferencedSOPSequence[0].ReferencedSOPInstanceUID for item in images}
        assert uids == {session.series.frames[n].uid for n in (4, 9)}
        opened.looking.key_images.close()
        session.close_all()
        drop(opened, demo / "ct", target)
        qtbot.waitUntil(
            lambda: session.series is not None and len(session.series.frames) == 20, timeout=20_000
        )
        qtbot.waitUntil(lambda: session.key_images.indices(session.series) == [4, 9], timeout=20_000)
        assert "2 key images came with the study" in opened.message_bar.text.text()

    def test_a_mark_taken_away_stays_away_while_more_is_read(self, qtbot, opened, demo, tmp_path):
        session = opened.session
        ref = session.series.frames[4]
        save(key_object_selection({ref.key: header_of(ref.source)}, 9), tmp_path / "keys.dcm")
        drop(opened, tmp_path / "keys.dcm")
        qtbot.waitUntil(lambda: session.key_images.indices(session.series) == [4], timeout=20_000)
        session.set_index(4)
        opened.actions_table.by_name["key_image"].trigger()
        drop(opened, demo / "mr")
        qtbot.waitUntil(
            lambda: not opened.opening.busy and len(session.catalogue.series) == 3, timeout=20_000
        )
        qtbot.wait(50)
        assert session.key_images.indices(session.series) == []

    def test_nothing_marked_is_said(self, opened):
        opened.actions_table.by_name["export_key_images"].trigger()
        assert "no key image" in opened.message_bar.text.text()
        opened.actions_table.by_name["next_key_image"].trigger()
        assert "no other key image" in opened.message_bar.text.text()

    def test_forgotten_with_the_study(self, opened):
        opened.actions_table.by_name["key_image"].trigger()
        opened.session.close_all()
        assert list(opened.session.key_images.everywhere(opened.session.catalogue)) == []
        assert not opened.session.key_images._marked
