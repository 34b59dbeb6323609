"""A model's folder as others read it: `metadata.json`, as a MONAI bundle lays it out.

https://docs.monai.io/en/stable/mb_specification.html; the keys are its, as far as they apply: the model
was made without MONAI and runs without PyTorch, whose version is the one it was exported with. All of it is
taken from the ONNX file and the measurements beside it.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from core.enhance.model import HALF_FILE, MODEL_FILE
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import Origin
from core.enhance.spec import METADATA_KEY, NORMALISATION, ONE_HOT, ModelSpec
from core.version import VERSION
from training.proof.stage import PROOF_FOLDER, findings_in

METADATA_FILE = "metadata.json"
TASKS = {
    "denoise": "Noise reduction in CT, MR and X-ray images",
    "double": "Doubling of rows and columns (super-resolution) of CT, MR and X-ray images",
    "artifacts": "Reduction of artifacts in CT, MR and X-ray images",
}
INTENDED_USE = (
    "An aid to looking at CT, MR and X-ray images beside the original. Not a medical device and not for "
    "diagnostic use."
)
_FORMATS = {"CT": "hounsfield", "MR": "magnitude", "XR": "magnitude"}


def write_metadata(folder: Path) -> Path:
    """Write `folder`/metadata.json from the ONNX files and, if it is there, evaluation.json."""
    path = folder / METADATA_FILE
    entries = onnx_metadata(folder / MODEL_FILE)
    spec, origin = ModelSpec.from_json(entries[METADATA_KEY]), Origin.from_metadata(entries)
    table = _about(folder, spec, origin) | {
        "changelog": _changelog(path, spec, origin),
        "training": _training(origin),
        "precisions": _precisions(folder),
        "eval_metrics": _metrics(folder / "evaluation.json", spec.name) or _proved(folder / PROOF_FOLDER),
        "interval_90": dict(spec.interval),
        "network_data_format": _data_format(spec),
        "sha256": {file.name: _digest(file) for file in sorted(folder.glob("model*.onnx"))},
    }
    path.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _about(folder: Path, spec: ModelSpec, origin: Origin) -> dict[str, Any]:
    return {
        "name": folder.name,
        "version": spec.version,
        "clearslice_version": VERSION,
        "pytorch_version": origin.torch,
        "numpy_version": np.__version__,
        "required_packages_version": {"onnxruntime": onnxruntime.__version__},
        "task": TASKS[spec.task],
        "variant": spec.variant,
        "description": (
            "Gives what to subtract from an image, and the logarithm of the Laplace scale of what is left "
            "uncertain; details stand in card.md."
        ),
        "authors": "The Clearslice project",
        "copyright": "The Clearslice project; the training images stand under the licences in data_licences",
        "intended_use": INTENDED_USE,
        "data_type": "DICOM, NIfTI, NRRD, PNG",
        "data_source": "Named in card.md; the SHA-256 of each image is in the ONNX file",
        "data_licences": list(origin.licences),
        "data_sha256": origin.data_digest,
    }


def _training(origin: Origin) -> dict[str, Any]:
    """Return the record without the configuration itself, which stands in the ONNX file."""
    return {
        "config_sha256": origin.config_digest,
        "steps": origin.steps,
        "hours": origin.hours,
        "device": origin.device,
        "subjects": dict(origin.subjects),
        "images": len(origin.images),
        "weights_sha256": origin.weights_digest,
    }


def _changelog(path: Path, spec: ModelSpec, origin: Origin) -> dict[str, str]:
    """The entries of an earlier file, and one for this version."""
    earlier: dict[str, str] = json.loads(path.read_text())["changelog"] if path.exists() else {}
    return {**earlier, spec.version: f"{origin.steps} steps; weights {origin.weights_digest[:16]}"}


def _precisions(folder: Path) -> dict[str, Any]:
    """Largest differences from PyTorch (float32) and from float32 (float16), as measured at export."""
    found = {}
    for file in (MODEL_FILE, HALF_FILE):
        if (folder / file).exists():
            origin = Origin.from_metadata(onnx_metadata(folder / file))
            found[file] = {"precision": origin.precision, "differences": dict(origin.differences)}
    return found


def _metrics(path: Path, name: str) -> dict[str, Any]:
    """Means by subject of the network as the application runs it, by family and noise level."""
    if not path.exists():
        return {}
    rows = json.loads(path.read_text(encoding="utf-8"))
    ours = [row for row in rows if row["method"] == f"{name}, blind σ"]
    return {
        f"{row['modality']} {row['level']:g}": {
            number: row[number]["mean"] for number in ("psnr", "ssim", "mse")
        }
        for row in ours
    }


def _proved(folder: Path) -> dict[str, Any]:
    """PSNR and SSIM at 100 % from the proofs of a network that is for something else than noise."""
    rows = (row for finding in findings_in(folder).values() for row in finding.rows)
    return {
        f"{row['family']} {row.get('coarse slice') or row.get('artifact')}": {
            "psnr": row["PSNR dB"],
            "ssim": row["SSIM"],
        }
        for row in rows
        if row.get("way") == "network 100%" and "family" in row
    }


def _data_format(spec: ModelSpec) -> dict[str, Any]:
    size = [f"{spec.multiple}*n", f"{spec.multiple}*m"]
    finer = [f"{spec.magnification * spec.multiple}*{letter}" for letter in "nm"]
    small = [spec.context_size, spec.context_size]
    codes = {str(place): name for place, name in enumerate(ONE_HOT)}
    image = {"format": {m: _FORMATS[m] for m in spec.modalities}, "normalisation": _scales(spec)}
    return {
        "inputs": {
            "image": _tensor(spec, size, {"0": "image, normalised"}) | image,
            "sigma": _tensor(spec, size, {"0": "noise SD, normalised"}) | {"value_range": _sigmas(spec)},
            "modality": _tensor(spec, [], codes) | {"type": "tuples", "format": "one-hot code"},
            "context": _tensor(spec, small, {"0": "whole slice averaged over areas, normalised"}),
        },
        "outputs": {
            "residual": _tensor(spec, finer, {"0": "what to subtract, normalised"}),
            "log_scale": _tensor(spec, finer, {"0": "logarithm of the Laplace scale, normalised"}),
        },
    }


def _tensor(spec: ModelSpec, shape: Sequence[str | int], channels: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "image",
        "format": "magnitude",
        "modality": ", ".join(spec.modalities),
        "num_channels": len(channels),
        "spatial_shape": list(shape),
        "dtype": "float32",
        "value_range": [],
        "is_patch_data": False,
        "channel_def": channels,
    }


def _scales(spec: ModelSpec) -> dict[str, str]:
    words = {
        "fixed": "(value − {0.offset:g}) / {0.factor:g}",
        "foreground": "value / percentile {0.high:g} of the pixels above the mean",
        "range": "percentiles {0.low:g} to {0.high:g} to 0 to 1",
    }
    rules = {m: spec.normalisation.get(m, NORMALISATION[m]) for m in spec.modalities}
    return {m: words[rule.kind].format(rule) for m, rule in rules.items()}


def _sigmas(spec: ModelSpec) -> list[float]:
    ends = [end for pair in spec.noise_range.values() for end in pair]
    return [min(ends), max(ends)] if ends else []


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
