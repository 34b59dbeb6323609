"""The networks as enhancement methods, one for each of `core.enhance.spec.TASKS`."""

from dataclasses import dataclass, field
from typing import ClassVar

from core.enhance.coarse import fine_part
from core.enhance.enlarge import doubled
from core.enhance.method import Image, SliceContext, parameter
from core.enhance.network import Networks
from core.noise import estimate
from core.stop import Stop

AUTO = "auto"
USUAL_STRENGTH = 0.25
"""Share of its effect with which the network is switched on; the proofs of `training.proof` refer to it."""


@dataclass(frozen=True)
class Cnn:
    """Denoising by a convolutional network that was trained for the modality."""

    name: ClassVar[str] = "cnn"
    label: ClassVar[str] = "Denoise (AI)"
    purpose: ClassVar[str] = "Removes noise and keeps edges, by a trained network."
    keeps_units: ClassVar[bool] = True
    task: ClassVar[str] = "denoise"

    model: str = parameter(AUTO, "Model", help='Name of the network; "auto" takes the one for the modality.')
    noise: float = parameter(
        1.0, "Noise factor", minimum=0.5, maximum=2.0, step=0.05, unit="×",
        help="How much noise the network is told there is, relative to what was measured.",
    )  # fmt: skip
    networks: Networks = field(default_factory=Networks, compare=False)

    def __call__(self, values: Image, context: SliceContext, stop: Stop) -> Image:
        """Return (rows, columns) float32 values; twice as many of both if the network doubles the grid."""
        stop.check()
        name = self.resolved(context.modality)
        if self.networks.spec(name).enlarged:
            values, context = doubled(values), context.doubled()
        noise = self.noise * estimate(values, context.excluded)
        stop.check()
        return self.told(name, values, context, noise, stop)

    def told(self, name: str, values: Image, context: SliceContext, noise: float, stop: Stop) -> Image:
        """Return what the network called `name` makes of `values` when told that the noise SD is `noise`."""
        residual = self.networks.residual(name, values, context, noise, stop)
        if self.networks.spec(name).task == "denoise" and context.modality == "CT":
            residual = fine_part(residual)
        return (values if residual.shape == values.shape else doubled(values)) - residual

    def resolved(self, modality: str) -> str:
        """Name of the network that runs for a DICOM Modality."""
        return self.networks.default_for(modality, self.task) if self.model == AUTO else self.model


@dataclass(frozen=True)
class Doubling(Cnn):
    """Super-resolution by a network: twice the rows and columns, with edges as sharp as on that grid."""

    name: ClassVar[str] = "double"
    label: ClassVar[str] = "Sharpen ×2 (AI)"
    purpose: ClassVar[str] = "Doubles rows and columns and sharpens edges, by a trained network."
    task: ClassVar[str] = "double"


@dataclass(frozen=True)
class ArtifactReduction(Cnn):
    """What a scanner adds besides noise, taken off by a network."""

    name: ClassVar[str] = "artifacts"
    label: ClassVar[str] = "Reduce artifacts (AI)"
    purpose: ClassVar[str] = "Weakens streaks in CT, hardly anything else so far, by a trained network."
    task: ClassVar[str] = "artifacts"
