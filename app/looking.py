"""Cine, key images and the bars below the images, put together for the main window."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QStackedWidget

from app.actions import Action
from app.cine import Cine
from app.compare_actions import compare_table, orientation_table
from app.feed import Feed
from app.grid import Grid
from app.jobs import Jobs, Report
from app.key_images_export import pictures_of, write_pictures
from app.key_images_files import KeyObjects, said, selections, write_key_objects
from app.key_images_window import KeyImagesWindow
from app.language import tr
from app.looking_bars import CineBar, ComparingBar
from app.screens import to_next_screen
from app.second_view import SecondView
from app.session import Session
from app.settings import Settings
from core.movie import Film
from core.pipeline import Pipeline
from core.stop import Stop

_FASTER = 1.25


class Looking(QObject):
    """All ways of looking at what a cell shows."""

    changed = Signal()
    """A switch of the table of actions may stand differently now."""
    viewMade = Signal(object, int)
    """Viewport, number of its cell: there is another view, in a window of its own."""

    def __init__(self, session: Session, feed: Feed, grid: Grid, jobs: Jobs, settings: Settings) -> None:
        super().__init__(grid)
        self._session, self._feed, self._grid = session, feed, grid
        self._jobs, self._settings = jobs, settings
        self.second_view: SecondView | None = None
        self.cine = Cine(session, feed, self)
        self.comparing_bar = ComparingBar(session, grid)
        self.cine_bar = CineBar(self.cine, grid)
        self.cine.changed.connect(self.changed)
        self.key_images = KeyImagesWindow(session, grid)
        self.key_images.exportRequested.connect(self.export_key_images)
        self.key_images.saveRequested.connect(self.save_key_images)
        self.key_objects = KeyObjects(session, self)
        session.key_images.changed.connect(self.changed)
        session.indexChanged.connect(self.changed)
        self.bars = QStackedWidget(grid)
        self.bars.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for bar in (self.comparing_bar, self.cine_bar):
            self.bars.addWidget(bar)
        grid.add_below(self.bars)
        self.cine.changed.connect(self._on_cine)
        self.cine_bar.closed.connect(lambda: self.bars.setCurrentWidget(self.comparing_bar))
        for cell in grid.cells:
            cell.views[0].painted.connect(partial(self.cine.painted, cell.cell))

    def _on_cine(self) -> None:
        if self.cine.playing:
            self.bars.setCurrentWidget(self.cine_bar)

    @property
    def busy(self) -> bool:
        """Whether it plays."""
        return self.cine.playing

    def cancel(self) -> None:
        """Stop playing."""
        self.cine.stop()

    def actions(self) -> Iterator[Action]:
        """Yield the rows of the table of actions."""
        yield from compare_table(self._session)
        yield from orientation_table(self._session)
        yield from self._cine()
        yield from self._key_images()
        yield Action(
            "second_view",
            "View",
            tr("Second view"),
            "Ctrl+F11",
            self._turn_second_view,
            tr("The active cell once more, on the other monitor: original, enhanced or as here"),
            lambda: self.second_view is not None,
            everywhere=True,
        )
        yield Action(
            "next_screen",
            "View",
            tr("To the next screen"),
            "Shift+F11",
            lambda: to_next_screen(self._grid.window()),
            tr("Moves the window to the other monitor, full screen if it was"),
            enabled=lambda: len(QGuiApplication.screens()) > 1,
            everywhere=True,
        )

    def _cine(self) -> Iterator[Action]:
        cine = self.cine
        yield Action(
            "cine",
            "Slices",
            tr("Cine"),
            "C",
            cine.toggle,
            tr("Plays the slices at the file's rate, or 15 a second"),
            lambda: cine.playing,
        )
        yield Action(
            "cine_faster", "Slices", tr("Cine faster"), ".", lambda: cine.set_rate(cine.rate * _FASTER)
        )
        yield Action(
            "cine_slower", "Slices", tr("Cine slower"), ",", lambda: cine.set_rate(cine.rate / _FASTER)
        )
        yield Action(
            "sweep",
            "Slices",
            tr("Cine back and forth"),
            "",
            lambda: cine.set_sweeping(not cine.sweeping),
            checked=lambda: cine.sweeping,
        )

    # -- second view --------------------------------------------------------------------------

    def _turn_second_view(self) -> None:
        if self.second_view is not None:
            self.second_view.close()
            return
        view = SecondView(self._session, self._feed, self._grid, self._settings)
        view.closed.connect(self._on_second_closed)
        self.second_view = view
        view.viewMade.connect(self.viewMade)
        view.open()
        self.changed.emit()

    def _on_second_closed(self) -> None:
        self.second_view = None
        self.changed.emit()

    def close(self) -> None:
        """Close the windows about looking, and stop reading."""
        self.key_objects.close()
        self.key_images.pictures.close()
        self.key_images.close()
        if self.second_view is not None:
            self.second_view.close()

    # -- key images ---------------------------------------------------------------------------

    def _key_images(self) -> Iterator[Action]:
        yield Action(
            "key_image",
            "Slices",
            tr("Key image"),
            "K",
            self._mark,
            tr("Marks this slice with a star"),
            self._is_marked,
        )
        for name, text, key, step in (
            ("next_key_image", tr("Next key image"), "Ctrl+Down", 1),
            ("previous_key_image", tr("Previous key image"), "Ctrl+Up", -1),
        ):
            yield Action(name, "Slices", text, key, partial(self._go, step))
        yield Action("key_images", "Slices", tr("Key images…"), "Ctrl+K", self._list, everywhere=True)
        yield Action(
            "export_key_images",
            "File",
            tr("Export key images…"),
            "",
            self.export_key_images,
            tr("PNG pictures, original beside enhanced, without patient"),
        )
        yield Action(
            "save_key_images",
            "File",
            tr("Save key images…"),
            "",
            self.save_key_images,
            tr("As a DICOM key object selection, which marks them again when it is opened with the study"),
        )

    def _key(self) -> tuple[str, int] | None:
        series, index = self._session.series, self._session.index
        return series.frames[index].key if series is not None and series.frames else None

    def _is_marked(self) -> bool:
        key = self._key()
        return key is not None and key in self._session.key_images

    def _mark(self) -> None:
        key = self._key()
        if key is not None:
            self._session.key_images.toggle(key)

    def _go(self, step: int) -> None:
        session = self._session
        found = session.key_images.next(session.series, session.index, step) if session.series else None
        if found is None:
            session.message(tr("There is no other key image in this series; press K on a slice to mark it."))
        else:
            session.set_index(found)

    def _list(self) -> None:
        self.key_images.show()
        self.key_images.raise_()
        self.key_images.activateWindow()

    def export_key_images(self) -> None:
        """Ask for a folder and write all key images there."""
        session = self._session
        marked = [(s, session.key_images.indices(s)) for s in session.catalogue.series]
        films = pictures_of(marked, session.active_recipe, session.windows)
        if not films:
            session.message(tr("There is no key image to export; press K on a slice to mark it."))
            return
        asked = QFileDialog.getExistingDirectory(
            self._grid, tr("Export key images"), str(self._settings.export_folder)
        )
        if asked:
            self._settings.export_folder = folder = Path(asked)
            work = partial(_write, films, folder, self._feed.pipeline)
            self._jobs.start(
                tr("Exporting key images"), work, tr("Key images exported as pictures: {}.").format
            )

    def save_key_images(self) -> None:
        """Ask for a folder and write a key object selection for each study there."""
        chosen = selections(self._session)
        if not chosen:
            self._session.message(tr("There is no key image to save; press K on a slice to mark it."))
            return
        asked = QFileDialog.getExistingDirectory(
            self._grid, tr("Save key images to folder"), str(self._settings.export_folder)
        )
        if asked:
            self._settings.export_folder = folder = Path(asked)
            self._jobs.start(tr("Saving key images"), partial(write_key_objects, chosen, folder), said)


def _write(films: tuple[Film, ...], folder: Path, pipeline: Pipeline, _report: Report, stop: Stop) -> int:
    return write_pictures(films, folder, pipeline, stop)
