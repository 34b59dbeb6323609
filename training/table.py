"""Table 1: every contestant with every score, as Markdown, CSV and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from training.benchmark import NUMBERS, PRIMARY, SPANS, UNITS, settings
from training.contestants import GROUPS
from training.results import Result, Results
from training.statistics import by_subject

Row = dict[str, Any]

SCORES = (*(f"{number}_{span}" for span in ("window", "full") for number in NUMBERS), "gmsd")
PROTOCOL = """\
Noise inserted by `core.degrade` with a seed of its own for every slice and level. PSNR, SSIM (Gaussian window
of SD 1.5) and MSE with both images clipped to the named range, in the window and over the full range; GMSD
(gradient magnitude similarity deviation, lower is better) in the range that PSNR begins with. Every score is
averaged over a subject's slices, then over subjects, with a 95 % bootstrap interval over subjects; the
difference to our network is paired, slice by slice. Nobody is a straw man: every classical method has the
setting with the best PSNR on training slices of the same family and level (never on the slices measured), and
on MR the Rician correction sqrt(max(m² − 2σ², 0)) with the true σ, which the networks do without. Oracles are
told the true noise; non-local means and total variation also which setting turns out best for each image,
with or without the correction, which no user can know. Other networks had the same images, noise, optimiser
and averaging of weights, and the budget that their remark tells. Seconds are the median by the clock per
slice on the CPU that measured; GMAC (10⁹ multiply-accumulate operations) and weights are for a slice of 512².
Contrast tools change grey values on purpose: their fidelity says nothing about their worth; the remark says
what each is for."""
BM3D_REMARK = (
    "BM3D is the package of its authors (Mäkinen, Azzari and Foi, IEEE TIP 29:8339, 2020), whose licence "
    "allows non-commercial use only; it is measured where somebody installed it, and never shipped."
)


def rows(all_results: Sequence[Results]) -> list[Row]:
    """Return a row per family, level and contestant whose results are complete, in the order of the table."""
    table = []
    for modality, level in settings():
        group = [(results, results.of(modality, level)) for results in all_results]
        most = max((len(done) for _, done in group), default=0)
        whole = [(results, done) for results, done in group if done and len(done) == most]
        reference = next((done for results, done in whole if modality in results.about["default"]), [])
        found = [_row(results, modality, level, done, reference) for results, done in whole]
        table += sorted(found, key=_rank)
    return table


def compared_with(name: str, all_results: Sequence[Results]) -> list[Results]:
    """Return the results as if the application took the network `name`, blind, for every family."""
    return [
        replace(r, about=r.about | {"default": r.about["modalities"] if r.name == f"{name}, blind σ" else []})
        for r in all_results
    ]


def unfinished(all_results: Sequence[Results]) -> list[str]:
    """Return a line for every contestant, family and level that has fewer results than others."""
    lines = []
    for modality, level in settings():
        counts = {
            r.name: len(r.of(modality, level)) for r in all_results if modality in r.about["modalities"]
        }
        most = max(counts.values(), default=0)
        lines += [f"{modality} {level:g}: {name} {n} of {most}" for name, n in counts.items() if n < most]
    return lines


def _rank(row: Row) -> tuple[int, float]:
    return list(GROUPS).index(row["group"]), -float(row["scores"][f"psnr_{PRIMARY[row['modality']]}"]["mean"])


def _row(
    results: Results, modality: str, level: float, done: Sequence[Result], reference: Sequence[Result]
) -> Row:
    about = results.about
    return {
        "modality": modality,
        "level": level,
        "method": about["name"],
        "group": about["group"],
        "remark": about["remark"],
        "setting": results.settings.get((modality, level), {}),
        "subjects": len({r.subject for r in done}),
        "slices": len(done),
        "scores": {s: asdict(by_subject((r.subject, r.scores[s]) for r in done)) for s in SCORES},
        "difference": _paired(done, reference),
        "seconds": float(np.median([r.seconds for r in done])),
        "work": about["work"],
    }


def _paired(done: Iterable[Result], reference: Iterable[Result]) -> dict[str, Any]:
    """Return method − ours for every score, by subject, over the slices both have; {} for ours itself."""
    theirs = {r.key: r for r in done}
    pairs = [(theirs[r.key], r) for r in reference if r.key in theirs]
    if not pairs or all(a is b for a, b in pairs):
        return {}
    return {s: asdict(by_subject((a.subject, a.scores[s] - b.scores[s]) for a, b in pairs)) for s in SCORES}


def markdown(table: Sequence[Row], about: str, lacking: Sequence[str] = ()) -> str:
    """Return Table 1 as Markdown: what was measured, then one table per family and level.

    Parameters
    ----------
    about
        Which images, and what they are good for.
    lacking
        Lines that say which results are not there yet.
    """
    remarks = [PROTOCOL.replace("\n", " "), about]
    remarks += [BM3D_REMARK] if any(row["method"].startswith("BM3D") for row in table) else []
    remarks += ["Not yet measured in full: " + "; ".join(lacking) + "."] if lacking else []
    parts = ["# Table 1", *remarks]
    for modality, level in settings():
        group = [r for r in table if (r["modality"], r["level"]) == (modality, level)]
        if group:
            parts.append(_part(modality, level, group))
    return "\n\n".join(parts) + "\n"


def _part(modality: str, level: float, group: Sequence[Row]) -> str:
    unit, first = UNITS[modality], group[0]
    names, primary = SPANS[modality], PRIMARY[modality]
    other = "full" if primary == "window" else "window"
    columns = [
        "method", "PSNR dB (95 %)", f"PSNR, {other}", "SSIM (95 %)", f"SSIM, {other}", f"MSE {unit}²",
        f"MSE, {other}", "GMSD", "PSNR − ours (95 %)", "SSIM − ours (95 %)", "GMAC", "weights", "s/slice",
        "setting", "remark",
    ]  # fmt: skip
    lines = [
        f"**{modality}, noise SD {level:g} {unit}; {names[primary]}, '{other}' is {names[other]}; "
        f"{first['subjects']} subjects, {first['slices']} slices**",
        "",
        "| " + " | ".join(columns) + " |",
        "|" + "---|" * len(columns),
    ]
    for name, title in GROUPS.items():
        members = [row for row in group if row["group"] == name]
        if members:
            lines += [f"| *{title}* |" + " |" * (len(columns) - 1), *(_line(row) for row in members)]
    return "\n".join(lines)


def _line(row: Row) -> str:
    primary = PRIMARY[row["modality"]]
    other = "full" if primary == "window" else "window"
    scores, work, gap = row["scores"], row["work"], row["difference"]
    cells = [
        row["method"],
        _interval(scores[f"psnr_{primary}"], 2),
        f"{scores[f'psnr_{other}']['mean']:.2f}",
        _interval(scores[f"ssim_{primary}"], 4),
        f"{scores[f'ssim_{other}']['mean']:.4f}",
        f"{scores[f'mse_{primary}']['mean']:.4g}",
        f"{scores[f'mse_{other}']['mean']:.4g}",
        f"{scores['gmsd']['mean']:.4f}",
        _interval(gap[f"psnr_{primary}"], 2, "+") if gap else "–",
        _interval(gap[f"ssim_{primary}"], 4, "+") if gap else "–",
        f"{work['macs'] / 1e9:.1f}" if work else "–",
        f"{work['parameters'] / 1e6:.3g} M" if work else "–",
        f"{row['seconds']:.2g}",
        ", ".join(f"{k} {v:g}" for k, v in row["setting"].items()) or "–",
        row["remark"] or "–",
    ]
    return "| " + " | ".join(cells) + " |"


def _interval(value: dict[str, float], digits: int, sign: str = "") -> str:
    mean, low, high = (format(value[k], f"{sign}.{digits}f") for k in ("mean", "low", "high"))
    return f"{mean} ({low} … {high})"


def as_csv(table: Sequence[Row]) -> str:
    """Return one line per family, level, contestant and score."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["modality", "level", "method", "group", "subjects", "slices", "score", "mean", "low", "high"]
        + [f"minus_ours_{end}" for end in ("mean", "low", "high")]
    )
    for row in table:
        about = [row[k] for k in ("modality", "level", "method", "group", "subjects", "slices")]
        for score, value in row["scores"].items():
            gap = row["difference"].get(score, {"mean": "", "low": "", "high": ""})
            writer.writerow([*about, score, *value.values(), *gap.values()])
    return text.getvalue()


def as_json(table: Sequence[Row], about: str) -> str:
    """Return everything that is in the table."""
    return (
        json.dumps({"protocol": PROTOCOL, "about": about, "rows": table}, indent=1, ensure_ascii=False) + "\n"
    )
