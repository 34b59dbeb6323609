"""Contrast methods against scikit-image, ranks and arithmetic."""

import numpy as np
import pytest
from scipy import stats
from skimage import data, exposure

from core.enhance.contrast import Clahe, Equalize, Gamma, Stretch
from core.enhance.method import SliceContext
from core.errors import Cancelled
from core.stop import Stop

METHODS = (Equalize(), Clahe(), Stretch(), Gamma())


def context(low=0.0, high=4095.0, excluded=None):
    return SliceContext("MR", "", (low, high), excluded)


@pytest.fixture
def deep():
    """A smooth 16-bit picture: far more grey values than 8 bits hold."""
    rng = np.random.default_rng(5)
    picture = data.camera().astype(np.float32)[::2, ::2] * 16
    return np.clip(picture + rng.integers(0, 16, picture.shape), 0, 4095).astype(np.float32)


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.name)
def test_stays_in_the_display_range_and_leaves_its_input(method, deep):
    before = deep.copy()
    out = method(deep, context(500, 3000), Stop())
    assert out.dtype == np.float32
    assert out.shape == deep.shape
    assert out.min() >= 500
    assert out.max() <= 3000
    assert np.all(out[deep <= 500] == 500) or method.name == "clahe"
    assert np.array_equal(deep, before)


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.name)
def test_grey_values_are_not_merged(method):
    """A 16-bit ramp keeps (nearly) all of its 65 536 values: no 8-bit or 256-bin shortcut."""
    ramp = np.arange(65536, dtype=np.float32).reshape(256, 256)
    out = method(ramp, context(0, 65535), Stop())
    assert np.unique(out).size > 0.97 * 65536


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.name)
def test_padding_changes_nothing_elsewhere(method, deep):
    """What is under the padding has no influence on other pixels."""
    excluded = np.zeros(deep.shape, bool)
    excluded[:64] = True
    spoiled = np.where(excluded, np.float32(0), deep)
    other = np.where(excluded, np.float32(2000), deep)
    first, second = (method(v, context(excluded=excluded), Stop()) for v in (spoiled, other))
    assert np.array_equal(first[64:], second[64:])


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.name)
def test_inverted_range_mirrors(method, deep):
    """Where black is the higher value (MONOCHROME1), the picture on the screen is treated alike."""
    plain = method(deep, context(0, 4095), Stop())
    mirrored = method(4095 - deep, context(4095, 0), Stop())
    np.testing.assert_allclose(4095 - mirrored, plain, atol=0.1)


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.name)
@pytest.mark.parametrize("value", [-50.0, 7.0, 100.0])
def test_constant_images(method, value):
    out = method(np.full((20, 30), value, np.float32), context(0, 50), Stop())
    assert np.isfinite(out).all()
    assert np.ptp(out) == 0


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.name)
@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (5, 3), (33, 17)])
def test_any_size(method, shape):
    values = np.random.default_rng(0).random(shape, np.float32)
    assert method(values, context(0, 1), Stop()).shape == shape


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.name)
def test_stops(method, deep):
    stop = Stop()
    stop.set()
    with pytest.raises(Cancelled):
        method(deep, context(), stop)


def test_equalize_is_the_rank():
    """The equalized grey value is the share of darker or equal pixels, the darkest being black."""
    values = np.random.default_rng(3).permutation(10000).astype(np.float32).reshape(100, 100) ** 1.5
    out = Equalize()(values, context(0, float(values.max())), Stop()) / values.max()
    rank = stats.rankdata(values, "max") / values.size
    expected = (rank - rank.min()) / (1 - rank.min())
    np.testing.assert_allclose(out.ravel(), expected.ravel(), atol=2e-3)


def test_equalize_against_scikit_image(deep):
    out = Equalize()(deep, context(), Stop()) / 4095
    share = exposure.equalize_hist(deep, nbins=65536)
    np.testing.assert_allclose(out, (share - share.min()) / (1 - share.min()), atol=1e-3)


def test_equalize_ignores_what_the_window_hides(deep):
    """Air and bone beyond the window take no share of the grey values."""
    values = deep.copy()
    values[:100] = -1000
    out = Equalize()(values, context(), Stop())
    np.testing.assert_allclose(out[100:], Equalize()(values[100:], context(), Stop()), atol=1e-3)
    assert np.all(out[:100] == 0)


def test_clahe_against_scikit_image(deep):
    """Near scikit-image's with the same regions and limit (its borders and clipping rounds differ)."""
    out = Clahe(tiles=8, limit=2.0)(deep, context(), Stop()) / 4095
    oracle = exposure.equalize_adapthist(deep / 4095, kernel_size=32, clip_limit=2 / 256, nbins=256)
    assert np.corrcoef(out.ravel(), oracle.ravel())[0, 1] > 0.98


def test_clahe_limit_bounds_the_gain(deep):
    """In an image of one region throughout, no slope exceeds the limit; limit 1 changes nothing."""
    ramp = np.sort(np.random.default_rng(0).normal(2000, 80, 64 * 64)).astype(np.float32)
    ramp = np.tile(ramp.reshape(64, 64), (2, 2))
    for limit in (1.0, 3.0):
        out = Clahe(tiles=2, limit=limit)(ramp, context(), Stop())
        step, gain = np.diff(ramp, axis=1), np.diff(out, axis=1)
        assert np.all(np.abs(gain) <= limit * np.abs(step) + 1e-2)
    np.testing.assert_allclose(Clahe(limit=1.0)(ramp, context(), Stop()), ramp, atol=1e-2)


def test_stretch_moves_the_percentiles_to_the_ends(deep):
    out = Stretch(low=5.0, high=90.0)(deep, context(), Stop())
    low, high = np.percentile(deep, (5, 90))
    np.testing.assert_allclose(out, np.clip((deep - low) / (high - low), 0, 1) * 4095, atol=1e-2)


def test_gamma_is_a_power(deep):
    out = Gamma(gamma=2.0)(deep, context(), Stop())
    np.testing.assert_allclose(out, (deep / 4095) ** 2 * 4095, atol=1e-2)
