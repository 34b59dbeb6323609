"""From a checkpoint to the model folder that the application reads."""

import csv
import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from torch import Tensor, nn
from torch.export import Dim

from core.enhance.model import HALF_FILE, MODEL_FILE
from core.enhance.network import Networks
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import (
    CALIBRATION_KEY,
    FULL,
    HALF,
    IMAGES_KEY,
    LICENCES_KEY,
    PRECISION_KEY,
    TRAINING_KEY,
)
from core.enhance.spec import METADATA_KEY, ONE_HOT, ModelSpec
from core.errors import ClearsliceError
from training.card import write_card
from training.clock import Compute, counted
from training.config import Config, as_large
from training.data import Pack
from training.description import families
from training.fit import curve, load, model_spec
from training.half import halved
from training.module import Denoising
from training.parity import (
    HALF_PARITY,
    INPUTS,
    OUTPUTS,
    PARITY,
    UNITS,
    half_difference,
    made_input,
    outputs_of,
    parity,
    run,
)
from training.proof.bench import Bench
from training.proof.calibration import factors
from training.proof.stage import PROOF_FOLDER

OPSET = 20
REFERENCE_SIZE = (1, 64, 48)


def export(
    checkpoint: Path, pack: Pack, models: Path, compute: Compute | None = None, *, large: bool = False
) -> Path:
    """Write the folder `models`/<name>: networks, reference pair, curve, card, metadata; return it.

    What is there of the same name is replaced once the new model has proved itself; the evaluation
    stays only if it was made with the same weights.

    Parameters
    ----------
    checkpoint
        Of the run; its configuration and logs lie beside it.
    pack
        The images it was trained on.
    models
        Folder of model folders.
    compute
        What the training cost, where the checkpoint does not tell.
    large
        Whether to write the large variant, <name>-large: the same weights on the slice and its mirror images.

    Raises
    ------
    ClearsliceError
        If ONNX Runtime computes something else than PyTorch.
    """
    module = load(checkpoint)
    if large:
        module.config = as_large(module.config)
    spec, cost = _released(module.config, pack), compute or counted(checkpoint)
    models.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=models, prefix=".export-") as made:
        write_model(module.shipped(), Path(made), spec, provenance(module, pack, cost))
        _write_curve(curve(checkpoint.parent), Path(made) / "validation.csv")
        folder = moved(Path(made), models / spec.name)
    if spec.task == "denoise" and module.config.losses.uncertainty > 0:
        calibrate(folder, pack)
    write_card(folder)
    return folder


def calibrate(folder: Path, pack: Pack) -> Mapping[str, float]:
    """Give the files of the model in `folder` the factors of its 90 % intervals; return them by family.

    They come from the validation subjects of `pack`, on whom it was not trained.
    """
    bench = Bench(Networks(folder.parent, "cpu"), folder.name, pack, folder)
    found = factors(bench)
    spec = replace(bench.networks.spec(folder.name), interval=found)
    told = {METADATA_KEY: spec.to_json(), CALIBRATION_KEY: json.dumps(sorted(bench.measured_images))}
    for file in (folder / MODEL_FILE, folder / HALF_FILE):
        if file.exists():
            label(file, onnx_metadata(file) | told)
    return found


def _released(config: Config, pack: Pack) -> ModelSpec:
    """Return the specification without the families that were not trained."""
    spec = model_spec(config)
    trained = families(config.data, [m for m in ONE_HOT if pack.subjects("train", m)])
    ranges = {name: ends for name, ends in spec.noise_range.items() if name in trained}
    return replace(spec, modalities=trained, noise_range=ranges)


def write_model(net: nn.Module, folder: Path, spec: ModelSpec, metadata: Mapping[str, str]) -> None:
    """Write `net` in float32 and, where it is exact enough, in float16, with a stored result.

    Raises
    ------
    ClearsliceError
        If ONNX Runtime computes something else than PyTorch.
    """
    path = folder / MODEL_FILE
    entries = {METADATA_KEY: spec.to_json(), **metadata}
    write_onnx(net, path, spec, entries)
    difference = parity(net, path)
    if difference > PARITY:
        msg = f"The exported model differs from the trained one by {difference:.1e}; it was not released."
        path.unlink()
        raise ClearsliceError(msg)
    told = {m: f"{difference * UNITS[m][0]:.2g} {UNITS[m][1]}" for m in spec.modalities}
    label(path, entries | {PRECISION_KEY: _precision(FULL, PARITY, told)})
    write_half(path, spec, entries)
    feed = made_input(*REFERENCE_SIZE, seed=7)
    outputs = zip(outputs_of(path), run(path, feed), strict=True)
    np.savez_compressed(folder / "reference.npz", **feed, **dict(outputs))  # type: ignore[arg-type]


def write_half(path: Path, spec: ModelSpec, entries: Mapping[str, str]) -> Mapping[str, float]:
    """Write the float16 variant beside the model at `path`, if it is exact enough.

    Returns
    -------
    Mapping
        Its largest difference from float32 per family, in HU or % of the range.
    """
    half = path.with_name(HALF_FILE)
    onnx.save(halved(onnx.load(path)), half)
    found = {m: half_difference(path, half, spec, m) * UNITS[m][0] for m in spec.modalities}
    if any(found[m] > HALF_PARITY[m] for m in found):
        half.unlink()
        return found
    told = {m: f"{value:.2g} {UNITS[m][1]}" for m, value in found.items()}
    tolerance = min(HALF_PARITY[m] / UNITS[m][0] for m in found)
    label(half, {**entries, PRECISION_KEY: _precision(HALF, tolerance, told)})
    return found


def _precision(name: str, tolerance: float, differences: Mapping[str, str]) -> str:
    return json.dumps({"precision": name, "tolerance": tolerance, "differences": differences})


def label(path: Path, entries: Mapping[str, str]) -> None:
    """Give the ONNX file at `path` the metadata `entries` in place of those it has."""
    model = onnx.load(path)
    del model.metadata_props[:]
    onnx.helper.set_model_props(model, dict(entries))
    onnx.save(model, path)


def moved(made: Path, folder: Path) -> Path:
    """Put the files of `made` into `folder` and return it; what belongs to other weights is taken away."""
    folder.mkdir(exist_ok=True)
    if _weights(made) != _weights(folder):
        for name in ("evaluation.json", "card.md", "table1.md", "figure1.jpg"):
            (folder / name).unlink(missing_ok=True)
        shutil.rmtree(folder / PROOF_FOLDER, ignore_errors=True)
    (folder / HALF_FILE).unlink(missing_ok=True)
    for file in made.iterdir():
        file.replace(folder / file.name)
    return folder


def _weights(folder: Path) -> str:
    """Digest of the weights of the model in `folder`, "" if there is none."""
    if not (folder / MODEL_FILE).exists():
        return ""
    entries = {p.key: p.value for p in onnx.load(folder / MODEL_FILE).metadata_props}
    return str(json.loads(entries[TRAINING_KEY])["weights"])


def _write_curve(rows: list[dict[str, str]], path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0] if rows else ["step"])
        writer.writeheader()
        writer.writerows(rows)


def provenance(module: Denoising, pack: Pack, cost: Compute) -> dict[str, str]:
    """Return training record, licences and hashes of the images, as metadata entries."""
    used = {s.source for s in pack.slices if s.split == "train"}
    sources = [pack.sources[i] for i in sorted(used)]
    digest = hashlib.sha256(b"".join(w.numpy().tobytes() for w in module.ema.state_dict().values()))
    record = {
        "config": asdict(module.config),
        "config_sha256": hashlib.sha256(module.config.to_toml().encode()).hexdigest(),
        "hours": cost.hours,
        "device": cost.device,
        "steps": module.trained_steps,
        "torch": torch.__version__,
        "data": pack.digest,
        "subjects": {m: len(pack.subjects("train", m)) for m in ONE_HOT},
        "weights": digest.hexdigest(),
    }
    return {
        TRAINING_KEY: json.dumps(record, sort_keys=True),
        LICENCES_KEY: json.dumps(sorted({s.licence for s in sources})),
        IMAGES_KEY: json.dumps(sorted(s.sha256 for s in sources)),
    }


def write_onnx(net: nn.Module, path: Path, spec: ModelSpec, metadata: Mapping[str, str]) -> None:
    """Export `net` for any batch and any height and width that are multiples of the specification's.

    A network that states no uncertainty has one output.
    """
    batch, tall, wide = Dim("batch", min=1), Dim("tall", min=1), Dim("wide", min=1)
    sizes = {0: batch, 2: spec.multiple * tall, 3: spec.multiple * wide}
    # A batch of 2 and unequal sides, lest a size be taken for a constant.
    example = tuple(torch.from_numpy(a) for a in made_input(2, 64, 48, seed=0).values())
    with torch.no_grad():
        doubts = net.eval()(*example)[1] is not None
    program = torch.onnx.export(
        net if doubts else Undoubting(net).eval(),
        example,
        input_names=INPUTS,
        output_names=OUTPUTS if doubts else OUTPUTS[:1],
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


class Undoubting(nn.Module):
    """The residual alone of a network that states no uncertainty."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, image: Tensor, sigma: Tensor, modality: Tensor, context: Tensor) -> Tensor:
        """(N, 1, H, W) → (N, 1, H, W), or finer by the network's scale."""
        residual: Tensor = self.net(image, sigma, modality, context)[0]
        return residual
