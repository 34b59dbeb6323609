"""Untrained networks exported: the same numbers in PyTorch, in float32, float16 and the application."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from core.enhance import device
from core.enhance.enlarge import doubled
from core.enhance.method import SliceContext
from core.enhance.network import Networks
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import FULL, HALF, Origin
from core.enhance.spec import ModelSpec
from core.errors import ClearsliceError
from core.stop import Stop
from training.bundle import write_metadata
from training.config import DnCNNSize, Network, RDNSize
from training.export import label, moved, write_half, write_model
from training.half import halved
from training.networks.clearnet import ClearNet
from training.networks.kinds import build, restored
from training.networks.mirrored import Mirrored
from training.parity import HALF_PARITY, PARITY, SIZES, UNITS, half_difference, made_input, parity, run

RECORD = {
    "clearslice.training": json.dumps(
        {"steps": 3, "hours": 0.5, "device": "2 × H200", "config_sha256": "c" * 64, "weights": "a" * 64}
    ),
    "clearslice.licences": '["CC0-1.0"]',
    "clearslice.images": json.dumps(["b" * 64]),
}
NETWORKS = {
    "clearnet": Network(width=8),
    "clearnet-x2": Network(width=8, scale=2),
    "dncnn": Network(kind="dncnn", dncnn=DnCNNSize(8, 4)),
    "rdn-x2": Network(kind="rdn", scale=2, rdn=RDNSize(8, 4, 2, 2)),
}


def spec_of(name: str) -> ModelSpec:
    twice = name in NETWORKS and NETWORKS[name].scale == 2
    task = "double" if twice else "denoise"
    noise = {"CT": (0.0006, 0.017), "MR": (0.005, 0.14), "XR": (0.0025, 0.09)}
    return ModelSpec(name, "1", task=task, magnification=1 + twice, noise_range=noise, overlap=96)


MIRRORED = "clearnet-mirrored"


@pytest.fixture(scope="module")
def nets() -> dict[str, torch.nn.Module]:
    torch.manual_seed(3)
    built = {name: build(network).eval() for name, network in NETWORKS.items()}
    return {**built, MIRRORED: Mirrored(built["clearnet"]).eval()}


@pytest.fixture(scope="module")
def models(nets: dict[str, torch.nn.Module], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    for name, net in nets.items():
        (folder / name).mkdir()
        write_model(net, folder / name, spec_of(name), RECORD)
        write_metadata(folder / name)
    return folder


@pytest.mark.parametrize("name", [*NETWORKS, MIRRORED])
def test_float32_is_what_pytorch_computes(name: str, models: Path, nets: dict[str, torch.nn.Module]) -> None:
    assert len(SIZES) >= 3
    assert max(batch for batch, _, _ in SIZES) > 1
    assert parity(nets[name], models / name / "model.onnx") <= PARITY


@pytest.mark.parametrize("name", ["clearnet", "clearnet-x2", MIRRORED])
@pytest.mark.parametrize("modality", ["CT", "MR", "XR"])
def test_float16_is_nearly_so(name: str, modality: str, models: Path) -> None:
    full, half = models / name / "model.onnx", models / name / "model.fp16.onnx"
    difference = half_difference(full, half, spec_of(name), modality) * UNITS[modality][0]
    assert 0 < difference <= HALF_PARITY[modality]
    assert weights(half) < 0.52 * weights(full)


def test_the_mirrored_network_is_the_mean_of_four_and_does_not_know_left_from_right(models: Path) -> None:
    feed = made_input(1, 48, 64, seed=5)
    plain, mirrored = (models / name / "model.onnx" for name in ("clearnet", MIRRORED))

    def seen(path: Path, axes: tuple[int, ...]) -> np.ndarray:
        turned = {k: np.ascontiguousarray(np.flip(a, axes)) if a.ndim == 4 else a for k, a in feed.items()}
        return np.flip(run(path, turned)[0], axes)

    views = [seen(plain, axes) for axes in ((), (2,), (3,), (2, 3))]
    mean = seen(mirrored, ())
    assert np.ptp(views, axis=0).max() > 100 * PARITY
    np.testing.assert_allclose(mean, np.mean(views, axis=0), atol=PARITY)
    np.testing.assert_allclose(seen(mirrored, (3,)), mean, atol=PARITY)
    assert weights(mirrored) < 1.001 * weights(plain)


def weights(path: Path) -> int:
    """Bytes of all weights of an ONNX file."""
    return sum(numpy_helper.to_array(weight).nbytes for weight in onnx.load(path).graph.initializer)


def test_float16_keeps_inputs_and_outputs(models: Path) -> None:
    graph = onnx.load(models / "clearnet" / "model.fp16.onnx").graph
    assert {v.type.tensor_type.elem_type for v in (*graph.input, *graph.output)} == {TensorProto.FLOAT}
    assert {w.data_type for w in graph.initializer if len(w.dims) == 4} == {TensorProto.FLOAT16}
    # Details are taken from the image at full precision.
    assert {"Pad", "Sub"} <= {node.op_type for node in graph.node if "image" in node.input}
    assert "Cast" not in {node.op_type for node in graph.node if "image" in node.input}


def test_each_file_tells_where_it_comes_from(models: Path) -> None:
    full, half = (
        Origin.from_metadata(onnx_metadata(models / "clearnet" / file))
        for file in ("model.onnx", "model.fp16.onnx")
    )
    assert (full.precision, half.precision) == (FULL, HALF)
    assert half.tolerance == pytest.approx(0.5 / 4096)
    assert set(half.differences) == {"CT", "MR", "XR"}
    for origin in (full, half):
        assert (origin.steps, origin.hours, origin.device) == (3, 0.5, "2 × H200")
        assert (origin.config_digest, origin.images, origin.licences) == ("c" * 64, ("b" * 64,), ("CC0-1.0",))


def test_metadata_json_is_laid_out_like_a_bundle(models: Path) -> None:
    table = json.loads((models / "clearnet-x2" / "metadata.json").read_text(encoding="utf-8"))
    wanted = (
        "version changelog task description authors copyright intended_use data_source data_type eval_metrics"
    )
    assert set(wanted.split()) <= set(table)
    described = table["network_data_format"]
    session = device.cpu_session(models / "clearnet-x2" / "model.onnx")
    assert list(described["inputs"]) == [i.name for i in session.get_inputs()]
    assert list(described["outputs"]) == [o.name for o in session.get_outputs()]
    keys = "type format modality num_channels spatial_shape dtype value_range is_patch_data channel_def"
    for tensor in (*described["inputs"].values(), *described["outputs"].values()):
        assert set(keys.split()) <= set(tensor)
    assert described["outputs"]["residual"]["spatial_shape"] == ["32*n", "32*m"]
    for file, digest in table["sha256"].items():
        assert hashlib.sha256((models / "clearnet-x2" / file).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("shape", [(64, 48), (61, 97)])
def test_the_application_gives_what_pytorch_gives(
    name: str, shape: tuple[int, int], models: Path, nets: dict[str, torch.nn.Module]
) -> None:
    """Odd sizes too: the application pads, PyTorch is given the padded image."""
    networks, spec = Networks(models, "cpu"), spec_of(name)
    values = np.random.default_rng(0).normal(40, 25, shape).astype(np.float32)
    residual = networks.residual(name, values, SliceContext("CT", "HU", (-160, 240)), 20.0, Stop())
    normalised, scale = spec.normalise(values, "CT")
    padded = np.pad(normalised, [(0, -n % 16) for n in shape], mode="reflect")
    image, context = (torch.from_numpy(a)[None, None] for a in (padded, spec.context(normalised)))
    sigma = torch.full_like(image, 20 / 4096)
    with torch.no_grad():
        expected = restored(image, nets[name](image, sigma, torch.eye(3)[:1], context)[0])[0, 0].numpy()
    finer = spec.magnification
    base = values if finer == 1 else doubled(values)
    kept = spec.restore(expected[: finer * shape[0], : finer * shape[1]], scale)
    edge = (finer - 1) * 8  # the enlargement of what is padded differs from that of the border
    inner = np.s_[: kept.shape[0] - edge, : kept.shape[1] - edge]
    np.testing.assert_allclose((base - residual)[inner], kept[inner], atol=0.02)


def test_a_network_too_inexact_in_float16_is_released_without(models: Path, tmp_path: Path) -> None:
    """One whose residual is three hundred times the noise."""
    model, path = onnx.load(models / "clearnet" / "model.onnx"), tmp_path / "model.onnx"
    tail = next(w for w in model.graph.initializer if w.name.endswith("tail.weight"))
    tail.CopyFrom(numpy_helper.from_array(300 * numpy_helper.to_array(tail), tail.name))
    onnx.save(model, path)
    found = write_half(path, spec_of("clearnet"), {})
    assert found["CT"] > HALF_PARITY["CT"]
    assert [file.name for file in tmp_path.iterdir()] == ["model.onnx"]


def test_a_wrong_export_is_not_released(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file holds other weights than the network."""

    def other(net: torch.nn.Module, path: Path, spec: ModelSpec, metadata: Mapping[str, str]) -> None:
        shutil.copy(models / "clearnet" / "model.onnx", path)

    monkeypatch.setattr("training.export.write_onnx", other)
    with pytest.raises(ClearsliceError, match="was not released"):
        write_model(ClearNet(8).eval(), tmp_path, spec_of("clearnet"), RECORD)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("weights", "stays"), [("a" * 64, True), ("d" * 64, False)])
def test_card_and_evaluation_stay_with_their_weights(
    weights: str, stays: bool, models: Path, tmp_path: Path
) -> None:
    folder, made = (Path(shutil.copytree(models / "clearnet", tmp_path / n)) for n in ("old", "new"))
    for name in ("card.md", "evaluation.json", "validation.csv"):
        (folder / name).write_text("measured")
    label(made / "model.onnx", {**RECORD, "clearslice.training": json.dumps({"weights": weights})})
    (made / "model.fp16.onnx").unlink()
    moved(made, folder)
    assert (folder / "card.md").exists() == (folder / "evaluation.json").exists() == stays
    assert (folder / "validation.csv").exists()
    assert not (folder / "model.fp16.onnx").exists()
    assert list(made.iterdir()) == []


def test_an_output_that_comes_from_a_convolution_stays_float32() -> None:
    """Shared weights, an output inside, a shape that is no float: each is given its own type."""
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["a"]),
        helper.make_node("Shape", ["a"], ["shape"]),
        helper.make_node("Reshape", ["a", "shape"], ["b"]),
        helper.make_node("Mul", ["b", "w"], ["c"]),
        helper.make_node("Conv", ["c", "w"], ["y"]),
        helper.make_node("Mul", ["y", "w"], ["z"]),
    ]
    x, y, z = (helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, 1, 4, 4]) for n in "xyz")
    weight = numpy_helper.from_array(np.full((1, 1, 1, 1), 0.3, np.float32), "w")
    graph = helper.make_graph(nodes, "g", [x], [y, z], [weight])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    image = np.random.default_rng(0).random((1, 1, 4, 4), np.float32)
    expected, got = (
        device.runtime().InferenceSession(m.SerializeToString()).run(None, {"x": image})
        for m in (model, halved(model))
    )
    for e, g in zip(expected, got, strict=True):
        assert g.dtype == np.float32
        np.testing.assert_allclose(g, e, rtol=2e-3)


def test_made_input_is_the_same_each_time() -> None:
    one, two = (made_input(2, 32, 48, seed=1) for _ in range(2))
    assert all(np.array_equal(one[name], two[name]) for name in one)
