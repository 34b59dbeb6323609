"""Named recipes and the last one, in the real window by menu and keys."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from app.cell import START
from app.main_window import make_window
from app.recipes import NameDialog
from app.settings import Settings
from core.recipe import Recipe, Step
from tests.app.mouse import Left, drop

SLOW = 60_000
BLUR = Recipe((Step("gaussian", (("sigma", 2.0),), 0.5),))
TWO = Recipe((Step("median"), Step("unsharp", (), 0.4)))


def opened(qtbot, window, folder):
    drop(window, folder)
    qtbot.waitUntil(lambda: not window.opening.busy and window.feed.frame is not None, timeout=SLOW)


@pytest.fixture
def dx(qtbot, window, demo):
    opened(qtbot, window, demo / "dx")
    return window


def pick(qtbot, menu, *words):
    """Open the menu and click a line of it, of its submenu for a second word."""
    menu.popup(menu.parentWidget().mapToGlobal(menu.parentWidget().rect().center()))
    for word in words:
        action = next(action for action in menu.actions() if word in action.text())
        assert action.isEnabled()
        qtbot.mouseClick(menu, Left, pos=menu.actionGeometry(action).center())
        if action.menu() is not None:
            menu = action.menu()
            menu.popup(menu.pos())


def texts(menu):
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def save_as(qtbot, window, name):
    pick(qtbot, window.recipes.menu, "Save recipe as")
    dialog = window.findChild(NameDialog)
    assert not dialog.isModal()
    QTest.keyClicks(dialog.findChild(QLineEdit), name)
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name in window.recipes.store.names())


def test_saved_and_used_again(qtbot, dx):
    dx.session.set_recipe(TWO)
    save_as(qtbot, dx, "Soft & sharp")
    dx.session.set_recipe(BLUR)
    assert not dx.session.enabled
    pick(qtbot, dx.recipes.menu, "Soft && sharp")
    assert dx.session.recipe == TWO
    assert dx.session.enabled
    dx.recipes.menu.aboutToShow.emit()
    (marked,) = [action.text() for action in dx.recipes.menu.actions() if action.isChecked()]
    assert marked == "Soft && sharp"
    dx.session.undo()
    assert dx.session.recipe == BLUR


def test_deleted(qtbot, dx):
    for name in ("a", "b"):
        dx.recipes.save(name)
    dx.recipes.menu.aboutToShow.emit()
    dx.recipes.menu.remove.actions()[0].trigger()
    assert texts(dx.recipes.menu)[0] == "b"
    assert dx.recipes.store.names() == ("b",)


def test_the_name_is_checked_while_it_is_typed(qtbot, dx):
    dx.recipes.save("Chest")
    dx.recipes.ask_name()
    dialog = dx.findChild(NameDialog)
    assert not dialog.go_on.isEnabled()
    QTest.keyClicks(dialog.name, "chest")
    assert dialog.go_on.isEnabled()
    assert "takes the place" in dialog.note.text()
    QTest.keyClicks(dialog.name, "/x")
    assert not dialog.go_on.isEnabled()
    assert "/" in dialog.note.text()
    dialog.close()


def test_exported_file_is_what_the_command_line_reads(qtbot, dx, demo, tmp_path, monkeypatch):
    dx.session.set_recipe(BLUR)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "blur"), ""))
    pick(qtbot, dx.recipes.menu, "Export recipe")
    path = tmp_path / "blur.toml"
    assert Recipe.load(path) == BLUR
    source = next((demo / "dx").glob("*.dcm"))
    command = [sys.executable, "-m", "app", "enhance", str(source), "--recipe", str(path), "--output"]
    done = subprocess.run([*command, str(tmp_path / "out")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_imported_is_used_and_kept(qtbot, dx, tmp_path, monkeypatch):
    (tmp_path / "theirs.toml").write_text(TWO.to_toml())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "theirs.toml"), ""))
    pick(qtbot, dx.recipes.menu, "Import recipe")
    assert dx.session.recipe == TWO
    assert dx.recipes.store.load("theirs") == TWO


@pytest.mark.parametrize("text", ["not toml [", '[[step]]\nmethod = "no such method"\n', "step = []"])
def test_what_cannot_be_used_is_told_and_changes_nothing(qtbot, dx, tmp_path, monkeypatch, text):
    (tmp_path / "bad.toml").write_text(text)
    before = dx.session.recipe
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "bad.toml"), ""))
    dx.recipes.import_()
    assert dx.message_bar.isVisible()
    assert dx.session.recipe == before
    assert dx.recipes.store.names() == ()


def test_menu_and_button_offer_the_same(dx):
    enhance = next(a.menu() for a in dx.menuBar().actions() if a.text().replace("&", "") == "Enhance")
    assert dx.recipes.menu.menuAction() in enhance.actions()
    assert dx.methods_panel.controls.recipes.menu() is dx.recipes.menu
    assert isinstance(dx.recipes.menu, QMenu)


class TestLast:
    """Each modality comes up with the recipe last used for it, switched off."""

    def again(self, qtbot, tmp_path):
        settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        window = make_window(settings)
        window.show()
        qtbot.waitExposed(window)
        return window

    def test_next_run(self, qtbot, window, demo, tmp_path):
        opened(qtbot, window, demo / "dx")
        assert window.session.recipe == START
        window.session.use_recipe(BLUR)
        window.close()
        second = self.again(qtbot, tmp_path)
        opened(qtbot, second, demo / "mr")
        assert second.session.recipe == START
        opened(qtbot, second, demo / "dx")
        assert second.session.recipe == BLUR
        assert not second.session.enabled
        assert not second.session.can_undo
        second.close()

    def test_what_was_chosen_in_this_run_stays(self, qtbot, window, demo):
        opened(qtbot, window, demo / "dx")
        window.session.use_recipe(BLUR)
        opened(qtbot, window, demo / "mr")
        assert window.session.recipe == BLUR

    def test_a_method_that_is_no_more_is_passed_over(self, qtbot, window, demo):
        window._settings.remember_recipe("DX", Recipe((Step("long gone"),)))
        opened(qtbot, window, demo / "dx")
        assert window.session.recipe == START
