"""What the tasks make of real pictures' stand-ins: told noise, aligned grids, and each artifact's law."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from core.enhance.enlarge import doubled
from core.errors import ClearsliceError
from training import artifacts, bank, tasks
from training.config import Config, Data, Network, Optimiser
from training.data import Pack
from training.degradation.ct_artifacts import Rings
from training.degradation.ct_geometry import ParallelScan
from training.degradation.lesions import with_lesions
from training.degradation.settings import Artifacts, Denoise, Double, LesionRanges, Levels
from training.fit import fit, load, model_spec
from training.samples import Crops
from training.views import Cut, View, smooth_plane

CALM = Artifacts(streaks=0, rings=0, gibbs=0, partial=0, interpolated=0, bias=0, blur=0, haze=0)
FAMILIES = ("CT", "MR", "XR")
SIDE = 64


@pytest.fixture(scope="module")
def scanned(packed: Pack) -> Pack:
    """The pack with both kinds of simulated scans."""
    for kind in bank.KINDS:
        bank.simulate(packed, kind, 2, lambda done, total: None)
    return packed


def only(modality: str, task: str, **sections: object) -> Data:
    shares = {f"share_{m.lower()}": float(m == modality) for m in FAMILIES}
    return replace(Data(task=task, crop=SIDE, sigma_error=0.0, **shares), **sections)  # type: ignore[arg-type]


def flat(modality: str, level: float, side: int = 128) -> View:
    """A view of a slice that is the same everywhere."""
    image = np.full((side, side), level, np.float32)
    return View(0, modality, (side, side), Cut(0, 0, side, side), image, np.full((64, 64), level, np.float32))


@pytest.mark.parametrize("task", ["denoise", "double", "artifacts"])
@pytest.mark.parametrize("modality", FAMILIES)
def test_samples_are_decided_by_their_key_and_are_numbers(scanned: Pack, task: str, modality: str) -> None:
    data = only(modality, task, denoise=Denoise(projected=0.5, parallel=0.5, partial=0.5))
    crops, again = (Crops(scanned, "train", data, seed=3) for _ in range(2))
    for index in range(8):
        one, two, other = crops[1, index], again[1, index], crops[2, index]
        assert all(bool((a == b).all()) for a, b in zip(one, two, strict=True))
        assert not bool((one.image == other.image).all())
        assert all(bool(a.isfinite().all()) for a in one)
        assert one.target.shape == (1, SIDE, SIDE)
        assert one.image.shape == ((1, SIDE // 2, SIDE // 2) if task == "double" else (1, SIDE, SIDE))
        assert float(one.sigma) > 0


@pytest.mark.parametrize("task", ["denoise", "double", "artifacts"])
def test_ct_and_xr_are_told_the_noise_that_is_in_them(task: str) -> None:
    level = Levels((20, 20), (0.03, 0.03), (0.02, 0.02))
    data = Data(
        task=task, double=Double(level), artifacts=replace(CALM, levels=level), denoise=Denoise(level)
    )
    rng = np.random.default_rng(0)
    for modality, sigma in (("CT", 20 / 4096), ("XR", 0.02)):
        spoiled = tasks.Task(data, None).spoil(flat(modality, 0.4), rng)
        assert spoiled.sigma == pytest.approx(sigma, rel=0.06)
        assert np.std(spoiled.image) == pytest.approx(spoiled.sigma, rel=0.06)


@pytest.mark.parametrize(
    "settings",
    [
        CALM,
        replace(CALM, gibbs=1.0),
        replace(CALM, partial=1.0),
        replace(CALM, interpolated=1.0),
        replace(CALM, gibbs=1.0, partial=1.0),
    ],
    ids=["plain", "gibbs", "partial", "interpolated", "both"],
)
def test_mr_is_told_the_sd_per_channel_whatever_k_space_lost(settings: Artifacts) -> None:
    """In a bright area, magnitude noise is that of one channel (Gudbjartsson & Patz 1995)."""
    view = flat("MR", 0.8)
    # An object without phase: partial Fourier then leaves its brightness as it is.
    for seed in range(4):
        spoiled = artifacts.mr(view, settings, 0.01, np.random.default_rng(seed))
        inner = spoiled.image[8:-8, 8:-8]
        slow = np.polynomial.legendre.legvander2d(*np.mgrid[-1:1:112j, -1:1:112j], [6, 6]).reshape(-1, 49)
        rest = inner.ravel() - slow @ np.linalg.lstsq(slow, inner.ravel(), rcond=None)[0]
        assert rest.std() == pytest.approx(spoiled.sigma, rel=0.08)


def test_faint_lesions_are_in_image_and_target_and_weigh_what_was_asked() -> None:
    """The integral over a blurred ellipse is its contrast times its area, π·a·b."""
    ranges = LesionRanges(diameter=(16, 16), contrast=(10, 10), edge=(1, 1))
    blank, masses = np.zeros((129, 129), np.float32), []
    for seed in range(40):
        added = 4096 * with_lesions(blank, ranges, np.random.default_rng(seed))
        assert np.abs(added).max() > 9
        masses.append(np.abs(added).sum() / (10 * np.pi * 64))
    # One to six of them, axis ratio 0.6 to 1, some partly outside, signs that cancel where they overlap.
    assert 0.3 < min(masses) < 1.0 < max(masses) < 6.0
    quiet = replace(Denoise(Levels((0, 0), (0, 0), (0, 0))), lesions=1.0, lesion=ranges)
    view = flat("CT", 0.26)
    spoiled = tasks.Task(replace(Data(), denoise=quiet), None).spoil(view, np.random.default_rng(0))
    assert np.ptp(4096 * spoiled.target) > 9
    np.testing.assert_allclose(spoiled.image, spoiled.target, atol=1e-6)
    assert np.ptp(view.clean) == 0


def test_lesions_leave_the_noise_and_the_other_families_as_they_were() -> None:
    for modality in FAMILIES:
        with_, without = (
            tasks.denoise(flat(modality, 0.26), None, Denoise(lesions=share), np.random.default_rng(4))
            for share in (1.0, 0.0)
        )
        if modality == "CT":
            noise = (with_.image - with_.target, without.image - without.target)
            np.testing.assert_allclose(*noise, atol=1e-6)
            assert with_.sigma == without.sigma
        else:
            assert (with_.image == without.image).all()


def test_doubling_shows_the_halved_grid_or_its_enlargement() -> None:
    y, x = np.mgrid[:64, :64] / 64
    clean = (0.3 + 0.2 * x - 0.1 * y).astype(np.float32)
    quiet = Double(Levels((0, 0), (0, 0), (0, 0)), blurred=0, truncated=0)
    view = View(0, "CT", (64, 64), Cut(0, 0, 64, 64), clean, clean)
    coarse = tasks.double(view, quiet, np.random.default_rng(0)).image
    np.testing.assert_allclose(coarse, clean.reshape(32, 2, 32, 2).mean((1, 3)), atol=1e-6)
    fine = tasks.double(view, replace(quiet, enlarged=True), np.random.default_rng(0)).image
    np.testing.assert_allclose(fine, doubled(coarse), atol=1e-6)
    np.testing.assert_allclose(fine[4:-4, 4:-4], clean[4:-4, 4:-4], atol=1e-5)


def test_enlarged_noise_is_told_as_it_is_shown() -> None:
    rng, level = np.random.default_rng(0), Levels((20, 20), (0.02, 0.02), (0.02, 0.02))
    for modality in FAMILIES:
        settings = Double(level, enlarged=True, truncated=0)
        spoiled = tasks.double(flat(modality, 0.6, 256), settings, rng)
        assert np.std(spoiled.image) == pytest.approx(spoiled.sigma, rel=0.08)


def test_a_truncated_matrix_keeps_slow_waves_where_they_are() -> None:
    y, x = np.mgrid[:64, :96]
    wave = 1 + 0.5 * np.cos(np.pi * 6 * (x + 0.5) / 96) * np.cos(np.pi * 4 * (y + 0.5) / 64)
    y, x = np.mgrid[:32, :48]
    expected = 1 + 0.5 * np.cos(np.pi * 6 * (x + 0.5) / 48) * np.cos(np.pi * 4 * (y + 0.5) / 32)
    np.testing.assert_allclose(tasks.truncated(wave.astype(np.float32)), expected, atol=1e-5)


def test_rings_without_reconstruction_are_those_with_it() -> None:
    rings = Rings(ParallelScan(0.7, 720), share=0.1, sigma=0.02)
    y, x = np.mgrid[:103, :103] - 51.0
    # The same number of detector elements, for the same draw.
    whole = rings(np.zeros((103, 103), np.float32), np.random.default_rng(2))
    alone = rings.around(np.hypot(y, x).astype(np.float32), np.random.default_rng(2))
    inside = np.hypot(y, x) < 48
    assert np.abs(whole - alone)[inside].max() < 0.03 * np.abs(whole).max()
    assert np.corrcoef(whole[inside], alone[inside])[0, 1] > 0.999


@pytest.mark.parametrize(
    ("modality", "settings"),
    [
        ("CT", replace(CALM, rings=1.0)),
        ("MR", replace(CALM, gibbs=1.0, partial=1.0)),
        ("MR", replace(CALM, interpolated=1.0)),
        ("XR", replace(CALM, blur=1.0, haze=1.0)),
    ],
    ids=["rings", "gibbs", "interpolated", "blur and haze"],
)
def test_targets_may_keep_the_noise(modality: str, settings: Artifacts) -> None:
    """What is left to take off is then as in a quiet image, whatever the noise."""
    rng = np.random.default_rng(5)
    clean = gaussian_filter(rng.standard_normal((128, 128)), 4) * 0.8 + 0.4
    view = View(0, modality, (128, 128), Cut(0, 0, 128, 128), clean.astype(np.float32), clean[::2, ::2])

    def artifact(sigma: float, kept: bool) -> np.ndarray:
        level = Levels((4096 * sigma,) * 2, (sigma,) * 2, (sigma,) * 2)
        data = Data(task="artifacts", artifacts=replace(settings, levels=level, keeps_noise=kept))
        spoiled = tasks.Task(data, None).spoil(view, np.random.default_rng(6))
        return np.asarray(spoiled.image - spoiled.target, float)

    quiet = artifact(1e-5, False)
    assert quiet.std() > 1e-4
    np.testing.assert_allclose(artifact(0.01, True), quiet, atol=2e-4)
    assert np.abs(artifact(0.01, False) - quiet).std() > 0.003


def test_the_bias_of_coils_stays_in_the_target() -> None:
    settings = replace(CALM, bias=1.0, bias_strength=(0.4, 0.4))
    spoiled = artifacts.mr(flat("MR", 0.5), settings, 1e-4, np.random.default_rng(1))
    assert spoiled.target.std() > 0.02
    np.testing.assert_allclose(spoiled.image, spoiled.target, atol=1e-3)
    # Scaled as an image of that brightness is: its brightest tissue stays where it was.
    assert np.percentile(spoiled.context, 99) == pytest.approx(0.5, rel=0.01)


def test_haze_takes_contrast_and_keeps_the_range() -> None:
    y, x = np.mgrid[:256, :256] / 256
    body = (0.15 + 0.7 * np.exp(-((x - 0.5) ** 2 + (y - 0.5) ** 2) / 0.05)).astype(np.float32)
    detail = np.where((np.hypot(x - 0.5, y - 0.5) < 0.03), 0.05, 0).astype(np.float32)
    view = View(0, "XR", (256, 256), Cut(0, 0, 256, 256), body + detail, body[2::4, 2::4].copy())
    settings = replace(CALM, haze=1.0, scatter=(1.0, 1.0))
    spoiled, without = (
        artifacts.xr(replace(view, clean=clean), settings, 1e-4, np.random.default_rng(0))
        for clean in (body + detail, body)
    )
    disc = np.hypot(x - 0.5, y - 0.5) < 0.02
    kept = (spoiled.image - without.image)[disc].mean() / 0.05
    assert 0.3 < kept < 0.9
    ends = [np.percentile(image, (1, 99)) for image in (spoiled.context, view.thumbnail)]
    np.testing.assert_allclose(ends[0], ends[1], atol=0.02)


def test_starved_scans_are_noisiest_along_their_heaviest_paths(tmp_path: Path) -> None:
    y, x = np.mgrid[:128, :128] - 64.0
    wide = np.where((x / 60) ** 2 + (y / 25) ** 2 < 1, 0, -1000).astype(np.float32)
    errors = np.stack([bank._streaks(wide)(np.random.default_rng(seed)) for seed in range(3)])
    inside = (x / 40) ** 2 + (y / 15) ** 2 < 1
    # Streaks lie along x, the long way: neighbours along x are more alike than along y.
    along, across = (
        float((errors[:, inside] * np.roll(errors, 2, axis)[:, inside]).mean()) for axis in (2, 1)
    )
    assert along > across + 0.2 * float((errors[:, inside] ** 2).mean())
    assert 5 < errors[:, inside].std() < 400


def test_projected_noise_has_unit_sd_in_the_body(scanned: Pack) -> None:
    scans = bank.Bank(scanned, "noise")
    for number in scanned.numbers("train", "CT"):
        plane, small = scans.draw(number, np.random.default_rng(0))
        entry = scanned.slices[number]
        whole = plane(0, 0, entry.rows, entry.columns)
        body = scanned.values(number) > bank.BODY
        assert whole[body].std() == pytest.approx(1, rel=1e-3)
        assert small.shape == (64, 64)
        np.testing.assert_array_equal(plane(5, 7, 20, 30), whole[5:25, 7:37])


def test_scans_that_are_lacking_or_of_other_images_are_asked_for(packed: Pack, tmp_path: Path) -> None:
    other = Pack(packed.folder)
    other.folder = tmp_path
    with pytest.raises(ClearsliceError, match="no simulated CT scans with streaks"):
        Crops(other, "train", only("CT", "artifacts"), seed=1)
    assert bank.needed(other, only("CT", "denoise")) is None
    assert bank.needed(other, only("CT", "artifacts", artifacts=CALM)) is None


def test_scans_are_the_same_however_often_they_are_made(packed: Pack) -> None:
    number = packed.numbers("train", "CT")[0]
    one, two = (bank.scanned(packed.folder, "streaks", 2, number) for _ in range(2))
    np.testing.assert_array_equal(one, two)
    assert not np.array_equal(one[0], one[1])


def test_a_smooth_plane_is_cut_where_the_slice_is() -> None:
    small = np.tile(np.linspace(0, 1, 64, dtype=np.float32), (64, 1))
    plane = smooth_plane(small, 128, 256)
    whole = plane(0, 0, 128, 256)
    assert whole.shape == (128, 256)
    np.testing.assert_allclose(plane(10, 20, 30, 40), whole[10:40, 20:60], atol=1e-6)
    inner = whole[:, 4:-4]
    np.testing.assert_allclose(np.diff(inner, axis=1), 1 / 63 / 4, atol=1e-5)


@pytest.mark.parametrize("side", [64, 96, 160])
def test_whole_slices_come_at_a_fixed_size(packed: Pack, side: int) -> None:
    data = replace(only("XR", "denoise"), framing="resize", crop=side)
    sample = Crops(packed, "train", data, seed=1)[0, 0]
    assert sample.target.shape == (1, side, side)
    # Nothing but turned: the thumbnail of what is shown is that of the slice.
    means = [float(a[:, : a.shape[1] // 2].mean()) for a in (sample.target, sample.context)]
    assert means[0] == pytest.approx(means[1], abs=0.03)


def test_tasks_and_networks_that_do_not_fit_are_refused() -> None:
    for change, named in (
        ("data.task=sharpen", "data.task"),
        ("data.framing=stretch", "data.framing"),
        ("data.task=double", "network.scale"),
        ("network.scale=2", "network.scale"),
        ("data.artifacts.kept=[0.9, 0.2]", "data.artifacts.kept"),
        ("data.artifacts.kept=[0.9]", "data.artifacts.kept"),
    ):
        with pytest.raises(ClearsliceError, match=named):
            Config.from_toml("", (change,))
    assert Config.from_toml("", ("data.task=double", "network.scale=2")).data.task == "double"
    assert Config.from_toml("", ("data.task=double", "data.double.enlarged=true")).network.scale == 1


@pytest.mark.parametrize("task", ["double", "artifacts"])
def test_the_other_tasks_train_and_say_so_in_the_specification(
    scanned: Pack, task: str, tmp_path: Path
) -> None:
    scale = 2 if task == "double" else 1
    config = Config(
        data=Data(task=task, crop=32, batch=2, validation=2),
        network=Network(width=8, middle=1, scale=scale),
        optimiser=Optimiser(steps=2, epoch_steps=2, warmup=1),
    )
    fit(config, scanned, tmp_path, progress=False)
    spec = model_spec(config)
    assert (spec.task, spec.magnification) == (task, scale)
    ct = (config.data.double if task == "double" else config.data.artifacts).levels.ct
    assert spec.noise_range["CT"] == pytest.approx((ct[0] / 4096 / 2, ct[1] / 4096 * 1.15))
    assert all(bool(w.isfinite().all()) for w in load(tmp_path / "last.ckpt").state_dict().values())
