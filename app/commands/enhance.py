"""`clearslice enhance`: studies in, derived series out."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pydicom

from app.commands.output import ProgressBar, complain, print_json
from app.commands.reading import files_of, nothing_in, outside, read, searched, title
from core.dicom.provenance import Record, read_record
from core.dicom.study import FrameRef, Series
from core.enhance.network import Networks
from core.errors import Cancelled, ClearsliceError
from core.export import export_series
from core.pipeline import Pipeline
from core.recipe import Recipe


@dataclass
class Results:
    """What was made, and whether all of it could be."""

    made: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    """Files by key of the series they were made from."""
    series: list[Series] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)
    """SOP Instance UIDs of the images that could not be read."""
    complete: bool = True
    seconds: float = 0.0

    def skip(self, ref: FrameRef, error: ClearsliceError) -> None:
        """Complain about an image that could not be read."""
        complain(error, ref.source.path / ref.source.member)
        self.skipped.add(ref.uid)
        self.complete = False

    @property
    def outputs(self) -> list[Path]:
        """All files."""
        return [path for paths in self.made.values() for path in paths]

    @property
    def frames(self) -> int:
        """How many frames were enhanced."""
        return sum(ref.uid not in self.skipped for series in self.series for ref in series.frames)

    def records(self) -> list[Record]:
        """Return how each series was made, as its first file says."""
        headers = [pydicom.dcmread(paths[0], stop_before_pixels=True) for paths in self.made.values()]
        return [record for record in map(read_record, headers) if record is not None]


def enhance(paths: Sequence[Path], folder: Path, recipe: Recipe, networks: Networks, as_json: bool) -> int:
    """Enhance what is in `paths` into `folder`; return the exit code."""
    results = enhance_all(paths, folder, recipe, Pipeline(networks))
    if as_json:
        print_json(_summary(results, recipe))
    else:
        for made in results.made.values():
            print(made[0].parent)
    return 0 if results.complete else 1


def enhance_all(paths: Sequence[Path], folder: Path, recipe: Recipe, pipeline: Pipeline) -> Results:
    """Export each series in `paths` that can be enhanced; complains about each that cannot and goes on."""
    start = time.perf_counter()
    catalogue, complete = read(paths)
    results = Results(complete=complete)
    taken = {series.number for series in catalogue.series if series.number is not None}
    for series in catalogue.series:
        if not series.enhanceable:
            complain(f"{title(series)} was left out: {series.reason or 'it is not a grey-scale image.'}")
            continue
        try:
            bar = ProgressBar(title(series))
            made = export_series(
                series, pipeline, recipe, folder, bar, numbers_taken=taken, skipped=results.skip
            )
        except Cancelled:
            raise
        except ClearsliceError as error:
            complain(f"{title(series)}: {error}")
            results.complete = False
            continue
        if not made:
            continue
        results.made[series.key] = made
        results.series.append(series)
        taken.add(int(pydicom.dcmread(made[0], specific_tags=["SeriesNumber"]).SeriesNumber))
    if outside(searched(paths, catalogue), files_of(results.series)):
        results.complete = False
    nothing_in(paths, catalogue)
    results.seconds = time.perf_counter() - start
    return results


def _summary(results: Results, recipe: Recipe) -> Mapping[str, object]:
    records = results.records()
    return {
        "outputs": [str(path) for path in results.outputs],
        "method": "+".join(step.method for step in recipe.steps),
        "model": ", ".join(dict.fromkeys(record.model for record in records if record.model)),
        "device": next((record.device for record in records if record.device), "cpu"),
        "frames": results.frames,
        "seconds": round(results.seconds, 3),
    }
