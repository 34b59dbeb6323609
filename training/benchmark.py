"""The benchmark: which slices, how they are degraded, how results are scored and averaged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core import degrade
from core.enhance.method import SliceContext
from core.enhance.spec import NORMALISATION, ONE_HOT
from core.metrics import Span, compare, psnr
from core.window import Window
from training.data import Pack

Image = npt.NDArray[np.float32]

LEVELS: Mapping[str, tuple[float, float]] = {"CT": (25.0, 50.0), "MR": (4.0, 8.0), "XR": (3.0, 6.0)}
"""Amounts of `core.degrade.low_dose` per family: HU, % of the brightest tissue, % of the range."""
CT_WINDOW = Window(40, 400)
PER_SUBJECT: Mapping[str, int] = {"CT": 3, "MR": 4, "XR": 1}
"""Slices of a subject that count, evenly spaced over what there is."""
SUBJECTS = 12
"""Validation subjects that count, at most, in the manifest's order."""
NUMBERS = ("psnr", "ssim", "mse")


@dataclass(frozen=True, eq=False)
class Case:
    """A slice and how it is degraded: the same noise every time."""

    number: int
    subject: str
    modality: str
    level: float
    clean: Image

    @cached_property
    def noisy(self) -> Image:
        """The degraded slice, seeded by the slice and the level."""
        rng = np.random.default_rng((self.number, int(10 * self.level)))
        return degrade.low_dose(self.clean, self.modality, self.level, rng)

    @cached_property
    def sigma(self) -> float:
        """SD of the inserted noise in the slice's own units."""
        if self.modality == "CT":
            return self.level
        return self.level / 100 * NORMALISATION[self.modality].scale(self.clean).factor

    @cached_property
    def span(self) -> Span:
        """What PSNR and SSIM refer to: the abdomen window for CT, the family's full scale else."""
        if self.modality == "CT":
            return Span.of_window(CT_WINDOW)
        scale = NORMALISATION[self.modality].scale(self.clean)
        return Span(scale.offset, scale.offset + scale.factor, "full scale of the clean slice")

    @property
    def context(self) -> SliceContext:
        """What the application would tell a method about the noisy slice."""
        units = "HU" if self.modality == "CT" else ""
        return SliceContext(self.modality, units, (self.span.low, self.span.high))

    def psnr(self, output: Image) -> float:
        """PSNR in dB alone, for tuning: SSIM takes ten times as long."""
        low, high, width = self.span.low, self.span.high, self.span.width
        return psnr(np.clip(self.clean, low, high), np.clip(output, low, high), width)

    def score(self, output: Image) -> dict[str, float]:
        """PSNR in dB, SSIM, and MSE in squared units of the span's percent (HU² for CT)."""
        scores = compare(self.clean, output, self.span)
        unit = 1.0 if self.modality == "CT" else scores.data_range / 100
        return {"psnr": scores.psnr, "ssim": scores.ssim, "mse": scores.mse / unit**2}


def cases(pack: Pack, split: str, modality: str, level: float, subjects: int = SUBJECTS) -> list[Case]:
    """Return the benchmark's cases of a split, of at most so many `subjects`."""
    chosen: list[Case] = []
    for subject, numbers in list(pack.subjects(split, modality).items())[:subjects]:
        picks = np.linspace(0, len(numbers) - 1, min(PER_SUBJECT[modality], len(numbers)))
        for number in (numbers[i] for i in picks.round().astype(int)):
            chosen.append(Case(number, subject, modality, level, pack.values(number)))
    return chosen


def settings() -> list[tuple[str, float]]:
    """Return every (family, level) of the benchmark."""
    return [(modality, level) for modality in ONE_HOT for level in LEVELS[modality]]


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over subjects with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


def by_subject(scores: Sequence[tuple[str, float]], seed: int = 0) -> Mean:
    """Average (subject, score) pairs within each subject, then over subjects, drawn 2 000 times."""
    table: dict[str, list[float]] = {}
    for subject, score in scores:
        table.setdefault(subject, []).append(score)
    means = np.array([np.mean(values) for values in table.values()])
    rng = np.random.default_rng(seed)
    drawn = means[rng.integers(len(means), size=(2000, len(means)))].mean(1)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Mean(float(means.mean()), float(low), float(high))
