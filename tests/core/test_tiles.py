"""Pieces give what the whole gives."""

import numpy as np
import pytest
from scipy import ndimage

from core.enhance.method import SliceContext
from core.enhance.network import Networks
from core.enhance.tiles import Tiling, by_strips, by_tiles
from core.errors import Cancelled
from core.stop import Stop

SIZES = [(16, 16), (17, 250), (256, 256), (300, 511), (1000, 130)]


@pytest.fixture
def rng():
    return np.random.default_rng(7)


@pytest.mark.parametrize("size", SIZES)
def test_tiles_give_the_whole(size, rng):
    """A filter that reaches 24 pixels and depends on where multiples of 16 fall."""
    values = rng.normal(0, 100, size).astype(np.float32)

    def local(tile):
        assert all(n % 16 == 0 for n in tile.shape)
        coarse = tile.reshape(tile.shape[0] // 8, 8, tile.shape[1] // 8, 8).mean((1, 3))
        return ndimage.uniform_filter(np.kron(coarse, np.ones((8, 8), np.float32)), 17, mode="constant")

    whole = by_tiles(values, Tiling(4096, 24, 16), local, Stop())
    tiled = by_tiles(values, Tiling(128, 24, 16), local, Stop())
    assert tiled.shape == values.shape
    np.testing.assert_allclose(tiled, whole, atol=1e-4)


def test_tiles_have_one_size_and_no_more_than_asked(rng):
    seen = []
    by_tiles(
        rng.random((1000, 700), np.float32), Tiling(256, 64, 16), lambda t: seen.append(t.shape) or t, Stop()
    )
    assert len(set(seen)) == 1
    assert max(seen[0]) <= 256


def test_tiles_repeat_no_more_than_they_must(rng):
    """Four tiles of 1 024 would do 3 000 pixels with 832 of them done twice; smaller ones do less."""
    seen = []
    by_tiles(
        rng.random((3000, 16), np.float32), Tiling(1024, 96, 16), lambda t: seen.append(len(t)) or t, Stop()
    )
    assert len(seen) == 4
    assert sum(seen) <= 3008 + 3 * 2 * 96 + 4 * 16


def test_too_small_a_side_still_advances(rng):
    values = rng.random((200, 200), np.float32)
    assert np.array_equal(by_tiles(values, Tiling(16, 64, 16), np.copy, Stop()), values)


def test_a_small_image_is_one_piece(rng):
    seen = []
    by_tiles(
        rng.random((100, 120), np.float32), Tiling(1024, 64, 16), lambda t: seen.append(t.shape) or t, Stop()
    )
    assert seen == [(112, 128)]


def test_tiles_stop(rng):
    stop, seen = Stop(), []

    def once(tile):
        seen.append(tile.shape)
        stop.set()
        return tile

    with pytest.raises(Cancelled):
        by_tiles(rng.random((600, 600), np.float32), Tiling(256, 64, 16), once, stop)
    assert len(seen) == 1


@pytest.mark.parametrize("size", [(1, 1), (3, 200_000), (700, 400), (2051, 333)])
def test_strips_give_the_whole(size, rng):
    values = rng.normal(0, 100, size).astype(np.float32)
    whole = ndimage.gaussian_filter(values, 2)
    np.testing.assert_allclose(
        by_strips(values, 8, lambda v: ndimage.gaussian_filter(v, 2), Stop()), whole, atol=1e-4
    )


def test_strips_stop(rng):
    stop, seen = Stop(), []

    def once(strip):
        seen.append(strip.shape)
        stop.set()
        return strip

    with pytest.raises(Cancelled):
        by_strips(rng.random((1000, 1000), np.float32), 4, once, stop)
    assert len(seen) == 1


def test_network_has_no_seams(make_model, rng):
    """The tiny network reaches 28 pixels, less than the overlap: tiles give exactly the whole."""
    y, x = np.mgrid[0:1:1601j, 0:1:1700j].astype(np.float32)
    values = (2000 * np.sin(7 * x + 3 * y) + rng.normal(0, 40, x.shape)).astype(np.float32)
    networks = Networks(make_model(), "cpu")
    context = SliceContext("DX", "", (-2000, 2000))
    tiled = networks.residual("tiny", values, context, 40.0, Stop())
    whole = networks.load("tiny").residual(values, context, 40.0, 4096, Stop())
    assert tiled.shape == values.shape
    np.testing.assert_allclose(tiled, whole, atol=1e-2)
