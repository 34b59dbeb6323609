import json

import numpy as np
import pytest

from core.enhance.spec import ModelSpec, Scale
from core.errors import ClearsliceError


def spec() -> ModelSpec:
    return ModelSpec("test", "1", noise_range={"CT": (0.001, 0.02)})


@pytest.mark.parametrize(
    ("modality", "low", "high"), [("CT", -1024, 3071), ("MR", 0, 4000), ("DX", 0, 16383)]
)
def test_round_trip_is_exact_to_a_thousandth_of_a_unit(modality: str, low: float, high: float) -> None:
    values = np.random.default_rng(0).uniform(low, high, (61, 47)).astype(np.float32)
    normalised, scale = spec().normalise(values, modality)
    restored = spec().restore(normalised, scale)
    assert np.abs(restored - values).max() <= 1e-3


def test_ct_scale_is_fixed_and_not_clipped() -> None:
    values = np.float32([[-3000, -1024], [0, 9000]])
    normalised, scale = spec().normalise(values, "CT")
    assert scale == Scale(-1024.0, 4096.0)
    np.testing.assert_allclose(normalised, (values + 1024) / 4096, rtol=1e-6)


def test_mr_is_invariant_to_the_scanner_gain() -> None:
    values = np.abs(np.random.default_rng(1).normal(300, 200, (64, 64))).astype(np.float32)
    one, _ = spec().normalise(values, "MR")
    two, _ = spec().normalise(values * 7, "MR")
    np.testing.assert_allclose(one, two, rtol=1e-5)


def test_padding_neither_scales_nor_enters() -> None:
    values = np.random.default_rng(2).uniform(100, 200, (40, 40)).astype(np.float32)
    padded = values.copy()
    padded[:10] = -32768
    normalised, scale = spec().normalise(padded, "DX", padded < -1000)
    assert scale == spec().scale(values[10:], "DX")
    assert normalised.min() > -0.1


def test_thumbnail_preserves_the_mean_at_any_size() -> None:
    for shape in ((512, 512), (100, 333), (40, 70)):
        image = np.random.default_rng(3).normal(size=shape).astype(np.float32)
        thumbnail = spec().context(image)
        assert thumbnail.shape == (64, 64)
        assert thumbnail.mean() == pytest.approx(image.mean(), abs=1e-5)
    block = np.kron(np.arange(64 * 64, dtype=np.float32).reshape(64, 64), np.ones((8, 8), np.float32))
    np.testing.assert_allclose(spec().context(block), np.arange(64 * 64).reshape(64, 64), rtol=1e-5)


def test_json_round_trip_and_refusals() -> None:
    assert ModelSpec.from_json(spec().to_json()) == spec()
    for change in ({"sharpness": 1}, {"normalisation": {"CT": {"kind": "fixed", "gamma": 2}}}):
        with pytest.raises(ClearsliceError, match="newer"):
            ModelSpec.from_json(json.dumps({**json.loads(spec().to_json()), **change}))
    for text in ("{", "[1]", '{"name": "x", "version": "1", "noise_range": 3}'):
        with pytest.raises(ClearsliceError):
            ModelSpec.from_json(text)


def test_modalities_outside_the_training_are_refused() -> None:
    with pytest.raises(ClearsliceError, match="US"):
        spec().scale(np.zeros((4, 4), np.float32), "US")
    only_ct = ModelSpec("ct", "1", modalities=("CT",))
    with pytest.raises(ClearsliceError, match="not trained on MR"):
        only_ct.one_hot("MR")


def test_sigma_is_normalised_and_held_to_the_trained_range() -> None:
    scale = Scale(-1024, 4096)
    assert spec().sigma(40.96, "CT", scale) == pytest.approx(0.01)
    assert spec().sigma(4000, "CT", scale) == pytest.approx(0.02)
