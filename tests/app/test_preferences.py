"""Preferences and keys: chosen by mouse and keyboard, counted at once, kept for the next start."""

import os

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTextBrowser

from app.colours import THEMES, colours
from app.first_start import ACCEPTED, NOTICE, ask_once
from app.preferences import PreferencesWindow
from app.settings import Settings
from app.shortcut_editor import ShortcutEditor
from app.shortcut_sheet import ShortcutSheet
from app.sizes import use_scale
from app.state import Tool
from app.theme import apply_theme
from app.translation import install_language, wished_language

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def preferences(qtbot, window):
    """Open the window of preferences by its key."""
    apply_theme(QApplication.instance(), "dark")
    window.activateWindow()
    window.grid.views[0].setFocus()
    qtbot.waitUntil(window.grid.views[0].hasFocus)
    QTest.keyClick(window.grid.views[0], Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    opened = window.findChild(PreferencesWindow)
    qtbot.waitUntil(opened.isActiveWindow)
    yield opened
    opened.close()
    apply_theme(QApplication.instance(), "dark")


@pytest.fixture
def editor(preferences):
    preferences.pages.setCurrentIndex(1)
    return preferences.findChild(ShortcutEditor)


def choose(box: QComboBox, text: str) -> None:
    """Choose by the arrow keys, as a person does."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentText() != text:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"{text} is not offered"


def click(widget) -> None:
    at = QPoint(10, widget.height() // 2)
    QTest.mouseClick(widget, Left, Qt.KeyboardModifier.NoModifier, at)


def again(window) -> Settings:
    """Return the settings as another start reads them."""
    window._settings._store.sync()
    return Settings(QSettings(window._settings._store.fileName(), QSettings.Format.IniFormat))


class TestWindow:
    def test_is_not_modal_and_is_made_once(self, window, preferences):
        assert not preferences.isModal()
        window.actions_table.by_name["preferences"].trigger()
        assert len(window.findChildren(PreferencesWindow)) == 1

    def test_every_preference_says_what_it_is_good_for(self, preferences):
        for name, control in preferences.controls.items():
            assert control.accessibleName(), name
            assert control.accessibleDescription().endswith("."), name

    def test_theme_counts_at_once_and_is_kept(self, window, preferences):
        choose(preferences.controls["theme"], "Light")
        assert colours() is THEMES["light"]
        assert again(window).theme == "light"
        assert not preferences.later.isVisible()

    def test_scale_and_language_say_that_they_wait_for_the_next_start(self, window, preferences):
        choose(preferences.controls["scale"], "200 %")
        assert preferences.later.isVisible()
        choose(preferences.controls["scale"], "100 %")
        assert not preferences.later.isVisible()
        choose(preferences.controls["language"], "Deutsch")
        assert preferences.later.isVisible()
        assert again(window).language == "de"

    def test_drag_and_draw_once_are_those_of_the_menus(self, window, preferences):
        choose(preferences.controls["up_is_brighter"], "Darker")
        click(preferences.controls["draws_once"])
        kept = again(window)
        assert (kept.up_is_brighter, kept.draws_once) == (False, False)
        assert not window.actions_table.by_name["up"].isChecked()

    def test_no_longer_remembering_forgets(self, tmp_path, window, preferences):
        window.studies.recent.remember([tmp_path])
        assert again(window).recent
        click(preferences.controls["remembers_recent"])
        assert again(window).recent == ()

    def test_reset_takes_all_back_but_the_keys(self, window, preferences):
        window.actions_table.keys.choose("fit", ["F7"])
        choose(preferences.controls["theme"], "Light")
        choose(preferences.controls["device"], "CPU")
        click(preferences.controls["draws_once"])
        click(preferences.reset)
        kept = again(window)
        assert (kept.theme, kept.device, kept.draws_once) == ("dark", "auto", True)
        assert colours() is THEMES["dark"]
        assert preferences.controls["draws_once"].isChecked()
        assert window.actions_table.keys.of("fit") == ("F7",)


class TestEditor:
    def _select(self, editor, words: str) -> None:
        editor.search.setFocus()
        editor.search.clear()
        QTest.keyClicks(editor.search, words)

    def _press(self, editor, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        editor.field.setFocus()
        QTest.keyClick(editor.field, key, modifiers)

    def test_search_finds_by_name_and_by_key(self, editor):
        for words, name in (("undo", "undo"), ("ctrl+shift+z", "redo"), ("lens", "lens")):
            self._select(editor, words)
            assert editor._name == name

    def test_a_free_key_is_given_works_and_is_kept(self, qtbot, window, editor):
        self._select(editor, "zoom tools")
        self._press(editor, Qt.Key.Key_F7)
        assert "free" in editor.note.text()
        click(editor.set)
        assert window.actions_table.keys.of("tool_zoom") == ("F7",)
        assert again(window).keys == {"tool_zoom": "F7"}
        window.activateWindow()
        view = window.grid.views[0]
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        QTest.keyClick(view, Qt.Key.Key_Z)
        assert window.session.tool is Tool.WINDOW
        QTest.keyClick(view, Qt.Key.Key_F7)
        assert window.session.tool is Tool.ZOOM
        assert "F7" in window.actions_table.by_name["tool_zoom"].toolTip()

    def test_the_owner_of_a_key_is_named_and_loses_it(self, window, editor):
        self._select(editor, "invert")
        self._press(editor, Qt.Key.Key_F)
        assert "Fit" in editor.note.text()
        click(editor.add)
        keys = window.actions_table.keys
        assert keys.of("invert") == ("Shift+I", "F")
        assert keys.of("fit") == ()
        click(editor.reset)
        assert keys.of("invert") == ("Shift+I",)
        assert keys.of("fit") == ("F",)

    def test_the_held_key_is_refused(self, editor):
        self._select(editor, "invert")
        self._press(editor, Qt.Key.Key_Space)
        assert not editor.set.isEnabled()
        assert "another key" in editor.note.text()

    def test_no_key_and_reset_all(self, window, editor):
        keys = window.actions_table.keys
        self._select(editor, "invert")
        click(editor.none)
        assert keys.of("invert") == ()
        click(editor.reset_all)
        assert keys.of("invert") == ("Shift+I",)
        assert again(window).keys == {}

    def test_sheet_shows_the_keys_of_now(self, window, editor):
        window.actions_table.by_name["shortcuts"].trigger()
        sheet = window.findChild(ShortcutSheet)
        self._select(editor, "invert")
        self._press(editor, Qt.Key.Key_F8)
        click(editor.set)
        text = " ".join(page.toPlainText() for page in sheet.findChildren(QTextBrowser))
        assert "F8" in text
        assert "Shift+I" not in text
        sheet.close()

    @pytest.mark.parametrize(("width", "columns"), [(1400, 4), (720, 2), (340, 1)])
    def test_question_mark_opens_the_sheet_in_as_many_columns_as_fit(self, qtbot, window, width, columns):
        view = window.grid.views[0]
        window.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        QTest.keyClick(view, Qt.Key.Key_Question)
        sheet = window.findChild(ShortcutSheet)
        sheet.resize(width, 920)
        qtbot.waitUntil(lambda: [page.isVisible() for page in sheet.pages].count(True) == columns)
        shown = [page for page in sheet.pages if page.isVisible()]
        qtbot.waitUntil(lambda: max(page.width() for page in shown) <= width / columns)
        text = " ".join(page.toPlainText() for page in shown)
        assert all(row.text in text for row in window.actions_table.rows if row.keys)
        if columns == 4:  # then nothing has to be scrolled
            assert not any(page.verticalScrollBar().maximum() for page in shown)
        sheet.close()

    def test_no_key_ever_belongs_to_two(self, window):
        keys, rows = window.actions_table.keys, window.actions_table.rows
        keys.choose("fit", ["W", "Esc"])
        keys.choose("invert", ["Esc"])
        keys.reset("fit")
        held = [key for row in rows for key in keys.of(row.name)]
        assert len(held) == len(set(held))
        assert keys.of("invert") == ("Esc",)


class TestFirstStart:
    def test_accepting_is_remembered(self, qtbot, window, monkeypatch):
        monkeypatch.delenv(ACCEPTED)
        notice = ask_once(window._settings, window)
        qtbot.waitUntil(notice.isActiveWindow)
        QTest.keyClick(notice, Qt.Key.Key_Return)
        assert again(window).accepted_notice == NOTICE
        assert ask_once(window._settings, window) is None
        assert window.isVisible()

    def test_anything_else_ends_the_program(self, qtbot, window, monkeypatch):
        monkeypatch.delenv(ACCEPTED)
        notice = ask_once(window._settings, window)
        qtbot.waitUntil(notice.isActiveWindow)
        QTest.keyClick(notice, Qt.Key.Key_Escape)
        assert not window.isVisible()
        assert again(window).accepted_notice == 0

    def test_a_new_notice_is_shown_once_more(self, window, monkeypatch):
        monkeypatch.delenv(ACCEPTED)
        window._settings.accepted_notice = NOTICE
        monkeypatch.setattr("app.first_start.NOTICE", NOTICE + 1)
        notice = ask_once(window._settings, window)
        assert notice is not None
        notice.accept()
        assert again(window).accepted_notice == NOTICE + 1


class TestScaleAndLanguage:
    def test_scale_is_for_the_next_application_and_never_against_the_environment(self, monkeypatch):
        monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
        use_scale(100)
        assert "QT_SCALE_FACTOR" not in os.environ
        monkeypatch.setenv("QT_SCALE_FACTOR", "1.5")
        use_scale(200)
        assert os.environ["QT_SCALE_FACTOR"] == "1.5"

    def test_window_fits_a_full_hd_screen_at_200_percent(self, window):
        least = window.minimumSizeHint()
        assert least.width() <= 960
        assert least.height() <= 540 - 48

    @pytest.mark.parametrize(
        ("wished", "code"), [("de", "de"), ("hi", "hi"), ("xx", "en"), ("fr-CA", "fr"), ("en", "en")]
    )
    def test_language_by_code(self, wished, code):
        assert wished_language(wished) == code

    def test_without_a_translation_it_is_english(self, qapp, monkeypatch, tmp_path):
        monkeypatch.setattr("app.translation.TRANSLATIONS", tmp_path)
        assert install_language(qapp, "de") == "en"


@pytest.mark.parametrize("text", ["[look]\ntheme=pink\nscale=5000\n[enhance]\ndevice=abacus\n"])
def test_what_is_stored_but_unknown_is_not_used(tmp_path, text):
    path = tmp_path / "s.ini"
    path.write_text(text)
    settings = Settings(QSettings(str(path), QSettings.Format.IniFormat))
    assert (settings.theme, settings.scale, settings.device) == ("dark", 100, "auto")
