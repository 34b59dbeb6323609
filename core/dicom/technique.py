"""How an image was taken, in the few numbers that readers want beside it (CT, MR and radiographs)."""

from pydicom import Dataset

from core.dicom.perframe import FrameHeader
from core.dicom.values import numbers, texts

_CT, _MR = frozenset({"CT", "PT"}), frozenset({"MR"})
_MACROS = (
    "CTXRayDetailsSequence",
    "CTExposureSequence",
    "CTReconstructionSequence",
    "MRTimingAndRelatedParametersSequence",
    "MREchoSequence",
    "MRModifierSequence",
    "PixelMeasuresSequence",
)
"""Functional group macros of enhanced CT and MR that hold what is read here (PS3.3 C.8.13 and C.8.15)."""


def technique(header: Dataset, frame: int = 1, modality: str = "") -> tuple[str, ...]:
    """Return each as abbreviation, value and unit; what the file does not say is left out.

    kV and mAs of X-rays; TR, TE, TI (ms) and flip angle of MR; slice thickness and kernel where slices are.

    Parameters
    ----------
    header
        Of the instance.
    frame
        Its number, from 1.
    modality
        Of the image; X-rays where it is not known.
    """
    read = FrameHeader(header, frame)
    parts: tuple[str, ...]
    if modality in _MR:
        parts = (
            _said(read, "TR {} ms", "RepetitionTime"),
            _said(read, "TE {} ms", "EffectiveEchoTime", "EchoTime"),
            _said(read, "TI {} ms", "InversionTime", "InversionTimes"),
            _said(read, "FA {}°", "FlipAngle"),
        )
    else:
        parts = (_said(read, "{} kV", "KVP"), _said(read, "{} mAs", "ExposureInmAs", "Exposure"))
    thickness = _said(read, "ST {} mm", "SliceThickness") if modality in _MR | _CT else ""
    kernel = _kernel(read) if modality in _CT else ""
    return tuple(part for part in (*parts, thickness, kernel) if part)


def _said(read: FrameHeader, words: str, *keywords: str) -> str:
    """Return the first value that there is, with three significant digits or all before the point."""
    for keyword in keywords:
        found = numbers(read.holder(keyword, *_MACROS), keyword)
        if found and found[0] > 0:
            return words.format(f"{found[0]:.0f}" if found[0] >= 100 else f"{found[0]:.3g}")
    return ""


def _kernel(read: FrameHeader) -> str:
    return "".join(texts(read.holder("ConvolutionKernel", *_MACROS), "ConvolutionKernel")[:1])
