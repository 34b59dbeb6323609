"""Pyramid, blend, difference and 8-bit values against NumPy and the definitions."""

import numpy as np
import pytest

from core.display import SIGNED_COLOURS, Blend, Difference, Pyramid, grey, signed, signed_limit
from core.window import VoiFunction, Window

ALL = (slice(None), slice(None))


@pytest.fixture
def image() -> np.ndarray:
    return np.random.default_rng(5).normal(0, 100, (64, 48)).astype(np.float32)


class TestPyramid:
    def test_level_is_the_block_mean(self, image):
        blocks = image.reshape(16, 4, 12, 4).mean(axis=(1, 3))
        np.testing.assert_allclose(Pyramid(image).part(2, ALL), blocks, rtol=1e-4, atol=1e-3)

    def test_odd_sizes_round_up(self):
        values = np.arange(15, dtype=np.float32).reshape(5, 3)
        level = Pyramid(values).part(1, ALL)
        assert level.shape == (3, 2)
        assert level[0, 0] == values[:2, :2].mean()
        assert level[2, 1] == values[4, 2]

    def test_padding_takes_no_part_in_a_mean(self):
        values = np.full((4, 4), 10, np.float32)
        excluded = np.zeros((4, 4), bool)
        values[0, 0], excluded[0, 0] = -2000, True
        values[2:, 2:], excluded[2:, 2:] = -2000, True
        pyramid = Pyramid(values, excluded)
        np.testing.assert_array_equal(pyramid.part(1, ALL), [[10, 10], [10, -2000]])
        np.testing.assert_array_equal(pyramid.excluded(1, ALL), [[False, False], [False, True]])

    def test_colours_stay_bytes(self):
        colours = np.random.default_rng(1).integers(0, 256, (6, 8, 3)).astype(np.uint8)
        level = Pyramid(colours).part(1, ALL)
        assert level.dtype == np.uint8
        assert level.shape == (3, 4, 3)

    def test_never_writes_to_its_input(self, image):
        image.setflags(write=False)
        Pyramid(image, image < 0).part(3, ALL)


class TestBlendAndDifference:
    @pytest.mark.parametrize("strength", [0.0, 0.3, 1.0])
    def test_blend_is_the_recipe_step(self, image, strength):
        full = image * 0.5 + 3
        blend = Blend(Pyramid(image), Pyramid(full), strength)
        np.testing.assert_allclose(blend.part(0, ALL), image + strength * (full - image), atol=1e-3)

    def test_levels_commute_with_blending(self, image):
        full = image**2 / 100
        at_screen = Blend(Pyramid(image), Pyramid(full), 0.7).part(2, ALL)
        before = Pyramid((image + np.float32(0.7) * (full - image)).astype(np.float32)).part(2, ALL)
        np.testing.assert_allclose(at_screen, before, atol=1e-2)

    def test_difference_is_second_minus_first(self, image):
        difference = Difference(Pyramid(image), Pyramid(image + 7)).part(0, ALL)
        np.testing.assert_allclose(difference, 7, atol=1e-4)


class TestGrey:
    def test_window_ends_are_black_and_white(self):
        values = np.array([[-100, 0, 100, 200, 300]], np.float32)
        window = Window(100, 200, VoiFunction.LINEAR_EXACT)
        assert grey(values, window, inverted=False).tolist() == [[0, 0, 128, 255, 255]]

    def test_inverting_is_the_complement(self, image):
        window = Window(0, 300)
        plain, inverted = grey(image, window, inverted=False), grey(image, window, inverted=True)
        assert np.abs(plain.astype(int) + inverted - 255).max() <= 1
        assert plain.std() > 20

    @pytest.mark.parametrize("inverted", [False, True])
    def test_padding_is_black_in_either_polarity(self, image, inverted):
        excluded = image > 50
        assert not grey(image, Window(0, 300), inverted, excluded)[excluded].any()


class TestSigned:
    def test_zero_is_grey_and_signs_are_symmetric(self):
        zero = SIGNED_COLOURS[128]
        assert len(set(zero.tolist())) == 1
        colours = signed(np.array([[-9, 0, 9]], np.float32), 5.0)[0]
        np.testing.assert_array_equal(colours, SIGNED_COLOURS[[0, 128, 256]])

    @pytest.mark.parametrize(
        ("reach", "limit"), [(0.9, 1), (1.0, 1), (1.1, 2), (3, 5), (7, 10), (43, 50), (0.003, 0.005)]
    )
    def test_limit_is_1_2_or_5_times_a_power_of_ten(self, reach, limit):
        assert signed_limit(np.full((8, 8), -reach, np.float32)) == pytest.approx(limit)

    def test_no_difference_has_a_limit_too(self):
        assert signed_limit(np.zeros((4, 4), np.float32)) > 0

    def test_limit_holds_nearly_all(self, image):
        assert np.mean(np.abs(image) <= signed_limit(image)) >= 0.99
