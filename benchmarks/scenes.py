"""The main states of the window, each made from a fresh start, for `benchmarks.screenshots`."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from app.main_window import MainWindow
from app.measuring.wording import kind_name
from app.state import Compare, Layout, Reference, ViewTransform
from app.theme import apply_theme
from core.measurement import Kind, Measurement
from core.recipe import Recipe, Step
from core.window import CT_PRESETS

PATIENCE = 180.0
"""Seconds that a state may take on a busy machine."""
NETWORK = Recipe((Step("cnn", strength=0.7),))
SMOOTHER = Recipe((Step("nlm"),))
DOUBLED = Recipe((Step("double"),))
CLOSE = 3.0
"""Screen pixels to an image pixel, at which rows and columns that were doubled are seen."""
PLACES = {
    Kind.ELLIPSE: ((0.3, 0.4), (0.42, 0.5)),
    Kind.RECTANGLE: ((0.56, 0.55), (0.68, 0.65)),
    Kind.DISTANCE: ((0.3, 0.7), (0.7, 0.72)),
    Kind.ANGLE: ((0.27, 0.61), (0.34, 0.54), (0.45, 0.62)),
}
"""Where each kind is drawn, in shares of the image's width and height."""

Scene = Callable[[MainWindow], None]
"""Brings a window that shows a study into a state."""


def scenes(study: str) -> Iterator[tuple[str, Scene]]:
    """Yield the names and states of the main window that make sense for a study of the demo."""
    yield "open", lambda _: None
    yield "enhanced", enhanced
    for compare in Compare:
        if compare is not Compare.SINGLE:
            yield compare.name.lower().replace("_", "-"), _comparing(compare)
    yield "two-methods", two_methods
    yield "four", four
    yield "measuring", measuring
    yield "simulated", simulated
    yield "classical", classical
    yield "doubled", doubled
    yield "turned", turned
    if study != "dx":
        yield "planes", planes
        yield "cine", cine
    yield "light", _comparing(Compare.SPLIT)


def start(window: MainWindow, study: Path) -> None:
    """Open a study in one cell, with nothing done to it."""
    session = window.session
    window.looking.cancel()
    window.looking.cine_bar.closed.emit()
    if window.planes.shown:
        window.planes.leave()
    session.close_all()
    session.cells.set_layout(Layout.ONE)
    session.set_enabled(False)
    session.set_compare(Compare.SINGLE)
    session.set_reference(Reference.ORIGINAL)
    session.set_recipe(NETWORK)
    window.tabs.setCurrentIndex(0)
    open_study(window, study)


def open_study(window: MainWindow, study: Path) -> None:
    """Open a study as one that is dropped is, and go to its middle."""
    window.opening.open([study])
    wait(lambda: not window.opening.busy and window.feed.frame is not None)
    session = window.session
    assert session.series is not None
    session.set_index(len(session.series.frames) // 2)


def enhanced(window: MainWindow) -> None:
    """Switch the network on."""
    window.session.set_enabled(True)


def _comparing(compare: Compare) -> Scene:
    def state(window: MainWindow) -> None:
        enhanced(window)
        window.session.set_compare(compare)
        view = window.grid.views[0].viewport()
        QTest.mouseMove(view, view.rect().center())

    return state


def two_methods(window: MainWindow) -> None:
    """Put two methods side by side."""
    _fill(window, Layout.BESIDE, (NETWORK, SMOOTHER))


def four(window: MainWindow) -> None:
    """Show a series four times: as it is, enhanced, at another window, and what enhancing changed."""
    session = window.session
    _fill(window, Layout.FOUR, (None, NETWORK, None, NETWORK))
    cells = session.cells.all
    cells[3].set_compare(Compare.DIFFERENCE)
    if session.series is not None and session.series.modality == "CT":
        cells[2].take_window(next(preset for preset in CT_PRESETS if preset.name == "Bone"))


def _fill(window: MainWindow, layout: Layout, recipes: tuple[Recipe | None, ...]) -> None:
    session = window.session
    series, index = session.series, session.index
    session.cells.set_layout(layout)
    for cell, recipe in zip(session.cells.all, recipes, strict=False):
        cell.set_series(series)
        cell.set_index(index)
        cell.set_method(recipe or NETWORK, recipe is not None)


def measuring(window: MainWindow) -> None:
    """Draw a region, a box, a distance and an angle, and show what they say before and after."""
    _comparing(Compare.SPLIT)(window)
    frame = window.feed.frame
    assert frame is not None
    rows, columns = frame.shape
    for kind, points in PLACES.items():
        drawn = tuple((x * columns, y * rows) for x, y in points)
        window.session.measurements.add(Measurement(kind, drawn, frame.key, kind_name(kind)))
    window.tabs.setCurrentIndex(1)


def simulated(window: MainWindow) -> None:
    """Measure every method against the slice itself, after noise was added."""
    _comparing(Compare.SPLIT)(window)
    window.session.set_reference(Reference.SIMULATED)
    window.tabs.setCurrentIndex(1)
    ranking = window.metrics_panel.ranking
    wait(ranking.run.isEnabled)
    ranking.run.click()
    wait(ranking.run.isVisible)


def classical(window: MainWindow) -> None:
    """Use a method with sliders of its own."""
    _comparing(Compare.SIDE_BY_SIDE)(window)
    window.session.set_recipe(Recipe((Step("clahe"),)))


def doubled(window: MainWindow) -> None:
    """Look closely at what a network made of the image: twice as many rows and columns."""
    _comparing(Compare.SIDE_BY_SIDE)(window)
    window.session.set_recipe(DOUBLED)
    frame = window.feed.frame
    assert frame is not None
    rows, columns = frame.shape
    window.session.set_view(ViewTransform(CLOSE, (0.43 * columns, 0.48 * rows)))


def turned(window: MainWindow) -> None:
    """Mirror the image, so that the letters have to follow."""
    window.actions_table.by_name["mirror"].trigger()


def planes(window: MainWindow) -> None:
    """Cut axial, coronal and sagittal planes."""
    window.planes.show()
    wait(lambda: window.planes.shown)


def cine(window: MainWindow) -> None:
    """Play the slices."""
    window.looking.cine.toggle()


def dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield the windows beside the main one, each in a state worth looking at."""
    enhanced(window)
    settle(window)
    yield from _tags(window)
    mark_key_images(window)
    names = (
        "export_film",
        "anonymise",
        "key_images",
        "preferences",
        "shortcuts",
        "guide",
        "about",
    )
    for name in names:
        if name in window.actions_table.by_name:
            yield name.replace("_", "-"), opened(window, name)
    window.actions_table.by_name["batch"].trigger()
    yield "batch", window.output.batch_window


def mark_key_images(window: MainWindow) -> None:
    """Mark the slice, and another one where there are several."""
    session, first = window.session, window.session.index
    assert session.series is not None
    for index in {first, min(first + 1, len(session.series.frames) - 1)}:
        session.set_index(index)
        settle(window)
        window.actions_table.by_name["key_image"].trigger()
    session.set_index(first)


def opened(window: MainWindow, name: str) -> QDialog:
    """Return the dialog that an action opens, all others being closed."""
    window.actions_table.by_name[name].trigger()
    QTest.qWait(300)
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


def _tags(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    tags = window.output.tags
    window.actions_table.by_name["tags"].trigger()
    wait(lambda: tags.model.rowCount() > 0)
    yield "tags", tags
    tags.show()
    tags.compare.setChecked(True)
    wait(lambda: "+" in tags.note.text())
    yield "tags-difference", tags
    tags.compare.setChecked(False)


@contextmanager
def theme(name: str) -> Iterator[None]:
    """Show everything in a theme for a while."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, name)
    yield
    apply_theme(app)


@contextmanager
def alone(window: MainWindow, wanted: bool) -> Iterator[None]:
    """Show the images without panels for a while, if that is wanted."""
    panels = window.actions_table.by_name["panels"]
    if wanted:
        panels.trigger()
    yield
    if wanted:
        panels.trigger()


def settle(window: MainWindow) -> None:
    """Wait until everything that a state asked for is on the screen."""
    wait(lambda: window.feed.idle and not window.jobs.busy)
    QTest.qWait(400)
    wait(lambda: not any("Measuring" in label.text() for label in window.findChildren(QLabel)))
    QTest.qWait(300)


def wait(ready: Callable[[], bool]) -> None:
    """Let the window work until `ready`, or until patience is over."""
    end = time.monotonic() + PATIENCE
    while not ready() and time.monotonic() < end:
        QTest.qWait(50)
