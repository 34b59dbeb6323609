"""The translations hold every text, finished, with the places for values, and are packed as they are read."""

import ast
import importlib.util
import re
import shutil
import string
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CODES = ("de", "fr", "es", "hi")


@pytest.fixture(scope="module")
def translate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> dict[str, str]:
    """Return what each text becomes, "" where that is open."""
    found = {}
    for message in ElementTree.parse(path).iter("message"):
        source, target = message.findtext("source"), message.find("translation")
        assert source
        assert target is not None
        found[source] = "" if target.get("type") == "unfinished" else target.text or ""
    return found


def kept(code: str) -> Path:
    return ROOT / "assets" / "translations" / f"clearslice_{code}.ts"


def fields(text: str) -> list[tuple[str | None, str | None]]:
    """Return the places for values, in whatever order; "{}" in that of the values."""
    return sorted(
        ((name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None), key=str
    )


def test_every_text_of_the_program_is_there(translate: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "clearslice_de.ts"
    shutil.copyfile(kept("de"), fresh)
    translate.update([fresh])
    now = set(messages(fresh))
    assert [code for code in CODES if set(messages(kept(code))) != now] == []


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_finished_and_keeps_its_values(code: str) -> None:
    for source, target in messages(kept(code)).items():
        assert target.strip(), source
        assert fields(target) == fields(source), source
        assert re.findall(r"^\s*|\s*$|…$|&", target) == re.findall(r"^\s*|\s*$|…$|&", source), source


@pytest.mark.parametrize("code", CODES)
def test_keys_that_a_text_names_stay_the_same_letters(code: str) -> None:
    for source, target in messages(kept(code)).items():
        for key in re.findall(r"\((?:Ctrl\+|Shift\+)?([A-Z0-9])\)", source):
            assert f"+{key})" in target or f"({key})" in target, source


def test_no_text_hides_from_the_search_for_texts() -> None:
    """`lupdate` sees no call within an f-string, and no text that is put together."""
    calls = [
        (path.name, node.lineno, node.args[0])
        for path in (ROOT / "app").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "mark")
    ]
    known = set(messages(kept("de"))) | {""}
    assert len(calls) > 500
    assert [call for call in calls if isinstance(call[2], ast.JoinedStr | ast.BinOp)] == []
    literals = [(*call[:2], call[2].value) for call in calls if isinstance(call[2], ast.Constant)]
    assert [literal for literal in literals if literal[2] not in known] == []


@pytest.mark.parametrize("name", [*(f"clearslice_{code}" for code in CODES), "qtbase_hi"])
def test_what_is_read_was_packed_from_it(translate: ModuleType, name: str, tmp_path: Path) -> None:
    source, packed = ROOT / "assets" / "translations" / f"{name}.ts", tmp_path / "packed.qm"
    translate.release(source, packed)
    assert packed.read_bytes() == source.with_suffix(".qm").read_bytes()
