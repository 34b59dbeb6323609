"""The model card, written from what was recorded and measured, never by hand."""

import json
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

from core.enhance.model import MODEL_FILE
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import LICENCES_KEY, TRAINING_KEY
from core.enhance.spec import METADATA_KEY, ModelSpec
from training import reach
from training.benchmark import UNITS, settings
from training.bundle import write_metadata
from training.config import Config
from training.contestants import CONTRAST, GRIDS
from training.description import families, limits, recipe, use
from training.evaluate import SPANS, Row, table
from training.proof.finding import Finding
from training.proof.page import PROTOCOL, VERDICTS, as_table
from training.proof.stage import PROOF_FOLDER, REPORT, findings_in
from training.sources import Images, described

CLASSICAL = (
    "Every classical method of the application has the setting that is best on training slices of the same "
    "family and level, and on MR the Rician correction from the true noise level. "
)
NOT_MEASURED = {
    "denoise": "Not yet: `python -m training evaluate` does it.",
    "double": "Not yet: `python -m training proof` does it.",
    "artifacts": "Not yet: `python -m training proof` does it.",
}
EVALUATE = "python -m training evaluate"
FIGURE = "figure1.jpg"
AIMS = "What was aimed at, on people whom no network saw. A figure that misses its target stands as it is."


def write_card(
    folder: Path, compute: str = "", images: Images | None = None, command: str = EVALUATE, remark: str = ""
) -> Path:
    """Write `folder`/card.md from the model's metadata, evaluation.json and proof, and metadata.json anew.

    Parameters
    ----------
    folder
        Of the model; a card without evaluation.json says that nothing was measured.
    compute
        In words, on what and how long it was trained; "" takes what the model tells.
    images
        What is known of the images; None for what the model tells.
    command
        Which has measured.
    remark
        What else is to be known about the measurement.
    """
    entries = onnx_metadata(folder / MODEL_FILE)
    record = json.loads(entries[TRAINING_KEY])
    known = images or described(record["data"], json.loads(entries[LICENCES_KEY]))
    measured = folder / "evaluation.json"
    rows: list[Row] = json.loads(measured.read_text(encoding="utf-8")) if measured.exists() else []
    path = folder / "card.md"
    text = card(
        folder.name,
        record,
        rows,
        compute or _cost(record),
        known,
        measured_by=(command, remark),
        findings=list(findings_in(folder / PROOF_FOLDER).values()),
        reached=reach.stored(folder / PROOF_FOLDER),
        figure=(folder / FIGURE).exists(),
        calibrated=bool(ModelSpec.from_json(entries[METADATA_KEY]).interval),
    )
    path.write_text(text, encoding="utf-8")
    write_metadata(folder)
    return path


def _cost(record: dict[str, Any]) -> str:
    if record.get("hours") is None:
        return "compute not recorded"
    hours = float(record["hours"])
    time = f"{hours:.1f} hours" if hours >= 1 else f"{60 * hours:.1f} minutes"
    return f"{time} on {record['device']}"


def card(
    name: str,
    record: dict[str, Any],
    rows: list[Row],
    compute: str,
    images: Images,
    *,
    measured_by: tuple[str, str],
    findings: Sequence[Finding] = (),
    reached: Sequence[reach.Line] = (),
    figure: bool = False,
    calibrated: bool = False,
) -> str:
    """Return the card's text; arguments as for `write_card`, `record` is the model's training record.

    Parameters
    ----------
    measured_by
        Command and remark.
    findings
        Those of `training.proof`.
    reached
        What was aimed at, and what was reached.
    figure
        Whether Figure 1 lies beside the card.
    calibrated
        Whether the model has factors for its intervals.
    """
    config = Config.from_table(record["config"])
    counts = {m: n for m, n in record["subjects"].items() if n}
    trained = families(config.data, tuple(counts))
    subjects = ", ".join(f"{m} {counts[m]}" for m in trained)
    restrictions = limits(config, subjects, calibrated=calibrated, proved=bool(findings))
    said = "\n".join(_filled(line, "- ") for line in (*restrictions, *images.limits))
    work = _work(config, record["steps"], compute)
    parts = [
        f"# {name}, version {config.version}",
        f"## Intended use\n{_filled(use(config, trained))}",
        *([f"## Aims\n{AIMS}\n\n{reach.markdown(reached)}"] if reached else []),
        f"## Training data\n{images.attribution}",
        f"## Recipe\n{_filled(recipe(config, trained))}\n\n{_filled(work)}",
        f"## Measured\n{_measured(name, rows, findings, config, measured_by)}",
        *([f"![Figure 1]({FIGURE})"] if figure else []),
        *([f"## Proof\n{_proof(findings)}"] if findings else []),
        f"## Limits\n{said}",
    ]
    return "\n\n".join(parts) + "\n"


def _measured(
    name: str,
    rows: list[Row],
    findings: Sequence[Finding],
    config: Config,
    measured_by: tuple[str, str],
) -> str:
    """Return the benchmark of noise, or for other tasks the table of the proof that is theirs."""
    if rows:
        return f"{_filled(_protocol(rows, *measured_by))}\n\n{verdict(name, rows)}\n\n{table(rows)}"
    if config.data.task == "denoise" or not findings:
        return NOT_MEASURED[config.data.task]
    own = findings[0]
    return f"{_filled(own.sentence)}\n\n{_filled(own.method)}\n\n{as_table(own.rows)}"


def _proof(findings: Sequence[Finding]) -> str:
    tables = f"{PROTOCOL} All tables, and how each was measured: `{PROOF_FOLDER}/{REPORT}`."
    return "\n\n".join([_filled(tables), *map(_section, findings)])


def _section(finding: Finding) -> str:
    aim = f"Target: {finding.target}: {VERDICTS[finding.passed]}."
    pictures = [f"![{finding.title}]({PROOF_FOLDER}/{name})" for name in finding.pictures]
    return "\n\n".join([f"### {finding.title}", _filled(finding.sentence), _filled(aim), *pictures])


def _filled(text: str, mark: str = "") -> str:
    lines = fill(text.replace(" × ", "\0×\0"), 110, initial_indent=mark, subsequent_indent=" " * len(mark))
    return lines.replace("\0", " ")


def _work(config: Config, steps: int, compute: str) -> str:
    return (
        f"Compute: {steps} steps of {config.data.batch} samples, rate {config.optimiser.rate:g}, "
        f"seed {config.seed}; {compute}."
    )


def _protocol(rows: Sequence[Row], command: str, remark: str) -> str:
    """Say how it was measured; of the methods only those that are among the rows."""
    names = {row["method"] for row in rows}
    told = sorted(name for name in names if name.endswith((", oracle", ", best per image")))
    shown = [name for name in CONTRAST if name in names]
    return (
        "Validation subjects that were not trained on; noise inserted by `core.degrade`; PSNR, SSIM and MSE "
        "after clipping to the named range, mean by subject, 95 % bootstrap interval. "
        + (CLASSICAL if names & set(GRIDS) else "")
        + (f"Told the answer: {', '.join(told)}, with the best setting for each image. " if told else "")
        + (f"{', '.join(shown).capitalize()} change grey values on purpose. " if shown else "")
        + f"Printed by `{command}`. {remark}"
    ).strip()


def verdict(name: str, rows: list[Row]) -> str:
    """Return, line by line, by how much the blind network wins or loses against the best other method."""
    lines = []
    for modality, level in settings():
        group = [r for r in rows if (r["modality"], r["level"]) == (modality, level)]
        others = [r for r in group if not r["method"].startswith(name)]
        ours = [r for r in group if r["method"] == f"{name}, blind σ"]
        if ours and others:
            psnr, ssim = (_against(ours[0], others, number) for number in ("psnr", "ssim"))
            lines.append(
                f"- {modality} {level:g} {UNITS[modality]} ({SPANS[modality]}): PSNR {psnr}; SSIM {ssim}."
            )
    return "\n".join(lines)


def _against(ours: Row, others: list[Row], number: str) -> str:
    """Say how far `ours` is from the best of the `others` in one number, PSNR or SSIM."""
    best = max(others, key=lambda row: float(row[number]["mean"]))
    gain = float(ours[number]["mean"]) - float(best[number]["mean"])
    digits = 2 if number == "psnr" else 4
    word = "over" if gain > 0 else "**behind**"
    unit = " dB" if number == "psnr" else ""
    return f"{gain:+.{digits}f}{unit} {word} {best['method']}"
