"""How large a reproduction is, read from `training/profiles`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomli_w

from core.enhance.network import MODELS
from core.errors import ClearsliceError
from training.benchmark import SUBJECTS
from training.config import Config

FOLDER = Path(__file__).parent / "profiles"
OURS = "clearnet"


@dataclass(frozen=True, slots=True)
class Profile:
    """What is trained and what is measured."""

    name: str
    configs: Mapping[str, Config]
    """The configuration of every network that takes part, by its kind: alike but for what its kind needs."""
    subjects: int = SUBJECTS
    """Validation subjects per family, at most."""
    tuning: int = 6
    """Training subjects on which classical methods are tuned, per family and level."""
    side: int = 0
    """Side in pixels of the central square that is measured; 0 for whole slices."""
    pathology: tuple[str, ...] = ()
    """Subjects that Figure 1 shows besides, if they are among those measured."""
    bm3d: tuple[str, ...] = ()
    """Families on which BM3D takes part where it is installed: a quarter of a minute per slice of 512²."""
    proof: bool = False
    """Whether the tests of `training.proof` are run on our networks."""
    threads: int = 0
    """Of PyTorch, where a fixed number makes results repeatable and small tensors fast; 0 for all cores."""
    demo: bool = False
    """Whether the bundled demo images are used."""
    trains: bool = True
    """Whether what is lacking is trained; else the shipped networks are measured, of others what is there."""

    @classmethod
    def load(cls, name: str, changes: tuple[str, ...] = ()) -> "Profile":
        """Read the profile called `name`; `changes` are "section.key=value" for every network.

        Raises
        ------
        ClearsliceError
            If there is none of that name, or a key of the configuration is unknown.
        """
        path = FOLDER / f"{name}.toml"
        if not path.is_file():
            known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.toml")))
            msg = f"There is no profile '{name}'; choose one of {known}."
            raise ClearsliceError(msg)
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        text, own = tomli_w.dumps(table.pop("training")), table.pop("networks")
        configs = {kind: _config(text, kind, (*needed, *changes)) for kind, needed in own.items()}
        return cls(name, configs, **_tuples(table))


def _tuples(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _config(text: str, kind: str, changes: tuple[str, ...]) -> Config:
    config = Config.from_toml(text, changes)
    network = replace(config.network, kind=kind)
    return replace(config, name=config.name if kind == OURS else kind, network=network)


@dataclass(frozen=True, slots=True)
class Order:
    """What to reproduce, and where."""

    profile: Profile
    out: Path
    data: Path | None = None
    """Folder with manifest.csv; the demo needs none."""
    packed: Path | None = None
    """Where the packed images lie; None for `out`/pack."""
    models: Path | None = None
    """Folder of exported networks, in place of those that the profile measures or trains."""
    runs: Path | None = None
    """Folder of other runs, `<kind>/last.ckpt`; what is there is used instead of training it."""
    publish: bool = False
    """Whether evaluation, proofs, figure and card of given networks are put beside them."""
    only: tuple[str, ...] = ()
    """Names of those who are trained and measured; empty for all."""

    @property
    def given(self) -> Path | None:
        """Folder of exported networks that are measured as ours; None to train and export one."""
        return self.models if self.models or self.profile.trains else MODELS

    @property
    def on_demo(self) -> bool:
        """Whether the bundled demo images are used."""
        return self.profile.demo and self.data is None

    @property
    def own_name(self) -> str:
        """Name of the network of ours that the profile trains."""
        return self.profile.configs[OURS].name
