"""Whole-series work and exports, started from the window and run as jobs."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from app.feed import Feed
from app.jobs import Jobs, Report
from app.session import Session
from app.settings import Settings
from core.atomic import replacing
from core.dicom.decode import read_frame
from core.dicom.study import Series
from core.display import default_voi, grey16
from core.errors import ClearsliceError
from core.export import Progress, export_series
from core.frame import Frame
from core.picture import Grey, save_picture, side_by_side
from core.pipeline import Enhanced, Pipeline
from core.recipe import Recipe
from core.stop import Stop

_CHOOSE_METHOD = "Turn Enhance on first; there is nothing to export yet."


class Exporting:
    """What the export actions do."""

    def __init__(self, session: Session, feed: Feed, jobs: Jobs, settings: Settings, window: QWidget) -> None:
        self._session = session
        self._feed = feed
        self._jobs = jobs
        self._settings = settings
        self._window = window

    def apply_to_series(self) -> None:
        """Enhance every slice of the series now, so that scrolling shows results at once."""
        series = self._ready()
        if series is not None:
            recipe = self._session.recipe
            self._session.set_enabled(True)
            work = partial(_apply_all, self._feed.pipeline, series, recipe)
            self._jobs.start("Enhancing the series", work, "{} slices are enhanced.".format)

    def export_series(self) -> None:
        """Ask for a folder and write the enhanced series there."""
        series = self._ready()
        if series is None:
            return
        if not self._session.active_recipe.steps:
            self._session.message(_CHOOSE_METHOD)
            return
        folder = QFileDialog.getExistingDirectory(
            self._window, "Export enhanced series to folder", str(self._settings.export_folder)
        )
        if folder:
            self._settings.export_folder = Path(folder)
            self.export_to(series, Path(folder))

    def export_to(self, series: Series, folder: Path) -> None:
        """Write the enhanced `series` into a new folder inside `folder`."""
        numbers = {s.number for s in self._session.catalogue.series if s.study.uid == series.study.uid}
        taken = frozenset(n for n in numbers if n is not None)
        recipe, pipeline = self._session.active_recipe, self._feed.pipeline
        work = partial(export_series, series, pipeline, recipe, folder, numbers_taken=taken)
        self._jobs.start("Exporting the enhanced series", work, _said)

    def export_picture(self, picture: QPixmap) -> None:
        """Ask for a file and write `picture`, what is seen on screen."""
        path = self._ask_png("picture.png")
        if path is not None:
            self._write(partial(_save_screen, picture, path), path)

    def export_deep_picture(self) -> None:
        """Ask for a file and write original beside enhanced, every pixel, 16 bits."""
        frame = self._feed.frame
        if frame is None or frame.is_colour:
            self._session.message("There is no grey-scale picture to export.")
            return
        path = self._ask_png("picture-16-bit.png")
        if path is not None:
            self._write(lambda: save_picture(self._deep(frame), path), path)

    def _deep(self, frame: Frame) -> Grey:
        voi = self._session.window or default_voi(frame)
        inverted = frame.inverted ^ self._session.inverted
        series, padding = self._session.series, frame.padding_mask
        derived = series is not None and series.derived
        pictures: list[Grey] = [grey16(frame.values, voi, inverted, padding)]
        labels = ["AS OPENED · DERIVED" if derived else "ORIGINAL"]
        enhanced: Enhanced | None = self._feed.enhanced
        if enhanced is not None:
            pictures.append(grey16(enhanced.image, voi, inverted, padding))
            labels.append(enhanced.label(enhanced.recipe.strength))
        return side_by_side(pictures, labels)

    def _write(self, save: Callable[[], None], path: Path) -> None:
        try:
            save()
        except ClearsliceError as error:
            self._session.message(str(error))
        else:
            self._session.message(f"The picture was saved as {path.name}.")

    def _ask_png(self, name: str) -> Path | None:
        start = str(self._settings.export_folder / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, "Export picture", start, "PNG picture (*.png)")
        if not chosen:
            return None
        path = Path(chosen)
        self._settings.export_folder = path.parent
        return path if path.suffix else path.with_suffix(".png")

    def _ready(self) -> Series | None:
        series = self._session.series
        if series is None:
            self._session.message("Open a study first.")
            return None
        if not series.enhanceable:
            self._session.message(series.reason)
            return None
        return series


def _apply_all(pipeline: Pipeline, series: Series, recipe: Recipe, report: Report, stop: Stop) -> int:
    start = time.perf_counter()
    for number, ref in enumerate(series.frames, 1):
        stop.check()
        pipeline.run(read_frame(ref), recipe, stop)
        report(Progress(number, len(series.frames), time.perf_counter() - start))
    return len(series.frames)


def _said(paths: tuple[Path, ...]) -> str:
    files = "1 file" if len(paths) == 1 else f"{len(paths)} files"
    return f"The enhanced series was exported as {files} to {paths[0].parent}; the original is untouched."


def _save_screen(picture: QPixmap, path: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with replacing(path) as file:
        file.write(buffer.data().data())
