"""MR degradations against the Rice law and Fourier theory."""

import numpy as np
import pytest
from scipy import stats

from core.errors import ClearsliceError
from training.degradation.mr_kspace import BiasField, KSpaceScan, g_factor, passed


def ones(level: float, side: int = 256) -> np.ndarray:
    return np.full((side, side), level, np.float32)


def bar(side: int = 256) -> np.ndarray:
    """A bright bar down the middle: steps along the columns."""
    image = np.zeros((side, side), np.float32)
    image[:, side // 4 : 3 * side // 4] = 100
    return image


@pytest.mark.parametrize("signal", [0.0, 5.0, 20.0, 100.0])
def test_magnitude_follows_the_rice_law(signal: float) -> None:
    noisy = KSpaceScan(sigma=5.0)(ones(signal), np.random.default_rng(0))
    law = stats.rice(signal / 5, scale=5)
    assert noisy.mean() == pytest.approx(law.mean(), rel=0.01)
    assert noisy.std() == pytest.approx(law.std(), rel=0.02)
    assert (noisy.astype(float) ** 2).mean() == pytest.approx(signal**2 + 50, rel=0.02)


def test_air_is_rayleigh_with_the_sd_that_the_map_says_even_through_a_window() -> None:
    scan = KSpaceScan(sigma=5.0, kept=(0.7, 0.8), fermi=0.02, partial=0.75)
    noisy = scan(ones(0), np.random.default_rng(1))
    s = scan.sd_map((256, 256)).mean()
    assert s < 4
    assert noisy.mean() == pytest.approx(s * np.sqrt(np.pi / 2), rel=0.03)
    assert noisy.std() == pytest.approx(s * np.sqrt(2 - np.pi / 2), rel=0.03)


def test_noise_grows_with_the_g_factor_and_the_root_of_the_acceleration() -> None:
    scan = KSpaceScan(sigma=2.0, acceleration=3.0, g_max=2.5)
    rng = np.random.default_rng(2)
    noise = np.stack([scan(ones(1000, 128), rng) - 1000 for _ in range(12)])
    measured, g = noise.std(0), g_factor((128, 128), 2.5)
    assert g.max() == pytest.approx(2.5, rel=0.001)
    assert g[0] == pytest.approx(1)
    for part in (np.s_[56:72, 56:72], np.s_[:16, :16], np.s_[56:72, 24:40]):
        measured = np.sqrt((noise[(slice(None), *part)] ** 2).mean())
        assert measured == pytest.approx(2 * np.sqrt(3) * np.sqrt((g[part] ** 2).mean()), rel=0.06)
    np.testing.assert_allclose(scan.sd_map((128, 128)), 2 * np.sqrt(3) * g, rtol=1e-6)


def test_truncation_overshoots_a_step_by_nine_percent() -> None:
    ringing = KSpaceScan(sigma=0.0, kept=(1.0, 0.25))(bar(), np.random.default_rng(0))
    assert ringing.max() == pytest.approx(108.95, abs=1.0)
    # The Wilbraham–Gibbs ripples are one sampled pixel, here four, apart.
    row = ringing[100, 64:128]
    tops = np.flatnonzero((row[1:-1] >= row[:-2]) & (row[1:-1] > row[2:]))
    assert np.diff(tops[:5]).mean() == pytest.approx(8, abs=0.5)


def test_apodisation_takes_the_ringing_away() -> None:
    rng = np.random.default_rng(0)
    sharp = KSpaceScan(sigma=0.0, kept=(1.0, 0.25))(bar(), rng)
    smooth = KSpaceScan(sigma=0.0, kept=(1.0, 0.25), fermi=0.03)(bar(), rng)
    assert smooth.max() < 104 < sharp.max()


def test_the_whole_of_k_space_is_the_object() -> None:
    image = bar(96)
    np.testing.assert_allclose(KSpaceScan(sigma=0.0)(image, np.random.default_rng(0)), image, atol=1e-4)


@pytest.mark.parametrize("partial", [0.5, 0.625, 0.75])
def test_partial_fourier_loses_the_conjugate_symmetry_of_the_lines_left_out(partial: float) -> None:
    image = np.random.default_rng(3).random((129, 64))
    scan = KSpaceScan(sigma=0.0, partial=partial)
    k = np.fft.fft2(scan.acquired(image, np.random.default_rng(0)))
    mirrored = np.roll(k[::-1, ::-1], (1, 1), (0, 1)).conj()
    lost = np.abs(np.fft.fftfreq(129)) > (2 * partial - 1) / 2
    np.testing.assert_allclose(k[~lost], mirrored[~lost], atol=1e-8)
    full = np.abs(np.fft.fft2(image))
    np.testing.assert_allclose(np.abs(k - mirrored)[lost], full[lost], rtol=1e-6)
    assert (scan.weights(image.shape)[:, 0] > 0).mean() == pytest.approx(partial, abs=0.01)


def test_partial_fourier_blurs_the_magnitude_along_the_rows_alone() -> None:
    point = np.zeros((128, 128), np.float32)
    point[64, 64] = 1
    spread = KSpaceScan(sigma=0.0, partial=0.625)(point, np.random.default_rng(0))
    assert spread.max() == pytest.approx(0.625, abs=0.01)
    assert spread[64, 65] < 1e-6 < 0.1 < spread[65, 64]


def test_the_phase_of_the_object_is_smooth_bounded_and_invisible_in_the_magnitude() -> None:
    image = ones(100, 64).astype(float)
    scan = KSpaceScan(sigma=0.0, phase=1.2)
    z = scan.acquired(image, np.random.default_rng(4))
    assert np.abs(np.angle(z)).max() == pytest.approx(1.2, rel=1e-6)
    np.testing.assert_allclose(np.abs(z), 100, rtol=1e-9)
    assert np.abs(np.diff(np.angle(z), n=3, axis=0)).max() < 1e-9


def test_filter_of_ones_passes_everything() -> None:
    samples = np.random.default_rng(5).random((7, 9))
    np.testing.assert_allclose(passed(samples, np.ones((7, 9))), samples, atol=1e-12)


@pytest.mark.parametrize("order", [1, 2, 3])
def test_bias_is_the_exponential_of_a_polynomial_of_the_stated_size(order: int) -> None:
    log = np.log(BiasField(0.3, order)(ones(50, 64), np.random.default_rng(6)).astype(float) / 50)
    assert np.abs(log).max() == pytest.approx(0.3, rel=1e-4)
    y, x = np.mgrid[-1:1:64j, -1:1:64j]
    terms = [(y**i * x**j).ravel() for i in range(order + 1) for j in range(order + 1 - i)]
    basis = np.stack(terms, 1)
    fitted = basis @ np.linalg.lstsq(basis, log.ravel(), rcond=None)[0]
    np.testing.assert_allclose(fitted, log.ravel(), atol=1e-5)


def test_impossible_scans_are_refused() -> None:
    for wrong in (
        lambda: KSpaceScan(sigma=-1.0),
        lambda: KSpaceScan(sigma=1.0, kept=(0.0, 1.0)),
        lambda: KSpaceScan(sigma=1.0, partial=0.4),
        lambda: KSpaceScan(sigma=1.0, g_max=0.5),
        lambda: BiasField(-0.1),
    ):
        with pytest.raises(ClearsliceError, match="degradation's"):
            wrong()
