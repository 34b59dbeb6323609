"""Help → About says which program this is, on what it runs, and whose work is in it."""

import json
from pathlib import Path

import pytest

from app.about import LICENCES, About
from core import frozen
from core.enhance.network import Networks
from core.version import VERSION


@pytest.fixture
def about(qtbot):
    dialog = About(Networks(device="cpu"))
    qtbot.addWidget(dialog)
    return dialog


def page(about, title):
    titles = [about.pages.tabText(number) for number in range(about.pages.count())]
    return about.pages.widget(titles.index(title)).toPlainText()


def test_program_and_device_are_named(about):
    text = page(about, "Program")
    assert VERSION in text
    assert frozen.commit() in text
    assert "CPU (as chosen)" in text
    assert "GPU add-on: not installed" in text
    assert "NOT FOR DIAGNOSTIC USE" in text


def test_licences_of_networks_and_demo_are_shown(about):
    for licence in ("CC BY 3.0", "ChestX-ray8"):
        assert licence in page(about, "Networks")
    for licence in ("Apache-2.0", "PDDL", "NIH Clinical Center"):
        assert licence in page(about, "Demo studies")


def test_packaged_program_shows_the_licences_that_lie_in_it(qtbot, monkeypatch, tmp_path: Path):
    (tmp_path / LICENCES).write_text("numpy: BSD-3-Clause", encoding="utf-8")
    (tmp_path / "assets").symlink_to(frozen.ROOT / "assets")
    monkeypatch.setattr("app.about.ROOT", tmp_path)
    dialog = About(Networks(device="cpu"))
    qtbot.addWidget(dialog)
    assert page(dialog, "Libraries") == "numpy: BSD-3-Clause"


def test_packaged_program_knows_its_commit(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(frozen, "program_folder", lambda: tmp_path)
    monkeypatch.setattr(frozen, "BUILD_FILE", tmp_path / "build.json")
    frozen.commit.cache_clear()
    assert frozen.commit() == "unknown"
    (tmp_path / "build.json").write_text(json.dumps({"commit": "abc"}), encoding="utf-8")
    frozen.commit.cache_clear()
    assert frozen.commit() == "abc"
    frozen.commit.cache_clear()
