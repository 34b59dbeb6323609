"""Several series anonymised in one job; what fails in one does not keep the others."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from app.jobs import Report
from app.language import tr
from core.anonymise import anonymise_series
from core.deidentify.deidentify import Deidentifier
from core.dicom.study import Series
from core.errors import Cancelled, ClearsliceError
from core.export import Progress, export_series
from core.pipeline import Pipeline
from core.recipe import Recipe
from core.stop import Stop


@dataclass
class Outcome:
    """What came of it."""

    folders: list[Path] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """A sentence for each series that was left out."""

    @property
    def sentence(self) -> str:
        """What the user is told."""
        return " ".join(part for part in (self._done(), self._left_out()) if part)

    def _done(self) -> str:
        if not self.folders:
            return ""
        if len(self.folders) == 1:
            text = tr("1 series was exported anonymised to {folder}; the original is untouched.")
            return text.format(folder=self.folders[0])
        text = tr("{count} series were exported anonymised to {folder}; the originals are untouched.")
        return text.format(count=len(self.folders), folder=self.folders[0].parent)

    def _left_out(self) -> str:
        if not self.problems:
            return ""
        if len(self.problems) == 1:
            return tr("1 series was left out: {reason}").format(reason=tr(self.problems[0]))
        text = tr("{count} series were left out; the first one: {reason}")
        return text.format(count=len(self.problems), reason=tr(self.problems[0]))


@dataclass(frozen=True)
class Anonymising:
    """The job."""

    series: tuple[Series, ...]
    folder: Path
    by: Deidentifier
    pipeline: Pipeline
    recipe: Recipe = field(default_factory=Recipe)
    """With steps, the enhanced series are exported; without, copies of the files."""

    def run(self, report: Report, stop: Stop) -> Outcome:
        """Work through all series."""
        outcome, start, before = Outcome(), time.perf_counter(), 0
        total = sum(len(one.frames) for one in self.series)
        for one in self.series:

            def tell(progress: Progress, before: int = before, frames: int = len(one.frames)) -> None:
                done = before + frames * progress.done // progress.total
                report(Progress(done, total, time.perf_counter() - start))

            try:
                outcome.folders.append(self._export(one, tell, stop)[0].parent)
            except Cancelled:
                raise
            except ClearsliceError as error:
                outcome.problems.append(str(error))
            before += len(one.frames)
        return outcome

    def _export(self, one: Series, tell: Report, stop: Stop) -> tuple[Path, ...]:
        if not self.recipe.steps:
            return anonymise_series(one, self.folder, self.by, tell, stop)
        return export_series(one, self.pipeline, self.recipe, self.folder, tell, stop, deidentifier=self.by)
