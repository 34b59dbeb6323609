"""The physics of proofs, on networks whose effect is known exactly: blur, shift, nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage

from core import degrade
from core.enhance.network import Networks
from training.data import Pack
from training.proof import flat_regions, noise_power, null_clean, null_noise, phantom, transfer
from training.proof.bench import Bench, Image, blended
from training.proof.strength import largest, said


@dataclass(frozen=True, eq=False)
class Known(Bench):
    """A bench whose network is a function."""

    network: Callable[[Image], Image] = np.copy

    @property
    def families(self) -> tuple[str, ...]:
        return ("CT",)

    def enhanced(self, values: Image, modality: str, noise: float = 1.0) -> Image:
        return self.network(values)


Make = Callable[[Callable[[Image], Image]], Known]


@pytest.fixture
def known(packed: Pack, tmp_path: Path) -> Make:
    networks = Networks(tmp_path, "cpu")
    return lambda network: Known(networks, "net", packed, tmp_path, network=network)


def blur(sd: float) -> Callable[[Image], Image]:
    return lambda image: ndimage.gaussian_filter(image, sd)


# ---- edges ----


def test_a_blur_is_found_as_the_loss_of_sharpness_that_theory_gives(
    known: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "LEVELS", (25.0,))
    monkeypatch.setattr(transfer, "PAIRS", 1)
    bench = known(blur(1.0))
    found = transfer.Transfer()(bench)
    full = [row for row in found.rows if row["strength %"] == 100]
    # Gaussian blurs add in squares, and the frequency at 50 % goes as one over the SD.
    expected = phantom.BLUR / np.hypot(phantom.BLUR, 1.0)
    assert [row["contrast HU"] for row in full] == list(transfer.CONTRASTS)
    assert [row["ratio"] for row in full] == pytest.approx([expected] * 4, abs=0.01)
    assert full[0]["TTF 50 % before"] == pytest.approx(np.sqrt(np.log(2) / 2) / (np.pi * 0.8), abs=0.003)
    # 10 to 90 % of a Gaussian edge is 2.563 SD.
    assert full[2]["rise after px"] == pytest.approx(2.563 * np.hypot(0.8, 1.0), abs=0.06)
    assert found.passed is False
    assert (bench.folder / "ttf.png").exists()


def test_a_network_that_does_nothing_keeps_edges_numbers_and_grain(
    known: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "LEVELS", (25.0,))
    monkeypatch.setattr(transfer, "PAIRS", 1)
    edges = transfer.Transfer()(known(np.copy))
    bias = flat_regions.Bias()(known(np.copy))
    assert edges.passed
    assert bias.passed
    assert {row["ratio"] for row in edges.rows} == {1.0}
    assert {row["worst bias HU"] for row in bias.rows if row["condition"] == "as it is"} == {0.0}
    assert max(abs(float(row["worst bias HU"] or 0)) for row in bias.rows) < 0.01


# ---- flat regions ----


def test_a_shift_is_found_in_every_condition_and_shrinks_with_the_strength(known: Make) -> None:
    found = flat_regions.Bias()(known(lambda image: image + np.float32(4.5)))
    assert {row["condition"] for row in found.rows} == {"as it is", "+ 25 HU", "+ 50 HU", "phantom"}
    for row in found.rows:
        assert row["mean bias HU"] == pytest.approx(4.5 * int(row["strength %"] or 0) / 100, abs=0.01)
        assert row["SD after HU"] == pytest.approx(row["SD before HU"], rel=1e-3)
    assert found.passed is False
    assert "up to strength 20 %" in found.sentence  # 0.2 · 4.5 HU = 0.9 HU


def test_edges_and_air_are_no_flat_regions() -> None:
    rng = np.random.default_rng(0)
    rod = phantom.Rod(255.5, 255.5, 60.0, 200.0)
    image = phantom.body([rod]) + degrade.ct_noise((512, 512), 12.0, rng)
    flat = flat_regions.flat(image, 16).reshape(32, 32)
    distance = phantom.distance(15.5, 15.5, 32) * 16
    assert not flat[distance > phantom.RADIUS].any()
    on_edge = np.abs(distance - 60) < 4
    assert not flat[on_edge].any()
    assert flat[(distance < 40) | ((distance > 80) & (distance < 190))].mean() > 0.9


def test_the_sd_at_a_strength_is_that_of_the_blend() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(0, 2, (1, 256)).astype(np.float32)
    y = ndimage.gaussian_filter1d(x, 1.0)
    table = flat_regions._run(np.zeros_like(x), x, y, lambda image: image)
    regions = flat_regions.Regions("", 16, np.concatenate([np.zeros((1, 1)), table]))
    assert regions.sd(0.7) == pytest.approx(float(blended(x, y, 0.7).std()), rel=1e-5)


# ---- noise power ----


@pytest.fixture(scope="module")
def noises() -> list[Image]:
    return [
        degrade.ct_noise((512, 512), 20.0, np.random.default_rng(n), peak=0.15, order=3.0) for n in range(2)
    ]


def test_the_peak_is_where_the_noise_was_given_it(noises: list[Image]) -> None:
    before, after, _ = noise_power.spectrum((n, ndimage.gaussian_filter(n, 1.0)) for n in noises)
    assert noise_power.peak(before) == pytest.approx(0.15, rel=0.04)
    f = np.linspace(0.001, 0.5, 2000)
    nps = f * np.exp(-((f / (0.15 * 3 ** (1 / 3))) ** 3))
    blurred = nps * np.exp(-((2 * np.pi * f) ** 2))  # the squared MTF of a Gaussian of SD 1
    assert noise_power.peak(after) == pytest.approx(f[blurred.argmax()], rel=0.06)


def test_power_adds_up_to_the_variance(noises: list[Image]) -> None:
    before, *_ = noise_power.spectrum((n, n) for n in noises)
    f = noise_power.frequencies()
    # ∫∫ NPS df, in rings of 2πf df; beyond the Nyquist circle there is next to nothing.
    variance = 2 * np.pi * float((before * f).sum()) / noise_power.ROI
    assert variance == pytest.approx(400, rel=0.05)


def test_the_verdict_on_grain_is_at_the_default_strength() -> None:
    f = noise_power.frequencies()
    white = f * np.exp(-((f / 0.2) ** 2))
    coarse = f * np.exp(-((f / 0.1) ** 2))
    same = noise_power.Spectra("soft", 25.0, white, 0.1 * white, 0.3 * white)
    moved = noise_power.Spectra("soft", 25.0, white, coarse, 0.5 * coarse)
    assert noise_power.finding([same]).passed
    assert noise_power.finding([same, moved]).passed is False
    assert noise_power.finding([]).passed is None


# ---- null tests ----


def test_a_change_is_measured_against_the_images_own_noise(known: Make) -> None:
    rng = np.random.default_rng(2)
    image = 100 + rng.normal(0, 10, (128, 128)).astype(np.float32)
    bench = known(lambda x: x + rng.normal(0, 4, x.shape).astype(np.float32))
    whole, edges = null_clean._shares(bench, "CT", image, np.ones(image.shape, bool))
    assert whole == pytest.approx(0.4, rel=0.06)
    assert edges == pytest.approx(0.4, rel=0.12)


def test_the_verdict_on_clean_images_is_that_of_the_worst_slice() -> None:
    small = null_clean.Change("a", "CT", "as they are", 0.5, 0.6)
    large = null_clean.Change("b", "MR", "as they are", 4.5, 4.6)
    assert null_clean.finding([small], 0.2).passed
    found = null_clean.finding([small, large], None)
    assert found.passed is False
    assert "(450 % at 100 %; MR)" in found.sentence


@pytest.mark.parametrize(
    ("network", "passed"),
    [
        (np.copy, True),
        (lambda x: ndimage.gaussian_filter(x, 1.0), True),
        (lambda x: x + 80 * np.exp(-((phantom.distance(128, 128) / 6) ** 2)), False),
    ],
    ids=["nothing", "a blur", "a blob"],
)
def test_only_a_network_that_invents_something_fails_on_pure_noise(
    known: Make, network: Callable[[Image], Image], passed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(null_noise, "DRAWS", 1)
    assert null_noise.NoiseIn()(known(network)).passed is passed


def test_the_strength_up_to_which_a_target_is_met() -> None:
    assert largest(lambda s: s <= 0.42) == 0.4
    assert largest(lambda s: s != 0.5) == 0.45
    assert said(largest(lambda s: True)) == "at every strength"
    assert said(largest(lambda s: False)) == "at no strength"
