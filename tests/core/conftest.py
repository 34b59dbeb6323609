"""A tiny network with the real inputs, outputs and specification, made on the spot."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from core.enhance.registry import NETWORK_TASKS
from core.enhance.spec import METADATA_KEY, ModelSpec

Graph = tuple[list[onnx.NodeProto], dict[str, np.ndarray]]


def _denoiser() -> Graph:
    """``residual = sigma · tanh((image − blur(image)) / sigma) · gate``; influence reaches 14 pixels.

    Through pixel-unshuffle, a strided and a plain convolution, as in the shipped network; the gate
    comes from context and modality.
    """
    kernel = np.zeros((4, 4, 7, 7), np.float32)
    kernel[np.arange(4), np.arange(4)] = 1 / 49
    nodes = [
        helper.make_node("SpaceToDepth", ["image"], ["small"], blocksize=2),
        helper.make_node("Conv", ["small", "kernel"], ["blurred"], pads=[3, 3, 3, 3]),
        helper.make_node("Conv", ["blurred", "kernel"], ["twice"], pads=[3, 3, 3, 3]),
        helper.make_node("DepthToSpace", ["twice"], ["smooth"], blocksize=2, mode="DCR"),
        helper.make_node("Sub", ["image", "smooth"], ["detail"]),
        helper.make_node("Div", ["detail", "sigma"], ["relative"]),
        helper.make_node("Tanh", ["relative"], ["bounded"]),
        helper.make_node("Mul", ["bounded", "sigma"], ["scaled"]),
        helper.make_node("ReduceMean", ["context"], ["level"], axes=[1, 2, 3], keepdims=1),
        helper.make_node("ReduceMax", ["modality"], ["known"], axes=[1], keepdims=1),
        helper.make_node("Reshape", ["known", "four"], ["known4"]),
        helper.make_node("Sigmoid", ["level"], ["sigmoid"]),
        helper.make_node("Mul", ["sigmoid", "known4"], ["gate"]),
        helper.make_node("Mul", ["scaled", "gate"], ["residual"]),
        helper.make_node("Log", ["sigma"], ["log_scale"]),
    ]
    return nodes, {"kernel": kernel, "four": np.asarray([-1, 1, 1, 1], np.int64)}


def _blunt() -> Graph:
    """Another network: a weaker blur gives other results."""
    nodes, constants = _denoiser()
    return nodes, {**constants, "kernel": constants["kernel"] / 2}


def _harsh() -> Graph:
    """A network that takes off five times too much."""
    nodes, constants = _denoiser()
    nodes[-2] = helper.make_node("Mul", ["scaled", "gate"], ["usual"])
    nodes.append(helper.make_node("Mul", ["usual", "five"], ["residual"]))
    return nodes, {**constants, "five": np.asarray(5, np.float32)}


def _endless() -> Graph:
    """A network that does not come to an end unless it is stopped."""
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["again"], ["again_out"]),
            helper.make_node("Neg", ["x"], ["x_out"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("count", TensorProto.INT64, []),
            helper.make_tensor_value_info("again", TensorProto.BOOL, []),
            helper.make_tensor_value_info("x", TensorProto.FLOAT, None),
        ],
        [
            helper.make_tensor_value_info("again_out", TensorProto.BOOL, []),
            helper.make_tensor_value_info("x_out", TensorProto.FLOAT, None),
        ],
    )
    nodes, constants = _denoiser()
    nodes[0] = helper.make_node("Loop", ["", "true", "image"], ["looped"], body=body)
    nodes.insert(1, helper.make_node("SpaceToDepth", ["looped"], ["small"], blocksize=2))
    return nodes, {**constants, "true": np.asarray(True)}


def _only_up_to(side: int) -> Graph:
    """A network that fails on larger images, as one does that runs out of memory."""
    nodes, constants = _denoiser()
    nodes[0] = helper.make_node("SpaceToDepth", ["checked"], ["small"], blocksize=2)
    nodes[:0] = [
        helper.make_node("Shape", ["image"], ["shape"]),
        helper.make_node("Gather", ["shape", "two"], ["height"]),
        helper.make_node("Sub", ["height", "one"], ["last"]),
        helper.make_node("Gather", ["zeros", "last"], ["zero"]),
        helper.make_node("Add", ["image", "zero"], ["checked"]),
    ]
    extra = {"two": np.asarray(2), "one": np.asarray(1), "zeros": np.zeros(side, np.float32)}
    return nodes, {**constants, **extra}


def _half() -> Graph:
    """The usual network, its blur in float16."""
    nodes, constants = _denoiser()
    nodes[1:2] = [
        helper.make_node("Cast", ["small"], ["small16"], to=TensorProto.FLOAT16),
        helper.make_node("Conv", ["small16", "kernel"], ["blurred16"], pads=[3, 3, 3, 3]),
        helper.make_node("Cast", ["blurred16"], ["blurred"], to=TensorProto.FLOAT),
    ]
    nodes[4] = helper.make_node("Conv", ["blurred", "kernel32"], ["twice"], pads=[3, 3, 3, 3])
    kernel = constants["kernel"]
    return nodes, {**constants, "kernel": kernel.astype(np.float16), "kernel32": kernel}


def _doubling() -> Graph:
    """What is taken off each pixel, taken off its four parts."""
    nodes, constants = _denoiser()
    nodes[-2] = helper.make_node("Mul", ["scaled", "gate"], ["usual"])
    nodes[-1:] = [
        helper.make_node("Resize", ["usual", "", "fourfold"], ["residual"], mode="nearest"),
        helper.make_node("Resize", ["sigma", "", "fourfold"], ["finer"], mode="nearest"),
        helper.make_node("Log", ["finer"], ["log_scale"]),
    ]
    return nodes, {**constants, "fourfold": np.asarray([1, 1, 2, 2], np.float32)}


GRAPHS: dict[str, Callable[[], Graph]] = {
    "denoiser": _denoiser,
    "blunt": _blunt,
    "harsh": _harsh,
    "half": _half,
    "doubling": _doubling,
    "endless": _endless,
    "up to 512": lambda: _only_up_to(512),
    "up to 100": lambda: _only_up_to(100),
}


def _save(path: Path, graph: Graph, metadata: dict[str, str]) -> None:
    nodes, constants = graph
    image = ["N", 1, "H", "W"]
    finer = ["N", 1, "H2", "W2"]
    model = helper.make_model(
        helper.make_graph(
            nodes,
            "tiny",
            [
                helper.make_tensor_value_info("image", TensorProto.FLOAT, image),
                helper.make_tensor_value_info("sigma", TensorProto.FLOAT, image),
                helper.make_tensor_value_info("modality", TensorProto.FLOAT, ["N", 3]),
                helper.make_tensor_value_info("context", TensorProto.FLOAT, ["N", 1, 64, 64]),
            ],
            [
                helper.make_tensor_value_info("residual", TensorProto.FLOAT, finer),
                helper.make_tensor_value_info("log_scale", TensorProto.FLOAT, finer),
            ],
            [numpy_helper.from_array(value, name) for name, value in constants.items()],
        ),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
    )
    helper.set_model_props(model, metadata)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, path)


@pytest.fixture
def make_model(tmp_path):
    """Return a function that writes a model and returns the folder `Networks` wants."""

    def make(
        spec: ModelSpec | None = None,
        name: str = "tiny",
        graph: str = "denoiser",
        metadata: str = METADATA_KEY,
        file: str = "model.onnx",
        more: dict[str, str] | None = None,
    ) -> Path:
        text = (spec or ModelSpec(name, "1")).to_json()
        _save(tmp_path / "models" / name / file, GRAPHS[graph](), {metadata: text, **(more or {})})
        return tmp_path / "models"

    return make


@pytest.fixture
def all_models(make_model):
    """Folder of a network for each task that a method has."""
    for name, task in NETWORK_TASKS.items():
        twice = {"task": task, "magnification": 2} if task == "double" else {"task": task}
        graph = "doubling" if task == "double" else "denoiser"
        folder = make_model(ModelSpec(f"tiny-{name}", "1", **twice), f"tiny-{name}", graph)
    return folder
