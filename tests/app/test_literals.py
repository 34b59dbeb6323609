"""No words for the user stand in `app` that `tr` does not translate: read from the code itself.

What a test can open it can check on the screen (`test_language.py`); this finds what no test opens.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parent.parent.parent / "app"
TERMINAL = {"cli.py", "commands"}
"""The command line speaks English."""
SETTERS = {
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QToolButton", "QGroupBox", "QMenu", "QAction"),
    *("Heading", "Note", "NumberBox", "Chooser", "UserSlider", "ValueSlider", "NumberTable", "Label"),
    *("setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setSuffix"),
    *("setAccessibleDescription", "setTitle", "setLabelText", "addItem", "addTab", "addMenu", "addAction"),
    *("setHeaderLabels", "setHorizontalHeaderLabels", "addButton", "say", "message", "getSaveFileName"),
    *("getOpenFileNames", "getExistingDirectory", "information", "warning", "question", "critical"),
}
"""Whose words are seen or read out."""
UNSEEN = {
    "Clearslice",  # a name
    "defect in background work",  # in the log
    "recipe.toml",  # names of files
    "measurements.csv",
}
WORD = re.compile(r"[A-Za-z]{2}")
PROSE = re.compile(r"[A-Za-z]{2,}[,:;]? [a-z]{2,}")
MARKUP = re.compile(r"<\w+|\{[^}]*:")
"""HTML and style sheets."""


def sources() -> list[Path]:
    return sorted(path for path in APP.rglob("*.py") if not TERMINAL & set(path.parts))


def texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the texts of some code that do not go through the translation; docstrings are none."""
    aside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            aside.add(id(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "mark"):
            aside |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield node


def untranslated(code: str) -> list[str]:
    """Return the texts that look like a sentence, or that a control is given to show."""
    tree = ast.parse(code)
    shown = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node) in SETTERS
        for argument in (*node.args, *(keyword.value for keyword in node.keywords))
        for inner in ast.walk(argument)
    }
    return [
        f"{text.lineno}: {text.value!r}"
        for text in texts(tree)
        if text.value not in UNSEEN
        and not MARKUP.search(text.value)
        and (PROSE.search(text.value) or (id(text) in shown and WORD.search(text.value)))
    ]


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('label.setText("Noise")', True),
        ('label.setText(f"Noise {level}")', True),
        ('words = "Nothing is measured yet."', True),
        ('label.setText(tr("Noise"))', False),
        ('label.setText(tr("Noise {}").format(level))', False),
        ('words = mark("Nothing is measured yet.")', False),
        ('def f():\n    """Say nothing at all."""', False),
        ('button.setObjectName("noise")', False),
    ],
)
def test_what_counts_as_untranslated(code: str, found: bool) -> None:
    assert bool(untranslated(code)) is found


def test_every_text_of_the_window_goes_through_the_translation() -> None:
    files = sources()
    assert len(files) > 100
    found = {
        path.relative_to(APP).as_posix(): texts
        for path in files
        if (texts := untranslated(path.read_text(encoding="utf-8")))
    }
    assert found == {}
