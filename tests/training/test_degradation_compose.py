"""What all degradations share: determinism, untouched inputs, and the losses common to all modalities."""

import numpy as np
import pytest

from core.errors import ClearsliceError
from training.degradation.compose import Chain, Degradation, generator
from training.degradation.contrast import ContrastLoss
from training.degradation.ct_artifacts import PhotonStarvation, Rings
from training.degradation.ct_geometry import Beam, ParallelScan
from training.degradation.ct_projection import ProjectionNoise, SpectralNoise
from training.degradation.mr_kspace import BiasField, KSpaceScan
from training.degradation.presentation import PresentationLut
from training.degradation.sampling import ResolutionLoss, VendorInterpolation
from training.degradation.xray import Exposure, MtfBlur, Scatter
from training.degradation.xray_noise import DoseThinning, PoissonGaussian

SCAN, BEAM = ParallelScan(2.0, 24), Beam()
ALL: tuple[Degradation, ...] = (
    ProjectionNoise(0.2, SCAN, BEAM),
    SpectralNoise(ProjectionNoise(0.2, SCAN, BEAM)),
    PhotonStarvation(0.1, SCAN, BEAM),
    Rings(SCAN, share=0.5),
    BiasField(0.3),
    KSpaceScan(3.0, 2.0, 1.5, (0.8, 0.7), 0.75, 0.01, 0.5),
    VendorInterpolation(KSpaceScan(3.0)),
    Exposure(1e4, -1000, 2000),
    MtfBlur(0.7),
    Scatter(1.0, 10),
    PoissonGaussian(2.0, 3.0),
    DoseThinning(0.3, 1.0, 2.0),
    PresentationLut(1e4),
    ResolutionLoss(),
    ContrastLoss(0.5, 40),
)


def picture() -> np.ndarray:
    """An odd, oblong image that refuses to be written to."""
    y, x = np.mgrid[:45, :52]
    image = np.where((y - 22) ** 2 + (x - 26) ** 2 < 300, 50 + x, 2).astype(np.float32)
    image.flags.writeable = False
    return image


@pytest.mark.parametrize("step", ALL, ids=lambda step: type(step).__name__)
def test_every_step_keeps_shape_and_type_and_is_decided_by_seed_epoch_and_index(step: Degradation) -> None:
    values = picture()
    one, two, other = (step(values, generator(*key)) for key in ((1, 2, 3), (1, 2, 3), (1, 2, 4)))
    np.testing.assert_array_equal(one, two)
    assert one.shape == values.shape
    assert one.dtype == np.float32
    assert np.isfinite(one).all()
    assert not np.shares_memory(one, values)
    drawn = (Exposure, MtfBlur, Scatter, PresentationLut, ResolutionLoss, ContrastLoss)
    assert np.array_equal(one, other) == isinstance(step, drawn)


def test_seed_epoch_and_index_each_change_the_noise_and_none_can_stand_for_another() -> None:
    keys = [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (2, 0, 1), (0, 2, 1)]
    draws = {generator(*key).integers(2**62) for key in keys}
    assert len(draws) == len(keys)
    # The address the training's crops use; stored benchmarks depend on it.
    assert generator(1, 2, 3).integers(2**62) == np.random.default_rng((1, 2, 3)).integers(2**62)


def test_a_chain_applies_its_steps_in_order() -> None:
    chain = Chain((ContrastLoss(0.5, 0.0), ContrastLoss(1.0, 0.0), Exposure(1.0, 0.0, 1.0, 1.0)))
    values = np.float32([[0, 2]])
    np.testing.assert_allclose(chain(values, generator(0, 0, 0)), np.exp([[0, -1]]), rtol=1e-6)


def test_changing_one_step_leaves_the_noise_of_the_others() -> None:
    values = np.zeros((32, 32), np.float32)
    quiet, loud = (
        Chain((BiasField(0.2, order), PoissonGaussian(electronic=5.0)))(values, generator(0, 0, 7))
        for order in (1, 4)
    )
    np.testing.assert_array_equal(quiet, loud)


def test_two_equal_steps_draw_different_noise() -> None:
    step = PoissonGaussian(electronic=5.0)
    twice = Chain((step, step))(np.full((200, 200), 1000, np.float32), generator(0, 0, 0))
    # The first reading's variance passes through the second: 1025 + 1025.
    assert twice.var() == pytest.approx(2050, rel=0.03)


def test_a_chain_of_nothing_is_a_copy_and_chains_nest() -> None:
    values = picture()
    same = Chain((Chain(()),))(values, generator(0, 0, 0))
    np.testing.assert_array_equal(same, values)
    assert same.flags.writeable


@pytest.mark.parametrize("cycles", [4, 8, 16])
def test_a_sine_fades_by_the_cosine_of_halving_and_the_spline(cycles: int) -> None:
    f = cycles / 256
    wave = np.tile(np.cos(2 * np.pi * f * (np.arange(256) + 0.5)), (16, 1)).astype(np.float32)
    amplitude = (ResolutionLoss()(wave, generator(0, 0, 0)) * wave).sum() / (wave**2).sum()
    assert amplitude == pytest.approx(np.cos(np.pi * f), abs=0.003)


def test_details_beyond_the_coarse_matrix_are_lost() -> None:
    stripes = np.tile(np.float32([1, -1]), (32, 16))
    np.testing.assert_allclose(ResolutionLoss()(stripes, generator(0, 0, 0)), 0, atol=1e-6)


def test_resolution_loss_does_not_shift_the_image() -> None:
    ramp = np.tile(np.arange(64, dtype=np.float32), (64, 1))
    np.testing.assert_allclose(
        ResolutionLoss()(ramp, generator(0, 0, 0))[:, 12:52], ramp[:, 12:52], atol=0.01
    )


def test_interpolation_by_the_vendor_correlates_the_noise() -> None:
    scan = VendorInterpolation(KSpaceScan(sigma=10.0), order=1)
    noise = scan(np.full((512, 512), 1000, np.float32), generator(0, 0, 0)) - 1000
    noise -= noise.mean()
    assert noise.var() == pytest.approx(100 * (5 / 8) ** 2, rel=0.03)
    for lagged in (noise[1:] * noise[:-1], noise[:, 1:] * noise[:, :-1]):
        assert lagged.mean() / noise.var() == pytest.approx(0.75, abs=0.02)


def test_contrast_loss_shrinks_differences_about_its_level() -> None:
    values = np.float32([[-60, 40, 140]])
    np.testing.assert_allclose(ContrastLoss(0.3, 40)(values, generator(0, 0, 0)), [[10, 40, 70]], rtol=1e-5)


def test_impossible_losses_are_refused() -> None:
    for wrong in (lambda: ContrastLoss(1.2, 0), lambda: ResolutionLoss(order=9)):
        with pytest.raises(ClearsliceError, match="degradation's"):
            wrong()
