"""The benchmark: which slices, how they are degraded, and how one result is scored.

Manifest, degradation, levels, spans and seeds define it; a number of it can be compared with another one
of the same `VERSION` and the same images.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core import degrade
from core.enhance.method import SliceContext
from core.enhance.spec import NORMALISATION, ONE_HOT, Scale
from core.metrics import Span, compare, psnr
from core.window import Window
from training.data import Pack
from training.gmsd import gmsd

Image = npt.NDArray[np.float32]

VERSION = 2
"""Changes whenever a slice, its noise or a score does; stored results of another one are measured again."""
LEVELS: Mapping[str, tuple[float, float]] = {"CT": (25.0, 50.0), "MR": (4.0, 8.0), "XR": (3.0, 6.0)}
"""Amounts of `core.degrade.low_dose` per family: HU, % of the brightest tissue, % of the range."""
UNITS = {"CT": "HU", "MR": "%", "XR": "%"}
CT_WINDOW, CT_FULL = Window(40, 400), (-1024.0, 3071.0)
SHARE = {"MR": (0.1, 0.8), "XR": (0.1, 0.9)}
"""MR and radiographs have no unit: their window is this part of the clean slice's scale."""
SPANS: Mapping[str, Mapping[str, str]] = {
    "CT": {"window": "window [−160, 240] HU", "full": "full range [−1024, 3071] HU"},
    "MR": {"window": "window 10–80 % of full scale", "full": "full scale"},
    "XR": {"window": "window 10–90 % of full scale", "full": "full scale"},
}
"""The two ranges that scores refer to, in words; both images are clipped to them."""
PRIMARY: Mapping[str, str] = {"CT": "window", "MR": "full", "XR": "full"}
"""The range that methods are tuned on and that tables begin with."""
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
    def scale(self) -> Scale:
        """The clean slice's own scale."""
        return NORMALISATION[self.modality].scale(self.clean)

    @cached_property
    def sigma(self) -> float:
        """SD of the inserted noise in the slice's own units."""
        return self.level if self.modality == "CT" else self.level / 100 * self.scale.factor

    def spans(self) -> dict[str, Span]:
        """Return both ranges of values by their key in `SPANS`."""
        names = SPANS[self.modality]
        if self.modality == "CT":
            return {"window": Span.of_window(CT_WINDOW), "full": Span(*CT_FULL, names["full"])}
        low, size = self.scale.offset, self.scale.factor
        shares = {"window": SHARE[self.modality], "full": (0.0, 1.0)}
        return {k: Span(low + size * a, low + size * b, names[k]) for k, (a, b) in shares.items()}

    @cached_property
    def span(self) -> Span:
        """The family's `PRIMARY` range."""
        return self.spans()[PRIMARY[self.modality]]

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
        """PSNR in dB, SSIM and MSE as "psnr_window", …, in both ranges, and GMSD in the primary one.

        MSE is in HU² for CT and in squared percent of full scale else.
        """
        unit = 1.0 if self.modality == "CT" else self.scale.factor / 100
        scores: dict[str, float] = {}
        for key, span in self.spans().items():
            found = compare(self.clean, output, span)
            values = (found.psnr, found.ssim, found.mse / unit**2)
            scores |= {f"{name}_{key}": value for name, value in zip(NUMBERS, values, strict=True)}
        shown = (np.clip((image - self.span.low) / self.span.width, 0, 1) for image in (self.clean, output))
        return scores | {"gmsd": gmsd(*shown)}


def cases(
    pack: Pack, split: str, modality: str, level: float, *, subjects: int = SUBJECTS, side: int = 0
) -> list[Case]:
    """Return the benchmark's cases of a split.

    Parameters
    ----------
    subjects
        Number of subjects, at most.
    side
        Side of the central square that counts, in pixels; 0 for whole slices.
    """
    chosen: list[Case] = []
    for subject, numbers in list(pack.subjects(split, modality).items())[:subjects]:
        picks = np.linspace(0, len(numbers) - 1, min(PER_SUBJECT[modality], len(numbers)))
        for number in (numbers[i] for i in picks.round().astype(int)):
            clean = _central(pack.values(number), side)
            chosen.append(Case(number, subject, modality, level, clean))
    return chosen


def _central(image: Image, side: int) -> Image:
    if not side:
        return image
    top, left = (max(n - side, 0) // 2 for n in image.shape)
    return np.ascontiguousarray(image[top : top + side, left : left + side])


def settings() -> list[tuple[str, float]]:
    """Return every (family, level) of the benchmark."""
    return [(modality, level) for modality in ONE_HOT for level in LEVELS[modality]]
