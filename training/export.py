"""From a checkpoint to the model folder that the application reads."""

import csv
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from torch import Tensor, nn
from torch.export import Dim

from core.enhance import device
from core.enhance.spec import METADATA_KEY, ONE_HOT, ModelSpec
from core.errors import ClearsliceError
from training.data import Pack
from training.fit import curve, load, model_spec
from training.module import Denoising

INPUTS = ("image", "sigma", "modality", "context")
OUTPUTS = ("residual", "log_scale")
OPSET = 20
PARITY = 1e-5
"""Largest difference from PyTorch on the network's scale (0.04 HU)."""
SIZES = ((1, 64, 64), (2, 96, 160), (1, 240, 368), (3, 48, 80))
"""(batch, height, width) at which parity is shown."""
REFERENCE_SIZE = (1, 64, 48)

Feed = dict[str, npt.NDArray[np.float32]]


def export(checkpoint: Path, pack: Pack, models: Path) -> Path:
    """Write `models`/<name>/model.onnx, its reference pair and its validation curve; return the folder.

    Raises
    ------
    ClearsliceError
        If ONNX Runtime computes something else than PyTorch.
    """
    module = load(checkpoint)
    spec = model_spec(module.config)
    folder = models / spec.name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "model.onnx"
    write_onnx(module.ema, path, spec, {METADATA_KEY: spec.to_json(), **_provenance(module, pack)})
    difference = parity(module.ema, path)
    if difference > PARITY:
        msg = f"The exported model differs from the trained one by {difference:.1e}; it was not released."
        path.unlink()
        raise ClearsliceError(msg)
    feed = made_input(*REFERENCE_SIZE, seed=7)
    np.savez_compressed(folder / "reference.npz", **feed, **dict(zip(OUTPUTS, run(path, feed), strict=True)))  # type: ignore[arg-type]
    _write_curve(curve(checkpoint.parent), folder / "validation.csv")
    return folder


def _write_curve(rows: list[dict[str, str]], path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0] if rows else ["step"])
        writer.writeheader()
        writer.writerows(rows)


def _provenance(module: Denoising, pack: Pack) -> dict[str, str]:
    """Training record, licences and hashes of the images, as metadata entries."""
    used = {s.source for s in pack.slices if s.split == "train"}
    sources = [pack.sources[i] for i in sorted(used)]
    digest = hashlib.sha256(b"".join(w.numpy().tobytes() for w in module.ema.state_dict().values()))
    record = {
        "config": asdict(module.config),
        "steps": module.trained_steps,
        "torch": torch.__version__,
        "data": pack.digest,
        "subjects": {m: len(pack.subjects("train", m)) for m in ONE_HOT},
        "weights": digest.hexdigest(),
    }
    return {
        "clearslice.training": json.dumps(record, sort_keys=True),
        "clearslice.licences": json.dumps(sorted({s.licence for s in sources})),
        "clearslice.images": json.dumps(sorted(s.sha256 for s in sources)),
    }


def write_onnx(net: nn.Module, path: Path, spec: ModelSpec, metadata: Mapping[str, str]) -> None:
    """Export `net` for any batch and any height and width that are multiples of the specification's."""
    batch, tall, wide = Dim("batch", min=1), Dim("tall", min=1), Dim("wide", min=1)
    sizes = {0: batch, 2: spec.multiple * tall, 3: spec.multiple * wide}
    # A batch of 2 and unequal sides, lest a size be taken for a constant.
    example = tuple(torch.from_numpy(a) for a in made_input(2, 64, 48, seed=0).values())
    program = torch.onnx.export(
        net.eval(),
        example,
        input_names=INPUTS,
        output_names=OUTPUTS,
        opset_version=OPSET,
        dynamo=True,
        dynamic_shapes=(sizes, sizes, {0: batch}, {0: batch}),
        verbose=False,
    )
    if program is None:
        msg = "The network could not be exported; see the messages above."
        raise ClearsliceError(msg)
    model = program.model_proto
    onnx.helper.set_model_props(model, dict(metadata))
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)


def made_input(batch: int, height: int, width: int, seed: int) -> Feed:
    """Return smooth structure with noise, one family after the other over the batch."""
    rng = np.random.default_rng(seed)
    y, x = np.meshgrid(np.linspace(0, 6, height), np.linspace(0, 6, width), indexing="ij")
    structure = 0.3 + 0.1 * np.sin(x) * np.cos(y) + 0.1 * (x > y)
    image = structure + 0.01 * rng.standard_normal((batch, 1, height, width))
    context = np.full((batch, 1, 64, 64), 0.3) + 0.01 * rng.standard_normal((batch, 1, 64, 64))
    arrays = (image, np.full_like(image, 0.01), np.eye(3)[np.arange(batch) % 3], context)
    return {name: a.astype(np.float32) for name, a in zip(INPUTS, arrays, strict=True)}


def run(path: Path, feed: Feed) -> list[npt.NDArray[np.float32]]:
    """Return both outputs by ONNX Runtime on the CPU."""
    outputs: list[npt.NDArray[np.float32]] = device.cpu_session(path).run(list(OUTPUTS), feed)
    return outputs


@torch.no_grad()
def parity(net: nn.Module, path: Path) -> float:
    """Return the largest difference between PyTorch and ONNX Runtime over all `SIZES`."""
    session = device.cpu_session(path)
    worst = 0.0
    for seed, size in enumerate(SIZES):
        feed = made_input(*size, seed=seed)
        expected: tuple[Tensor, ...] = net(*(torch.from_numpy(a) for a in feed.values()))
        got = session.run(list(OUTPUTS), feed)
        worst = max(worst, *(float(np.abs(e.numpy() - g).max()) for e, g in zip(expected, got, strict=True)))
    return worst
