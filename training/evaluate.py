"""Measuring: every method on the validation slices, as Markdown and JSON."""

import json
from collections.abc import Callable, Collection
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.enhance.network import Networks
from core.enhance.spec import ONE_HOT
from training.benchmark import NUMBERS, SUBJECTS, Case, by_subject, cases, settings
from training.contestants import BestOf, Classical, Method, Network, classical_names, tuned, variants
from training.data import Pack

TUNING = 6
"""Training subjects on which each classical method is tuned, per family and level."""
UNITS = {"CT": "HU", "MR": "%", "XR": "%"}
SPANS = {"CT": "window [−160, 240] HU", "MR": "full scale", "XR": "full scale"}

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
    """
    networks = Networks(models)
    rows: list[Row] = []
    for modality, level in settings():
        if modality not in modalities:
            continue
        measured = cases(pack, "val", modality, level, subjects)
        training = cases(pack, "train", modality, level, TUNING)
        for label, method in _methods(networks, name, training):
            report(f"{modality} {level:g} {label}")
            rows.append({"modality": modality, "level": level, "method": label, **_row(method, measured)})
    return rows


def _methods(networks: Networks, name: str, training: list[Case]) -> list[tuple[str, Method]]:
    methods: list[tuple[str, Method]] = [
        ("input", lambda case: case.noisy),
        (f"{name}, blind σ", Network(networks, name, blind=True)),
        (f"{name}, true σ", Network(networks, name, blind=False)),
        ("nlm, best per image", BestOf(variants("nlm"))),
    ]
    return methods + [(method, tuned(method, training)) for method in classical_names()]


def _row(method: Method, measured: list[Case]) -> Row:
    scores = [(case.subject, case.score(method(case))) for case in measured]
    row: Row = {k: asdict(by_subject([(s, score[k]) for s, score in scores])) for k in NUMBERS}
    row["subjects"], row["slices"] = len({s for s, _ in scores}), len(scores)
    row["setting"] = dict(method.step.parameters) if isinstance(method, Classical) else {}
    return row


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
