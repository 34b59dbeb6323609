"""The losses of a configuration, and what a configuration may not ask for."""

import shutil
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import ClearsliceError
from training.config import Config, Critic, Data, DnCNNSize, Losses, Network, Optimiser
from training.criteria import ms_ssim
from training.data import Pack
from training.fit import fit, load
from training.objective import FIDELITY, fidelity, unit, weighted, windows
from training.progress import logged
from training.samples import Sample
from training.tasks import least_unit

ALL = Losses(ms_ssim=0.1, frequency=0.05, gradient=0.05, mean=0.2)
CONFIG = Config(
    name="tiny",
    data=Data(crop=32, batch=4, validation=4),
    network=Network(width=8, middle=1),
    optimiser=Optimiser(steps=40, epoch_steps=20, rate=3e-3, warmup=2, ema=0.8),
)


@pytest.fixture
def batch() -> Sample:
    generator = torch.Generator().manual_seed(2)
    target = 0.3 + 0.01 * torch.rand(3, 1, 32, 32, generator=generator)
    sigma = torch.full((3, 1, 1, 1), 0.02)
    image = target + sigma * torch.randn(3, 1, 32, 32, generator=generator)
    return Sample(image, target, sigma, torch.eye(3), torch.full((3, 1, 64, 64), 0.3))


def test_only_what_has_a_weight_is_computed(batch: Sample) -> None:
    assert set(fidelity(Losses(), batch.image, batch, batch.sigma)) == {"charbonnier"}
    assert tuple(fidelity(ALL, batch.image, batch, batch.sigma)) == FIDELITY


def test_differences_are_in_units_of_the_noise_but_never_of_too_little(batch: Sample) -> None:
    assert least_unit(Data()) == {}
    assert unit(batch, {}) is batch.sigma
    least = least_unit(Data(task="double"))
    assert least == pytest.approx({"CT": (2 * 25) ** 0.5 / 4096, "MR": 0.0002**0.5, "XR": 0.00006**0.5})
    quiet = batch._replace(sigma=torch.tensor([1e-5, 1e-5, 0.5])[:, None, None, None])
    assert unit(quiet, least).flatten().tolist() == pytest.approx([least["CT"], least["MR"], 0.5])


def test_the_sum_is_by_weight(batch: Sample) -> None:
    terms = fidelity(ALL, batch.image, batch, batch.sigma)
    expected = (
        terms["charbonnier"]
        + 0.1 * terms["ms_ssim"]
        + 0.05 * terms["frequency"]
        + 0.05 * terms["gradient"]
        + 0.2 * terms["mean"]
    )
    assert weighted(ALL, terms).item() == pytest.approx(expected.item(), rel=1e-6)
    assert all(term > 0 for term in terms.values())


def test_a_perfect_output_leaves_the_floor_of_charbonnier(batch: Sample) -> None:
    terms = fidelity(ALL, batch.target, batch, batch.sigma)
    assert terms.pop("charbonnier").item() == pytest.approx(0.1, rel=1e-5)
    assert all(abs(term.item()) < 1e-5 for term in terms.values())


def test_structure_is_compared_in_each_image_s_window(batch: Sample) -> None:
    low, high = windows(batch.modality)
    assert (high - low).flatten().tolist() == pytest.approx([400 / 4096, 1, 1])
    assert (low.flatten() * 4096 - 1024)[0].item() == pytest.approx(-160)
    alone = ms_ssim(batch.image[:1], batch.target[:1], low[:1], high[:1])
    first = Sample(*(part[:1] for part in batch))
    assert fidelity(ALL, first.image, first, first.sigma)["ms_ssim"].item() == pytest.approx(alone.item())


def test_losses_are_computed_at_full_precision(batch: Sample) -> None:
    expected = fidelity(ALL, batch.image, batch, batch.sigma)
    with torch.autocast("cpu", torch.bfloat16):
        got = fidelity(ALL, batch.image, batch, batch.sigma)
    assert all(torch.equal(got[name], value) for name, value in expected.items())


def test_all_of_them_train_together_and_are_logged(packed: Pack, tmp_path: Path) -> None:
    fit(replace(CONFIG, losses=ALL), packed, tmp_path, progress=False)
    first, last = (float(row["val/loss"]) for row in logged(tmp_path, "val/loss"))
    assert last < first
    row = {name: float(logged(tmp_path, f"train/{name}")[-1][f"train/{name}"]) for name in FIDELITY}
    total = float(logged(tmp_path, "train/loss")[-1]["train/loss"])
    assert total == pytest.approx(sum(getattr(ALL, name) * row[name] for name in FIDELITY), rel=1e-5)
    assert logged(tmp_path, "train/uncertainty")


def test_without_weight_the_uncertainty_learns_nothing(packed: Pack, tmp_path: Path) -> None:
    short = replace(CONFIG, optimiser=replace(CONFIG.optimiser, steps=2, epoch_steps=2))
    torch.manual_seed(short.seed)
    module = fit(replace(short, losses=Losses(uncertainty=0.0)), packed, tmp_path / "0", progress=False)
    start = fit(replace(short, losses=Losses(uncertainty=0.1)), packed, tmp_path / "1", progress=False)
    doubt = [dict(m.net.doubt.named_parameters()) for m in (module, start)]
    assert not torch.equal(doubt[0]["0.weight"], doubt[1]["0.weight"])
    assert torch.equal(module.net.tail.weight, start.net.tail.weight)  # it costs the picture nothing
    assert not logged(tmp_path / "0", "train/uncertainty")


def test_the_paper_s_recipe_is_the_default() -> None:
    config = Config()
    plan = config.optimiser
    assert (config.data.batch, plan.steps // plan.epoch_steps, plan.rate) == (32, 100, 1e-3)
    assert (config.network.kind, config.losses.adversarial, config.precision) == ("clearnet", 0.0, "32-true")


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        ({"precision": "16"}, "set precision to one of 32-true"),
        ({"losses": Losses(gradient=-1.0)}, r"losses\.gradient to 0"),
        ({"losses": Losses(charbonnier=0.0)}, r"losses\.charbonnier a weight"),
        ({"data": Data(crop=40)}, r"change data\.crop"),
        ({"network": Network("dncnn"), "data": Data(crop=8), "losses": ALL}, r"enlarge data\.crop"),
        ({"network": Network("wgan")}, r"losses\.adversarial above 0"),
        ({"losses": Losses(adversarial=0.1), "critic": Critic(patch=12)}, r"change critic\.patch"),
        ({"losses": Losses(adversarial=0.1), "critic": Critic(patch=256)}, "at most 128 pixels"),
        ({"losses": Losses(adversarial=0.1), "critic": Critic(steps=0)}, r"critic\.steps above 0"),
    ],
)
def test_contradictions_are_refused_before_anything_is_written(
    packed: Pack, tmp_path: Path, changes: dict[str, object], remedy: str
) -> None:
    with pytest.raises(ClearsliceError, match=remedy):
        fit(replace(Config(), **changes), packed, tmp_path / "run", progress=False)  # type: ignore[arg-type]
    assert not (tmp_path / "run").exists()


def test_half_precision_wherever_a_gpu_has_it(packed: Pack, tmp_path: Path) -> None:
    short = replace(CONFIG, precision="auto", optimiser=replace(CONFIG.optimiser, steps=1, epoch_steps=1))
    fit(short, packed, tmp_path, progress=False)
    expected = "bf16-mixed" if torch.cuda.is_available() else "32-true"
    assert f'"precision": "{expected}"' in (tmp_path / "data.json").read_text()


@pytest.mark.skipif(not shutil.which("g++"), reason="torch.compile needs a C++ compiler, g++")
def test_a_compiled_network_learns_the_same(
    packed: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A pool of compiling processes takes longer to start than this network to compile.
    monkeypatch.setattr("torch._inductor.config.compile_threads", 1)
    short = replace(
        CONFIG,
        network=Network("dncnn", dncnn=DnCNNSize(4, 3)),
        optimiser=replace(CONFIG.optimiser, steps=2, epoch_steps=2),
    )
    plain = fit(short, packed, tmp_path / "plain", progress=False).net.state_dict()
    fit(replace(short, compile=True), packed, tmp_path / "compiled", progress=False)
    compiled = load(tmp_path / "compiled" / "last.ckpt").net.state_dict()
    for name, value in plain.items():
        np.testing.assert_allclose(compiled[name], value, atol=1e-4, err_msg=name)


def test_an_older_configuration_says_the_same_by_its_old_names() -> None:
    old = "[optimiser]\nuncertainty = 0.1\nuncertainty_from = 0.5\n"
    config = Config.from_toml(old, ("optimiser.uncertainty=0.2",))
    assert config.losses == Losses(uncertainty=0.2, uncertainty_from=0.5)
    assert "uncertainty" not in {field.name for field in fields(Optimiser)}
    with pytest.raises(ClearsliceError, match=r"its earlier name 'optimiser\.uncertainty'"):
        Config.from_toml(old + "[losses]\nuncertainty = 0.1\n")
