"""The windows that suit a slice, in the order of the number keys."""

from dataclasses import dataclass

from core.frame import Frame
from core.window import CT_PRESETS, Window


@dataclass(frozen=True, slots=True)
class Preset:
    """A named window; `window` is `None` for the file's own, which may differ from slice to slice."""

    name: str
    window: Window | None


def presets(frame: Frame) -> tuple[Preset, ...]:
    """Return the file's windows, then those known for HU; MR and radiographs have no fixed scale."""
    own = tuple(Preset(w.name or f"File {n}", w) for n, w in enumerate(frame.windows, 1))
    if own:
        own = (Preset(own[0].name if frame.windows[0].name else "File", None), *own[1:])
    elif frame.voi_luts:
        own = (Preset(frame.voi_luts[0].name or "File", None),)
    known = CT_PRESETS if frame.modality == "CT" and frame.units == "HU" else ()
    return (*own, *(Preset(w.name, w) for w in known))


def automatic(frame: Frame) -> Window:
    """Return the window over the slice's own values without their extremes."""
    return Window.around(frame.values, frame.padding_mask)
