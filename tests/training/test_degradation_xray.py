"""Radiographic degradations against their transfer functions and photon statistics."""

import numpy as np
import pytest

from core.errors import ClearsliceError
from training.degradation.presentation import PresentationLut
from training.degradation.xray import Exposure, MtfBlur, Scatter
from training.degradation.xray_noise import DoseThinning, PoissonGaussian

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("sigma", [0.5, 0.7, 0.9])
@pytest.mark.parametrize("cycles", [8, 32, 64, 120])
def test_a_sine_fades_by_the_mtf(sigma: float, cycles: int) -> None:
    # A cosine on the mirrored grid of 256 pixels, f = cycles/256: an eigenfunction of the blur.
    f = cycles / 256
    wave = np.cos(2 * np.pi * f * (np.arange(256) + 0.5)).astype(np.float32)
    blurred = MtfBlur(sigma)(np.tile(wave, (16, 1)), RNG)
    amplitude = (blurred @ wave / (wave @ wave)).mean()
    assert amplitude == pytest.approx(np.exp(-2 * (np.pi * sigma * f) ** 2), abs=1e-5)


def test_mtf_measured_at_an_edge_as_the_standard_does() -> None:
    edge = np.tile(np.repeat(np.float32([0, 1]), 128), (16, 1))
    spread = np.diff(MtfBlur(0.8)(edge, RNG)[8].astype(float))
    mtf = np.abs(np.fft.rfft(spread, 256))
    f = np.fft.rfftfreq(256)
    np.testing.assert_allclose(mtf[:100], np.exp(-2 * (np.pi * 0.8 * f[:100]) ** 2), atol=0.01)
    assert f[np.argmin(np.abs(mtf - 0.5))] == pytest.approx(0.187 / 0.8, abs=0.004)


def test_blur_keeps_the_mean_and_a_flat_image() -> None:
    image = np.random.default_rng(1).random((61, 128)).astype(np.float32)
    assert MtfBlur(0.7)(image, RNG).mean() == pytest.approx(image.mean(), rel=1e-5)
    np.testing.assert_allclose(MtfBlur(5.0)(np.full((33, 20), 7, np.float32), RNG), 7, rtol=1e-5)


@pytest.mark.parametrize("ratio", [0.2, 1.0, 2.0])
def test_scatter_fraction_and_contrast_loss(ratio: float) -> None:
    primary = np.full((256, 256), 1000, np.float32)
    primary[120:136, 120:136] = 800
    total = Scatter(ratio, 60.0)(primary, RNG)
    fraction = (total - primary).sum(dtype=float) / total.sum(dtype=float)
    assert fraction == pytest.approx(ratio / (1 + ratio), rel=1e-4)
    contrast = 1 - total[128, 128] / total[128, 20]
    assert contrast == pytest.approx(0.2 / (1 + ratio), rel=0.03)


def test_exposure_is_beer_and_lambert() -> None:
    grey = np.float32([[100, 600, 1100]])
    exposure = Exposure(photons=1e4, black=100, span=1000, depth=4.0)(grey, RNG)
    np.testing.assert_allclose(exposure, [[1e4, 1e4 * np.exp(-2), 1e4 * np.exp(-4)]], rtol=1e-6)


@pytest.mark.parametrize("level", [5.0, 100.0, 2000.0])
def test_poisson_gaussian_mean_and_variance(level: float) -> None:
    step = PoissonGaussian(gain=2.0, electronic=6.0, offset=10.0)
    reading = step(np.full((400, 400), level, np.float32), np.random.default_rng(2))
    assert reading.mean() == pytest.approx(level + 10, rel=0.005)
    assert reading.var() == pytest.approx(2 * level + 36, rel=0.02)


@pytest.mark.parametrize("level", [20.0, 100.0, 2000.0])
def test_anscombe_makes_the_variance_one_and_its_inverse_undoes_it(level: float) -> None:
    step = PoissonGaussian(gain=2.0, electronic=3.0, offset=10.0)
    reading = step(np.full((400, 400), level, np.float32), np.random.default_rng(3))
    stable = step.stabilised(reading)
    assert stable.var() == pytest.approx(1, abs=0.04)
    positive = stable > 0
    np.testing.assert_allclose(step.restored(stable)[positive], reading[positive], rtol=1e-4, atol=1e-2)


def test_thinning_ends_at_the_variance_of_the_lower_dose() -> None:
    scene = np.repeat(np.float32([200, 1000, 4000]), 150)[None].repeat(400, 0)
    rng, dose = np.random.default_rng(4), 0.25
    full = PoissonGaussian(gain=2.0, electronic=10.0)(scene, rng)
    thin = DoseThinning(dose, gain=2.0, electronic=10.0)(full, rng)
    for left, level in ((0, 200), (150, 1000), (300, 4000)):
        part = thin[:, left : left + 150]
        # A detector reading d·I, scaled up by 1/d.
        assert part.var() == pytest.approx((2 * dose * level + 100) / dose**2, rel=0.04)
        assert part.mean() == pytest.approx(level, rel=0.01)


def test_thinning_to_the_full_dose_changes_nothing() -> None:
    scene = np.full((32, 32), 50, np.float32)
    np.testing.assert_array_equal(DoseThinning(1.0)(scene, np.random.default_rng(0)), scene)


def test_presentation_is_dark_in_air_grey_at_its_centre_and_bright_behind_bone() -> None:
    lut = PresentationLut(photons=1e5, centre=2.0, width=4.0, boost=0.0, top=4095)
    integrals = np.linspace(0, 6, 61)
    grey = lut((1e5 * np.exp(-integrals)).astype(np.float32)[None], RNG)[0]
    assert (np.diff(grey) > 0).all()
    assert grey[20] == pytest.approx(4095 / 2, rel=1e-4)
    assert np.diff(grey[19:22]).sum() / 0.2 == pytest.approx(4095 / 4, rel=0.01)
    assert 0 < grey[0] < 500
    assert 3900 < grey[-1] < 4095


def test_presentation_noise_follows_the_slope_of_the_curve() -> None:
    lut = PresentationLut(photons=1e5, boost=0.0)
    for p in (0.5, 2.0, 3.5):
        exposure = np.full((300, 300), 1e5 * np.exp(-p), np.float32)
        noisy = PoissonGaussian()(exposure, np.random.default_rng(5))
        share = 1 / (1 + np.exp(2.0 - p))
        slope = 4095 * share * (1 - share)  # dy/dp, width 4
        assert lut(noisy, RNG).std() == pytest.approx(slope * np.exp(p / 2) / np.sqrt(1e5), rel=0.03)


def test_unsharp_mask_overshoots_an_edge_by_half_its_boost() -> None:
    integrals = np.repeat(np.float32([1.9, 2.1]), 128)[None].repeat(32, 0)
    exposure = (1e6 * np.exp(-integrals)).astype(np.float32)
    flat, sharp = (PresentationLut(1e6, boost=b, radius=8.0)(exposure, RNG)[16] for b in (0.0, 0.6))
    # Beside the edge the blurred step is half way; the curve is straight there.
    step = flat[200] - flat[40]
    assert (sharp[128] - flat[128]) / step == pytest.approx(0.6 * 0.475, abs=0.01)
    assert sharp[200] == pytest.approx(flat[200], rel=1e-3)


def test_impossible_chains_are_refused() -> None:
    for wrong in (
        lambda: Exposure(0, 0, 1),
        lambda: MtfBlur(-1),
        lambda: Scatter(-0.1, 3),
        lambda: PoissonGaussian(gain=0),
        lambda: DoseThinning(1.5),
        lambda: PresentationLut(1e5, width=0),
    ):
        with pytest.raises(ClearsliceError, match="degradation's"):
            wrong()
