"""The form of the repository: arrows, types, style, sizes, and what must never be in it.

Each check runs the tool that a developer runs (import-linter, mypy, ruff), on the whole repository.
"""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = ("app", "core", "training", "packaging", "benchmarks", "tests")
TEXT = {".py", ".toml", ".md", ".txt", ".json", ".yml", ".yaml", ".sh", ".csv", ".cfg", ".ini", ".svg"}
LONGEST = 50
"""Lines of a function."""
HIGHEST = 320
"""Lines of a file: about 300."""
HIGHEST_TEST = 520
"""Lines of a file of tests, which lists cases."""


def python_files() -> list[Path]:
    return sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.py"))


def text_files() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.suffix in TEXT)
    yield ROOT / ".ci" / "run"
    for folder in (*CODE, "assets"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in TEXT)


def output_of(*command: str) -> tuple[int, str]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_arrows_between_the_rooms_hold() -> None:
    code, output = output_of(str(Path(sys.executable).with_name("lint-imports")))
    assert code == 0, output
    assert "0 broken" in output


def test_types_are_strict() -> None:
    code, output = output_of(sys.executable, "-m", "mypy")
    assert code == 0, output


@pytest.mark.parametrize("arguments", [("check",), ("format", "--check")], ids=["check", "format"])
def test_ruff_is_clean(arguments: tuple[str, ...]) -> None:
    code, output = output_of(sys.executable, "-m", "ruff", *arguments, *CODE)
    assert code == 0, output


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return a function's lines from its first statement to its end, docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return function.end_lineno - body[0].lineno + 1 if body else 0


def test_length_leaves_out_the_docstring() -> None:
    source = "def f(\n  x\n):\n  '''One.\n\n  Two.'''\n  y = (\n    x\n  )\n  return y\n"
    assert length(ast.parse(source).body[0]) == 4


def test_no_function_is_over_fifty_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {length(node)} lines"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > LONGEST
    ]
    assert not long, "\n".join(long)


def test_no_file_is_much_over_three_hundred_lines() -> None:
    lines = {
        path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()
    }
    long = {
        str(path): count
        for path, count in lines.items()
        if count > (HIGHEST_TEST if path.parts[0] == "tests" else HIGHEST)
    }
    assert not long


def test_main_window_only_assembles() -> None:
    """It makes the parts and joins them: no arithmetic, no loop over data, no branch that decides deeply."""
    tree = ast.parse((ROOT / "app" / "main_window.py").read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert max(map(length, functions)) <= 25
    assert all(_depth(function) <= 2 for function in functions)


def _depth(node: ast.AST) -> int:
    """Return how many branches and loops stand in one another."""
    own = isinstance(node, ast.If | ast.For | ast.While | ast.With | ast.Try | ast.Match)
    return own + max(map(_depth, ast.iter_child_nodes(node)), default=0)


# One letter of each is in brackets, so that this file does not hold what it looks for.
MACHINE = re.compile(r"/wor[k]/\w|/hom[e]/\w+/|/User[s]/\w+/|[A-Z]:\\+User[s]\\")
REGISTRY = re.compile(r"pyp[i]\.org|python[h]osted|--(extra-)?[i]ndex-url|find-[l]inks")


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine path", "registry address"])
def test_no_file_names_a_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found, "\n".join(found)


def test_no_room_for_odds_and_ends() -> None:
    odd = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert [path for path in python_files() if path.stem in odd] == []


def test_packaging_is_no_package() -> None:
    # With an `__init__.py` it would hide the library `packaging`, which pytest and PyInstaller need.
    assert not (ROOT / "packaging" / "__init__.py").exists()


IMPORT_CORE = """
import importlib, json, pkgutil, sys
import core, packaging.version
names = [module.name for module in pkgutil.walk_packages(core.__path__, "core.")]
for name in names:
    importlib.import_module(name)
roots = sorted({name.partition(".")[0] for name in sys.modules})
files = {"core": core.__file__, "packaging": packaging.version.__file__}
print(json.dumps({"names": names, "roots": roots, **files}))
"""


@pytest.fixture(scope="module")
def imported() -> dict[str, object]:
    """Import all of core in a fresh interpreter and tell what came with it."""
    command = [sys.executable, "-c", IMPORT_CORE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_core_needs_neither_window_nor_training(imported: dict[str, object]) -> None:
    assert len(imported["names"]) > 10
    strangers = {"PySide6", "pyqtgraph", "torch", "lightning", "app", "training", "matplotlib"}
    assert strangers.isdisjoint(imported["roots"])


def test_core_is_ours_and_packaging_is_the_library(imported: dict[str, object]) -> None:
    assert Path(imported["core"]).is_relative_to(ROOT / "core")
    assert "site-packages" in Path(imported["packaging"]).parts


def test_demo_is_small_and_says_where_it_comes_from(demo: Path) -> None:
    files = [path for path in demo.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 12_000_000
    attribution = (demo / "ATTRIBUTION.md").read_text(encoding="utf-8")
    for folder in (path for path in demo.iterdir() if path.is_dir()):
        assert f"| `{folder.name}` |" in attribution
    assert "Apache License" in (demo / "LICENCE-Apache-2.0.txt").read_text(encoding="utf-8")


def test_networks_are_small_and_described() -> None:
    networks = sorted((ROOT / "assets" / "models").rglob("*.onnx"))
    assert networks, "no network is bundled"
    for network in networks:
        assert network.stat().st_size <= 20_000_000
        assert (network.parent / "card.md").is_file(), f"{network.name} has no model card"
