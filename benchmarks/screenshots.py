"""Screenshots of the window's main states, to look at and for the user guide.

``python -m benchmarks.screenshots FOLDER [STUDY …] [--only NAME …]`` renders every state of every study (of
the bundled demo, where none is named) and, of each, some at 200 %. ``--guide`` renders those of the user
guide into ``assets/guide``. Without a screen, ``xvfb-run -s "-screen 0 1920x1200x24"`` goes in front.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.main_window import MainWindow, make_window
from app.settings import Settings
from app.theme import apply_theme
from benchmarks.scenes import alone, dialogs, scenes, settle, start, theme

ASSETS = Path(__file__).resolve().parent.parent / "assets"
DEMO = [ASSETS / "demo" / name for name in ("ct", "mr", "dx")]
GUIDE = ASSETS / "guide"
IN_GUIDE = {
    "ct-split": True,
    "ct-measuring": True,
    "ct-difference": False,
    "ct-doubled": False,
    "ct-planes": False,
    "ct-tags-difference": True,
    "mr-two-methods": False,
    "dx-light": True,
}
"""The pictures that `assets/guide/guide.md` shows, and whether panels are seen beside the images."""
SIZE = 1440, 900
LARGE = 944, 552
"""Points that a screen of 1920 × 1200 at 200 % has for a window beside its frame."""
IN_LARGE = ("open", "split", "four", "measuring", "planes", "light", "preferences", "tags")
"""The states that are rendered at 200 % as well."""
IN_GUIDE_SIZE = 1280, 800
"""Small, so that words are still legible in what the guide shows."""
_WIDTH = 900
_COLOURS = 128
_GROUNDS = 32
"""Of these colours, those that are seen most and stay exactly what they are."""

Names = frozenset[str]
"""Of the pictures that are wanted; empty for all."""


def render(folder: Path, studies: list[Path], names: Names, size: tuple[int, int]) -> None:
    """Write a picture of every state that is wanted."""
    app = QApplication.instance() or QApplication(["screenshots"])
    assert isinstance(app, QApplication)
    apply_theme(app)
    with TemporaryDirectory() as private:
        settings = Settings(QSettings(f"{private}/settings.ini", QSettings.Format.IniFormat))
        window = make_window(settings)
        window.resize(*size)
        window.show()
        if not names or "empty" in names:
            save(window, folder / "empty.png")
        for study in studies:
            _main_window(window, study, folder, names)
            _dialogs(window, study, folder, names)
        window.close()


def _main_window(window: MainWindow, study: Path, folder: Path, names: Names) -> None:
    for name, scene in scenes(study.name):
        picture = f"{study.name}-{name}"
        if not names or picture in names:
            with theme("light" if name == "light" else "dark"):
                start(window, study)
                scene(window)
                with alone(window, folder == GUIDE and not IN_GUIDE[picture]):
                    settle(window)
                    save(window, folder / f"{picture}.png")


def _dialogs(window: MainWindow, study: Path, folder: Path, names: Names) -> None:
    known = {f"{study.name}-{name}" for name, _ in scenes(study.name)}
    if names and not any(name.startswith(study.name) for name in names - known):
        return
    start(window, study)
    for name, dialog in dialogs(window):
        picture = f"{study.name}-{name}"
        if not names or picture in names:
            save(dialog, folder / f"{picture}.png")
        dialog.close()


def save(window: QWidget, path: Path) -> None:
    """Write what a window shows."""
    QTest.qWait(200)
    window.grab().save(str(path))
    print(path)


def render_large(folder: Path, studies: list[Path]) -> None:
    """Render some states in a process of its own whose interface is twice as large."""
    names = [f"{study.name}-{state}" for study in studies for state in IN_LARGE]
    command = [sys.executable, "-m", "benchmarks.screenshots", str(folder / "200"), *map(str, studies)]
    subprocess.run(
        [*command, "--large", "--only", *names], env=os.environ | {"QT_SCALE_FACTOR": "2"}, check=True
    )


def shrink(folder: Path) -> None:
    """Make pictures small enough to be part of the program: narrower, few colours."""
    for path in folder.glob("*.png"):
        picture = Image.open(path).convert("RGB")
        if picture.width > _WIDTH:
            height = round(picture.height * _WIDTH / picture.width)
            picture = picture.resize((_WIDTH, height), Image.Resampling.LANCZOS)
        few = picture.quantize(palette=palette(picture), dither=Image.Dither.NONE)
        few.save(path, optimize=True)


def palette(picture: Image.Image) -> Image.Image:
    """Return greys, which radiographs need without steps, and colours that are seen most or cover best."""
    counted = picture.getcolors(picture.width * picture.height) or []
    common = [colour for _, colour in sorted(counted, reverse=True) if isinstance(colour, tuple)]
    grounds = [level for colour in common if len(set(colour)) > 1 for level in colour][: 3 * _GROUNDS]
    colours = picture.quantize(_COLOURS - _GROUNDS, Image.Quantize.MAXCOVERAGE).getpalette() or []
    greys = [level for level in range(0, 256, 2) for _ in "rgb"]
    made = Image.new("P", (1, 1))
    made.putpalette((greys + grounds + colours)[: 3 * 256])
    return made


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="benchmarks.screenshots")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("screenshots"))
    parser.add_argument("studies", type=Path, nargs="*", metavar="STUDY")
    parser.add_argument("--only", nargs="+", default=[], help="states, such as ct-split")
    parser.add_argument("--guide", action="store_true", help="render the pictures of the user guide")
    parser.add_argument("--large", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Render what the command line asks for."""
    asked = arguments()
    folder = GUIDE if asked.guide else asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    studies = asked.studies or DEMO
    names = frozenset(IN_GUIDE if asked.guide else asked.only)
    size = LARGE if asked.large else IN_GUIDE_SIZE if asked.guide else SIZE
    render(folder, studies, names, size)
    if asked.guide:
        shrink(folder)
    elif not names:
        render_large(folder, studies)


if __name__ == "__main__":
    main()
