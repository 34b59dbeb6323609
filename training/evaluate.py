"""Measuring one exported network beside every classical method of the application, for its card."""

import json
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.enhance.spec import ONE_HOT
from core.errors import ClearsliceError
from training import benchmark, lineup
from training.benchmark import NUMBERS, PRIMARY, SUBJECTS, UNITS, cases, settings
from training.contestants import BestOf, Contestant, variants
from training.data import Pack
from training.results import Results, Store, measure
from training.table import rows

TUNING = 6
"""Training subjects on which each classical method is tuned, per family and level."""
SPANS = {modality: names[PRIMARY[modality]] for modality, names in benchmark.SPANS.items()}

Report = Callable[[str], None]
Row = dict[str, Any]


def evaluate(
    pack: Pack,
    models: Path,
    name: str,
    report: Report,
    *,
    subjects: int = SUBJECTS,
    modalities: Collection[str] = ONE_HOT,
) -> list[Row]:
    """Return one row per family, level and method: means by subject with 95 % intervals.

    Parameters
    ----------
    models
        Folder of model folders, `name` among them.
    subjects
        Validation subjects per family, at most.
    modalities
        Families to measure.

    Raises
    ------
    ClearsliceError
        If the model is for another task than denoising.
    """
    contestants = _contestants(models, name)
    with TemporaryDirectory() as folder:
        stores = [(c, Store(Path(folder), c, "")) for c in contestants]
        for modality, level in settings():
            if modality in modalities:
                measured = cases(pack, "val", modality, level, subjects=subjects)
                training = partial(cases, pack, "train", modality, level, subjects=TUNING)
                for contestant, store in stores:
                    measure(contestant, store, measured, training, report)
    return summary([store.results for _, store in stores])


def _contestants(models: Path, name: str) -> list[Contestant]:
    own = [c for c in lineup.ours(models) if c.name.split(",")[0] == name]
    if not own:
        msg = f"The model {name} is made for something else than noise; the benchmark measures noise alone."
        raise ClearsliceError(msg)
    best = Contestant("nlm, best per image", "oracle", (BestOf(variants("nlm")),))
    return [lineup.noisy(), *own, best, *lineup.classical()]


def summary(results: Sequence[Results]) -> list[Row]:
    """Return of every complete result what a card shows: PSNR, SSIM and MSE in the family's main range."""
    kept = ("modality", "level", "method", "subjects", "slices", "setting")
    return [
        {k: row[k] for k in kept} | {n: row["scores"][f"{n}_{PRIMARY[row['modality']]}"] for n in NUMBERS}
        for row in rows(results)
    ]


def table(rows: list[Row]) -> str:
    """Return the rows as Markdown, one table per family and level, best PSNR first."""
    parts = []
    for modality, level in settings():
        group = [r for r in rows if (r["modality"], r["level"]) == (modality, level)]
        if group:
            parts.append(_one_table(modality, level, sorted(group, key=lambda r: -float(r["psnr"]["mean"]))))
    return "\n\n".join(parts)


def _one_table(modality: str, level: float, group: list[Row]) -> str:
    unit, span = UNITS[modality], SPANS[modality]
    first = group[0]
    people = f"{first['subjects']} subjects, {first['slices']} slices"
    lines = [
        f"**{modality}, noise SD {level:g} {unit}; {span}; {people}**",
        "",
        f"| method | PSNR dB (95 % interval) | SSIM | MSE {unit}² | setting |",
        "|---|---|---|---|---|",
    ]
    return "\n".join(lines + [_line(row) for row in group])


def _line(row: Row) -> str:
    psnr, ssim, mse = (row[k] for k in NUMBERS)
    setting = ", ".join(f"{k} {v:g}" for k, v in row["setting"].items()) or "–"
    interval = f"{psnr['mean']:.2f} ({psnr['low']:.2f}–{psnr['high']:.2f})"
    return f"| {row['method']} | {interval} | {ssim['mean']:.4f} | {mse['mean']:.4g} | {setting} |"


def save(rows: list[Row], path: Path) -> None:
    """Write the rows as JSON."""
    path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
