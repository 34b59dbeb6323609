"""A generator against its critic: it learns, and a run that is cut off goes on to the same weights."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from core.errors import ClearsliceError
from training.adversarial import Adversarial
from training.config import Config, Critic, Data, DnCNNSize, Losses, Network, Optimiser, WGANSize
from training.data import Pack
from training.fit import fit, load
from training.progress import logged

STEPS, EPOCH, BETWEEN, DEATH = 16, 8, 3, 13
CONFIG = Config(
    name="tiny",
    checkpoint_steps=BETWEEN,
    data=Data(crop=32, batch=4, validation=4),
    network=Network("wgan", dncnn=DnCNNSize(12, 5), wgan=WGANSize(12, 5)),
    optimiser=Optimiser(steps=STEPS, epoch_steps=EPOCH, rate=3e-3, warmup=2, ema=0.8),
    losses=Losses(adversarial=0.05),
    critic=Critic(patch=16, width=4, steps=2),
)


@pytest.fixture(scope="module")
def whole(packed: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("adversarial") / "whole"
    fit(CONFIG, packed, folder, progress=False)
    return folder


def test_the_generator_learns_to_denoise(packed: Pack, tmp_path: Path) -> None:
    longer = replace(CONFIG.optimiser, steps=60, epoch_steps=30)
    fit(replace(CONFIG, optimiser=longer), packed, tmp_path, progress=False)
    first, last = (float(row["val/loss"]) for row in logged(tmp_path, "val/loss"))
    assert last < first
    assert float(logged(tmp_path, "val/gain_CT")[-1]["val/gain_CT"]) > 1  # dB


def test_the_critic_learns_to_tell_clean_from_restored(packed: Pack, tmp_path: Path) -> None:
    """Against a generator that stands still, the critic's loss falls."""
    plan = replace(CONFIG.optimiser, steps=40, epoch_steps=10, rate=1e-12, rate_end=1e-12)
    still = replace(CONFIG, optimiser=plan, critic=replace(CONFIG.critic, rate=3e-3, steps=3))
    fit(still, packed, tmp_path, progress=False)
    seen = [float(row["train/critic"]) for row in logged(tmp_path, "train/critic")]
    assert seen[-1] < 0.5 * seen[0]


class PulledPlug(Exception):
    pass


@pytest.mark.parametrize("kind", ["wgan", "dncnn"])
def test_a_run_cut_off_in_mid_epoch_goes_on_to_the_same_weights(
    packed: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    config = replace(CONFIG, network=replace(CONFIG.network, kind=kind))
    expected = fit(config, packed, tmp_path / "whole", progress=False).state_dict()
    teach = Adversarial._teach

    def pull(self: Adversarial, real: torch.Tensor, fake: torch.Tensor) -> None:
        if self.global_step == DEATH:
            raise PulledPlug
        teach(self, real, fake)

    with monkeypatch.context() as patch:
        patch.setattr(Adversarial, "_teach", pull)
        with pytest.raises(PulledPlug):
            fit(config, packed, tmp_path / "cut", progress=False)
    assert load(tmp_path / "cut" / "last.ckpt").trained_steps == 11  # of the epoch's steps, every third
    got = fit(config, packed, tmp_path / "cut", progress=False).state_dict()
    assert all(torch.equal(got[name], value) for name, value in expected.items())


def test_steps_are_those_of_the_generator(whole: Path) -> None:
    stored = torch.load(whole / "last.ckpt", weights_only=True)
    assert stored["global_step"] == STEPS
    generator, critic = (max(s["step"] for s in o["state"].values()) for o in stored["optimizer_states"])
    assert (generator, critic) == (STEPS, STEPS * CONFIG.critic.steps)
    rates = [o["param_groups"][0]["lr"] for o in stored["optimizer_states"]]
    share = CONFIG.optimiser.rate_end / CONFIG.optimiser.rate
    assert rates == pytest.approx([CONFIG.optimiser.rate_end, CONFIG.critic.rate * share], rel=1e-6)


def test_every_loss_is_logged_by_its_name(whole: Path) -> None:
    for name in ("train/loss", "train/charbonnier", "train/adversarial", "train/critic"):
        assert logged(whole, name), name
    assert not logged(whole, "train/uncertainty")  # this network states none


def test_averaged_weights_follow_the_generator_alone(whole: Path) -> None:
    module = load(whole / "last.ckpt")
    assert set(module.ema.state_dict()) == set(module.net.state_dict())
    assert not torch.equal(next(module.ema.parameters()), next(module.net.parameters()))


def test_another_critic_is_another_configuration(packed: Pack, whole: Path) -> None:
    other = replace(CONFIG, critic=replace(CONFIG.critic, penalty=1.0))
    with pytest.raises(ClearsliceError, match="another configuration"):
        fit(other, packed, whole, progress=False)
