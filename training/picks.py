"""Which cases Figure 1 shows, by a rule that leaves no choice, and what is shown of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from core.metrics import Span
from training.benchmark import LEVELS, PRIMARY, Case
from training.contestants import Contestant
from training.results import Result, Results

Image = npt.NDArray[np.float32]
Key = tuple[str, float, int]

ZOOM = 4
"""The magnified square has this part of the shorter side."""
RULE = (
    "Cases by a rule, not by choice: per family, at the higher noise level, the slices are put in the order "
    "of our network's PSNR minus that of the classical method with the best mean PSNR. Shown are the middle "
    "one (median) and the last one (worst for us), and the last of every person whom the profile names for a "
    "known pathology. The magnified square is where the methods shown differ "
    "most from each other. Differences are output − reference, ±2 SD of the inserted noise from blue to red."
)


@dataclass(frozen=True, slots=True)
class Pick:
    """A case for the figure and why it is there."""

    key: Key
    why: str
    classical: str
    """Name of the best classical contestant."""


@dataclass(frozen=True, eq=False)
class Panel:
    """One picture of a strip."""

    title: str
    image: Image
    difference: Image | None
    """Output − reference in SDs of the inserted noise; None for the reference itself."""
    psnr: float
    ssim: float


@dataclass(frozen=True, eq=False)
class Strip:
    """All pictures of one case."""

    modality: str
    level: float
    why: str
    span: Span
    """From black to white."""
    zoom: tuple[int, int, int]
    """Top, left and side of the magnified square, in pixels."""
    panels: tuple[Panel, ...]


def picks(all_results: Sequence[Results], pathology: Sequence[str] = ()) -> list[Pick]:
    """Return the median and the worst case of every family, and the worst of each subject in `pathology`.

    Families for which results are lacking are left out.
    """
    chosen = []
    for modality, levels in LEVELS.items():
        level = levels[-1]
        ours = next((r.of(modality, level) for r in all_results if modality in r.about["default"]), [])
        classical = _best_classical(all_results, modality, level)
        if not ours or classical is None:
            continue
        order = _by_gain(ours, classical.of(modality, level), f"psnr_{PRIMARY[modality]}")
        shown = {"median case": order[(len(order) - 1) // 2], "worst case": order[-1]}
        ill = {r.subject: r for r in order if r.subject in pathology}
        shown |= {f"known pathology {number}": result for number, result in enumerate(ill.values(), 1)}
        chosen += [Pick(result.key, why, classical.name) for why, result in shown.items()]
    return chosen


def _best_classical(all_results: Sequence[Results], modality: str, level: float) -> Results | None:
    tuned = [r for r in all_results if r.about["group"] == "classical" and r.of(modality, level)]
    score = f"psnr_{PRIMARY[modality]}"
    means = [float(np.mean([x.scores[score] for x in r.of(modality, level)])) for r in tuned]
    return tuned[int(np.argmax(means))] if tuned else None


def _by_gain(ours: Sequence[Result], rival: Sequence[Result], score: str) -> list[Result]:
    """Return our results that the rival has, too, from the largest to the smallest lead."""
    theirs = {r.key: r.scores[score] for r in rival}
    both = [r for r in ours if r.key in theirs]
    return sorted(both, key=lambda r: r.scores[score] - theirs[r.key], reverse=True)


def strip(pick: Pick, case: Case, contestants: Sequence[Contestant], known: Mapping[str, Results]) -> Strip:
    """Make all pictures of one case: reference, input, classical ones, other networks, ours.

    Parameters
    ----------
    contestants
        Who is at hand; those without results for the family are left out.
    known
        Their results by name.
    """
    panels = [_panel("reference", case, case.clean)]
    outputs = []
    for contestant in _shown(pick, case, contestants, known):
        setting = known[contestant.name].settings[case.modality, case.level]
        output = contestant.chosen(setting)(case)
        outputs.append(np.clip(output, case.span.low, case.span.high))
        panels.append(_panel(contestant.name, case, output))
    return Strip(case.modality, case.level, pick.why, case.span, _where(outputs), tuple(panels))


def _shown(
    pick: Pick, case: Case, contestants: Sequence[Contestant], known: Mapping[str, Results]
) -> list[Contestant]:
    here = [c for c in contestants if c.name in known and known[c.name].of(case.modality, case.level)]
    groups = (
        [c for c in here if c.group == "input"],
        [c for c in here if c.name == pick.classical],
        [c for c in here if c.group == "oracle"][:1],
        [c for c in here if c.group == "network"],
        [c for c in here if case.modality in c.default],
    )
    return [contestant for group in groups for contestant in group]


def _panel(title: str, case: Case, output: Image) -> Panel:
    scores = case.score(output)
    primary = PRIMARY[case.modality]
    difference = None if title == "reference" else (output - case.clean) / np.float32(case.sigma)
    return Panel(title, output, difference, scores[f"psnr_{primary}"], scores[f"ssim_{primary}"])


def _where(outputs: Sequence[Image]) -> tuple[int, int, int]:
    """Return the square in which the denoised outputs (all but the first) differ most on the mean."""
    rows, columns = outputs[0].shape
    side = min(rows, columns) // ZOOM
    spread = np.std(np.stack(outputs[1:] or outputs), axis=0)
    mean = ndimage.uniform_filter(spread, side, mode="constant")
    half = side // 2
    inside = mean[half : rows - side + half + 1, half : columns - side + half + 1]
    top, left = np.unravel_index(int(np.argmax(inside)), inside.shape)
    return int(top), int(left), side
