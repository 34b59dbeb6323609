"""Who takes part in the benchmark, and how the classical methods are tuned."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from core.enhance.network import Networks
from core.enhance.registry import METHODS, build, declared
from core.recipe import Step, Value
from core.stop import Stop
from training.benchmark import Case

Image = npt.NDArray[np.float32]
Method = Callable[[Case], Image]

GRIDS: Mapping[str, Mapping[str, tuple[Value, ...]]] = {
    "nlm": {"strength": (0.55, 0.7, 0.85, 1.0, 1.2, 1.45, 1.75)},
    "tv": {"strength": (0.4, 0.7, 1.0, 1.3, 1.7, 2.2)},
    "bilateral": {"strength": (1.0, 1.5, 2.0, 3.0, 4.5), "radius": (1.0, 2.0, 3.0)},
    "wavelet": {"strength": (0.3, 0.5, 0.7, 1.0, 1.5, 2.2, 3.0)},
    "median": {"radius": (1, 2, 3)},
    "gaussian": {"sigma": (0.4, 0.6, 0.8, 1.0, 1.3, 1.7, 2.2)},
    "unsharp": {"radius": (1.0, 2.0), "amount": (0.1, 0.5)},
    "clahe": {"limit": (1.0, 2.0)},
    "stretch": {"low": (0.0, 1.0), "high": (99.0, 100.0)},
    "gamma": {"gamma": (0.7, 0.85, 1.15)},
}
"""Values tried on training slices; a method without an entry has nothing to tune."""
CONTRAST = ("unsharp", "clahe", "equalize", "stretch", "gamma")
"""Methods that are meant to change the image: fidelity does not tell their worth."""


@dataclass(frozen=True)
class Classical:
    """A classical method with one setting; on MR followed by the Rician correction.

    ``sqrt(max(m² − 2σ², 0))`` with the true σ (Gudbjartsson & Patz 1995) takes off the bias that a
    smoothed magnitude keeps. It is worth 6–8 dB, so that leaving it out would make a straw man.
    """

    step: Step

    def __call__(self, case: Case) -> Image:
        """Return the processed noisy slice of `case`."""
        output = build(self.step, Networks())(case.noisy, case.context, Stop())
        if case.modality != "MR" or self.step.method in CONTRAST:
            return output
        return np.asarray(np.sqrt(np.clip(output**2 - 2 * case.sigma**2, 0, None)), np.float32)


@dataclass(frozen=True)
class Network:
    """One of our networks; told the true σ, or blind as in the application."""

    networks: Networks
    name: str
    blind: bool

    def __call__(self, case: Case) -> Image:
        """Return the denoised noisy slice of `case`."""
        if self.blind:
            step = Step("cnn", (("model", self.name),))
            return build(step, self.networks)(case.noisy, case.context, Stop())
        residual = self.networks.residual(self.name, case.noisy, case.context, case.sigma, Stop())
        return case.noisy - residual


@dataclass(frozen=True)
class BestOf:
    """The setting that happens to be best for each single image: a bound no user reaches."""

    choices: tuple[Classical, ...]

    def __call__(self, case: Case) -> Image:
        """Return the result nearest to the clean slice of `case`."""
        outputs = (choice(case) for choice in self.choices)
        return max(outputs, key=case.psnr)


def variants(name: str) -> tuple[Classical, ...]:
    """Return the classical method `name` with every setting of its grid."""
    grid = GRIDS.get(name, {})
    known = {p.name: p for p in declared(name)}
    values = [[(key, known[key].check(value)) for value in tried] for key, tried in grid.items()]
    return tuple(Classical(Step(name, pairs)) for pairs in product(*values))


def tuned(name: str, training: Sequence[Case]) -> Classical:
    """Return the variant of `name` with the best mean PSNR on the `training` cases."""
    choices = variants(name)
    if len(choices) == 1:
        return choices[0]
    return max(choices, key=lambda c: float(np.mean([case.psnr(c(case)) for case in training])))


def classical_names() -> tuple[str, ...]:
    """Return every method of the application but the network."""
    return tuple(name for name in METHODS if name != "cnn")
