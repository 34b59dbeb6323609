"""Settings of an earlier run are kept; what cannot be understood is set aside with a sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from app import places
from app.main_window import MainWindow, make_window
from app.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def opened(file: Path) -> Settings:
    return Settings(QSettings(str(file), QSettings.Format.IniFormat))


def stored(file: Path, text: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return opened(file)


def test_first_run_says_nothing(file):
    assert opened(file).take_over() == ""


def test_settings_without_a_number_are_kept(file):
    settings = stored(file, "[mouse]\nup_is_brighter=false\n")
    assert settings.take_over() == ""
    assert settings.up_is_brighter is False


def test_settings_survive_an_upgrade_that_changes_no_meaning(file):
    first = opened(file)
    first.take_over()
    first.up_is_brighter = False
    del first
    second = opened(file)
    assert second.take_over() == ""
    assert second.up_is_brighter is False


@pytest.mark.parametrize(
    "text",
    [
        "[settings]\nform=99\n[mouse]\nup_is_brighter=false\n",
        "[settings]\nform=x\n",
        "[mouse\nup_is_brighter=false\n",
    ],
    ids=["newer", "no number", "damaged"],
)
def test_what_cannot_be_understood_is_set_aside_once(file, text):
    settings = stored(file, text)
    assert "starts with its own" in settings.take_over()
    assert settings.up_is_brighter is True
    del settings
    assert opened(file).take_over() == ""


def test_window_tells_that_settings_were_reset(file, qtbot):
    window = make_window(stored(file, "[settings]\nform=99\n"))
    qtbot.addWidget(window)
    assert "starts with its own" in window.message_bar.text.text()


def test_window_tells_it_also_where_a_study_was_brought_along(file, qtbot, demo):
    settings = stored(file, "[settings]\nform=99\n")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.open([demo / "dx"])
    window.show()
    window.furnish(settings.take_over())
    qtbot.waitUntil(lambda: window.feed.frame is not None and not window.opening.busy)
    assert window.message_bar.isVisible()
    assert "starts with its own" in window.message_bar.text.text()
    window.close()


def test_portable_program_keeps_settings_and_log_beside_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "portable_folder", lambda: tmp_path / "data")
    settings = Settings()
    settings.up_is_brighter = False
    del settings
    assert (tmp_path / "data" / "settings.ini").is_file()
    assert places.settings_file() == tmp_path / "data" / "settings.ini"
    assert places.log_file() == tmp_path / "data" / "clearslice.log"


def test_only_the_marker_makes_a_packaged_program_portable(tmp_path, monkeypatch):
    from core import frozen

    monkeypatch.setattr(frozen.sys, "frozen", True, raising=False)
    monkeypatch.setattr(frozen.sys, "executable", str(tmp_path / "clearslice"))
    assert frozen.portable_folder() is None
    (tmp_path / "portable").touch()
    assert frozen.portable_folder() == tmp_path / "data"
