"""Image Type and Frame Type of a derived image (PS3.3 C.7.6.1.1.2 and C.8.16.1)."""

from collections.abc import Sequence

_CHARACTERISTIC = {"CT": "AXIAL", "MR": "OTHER", "DX": ""}
"""Value 3 where the source has no Image Type at all and the modality demands one."""


def derived_image_type(values: Sequence[str], modality: str) -> list[str]:
    """Return a single-frame image's Image Type with value 1 DERIVED and the rest kept."""
    if len(values) > 1:
        return ["DERIVED", *values[1:]]
    return ["DERIVED", "PRIMARY", *([_CHARACTERISTIC[modality]] if modality in _CHARACTERISTIC else [])]


def derived_frame_type(values: Sequence[str]) -> list[str]:
    """Return the four values of an Enhanced image's Image Type or Frame Type, derived.

    Value 4, the derived pixel contrast, may not stay NONE (PS3.3 C.8.16.1.4) and becomes FILTERED.
    """
    kept = [*values, *["DERIVED", "PRIMARY", "VOLUME", "NONE"][len(values) :]]
    return ["DERIVED", kept[1], kept[2], "FILTERED" if kept[3] == "NONE" else kept[3], *kept[4:]]
