"""Recent studies: opened by the menu, kept between runs, forgotten on request."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from app.recent import Recent, RecentMenu
from app.settings import Settings
from tests.app.mouse import drop

SLOW = 60_000


def loaded(qtbot, window):
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=SLOW)


def entries(menu):
    menu.aboutToShow.emit()
    return [a for a in menu.actions() if a.isEnabled() and not a.isSeparator() and a.toolTip() != a.text()]


def action(menu, word):
    menu.aboutToShow.emit()
    return next(a for a in menu.actions() if word in a.text())


def test_what_was_dropped_is_opened_again_by_mouse(qtbot, window, demo):
    drop(window, demo / "dx")
    loaded(qtbot, window)
    drop(window, demo / "mr", demo / "ct")
    loaded(qtbot, window)
    window.actions_table.by_name["close_all"].trigger()
    menu = window.studies.menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    texts = [a.text() for a in menu.actions()]
    assert texts[0].endswith("mr and 1 more")
    assert texts[1].endswith("dx")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center())
    loaded(qtbot, window)
    assert {s.modality for s in window.session.catalogue.series} == {"MR", "CT"}


def test_it_is_in_the_file_menu(window):
    file_menu = window.menuBar().actions()[0].menu()
    assert window.studies.menu.menuAction() in file_menu.actions()


def test_what_brought_no_image_is_not_kept(qtbot, window, tmp_path):
    (tmp_path / "x.txt").write_text("x")
    drop(window, tmp_path / "x.txt")
    loaded(qtbot, window)
    assert window.studies.recent.entries == ()


def test_a_folder_that_is_gone_is_told(qtbot, window, tmp_path):
    window.studies.recent.remember([tmp_path / "gone"])
    action(window.studies.menu, "gone").trigger()
    qtbot.waitUntil(window.message_bar.isVisible, timeout=SLOW)
    assert "gone" in window.message_bar.text.text()


@pytest.fixture
def store(tmp_path):
    return QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)


def test_order_limit_and_next_run(store):
    recent = Recent(Settings(store))
    for n in range(12):
        recent.remember([Path(f"/studies/{n}")])
    recent.remember([Path("/studies/5")])
    store.sync()
    again = Recent(Settings(QSettings(store.fileName(), QSettings.Format.IniFormat)))
    assert [paths[0].name for paths in again.entries] == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]


def test_many_files_are_kept_as_their_folder(store):
    recent = Recent(Settings(store))
    recent.remember([Path(f"/studies/ct/{n}.dcm") for n in range(300)])
    assert recent.entries == ((Path("/studies/ct"),),)


def test_clear_and_opt_out_leave_no_path_behind(qtbot, store):
    recent = Recent(Settings(store))
    menu = RecentMenu(recent)
    qtbot.addWidget(menu)
    recent.remember([Path("/studies/Doe_Jane")])
    action(menu, "Clear").trigger()
    store.sync()
    assert "Doe" not in Path(store.fileName()).read_text()
    recent.remember([Path("/studies/Doe_Jane")])
    action(menu, "Remember").trigger()
    recent.remember([Path("/studies/Doe_John")])
    store.sync()
    assert "Doe" not in Path(store.fileName()).read_text()
    assert entries(menu)[0].text() == "Remember recent studies"
    assert "patient" in entries(menu)[0].toolTip()


def test_same_names_are_told_apart(qtbot, store):
    recent = Recent(Settings(store))
    recent.remember([Path("/a/ct&1")])
    recent.remember([Path("/b/ct&1")])
    menu = RecentMenu(recent)
    qtbot.addWidget(menu)
    assert [a.text().split("  ")[1] for a in menu.actions()[:2]] == ["b/ct&&1", "a/ct&&1"]


def test_damaged_settings_are_no_recent_studies(store):
    store.setValue("recent/paths", "{not json")
    assert Recent(Settings(store)).entries == ()


class TestDemo:
    """The studies that come with the program: one press away, and no recent study."""

    def opened(self, qtbot, window):
        qtbot.waitUntil(lambda: window.feed.frame is not None, timeout=SLOW)
        loaded(qtbot, window)
        assert {s.modality for s in window.session.catalogue.series} == {"CT", "MR", "DX"}
        assert window.session.series.modality == "CT"
        assert window.studies.recent.entries == ()

    def test_by_the_button_while_nothing_is_open(self, qtbot, window):
        button = window.series_panel.demo
        assert button.isVisible()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.opened(qtbot, window)
        assert not button.isVisible()
        assert window.grid.views[0].hasFocus()
        window.actions_table.by_name["close_all"].trigger()
        assert button.isVisible()

    def test_by_the_help_menu(self, qtbot, window):
        menu = window.menuBar().actions()[-1].menu()
        menu.popup(window.mapToGlobal(window.rect().center()))
        entry = next(a for a in menu.actions() if a.objectName() == "demo")
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
        self.opened(qtbot, window)
