"""A training run as one frozen value, read from TOML."""

import tomllib
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import tomli_w

from core.enhance.spec import TASKS, VARIANTS
from core.errors import ClearsliceError
from training.degradation.settings import Artifacts, Denoise, Double
from training.toml_table import apply, build, rename


def _one_of(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        msg = f"The setting '{name}' is '{value}'; set it to one of {', '.join(known)}."
        raise ClearsliceError(msg)


@dataclass(frozen=True, slots=True)
class Data:
    """What a sample is."""

    task: str = "denoise"
    """denoise, double or artifacts; the section of that name says how its samples are spoiled."""
    crop: int = 128
    """Side of the square samples in pixels."""
    framing: str = "crop"
    """"crop" for squares of the slices at their own resolution, "resize" for whole slices brought to it."""
    batch: int = 32
    """Samples per optimiser step over all processes."""
    share_ct: float = 0.5
    share_mr: float = 0.28
    share_xr: float = 0.22
    halved: float = 0.25
    """Share of the samples averaged 2 × 2 first, which makes their targets cleaner."""
    warped: float = 0.25
    """Share of the samples rotated and scaled freely, before the noise goes in."""
    sigma_error: float = 0.15
    """The stated noise SD is off by up to this share, as blind estimates are."""
    workers: int = 0
    validation: int = 128
    """Crops per validation."""
    denoise: Denoise = field(default_factory=Denoise)
    double: Double = field(default_factory=Double)
    artifacts: Artifacts = field(default_factory=Artifacts)

    def __post_init__(self) -> None:
        _one_of("data.task", self.task, TASKS)
        _one_of("data.framing", self.framing, ("crop", "resize"))


@dataclass(frozen=True, slots=True)
class DnCNNSize:
    """As published."""

    width: int = 64
    depth: int = 17


@dataclass(frozen=True, slots=True)
class REDCNNSize:
    """As published."""

    width: int = 96


@dataclass(frozen=True, slots=True)
class RDNSize:
    """About the work of RED-CNN; see `training.networks.rdn` for the published size."""

    width: int = 64
    growth: int = 32
    blocks: int = 6
    layers: int = 6


@dataclass(frozen=True, slots=True)
class WGANSize:
    """The generator, as published; its critic has a section of its own."""

    width: int = 32
    depth: int = 8


@dataclass(frozen=True, slots=True)
class Network:
    """Which network, and the sizes of each kind; those of the kinds not chosen mean nothing."""

    kind: str = "clearnet"
    """clearnet, dncnn, redcnn, rdn or wgan."""
    scale: int = 1
    """How many times finer the grid that comes out is; clearnet and rdn know 2."""
    width: int = 32
    """Of clearnet."""
    middle: int = 3
    """Blocks of clearnet at the coarsest level."""
    dncnn: DnCNNSize = DnCNNSize()
    redcnn: REDCNNSize = REDCNNSize()
    rdn: RDNSize = RDNSize()
    wgan: WGANSize = WGANSize()


@dataclass(frozen=True, slots=True)
class Optimiser:
    """Adam with a cosine from `rate` to `rate_end`: by default 100 epochs of 200 steps."""

    steps: int = 20_000
    epoch_steps: int = 200
    """Steps between validations."""
    rate: float = 1e-3
    rate_end: float = 1e-6
    warmup: int = 200
    clip: float = 1.0
    ema: float = 0.999


@dataclass(frozen=True, slots=True)
class Losses:
    """Weights of the losses, which are in units of the noise; at 0 one is left out."""

    charbonnier: float = 1.0
    ms_ssim: float = 0.0
    frequency: float = 0.0
    gradient: float = 0.0
    mean: float = 0.0
    """Of the shift of the mean over 8 × 8 pixels."""
    uncertainty: float = 0.05
    """Of the Laplace likelihood, where the network has that output; no other weight learns from it."""
    uncertainty_from: float = 0.0
    """Share of the steps after which it counts."""
    adversarial: float = 0.0
    """Of the critic's score; above 0, a critic is trained beside the network."""


@dataclass(frozen=True, slots=True)
class Critic:
    """The adversary and its training, after Yang et al. 2018 and Gulrajani et al. 2017."""

    patch: int = 64
    """Side of the patches it sees, a multiple of 8."""
    width: int = 64
    steps: int = 4
    """Steps of the critic per step of the network, on the same batch."""
    penalty: float = 10.0
    """Weight of the gradient penalty."""
    rate: float = 1e-4
    """Of its own Adam; with the cosine of the network's."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that decides the result of a run, except the images."""

    name: str = "clearslice-denoise"
    version: str = "1"
    variant: str = "default"
    """small, default or large: what the application chooses by."""
    mirrored: bool = False
    """Whether the exported network averages over the slice's mirror images; training is the same."""
    seed: int = 1
    precision: str = "32-true"
    """32-true, bf16-mixed, or auto: bf16-mixed on GPUs that can, else 32-true."""
    channels_last: bool = True
    """Memory layout of the weights; a tenth faster on CPUs, more on GPUs."""
    compile: bool = False
    """Let `torch.compile` fuse the network's operations; needs a C++ compiler."""
    checkpoint_steps: int = 50
    """Steps between checkpoints within an epoch: what a killed run may have to do again."""
    initial: str = ""
    """Checkpoint whose averaged weights a new run starts from; its digest once the run is under way."""
    data: Data = Data()
    network: Network = Network()
    optimiser: Optimiser = Optimiser()
    losses: Losses = Losses()
    critic: Critic = Critic()

    def __post_init__(self) -> None:
        _one_of("variant", self.variant, VARIANTS)
        finer = 2 if self.data.task == "double" and not self.data.double.enlarged else 1
        if self.network.scale != finer:
            msg = (
                f"The setting 'network.scale' is {self.network.scale}, but the samples of the task "
                f"'{self.data.task}' ask for {finer}; change it or data.double.enlarged."
            )
            raise ClearsliceError(msg)

    def same_result(self, other: "Config") -> bool:
        """Tell whether a run of `self` may go on as one of `other`; length and variant may change."""
        return _deciding(self) == _deciding(other)

    def to_toml(self) -> str:
        """Return the text `from_toml` reads back to an equal configuration."""
        return tomli_w.dumps(asdict(self))

    @classmethod
    def from_toml(cls, text: str, changes: tuple[str, ...] = ()) -> "Config":
        """Read a configuration; `changes` are "section.key=value" and win over the text.

        Raises
        ------
        ClearsliceError
            On an unknown key or a value of another type.
        """
        try:
            table = tomllib.loads(text)
            for change in changes:
                apply(table, change)
            rename(table)
        except tomllib.TOMLDecodeError as error:
            msg = f"The training configuration could not be read: {error}."
            raise ClearsliceError(msg) from error
        config: Config = build(cls, table)
        return config

    @classmethod
    def from_table(cls, table: dict[str, Any]) -> "Config":
        """Return the configuration that the training record of an ONNX file holds."""
        return cls.from_toml(tomli_w.dumps(table))

    @classmethod
    def load(cls, path: Path, changes: tuple[str, ...] = ()) -> "Config":
        """Read a configuration file."""
        try:
            return cls.from_toml(path.read_text(encoding="utf-8"), changes)
        except OSError as error:
            msg = f"The training configuration {path.name} could not be read; check its path."
            raise ClearsliceError(msg) from error


def _deciding(config: Config) -> Config:
    data, plan = replace(config.data, workers=0), replace(config.optimiser, steps=0)
    return replace(config, data=data, optimiser=plan, checkpoint_steps=0, variant=VARIANTS[1], mirrored=False)


def as_large(config: Config) -> Config:
    """Return the configuration of the large network with the same weights: mirrored, and named so."""
    return replace(config, name=f"{config.name}-large", variant=VARIANTS[2], mirrored=True)
