"""Where a network comes from and how exactly it computes, as its file tells."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from core.errors import ClearsliceError

TRAINING_KEY = "clearslice.training"
"""Keys of the ONNX metadata entries; all values are JSON."""
LICENCES_KEY = "clearslice.licences"
IMAGES_KEY = "clearslice.images"
PRECISION_KEY = "clearslice.precision"
CALIBRATION_KEY = "clearslice.calibration"

FULL, HALF = "float32", "float16"


@dataclass(frozen=True)
class Origin:
    """The record of a network's training, with what it was trained on; empty where the file is silent."""

    config_digest: str = ""
    """SHA-256 of the resolved configuration."""
    steps: int = 0
    hours: float | None = None
    """Time spent in training, over all its parts."""
    device: str = ""
    """What it was trained on."""
    weights_digest: str = ""
    data_digest: str = ""
    """SHA-256 over the hashes of all images and their splits."""
    torch: str = ""
    """Version of PyTorch it was exported with."""
    subjects: Mapping[str, int] = field(default_factory=dict)
    """Training subjects per family."""
    images: tuple[str, ...] = ()
    """SHA-256 of every training image."""
    calibration: tuple[str, ...] = ()
    """SHA-256 of every image from which the intervals of `ModelSpec.interval` were calibrated."""
    licences: tuple[str, ...] = ()
    precision: str = FULL
    """What it computes in."""
    tolerance: float = 0.0
    """Largest difference from the float32 network that is accepted, on the network's scale."""
    differences: Mapping[str, str] = field(default_factory=dict)
    """Largest difference that was measured, per family, with its unit."""

    @classmethod
    def from_metadata(cls, entries: Mapping[str, str]) -> Self:
        """Read what the metadata `entries` of an ONNX file hold.

        Raises
        ------
        ClearsliceError
            If an entry is damaged.
        """
        keys = (TRAINING_KEY, LICENCES_KEY, IMAGES_KEY, CALIBRATION_KEY, PRECISION_KEY)
        try:
            record, licences, images, calibration, precision = (
                json.loads(entries.get(key, "null")) for key in keys
            )
            return cls(
                **_training(record or {}),
                images=tuple(images or ()),
                calibration=tuple(calibration or ()),
                licences=tuple(licences or ()),
                **(precision or {}),
            )
        except (ValueError, TypeError, AttributeError) as error:
            msg = "The model's training record is damaged; install the model file again."
            raise ClearsliceError(msg) from error


def _training(record: Mapping[str, Any]) -> dict[str, Any]:
    hours = record.get("hours")
    return {
        "config_digest": str(record.get("config_sha256", "")),
        "steps": int(record.get("steps", 0)),
        "hours": None if hours is None else float(hours),
        "device": str(record.get("device", "")),
        "weights_digest": str(record.get("weights", "")),
        "data_digest": str(record.get("data", "")),
        "torch": str(record.get("torch", "")),
        "subjects": dict(record.get("subjects", {})),
    }
