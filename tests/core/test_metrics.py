"""PSNR, SSIM, MSE against scikit-image and against pencil and paper."""

import math

import numpy as np
import pytest
from skimage import data, metrics

from core.errors import Cancelled, ClearsliceError
from core.metrics import Scores, Span, compare, mean_scores, mse, psnr, ssim
from core.stop import Stop
from core.window import Window


@pytest.fixture
def pair(rng):
    reference = data.camera().astype(np.float32)[100:300, 50:310] * 16 - 1024
    return reference, reference + rng.normal(0, 40, reference.shape).astype(np.float32)


@pytest.fixture
def rng():
    return np.random.default_rng(20240607)


def test_against_scikit_image(pair):
    reference, test = pair
    assert mse(reference, test) == pytest.approx(metrics.mean_squared_error(reference, test), rel=1e-6)
    expected = metrics.peak_signal_noise_ratio(reference, test, data_range=4096)
    assert psnr(reference, test, 4096) == pytest.approx(expected, abs=1e-4)
    expected = metrics.structural_similarity(
        reference.astype(float), test.astype(float), data_range=4096,
        gaussian_weights=True, sigma=1.5, use_sample_covariance=False,
    )  # fmt: skip
    assert ssim(reference, test, 4096) == pytest.approx(expected, abs=1e-6)


def test_ssim_in_strips_is_ssim_in_one_piece(rng):
    reference = rng.normal(0, 100, (331, 1500)).astype(np.float32)
    test = reference + rng.normal(0, 30, reference.shape).astype(np.float32)
    expected = metrics.structural_similarity(
        reference.astype(float), test.astype(float), data_range=600,
        gaussian_weights=True, sigma=1.5, use_sample_covariance=False,
    )  # fmt: skip
    assert ssim(reference, test, 600) == pytest.approx(expected, abs=1e-6)


def test_ssim_stops():
    stop = Stop()
    stop.set()
    image = np.zeros((32, 32), np.float32)
    with pytest.raises(Cancelled):
        ssim(image, image, 1.0, stop=stop)


def test_psnr_by_hand():
    reference = np.zeros((20, 20), np.float32)
    assert psnr(reference, reference + 4, 400) == pytest.approx(40.0)


def test_identical_images(pair):
    reference, _ = pair
    scores = compare(reference, reference, Window(40, 400))
    assert math.isinf(scores.psnr)
    assert scores.ssim == pytest.approx(1.0)
    assert scores.mse == scores.rmse == 0


def test_compare_clips_both_to_the_window():
    reference = np.full((20, 20), 1000, np.float32)
    test = np.full((20, 20), 3000, np.float32)
    assert math.isinf(compare(reference, test, Span(-160, 240, "soft tissue")).psnr)
    assert compare(reference, test, Span(-1024, 3072, "full")).mse == pytest.approx(2000**2)


def test_scores_name_their_range():
    image = np.zeros((16, 16), np.float32)
    scores = compare(image, image + 1, Window(40, 400))
    assert scores.data_range == pytest.approx(400)
    assert str(scores.span) == "window C 40 W 400: -160 to 240"


def test_span_of_image_leaves_padding_out():
    image = np.asarray([[-2000, 5], [7, 9]], np.float32)
    span = Span.of_image(image, image == -2000)
    assert (span.low, span.high) == (5, 9)


def test_padding_is_not_counted(pair):
    reference, test = pair
    excluded = np.zeros(reference.shape, bool)
    excluded[:, :100] = True
    spoiled = test.copy()
    spoiled[:, :100] = -30000
    span = Span(-1024, 3072, "full")
    assert compare(reference, spoiled, span, excluded).mse == compare(reference, test, span, excluded).mse


def test_mean_over_frames():
    span = Span(0, 1, "unit")
    mean = mean_scores((Scores(30, 0.8, 2, span), Scores(40, 0.9, 4, span)))
    assert (mean.psnr, mean.mse) == (35, 3)
    assert mean.ssim == pytest.approx(0.85)
    with pytest.raises(ClearsliceError, match="cannot be averaged"):
        mean_scores((Scores(30, 0.8, 2, span), Scores(40, 0.9, 4, Span(0, 2, "other"))))


def test_refusals():
    small = np.zeros((8, 8), np.float32)
    with pytest.raises(ClearsliceError, match="different size"):
        mse(small, np.zeros((8, 9), np.float32))
    with pytest.raises(ClearsliceError, match="at least 11 pixels"):
        ssim(small, small, 1.0)
    with pytest.raises(ClearsliceError, match="range of values"):
        Span(1, 1, "nothing")
