"""What an instance is, in a clinician's words, and what can be done with it."""

from pydicom.uid import UID

from core.dicom.guard import PixelFormat
from core.dicom.study import Kind

_STORAGE = "1.2.840.10008.5.1.4.1.1."
_DOSE = _STORAGE + "481.2"
_PICTURES = frozenset({_STORAGE + "481.1", _DOSE, _STORAGE + "481.23", _STORAGE + "481.24"})
"""Radiotherapy objects that are images."""
REPORTS = frozenset(f"{_STORAGE}88.{n}" for n in (22, 33, 34))
"""Reports that may hold measurements: Enhanced, Comprehensive, Comprehensive 3D SR."""
KEY_OBJECTS = frozenset({_STORAGE + "88.59"})
_OTHER = (
    ("88.59", "a key object selection"),
    ("88", "a structured report"),
    ("104.1", "a PDF document"),
    ("104", "an encapsulated document"),
    ("66.4", "a segmentation"),
    ("66.5", "a surface segmentation"),
    ("66.7", "a segmentation"),
    ("66.1", "a spatial registration"),
    ("66.3", "a spatial registration"),
    ("66", "raw or derived data without an image"),
    ("67", "a mapping to real-world values"),
    ("11", "a presentation state"),
    ("9", "a waveform, such as an ECG"),
    ("4.2", "an MR spectrum"),
    ("481.3", "a radiotherapy structure set"),
    ("481.5", "a radiotherapy plan"),
    ("481.8", "a radiotherapy plan"),
    ("481", "a radiotherapy record"),
    ("91.1", "a set of microscopy annotations"),
    ("77.1.1.1", "a video"),
    ("77.1.2.1", "a video"),
    ("77.1.4.1", "a video"),
)
"""Parts of the Storage SOP Class UIDs (PS3.4 B.5), the narrower before the wider."""
_VIDEO = ("1.2.840.10008.1.2.4.10", "1.2.840.10008.1.2.7.")
"""MPEG-2, MPEG-4, HEVC and SMPTE transfer syntaxes (.4.100 to .4.108)."""


def other(sop_class: str, syntax: str) -> str:
    """Return what an instance is that can only be listed; "" for an image."""
    if syntax.startswith(_VIDEO):
        return "a video"
    if sop_class in _PICTURES:
        return ""
    for part, name in _OTHER:
        if sop_class == _STORAGE + part or sop_class.startswith(f"{_STORAGE}{part}."):
            return name
    return ""


def without_pixels(sop_class: str) -> str:
    """Return what an instance without pixels is; "" if it ought to be an image."""
    uid = UID(sop_class)
    known = uid.is_valid and uid.name != sop_class
    if not sop_class or (known and "Image Storage" in uid.name):
        return ""
    name = uid.name.removesuffix(" Storage") if known else sop_class if uid.is_valid else "unknown"
    return f"an object without an image ({name})"


def listed(name: str) -> str:
    """Return the sentence for what can only be listed."""
    return f"This is {name}; it is listed, but not shown."


def image_kind(sop_class: str, form: PixelFormat) -> tuple[Kind, str]:
    """Return what can be done with an image, and the sentence that says why not all."""
    if form.is_colour:
        return Kind.COLOUR, "Colour images are shown, but not enhanced: the methods work on grey values."
    if form.floating:
        return Kind.GREY, "Maps of floating-point values are shown, but not enhanced."
    if form.stored == 1:
        return Kind.GREY, "Black-and-white images are shown, but not enhanced."
    if sop_class == _DOSE:
        return Kind.GREY, "Dose distributions are shown, but not enhanced."
    return Kind.GREY, ""
