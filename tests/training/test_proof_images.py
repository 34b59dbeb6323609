"""Proofs on networks that do something known: nothing, a 3 × 3 mean, or coarse steps of grey."""

import csv
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import nibabel
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image as Pictures
from scipy import ndimage
from skimage.transform import downscale_local_mean

from core.enhance.network import Networks
from core.enhance.spec import METADATA_KEY, ModelSpec
from training.config import Config
from training.data import Pack, pack
from training.fit import model_spec
from training.proof.artifact_scores import ArtifactScores, left
from training.proof.bench import STRENGTHS, Bench
from training.proof.doubling import Condition, Doubling, coarse
from training.proof.lesions import Lesions
from training.proof.pairs import movement, pairs
from training.proof.repeats import Repeats, agreement, noise_left
from training.proof.spoilt import KINDS, spoil, without_rings
from training.proof.worst import Gain, Worst, worst

Nodes = Sequence[onnx.NodeProto]

USUAL = round(100 * STRENGTHS[0])
STEP = np.array(0.1, np.float32)
MEAN = np.full((1, 1, 3, 3), 1 / 9, np.float32)
STILL = [helper.make_node("Sub", ["image", "image"], ["residual"])]
SMOOTH = [
    helper.make_node("Pad", ["image", "pads"], ["padded"], mode="edge"),
    helper.make_node("Conv", ["padded", "mean"], ["smooth"]),
    helper.make_node("Sub", ["image", "smooth"], ["residual"]),
]
COARSE = [
    helper.make_node("Div", ["image", "step"], ["steps"]),
    helper.make_node("Round", ["steps"], ["whole"]),
    helper.make_node("Mul", ["whole", "step"], ["coarse"]),
    helper.make_node("Sub", ["image", "coarse"], ["residual"]),
]
GRAIN = [  # what is left of the image after its first digits: as good as noise
    helper.make_node("Mul", ["image", "many"], ["large"]),
    helper.make_node("Floor", ["large"], ["digits"]),
    helper.make_node("Sub", ["large", "digits"], ["rest"]),
    helper.make_node("Mul", ["rest", "high"], ["residual"]),
]
TWICE = [
    helper.make_node("Sub", ["image", "image"], ["nothing"]),
    helper.make_node("Resize", ["nothing", "", "scales"], ["residual"], mode="nearest"),
]
CONSTANTS = {
    "pads": np.array([0, 0, 1, 1, 0, 0, 1, 1]),
    "mean": MEAN,
    "step": STEP,
    "many": np.array(9973, np.float32),
    "high": np.array(0.4, np.float32),
    "scales": np.array([1, 1, 2, 2], np.float32),
}
NETWORKS: dict[str, tuple[Nodes, ModelSpec]] = {
    "still": (STILL, ModelSpec("still", "1")),
    "smooth": (SMOOTH, ModelSpec("smooth", "1")),
    "steps": (COARSE, ModelSpec("steps", "1")),
    "grain": (GRAIN, ModelSpec("grain", "1")),
    "twice": (TWICE, ModelSpec("twice", "1", task="double", magnification=2)),
    "idle": (STILL, ModelSpec("idle", "1", task="artifacts")),
}


def write(folder: Path, nodes: Nodes, spec: ModelSpec) -> None:
    free: dict[str, list[int | str]] = {
        "image": ["n", 1, "h", "w"],
        "sigma": ["n", 1, "h", "w"],
        "modality": ["n", 3],
        "context": ["n", 1, 64, 64],
    }
    inputs = [helper.make_tensor_value_info(k, TensorProto.FLOAT, shape) for k, shape in free.items()]
    output = helper.make_tensor_value_info("residual", TensorProto.FLOAT, ["n", 1, "r", "c"])
    used = {name for node in nodes for name in node.input}
    constants = [numpy_helper.from_array(v, k) for k, v in CONSTANTS.items() if k in used]
    graph = helper.make_graph(list(nodes), spec.name, inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(model, {METADATA_KEY: spec.to_json()})
    (folder / spec.name).mkdir()
    onnx.save(model, folder / spec.name / "model.onnx")


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> Networks:
    folder = tmp_path_factory.mktemp("models")
    for nodes, spec in NETWORKS.values():
        write(folder, nodes, spec)
    return Networks(folder, "cpu")


SHIFT, SIGMA = (0.6, -1.25), 12.0
FIELDS = ["path", "split", "modality", "subject", "noise", "clean_enough", "licence", "sha256"]


def anatomy(rows: int, columns: int, shift: tuple[float, float] = (0, 0)) -> np.ndarray:
    """Smooth blobs on a body, moved by broken pixels exactly, since they are formulas."""
    y, x = np.mgrid[:rows, :columns].astype(float)
    y, x, rng = y - shift[0], x - shift[1], np.random.default_rng(2)
    image = 500 / (1 + np.exp(np.hypot((y - rows / 2) / 0.38, (x - columns / 2) / 0.42) / 8 - 14))
    for _ in range(14):
        cy, cx = rng.uniform(0.25, 0.75, 2) * (rows, columns)
        image += rng.uniform(-150, 300) * np.exp(
            -((y - cy) ** 2 + (x - cx) ** 2) / 2 / rng.uniform(6, 12) ** 2
        )
    return np.clip(image, 0, None)


@pytest.fixture(scope="module")
def twice_scanned(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """A person scanned twice, having moved by `SHIFT` in between, with noise of SD `SIGMA`."""
    folder, rng = tmp_path_factory.mktemp("pairs"), np.random.default_rng(0)
    rows = []
    for run, shift in ((1, (0.0, 0.0)), (2, SHIFT)):
        plane = anatomy(128, 112, shift)
        planes = [plane + rng.normal(0, SIGMA, plane.shape) for _ in range(2)]
        path = folder / f"sub_run-{run}_T2.nii.gz"
        volume = np.abs(np.stack(planes, -1)).astype(np.float32)
        nibabel.save(nibabel.Nifti1Image(volume, np.diag([0.5, 0.5, 3, 1])), path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        rows.append(dict(zip(FIELDS, (path.name, "val", "MR", "P", "1", "", "CC0", digest), strict=True)))
    with (folder / "manifest.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(rows)
    return pack(folder, tmp_path_factory.mktemp("pack"), model_spec(Config()), lambda done, total: None)


def bench(networks: Networks, name: str, images: Pack, folder: Path, subjects: int = 12) -> Bench:
    return Bench(networks, name, images, folder, subjects=subjects)


# ---- repeated scans ----


def test_movement_and_noise_are_found(twice_scanned: Pack) -> None:
    found = pairs(twice_scanned)
    assert len(found) == 2
    for pair in found:
        assert pair.shift == pytest.approx((-SHIFT[0], -SHIFT[1]), abs=0.15)
        assert noise_left(pair, pair.scans) == pytest.approx(SIGMA, rel=0.06)
        assert pair.mask.mean() > 0.2


def test_movement_without_noise_is_exact() -> None:
    assert movement(anatomy(128, 128), anatomy(128, 128, SHIFT)) == pytest.approx((0.6 * -1, 1.25), abs=0.1)


def test_a_scan_gains_what_theory_allows(twice_scanned: Pack) -> None:
    """Were one scan free of noise, half of the squared difference would be gone: 3.01 dB."""
    pair = pairs(twice_scanned)[0]
    perfect = anatomy(128, 112).astype(np.float32), anatomy(128, 112, SHIFT).astype(np.float32)
    before, after = agreement(pair, pair.scans), agreement(pair, perfect)
    assert after.psnr - before.psnr == pytest.approx(3.01, abs=0.35)
    assert before.changed == pytest.approx(0, abs=1e-6)
    assert after.noise < 0.15 * before.noise
    assert after.correlation > before.correlation
    assert after.ssim > before.ssim


def test_repeats_of_networks_that_do_nothing_and_that_smooth(
    networks: Networks, twice_scanned: Pack, tmp_path: Path
) -> None:
    still = Repeats()(bench(networks, "still", twice_scanned, tmp_path))
    assert still.passed
    assert {row["gain dB"] for row in still.rows if "as quiet" not in str(row["way"])} == {0}
    smooth = Repeats()(bench(networks, "smooth", twice_scanned, tmp_path))
    rows = {row["way"]: row for row in smooth.rows}
    own, gaussian = rows["network 100%"], rows["gaussian, as quiet as network 100%"]
    assert own["gain dB"] > 1
    assert gaussian["noise left %"] == pytest.approx(own["noise left %"], rel=0.1)
    # The mean of nine pixels leaves a third of white noise.
    assert own["noise left %"] == pytest.approx(rows["not enhanced"]["noise left %"] / 3, rel=0.15)


def test_images_without_repeats_say_so(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    finding = Repeats()(bench(networks, "still", packed, tmp_path))
    assert finding.passed is None
    assert not finding.rows


# ---- lesions ----


def test_doing_nothing_costs_no_lesion(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    finding = Lesions(samples=40, draws=40)(bench(networks, "still", packed, tmp_path, subjects=0))
    usual = [row for row in finding.rows if row["strength %"] == USUAL]
    assert len(usual) == 16
    assert all(row["AUC network"] == row["AUC input"] for row in usual)
    assert all(row["contrast kept network %"] == 100 for row in usual)
    assert not any("input" in str(row["verdict"]) for row in usual)


def test_grain_that_a_network_adds_costs_lesions(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    finding = Lesions(samples=40, draws=40)(bench(networks, "grain", packed, tmp_path, subjects=0))
    full = [row for row in finding.rows if row["strength %"] == 100]
    assert sum("lower than" in str(row["verdict"]) for row in full) >= 6
    assert "at 100 %" in finding.sentence


# ---- the worst slices ----


def gain(number: int, psnr: float, ssim: float) -> Gain:
    zero = {"psnr_full": 0.0, "ssim_full": 0.0}
    return Gain(number, "P", "MR", 4.0, zero, ({"psnr_full": psnr, "ssim_full": ssim},))


def test_the_worst_are_taken_in_turn_from_both_orders() -> None:
    gains = [gain(0, 5, 0.1), gain(1, 1, 0.5), gain(2, 2, 0.4), gain(3, 4, 0.2), gain(4, 3, 0.9)]
    assert [g.number for g in worst(gains, 4)] == [1, 0, 2, 3]


def test_worst_slices_are_drawn_with_their_figures(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    still = Worst()(bench(networks, "still", packed, tmp_path))
    assert still.passed
    assert {row[f"PSNR gain at {USUAL}% dB"] for row in still.rows} == {0}
    assert set(still.pictures) == {"worst-ct.jpg", "worst-mr.jpg", "worst-xr.jpg"}
    for name in still.pictures:
        with Pictures.open(tmp_path / name) as picture:
            assert picture.width > 1400
    smooth = Worst()(bench(networks, "smooth", packed, tmp_path))
    for row in smooth.rows:
        assert row[f"PSNR gain at {USUAL}% dB"] != 0
        assert 1 <= row["PSNR rank"] <= len(smooth.rows)


# ---- twice the rows and columns ----


def test_coarse_slices_are_means(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    case = bench(networks, "twice", packed, tmp_path).cases("CT", 0.0)[0]
    expected = downscale_local_mean(case.clean, (2, 2))
    np.testing.assert_allclose(coarse(case, Condition("CT", "area", 0.0)), expected, rtol=1e-5)
    noisy = coarse(case, Condition("CT", "area", 10.0)) - expected
    assert noisy.std() == pytest.approx(10, rel=0.1)


def test_bicubic_itself_gains_nothing_over_bicubic(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    finding = Doubling()(bench(networks, "twice", packed, tmp_path))
    assert finding.passed is False
    by_way = {(row["family"], row["coarse slice"], row["way"]): row for row in finding.rows}
    for (family, condition, way), row in by_way.items():
        bicubic = by_way[family, condition, "bicubic"]
        if way.startswith("network"):
            assert row["PSNR dB"] == bicubic["PSNR dB"]
            assert row["gain dB at equal noise"] <= 0
    assert {family for family, _, _ in by_way} == {"CT", "MR", "XR"}


def test_other_networks_are_not_asked(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    for proof in (Doubling(), ArtifactScores()):
        assert proof(bench(networks, "still", packed, tmp_path)).passed is None


# ---- artifacts ----


def test_every_kind_spoils_and_doing_nothing_leaves_all(
    networks: Networks, packed: Pack, tmp_path: Path
) -> None:
    finding = ArtifactScores()(bench(networks, "idle", packed, tmp_path))
    assert finding.passed is False
    assert {row["artifact"] for row in finding.rows} == {kind.name for kind in KINDS}
    for row in finding.rows:
        if row["way"] in ("untouched", "network 100%"):
            assert row["left %"] == pytest.approx(100, abs=12)  # noise projects on it by chance
            assert row["gain dB"] == 0


def test_the_share_left_is_that_of_the_artifact(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    case = bench(networks, "idle", packed, tmp_path).cases("CT", 0.0)[0]
    spoilt = spoil(KINDS[1], case, packed)
    assert spoilt.artifact.std() > 5
    for share in (0.0, 0.25, 1.0, -0.5):
        output = case.clean + np.float32(share) * spoilt.artifact
        assert left(output, spoilt) == pytest.approx(share, abs=1e-3)


def test_means_along_circles_take_rings_off_a_disc(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    case = bench(networks, "idle", packed, tmp_path).cases("CT", 0.0)[0]
    spoilt = spoil(KINDS[1], case, packed)
    smooth = ndimage.gaussian_filter(np.full(case.clean.shape, 40, np.float32), 1)
    corrected = without_rings(smooth + spoilt.artifact) - smooth
    assert corrected.std() < 0.6 * spoilt.artifact.std()


def test_findings_survive_their_file(networks: Networks, packed: Pack, tmp_path: Path) -> None:
    from training.proof.finding import Finding

    finding = Doubling()(bench(networks, "twice", packed, tmp_path))
    again = Finding.from_json(finding.to_json())
    assert json.loads(again.to_json()) == json.loads(finding.to_json())
