"""The colours of the two themes; what lies on images keeps its own, for images are on black in both."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. Inks can be read on every ground (4.5 : 1), marks be seen on it (3 : 1): WCAG 2.2 AA."""

    ground: str
    """Between the parts of the window."""
    panel: str
    field: str
    """Where something is entered or listed."""
    stripe: str
    """Every other line of a list."""
    raised: str
    hover: str
    chosen: str
    """Behind what is switched on."""
    note: str
    """Behind a message."""
    line: str
    """Divides; says nothing by itself."""
    edge: str
    """A mark: frame of a box to tick."""
    faint: str
    """An ink: what cannot be used now."""
    ink: str
    muted: str
    """An ink."""
    icon: str
    knob: str
    """Handle of a slider."""
    accent: str
    """A mark and an ink: focus, links, what is active."""
    fill: str
    """Behind what is selected."""
    on_fill: str
    on_chosen: str
    amber: str
    """A mark and an ink: what is processed, what warns."""
    amber_fill: str
    on_amber: str
    red: str
    """An ink."""
    shadow: str = "#000000"


DARK = Colours(
    ground="#14181d",
    panel="#1b2026",
    field="#232a32",
    stripe="#272f38",
    raised="#262d35",
    hover="#313a44",
    chosen="#1d3a57",
    note="#233244",
    line="#2f3740",
    edge="#7b8896",
    faint="#5e6a77",
    ink="#dde3ea",
    muted="#9ba8b6",
    icon="#c9d2dc",
    knob="#dde3ea",
    accent="#4ba3f7",
    fill="#2270cc",
    on_fill="#ffffff",
    on_chosen="#ffffff",
    amber="#f5a623",
    amber_fill="#f5a623",
    on_amber="#1a1303",
    red="#ff8a75",
)
"""Quiet, so that the image is the brightest thing on the screen."""

LIGHT = Colours(
    ground="#c9d0d7",
    panel="#f2f4f7",
    field="#ffffff",
    stripe="#f5f7f9",
    raised="#ffffff",
    hover="#e4e9ee",
    chosen="#d3e5f8",
    note="#e3eefa",
    line="#c3ccd5",
    edge="#6f7c89",
    faint="#97a2ad",
    ink="#18202a",
    muted="#505c69",
    icon="#3b4754",
    knob="#3b4754",
    accent="#14599f",
    fill="#1f66b0",
    on_fill="#ffffff",
    on_chosen="#0b3460",
    amber="#7d4800",
    amber_fill="#f5a623",
    on_amber="#1a1303",
    red="#a8201a",
)
"""For bright rooms."""

THEMES = {"dark": DARK, "light": LIGHT}
_now = [DARK]


def colours() -> Colours:
    """Return the colours of the theme that is on."""
    return _now[0]


def choose(theme: str) -> Colours:
    """Put the theme called `theme` on, the dark one if there is none of that name; return its colours."""
    _now[0] = THEMES.get(theme, DARK)
    return colours()
