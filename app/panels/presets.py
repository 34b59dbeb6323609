"""The windows that suit a slice, in the order of the number keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.language import tr
from core.frame import Frame
from core.window import AUTO, CT_PRESETS, Window


@dataclass(frozen=True, slots=True)
class Preset:
    """A named window; `window` is `None` for the file's own, which may differ from slice to slice."""

    name: str
    window: Window | None
    key: str


def presets(frame: Frame) -> tuple[Preset, ...]:
    """Return the file's windows, then those known for HU; MR and radiographs have no fixed scale."""
    known = CT_PRESETS if frame.modality == "CT" and frame.units == "HU" else ()
    return (*_own(frame), *(Preset(w.name, w, str(n)) for n, w in enumerate(known, 2)))


def _own(frame: Frame) -> Iterator[Preset]:
    if not frame.windows and frame.voi_luts:
        yield Preset(frame.voi_luts[0].name or tr("File"), None, "1")
    for n, window in enumerate(frame.windows):
        name = window.name or (tr("File") if n == 0 else tr("File {}").format(n + 1))
        if name == AUTO:  # Planes have that of the slices they are cut from.
            name = tr("Middle slice")
        yield Preset(name, window if n else None, tr("1 again") if n else "1")


def automatic(frame: Frame) -> Window:
    """Return the window over the slice's own values without their extremes."""
    return Window.around(frame.values, frame.padding_mask)
