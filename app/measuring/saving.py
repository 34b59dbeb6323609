"""Measurements into files the user asks for."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.feed import Feed
from app.jobs import Jobs, Report
from app.language import tr
from app.measuring.places import Place, Places
from app.planes.volumes import Volumes
from app.session import Session
from app.settings import Settings
from core.dicom.decode import read_frame
from core.dicom.save import save
from core.export import Progress
from core.frame import Frame, Image
from core.measurement import Measured, Measurement, figures
from core.measurement_table import save_csv
from core.pipeline import Enhanced, Pipeline
from core.planes import cut
from core.recipe import Recipe
from core.stop import Stop
from core.volume import build

_Placed = tuple[tuple[Place, Measurement], ...]


@dataclass(frozen=True, slots=True)
class _Task:
    """All that is needed to measure everything again, away from the GUI thread."""

    placed: _Placed
    places: Places
    volumes: Volumes
    pipeline: Pipeline
    recipe: Recipe


class Saving:
    """What the actions about files of measurements do."""

    def __init__(self, session: Session, feed: Feed, jobs: Jobs, settings: Settings, window: QWidget) -> None:
        self._session, self._feed, self._jobs = session, feed, jobs
        self._settings, self._window = settings, window
        self._places = Places(session, feed.volumes)

    def save(self) -> None:
        """Ask for a folder and write a structured report for each study there."""
        self.save_then(lambda: None)

    def save_then(self, then: Callable[[], None]) -> None:
        """Do the same, and go on with `then` once everything is written."""
        task = self._task(Recipe())
        if task is None:
            return
        folder = QFileDialog.getExistingDirectory(
            self._window,
            tr("Save measurements to folder"),
            str(self._settings.export_folder),
        )
        if folder:
            self._settings.export_folder = Path(folder)
            work = partial(_write_reports, task, Path(folder), self._next_numbers())
            self._jobs.start(tr("Saving measurements"), work, partial(self._on_saved, task, then))

    def _on_saved(self, task: _Task, then: Callable[[], None], paths: tuple[Path, ...]) -> str:
        self._session.measurements.saved(item for _, item in task.placed)
        then()
        return _said(paths)

    def save_table(self) -> None:
        """Ask for a file and write a table."""
        task = self._task(self._session.active_recipe)
        if task is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            tr("Save measurements as table"),
            str(self._settings.export_folder / "measurements.csv"),
            tr("Table (*.csv)"),
        )
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".csv")
            self._settings.export_folder = path.parent
            work = partial(_write_table, task, path)
            self._jobs.start(tr("Saving measurements"), work, _said)

    def _task(self, recipe: Recipe) -> _Task | None:
        found = ((self._places.of(item.frame), item) for item in self._session.measurements.items)
        placed = tuple((place, item) for place, item in found if place is not None)
        if not placed:
            self._session.message(tr("Nothing is measured on what is open."))
            return None
        return _Task(placed, self._places, self._feed.volumes, self._feed.pipeline, recipe)

    def _next_numbers(self) -> dict[str, int]:
        """Return for each study a Series Number that none of its series has."""
        numbers: dict[str, int] = {}
        for series in self._session.catalogue.series:
            study = series.study.uid
            numbers[study] = max(numbers.get(study, 1), (series.number or 0) + 1)
        return numbers


def _write_reports(
    task: _Task, folder: Path, numbers: dict[str, int], report: Report, stop: Stop
) -> tuple[Path, ...]:
    from core.dicom.structured_report import report as structured_report  # a fifth of a second

    rows, written = _measured(task, report, stop), []
    studies = dict.fromkeys(place.series.study.uid for place, _ in task.placed)
    of = {item.uid: place.series.study.uid for place, item in task.placed}
    for study in studies:
        mine = [row for row in rows if of[row.measurement.uid] == study]
        path = _free_path(folder)
        save(structured_report(mine, numbers[study]), path)
        written.append(path)
    return tuple(written)


def _write_table(task: _Task, path: Path, report: Report, stop: Stop) -> tuple[Path, ...]:
    save_csv(_measured(task, report, stop), path)
    return (path,)


def _free_path(folder: Path) -> Path:
    """Return a name that says nothing of the patient and belongs to no file yet."""
    stem = f"measurements-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    names = (f"{stem}{f'-{n}' if n else ''}.dcm" for n in range(10_000))
    return next(path for name in names if not (path := folder / name).exists())


def _measured(task: _Task, report: Report, stop: Stop) -> list[Measured]:
    """Read, and where enhancing is on enhance, each slice that something was measured on."""
    by_slice: dict[tuple[str, int], list[tuple[Place, Measurement]]] = {}
    for place, item in task.placed:
        by_slice.setdefault(item.frame, []).append((place, item))
    rows, start = [], time.perf_counter()
    for number, drawn in enumerate(by_slice.values(), 1):
        stop.check()
        rows += _on_slice(drawn, task, stop)
        report(Progress(number, len(by_slice), time.perf_counter() - start))
    return rows


def _on_slice(drawn: list[tuple[Place, Measurement]], task: _Task, stop: Stop) -> list[Measured]:
    place = drawn[0][0]
    frame = task.places.read(place) or _cut_again(place, stop)
    enhanced = _enhanced(place, frame, task, stop)
    after: Image | None = None if enhanced is None else enhanced.image
    done = "" if enhanced is None else enhanced.label(enhanced.recipe.strength)
    series = place.series.description or place.series.modality
    words = "" if place.view is None else place.view.words
    return [
        Measured(item, frame, figures(item, frame, after), series, place.index + 1, done, words)
        for place, item in drawn
    ]


def _cut_again(place: Place, stop: Stop) -> Frame:
    """Return a plane of a volume that gave way to another."""
    assert place.view is not None
    volume = build(place.series, read_frame, lambda _done: None, stop)
    return cut(volume, place.view, place.index + 1)


def _enhanced(place: Place, frame: Frame, task: _Task, stop: Stop) -> Enhanced | None:
    """Return the enhanced version of a slice, or of a plane where its volume has been enhanced."""
    if not task.recipe.steps or not place.series.enhanceable:
        return None
    if place.view is None:
        return task.pipeline.run(frame, task.recipe, stop)
    there = frame in task.volumes and task.volumes.has(task.recipe)
    return task.volumes.enhanced(frame, task.recipe) if there else None


def _said(paths: tuple[Path, ...]) -> str:
    if len(paths) == 1:
        return tr("The measurements were saved as {}.").format(paths[0].name)
    return tr("The measurements were saved as {} files, one for each study.").format(len(paths))
