"""The record of a shipped network's training, as it is kept in the repository: `training/runs/<name>`.

All but the remarks comes from the exported network itself and the curve beside it, so that a record is never
about other weights than those that ship.
"""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure

from core.enhance.model import MODEL_FILE
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import TRAINING_KEY, Origin
from training.config import Config
from training.description import recipe

CONFIG, DATA, CURVES, TEXT = "config.toml", "data.json", "curves.png", "README.md"
DPI = 80

Checks = Sequence[dict[str, str]]


def record(model: Path, runs: Path, remarks: Sequence[str] = ()) -> Path:
    """Write the folder `runs`/<name> for the network in the folder `model`, and return it.

    It holds the resolved configuration, the hashes of all training images, the curves of the validation,
    and all of it in words, with `remarks` on what the network does not tell.
    """
    entries = onnx_metadata(model / MODEL_FILE)
    origin = Origin.from_metadata(entries)
    config = Config.from_table(json.loads(entries[TRAINING_KEY])["config"])
    checks = _checks(model / "validation.csv")
    folder = runs / model.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CONFIG).write_text(config.to_toml(), encoding="utf-8")
    data = {
        "digest": origin.data_digest,
        "licences": origin.licences,
        "subjects": dict(origin.subjects),
        "images": origin.images,
    }
    (folder / DATA).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    _draw(checks, folder / CURVES)
    (folder / TEXT).write_text(_text(model.name, origin, config, checks, remarks), encoding="utf-8")
    return folder


def _checks(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _draw(checks: Checks, path: Path) -> None:
    figure = Figure(figsize=(8, 3.2), dpi=DPI, layout="constrained")
    left, right = figure.subplots(1, 2)
    steps = [int(row["step"]) for row in checks]
    left.plot(steps, [float(row["val/loss"]) for row in checks], color="#444444")
    left.set(xlabel="step", ylabel="validation loss", yscale="log")
    for name, family in _gains(checks).items():
        right.plot(steps, [float(row[name]) for row in checks], label=family)
    right.set(xlabel="step", ylabel="PSNR gain (dB)")
    right.legend(frameon=False)
    for axes in (left, right):
        axes.grid(alpha=0.3)
    figure.savefig(path)


def _gains(checks: Checks) -> dict[str, str]:
    """Columns of the gains, and the families they are of."""
    columns = checks[0] if checks else {}
    return {name: name.removeprefix("val/gain_") for name in columns if name.startswith("val/gain_")}


def _text(name: str, origin: Origin, config: Config, checks: Checks, remarks: Sequence[str]) -> str:
    plan = config.optimiser
    subjects = {family: count for family, count in origin.subjects.items() if count}
    last = checks[-1] if checks else {}
    gains = ", ".join(f"{family} {float(last[key]):+.2f}" for key, family in _gains(checks).items())
    hours = "not counted" if origin.hours is None else f"{origin.hours:.2f}"
    told = {
        "steps": f"{origin.steps} of {config.data.batch} samples, {config.data.crop}² pixels each",
        "schedule": f"Adam, rate {plan.rate:g} to {plan.rate_end:g} (cosine over {plan.steps} steps)",
        "seed": str(config.seed),
        "device": origin.device,
        "hours": hours,
        "images": f"{len(origin.images)}; people: {', '.join(f'{k} {v}' for k, v in subjects.items())}",
        "data digest": f"`{origin.data_digest}`",
        "configuration digest": f"`{origin.config_digest}`",
        "weights digest": f"`{origin.weights_digest}`",
        "PyTorch": origin.torch,
        f"last check, step {last.get('step', '–')}": f"loss {float(last['val/loss']):.4f}; gain in dB {gains}"
        if last
        else "–",
    }
    lines = ["| | |", "|---|---|", *(f"| {key} | {value} |" for key, value in told.items())]
    parts = [
        f"# {name}: how it was trained",
        recipe(config, tuple(subjects)),
        "\n".join(lines),
        f"![Curves]({CURVES})",
        f"`{CONFIG}` is the resolved configuration, `{DATA}` has the SHA-256 of every training image. "
        f"`python -m training record assets/models/{name}` wrote this from the network itself.",
    ]
    parts += ["## Remarks\n" + "\n".join(f"- {remark}" for remark in remarks)] if remarks else []
    return "\n\n".join(parts) + "\n"
