"""How fast a file wants its frames to be played (PS3.3 C.7.6.5, Cine Module)."""

from pydicom import Dataset

from core.dicom.values import integer, number, numbers

_SLOWEST, _FASTEST = 0.2, 200.0
"""Frames a second that are believed."""
_SWEEPING = 1
"""Preferred Playback Sequencing: forwards and backwards in turn."""


def frame_rate(header: Dataset) -> float | None:
    """Return frames a second; None if the file does not say.

    Recommended Display Frame Rate is how the maker wants it shown, Cine Rate how it was recorded; Frame Time
    and Frame Time Vector are milliseconds from frame to frame.
    """
    vector = [step for step in numbers(header, "FrameTimeVector") if step > 0]
    times = number(header, "FrameTime"), sum(vector) / len(vector) if vector else None
    rates = [number(header, keyword) for keyword in ("RecommendedDisplayFrameRate", "CineRate")]
    rates += [1000 / time if time else None for time in times]
    return next((rate for rate in rates if rate is not None and _SLOWEST <= rate <= _FASTEST), None)


def sweeps(header: Dataset) -> bool:
    """Whether the file wants its frames played forwards and backwards in turn."""
    return integer(header, "PreferredPlaybackSequencing") == _SWEEPING
