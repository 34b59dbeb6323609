"""Whose images a network was trained on, in words for its card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Images:
    """What a card says of a set of images."""

    attribution: str
    """Markdown: whose they are, under which licences."""
    limits: tuple[str, ...] = ()
    """Sentences on what the set does not hold."""


_COLLECTED = Images(
    """\
- **CT:** TCGA-LUAD and TCGA-LUSC, The Cancer Imaging Archive, CC BY 3.0.
- **MR:** open_ms_data (Lesjak et al. 2016, 2017; University of Ljubljana), CC BY; pyradiomics test data,
  BSD-3; spinal cord grey matter challenge data, CC0.
- **X-ray:** NIH Clinical Center ChestX-ray8 (Wang et al., CVPR 2017); use not restricted, attribution asked.

The SHA-256 of every training image is in the ONNX metadata (`clearslice.images`), so that the set can be
rebuilt from the public collections.""",
    (
        "The CT slices have noise of about 12 HU by themselves; the radiographs have 8 bits.",
        "CT from chest to pelvis, MR of brain and neck, X-ray of the chest, from few sites: other anatomy "
        "and protocols are untested.",
    ),
)
KNOWN: Mapping[str, Images] = {"b008a3d3171420a3fff27e76df9174331bec038b46485e3e7c62a723255711cc": _COLLECTED}
"""Sets that are known by the digest of their manifest."""


def described(digest: str, licences: Sequence[str]) -> Images:
    """Return what is known of the set of a `digest`; of others no more than the licences they state."""
    if digest in KNOWN:
        return KNOWN[digest]
    stated = "\n".join(f"- {licence}" for licence in licences) or "- none"
    return Images(
        f"Licences that the manifest states:\n\n{stated}\n\n"
        "The SHA-256 of every training image is in the ONNX metadata (`clearslice.images`)."
    )
