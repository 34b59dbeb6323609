"""What a network expects of its input: the only normalisation there is.

Training calls it, the exporter writes it into the ONNX file, inference reads it back.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.errors import ClearsliceError

Image = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

METADATA_KEY = "clearslice.spec"
"""Key of the ONNX metadata entry that holds the specification as JSON."""
FAMILIES = {"CT": "CT", "MR": "MR", "CR": "XR", "DX": "XR", "XR": "XR", "RG": "XR", "RF": "XR", "PX": "XR"}
"""DICOM Modality → the family a network knows; order of the one-hot code is CT, MR, XR."""
ONE_HOT = ("CT", "MR", "XR")
TASKS = ("denoise", "double", "artifacts")
"""What networks are for: less noise, twice the rows and columns, fewer artifacts."""
VARIANTS = ("small", "default", "large")
"""For CPUs and radiographs, for all, for GPUs."""


def family(modality: str) -> str:
    """Return "CT", "MR" or "XR" for a DICOM Modality.

    Raises
    ------
    ClearsliceError
        If no network is meant for such images.
    """
    if modality not in FAMILIES:
        msg = f"Images of modality {modality or 'unknown'} cannot be enhanced; CT, MR and radiographs can."
        raise ClearsliceError(msg)
    return FAMILIES[modality]


@dataclass(frozen=True, slots=True)
class Scale:
    """The affine map of one slice: ``normalised = (value − offset) / factor``."""

    offset: float
    factor: float

    def normalise(self, values: Image) -> Image:
        """Return `values` on the network's scale, never clipped."""
        return (values - np.float32(self.offset)) / np.float32(self.factor)

    def restore(self, normalised: Image) -> Image:
        """Return modality values; in float64, since float32 steps of 4096 HU are 2e-4."""
        return (normalised.astype(np.float64) * self.factor + self.offset).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Normalisation:
    """How a family's `Scale` is found.

    "fixed" uses `offset` and `factor` as they stand; "foreground" divides by the `high` percentile of
    the pixels above the mean (MR signal has no unit, but zero means something); "range" maps the
    percentiles `low` … `high` to 0 … 1.
    """

    kind: str
    offset: float = 0.0
    factor: float = 1.0
    low: float = 0.0
    high: float = 100.0

    def __post_init__(self) -> None:
        if self.kind not in ("fixed", "foreground", "range"):
            msg = f"The model asks for the unknown normalisation '{self.kind}'; install a matching version."
            raise ClearsliceError(msg)

    def scale(self, values: Image, excluded: Mask | None = None) -> Scale:
        """Return the scale of the slice `values` without its `excluded` pixels."""
        if self.kind == "fixed":
            return Scale(self.offset, self.factor)
        inside = _inside(values, excluded)
        if self.kind == "foreground":
            top = float(np.percentile(inside[inside >= inside.mean(dtype=np.float64)], self.high))
            return Scale(0.0, max(top, 1e-6))
        low, high = (float(v) for v in np.percentile(inside, (self.low, self.high)))
        return Scale(low, max(high - low, 1e-6))


def _inside(values: Image, excluded: Mask | None) -> Image:
    keep = np.isfinite(values) if excluded is None else np.isfinite(values) & ~excluded
    return values[keep] if keep.any() else np.zeros(1, np.float32)


NORMALISATION: Mapping[str, Normalisation] = {
    "CT": Normalisation("fixed", -1024.0, 4096.0),
    "MR": Normalisation("foreground", high=99.5),
    "XR": Normalisation("range", low=0.1, high=99.9),
}


@dataclass(frozen=True)
class ModelSpec:
    """What a network is, what it accepts and how its numbers are scaled."""

    name: str
    version: str
    task: str = "denoise"
    """One of `TASKS`."""
    variant: str = "default"
    """One of `VARIANTS`; the networks for a task differ in it."""
    magnification: int = 1
    """Rows and columns that come out for each of the image: 1, or 2 where the grid is doubled."""
    enlarged: bool = False
    """Whether the network is given the image enlarged to its grid, instead of enlarging it."""
    modalities: tuple[str, ...] = ONE_HOT
    """Families the network was trained on."""
    normalisation: Mapping[str, Normalisation] = field(default_factory=lambda: dict(NORMALISATION))
    noise_range: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Normalised noise SD per family for which the network was trained (lowest, highest)."""
    interval: Mapping[str, float] = field(default_factory=dict)
    """Half width of the 90 % interval per family, in units of the stated Laplace scale; a family that is
    lacking was not calibrated."""
    multiple: int = 16
    """Height and width of the input are multiples of this."""
    overlap: int = 64
    """Pixels around a tile that can influence it."""
    context_size: int = 64
    """Side of the whole-slice thumbnail that feeds the channel attention."""

    def __post_init__(self) -> None:
        if self.task not in TASKS or self.variant not in VARIANTS or self.magnification not in (1, 2):
            kind = f"{self.variant} {self.task} x{self.magnification}"
            msg = f"The model {self.name} is of an unknown kind ({kind}); install a matching version."
            raise ClearsliceError(msg)
        if self.enlarged and self.magnification == 1:
            msg = f"The model {self.name} wants enlarged images without a finer grid; install the file again."
            raise ClearsliceError(msg)
        missing = [m for m in self.modalities if m not in self.normalisation]
        if missing or not set(self.modalities) <= set(ONE_HOT):
            msg = f"The model's specification does not say how {', '.join(self.modalities)} are normalised."
            raise ClearsliceError(msg)

    @property
    def output_scale(self) -> int:
        """Rows and columns of the network's output for each of its input."""
        return 1 if self.enlarged else self.magnification

    def family(self, modality: str) -> str:
        """Return the family of a DICOM Modality, refusing what the network was not trained on."""
        known = family(modality)
        if known not in self.modalities:
            msg = f"The model {self.name} was not trained on {modality} images; choose another model."
            raise ClearsliceError(msg)
        return known

    def scale(self, values: Image, modality: str, excluded: Mask | None = None) -> Scale:
        """Return the scale of the whole slice `values` (rows, columns)."""
        return self.normalisation[self.family(modality)].scale(values, excluded)

    def normalise(self, values: Image, modality: str, excluded: Mask | None = None) -> tuple[Image, Scale]:
        """Return the normalised slice and the scale `restore` needs.

        Excluded and non-finite pixels take the lowest value that is inside, so that padding of
        −32768 does not ring into the picture.
        """
        scale = self.scale(values, modality, excluded)
        outside = ~np.isfinite(values) if excluded is None else ~np.isfinite(values) | excluded
        if outside.any():
            values = np.where(outside, _inside(values, excluded).min(), values)
        return scale.normalise(values), scale

    def restore(self, normalised: Image, scale: Scale) -> Image:
        """Return modality values of a normalised image; the inverse of `normalise`."""
        return scale.restore(normalised)

    def sigma(self, noise: float, modality: str, scale: Scale) -> float:
        """Return the noise SD `noise` (modality units) normalised and held to the trained range."""
        low, high = self.noise_range.get(self.family(modality), (0.0, np.inf))
        return float(np.clip(noise / scale.factor, low, high))

    def one_hot(self, modality: str) -> Image:
        """Return the (3,) code of the family: CT, MR, XR."""
        return np.asarray([name == self.family(modality) for name in ONE_HOT], np.float32)

    def context(self, normalised: Image) -> Image:
        """Return the whole slice averaged over areas to (context_size, context_size)."""
        # Sparse, because the threads of a dense product go on spinning, in the way of those of the network.
        rows, columns = (sparse.csr_array(_averaging(n, self.context_size)) for n in normalised.shape)
        return np.ascontiguousarray((columns @ (rows @ normalised).T).T, np.float32)

    def to_json(self) -> str:
        """Return the text `from_json` reads back to an equal specification."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a specification.

        Raises
        ------
        ClearsliceError
            If it is not JSON, or holds a field this version does not know.
        """
        try:
            table = _known(cls, json.loads(text))
            table["modalities"] = tuple(table.get("modalities", ONE_HOT))
            rules = table.get("normalisation", {})
            table["normalisation"] = {k: Normalisation(**_known(Normalisation, v)) for k, v in rules.items()}
            ranges = table.get("noise_range", {})
            table["noise_range"] = {k: (float(low), float(high)) for k, (low, high) in ranges.items()}
            table["interval"] = {k: float(v) for k, v in table.get("interval", {}).items()}
            return cls(**table)
        except (ValueError, TypeError, AttributeError) as error:
            msg = "The model's specification is damaged; install the model file again."
            raise ClearsliceError(msg) from error


def _known(kind: type[Any], table: Any) -> dict[str, Any]:
    unknown = set(table) - {f.name for f in fields(kind)}
    if unknown:
        msg = f"The model needs a newer Clearslice: its specification holds {', '.join(sorted(unknown))}."
        raise ClearsliceError(msg)
    return dict(table)


def _averaging(size: int, bins: int) -> Image:
    """(bins, size) matrix that averages `size` samples over `bins` equal stretches."""
    edges = np.linspace(0, size, bins + 1)
    start, end = edges[:-1, None], edges[1:, None]
    left = np.arange(size)
    covered = np.minimum(end, left + 1) - np.maximum(start, left)
    return np.asarray(np.clip(covered, 0, None) / (end - start), np.float32)
