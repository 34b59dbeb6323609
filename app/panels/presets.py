"""The windows that suit a slice, in the order of the number keys."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.language import mark, tr
from core.dicom.study import Kind, Series
from core.frame import Frame
from core.window import AUTO, CT_PRESETS, VoiFunction, Window

FIRST_KEY = 2
"""Number key of the first preset: 0 is automatic, 1 the file's own."""
_FULL = mark("Full range")
_RELATIVE = (
    (mark("Softer"), 1.6, 0.0),
    (mark("Harder"), 0.6, 0.0),
    (mark("Brighter"), 1.0, -0.25),
    (mark("Darker"), 1.0, 0.25),
)
"""Name, then width and shift of the center in widths of the window that the series begins with."""
_RELATIVE_NAMES = (*(name for name, _, _ in _RELATIVE), _FULL)
MOST = max(len(CT_PRESETS), len(_RELATIVE_NAMES))
"""Presets that a modality has at most."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A named window; `window` is `None` for the file's own, which may differ from slice to slice."""

    name: str
    window: Window | None
    key: str

    def is_on(self, window: Window | None) -> bool:
        """Whether `window` is this preset's; the numbers of those that go by the slice's own may differ."""
        if self.window is None or window is None:
            return self.window is window
        return window == self.window or window.name == self.window.name in _RELATIVE_NAMES


def presets(frame: Frame, base: Window) -> tuple[Preset, ...]:
    """Return the file's windows, then the known ones; `base` is the window that the series begins with."""
    numbered = enumerate(known(frame, base), FIRST_KEY)
    return (*_own(frame), *(Preset(w.name, w, str(n)) for n, w in numbered))


def known(frame: Frame, base: Window) -> tuple[Window, ...]:
    """Return the windows of the number keys: fixed ones for HU, else some beside `base`."""
    if frame.is_colour:
        return ()
    if frame.modality == "CT" and frame.units == "HU":
        return CT_PRESETS
    sign = -1 if frame.inverted else 1
    moved = (
        replace(base, center=base.center + sign * shift * base.width, width=base.width * wider, name=name)
        for name, wider, shift in _RELATIVE
    )
    return (*moved, _full_range(frame))


def names(series: Series | None) -> tuple[str, ...]:
    """Return what the number keys stand for in a series."""
    if series is None or series.kind is not Kind.GREY:
        return ()
    return tuple(w.name for w in CT_PRESETS) if series.modality == "CT" else _RELATIVE_NAMES


def _full_range(frame: Frame) -> Window:
    """Return the window from the least to the greatest value of a slice."""
    x, padding = frame.values, frame.padding_mask
    if padding is not None and not padding.all():
        x = x[~padding]
    low, high = float(x.min()), float(x.max())
    return Window((low + high) / 2, max(high - low, 1e-3), VoiFunction.LINEAR_EXACT, _FULL)


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
