"""The device that runs the networks: what is claimed is what runs."""

from contextlib import suppress

import numpy as np
import pytest

from core.enhance import device
from core.enhance.device import CudaUnusable, DeviceStatus
from core.enhance.method import SliceContext
from core.enhance.network import Networks
from core.errors import ClearsliceError
from core.stop import Stop


def gpu_problem():
    try:
        device.gpu_name()
    except CudaUnusable as problem:
        return str(problem)
    return ""


@pytest.fixture
def values():
    return np.random.default_rng(0).normal(40, 20, (64, 64)).astype(np.float32)


CONTEXT = SliceContext("CT", "HU", (-160, 240))


def test_cpu_as_chosen(make_model):
    assert Networks(make_model(), "cpu").status == DeviceStatus("cpu", "as chosen")
    assert str(DeviceStatus("cpu", "no NVIDIA driver found")) == "CPU (no NVIDIA driver found)"


def test_auto_without_a_gpu_says_why(make_model, values):
    problem = gpu_problem()
    if not problem:
        pytest.skip("this machine has a GPU")
    networks = Networks(make_model(), "auto")
    assert networks.status == DeviceStatus("cpu", problem)
    assert networks.residual("tiny", values, CONTEXT, 20.0, Stop()).std() > 0


def test_asking_for_cuda_where_it_does_not_run_is_an_error(make_model, values):
    if not gpu_problem():
        pytest.skip("this machine has a GPU")
    networks = Networks(make_model(), "cuda")
    with pytest.raises(ClearsliceError, match="CUDA was asked for but cannot be used: no NVIDIA"):
        networks.residual("tiny", values, CONTEXT, 20.0, Stop())
    with pytest.raises(ClearsliceError, match="CUDA was asked for"):
        _ = networks.status


def test_a_driver_alone_is_not_enough(make_model, values, monkeypatch, capfd):
    """ONNX Runtime lists CUDA, falls back without a word where its libraries are missing; we say so."""
    if not gpu_problem():
        pytest.skip("this machine has a GPU")
    monkeypatch.setattr(device, "gpu_name", lambda: "Pretended GPU")
    networks = Networks(make_model(), "auto")
    assert networks.status.device == "cpu"
    assert "CUDA" in networks.status.reason or "driver" in networks.status.reason
    assert capfd.readouterr() == ("", "")  # the command line keeps its output for JSON
    assert networks.residual("tiny", values, CONTEXT, 20.0, Stop()).std() > 0


def test_failure_on_the_gpu_leads_to_the_cpu_and_is_told(make_model, monkeypatch):
    """A session that starts well and fails on this image, as for want of memory."""
    values = np.random.default_rng(0).normal(40, 20, (300, 200)).astype(np.float32)
    failing = make_model(name="failing", graph="up to 100") / "failing/model.onnx"
    folder = make_model()
    monkeypatch.setattr(device, "gpu_name", lambda: "Pretended GPU")
    monkeypatch.setattr(device, "cuda_session", lambda path: device.cpu_session(failing))
    networks = Networks(folder, "auto")
    networks.load("tiny")
    assert networks.status == DeviceStatus("cuda", "Pretended GPU")
    out = networks.residual("tiny", values, CONTEXT, 20.0, Stop())
    assert networks.status == DeviceStatus("cpu", "the GPU failed while it ran")
    assert np.array_equal(out, Networks(folder, "cpu").residual("tiny", values, CONTEXT, 20.0, Stop()))


def test_other_results_on_the_gpu_lead_to_the_cpu(make_model, values, monkeypatch):
    folder = make_model()
    other = make_model(name="other", graph="blunt") / "other/model.onnx"
    monkeypatch.setattr(device, "gpu_name", lambda: "Pretended GPU")
    monkeypatch.setattr(device, "cuda_session", lambda path: device.cpu_session(other))
    networks = Networks(folder, "auto")
    networks.load("tiny")
    assert networks.status == DeviceStatus("cpu", "its results differ from the CPU's")


def test_failure_on_the_cpu_is_an_error(make_model):
    networks = Networks(make_model(graph="up to 100"), "cpu")
    values = np.zeros((300, 200), np.float32)
    with pytest.raises(ClearsliceError, match="could not be run on this image"):
        networks.residual("tiny", values, CONTEXT, 20.0, Stop())


def test_cuda_is_asked_for_with_the_options_that_were_decided(make_model, monkeypatch):
    """Their effect shows only on a GPU; here, that they reach ONNX Runtime in the form it takes."""
    asked = []
    monkeypatch.setattr(device, "gpu_name", lambda: "Pretended GPU")
    inference_session = device.runtime().InferenceSession

    def session(path, options, providers, enable_fallback):
        asked.extend(providers)
        return inference_session(path, options, providers=providers, enable_fallback=enable_fallback)

    monkeypatch.setattr(device.runtime(), "InferenceSession", session)
    with suppress(CudaUnusable):
        device.cuda_session(make_model() / "tiny" / "model.onnx")
    (name, options), last = asked
    assert (name, last) == ("CUDAExecutionProvider", "CPUExecutionProvider")
    assert options["cudnn_conv_algo_search"] == "HEURISTIC"
    assert options["use_tf32"] == "0"
    assert all(isinstance(value, str) for value in options.values())


def test_cuda_gives_what_the_cpu_gives(make_model, values):
    if problem := gpu_problem():
        pytest.skip(f"no GPU here: {problem}")
    folder = make_model()
    on_gpu = Networks(folder, "cuda")
    expected = Networks(folder, "cpu").residual("tiny", values, CONTEXT, 20.0, Stop())
    np.testing.assert_allclose(on_gpu.residual("tiny", values, CONTEXT, 20.0, Stop()), expected, atol=0.05)
    assert on_gpu.status.device == "cuda"
