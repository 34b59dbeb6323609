"""`clearslice report`: what the window shows, on paper: derived series, before beside after, the numbers."""

import time
from collections.abc import Sequence
from pathlib import Path

from app.commands.enhance import enhance_all
from app.commands.output import ProgressBar, table
from app.commands.reading import title
from core.atomic import replacing
from core.degrade import AMOUNTS
from core.dicom.decode import read_frame
from core.dicom.study import Series
from core.display import default_voi, grey
from core.enhance.network import Networks
from core.enhance.spec import family
from core.export import Progress
from core.frame import Frame
from core.metrics import Span, compare
from core.noise import estimate
from core.picture import Grey, save_picture, side_by_side
from core.pipeline import Enhanced, Pipeline
from core.ranking import RANKED, Row, rank
from core.recipe import Recipe
from core.stop import Stop


def report(paths: Sequence[Path], folder: Path, recipe: Recipe, networks: Networks) -> int:
    """Enhance all in `paths`; write and print what it did to the middle slice of each series."""
    pipeline = Pipeline(networks)
    results = enhance_all(paths, folder, recipe, pipeline)
    for series in results.series:
        made = results.made[series.key][0].parent
        frame = read_frame(series.frames[len(series.frames) // 2])
        enhanced = pipeline.run(frame, recipe, Stop())
        picture, numbers = (
            made.with_name(f"{made.name}-{end}") for end in ("before-after.png", "metrics.txt")
        )
        save_picture(_before_after(frame, enhanced), picture)
        text = _numbers(series, frame, enhanced, networks)
        with replacing(numbers) as file:
            file.write(text.encode("utf-8"))
        print(f"{text}\nDerived series: {made}\nBefore and after: {picture}\nThese numbers: {numbers}\n")
    return 0 if results.complete else 1


def _before_after(frame: Frame, enhanced: Enhanced) -> Grey:
    voi = default_voi(frame)
    pictures = [
        grey(values, voi, frame.inverted, frame.padding_mask) for values in (frame.values, enhanced.image)
    ]
    return side_by_side(pictures, ["ORIGINAL", enhanced.label(enhanced.recipe.strength)])


def _numbers(series: Series, frame: Frame, enhanced: Enhanced, networks: Networks) -> str:
    """Return what changed, and how the methods rank where the truth is known."""
    span = Span.of_window(frame.default_window)
    amount = AMOUNTS[family(frame.modality)]
    bar, start, total = ProgressBar("Comparing methods"), time.perf_counter(), len(RANKED) + 1

    def tell(rows: tuple[Row, ...]) -> None:
        bar(Progress(len(rows), total, time.perf_counter() - start))

    rows = rank(frame, amount.default, span, networks, Stop(), report=tell)
    heading = f"{title(series)}, middle slice; clipped to the data range: {span}"
    simulated = (
        f"Simulated low dose (noise of SD {amount.default:g} {amount.unit} added), against the original:"
    )
    return "\n".join([heading, _change(frame, enhanced, span), "", simulated, table(_ranking(rows))])


def _change(frame: Frame, enhanced: Enhanced, span: Span) -> str:
    scores = compare(frame.values, enhanced.image, span, frame.padding_mask)
    before, after = (estimate(values, frame.padding_mask) for values in (frame.values, enhanced.image))
    label = enhanced.label(enhanced.recipe.strength)
    return (
        f"{label}: noise SD {before:.3g} to {after:.3g} {frame.units or 'units'}; "
        f"change (not quality): PSNR {scores.psnr:.2f} dB, SSIM {scores.ssim:.4f}, MSE {scores.mse:.4g}"
    )


def _ranking(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    head = ("METHOD", "PSNR dB", "SSIM", "MSE", "SECONDS", "REMARK")
    return [head, *((row.label, *_cells(row), f"{row.seconds:.2f}", row.remark) for row in rows)]


def _cells(row: Row) -> tuple[str, str, str]:
    if row.scores is None:
        return "-", "-", "-"
    return f"{row.scores.psnr:.2f}", f"{row.scores.ssim:.4f}", f"{row.scores.mse:.4g}"
