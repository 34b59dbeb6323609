"""Screenshots of the real window's main states: ``python -m benchmarks.screenshots FOLDER [STUDY …]``.

Without a study the bundled demo is used. Set ``QT_SCALE_FACTOR=2`` for a screen at 200 %.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from app.export_dialogs import AnonymiseDialog, FilmDialog
from app.main_window import MainWindow, make_window
from app.settings import Settings
from app.state import Compare, Reference
from app.theme import apply_theme
from core.measurement import Kind, Measurement
from core.recipe import Recipe, Step

DEMO = Path(__file__).resolve().parent.parent / "assets" / "demo"
PATIENCE = 180.0


def main(folder: Path, studies: list[Path]) -> None:
    app = QApplication.instance() or QApplication(["screenshots"])
    apply_theme(app)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as private:
        settings = Settings(QSettings(f"{private}/settings.ini", QSettings.Format.IniFormat))
        window = make_window(settings)
        window.resize(1440, 900)
        window.show()
        save(window, folder / "0-empty.png")
        for study in studies:
            for name, state in states(window, study):
                state()
                settle(window)
                save(window, folder / f"{study.name}-{name}.png")
            for name, dialog in dialogs(window):
                save(dialog, folder / f"{study.name}-{name}.png")
                dialog.close()
        window.close()


def states(window: MainWindow, study: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    session = window.session
    yield "1-open", lambda: open_study(window, study)
    yield "2-enhanced", lambda: session.set_enabled(True)
    yield "3-split", lambda: session.set_compare(Compare.SPLIT)
    yield "4-side-by-side", lambda: session.set_compare(Compare.SIDE_BY_SIDE)
    yield "5-difference", lambda: session.set_compare(Compare.DIFFERENCE)
    yield "6-metrics", lambda: measure(window)
    yield "7-simulated", lambda: session.set_reference(Reference.SIMULATED)
    yield "8-classical", lambda: classical(window)


def open_study(window: MainWindow, study: Path) -> None:
    session = window.session
    session.close_all()
    session.set_enabled(False)
    session.set_compare(Compare.SINGLE)
    session.set_recipe(Recipe((Step("cnn", strength=0.7),)))
    window.tabs.setCurrentIndex(0)
    window.opening.open([study])
    wait(lambda: not window.opening.busy and window.feed.frame is not None)
    session.set_index(len(session.series.frames) // 2)


def measure(window: MainWindow) -> None:
    session = window.session
    session.set_compare(Compare.SPLIT)
    rows, columns = window.feed.frame.shape
    places = {
        Kind.ELLIPSE: ((0.3, 0.4), (0.42, 0.5)),
        Kind.RECTANGLE: ((0.6, 0.55), (0.72, 0.65)),
        Kind.DISTANCE: ((0.3, 0.7), (0.7, 0.72)),
        Kind.ANGLE: ((0.35, 0.2), (0.5, 0.3), (0.65, 0.2)),
    }
    for kind, points in places.items():
        drawn = tuple((x * columns, y * rows) for x, y in points)
        session.measurements.add(Measurement(kind, drawn, window.feed.frame.key, kind.value.capitalize()))
    window.tabs.setCurrentIndex(1)


def classical(window: MainWindow) -> None:
    session = window.session
    session.set_reference(Reference.ORIGINAL)
    session.measurements.clear()
    session.set_compare(Compare.SIDE_BY_SIDE)
    session.set_recipe(Recipe((Step("clahe"),)))
    window.tabs.setCurrentIndex(0)


def settle(window: MainWindow) -> None:
    wait(lambda: window.feed.idle and (window.feed.enhanced is not None) == window.session.enabled)
    QTest.qWait(500)
    wait(lambda: not any("Measuring" in label.text() for label in window.findChildren(QLabel)))
    QTest.qWait(500)


def wait(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not ready() and time.monotonic() < end:
        QTest.qWait(50)


def dialogs(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Yield the windows beside the main one, each in a state worth looking at."""
    tags = window.output.tags
    window.actions_table.by_name["tags"].trigger()
    wait(lambda: tags.model.rowCount() > 0)
    yield "20-tags", tags
    tags.show()
    tags.compare.setChecked(True)
    wait(lambda: "+" in tags.note.text())
    yield "21-tags-difference", tags
    tags.compare.setChecked(False)
    for number, (action, kind) in enumerate(
        {"export_film": FilmDialog, "anonymise": AnonymiseDialog}.items()
    ):
        window.actions_table.by_name[action].trigger()
        yield f"{22 + number}-{action}", window.findChildren(kind)[-1]
    window.actions_table.by_name["batch"].trigger()
    yield "24-batch", window.output.batch_window


def save(window: QWidget, path: Path) -> None:
    QTest.qWait(200)
    window.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    target, *paths = sys.argv[1:] or ["screenshots"]
    main(Path(target), [Path(p) for p in paths] or [DEMO / name for name in ("ct", "mr", "dx")])
