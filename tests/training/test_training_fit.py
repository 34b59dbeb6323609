"""A run of a few steps on made images, resumed, exported and measured."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from core.enhance import device
from core.enhance.network import Networks
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.spec import METADATA_KEY, ModelSpec
from core.errors import ClearsliceError
from training.config import Config, Data, Network, Optimiser
from training.data import Pack
from training.evaluate import evaluate, table
from training.export import export
from training.fit import curve, fit, load, model_spec
from training.module import Denoising
from training.networks.clearnet import ClearNet
from training.parity import PARITY, SIZES, parity, run
from training.statistics import by_subject

STEPS = 24


def config(steps: int = STEPS) -> Config:
    plan = Optimiser(steps=steps, epoch_steps=8, rate=3e-3, warmup=2, ema=0.8)
    return Config(
        name="tiny", data=Data(crop=64, batch=4, validation=12), network=Network(width=8), optimiser=plan
    )


@pytest.fixture(scope="module")
def trained(packed: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "whole"
    fit(config(), packed, folder, progress=False)
    return folder / "last.ckpt"


@pytest.fixture(scope="module")
def models(trained: Path, packed: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    export(trained, packed, folder)
    return folder


def test_training_lowers_the_validation_loss(trained: Path) -> None:
    seen = [float(row["val/loss"]) for row in curve(trained.parent)]
    assert len(seen) == STEPS // 8
    assert seen[-1] < 0.95 * seen[0]


class PulledPlug(Exception):
    pass


def test_a_killed_run_resumes_to_the_same_weights(
    trained: Path, packed: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull(self: Denoising, *arguments: object) -> None:
        if self.global_step == STEPS - 5:
            raise PulledPlug

    with monkeypatch.context() as patch:
        patch.setattr(Denoising, "on_before_zero_grad", pull)
        with pytest.raises(PulledPlug):
            fit(config(), packed, tmp_path, progress=False)
    assert load(tmp_path / "last.ckpt").trained_steps == STEPS - 8
    fit(config(), packed, tmp_path, progress=False)
    one, two = load(trained).state_dict(), load(tmp_path / "last.ckpt").state_dict()
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_a_folder_of_another_network_is_refused(trained: Path, packed: Pack) -> None:
    other = Config(name="tiny", network=Network(width=16))
    with pytest.raises(ClearsliceError, match="another configuration"):
        fit(other, packed, trained.parent, progress=False)


def test_a_damaged_checkpoint_is_refused(trained: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(config().to_toml())
    (tmp_path / "last.ckpt").write_bytes(trained.read_bytes()[:5000])
    with pytest.raises(ClearsliceError, match="could not be read"):
        load(tmp_path / "last.ckpt")


def test_export_computes_what_the_training_computes(trained: Path, models: Path) -> None:
    path = models / "tiny" / "model.onnx"
    assert len(SIZES) >= 3
    assert parity(load(trained).ema, path) <= PARITY
    torch.manual_seed(1)
    assert parity(ClearNet(width=8).eval(), path) > PARITY


def test_the_file_says_what_it_is(models: Path, packed: Pack) -> None:
    model = onnx.load(models / "tiny" / "model.onnx")
    entries = {p.key: p.value for p in model.metadata_props}
    spec = ModelSpec.from_json(entries[METADATA_KEY])
    assert replace(spec, interval={}) == model_spec(config())
    assert set(spec.interval) == {"CT", "MR", "XR"}
    measured_on = {packed.sources[s.source].sha256 for s in packed.slices if s.split == "val"}
    assert set(json.loads(entries["clearslice.calibration"])) == measured_on
    record = json.loads(entries["clearslice.training"])
    assert record["steps"] == STEPS
    assert record["data"] == packed.digest
    trained_on = {packed.sources[s.source].sha256 for s in packed.slices if s.split == "train"}
    assert set(json.loads(entries["clearslice.images"])) == trained_on


def test_the_large_variant_has_the_same_weights_and_is_taken_on_a_gpu(
    trained: Path, packed: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(trained, packed, tmp_path)
    folder = export(trained, packed, tmp_path, large=True)
    assert folder.name == "tiny-large"
    entries = [onnx_metadata(tmp_path / name / "model.onnx") for name in ("tiny", "tiny-large")]
    specs = [ModelSpec.from_json(each[METADATA_KEY]) for each in entries]
    weights = [json.loads(each["clearslice.training"])["weights"] for each in entries]
    cards = [(tmp_path / name / "card.md").read_text(encoding="utf-8") for name in ("tiny", "tiny-large")]
    assert [spec.variant for spec in specs] == ["default", "large"]
    assert weights[0] == weights[1]
    assert ["mirror images" in card for card in cards] == [False, True]
    assert Networks(tmp_path, device="cpu").default_for("CT") == "tiny"
    monkeypatch.setattr(device, "gpu_name", lambda: "Pretended GPU")
    monkeypatch.setattr(device, "cuda_session", device.cpu_session)
    assert Networks(tmp_path, device="auto").default_for("CT") == "tiny-large"


def test_the_curve_lies_beside_the_file(models: Path) -> None:
    lines = (models / "tiny" / "validation.csv").read_text().splitlines()
    assert lines[0].startswith("step,")
    assert "val/psnr_MR" in lines[0]
    assert len(lines) == 1 + STEPS // 8


def test_the_reference_pair_lets_a_reader_check_the_file(models: Path) -> None:
    with np.load(models / "tiny" / "reference.npz") as stored:
        feed = {k: stored[k] for k in ("image", "sigma", "modality", "context")}
        residual, log_scale = run(models / "tiny" / "model.onnx", feed)
        np.testing.assert_allclose(residual, stored["residual"], atol=1e-6)
        np.testing.assert_allclose(log_scale, stored["log_scale"], atol=1e-5)
    assert Networks(models, device="cpu").default_for("CT") == "tiny"


def test_evaluation_ranks_every_method(models: Path, packed: Pack) -> None:
    rows = evaluate(packed, models, "tiny", lambda text: None, subjects=1, modalities=("CT",))
    ct = {r["method"]: r["psnr"]["mean"] for r in rows if r["level"] == 25.0}
    assert {"input", "nlm", "tv", "median", "gaussian", "clahe", "tiny, true σ"} <= set(ct)
    assert ct["nlm"] > ct["input"]
    assert ct["nlm, best per image"] >= ct["nlm"]
    text = table(rows)
    assert text.count("| nlm |") == 2
    assert "[−160, 240] HU" in text


def test_means_are_by_subject() -> None:
    mean = by_subject([("a", 1.0), ("a", 1.0), ("a", 1.0), ("b", 3.0)])
    assert (mean.mean, mean.low, mean.high) == (2.0, 1.0, 3.0)
