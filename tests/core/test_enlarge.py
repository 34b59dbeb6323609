import numpy as np
import pytest
from PIL import Image

from core.enhance.enlarge import doubled


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (2, 5), (33, 18)])
def test_it_is_pillows_bicubic_up_to_the_border(shape):
    values = np.random.default_rng(0).normal(100, 30, shape).astype(np.float32)
    expected = Image.fromarray(values).resize((2 * shape[1], 2 * shape[0]), Image.Resampling.BICUBIC)
    np.testing.assert_allclose(doubled(values), np.asarray(expected), rtol=1e-5, atol=1e-3)


def test_it_is_what_networks_are_trained_with():
    torch = pytest.importorskip("torch")
    values = np.random.default_rng(0).normal(0, 1, (17, 30)).astype(np.float32)
    expected = torch.nn.functional.interpolate(
        torch.from_numpy(values)[None, None], scale_factor=2, mode="bicubic", antialias=True
    )[0, 0]
    np.testing.assert_allclose(doubled(values), expected.numpy(), atol=2e-6)


def test_ramps_stay_straight_and_in_place():
    y, x = np.mgrid[:24, :30].astype(np.float32)
    fine_y, fine_x = (np.mgrid[:48, :60] + 0.5) / 2 - 0.5
    inner = np.s_[4:-4, 4:-4]
    np.testing.assert_allclose(doubled(3 * x - y)[inner], (3 * fine_x - fine_y)[inner], atol=1e-4)


def test_the_input_is_left_alone():
    values = np.ones((4, 4), np.float32)
    values.flags.writeable = False
    assert doubled(values).dtype == np.float32
