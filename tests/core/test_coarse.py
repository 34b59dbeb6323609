"""What is coarse stays in a CT slice: against the Gaussian's own transfer function."""

import numpy as np
import pytest

from core.enhance.cnn import Cnn
from core.enhance.coarse import COARSE, fine_part
from core.enhance.method import SliceContext
from core.enhance.network import Networks
from core.stop import Stop


@pytest.mark.parametrize("period", [4.0, 16.0, 64.0])
def test_waves_are_kept_as_the_gaussian_tells(period: float) -> None:
    wave = np.tile(np.cos(2 * np.pi * np.arange(512) / period).astype(np.float32), (96, 1))
    left = fine_part(wave)[:, 64:-64]
    expected = 1 - np.exp(-2 * (np.pi * COARSE / period) ** 2)
    np.testing.assert_allclose(left, expected * wave[:, 64:-64], atol=2e-3)


def test_a_shift_of_the_whole_slice_is_no_fine_part() -> None:
    assert np.abs(fine_part(np.full((40, 50), 7, np.float32))).max() < 1e-5


@pytest.mark.parametrize(("modality", "units"), [("CT", "HU"), ("MR", ""), ("DX", "")])
def test_only_ct_keeps_what_is_coarse(modality: str, units: str) -> None:
    rng = np.random.default_rng(0)
    values = (400 + 25 * rng.standard_normal((96, 128))).astype(np.float32)
    context, networks = SliceContext(modality, units, (0.0, 1000.0)), Networks(device="cpu")
    method = Cnn(networks=networks)
    name = method.resolved(modality)
    residual = networks.residual(name, values, context, 25.0, Stop())
    taken = values - method.told(name, values, context, 25.0, Stop())
    np.testing.assert_allclose(taken, fine_part(residual) if modality == "CT" else residual, atol=1e-3)
    coarse = residual - fine_part(residual)
    assert np.abs(coarse).max() > 0.1
