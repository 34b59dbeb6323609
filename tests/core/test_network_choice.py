"""Several networks side by side: which one runs, in which precision, and what its file tells."""

import hashlib
import json

import numpy as np
import onnx
import pytest

from core.enhance import device
from core.enhance.cnn import Cnn
from core.enhance.enlarge import doubled
from core.enhance.method import SliceContext
from core.enhance.network import MODELS, Networks
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import PRECISION_KEY, Origin
from core.enhance.spec import ModelSpec
from core.errors import ClearsliceError
from core.noise import estimate
from core.stop import Stop

CONTEXT = SliceContext("CT", "HU", (-160, 240))
ON_GPU = {PRECISION_KEY: json.dumps({"precision": "float16", "tolerance": 1.2e-4})}


@pytest.fixture
def values():
    return np.random.default_rng(0).normal(40, 20, (64, 64)).astype(np.float32)


@pytest.fixture
def pretended_gpu(monkeypatch):
    """A GPU that computes what the CPU does."""
    monkeypatch.setattr(device, "gpu_name", lambda: "Pretended GPU")
    monkeypatch.setattr(device, "cuda_session", device.cpu_session)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_float16_runs_on_the_gpu_only(make_model, values, pretended_gpu):
    make_model()
    folder = make_model(graph="half", file="model.fp16.onnx", more=ON_GPU)
    on_gpu, on_cpu = Networks(folder, "auto"), Networks(folder, "cpu")
    assert str(on_gpu.status_of("tiny")) == "GPU (Pretended GPU, float16)"
    assert str(on_cpu.status_of("tiny")) == "CPU (as chosen, float32)"
    assert on_gpu.digest("tiny") == digest(folder / "tiny/model.fp16.onnx")
    assert on_cpu.digest("tiny") == digest(folder / "tiny/model.onnx")
    half, full = (n.residual("tiny", values, CONTEXT, 20.0, Stop()) for n in (on_gpu, on_cpu))
    assert 0 < np.abs(half - full).max() <= 0.5
    assert on_cpu.holds("tiny", on_gpu.digest("tiny"))
    assert not on_cpu.holds("tiny", "0" * 64)


def test_without_a_float16_file_the_gpu_runs_float32(make_model, pretended_gpu):
    networks = Networks(make_model(), "auto")
    assert str(networks.status_of("tiny")) == "GPU (Pretended GPU, float32)"


@pytest.mark.parametrize("content", ["other network", "damaged"])
def test_a_float16_file_that_does_not_agree_is_left_aside(content, make_model, pretended_gpu, monkeypatch):
    make_model()
    folder = make_model(graph="blunt", file="model.fp16.onnx", more=ON_GPU)
    if content == "damaged":
        (folder / "tiny/model.fp16.onnx").write_bytes(b"no network")

        def session(path):
            try:
                return device.cpu_session(path)
            except device.runtime_errors() as error:
                raise device.CudaUnusable(str(error)) from error

        monkeypatch.setattr(device, "cuda_session", session)
    networks = Networks(folder, "auto")
    assert networks.status_of("tiny").precision == "float32"
    assert networks.status.device == "cuda"
    assert networks.digest("tiny") == digest(folder / "tiny/model.onnx")


def kinds(make_model):
    """One network of every variant for denoising, and one that doubles the grid."""
    for variant in ("small", "default", "large"):
        make_model(ModelSpec(f"denoise-{variant}", "1", variant=variant), f"denoise-{variant}")
    twice = ModelSpec("a-double", "1", task="double", magnification=2, modalities=("CT",))
    return make_model(twice, "a-double", graph="doubling")


def test_the_variant_for_the_device_and_the_modality(make_model, pretended_gpu):
    folder = kinds(make_model)
    on_cpu, on_gpu = Networks(folder, "cpu"), Networks(folder, "auto")
    assert on_cpu.names() == ("a-double", "denoise-default", "denoise-large", "denoise-small")
    assert [on_cpu.default_for(m) for m in ("CT", "MR", "DX")] == [
        "denoise-default", "denoise-default", "denoise-small",
    ]  # fmt: skip
    assert {on_gpu.default_for(m) for m in ("CT", "MR", "DX")} == {"denoise-large"}


def test_an_unfinished_export_is_no_network(make_model):
    make_model(name="tiny")
    assert Networks(make_model(name=".export-1"), "cpu").names() == ("tiny",)


def test_the_network_for_another_task(make_model):
    networks = Networks(kinds(make_model), "cpu")
    assert networks.default_for("CT", "double") == "a-double"
    with pytest.raises(ClearsliceError, match="a-double was trained for CT, not for MR"):
        networks.default_for("MR", "double")
    with pytest.raises(ClearsliceError, match="No model is installed"):
        networks.default_for("CT", "artifacts")


def test_a_kind_from_the_future_is_refused(make_model):
    text = json.dumps({**json.loads(ModelSpec("tiny", "1").to_json()), "task": "segment"})

    class Future(ModelSpec):
        def to_json(self):
            return text

    with pytest.raises(ClearsliceError, match="unknown kind"):
        Networks(make_model(Future("tiny", "1")), "cpu").default_for("CT")


def test_metadata_is_what_onnx_reads(make_model):
    more = {"": "empty key", "long": "ü" * 100_000, "clearslice.images": "[]"}
    path = make_model(more=more) / "tiny/model.onnx"
    assert onnx_metadata(path) == {p.key: p.value for p in onnx.load(path).metadata_props}


@pytest.mark.parametrize("cut", [1, 20, 400])
def test_a_file_cut_short_is_refused(cut, make_model):
    path = make_model() / "tiny/model.onnx"
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(ClearsliceError, match="tiny is damaged"):
        onnx_metadata(path)


@pytest.mark.parametrize("content", [b"no network at all", b"\xff" * 64, b"\x72\x05\x0a\x01k\x12\x00\x0f"])
def test_what_is_no_onnx_file_is_refused(content, make_model):
    folder = make_model()
    (folder / "tiny/model.onnx").write_bytes(content)
    with pytest.raises(ClearsliceError):
        Networks(folder, "cpu").default_for("CT")


def test_a_damaged_record_is_refused(make_model):
    folder = make_model(more={"clearslice.training": '{"steps": "many"}'})
    with pytest.raises(ClearsliceError, match="training record is damaged"):
        Networks(folder, "cpu").origin("tiny")


def test_a_silent_file_has_an_empty_origin(make_model):
    assert Networks(make_model(), "cpu").origin("tiny") == Origin()


def test_the_shipped_networks_tell_their_origin():
    networks = Networks(device="cpu")
    if not networks.names():
        pytest.skip("no network is in assets/models yet")
    for name in networks.names():
        path = MODELS / name / "model.onnx"
        assert onnx_metadata(path) == {p.key: p.value for p in onnx.load(path).metadata_props}
        origin = networks.origin(name)
        assert origin.steps > 0
        assert origin.licences
        assert all(len(sha) == 64 for sha in (*origin.images, origin.weights_digest, origin.data_digest))


def test_a_network_that_doubles_the_grid_by_tiles_and_whole(make_model):
    spec = ModelSpec("tiny", "1", task="double", magnification=2)
    networks = Networks(make_model(spec, graph="doubling"), "cpu")
    usual = Networks(make_model(name="usual"), "cpu")
    values = np.random.default_rng(0).normal(40, 20, (301, 447)).astype(np.float32)
    whole = networks.residual("tiny", values, CONTEXT, 20.0, Stop())
    tiled = networks.load("tiny").residual(values, CONTEXT, 20.0, 160, Stop())
    same_grid = usual.residual("usual", values, CONTEXT, 20.0, Stop())
    np.testing.assert_allclose(whole, np.kron(same_grid, np.ones((2, 2), np.float32)), atol=1e-2)
    np.testing.assert_allclose(tiled, whole, atol=1e-2)


def test_a_network_for_enlarged_images_is_given_them(make_model):
    """It is shown the enlargement and its noise, and subtracts on that grid."""
    spec = ModelSpec("tiny", "1", task="double", magnification=2, enlarged=True)
    networks = Networks(make_model(spec), "cpu")
    usual = Networks(make_model(name="usual"), "cpu")
    values = np.random.default_rng(0).normal(40, 20, (90, 70)).astype(np.float32)
    finer = doubled(values)
    expected = finer - usual.residual("usual", finer, CONTEXT, estimate(finer), Stop())
    given = Cnn("tiny", networks=networks)(values, CONTEXT, Stop())
    assert given.shape == (180, 140)
    np.testing.assert_allclose(given, expected, atol=1e-3)
    with pytest.raises(ClearsliceError, match="without a finer grid"):
        ModelSpec("tiny", "1", enlarged=True)
