"""The user guide in its window: offline, searched, and true to the keys, tests and pictures it names."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QKeySequence, QTextFormat
from PySide6.QtTest import QTest

from app.guide import FOLDER, Guide
from app.panels.text import Note
from benchmarks.screenshots import IN_GUIDE

TEXT = (FOLDER / "guide.md").read_text(encoding="utf-8")
TESTS = Path(__file__).parent.parent
MOST_BYTES = 2_500_000


@pytest.fixture
def guide(qtbot, window) -> Guide:
    """Open the guide by its key."""
    window.activateWindow()
    window.grid.views[0].setFocus()
    qtbot.waitUntil(window.grid.views[0].hasFocus)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.findChild(Guide) is not None)
    return window.findChild(Guide)


def read(guide: Guide) -> str:
    return guide.text.document().toPlainText()


class TestWindow:
    def test_leaves_the_program_usable_and_opens_once(self, guide, window):
        assert guide.isVisible()
        assert not guide.isModal()
        window.actions_table.by_name["guide"].trigger()
        assert len(window.findChildren(Guide)) == 1

    def test_headings_lead_to_their_place(self, qtbot, guide):
        names = [guide.headings.item(n).text() for n in range(guide.headings.count())]
        assert names == re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
        guide.headings.setCurrentRow(names.index("Measure"))
        seen = guide.text.cursorForPosition(QPoint(60, 80))
        assert read(guide).index("Measure\n") < seen.position() < read(guide).index("What the numbers mean\n")

    def test_pictures_stay_within_the_page_and_grow_no_larger_than_they_are(self, qtbot, guide):
        for width, wider in ((560, False), (1300, True)):
            guide.resize(width, 500)
            page = guide.text.horizontalScrollBar()
            qtbot.waitUntil(lambda wider=wider: (max(self.widths(guide)) == 900) is wider)
            qtbot.waitUntil(lambda page=page: page.maximum() == 0)

    def widths(self, guide) -> list[float]:
        form = guide.text.document().allFormats()
        return [f.toImageFormat().width() for f in form if f.isImageFormat()]

    def test_says_that_it_is_english_where_the_program_is_not(self, qtbot, guide, qapp):
        assert not [note for note in guide.findChildren(Note) if note.isVisible()]

    def test_search_marks_all_and_goes_from_one_to_the_next(self, guide):
        guide.search.setFocus()
        QTest.keyClicks(guide.search, "cobb")
        everywhere = [match.start() for match in re.finditer("cobb", read(guide), re.IGNORECASE)]
        assert len(guide.text.extraSelections()) == len(everywhere) > 1
        assert guide.count.text() == f"Found {len(everywhere)}"
        visited = []
        for _ in everywhere:
            visited.append(guide.text.textCursor().selectionStart())
            QTest.keyClick(guide.search, Qt.Key.Key_Return)
        assert visited == everywhere
        assert guide.text.textCursor().selectionStart() == everywhere[0]

    def test_what_is_nowhere_is_said(self, guide):
        QTest.keyClicks(guide.search, "zeppelin")
        assert guide.count.text() == "Not found"
        assert not guide.next.isEnabled()


class TestKeys:
    def test_table_holds_every_action_with_its_keys(self, guide, window):
        native = QKeySequence.SequenceFormat.NativeText
        text = read(guide)
        table = text[text.rindex("\nKeys\n") :]
        for row in window.actions_table.rows:
            keys = window.actions_table.by_name[row.name].shortcuts()
            if keys:
                assert f"{row.text}\n{', '.join(key.toString(native) for key in keys)}\n" in f"{table}\n"

    def test_every_key_named_is_that_of_an_action(self, guide, window):
        named = set(re.findall(r"\{(\w+)\}", TEXT)) - {"keys"}
        assert named <= set(window.actions_table.by_name)
        assert not [name for name in named if not window.actions_table.by_name[name].shortcuts()]
        assert "{" not in read(guide)


class TestContents:
    def test_pictures_are_those_of_the_script_and_are_shown(self, guide):
        shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)
        assert sorted(shown) == sorted(f"{name}.png" for name in IN_GUIDE)
        assert sorted(path.name for path in FOLDER.glob("*.png")) == sorted(shown)
        kept = {QTextFormat.ObjectTypes.ImageObject.value}
        formats = [f for f in guide.text.document().allFormats() if f.objectType() in kept]
        assert {f.toImageFormat().name() for f in formats} == set(shown)
        assert not [name for name in shown if QImage(str(FOLDER / name)).isNull()]

    def test_pictures_are_small(self):
        assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= MOST_BYTES

    def test_nothing_comes_from_a_network(self):
        assert "://" not in TEXT

    def test_tests_that_it_names_exist(self):
        named = re.findall(r"`(test_\w+\.py)::(\w+)`", TEXT)
        assert len(named) > 10
        for file, test in named:
            (path,) = TESTS.rglob(file)
            tree = ast.parse(path.read_text(encoding="utf-8"))
            tests = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
            assert test in tests, f"{file}::{test}"
