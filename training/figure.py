"""Figure 1 as a picture for print."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec
from matplotlib.patches import Rectangle

from training.benchmark import PRIMARY, SPANS, UNITS
from training.picks import RULE, Panel, Strip

CELL, LABEL, GAP, TEXT = 1.75, 0.42, 0.34, 0.62
"""Inches: side of a picture, the row labels' width, the line for scores, title and caption at the ends."""
DPI = 130
SPREAD = 2.0
"""Differences are shown between ± this many SDs of the inserted noise."""
FRAME = "#ffb000"
INK = "#20242c"
INSET = 0.42
"""Side of the magnified square, as a share of the picture."""


def draw_figure(strips: Sequence[Strip], caption: str, path: Path) -> None:
    """Draw the strips, two rows of pictures each, into a PNG file."""
    columns = max(len(strip.panels) for strip in strips)
    words = fill(f"{RULE} {caption}", int(columns * CELL * 15))
    bottom = 0.2 + 0.16 * (1 + words.count("\n"))
    width, height = LABEL + columns * CELL, TEXT + len(strips) * (2 * CELL + GAP) + bottom
    figure = Figure(figsize=(width, height), dpi=DPI, facecolor="white")
    figure.text(0.12 / width, 1 - 0.24 / height, "Figure 1", fontsize=13, weight="bold", color=INK)
    figure.text(0.12 / width, 0.1 / height, words, fontsize=8, color=INK, va="bottom", linespacing=1.35)
    for number, strip in enumerate(strips):
        top = 1 - (TEXT + number * (2 * CELL + GAP)) / height
        _draw_strip(figure, strip, columns, top, number == 0)
    figure.savefig(path)


def _draw_strip(figure: Figure, strip: Strip, columns: int, top: float, titles: bool) -> None:
    width, height = figure.get_size_inches()
    grid = GridSpec(
        2, columns, figure, LABEL / width, top - 2 * CELL / height, 1 - 0.04 / width, top, 0.02, 0.02
    )
    label = f"{strip.modality}, {strip.level:g} {UNITS[strip.modality]}\n{strip.why}"
    middle = top - CELL / height
    figure.text(0.1 / width, middle, label, rotation=90, va="center", fontsize=8, color=INK, linespacing=1.4)
    for number, panel in enumerate(strip.panels):
        title = panel.title.replace(", blind σ", "") if titles or number == 2 else ""
        upper, lower = (figure.add_subplot(grid[row, number]) for row in (0, 1))
        _draw_image(upper, strip, panel)
        _draw_difference(lower, strip, panel)
        own = "bold" if panel is strip.panels[-1] else "normal"
        upper.set_title(title, fontsize=8.5, color=INK, pad=4, weight=own)
        lower.set_xlabel(_scores(panel, strip.modality), fontsize=8, color=INK, labelpad=4, weight=own)


def _scores(panel: Panel, modality: str) -> str:
    if panel.difference is None:
        return SPANS[modality][PRIMARY[modality]]
    return f"{panel.psnr:.2f} dB   {panel.ssim:.3f}"


def _draw_image(axes: Axes, strip: Strip, panel: Panel) -> None:
    _blank(axes, "black")
    shown: dict[str, Any] = {"cmap": "gray", "vmin": strip.span.low, "vmax": strip.span.high}
    rows, columns = panel.image.shape
    axes.imshow(panel.image, extent=(0, columns, rows, 0), **shown)
    _centre(axes, rows, columns)
    top, left, side = strip.zoom
    axes.add_patch(Rectangle((left, top), side, side, fill=False, edgecolor=FRAME, linewidth=0.9))
    # Away from what it magnifies, so that it never covers it.
    right, low = left + side / 2 < columns / 2, top + side / 2 < rows / 2
    inset = axes.inset_axes(((1 - INSET) * right, (1 - INSET) * (not low), INSET, INSET))
    _blank(inset, "black")
    inset.imshow(panel.image[top : top + side, left : left + side], interpolation="nearest", **shown)
    for edge in inset.spines.values():
        edge.set(visible=True, color=FRAME, linewidth=1.1)


def _draw_difference(axes: Axes, strip: Strip, panel: Panel) -> None:
    if panel.difference is None:
        _blank(axes, "none")
        axes.text(
            0.5, 0.5, "output − reference  →", transform=axes.transAxes, ha="center", fontsize=8, color=INK
        )
        return
    _blank(axes, "white")
    rows, columns = panel.difference.shape
    axes.imshow(panel.difference, extent=(0, columns, rows, 0), cmap="RdBu_r", vmin=-SPREAD, vmax=SPREAD)
    _centre(axes, rows, columns)


def _centre(axes: Axes, rows: int, columns: int) -> None:
    """Let a picture that is not square lie in the middle of a square."""
    half = max(rows, columns) / 2
    axes.set(xlim=(columns / 2 - half, columns / 2 + half), ylim=(rows / 2 + half, rows / 2 - half))


def _blank(axes: Axes, colour: str) -> None:
    axes.set(xticks=[], yticks=[], facecolor=colour)
    for edge in axes.spines.values():
        edge.set_visible(False)


def eight_bits(image: Any, low: float, high: float) -> Any:
    """Return `image` between black and white as 8 bits."""
    return np.rint(np.clip((image - low) / (high - low), 0, 1) * 255).astype(np.uint8)
