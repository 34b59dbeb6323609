"""Filters and denoisers against scikit-image and scipy in one piece, and against known noise."""

import threading

import numpy as np
import pytest
from scipy import ndimage
from skimage import data, filters, restoration

from core.degrade import low_dose
from core.enhance.denoisers import Bilateral, NonLocalMeans, TotalVariation, Wavelet
from core.enhance.filters import Gaussian, Median, Unsharp
from core.enhance.method import SliceContext
from core.enhance.registry import METHODS, declared
from core.errors import Cancelled
from core.noise import estimate
from core.stop import Stop

DENOISERS = (NonLocalMeans(), TotalVariation(), Bilateral(), Wavelet())
LOCAL = (Gaussian(), Median(), Unsharp(), *DENOISERS)
CONTEXT = SliceContext("CT", "HU", (-160, 240))


@pytest.fixture(scope="module")
def clean():
    """A picture on the scale of CT."""
    smooth = ndimage.gaussian_filter(data.camera().astype(np.float32), 1)
    return np.hstack((smooth[20:500, 80:430], smooth[20:500, 100:400])) * 6 - 1000


@pytest.fixture(scope="module")
def noisy(clean):
    return clean + np.random.default_rng(3).normal(0, 30, clean.shape).astype(np.float32)


def oracles(values):
    """What scikit-image and scipy give in one piece, in float64, for the default parameters."""
    x, noise = values.astype(np.float64), estimate(values)
    low = x.min()
    return {
        "gaussian": ndimage.gaussian_filter(x, 0.8),
        "median": ndimage.median_filter(x, 3),
        "unsharp": filters.unsharp_mask(x, 2.0, 0.5, preserve_range=True),
        "nlm": restoration.denoise_nl_means(x, 5, 6, h=0.8 * noise),
        "tv": restoration.denoise_tv_chambolle(x, 0.8 * noise, eps=0, max_num_iter=50),
        "bilateral": low + restoration.denoise_bilateral(
            x - low, 7, 1.5 * noise, 1.5, bins=1_000_000, mode="reflect"
        ),
        "wavelet": restoration.denoise_wavelet(x, noise, wavelet="sym4", method="BayesShrink", mode="soft"),
    }  # fmt: skip


@pytest.mark.parametrize("method", LOCAL, ids=lambda m: m.name)
def test_against_scikit_image_in_one_piece(method, noisy):
    """The picture is larger than one strip, so this also shows that strips leave no seam."""
    out = method(noisy, CONTEXT, Stop())
    np.testing.assert_allclose(out, oracles(noisy)[method.name], atol=0.5)


@pytest.mark.parametrize("method", LOCAL, ids=lambda m: m.name)
def test_input_is_left_alone(method, noisy):
    values = noisy.copy()
    values.setflags(write=False)
    out = method(values, CONTEXT, Stop())
    assert out.dtype == np.float32
    assert out.shape == values.shape
    assert not np.shares_memory(out, values)
    assert np.array_equal(values, noisy)


@pytest.mark.parametrize("method", DENOISERS, ids=lambda m: m.name)
@pytest.mark.parametrize("modality", ["CT", "MR", "DX"])
def test_denoisers_bring_a_noisy_image_nearer_to_the_clean_one(method, modality, clean):
    scale = clean if modality == "CT" else (clean - clean.min()) / 10
    worse = low_dose(scale, modality, {"CT": 25.0, "MR": 5.0, "DX": 3.0}[modality], np.random.default_rng(1))
    out = method(worse, SliceContext(modality, "", (0, 1)), Stop())
    inside = scale > np.percentile(scale, 30)  # where the Rician floor does not hide the noise
    before, after = (np.sqrt(np.mean((x - scale)[inside] ** 2)) for x in (worse, out))
    assert after < 0.95 * before


@pytest.mark.parametrize("method", DENOISERS, ids=lambda m: m.name)
def test_denoisers_follow_the_noise(method, noisy):
    """The same picture in other units gives the same result in those units."""
    scaled = method(noisy * 0.01 + 7, CONTEXT, Stop())
    np.testing.assert_allclose((scaled - 7) * 100, method(noisy, CONTEXT, Stop()), atol=0.6)


@pytest.mark.parametrize("kind", [NonLocalMeans, TotalVariation, Bilateral, Wavelet])
def test_rician_floor_is_taken_off_magnitude_images(kind, clean):
    """On MR dark areas come down to the truth and bright ones stay; on CT nothing happens."""
    truth = clean - clean.min()
    truth[:, :100] = 0
    magnitude = low_dose(truth, "MR", 5.0, np.random.default_rng(1))
    plain, corrected = (
        kind(floor=f)(magnitude, SliceContext("MR", "", (0, 1)), Stop()) for f in (False, True)
    )
    assert corrected[:, :90].mean() < 0.35 * plain[:, :90].mean()
    bright = truth > 20 * estimate(magnitude)
    np.testing.assert_allclose(corrected[bright], plain[bright], rtol=0.01)
    ct = kind(floor=True)(magnitude, CONTEXT, Stop())
    assert np.array_equal(ct, kind(floor=False)(magnitude, CONTEXT, Stop()))


@pytest.mark.parametrize("method", LOCAL, ids=lambda m: m.name)
def test_mean_hounsfield_units_are_kept(method, noisy):
    assert type(method).keeps_units
    assert abs(float(np.mean(method(noisy, CONTEXT, Stop()) - noisy))) < 1


@pytest.mark.parametrize("method", LOCAL, ids=lambda m: m.name)
@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (5, 3), (33, 17), (40, 40)])
def test_any_size(method, shape):
    values = np.random.default_rng(0).normal(0, 10, shape).astype(np.float32)
    out = method(values, CONTEXT, Stop())
    assert out.shape == shape
    assert np.isfinite(out).all()


@pytest.mark.parametrize("method", LOCAL, ids=lambda m: m.name)
def test_constant_image_stays(method):
    values = np.full((60, 70), -1024, np.float32)
    assert np.array_equal(method(values, CONTEXT, Stop()), values)


@pytest.mark.parametrize("method", LOCAL, ids=lambda m: m.name)
def test_stopped_before(method, noisy):
    stop = Stop()
    stop.set()
    with pytest.raises(Cancelled):
        method(noisy, CONTEXT, stop)


@pytest.mark.parametrize(
    "method", [NonLocalMeans(), TotalVariation(), Median(radius=4)], ids=lambda m: m.name
)
def test_stopped_midway(method):
    """A radiograph of 3 000² takes seconds; the request comes after a fraction of that."""
    values = np.random.default_rng(0).normal(0, 10, (3000, 3000)).astype(np.float32)
    stop = Stop()
    timer = threading.Timer(0.5, stop.set)
    timer.start()
    with pytest.raises(Cancelled):
        method(values, CONTEXT, stop)
    timer.join()


@pytest.mark.parametrize("name", METHODS)
def test_every_parameter_declares_what_a_slider_needs(name):
    method = METHODS[name]
    assert method.name == name
    assert method.label
    assert method.purpose.endswith(".")
    for item in declared(name):
        assert item.label
        if isinstance(item.default, (str, bool)):
            continue
        assert item.minimum <= item.default <= item.maximum
        assert 0 < item.step <= item.maximum - item.minimum
        assert item.check(item.default) == item.default
