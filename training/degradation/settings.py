"""How often and how strongly each task spoils its samples: the sections of `training.config.Data`.

A share is that of the samples of the modality concerned; a range is drawn from uniformly unless it says
otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.enhance.spec import NORMALISATION

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Levels:
    """SD of the inserted noise."""

    ct: Range
    """In HU."""
    mr: Range
    """Per real and imaginary channel, as a share of the brightest tissue."""
    xr: Range
    """As a share of the radiograph's range."""

    def normalised(self) -> Mapping[str, Range]:
        """Return the ranges per family on the network's scale."""
        factor = NORMALISATION["CT"].factor
        return {"CT": (self.ct[0] / factor, self.ct[1] / factor), "MR": self.mr, "XR": self.xr}


@dataclass(frozen=True, slots=True)
class LesionRanges:
    """Of the faint ellipses that `training.degradation.lesions` puts into CT."""

    diameter: Range = (3.0, 20.0)
    """The longer one, in pixels, drawn by its logarithm."""
    contrast: Range = (3.0, 30.0)
    """In HU, either sign, drawn by its logarithm."""
    edge: Range = (0.6, 1.5)
    """SD in pixels of the blur of the edge."""


@dataclass(frozen=True, slots=True)
class Denoise:
    """Noise alone: `core.degrade`, whose CT spectra reach from soft to sharp kernels, and more if asked."""

    levels: Levels = Levels((5.0, 60.0), (0.01, 0.12), (0.005, 0.08))
    projected: float = 0.0
    """Share of CT samples whose noise comes out of simulated projections (`training.bank`): it is
    stronger and directed along the long paths, as spectral noise is not."""
    parallel: float = 0.0
    """Share of MR samples with the noise of parallel imaging, uneven by the g-factor."""
    g_max: Range = (1.1, 1.8)
    """Largest g-factor over the crop."""
    partial: float = 0.0
    """Share of MR samples with partial Fourier, whose noise is correlated along one axis."""
    partial_kept: Range = (0.6, 0.85)
    lesions: float = 0.0
    """Share of CT samples with faint ellipses in image and target."""
    lesion: LesionRanges = LesionRanges()


@dataclass(frozen=True, slots=True)
class Double:
    """Half the matrix, then noise; the target is the fine grid."""

    levels: Levels = Levels((2.0, 25.0), (0.004, 0.05), (0.002, 0.03))
    enlarged: bool = False
    """Show the network the bicubic enlargement on the fine grid, for networks of scale 1; else it is shown
    the measured grid, doubles it itself (scale 2) and has a quarter of the pixels to work on."""
    truncated: float = 0.5
    """Share of MR samples whose matrix is halved in k-space, as scanners do; the others by 2 × 2 means."""
    blurred: float = 0.5
    """Share of samples blurred before they are halved, as a wider focal spot or voxel does."""
    blur: Range = (0.2, 0.8)
    """SD of that blur in pixels of the fine grid."""


@dataclass(frozen=True, slots=True)
class Artifacts:
    """What scanners add besides noise; drawn independently, so that some samples show none of it."""

    levels: Levels = Levels((3.0, 30.0), (0.005, 0.05), (0.003, 0.03))
    keeps_noise: bool = False
    """Let the target keep the image's noise, but for that of starved CT scans, which the streaks are made
    of: the network then takes off artifacts alone, and no texture."""
    streaks: float = 0.4
    """CT: share with photon starvation (`training.bank`)."""
    rings: float = 0.4
    """CT: share with rings."""
    ring_gain: Range = (0.01, 0.08)
    """SD of ln g of the detector elements that are out of tune, drawn by its logarithm."""
    ring_share: Range = (0.01, 0.3)
    """Part of the elements that are, likewise."""
    gibbs: float = 0.5
    """MR: share with truncated k-space."""
    kept: Range = (0.4, 0.8)
    """Share of k-space along a truncated axis."""
    partial: float = 0.3
    """MR: share with partial Fourier."""
    partial_kept: Range = (0.6, 0.85)
    interpolated: float = 0.25
    """MR: share measured at half the matrix and interpolated by the scanner."""
    bias: float = 0.4
    """MR: share with uneven brightness, which the target keeps: it is not what the network corrects."""
    bias_strength: Range = (0.1, 0.4)
    """Largest |ln b| over the slice."""
    blur: float = 0.6
    """X-ray: share with focal spot and detector blur."""
    blur_sd: Range = (0.5, 1.5)
    """SD of the blur in pixels."""
    haze: float = 0.6
    """X-ray: share with scatter."""
    scatter: Range = (0.2, 1.5)
    """Scatter-to-primary ratio."""
    scatter_width: Range = (0.05, 0.12)
    """SD of the scatter's spread as a share of the image: 20–50 mm of 400 mm."""
