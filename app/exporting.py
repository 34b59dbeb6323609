"""Whole-series work and exports, started from the window and run as jobs."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from app.anonymising import Anonymising, Outcome
from app.export_dialogs import AnonymiseChoice, AnonymiseDialog, FilmChoice, FilmDialog
from app.feed import Feed
from app.jobs import Jobs, Report
from app.language import tr
from app.session import Session
from app.settings import Settings
from app.texts import date, person
from core.atomic import replacing
from core.deidentify.deidentify import Deidentifier
from core.deidentify.profile import Profile
from core.dicom.decode import read_frame
from core.dicom.study import Patient, Series
from core.display import default_voi, grey16
from core.errors import ClearsliceError
from core.export import Progress, export_series
from core.frame import Frame
from core.movie import Film, original_label, write_film
from core.picture import Grey, save_picture, side_by_side
from core.pipeline import Enhanced, Pipeline
from core.recipe import Recipe
from core.stop import Stop


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
            self._jobs.start(tr("Enhancing the series"), work, tr("{} slices are enhanced.").format)

    # -- series -------------------------------------------------------------------------------

    def export_series(self) -> None:
        """Ask for a folder and write the enhanced series there."""
        series = self._ready()
        if series is None:
            return
        if not self._session.active_recipe.steps:
            self._session.message(_nothing_yet())
            return
        folder = self._ask_folder(tr("Export enhanced series to folder"))
        if folder is not None:
            self.export_to(series, folder)

    def export_to(self, series: Series, folder: Path) -> None:
        """Write the enhanced `series` into a new folder inside `folder`."""
        recipe, pipeline = self._session.active_recipe, self._feed.pipeline
        work = partial(export_series, series, pipeline, recipe, folder, numbers_taken=self._taken(series))
        self._jobs.start(tr("Exporting the enhanced series"), work, _said)

    def anonymise(self) -> None:
        """Ask what is anonymised and how; then for a folder."""
        source = self._session.source
        if source is None or not source.showable:
            self._session.message(tr("Open a study first."))
            return
        shown = [series for series in self._session.catalogue.series if series.showable]
        enhanced = bool(self._session.active_recipe.steps) and source.enhanceable
        dialog = AnonymiseDialog(enhanced, len(shown) > 1, self._window)
        dialog.chosen.connect(self._anonymise)
        dialog.show()

    def _anonymise(self, choice: AnonymiseChoice) -> None:
        if choice.enhanced and not self._session.active_recipe.steps:
            self._session.message(_nothing_yet())
            return
        shown, folder = self._session.source, self._ask_folder(tr("Export anonymised to folder"))
        if folder is None or shown is None:
            return
        series = self._session.catalogue.series if choice.everything else (shown,)
        by = Deidentifier(Profile(choice.options), burned_in_allowed=choice.burned_in)
        recipe = self._session.active_recipe if choice.enhanced else Recipe()
        shown_series = tuple(one for one in series if one.showable)
        work = Anonymising(shown_series, folder, by, self._feed.pipeline, recipe).run
        self._jobs.start(tr("Exporting anonymised"), work, _sentence)

    def _taken(self, series: Series) -> frozenset[int]:
        numbers = {s.number for s in self._session.catalogue.series if s.study.uid == series.study.uid}
        return frozenset(number for number in numbers if number is not None)

    # -- films --------------------------------------------------------------------------------

    def export_film(self) -> None:
        """Ask how; then for a file, and write the series as a film."""
        series = self._session.source
        if series is None or not series.showable or self._feed.frame is None or self._feed.frame.is_colour:
            self._session.message(tr("There is no grey-scale series to film."))
            return
        dialog = FilmDialog(bool(self._session.active_recipe.steps), self._window)
        dialog.chosen.connect(self._export_film)
        dialog.show()

    def _export_film(self, choice: FilmChoice) -> None:
        series = self._session.source
        path = self._ask_file(f"before-after{choice.suffix}", tr("Export film"), _film_filter(choice.suffix))
        if path is None or series is None:
            return
        film = Film(
            series,
            self._session.active_recipe,
            choice.layout,
            self._session.window,
            self._session.inverted,
            choice.rate,
            identity_lines(series) if choice.identified else (),
        )
        work = partial(_film, film, self._feed.pipeline, path)
        self._jobs.start(tr("Exporting the film"), work, tr("The film was saved as {}.").format)

    # -- pictures -----------------------------------------------------------------------------

    def export_picture(self, picture: QPixmap) -> None:
        """Ask for a file and write `picture`, what is seen on screen."""
        path = self._ask_file("picture.png", tr("Export picture"), tr("PNG picture (*.png)"))
        if path is not None:
            self._write(partial(_save_screen, picture, path), path)

    def export_deep_picture(self) -> None:
        """Ask for a file and write original beside enhanced, every pixel, 16 bits."""
        frame = self._feed.frame
        if frame is None or frame.is_colour:
            self._session.message(tr("There is no grey-scale picture to export."))
            return
        kinds = ";;".join((tr("PNG picture (*.png)"), tr("TIFF picture (*.tiff *.tif)")))
        path = self._ask_file("picture-16-bit.png", tr("Export picture"), kinds)
        if path is not None:
            self._write(lambda: save_picture(self._deep(frame), path), path)

    def _deep(self, frame: Frame) -> Grey:
        voi = self._session.window or default_voi(frame)
        inverted = frame.inverted ^ self._session.inverted
        series, padding = self._session.series, frame.padding_mask
        pictures: list[Grey] = [grey16(frame.values, voi, inverted, padding)]
        cut = f"{series.cut_as} · " if series is not None and series.cut_as else ""
        labels = [cut + ("ORIGINAL" if series is None else original_label(series))]
        enhanced: Enhanced | None = self._feed.enhanced
        if enhanced is not None:
            pictures.append(grey16(enhanced.image, voi, inverted, padding))
            labels.append(cut + enhanced.label(enhanced.recipe.strength))
        return side_by_side(pictures, labels)

    def _write(self, save: Callable[[], None], path: Path) -> None:
        try:
            save()
        except ClearsliceError as error:
            self._session.message(str(error))
        else:
            self._session.message(tr("The picture was saved as {}.").format(path.name))

    # -- where --------------------------------------------------------------------------------

    def _ask_folder(self, title: str) -> Path | None:
        folder = QFileDialog.getExistingDirectory(self._window, title, str(self._settings.export_folder))
        if not folder:
            return None
        self._settings.export_folder = Path(folder)
        return Path(folder)

    def _ask_file(self, name: str, title: str, kinds: str) -> Path | None:
        start = str(self._settings.export_folder / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        self._settings.export_folder = path.parent
        return path if path.suffix else path.with_suffix(Path(name).suffix)

    def _ready(self) -> Series | None:
        series = self._session.source
        if series is None:
            self._session.message(tr("Open a study first."))
            return None
        if not series.enhanceable:
            self._session.message(series.reason)
            return None
        return series


def identity_lines(series: Series) -> tuple[str, ...]:
    """Return who and when, for those who ask for it."""
    patient: Patient = series.study.patient
    who = " · ".join(part for part in (person(patient.name), patient.id, date(series.study.date)) if part)
    return (who,) if who else ()


def _apply_all(pipeline: Pipeline, series: Series, recipe: Recipe, report: Report, stop: Stop) -> int:
    start = time.perf_counter()
    for number, ref in enumerate(series.frames, 1):
        stop.check()
        pipeline.run(read_frame(ref), recipe, stop)
        report(Progress(number, len(series.frames), time.perf_counter() - start))
    return len(series.frames)


def _sentence(outcome: Outcome) -> str:
    return outcome.sentence


def _film(film: Film, pipeline: Pipeline, path: Path, report: Report, stop: Stop) -> str:
    write_film(film, pipeline, path, report, stop)
    return path.name


def _film_filter(suffix: str) -> str:
    return tr("MP4 film (*.mp4)") if suffix == ".mp4" else tr("Animated GIF (*.gif)")


def _nothing_yet() -> str:
    return tr("Turn Enhance on first; there is nothing to export yet.")


def _said(paths: tuple[Path, ...]) -> str:
    if len(paths) == 1:
        text = tr("The enhanced series was exported as 1 file to {folder}; the original is untouched.")
    else:
        text = tr("The enhanced series was exported as {count} files to {folder}; the original is untouched.")
    return text.format(count=len(paths), folder=paths[0].parent)


def _save_screen(picture: QPixmap, path: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with replacing(path) as file:
        file.write(buffer.data().data())
