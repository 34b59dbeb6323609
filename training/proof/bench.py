"""The network under test, run exactly as the application runs it, and the images it is tested on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.enhance.cnn import USUAL_STRENGTH, Cnn
from core.enhance.method import SliceContext
from core.enhance.network import Networks
from core.stop import Stop
from training.benchmark import SUBJECTS, Case, cases
from training.data import Pack

Image = npt.NDArray[np.float32]

STRENGTHS = (USUAL_STRENGTH, 1.0)
"""What every test reports: the application's default, and 100 %."""
SPLIT = "val"
"""Only people on whom no network was trained."""


@dataclass(frozen=True, eq=False)
class Bench:
    """An exported network, images, and a place for pictures."""

    networks: Networks
    name: str
    """Of the network."""
    pack: Pack
    folder: Path
    """Where pictures go; it exists."""
    report: Callable[[str], None] = lambda line: None
    """Called with lines of progress."""
    subjects: int = SUBJECTS
    """People per family, at most."""

    @property
    def families(self) -> tuple[str, ...]:
        """CT, MR, XR, as far as the network was trained on them."""
        return self.networks.spec(self.name).modalities

    @property
    def measured_images(self) -> set[str]:
        """SHA-256 of the files that are measured."""
        return {self.pack.sources[s.source].sha256 for s in self.pack.slices if s.split == SPLIT}

    @property
    def calibration_images(self) -> set[str]:
        """SHA-256 of the files from which the network's intervals were calibrated."""
        return set(self.networks.origin(self.name).calibration)

    def cases(self, modality: str, level: float) -> list[Case]:
        """Return the slices that count, with the noise `level` of the benchmark's units inserted."""
        return cases(self.pack, SPLIT, modality, level, subjects=self.subjects)

    def enhanced(self, values: Image, modality: str, noise: float = 1.0) -> Image:
        """Return `values` (rows, columns), in HU or the slice's own units, after the network at 100 %.

        Its noise level is the blind estimate times `noise`, as in the application. Any other strength is
        `blended` from it, so that the network need not run again.
        """
        network = Cnn(self.name, noise, self.networks)
        return network(values, context(modality), Stop())


def blended(values: Image, enhanced: Image, strength: float) -> Image:
    """Return ``values + strength · (enhanced − values)``, as the application's slider does."""
    return values + np.float32(strength) * (enhanced - values)


def context(modality: str) -> SliceContext:
    """Return what the application tells a network about a slice."""
    return SliceContext(modality, "HU" if modality == "CT" else "", (0.0, 1.0))
