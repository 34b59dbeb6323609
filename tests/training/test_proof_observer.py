"""The channelized Hotelling observer against what theory says of known signals in white noise."""

import numpy as np
import pytest
from scipy.stats import mannwhitneyu, norm

from training.proof.observer import Samples, Study, interval, laguerre_gauss, mann_whitney

SIDE, WIDTH, COUNT, PLACES = 24, 9.0, 5, 1600
CLUSTERS = np.arange(PLACES) // 20


def white(strength: float, seed: int) -> Samples:
    """A Gaussian lesion, as wide as the first channel, of detectability `strength` in white noise."""
    rng, channels = np.random.default_rng(seed), laguerre_gauss(SIDE, WIDTH, COUNT)
    place = np.arange(SIDE) - SIDE // 2
    lesion = np.exp(-np.pi * (place[:, None] ** 2 + place[None, :] ** 2) / WIDTH**2).ravel()
    lesion *= strength / np.linalg.norm(lesion)  # d' of the ideal observer is its norm over sigma = 1
    noise = rng.standard_normal((2, PLACES, SIDE**2))
    return Samples((noise[0] + lesion) @ channels, noise[1] @ channels)


@pytest.mark.parametrize("strength", [0.5, 1.0, 2.0, 3.0])
def test_area_is_that_of_the_ideal_observer(strength: float) -> None:
    seen = Study({"input": white(strength, 1)}, CLUSTERS).seen()["input"]
    assert seen.area == pytest.approx(norm.cdf(strength / np.sqrt(2)), abs=0.02)


@pytest.mark.parametrize("strength", [1.0, 2.0, 3.0])
def test_false_alarms_at_nine_tenths_sensitivity(strength: float) -> None:
    seen = Study({"input": white(strength, 2)}, CLUSTERS).seen()["input"]
    assert seen.alarms == pytest.approx(norm.sf(strength - norm.ppf(0.9)), abs=0.05)


def test_without_a_lesion_nothing_is_learnt_from_the_test_places() -> None:
    seen = Study({"input": white(0.0, 3)}, CLUSTERS).seen()["input"]
    assert seen.area == pytest.approx(0.5, abs=0.03)


def test_intervals_hold_the_true_area_and_differences_are_paired() -> None:
    clear = white(1.5, 4)
    rng = np.random.default_rng(5)
    spoilt = Samples(*(part + rng.normal(0, 1.5, part.shape) for part in clear))
    areas = Study({"clear": clear, "same": clear, "spoilt": spoilt}, CLUSTERS).areas()
    low, high = interval(areas["clear"])
    assert low < norm.cdf(1.5 / np.sqrt(2)) < high
    assert interval(areas["same"] - areas["clear"]) == (0, 0)
    assert interval(areas["spoilt"] - areas["clear"])[1] < 0


def test_rank_statistic_is_scipys_with_ties() -> None:
    rng = np.random.default_rng(6)
    present, absent = rng.integers(0, 9, 50).astype(float), rng.integers(0, 7, 70).astype(float)
    expected = mannwhitneyu(present, absent).statistic / (50 * 70)
    assert mann_whitney(present, absent) == pytest.approx(expected)


def test_any_invertible_processing_leaves_the_area() -> None:
    clear = white(1.0, 7)
    mixing = np.random.default_rng(8).normal(size=(COUNT, COUNT))
    mixed = Samples(*(part @ mixing for part in clear))
    seen = Study({"clear": clear, "mixed": mixed}, CLUSTERS).seen()
    assert seen["mixed"].area == pytest.approx(seen["clear"].area)
