"""Simulated noise against theory."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from core import degrade
from core.errors import ClearsliceError


def radial_peak(noise: np.ndarray) -> float:
    """Frequency in cycles/pixel where the measured power, averaged over rings, is largest."""
    power = np.abs(np.fft.fft2(noise)) ** 2
    f = np.hypot(*np.meshgrid(np.fft.fftfreq(noise.shape[0]), np.fft.fftfreq(noise.shape[1]), indexing="ij"))
    edges = np.linspace(0, 0.5, 51)
    ring = [power[(f >= a) & (f < b)].mean() for a, b in pairwise(edges)]
    smooth = np.convolve(ring, np.ones(3) / 3, "same")
    return float(edges[int(np.argmax(smooth))] + 0.005)


@pytest.mark.parametrize(("peak", "order"), [(0.12, 2.0), (0.15, 3.0), (0.2, 4.0), (0.3, 3.0)])
def test_ct_noise_has_the_stated_sd_and_its_spectrum_peaks_where_stated(peak: float, order: float) -> None:
    noise = degrade.ct_noise((512, 511), 25.0, np.random.default_rng(0), peak, order)
    assert noise.std() == pytest.approx(25, rel=0.02)
    assert abs(noise.mean()) < 0.2
    assert radial_peak(noise) == pytest.approx(peak, abs=0.02)


def test_soft_kernel_noise_is_correlated_as_scanners_make_it() -> None:
    noise = degrade.ct_noise((512, 512), 1.0, np.random.default_rng(1))
    lag_one = float((noise[:, 1:] * noise[:, :-1]).mean())
    assert 0.5 <= lag_one <= 0.7
    assert 0.10 <= radial_peak(noise) <= 0.20


def test_noise_power_has_mean_one_over_the_whole_plane() -> None:
    for shape in ((64, 64), (63, 65), (128, 96)):
        half = degrade.noise_power(shape, 0.15, 3.0)
        weights = np.full(half.shape[1], 2.0)
        weights[0] = 1
        if shape[1] % 2 == 0:
            weights[-1] = 1
        assert (half * weights).sum() / np.prod(shape) == pytest.approx(1, rel=1e-5)


@pytest.mark.parametrize("kept", [(1.0, 1.0), (0.7, 1.0), (0.6, 0.8)])
def test_magnitude_noise_follows_the_rice_law(kept: tuple[float, float]) -> None:
    rng, sigma = np.random.default_rng(2), 5.0
    for signal in (0.0, 5.0, 20.0, 100.0):
        noisy = degrade.rician(np.full((400, 400), signal, np.float32), sigma, rng, kept)
        law = stats.rice(signal / sigma, scale=sigma)
        assert noisy.mean() == pytest.approx(law.mean(), rel=0.01)
        assert noisy.std() == pytest.approx(law.std(), rel=0.03)
        assert (noisy.astype(np.float64) ** 2).mean() == pytest.approx(signal**2 + 2 * sigma**2, rel=0.02)


def test_interpolated_k_space_correlates_the_noise_along_its_axis() -> None:
    signal = np.full((256, 256), 1000, np.float32)
    noise = degrade.rician(signal, 10, np.random.default_rng(3), (0.5, 1.0)) - 1000
    down, across = (noise[1:] * noise[:-1]).mean(), (noise[:, 1:] * noise[:, :-1]).mean()
    # Neighbours under a box of half the band: sinc(1/2) = 0.637.
    assert down / noise.var() == pytest.approx(0.637, abs=0.03)
    assert abs(across / noise.var()) < 0.03


@pytest.mark.parametrize("blur", [0.0, 0.7])
def test_radiograph_noise_grows_with_the_signal(blur: float) -> None:
    image = np.repeat(np.float32([[100, 300, 800]]), 200, 1).repeat(300, 0)
    rng = np.random.default_rng(4)
    noise = degrade.poisson_gaussian(image, 6.0, rng, quantum=0.8, blur=blur) - image
    assert np.sqrt((noise**2).mean()) == pytest.approx(6, rel=0.02)
    for part, signal in ((np.s_[:, 20:180], 100), (np.s_[:, 220:380], 300), (np.s_[:, 420:580], 800)):
        expected = 36 * (0.2 + 0.8 * signal / 400)
        assert noise[part].var() == pytest.approx(expected, rel=0.06)


@pytest.mark.parametrize(
    ("modality", "amount", "expected"), [("CT", 30.0, 30.0), ("MR", 5.0, 50.0), ("DX", 3.0, 30.0)]
)
def test_low_dose_adds_the_stated_amount(modality: str, amount: float, expected: float) -> None:
    ramp = np.linspace(0, 1000, 256, dtype=np.float32)
    values = np.tile(ramp, (256, 1))
    keep = values.copy()
    noisy = degrade.low_dose(values, modality, amount, np.random.default_rng(5))
    np.testing.assert_array_equal(values, keep)
    assert noisy.dtype == np.float32
    difference = (noisy - values)[:, 64:] if modality == "MR" else noisy - values
    assert difference.std() == pytest.approx(expected, rel=0.05)


def test_low_dose_is_decided_by_its_generator_and_refuses_what_it_does_not_know() -> None:
    values = np.ones((32, 32), np.float32)
    one, two = (degrade.low_dose(values, "CT", 10, np.random.default_rng(6)) for _ in range(2))
    np.testing.assert_array_equal(one, two)
    with pytest.raises(ClearsliceError, match="US"):
        degrade.low_dose(values, "US", 10, np.random.default_rng(6))
