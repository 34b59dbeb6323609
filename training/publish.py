"""Putting what was measured beside the networks: evaluation, Table 1, Figure 1, proofs and card."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from core.enhance.network import Networks
from training.card import FIGURE, write_card
from training.evaluate import Row, save, summary
from training.proof.stage import PROOF_FOLDER
from training.results import Results

WIDTH, QUALITY = 1100, 70
"""Of the figure as it is published: pixels, and JPEG quality."""


def publish(out: Path, models: Path, found: Sequence[Results], command: str, remark: str) -> None:
    """Copy what lies in `out` into the folders of the networks in `models`, and write their cards anew.

    Parameters
    ----------
    out
        Folder that `reproduce` has written.
    found
        The results of which Table 1 consists.
    command, remark
        For the card: what has measured, and on what.
    """
    networks = Networks(models, "cpu")
    for name in networks.names():
        proof = out / PROOF_FOLDER / name
        if proof.exists():
            shutil.rmtree(models / name / PROOF_FOLDER, ignore_errors=True)
            shutil.copytree(proof, models / name / PROOF_FOLDER)
        told = remark.replace("**", "")
        if networks.spec(name).task == "denoise":
            told += _table(out, models / name, found)
        write_card(models / name, command=command, remark=told)


def together(new: Sequence[Row], folder: Path) -> list[Row]:
    """Return `new` with what an earlier evaluation in a model's folder found on the very same slices."""
    path = folder / "evaluation.json"
    earlier: list[Row] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    known, same = {_key(row) for row in new}, {_place(row) for row in new if row["method"] == "input"}
    alike = {_place(row)[:2] for row in earlier if row["method"] == "input" and _place(row) in same}
    kept = [row for row in earlier if _key(row) not in known and _place(row)[:2] in alike]
    return [*new, *kept]


def _key(row: Row) -> tuple[str, float, str]:
    return row["modality"], row["level"], row["method"]


def _place(row: Row) -> tuple[str, float, float]:
    """Family, level, and how the method does: of the noisy input it tells the slices."""
    return row["modality"], row["level"], round(float(row["psnr"]["mean"]), 6)


def _table(out: Path, folder: Path, found: Sequence[Results]) -> str:
    """Put table and figure into a model's folder; return what is to be known about them."""
    new = summary(found)
    every = together(new, folder)
    save(every, folder / "evaluation.json")
    shutil.copy(out / "table1.md", folder / "table1.md")
    if (out / "figure1.png").exists():
        with Image.open(out / "figure1.png") as picture:
            figure = picture.convert("RGB")
        figure.thumbnail((WIDTH, 100 * WIDTH))
        figure.save(folder / FIGURE, quality=QUALITY, optimize=True)
    others = dict.fromkeys(row["method"] for row in every[len(new) :])
    return f" Measured earlier, on the same slices: {', '.join(others)}." if others else ""
