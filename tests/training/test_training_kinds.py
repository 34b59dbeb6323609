"""Every kind of network learns by the same program, from a random start or from a checkpoint."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from core.errors import ClearsliceError
from training.config import Config, Data, DnCNNSize, Network, Optimiser, RDNSize, REDCNNSize, WGANSize
from training.data import Pack
from training.fit import fit, load
from training.module import Denoising
from training.progress import logged

SIZES = Network(
    width=8,
    middle=1,
    dncnn=DnCNNSize(12, 5),
    redcnn=REDCNNSize(12),
    rdn=RDNSize(12, 8, 2, 2),
    wgan=WGANSize(12, 5),
)
CONFIG = Config(
    name="tiny",
    checkpoint_steps=4,
    data=Data(crop=32, batch=4, validation=4),
    network=SIZES,
    optimiser=Optimiser(steps=60, epoch_steps=30, rate=3e-3, warmup=2, ema=0.8),
)


def of(kind: str, steps: int = 60, epoch: int = 30) -> Config:
    plan = replace(CONFIG.optimiser, steps=steps, epoch_steps=epoch)
    return replace(CONFIG, network=replace(SIZES, kind=kind), optimiser=plan)


def equal(one: Denoising, two: Denoising) -> bool:
    pairs = two.state_dict()
    return all(torch.equal(value, pairs[name]) for name, value in one.state_dict().items())


def losses(folder: Path) -> list[float]:
    return [float(row["val/loss"]) for row in logged(folder, "val/loss")]


@pytest.mark.parametrize("kind", ["clearnet", "dncnn", "redcnn", "rdn"])
def test_each_kind_learns(packed: Pack, tmp_path: Path, kind: str) -> None:
    fit(of(kind), packed, tmp_path, progress=False)
    first, last = losses(tmp_path)
    noise = float(logged(tmp_path, "val/gain_CT")[-1]["val/gain_CT"])
    assert last < first
    assert noise > 1  # dB
    assert load(tmp_path / "best.ckpt").trained_steps in (30, 60)


@pytest.mark.parametrize("kind", ["clearnet", "rdn"])
def test_a_finer_grid_is_learnt(packed: Pack, tmp_path: Path, kind: str) -> None:
    config = of(kind)
    double = replace(config.data, task="double")
    fit(replace(config, data=double, network=replace(config.network, scale=2)), packed, tmp_path, False)
    first, last = losses(tmp_path)
    assert last < first
    # Against the bicubic enlargement.
    assert float(logged(tmp_path, "val/gain_CT")[-1]["val/gain_CT"]) > 0.3  # dB


class PulledPlug(Exception):
    pass


def test_normalised_batches_resume_to_the_same_statistics(
    packed: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = of("dncnn", steps=16, epoch=8)
    whole = fit(config, packed, tmp_path / "whole", progress=False)

    def pull(self: Denoising, *arguments: object) -> None:
        if self.global_step == 14:
            raise PulledPlug

    with monkeypatch.context() as patch:
        patch.setattr(Denoising, "on_before_zero_grad", pull)
        with pytest.raises(PulledPlug):
            fit(config, packed, tmp_path / "killed", progress=False)
    assert load(tmp_path / "killed/last.ckpt").trained_steps == 12
    assert equal(fit(config, packed, tmp_path / "killed", progress=False), whole)


def test_averaged_weights_carry_the_statistics_of_the_normalisation(packed: Pack, tmp_path: Path) -> None:
    module = fit(of("dncnn", steps=8, epoch=8), packed, tmp_path, progress=False)
    new, kept = dict(module.net.named_buffers()), dict(module.ema.named_buffers())
    assert new
    assert all(torch.equal(kept[name], new[name]) for name in new)
    assert not torch.equal(next(module.ema.parameters()), next(module.net.parameters()))


def test_a_run_starts_from_the_averaged_weights_of_another(packed: Pack, tmp_path: Path) -> None:
    fit(of("dncnn", steps=8, epoch=8), packed, tmp_path / "first", progress=False)
    source = tmp_path / "first" / "last.ckpt"
    still = replace(of("dncnn", steps=1, epoch=1), initial=str(source), seed=2)
    still = replace(still, optimiser=replace(still.optimiser, rate=1e-30, rate_end=1e-30))
    fine = fit(still, packed, tmp_path / "second", progress=False)
    expected = dict(load(source).ema.named_parameters())
    assert all(torch.equal(value, expected[name]) for name, value in fine.net.named_parameters())
    recorded = Config.load(tmp_path / "second" / "config.toml").initial
    assert recorded.startswith("sha256:")
    assert str(tmp_path) not in (tmp_path / "second" / "config.toml").read_text()
    fit(still, packed, tmp_path / "second", progress=False)  # gone on with
    assert equal(load(tmp_path / "second" / "last.ckpt"), fine)


@pytest.mark.parametrize(
    ("network", "named"),
    [
        (replace(SIZES, kind="redcnn"), "of another network"),
        (replace(SIZES, kind="dncnn", dncnn=DnCNNSize(16, 5)), "of another network"),
    ],
)
def test_a_start_from_another_network_is_refused(
    packed: Pack, tmp_path: Path, network: Network, named: str
) -> None:
    fit(of("dncnn", steps=1, epoch=1), packed, tmp_path / "first", progress=False)
    other = replace(CONFIG, network=network, initial=str(tmp_path / "first" / "last.ckpt"))
    with pytest.raises(ClearsliceError, match=named):
        fit(other, packed, tmp_path / "second", progress=False)
    assert not (tmp_path / "second").exists()


def test_a_start_from_nothing_is_refused(packed: Pack, tmp_path: Path) -> None:
    (tmp_path / "text.ckpt").write_text("no checkpoint")
    for initial, named in (
        (str(tmp_path / "none.ckpt"), r"none\.ckpt could not be read"),
        (str(tmp_path / "text.ckpt"), r"text\.ckpt is damaged"),
        ("sha256:12", "set its path"),
    ):
        with pytest.raises(ClearsliceError, match=named):
            fit(replace(CONFIG, initial=initial), packed, tmp_path / "run", progress=False)


def test_an_unknown_network_leaves_no_folder(packed: Pack, tmp_path: Path) -> None:
    with pytest.raises(ClearsliceError, match="There is no network 'unet'"):
        fit(of("unet"), packed, tmp_path / "run", progress=False)
    assert not (tmp_path / "run").exists()
