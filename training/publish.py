"""Putting what was measured beside the networks: evaluation, Table 1, Figure 1, proofs and card."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from core.enhance.network import Networks
from training.card import FIGURE, write_card
from training.evaluate import save, summary
from training.proof.stage import PROOF_FOLDER
from training.results import Results

WIDTH, QUALITY = 1500, 78
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
        if networks.spec(name).task == "denoise":
            _table(out, models / name, found)
        write_card(models / name, command=command, remark=remark.replace("**", ""))


def _table(out: Path, folder: Path, found: Sequence[Results]) -> None:
    save(summary(found), folder / "evaluation.json")
    shutil.copy(out / "table1.md", folder / "table1.md")
    if (out / "figure1.png").exists():
        with Image.open(out / "figure1.png") as picture:
            figure = picture.convert("RGB")
        figure.thumbnail((WIDTH, 100 * WIDTH))
        figure.save(folder / FIGURE, quality=QUALITY, optimize=True)
