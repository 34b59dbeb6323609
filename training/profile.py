"""How large a reproduction is, read from `training/profiles`."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomli_w

from core.errors import ClearsliceError
from training.benchmark import SUBJECTS
from training.config import Config
from training.networks.kinds import KINDS

FOLDER = Path(__file__).parent / "profiles"
OURS = "clearnet"


@dataclass(frozen=True, slots=True)
class Profile:
    """What is trained and what is measured."""

    name: str
    training: Config
    """Of all networks; each has its own `network.kind`."""
    networks: tuple[str, ...] = tuple(KINDS)
    """Kinds that take part."""
    subjects: int = SUBJECTS
    """Validation subjects per family, at most."""
    tuning: int = 6
    """Training subjects on which classical methods are tuned, per family and level."""
    side: int = 0
    """Side in pixels of the central square that is measured; 0 for whole slices."""
    pathology: tuple[str, ...] = ()
    """Subjects that Figure 1 shows besides, if they are among those measured."""
    bm3d: bool = True
    """Whether BM3D takes part where it is installed: it takes a quarter of a minute per slice."""
    threads: int = 0
    """Of PyTorch, where a fixed number makes results repeatable and small tensors fast; 0 for all cores."""
    demo: bool = False
    """Whether the bundled demo images are used."""

    def config(self, kind: str) -> Config:
        """Return the configuration of the network of a kind."""
        name = self.training.name if kind == OURS else kind
        network = replace(self.training.network, kind=kind)
        return replace(self.training, name=name, network=network)

    @classmethod
    def load(cls, name: str, changes: tuple[str, ...] = ()) -> "Profile":
        """Read the profile called `name`; `changes` are "section.key=value" of the training configuration.

        Raises
        ------
        ClearsliceError
            If there is none of that name, or a network or key is unknown.
        """
        path = FOLDER / f"{name}.toml"
        if not path.is_file():
            known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.toml")))
            msg = f"There is no profile '{name}'; choose one of {known}."
            raise ClearsliceError(msg)
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        training = Config.from_toml(tomli_w.dumps(table.pop("training")), changes)
        networks = tuple(table.pop("networks", KINDS))
        return cls(name, training, networks, pathology=tuple(table.pop("pathology", ())), **table)
