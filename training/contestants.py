"""Who takes part in the benchmark, and how the classical methods are tuned.

Another method is one small class: a `Method`, and a `Contestant` of it in `training.lineup`.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol

import numpy as np
import numpy.typing as npt

from core.enhance import coarse
from core.enhance.cnn import Cnn
from core.enhance.network import Networks
from core.enhance.registry import METHODS, NETWORK_TASKS, build, declared
from core.enhance.spec import ONE_HOT
from core.recipe import Step, Value
from core.stop import Stop
from training.benchmark import Case

Image = npt.NDArray[np.float32]
HANDLING = f"coarse {coarse.COARSE:g}"
"""What besides its file decides what a network of ours gives."""
Setting = dict[str, Value]

GRIDS: Mapping[str, Mapping[str, tuple[Value, ...]]] = {
    "nlm": {"strength": (0.4, 0.55, 0.7, 0.85, 1.0, 1.2, 1.45, 1.75)},
    "tv": {"strength": (0.25, 0.4, 0.7, 1.0, 1.3, 1.7, 2.2)},
    "bilateral": {"strength": (0.7, 1.0, 1.5, 2.0, 3.0, 4.5), "radius": (1.0, 2.0, 3.0, 4.0)},
    "wavelet": {"strength": (0.3, 0.5, 0.7, 1.0, 1.5, 2.2, 3.0)},
    "median": {"radius": (1, 2, 3, 4)},
    "gaussian": {"sigma": (0.4, 0.6, 0.8, 1.0, 1.3, 1.7, 2.2)},
    "unsharp": {"radius": (1.0, 2.0), "amount": (0.1, 0.5)},
    "clahe": {"limit": (1.0, 2.0)},
    "stretch": {"low": (0.0, 1.0), "high": (99.0, 100.0)},
    "gamma": {"gamma": (0.7, 0.85, 1.15)},
}
"""Values tried on training slices; a method without an entry has nothing to tune.

Wide enough that the best one lies at an end only where the method's own range ends or less would do nothing.
"""
CONTRAST = ("unsharp", "clahe", "equalize", "stretch", "gamma")
"""Methods that are meant to change the image: fidelity does not tell their worth."""
UNCORRECTED = ("nlm", "tv")
"""Methods shown on MR also without the Rician correction, so that its share of the result is seen."""


class Method(Protocol):
    """What makes an image out of a case."""

    @property
    def setting(self) -> Setting:
        """What was tuned, {} if nothing was."""

    def __call__(self, case: Case) -> Image:
        """Return the processed noisy slice of `case`, (rows, columns) in its units."""


@dataclass(frozen=True)
class Contestant:
    """A name in the table with every setting that is tried for it."""

    name: str
    group: str
    """One of `GROUPS`."""
    choices: tuple[Method, ...]
    identity: str = ""
    """Changes whenever the results would, beside the name and the settings: a network's digest."""
    remark: str = ""
    modalities: tuple[str, ...] = ONE_HOT
    default: tuple[str, ...] = ()
    """Families for which it is the network that all others are compared with."""
    work: Mapping[str, int] = field(default_factory=dict)
    """"parameters" and "macs" per 512² slice, where they are known."""

    @property
    def digest(self) -> str:
        """Hash of everything that decides the results."""
        text = repr((self.name, self.identity, [sorted(c.setting.items()) for c in self.choices]))
        return hashlib.sha256(text.encode()).hexdigest()

    def tuned(self, training: Sequence[Case]) -> Method:
        """Return the choice with the best mean PSNR on the `training` cases."""
        if len(self.choices) == 1:
            return self.choices[0]
        return max(self.choices, key=lambda c: float(np.mean([case.psnr(c(case)) for case in training])))

    def chosen(self, setting: Setting) -> Method:
        """Return the choice of a setting that was found before."""
        return next(choice for choice in self.choices if choice.setting == setting)


GROUPS: Mapping[str, str] = {
    "input": "the noisy slice",
    "ours": "our network",
    "network": "networks trained alike",
    "classical": "classical, tuned on training slices",
    "oracle": "classical, told the answer",
    "contrast": "contrast tools",
}
"""In the order of the table."""


def rician_corrected(output: Image, case: Case) -> Image:
    """Return an MR output as ``sqrt(max(m² − 2σ², 0))`` with the true σ (Gudbjartsson & Patz 1995).

    It takes off the bias that a smoothed magnitude keeps and is worth 6–8 dB, so that leaving it out would
    make a straw man of every classical method. Others are returned as they are.
    """
    if case.modality != "MR":
        return output
    return np.asarray(np.sqrt(np.clip(output**2 - 2 * case.sigma**2, 0, None)), np.float32)


@dataclass(frozen=True)
class Noisy:
    """The slice as it is."""

    @property
    def setting(self) -> Setting:
        """Nothing."""
        return {}

    def __call__(self, case: Case) -> Image:
        """Return the noisy slice."""
        return case.noisy


@dataclass(frozen=True)
class Classical:
    """A classical method of the application with one setting; on MR followed by the Rician correction."""

    step: Step
    corrected: bool = True

    @property
    def setting(self) -> Setting:
        """The step's parameters."""
        return dict(self.step.parameters)

    def __call__(self, case: Case) -> Image:
        """Return the processed noisy slice of `case`."""
        output = build(self.step, Networks())(case.noisy, case.context, Stop())
        if not self.corrected or self.step.method in CONTRAST:
            return output
        return rician_corrected(output, case)


@dataclass(frozen=True)
class Network:
    """One of our networks; told the true σ, or blind as in the application."""

    networks: Networks
    name: str
    blind: bool

    @property
    def setting(self) -> Setting:
        """Nothing."""
        return {}

    def __call__(self, case: Case) -> Image:
        """Return the denoised noisy slice of `case`."""
        if self.blind:
            step = Step("cnn", (("model", self.name),))
            return build(step, self.networks)(case.noisy, case.context, Stop())
        network = Cnn(self.name, networks=self.networks)
        return network.told(self.name, case.noisy, case.context, case.sigma, Stop())


@dataclass(frozen=True)
class BestOf:
    """The setting that happens to be best for each single image: a bound no user reaches."""

    choices: tuple[Method, ...]

    @property
    def setting(self) -> Setting:
        """Nothing: it changes from image to image."""
        return {}

    def __call__(self, case: Case) -> Image:
        """Return the result nearest to the clean slice of `case`."""
        outputs = (choice(case) for choice in self.choices)
        return max(outputs, key=case.psnr)


def variants(name: str, corrected: bool = True) -> tuple[Classical, ...]:
    """Return the classical method `name` with every setting of its grid."""
    grid = GRIDS.get(name, {})
    known = {p.name: p for p in declared(name)}
    values = [[(key, known[key].check(value)) for value in tried] for key, tried in grid.items()]
    return tuple(Classical(Step(name, pairs), corrected) for pairs in product(*values))


def classical_names() -> tuple[str, ...]:
    """Return every method of the application but the networks."""
    return tuple(name for name in METHODS if name not in NETWORK_TASKS)
