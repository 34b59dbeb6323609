"""A recipe on a frame: blending, padding, cache, words."""

import numpy as np
import pytest
from pydicom import Dataset
from scipy import ndimage

from core.enhance.enlarge import repeated
from core.enhance.network import Networks
from core.enhance.registry import METHODS
from core.errors import Cancelled, ClearsliceError
from core.frame import Frame, Rescale, StoredFormat
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop
from core.window import Window


def make_frame(stored, uid="1.2.3", modality="CT", padding=None, inverted=False):
    transform = Rescale(1, -1024, "HU") if modality == "CT" else Rescale()
    return Frame(
        uid, 1, stored, transform, StoredFormat(12, False), modality, Dataset(),
        windows=(Window(40, 400),) if modality == "CT" else (), padding=padding, inverted=inverted,
    )  # fmt: skip


@pytest.fixture
def stored():
    y, x = np.mgrid[-1:1:90j, -1:1:110j]
    noise = np.random.default_rng(0).normal(0, 20, x.shape)
    return np.clip(np.where(x**2 + y**2 < 0.7, 1064, 24) + noise, 0, 4095).astype(np.uint16)


@pytest.fixture
def pipeline(make_model):
    return Pipeline(Networks(make_model(), "cpu"))


GAUSSIAN = Recipe((Step("gaussian", (("sigma", 1.5),)),))


def test_one_step_is_the_method(pipeline, stored):
    frame = make_frame(stored)
    enhanced = pipeline.run(frame, GAUSSIAN, Stop())
    np.testing.assert_allclose(enhanced.image, ndimage.gaussian_filter(frame.values, 1.5), atol=1e-3)
    assert enhanced.base is frame.values
    assert enhanced.keeps_units
    assert (enhanced.model, enhanced.model_digest, enhanced.device) == ("", "", "")


def test_strength_blends_without_running_again(pipeline, stored):
    enhanced = pipeline.run(make_frame(stored), GAUSSIAN.with_strength(0.3), Stop())
    np.testing.assert_allclose(enhanced.image, 0.7 * enhanced.base + 0.3 * enhanced.full, atol=1e-3)
    assert enhanced.at(0) is enhanced.base
    assert enhanced.at(1) is enhanced.full
    other = pipeline.run(make_frame(stored), GAUSSIAN.with_strength(0.8), Stop())
    assert other.full is enhanced.full
    assert other.recipe.strength == 0.8


def test_steps_follow_each_other_with_their_strengths(pipeline, stored):
    frame = make_frame(stored)
    recipe = Recipe((Step("gaussian", (("sigma", 1.5),), 0.5), Step("median")))
    enhanced = pipeline.run(frame, recipe, Stop())
    first = 0.5 * frame.values + 0.5 * ndimage.gaussian_filter(frame.values, 1.5)
    np.testing.assert_allclose(enhanced.base, first, atol=1e-3)
    np.testing.assert_allclose(enhanced.full, ndimage.median_filter(first, 3), atol=1e-3)


def test_an_empty_recipe_is_the_original(pipeline, stored):
    frame = make_frame(stored)
    enhanced = pipeline.run(frame, Recipe(), Stop())
    assert enhanced.image is frame.values
    assert enhanced.label(1.0) == ""


def test_network_leaves_its_trace(pipeline, stored):
    enhanced = pipeline.run(make_frame(stored), Recipe((Step("cnn", strength=0.7),)), Stop())
    assert enhanced.model == "tiny"
    assert len(enhanced.model_digest) == 64
    assert enhanced.device == "cpu"
    assert enhanced.seconds > 0
    assert enhanced.label(0.7) == "AI PROCESSED · tiny · strength 70 %"
    assert np.std(enhanced.image - enhanced.base) > 0


def test_words_for_classical_methods_and_for_several(pipeline, stored):
    frame = make_frame(stored)
    clahe = pipeline.run(frame, Recipe((Step("clahe"),)), Stop())
    assert clahe.label(1.0) == "PROCESSED · CLAHE · strength 100 %"
    assert not clahe.keeps_units
    both = pipeline.run(frame, Recipe((Step("cnn", strength=0.7), Step("clahe"))), Stop())
    assert both.label(0.5) == "AI PROCESSED · tiny 70 % + CLAHE · strength 50 %"


def test_padding_stays_and_bleeds_nowhere(all_models, stored):
    """Whatever number means "no pixel", the picture beside it is the same."""
    pipeline = Pipeline(Networks(all_models, "cpu"))
    results: dict[str, list[np.ndarray]] = {}
    for number in (0, 4000):
        padded = np.clip(stored, 1, 3999)
        padded[:, :20] = number
        frame = make_frame(padded, uid=f"1.{number}", padding=(number, number))
        for method in METHODS:
            image = pipeline.run(frame, Recipe((Step(method),)), Stop()).image
            doubles = image.shape != frame.values.shape
            wide, before = (40, repeated(frame.values)) if doubles else (20, frame.values)
            assert np.array_equal(image[:, :wide], before[:, :wide]), method
            results.setdefault(method, []).append(image[:, wide:])
    for method, (first, second) in results.items():
        np.testing.assert_allclose(first, second, atol=1e-3, err_msg=method)


def test_source_arrays_are_never_written_to(pipeline, stored):
    stored.setflags(write=False)
    frame = make_frame(stored)
    for method in ("equalize", "stretch", "gamma", "tv"):
        enhanced = pipeline.run(frame, Recipe((Step(method),)), Stop())
        with pytest.raises(ValueError, match="read-only"):
            enhanced.full[0, 0] = 1
        with pytest.raises(ValueError, match="read-only"):
            enhanced.base[0, 0] = 1


def test_inverted_image_brightens_on_the_screen(pipeline, stored):
    """Gamma below 1 brightens what is seen, so it lowers the values of MONOCHROME1."""
    recipe = Recipe((Step("gamma", (("gamma", 0.5),)),))
    plain = pipeline.run(make_frame(stored, "1.1", "DX"), recipe, Stop())
    inverted = pipeline.run(make_frame(stored, "1.2", "DX", inverted=True), recipe, Stop())
    assert plain.image.mean() > plain.base.mean()
    assert inverted.image.mean() < inverted.base.mean()


def test_cnn_after_a_method_that_loses_hounsfield_units_is_refused(pipeline, stored):
    with pytest.raises(ClearsliceError, match="needs CT values in HU"):
        pipeline.run(make_frame(stored), Recipe((Step("equalize"), Step("cnn"))), Stop())


def test_colour_is_refused(pipeline):
    frame = make_frame(np.zeros((20, 20, 3), np.uint8), modality="US")
    with pytest.raises(ClearsliceError, match="colour image"):
        pipeline.run(frame, GAUSSIAN, Stop())


def test_stopped_run_is_not_kept(pipeline, stored):
    stop = Stop()
    stop.set()
    with pytest.raises(Cancelled):
        pipeline.run(make_frame(stored), GAUSSIAN, stop)
    assert pipeline.run(make_frame(stored), GAUSSIAN, Stop()).full.shape == stored.shape


def test_cache_keeps_to_its_limit(make_model, stored):
    size = 3 * stored.size * 4
    pipeline = Pipeline(Networks(make_model(), "cpu"), cache_bytes=2 * size)
    frames = [make_frame(stored, uid=f"1.{n}") for n in range(3)]
    first, second, third = (pipeline.run(frame, GAUSSIAN, Stop()).full for frame in frames)
    assert pipeline.run(frames[2], GAUSSIAN, Stop()).full is third
    assert pipeline.run(frames[1], GAUSSIAN, Stop()).full is second
    assert pipeline.run(frames[0], GAUSSIAN, Stop()).full is not first
