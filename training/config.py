"""A training run as one frozen value, read from TOML."""

import tomllib
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_origin, get_type_hints

import tomli_w

from core.enhance.spec import TASKS
from core.errors import ClearsliceError
from training.degradation.settings import Artifacts, Denoise, Double


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
    """Adam with a cosine from `rate` to `rate_end`."""

    steps: int = 20_000
    epoch_steps: int = 200
    """Steps between validations."""
    rate: float = 1e-3
    rate_end: float = 1e-6
    warmup: int = 200
    clip: float = 1.0
    ema: float = 0.999
    uncertainty: float = 0.05
    """Weight of the Laplace likelihood."""
    uncertainty_from: float = 0.0
    """Share of the steps after which it counts."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that decides the result of a run, except the images."""

    name: str = "clearslice-denoise"
    version: str = "1"
    seed: int = 1
    precision: str = "32-true"
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

    def __post_init__(self) -> None:
        finer = 2 if self.data.task == "double" and not self.data.double.enlarged else 1
        if self.network.scale != finer:
            msg = (
                f"The setting 'network.scale' is {self.network.scale}, but the samples of the task "
                f"'{self.data.task}' ask for {finer}; change it or data.double.enlarged."
            )
            raise ClearsliceError(msg)

    def same_result(self, other: "Config") -> bool:
        """Tell whether a run of `self` may be gone on with as one of `other`; its length may change."""
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
                _apply(table, change)
        except tomllib.TOMLDecodeError as error:
            msg = f"The training configuration could not be read: {error}."
            raise ClearsliceError(msg) from error
        config: Config = _build(cls, table, "")
        return config

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
    return replace(config, data=data, optimiser=plan, checkpoint_steps=0)


def _apply(table: dict[str, Any], change: str) -> None:
    key, sign, value = change.partition("=")
    if not sign:
        msg = f"'{change}' is no setting; write section.key=value."
        raise ClearsliceError(msg)
    *sections, name = key.strip().split(".")
    for section in sections:
        table = table.setdefault(section, {})
    try:
        table[name] = tomllib.loads(f"v = {value}")["v"]
    except tomllib.TOMLDecodeError:
        table[name] = value


def _build(kind: type[Any], table: dict[str, Any], prefix: str) -> Any:
    hints = get_type_hints(kind)
    unknown = set(table) - {f.name for f in fields(kind)}
    if unknown:
        msg = f"The training configuration holds the unknown key '{prefix}{sorted(unknown)[0]}'; remove it."
        raise ClearsliceError(msg)
    return kind(**{name: _value(hints[name], value, prefix + name) for name, value in table.items()})


def _value(kind: type[Any], value: Any, name: str) -> Any:
    if is_dataclass(kind) and isinstance(value, dict):
        return _build(kind, value, name + ".")
    if kind is float and type(value) is int:
        return float(value)
    if get_origin(kind) is tuple:
        return _range(value, name)
    if type(value) is not kind:
        msg = f"The setting '{name}' must be of type {kind.__name__}, not {value!r}."
        raise ClearsliceError(msg)
    return value


def _range(value: Any, name: str) -> tuple[float, float]:
    if not isinstance(value, list) or [type(v) in (int, float) for v in value] != [True, True]:
        msg = f"The setting '{name}' must be a range [lowest, highest], not {value!r}."
        raise ClearsliceError(msg)
    low, high = (float(v) for v in value)
    if not low <= high:
        msg = f"The range '{name}' begins above its end; write [lowest, highest]."
        raise ClearsliceError(msg)
    return low, high
