"""Bring the translations up to date: `python packaging/translate.py`.

`pyside6-lupdate` puts every text of `app/` that goes through `tr` or `mark` into
`assets/translations/clearslice_*.ts`, together with the names and sentences of the core, which knows nothing
of Qt. A new text comes in unfinished: translate it there, by hand or with Qt Linguist, and call this again;
`pyside6-lrelease` then packs the `.qm` files that the program reads.
"""

import ast
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("de", "fr", "es", "hi")
QT_ITSELF = FOLDER / "qtbase_hi.ts"
"""What Qt's own buttons and menus say in Hindi, in which Qt has no translation."""
TERMINAL = ("cli.py", "commands")
"""Parts of the command line, which speaks English."""


def main() -> None:
    """Update the texts of every language, then pack them."""
    FOLDER.mkdir(exist_ok=True)
    files = [FOLDER / f"clearslice_{code}.ts" for code in LANGUAGES]
    update(files)
    for file in (*files, QT_ITSELF):
        release(file, file.with_suffix(".qm"))


def update(files: list[Path]) -> None:
    """Put all texts into the `.ts` files `files`; what is translated there stays."""
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "core_words.py"
        words.write_text("".join(f"tr({word!r})\n" for word in core_words()), encoding="utf-8")
        sources = sorted(p for p in (ROOT / "app").rglob("*.py") if not set(p.parts) & set(TERMINAL))
        _run(
            "pyside6-lupdate",
            *map(str, (*sources, words)),
            *("-ts", *map(str, files)),
            *("-no-obsolete", "-locations", "none", "-sort-messages", "-tr-function-alias", "tr+=mark"),
        )


def release(file: Path, packed: Path) -> None:
    """Pack the finished translations of `file`."""
    _run("pyside6-lrelease", "-nounfinished", str(file), "-qm", str(packed))


def core_words() -> list[str]:
    """Return what the core says in fixed words: what methods declare, presets, labels, whole sentences."""
    sys.path.insert(0, str(ROOT))
    from core.enhance.registry import METHODS, declared
    from core.ranking import CONTRAST_REMARK
    from core.window import CT_PRESETS

    words = ["PROCESSED", "AI PROCESSED", "strength {}", CONTRAST_REMARK]
    words += [window.name for window in CT_PRESETS]
    for name, method in METHODS.items():
        words += [method.label, method.purpose]
        for parameter in declared(name):
            words += [parameter.label, parameter.help, *parameter.choices]
    words += sentences(ROOT / "core", _is_sentence)
    words += sentences(ROOT / "core" / "enhance", _is_reason)
    return sorted(set(filter(None, words)))


def sentences(folder: Path, wanted: Callable[[str], bool]) -> Iterator[str]:
    """Yield the `wanted` texts without values in the code under `folder`, docstrings aside."""
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        aside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        aside |= {id(v) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for v in node.values}
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) and id(node) not in aside else None
            if isinstance(text, str) and wanted(text):
                yield text


def _is_sentence(text: str) -> bool:
    return text[:1].isupper() and text.endswith(".") and text.count(" ") > 2


def _is_reason(text: str) -> bool:
    """Whether it says why a network runs where it does."""
    return re.fullmatch(r"[a-z][^.\n]*", text) is not None and text.count(" ") > 2


def _run(program: str, *arguments: str) -> None:
    scripts = Path(sysconfig.get_path("scripts"))
    subprocess.run([str(scripts / program), *arguments, "-silent"], check=True)


if __name__ == "__main__":
    main()
