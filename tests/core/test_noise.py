"""The noise estimate against known noise, on made and on real slices."""

from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.pixels.processing import apply_rescale

from core import degrade
from core.noise import estimate


@pytest.mark.parametrize("peak", [0.12, 0.15, 0.2, 0.3])
@pytest.mark.parametrize("order", [2.0, 4.0])
def test_pure_correlated_noise(peak: float, order: float) -> None:
    noise = degrade.ct_noise((512, 512), 30.0, np.random.default_rng(0), peak, order)
    assert estimate(noise) == pytest.approx(30, rel=0.15)


def test_white_noise_on_a_ramp() -> None:
    ramp = np.linspace(0, 5000, 300, dtype=np.float32)
    noisy = np.tile(ramp, (300, 1)) + np.random.default_rng(1).normal(0, 12, (300, 300)).astype(np.float32)
    assert estimate(noisy) == pytest.approx(12, rel=0.12)


def test_rayleigh_background_gives_the_noise_per_channel() -> None:
    y, x = np.mgrid[-1:1:256j, -1:1:256j]
    head = np.where(x**2 + y**2 < 0.5, 600 + 100 * np.sin(40 * x) * np.cos(40 * y), 0).astype(np.float32)
    noisy = degrade.rician(head, 25.0, np.random.default_rng(2))
    assert estimate(noisy) == pytest.approx(25, rel=0.05)


def test_excluded_and_missing_pixels_do_not_count() -> None:
    values = np.random.default_rng(3).normal(0, 5, (128, 128)).astype(np.float32)
    expected = estimate(values[40:])
    values[:40] = np.random.default_rng(4).normal(0, 500, (40, 128))
    excluded = np.zeros(values.shape, bool)
    excluded[:40] = True
    assert estimate(values, excluded) == pytest.approx(expected, rel=1e-6)
    values[:40] = np.nan
    assert estimate(values) == pytest.approx(expected, rel=1e-6)


def test_constant_tiny_and_empty_images() -> None:
    assert estimate(np.full((64, 64), 7, np.float32)) == 0
    assert estimate(np.full((4, 4), 7, np.float32)) == 0
    assert estimate(np.zeros((64, 64), np.float32), np.ones((64, 64), bool)) == 0


def test_gain_scales_the_estimate() -> None:
    values = degrade.ct_noise((128, 128), 10.0, np.random.default_rng(5)) + 100
    assert estimate(values * 8) == pytest.approx(8 * estimate(values), rel=1e-4)


@pytest.mark.parametrize("added", [20.0, 40.0])
def test_real_ct_with_inserted_noise(demo: Path, added: float) -> None:
    files = sorted(path for path in (demo / "ct").iterdir() if path.is_file())[::5]
    if not files:
        pytest.skip("the demo study is not here")
    for file in files:
        dataset = pydicom.dcmread(file)
        clean = np.asarray(apply_rescale(dataset.pixel_array, dataset), np.float32)
        noisy = degrade.low_dose(clean, "CT", added, np.random.default_rng(6))
        assert estimate(noisy) == pytest.approx(np.hypot(added, estimate(clean)), rel=0.2)


@pytest.mark.parametrize("side", [1600, 3000])
def test_large_slices_are_thinned_and_measured_alike(side: int) -> None:
    """Every part of a large slice counts: quiet left, noise everywhere, a bright right half."""
    rng = np.random.default_rng(6)
    values = rng.normal(0, 10, (side, side)).astype(np.float32)
    values[:, side // 2 :] += 500
    part = estimate(values[:800, side // 2 - 400 : side // 2 + 400])
    assert estimate(values) == pytest.approx(10, rel=0.1)
    assert estimate(values) == pytest.approx(part, rel=0.03)
