"""A sheet of pictures: input, output, target and difference of many slices."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from core.metrics import Span

Image = npt.NDArray[np.float32]

CELL, CAPTION, HEAD, GAP = 1.75, 0.42, 0.62, 0.16
"""Inches: side of a picture, the lines below it, the title with the columns' names, between both halves."""
DPI, QUALITY = 100, 62
ACROSS = 2
"""Slices beside each other."""
NAMES = ("noisy input", "output", "target", "output − target")
SPREAD = 2.0
"""Differences are shown between ± this many SDs of the inserted noise."""
INK = "#20242c"


@dataclass(frozen=True, eq=False)
class Picture:
    """One slice."""

    text: str
    """Below it; two lines."""
    before: Image
    after: Image
    target: Image
    span: Span
    """From black to white."""
    sigma: float
    """SD of the inserted noise."""


def draw_sheet(pictures: Sequence[Picture], title: str, path: Path) -> None:
    """Draw all pictures into a JPEG file: noise takes four times as much as PNG."""
    rows = -(-len(pictures) // ACROSS)
    width = ACROSS * 4 * CELL + (ACROSS - 1) * GAP
    height = HEAD + rows * (CELL + CAPTION)
    figure = Figure(figsize=(width, height), dpi=DPI, facecolor="white")
    figure.text(0.08 / width, 1 - 0.24 / height, title, fontsize=11, weight="bold", color=INK)
    for half in range(min(ACROSS, len(pictures))):
        for column, name in enumerate(NAMES):
            x = half * (4 * CELL + GAP) + (column + 0.5) * CELL
            figure.text(x / width, 1 - 0.52 / height, name, fontsize=9, color=INK, ha="center")
    for number, picture in enumerate(pictures):
        row, half = divmod(number, ACROSS)
        left, top = half * (4 * CELL + GAP), HEAD + row * (CELL + CAPTION)
        _draw(figure, picture, left, top)
    figure.savefig(path, pil_kwargs={"quality": QUALITY, "optimize": True})


def _draw(figure: Figure, picture: Picture, left: float, top: float) -> None:
    """Draw one slice with its upper left corner at a place in inches."""
    width, height = figure.get_size_inches()
    shown = (picture.before, picture.after, picture.target)
    for column in range(4):
        place = ((left + column * CELL) / width, 1 - (top + CELL) / height, CELL / width, CELL / height)
        axes = figure.add_axes(place)
        _blank(axes)
        if column < 3:
            axes.imshow(shown[column], cmap="gray", vmin=picture.span.low, vmax=picture.span.high)
        else:
            difference = (picture.after - picture.target) / np.float32(picture.sigma)
            axes.imshow(difference, cmap="RdBu_r", vmin=-SPREAD, vmax=SPREAD)
    figure.text(
        (left + 0.06) / width,
        1 - (top + CELL + 0.05) / height,
        picture.text,
        fontsize=8.5,
        color=INK,
        va="top",
        linespacing=1.15,
    )


def _blank(axes: Axes) -> None:
    axes.set(xticks=[], yticks=[], facecolor="black")
    for edge in axes.spines.values():
        edge.set(color="white", linewidth=1.5)
