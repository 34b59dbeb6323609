"""What was aimed at and what was reached is told line by line, and nothing is rounded in our favour."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.enhance.network import MODELS
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import TRAINING_KEY, Origin
from training import publish, reach
from training.__main__ import main
from training.benchmark import Case
from training.card import write_card
from training.config import Config
from training.contestants import BestOf
from training.oracles import Climbed, OracleMeans, OracleVariation
from training.proof.finding import Finding

NAME = "clearslice-denoise"


def gap(mean: float, half: float = 0.2) -> dict[str, float]:
    return {"mean": mean, "low": mean - half, "high": mean + half}


def row(method: str, group: str, psnr: float, theirs: float | None, ssim: float = -0.01) -> dict[str, Any]:
    difference = {} if theirs is None else {"psnr_window": gap(theirs), "ssim_window": gap(ssim, 0.001)}
    return {
        "modality": "CT",
        "level": 25.0,
        "method": method,
        "group": group,
        "subjects": 11,
        "slices": 12,
        "scores": {"psnr_window": gap(psnr)},
        "difference": difference,
        "work": {"macs": 12e9} if group == "ours" else {},
    }


def table(means: float, ssim: float = -0.01) -> list[dict[str, Any]]:
    return [
        row(f"{NAME}, blind σ", "ours", 33, None),
        row(f"{NAME}-large, blind σ", "ours", 33.1, 0.1) | {"work": {"macs": 48e9}},
        row("nlm, oracle", "oracle", 33 + means, means, ssim),
        row("tv", "classical", 31, -2.0),
        row("equalize", "contrast", 20, -13.0),
    ]


def lines(rows: list[dict[str, Any]], **findings: Finding) -> list[reach.Line]:
    return reach.reach(MODELS / NAME, rows, findings)


def test_a_gain_counts_as_it_is_and_only_with_structure_kept() -> None:
    assert lines(table(-0.5))[0].met
    assert lines(table(-0.4999))[0].met is False  # it would be +0.50 when rounded
    assert lines(table(-0.9, ssim=0.002))[0].met is False
    assert "PSNR +0.90 (95 % +0.70 to +1.10) dB, SSIM -0.0020" in lines(table(-0.9, ssim=0.002))[0].measured
    assert "Best classical method measured in this run: nlm, oracle" in lines(table(-0.9))[0].measured


def test_what_was_not_measured_has_no_verdict() -> None:
    found = {line.subject: line for line in lines(table(-1.0))}
    assert found["MR, noise 4 % (full scale)"].met is None
    against = found["against RED-CNN, same training"]
    assert against.met is None
    assert "work 1/38 of RED-CNN's" in against.measured


@pytest.mark.parametrize(("theirs", "met"), [(-0.3, True), (0.1, True), (0.3, False)])
def test_a_network_trained_alike_may_be_higher_within_chance(theirs: float, met: bool) -> None:
    rows = [*table(-1.0), row("DnCNN", "network", 33 + theirs, theirs)]
    (line,) = (line for line in lines(rows) if "DnCNN" in line.subject)
    assert line.met is met


def test_help_stands_where_a_target_was_missed_alone(tmp_path: Path) -> None:
    missed = Finding("Noise texture", "10 %", False, "It moves by 40 %.")
    kept = Finding("CT numbers", "1 HU", True, "They stay.")
    found = lines(table(-1.0), nps=missed, bias=kept)
    reach.save(found, tmp_path)
    assert reach.stored(tmp_path) == found
    text = reach.markdown(found)
    assert f"| Noise texture | 10 % | It moves by 40 %. | **missed** | {reach.HELP['nps']} |" in text
    assert "| CT numbers | 1 HU | They stay. | met |  |" in text


def test_the_shipped_files_compute_what_they_should() -> None:
    files = [line for line in lines([]) if line.subject.endswith(".onnx")]
    assert [line.subject for line in files] == ["model.onnx", "model.fp16.onnx"]
    assert all(line.met for line in files)


@pytest.mark.parametrize(("modality", "sigma"), [("CT", 30.0), ("MR", 8.0)])
def test_climbing_finds_what_trying_all_settings_finds(modality: str, sigma: float) -> None:
    y, x = np.mgrid[:96, :96] / 96
    clean = (100 * np.sin(9 * x) * np.cos(7 * y) + 150 * (x > y) + 120).astype(np.float32)
    case = Case(3, "a", modality, sigma, clean)
    amounts = (0.3, 0.5, 0.7, 0.9, 1.2, 1.6)
    means = tuple(tuple(OracleMeans(h, aware) for h in amounts) for aware in (False, True))
    variation = tuple(tuple(OracleVariation(w, steps) for w in amounts) for steps in (6, 25))
    for rows in (means, variation):
        every = BestOf(tuple(choice for row in rows for choice in row))
        assert case.psnr(Climbed(rows)(case)) == case.psnr(every(case))


def test_a_record_is_that_of_the_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["record", str(MODELS / NAME), "--runs", str(tmp_path), "--remark", "In two sittings."]
    assert main(words) == 0
    folder = tmp_path / NAME
    assert capsys.readouterr().out.strip() == str(folder)
    entries = onnx_metadata(MODELS / NAME / "model.onnx")
    origin = Origin.from_metadata(entries)
    config = Config.load(folder / "config.toml", ())
    assert config == Config.from_table(json.loads(entries[TRAINING_KEY])["config"])
    assert config.name == NAME
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert "- In two sittings." in text
    assert origin.weights_digest in text
    assert all(digest in (folder / "data.json").read_text() for digest in origin.images)
    assert (folder / "curves.png").read_bytes()[:4] == b"\x89PNG"


def test_the_records_kept_are_those_of_the_networks_that_ship() -> None:
    runs = Path(__file__).parents[2] / "training" / "runs"
    for folder in runs.iterdir():
        origin = Origin.from_metadata(onnx_metadata(MODELS / folder.name / "model.onnx"))
        assert origin.weights_digest in (folder / "README.md").read_text(encoding="utf-8")


def test_what_is_no_denoiser_has_the_figures_of_its_proof(tmp_path: Path) -> None:
    folder = shutil.copytree(MODELS / "clearslice-double", tmp_path / "clearslice-double")
    shutil.rmtree(folder / "proof", ignore_errors=True)
    own = {"family": "CT", "coarse slice": "2 × 2 means", "PSNR dB": 31.5, "SSIM": 0.9}
    rows = ({**own, "way": "bicubic"}, {**own, "way": "network 100%", "PSNR dB": 33.75})
    found = Finding("Twice", "+2 dB", True, "It gains 2.25 dB.", rows, "Measured so.")
    (folder / "proof").mkdir()
    table = {"digest": "", "finding": json.loads(found.to_json())}
    (folder / "proof" / "doubling.json").write_text(json.dumps(table))
    card = write_card(folder).read_text(encoding="utf-8")
    assert "## Measured\nIt gains 2.25 dB.\n\nMeasured so.\n\n| family | coarse slice |" in card
    metrics = json.loads((folder / "metadata.json").read_text())["eval_metrics"]
    assert metrics == {"CT 2 × 2 means": {"psnr": 33.75, "ssim": 0.9}}


def test_what_was_measured_on_the_same_slices_stays_in_the_evaluation(tmp_path: Path) -> None:
    def measured(method: str, psnr: float, level: float = 25.0) -> dict[str, Any]:
        return {"modality": "CT", "level": level, "method": method, "psnr": {"mean": psnr}}

    earlier = [measured("input", 29.0), measured("nlm", 32.0), measured("median", 29.5)]
    earlier += [measured("input", 23.0, 50.0), measured("median", 25.0, 50.0)]
    (tmp_path / "evaluation.json").write_text(json.dumps(earlier))
    new = [measured("input", 29.0), measured("nlm", 32.5), measured("input", 23.4, 50.0)]
    # At 50 HU the noisy slices are others.
    assert publish.together(new, tmp_path) == [*new, measured("median", 29.5)]
