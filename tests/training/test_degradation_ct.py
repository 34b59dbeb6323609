"""CT degradations against the theory of filtered backprojection and photon counting."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from core.errors import ClearsliceError
from training.degradation.ct_artifacts import PhotonStarvation, Rings
from training.degradation.ct_geometry import MU_WATER, SHARP, SOFT, STANDARD, Beam, Kernel, ParallelScan
from training.degradation.ct_projection import ProjectionNoise, SpectralNoise, dose_variance

SCAN = ParallelScan(pixel_mm=2.0, views=90)
BEAM = Beam(photons=1e5, electronic=10)


def water(rows: int = 128, columns: int = 128, half_width: float = 50, half_height: float = 50) -> np.ndarray:
    """An ellipse of water in air, HU; half axes in pixels."""
    y, x = np.mgrid[:rows, :columns]
    inside = ((x - columns // 2) / half_width) ** 2 + ((y - rows // 2) / half_height) ** 2 < 1
    return np.where(inside, 0, -1000).astype(np.float32)


def rings_of(power: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Frequencies in cycles/pixel and the power averaged over rings."""
    f = np.hypot(*np.meshgrid(*(np.fft.fftfreq(n) for n in power.shape), indexing="ij"))
    edges = np.linspace(0, 0.5, 26)
    means = [power[(f >= a) & (f < b)].mean() for a, b in pairwise(edges)]
    return edges[:-1] + 0.01, np.array(means)


def lag_one(noise: np.ndarray) -> float:
    pairs = (noise[1:] * noise[:-1]).mean(), (noise[:, 1:] * noise[:, :-1]).mean()
    return float(np.mean(pairs) / noise.var())


def reconstructed_noise(kernel: Kernel, seed: int = 0) -> np.ndarray:
    """The middle of a reconstruction of white projection noise of SD 0.01."""
    white = 0.01 * np.random.default_rng(seed).standard_normal((363, 400))
    scan = ParallelScan(pixel_mm=1.0, views=400)
    return scan.reconstructed(white, (256, 256), kernel)[48:208, 48:208]


def test_a_water_disc_has_the_line_integral_of_its_diameter() -> None:
    integrals = SCAN.line_integrals(water())
    assert integrals.max(0) == pytest.approx(MU_WATER * 200, rel=0.03)


def test_projecting_and_reconstructing_a_disc_gives_it_back() -> None:
    hu = water()
    image = SCAN.reconstructed(SCAN.line_integrals(hu), hu.shape, SHARP) - 1000
    assert image[40:88, 40:88].mean() == pytest.approx(0, abs=10)
    assert image[:4].mean() == pytest.approx(-1000, abs=20)


def test_reconstruction_keeps_its_place_in_an_oblong_image() -> None:
    hu = np.full((90, 128), -1000, np.float32)
    hu[20:30, 80:96] = 0
    image = SCAN.reconstructed(SCAN.line_integrals(hu), hu.shape, SOFT)
    weights = image.clip(300) - 300
    y, x = np.mgrid[:90, :128]
    assert (weights * y).sum() / weights.sum() == pytest.approx(24.5, abs=0.3)
    assert (weights * x).sum() / weights.sum() == pytest.approx(87.5, abs=0.3)


def test_dose_variance_is_what_counting_statistics_say() -> None:
    rng, dose, size = np.random.default_rng(1), 0.25, 400_000
    for p in (0.5, 3.0, 6.0):
        full, low = (
            np.log(n / (rng.poisson(n * np.exp(-p), size) + rng.normal(0, np.sqrt(10), size)))
            for n in (1e5, 1e5 * dose)
        )
        expected = dose_variance(np.array(p), dose, np.array(1e5), 10.0)
        assert low.var() - full.var() == pytest.approx(float(expected), rel=0.05)


def test_no_noise_is_lacking_at_full_dose() -> None:
    hu = water(64, 64, 25, 25)
    same = ProjectionNoise(1.0, SCAN, BEAM)(hu, np.random.default_rng(0))
    np.testing.assert_array_equal(same, hu)


def test_a_bowtie_takes_photons_from_the_edge_of_the_field() -> None:
    fluence = Beam(1e5, bowtie=1.0).fluence(101).ravel()
    assert fluence[50] == pytest.approx(1e5)
    assert fluence[[0, -1]] == pytest.approx(1e5 / np.e)


@pytest.mark.parametrize("kernel", [SOFT, STANDARD, SHARP])
def test_reconstructed_white_noise_has_the_sd_of_the_formula(kernel: Kernel) -> None:
    noise = reconstructed_noise(kernel)
    scan = ParallelScan(pixel_mm=1.0, views=400)
    expected = scan.noise_sd(np.full((363, 10), 1e-4), (256, 256), kernel)[48:208, 48:208]
    assert np.ptp(expected) < 1e-3 * expected.mean()
    assert noise.std() == pytest.approx(expected.mean(), rel=0.05)


def test_projection_noise_map_agrees_with_repeated_scans() -> None:
    step = ProjectionNoise(0.25, SCAN, BEAM, STANDARD)
    hu = water(96, 96, 40, 30)
    rng = np.random.default_rng(2)
    noise = np.stack([step(hu, rng) - hu for _ in range(6)])
    expected = step.noise_map(hu)
    for part in (np.s_[40:56, 40:56], np.s_[10:26, 36:60], np.s_[36:60, 0:16]):
        measured = np.sqrt((noise[(slice(None), *part)] ** 2).mean())
        assert measured == pytest.approx(np.sqrt((expected[part] ** 2).mean()), rel=0.12)
    assert expected[48, 48] > 1.3 * expected[2, 2]


def test_a_quarter_of_the_views_projected_makes_the_same_noise() -> None:
    step = ProjectionNoise(0.25, ParallelScan(1.5, 180), BEAM, projected=180)
    hu = water(128, 128, 60, 40)
    hu[50:70, 80:90] = 700
    every, fourth = (s(hu, np.random.default_rng(9)) - hu for s in (step, replace(step, projected=45)))
    assert (every - fourth).std() < 0.05 * every.std()
    assert fourth.std() == pytest.approx(every.std(), rel=0.01)


def test_noise_spectrum_moves_up_with_the_sharpness_of_the_kernel() -> None:
    peaks = []
    for kernel in (SOFT, STANDARD, SHARP):
        noise = reconstructed_noise(kernel, seed=3)
        f, power = rings_of(np.abs(np.fft.fft2(noise * np.outer(np.hanning(160), np.hanning(160)))) ** 2)
        peaks.append(f[np.argmax(np.convolve(power, np.ones(3) / 3, "same"))])
        if kernel is SOFT:
            assert 0.5 <= lag_one(noise) <= 0.7
            # Ramp² · Hann² / f, lowered by the linear interpolation between detector elements.
            theory = f * np.cos(np.pi * np.minimum(f, 0.5)) ** 4 * np.sinc(f) ** 4
            np.testing.assert_allclose(power / power.sum(), theory / theory.sum(), atol=0.015)
    assert 0.10 <= peaks[0] <= 0.20
    assert peaks[0] < peaks[1] < peaks[2]


def test_spectral_form_has_the_noise_map_and_the_correlation_of_the_scan() -> None:
    projection = ProjectionNoise(0.25, SCAN, BEAM)
    hu = water()
    fast = SpectralNoise(replace(projection, projected=16))
    noise = fast(hu, np.random.default_rng(4)) - hu
    relative = noise / projection.noise_map(hu)
    assert relative.std() == pytest.approx(1, rel=0.05)
    assert 0.5 <= lag_one(relative) <= 0.7
    assert noise[54:74, 54:74].std() > 1.3 * noise[:16, :16].std()


def test_starved_scan_agrees_with_inserted_noise_where_photons_are_many() -> None:
    hu, rng = water(96, 96, 40, 40), np.random.default_rng(5)
    noise = PhotonStarvation(1.0, SCAN, Beam(1e5, 0), STANDARD)(hu, rng) - hu
    # All the noise of a scan with N0 counts is what halving the dose of one with 2·N0 adds, twice.
    lacking = ProjectionNoise(0.5, SCAN, Beam(1e5, 0), STANDARD).noise_map(hu)
    assert noise[30:66, 30:66].std() == pytest.approx(lacking[30:66, 30:66].mean(), rel=0.1)
    assert abs(noise[30:66, 30:66].mean()) < 10


@pytest.mark.parametrize("turns", [0, 1])
def test_starvation_streaks_run_along_the_long_axis(turns: int) -> None:
    # Some two photons of a ray survive the long axis of this ellipse.
    hu = np.rot90(water(96, 96, 46, 10), turns)
    step = PhotonStarvation(0.02, ParallelScan(4.0, 90), Beam(1e5, 10), STANDARD)
    rng = np.random.default_rng(6)
    noise = np.stack([np.rot90(step(hu, rng) - hu, -turns)[42:54, 20:76] for _ in range(4)])
    along = (noise[:, :, 4:] * noise[:, :, :-4]).mean() / (noise**2).mean()
    across = (noise[:, 4:] * noise[:, :-4]).mean() / (noise**2).mean()
    assert along > 0.45
    assert abs(across) < 0.25


def test_a_scan_without_photons_reads_too_low() -> None:
    # max(N', 1) bounds every line integral by ln(a·N0) = 5.3; the ellipse has up to 7.2.
    hu = water(96, 96, 46, 10)
    step = PhotonStarvation(0.002, ParallelScan(4.0, 90), Beam(1e5, 10), STANDARD)
    error = step(hu, np.random.default_rng(6)) - hu
    assert error[42:54, 20:76].mean() < -100


def test_rings_are_round() -> None:
    hu = water()
    rings = Rings(SCAN, share=0.3, sigma=0.01)(hu, np.random.default_rng(7)) - hu
    y, x = np.mgrid[:128, :128] - 64
    radius = np.rint(np.hypot(x, y)).astype(int)
    inner = (radius > 8) & (radius < 56)
    mean = np.bincount(radius.ravel(), rings.ravel()) / np.bincount(radius.ravel())
    assert np.var((rings - mean[radius])[inner]) < 0.25 * np.var(rings[inner])
    assert rings.std() > 1


def test_tuned_detectors_make_no_rings() -> None:
    hu = water(64, 64, 25, 25)
    np.testing.assert_array_equal(Rings(SCAN, share=0.0)(hu, np.random.default_rng(0)), hu)


def test_impossible_scans_are_refused() -> None:
    for wrong in (
        lambda: ProjectionNoise(0.0, SCAN, BEAM),
        lambda: ProjectionNoise(math.nan, SCAN, BEAM),
        lambda: Beam(photons=0),
        lambda: Kernel(0.0),
        lambda: Rings(SCAN, share=1.5),
    ):
        with pytest.raises(ClearsliceError, match="degradation's"):
            wrong()


def test_projections_of_rings_are_the_gain_error_seen_from_both_sides() -> None:
    flat = np.full((129, 129), -1000, np.float32)
    rings = Rings(SCAN, share=1.0, sigma=0.01, kernel=SHARP)(flat, np.random.default_rng(8)) - flat
    # Lifted above air, because attenuation below 0 is cut off.
    measured = SCAN.line_integrals(rings) - SCAN.line_integrals(np.zeros_like(rings))
    middle = len(measured) // 2
    inner = measured[middle - 50 : middle + 51]
    mean = inner.mean(1)
    # The same from every angle, from left and right; as large as the mean of two errors of 1 %.
    assert np.corrcoef(inner[:, 0], inner[:, 45])[0, 1] > 0.9
    assert np.corrcoef(mean, mean[::-1])[0, 1] > 0.9
    assert 0.4 < mean.std() / (0.01 / np.sqrt(2)) < 1.2
