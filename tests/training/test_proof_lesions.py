"""Inserted lesions: where they lie, how large they are, and what is read of them."""

import numpy as np
import pytest
from scipy import ndimage

from training.proof.grounds import APART, SIDE, flat_places, uniform
from training.proof.lesions import INPUT, NETWORK
from training.proof.observer import Study
from training.proof.reading import (
    DIAMETERS,
    LESIONS,
    PIXEL_MM,
    Lesion,
    Readings,
    channels,
    profile,
    read_all,
    with_lesions,
)


@pytest.mark.parametrize("diameter", DIAMETERS)
def test_profile_has_the_area_of_its_disc_and_lies_in_the_middle(diameter: float) -> None:
    disc = profile(diameter).astype(np.float64)
    assert disc.sum() * PIXEL_MM**2 == pytest.approx(np.pi * diameter**2 / 4, rel=5e-3)
    assert ndimage.center_of_mass(disc) == pytest.approx((SIDE // 2, SIDE // 2), abs=1e-3)
    assert disc.max() <= 1 + 1e-6


def test_lesions_add_their_contrast_and_nothing_else() -> None:
    clean = np.full((200, 200), 40, np.float32)
    there = {(60, 60): Lesion(10, 15), (60, 100): Lesion(5, 20)}
    image = with_lesions(clean, there)
    assert image[60, 60] == pytest.approx(55, abs=0.01)
    assert image[60, 60 + 20] == 40
    added = (image - clean).sum(dtype=np.float64) * PIXEL_MM**2
    assert added == pytest.approx(np.pi / 4 * (15 * 100 + 20 * 25), rel=3e-3)


def test_places_are_flat_apart_and_whole() -> None:
    rng = np.random.default_rng(0)
    slice_ = np.full((256, 256), 60, np.float32)
    slice_[:, 128:] += ndimage.gaussian_filter(rng.normal(0, 1, (256, 128)), 4) * 800  # vessels and fat
    places = np.array(flat_places(slice_ + rng.normal(0, 12, slice_.shape).astype(np.float32)))
    assert len(places) >= 8
    assert (places[:, 1] < 128).all()
    assert (places >= SIDE // 2).all()
    distances = np.abs(places[:, None] - places[None]).max(-1)[~np.eye(len(places), dtype=bool)]
    assert distances.min() >= APART


@pytest.fixture(scope="module")
def readings() -> dict[Lesion, Readings]:
    half = np.float32(0.5)
    ways = {
        INPUT: lambda values: values,
        NETWORK: lambda values: half * values,
        "blurred": lambda values: ndimage.gaussian_filter(values, 2.0),
        "blended": lambda values: values + np.float32(0.7) * (half * values - values),
    }
    return read_all([uniform()], ways, 40, lambda line: None)


def test_all_kinds_are_read_often_enough(readings: dict[Lesion, Readings]) -> None:
    assert set(readings) == set(LESIONS)
    assert min(len(found.clusters) for found in readings.values()) >= 40


def test_contrast_kept_is_what_the_processing_keeps(readings: dict[Lesion, Readings]) -> None:
    for lesion, found in readings.items():
        assert found.kept[INPUT] == pytest.approx(1, abs=1e-3)
        assert found.kept[NETWORK] == pytest.approx(0.5, abs=1e-3)
        disc = profile(lesion.diameter)
        expected = ndimage.gaussian_filter(disc, 2.0)[disc > 0.5].mean() / disc[disc > 0.5].mean()
        assert found.kept["blurred"] == pytest.approx(float(expected), abs=2e-3)


def test_a_blend_is_read_as_the_blended_image(readings: dict[Lesion, Readings]) -> None:
    for found in readings.values():
        blended = found.samples[INPUT].blended(found.samples[NETWORK], 0.7)
        for mine, theirs in zip(blended, found.samples["blended"], strict=True):
            np.testing.assert_allclose(mine, theirs, atol=1e-2)


def test_scaling_hides_no_lesion_and_larger_ones_are_easier(readings: dict[Lesion, Readings]) -> None:
    areas = {}
    for lesion, found in readings.items():
        seen = Study(found.samples, found.clusters).seen()
        assert seen[NETWORK].area == pytest.approx(seen[INPUT].area)
        areas[lesion] = seen[INPUT].area
    assert areas[Lesion(10, 20)] > 0.99
    assert areas[Lesion(3, 5)] < areas[Lesion(5, 15)] < areas[Lesion(10, 20)]


def test_noise_of_neighbouring_places_is_independent() -> None:
    from core import degrade

    ground, rng = uniform(), np.random.default_rng(1)
    along = channels(10.0)[:, 0].reshape(SIDE, SIDE)
    noise = [degrade.ct_noise(ground.clean.shape, 25, rng) for _ in range(12)]
    seen = [ndimage.correlate(image, along.astype(np.float32)) for image in noise]
    here, there = ([image[r, c + shift] for image in seen for r, c in ground.places] for shift in (0, APART))
    assert abs(np.corrcoef(here, there)[0, 1]) < 0.08  # 1 000 pairs scatter by 0.03
