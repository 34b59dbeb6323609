"""The benchmark's numbers against other people's: scikit-image, SciPy, theory, a slow loop."""

import numpy as np
import pytest
from scipy import ndimage, stats
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from core import degrade
from training.benchmark import Case
from training.contestants import Classical, rician_corrected
from training.gmsd import gmsd
from training.oracles import CT_SPECTRUM, Bm3d, OracleMeans
from training.statistics import by_subject


def case(modality: str, level: float, side: int = 96) -> Case:
    y, x = np.mgrid[0:side, 0:side] / side
    image = 0.5 + 0.3 * np.sin(9 * x) * np.cos(7 * y) + 0.2 * (x > y)
    scaled = {"CT": 300 * image - 100, "MR": 800 * image, "XR": 200 * image}[modality]
    return Case(3, "someone", modality, level, scaled.astype(np.float32))


def slow_gmsd(reference: np.ndarray, test: np.ndarray) -> float:
    """Pixel by pixel, from the paper."""

    def slope(image: np.ndarray, r: int, c: int) -> float:
        box = image[r - 1 : r + 2, c - 1 : c + 2]
        return float(np.hypot((box[:, 2] - box[:, 0]).sum() / 3, (box[2] - box[0]).sum() / 3))

    halves = [(i[::2, ::2] + i[1::2, ::2] + i[::2, 1::2] + i[1::2, 1::2]) / 4 for i in (reference, test)]
    padded = [np.pad(half, 1, mode="edge") for half in halves]
    steady = 170 / 255**2
    similar = []
    for r in range(1, padded[0].shape[0] - 1):
        for c in range(1, padded[0].shape[1] - 1):
            a, b = (slope(image, r, c) for image in padded)
            similar.append((2 * a * b + steady) / (a * a + b * b + steady))
    return float(np.std(similar))


def test_gmsd_is_that_of_the_paper() -> None:
    rng = np.random.default_rng(1)
    clean = ndimage.gaussian_filter(rng.random((40, 36)), 2)
    noisy = np.clip(clean + 0.05 * rng.standard_normal(clean.shape), 0, 1)
    assert gmsd(clean, clean) == 0
    assert gmsd(clean, noisy) == pytest.approx(slow_gmsd(clean, noisy), rel=1e-9)


@pytest.mark.parametrize(("modality", "unit"), [("CT", 1.0), ("MR", 0.01), ("XR", 0.01)])
def test_scores_are_those_of_scikit_image_in_both_ranges(modality: str, unit: float) -> None:
    one = case(modality, 50.0 if modality == "CT" else 6.0)
    scores = one.score(one.noisy)
    unit *= 1.0 if modality == "CT" else one.scale.factor
    for key, span in one.spans().items():
        a, b = (np.clip(i.astype(np.float64), span.low, span.high) for i in (one.clean, one.noisy))
        assert scores[f"mse_{key}"] == pytest.approx(np.mean((a - b) ** 2) / unit**2, rel=1e-4)
        expected = peak_signal_noise_ratio(a, b, data_range=span.width)
        assert scores[f"psnr_{key}"] == pytest.approx(expected, abs=1e-3)
        alike = structural_similarity(
            a, b, data_range=span.width, gaussian_weights=True, sigma=1.5, use_sample_covariance=False
        )
        assert scores[f"ssim_{key}"] == pytest.approx(alike, abs=1e-4)


def test_the_ranges_of_ct_are_fixed() -> None:
    spans = case("CT", 25.0).spans()
    assert (spans["window"].low, spans["window"].high) == (-160, 240)
    assert (spans["full"].low, spans["full"].high) == (-1024, 3071)


def test_a_case_is_the_same_every_time_and_another_at_another_level() -> None:
    assert np.array_equal(case("CT", 25.0).noisy, case("CT", 25.0).noisy)
    noise = [case("CT", level).noisy - case("CT", level).clean for level in (25.0, 50.0)]
    assert noise[0].std() == pytest.approx(25, rel=0.15)
    assert abs(np.corrcoef(noise[0].ravel(), noise[1].ravel())[0, 1]) < 0.1


def test_the_interval_is_that_of_scipy() -> None:
    values = np.random.default_rng(2).normal(30, 2, 14)
    mean = by_subject((str(i), float(v)) for i, v in enumerate(values))
    known = stats.bootstrap((values,), np.mean, n_resamples=20000, method="percentile", rng=3)
    assert mean.mean == pytest.approx(values.mean())
    assert mean.low == pytest.approx(known.confidence_interval.low, abs=0.1)
    assert mean.high == pytest.approx(known.confidence_interval.high, abs=0.1)


def test_many_slices_of_a_person_do_not_narrow_the_interval() -> None:
    few = by_subject([("a", 1.0), ("b", 2.0), ("c", 6.0)])
    many = by_subject([("a", 1.0), ("b", 2.0), ("c", 6.0)] * 50)
    assert few == many


def test_the_rician_correction_takes_the_floor_off_the_background() -> None:
    dark = Case(0, "someone", "MR", 5.0, np.pad(np.full((32, 32), 100.0, np.float32), 64))
    magnitude = np.sqrt(np.full_like(dark.clean, np.mean(dark.noisy[:60, :60] ** 2)))
    assert magnitude.mean() > dark.sigma
    assert rician_corrected(magnitude, dark).mean() < 0.3 * dark.sigma
    assert rician_corrected(magnitude, case("CT", 25.0)) is magnitude


def test_an_oracle_beats_the_noisy_slice_and_is_told_the_noise() -> None:
    one = case("CT", 50.0)
    assert one.psnr(OracleMeans(0.8, False)(one)) > one.psnr(one.noisy) + 3
    assert one.psnr(OracleMeans(0.01, False)(one)) == pytest.approx(one.psnr(one.noisy), abs=0.5)


def test_bm3d_is_told_the_spectrum_of_the_very_noise() -> None:
    one = Case(0, "someone", "CT", 25.0, np.zeros((64, 50), np.float32))
    told = Bm3d(1.0)._power(one)
    drawn = [degrade.low_dose(one.clean, "CT", 25.0, np.random.default_rng(k)) for k in range(400)]
    found = np.mean([np.abs(np.fft.fft2(noise)) ** 2 for noise in drawn], axis=0)
    assert told.mean() == pytest.approx(25**2 * 64 * 50, rel=1e-3)
    assert np.corrcoef(told.ravel(), found.ravel())[0, 1] > 0.99
    assert CT_SPECTRUM[0] == 0.15


def test_bm3d_removes_correlated_noise() -> None:
    pytest.importorskip("bm3d", reason="BM3D, for non-commercial use only, is not installed")
    one = case("CT", 50.0, 64)
    assert one.psnr(Bm3d(1.0)(one)) > one.psnr(one.noisy) + 3


def test_classical_methods_on_mr_are_corrected_and_say_their_setting() -> None:
    from core.recipe import Step

    one = Case(0, "someone", "MR", 8.0, np.pad(np.full((48, 48), 500.0, np.float32), 24))
    step = Step("gaussian", (("sigma", 1.7),))
    corrected, plain = (Classical(step, flag)(one) for flag in (True, False))
    assert np.abs(corrected[:16]).mean() < 0.7 * np.abs(plain[:16]).mean()
    assert Classical(step).setting == {"sigma": 1.7}
