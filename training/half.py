"""A network in float16 for GPUs: half the memory traffic, which is what bounds a network this small.

The converters at hand convert all or break the graph's order where nodes are left out. Here only what
lies between the first and the last convolution is converted: an image in HU and a noise level of 5 HU
need more digits than float16 has, features in units of the noise do not.
"""

from collections.abc import Iterator

import numpy as np
import onnx
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

_TYPED = ("Cast", "CastLike", "Resize")
"""Operations with a type of their own in an attribute or an input."""
_FULL, _HALF = TensorProto.FLOAT, TensorProto.FLOAT16


def halved(model: ModelProto) -> ModelProto:
    """Return a copy of `model` that computes in float16 between its convolutions.

    Inputs and outputs stay float32; so does all before the first and after the last convolution.
    """
    result = ModelProto()
    result.CopyFrom(model)
    _Halving(result.graph, _types(model)).run()
    onnx.checker.check_model(result, full_check=True)
    return result


def _types(model: ModelProto) -> dict[str, int]:
    """Element type of every tensor by name."""
    graph = onnx.shape_inference.infer_shapes(model).graph
    values = (*graph.input, *graph.value_info, *graph.output)
    known = {value.name: value.type.tensor_type.elem_type for value in values}
    return known | {weight.name: weight.data_type for weight in graph.initializer}


def _between_convolutions(graph: GraphProto) -> set[int]:
    """Places in `graph.node` of convolutions and of what has one before it and one behind it."""
    return _reached(list(enumerate(graph.node)), forwards=True) & _reached(
        list(enumerate(graph.node))[::-1], forwards=False
    )


def _reached(nodes: list[tuple[int, NodeProto]], *, forwards: bool) -> set[int]:
    tensors: set[str] = set()
    places = set()
    for place, node in nodes:
        near, far = (node.input, node.output) if forwards else (node.output, node.input)
        if node.op_type == "Conv" or not tensors.isdisjoint(near):
            tensors.update(far)
            places.add(place)
    return places


class _Halving:
    """One conversion of a graph."""

    def __init__(self, graph: GraphProto, types: dict[str, int]) -> None:
        self.graph, self.types = graph, types
        self.weights = {weight.name: weight for weight in graph.initializer}
        self.copies: dict[tuple[str, int], str] = {}
        """Name of the copy of a tensor in a type."""

    def run(self) -> None:
        """Rewrite the graph in place."""
        inside = _between_convolutions(self.graph)
        nodes = list(self.graph.node)
        made = [new for place, node in enumerate(nodes) for new in self._rewritten(node, place in inside)]
        made += [cast for output in self.graph.output for cast in self._given_out(output.name, made)]
        for part, new in ((self.graph.node, made), (self.graph.value_info, [])):
            del part[:]
            part.extend(new)
        self._drop_unused()

    def _rewritten(self, node: NodeProto, inside: bool) -> Iterator[NodeProto]:
        """Yield `node`, its inputs of the right type, after the casts it needs."""
        floats = [name for name in node.input if self.types.get(name) in (_FULL, _HALF)]
        half = inside and bool(floats) and node.op_type not in _TYPED
        wanted = _HALF if half else _FULL
        for place, name in enumerate(node.input):
            if name in floats and self.types[name] != wanted:
                if (name, wanted) not in self.copies:
                    yield from self._copied(name, wanted)
                node.input[place] = self.copies[name, wanted]
        if half:
            self.types.update({name: _HALF for name in node.output if self.types.get(name) == _FULL})
        yield node

    def _copied(self, name: str, kind: int) -> Iterator[NodeProto]:
        """Make the copy of a tensor: a weight is converted here, all else when the network runs."""
        copy = self.copies[name, kind] = f"{name}_{'half' if kind == _HALF else 'full'}"
        if name in self.weights:
            array = numpy_helper.to_array(self.weights[name]).astype(np.float16)
            self.graph.initializer.append(numpy_helper.from_array(array, copy))
        else:
            yield helper.make_node("Cast", [name], [copy], copy, to=kind)

    def _given_out(self, name: str, nodes: list[NodeProto]) -> Iterator[NodeProto]:
        """Let an output that came out as float16 be float32 under its own name."""
        if self.types.get(name) != _HALF:
            return
        inner = f"{name}_half"
        for node in nodes:
            for part in (node.input, node.output):
                for place, used in enumerate(part):
                    if used == name:
                        part[place] = inner
        yield helper.make_node("Cast", [inner], [name], f"{name}_out", to=_FULL)

    def _drop_unused(self) -> None:
        used = {name for node in self.graph.node for name in node.input}
        kept = [weight for weight in self.graph.initializer if weight.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)
