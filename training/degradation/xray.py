"""The radiographic chain up to the detector: exposure, blur, scatter. Images are exposures in photons."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.degradation.limits import positive, within
from training.degradation.spectrum import gaussian_filtered

Image = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Exposure:
    """From grey values that grow with attenuation to photons per pixel: ``P = I0·exp(−p)``.

    ``p = depth·(values − black)/span`` (Beer–Lambert). It undoes the logarithm of a For Presentation image
    (MONOCHROME2, bone bright); its unknown look-up table stays unknown.
    """

    photons: float
    """I0, photons per pixel in air."""
    black: float
    """The grey value of air."""
    span: float
    """Grey values from air to the densest path."""
    depth: float = 4.0
    """The line integral of the densest path."""

    def __post_init__(self) -> None:
        positive("photons per pixel", self.photons)
        positive("grey-value span", self.span)
        positive("depth", self.depth)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return the primary exposure of `values` (rows, columns)."""
        integrals = self.depth * (values.astype(np.float64) - self.black) / self.span
        return np.asarray(self.photons * np.exp(-integrals), np.float32)


@dataclass(frozen=True, slots=True)
class GreyValues:
    """From photons per pixel back to grey values: the inverse of `exposure`, at least one photon each."""

    exposure: Exposure

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return ``black − span/depth · ln(max(P, 1)/I0)`` of the exposure P (rows, columns)."""
        air = self.exposure
        integrals = -np.log(np.maximum(values, np.float32(1)) / np.float32(air.photons))
        return np.asarray(air.black + air.span / air.depth * integrals, np.float32)


@dataclass(frozen=True, slots=True)
class MtfBlur:
    """Blur by focal spot and detector: ``MTF(f) = exp(−2π²σ²f²)``, f in cycles/pixel.

    MTF 50 % lies at ``√(ln 2 / 2)/(πσ)`` ≈ 0.187/σ (IEC 62220-1 measures it at an edge).
    """

    sigma: float
    """SD of the spread in pixels; 0.5–0.9 for flat-panel detectors."""

    def __post_init__(self) -> None:
        within("blur", self.sigma, 0)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) blurred, edges mirrored."""
        return gaussian_filtered(values, self.sigma)


@dataclass(frozen=True, slots=True)
class Scatter:
    """Scattered photons: ``P + S`` with ``S = SPR·(Gauss ⊗ P)``.

    The scatter fraction S/(P + S) is SPR/(1 + SPR) over the image (Boone & Seibert, Med. Phys. 15, 1988,
    for scatter as a broad convolution); contrast falls to 1/(1 + SPR) of itself.
    """

    ratio: float
    """SPR, scatter to primary; 0.2–2."""
    width: float
    """SD of the scatter's spread in pixels, some 20–50 mm on the detector."""

    def __post_init__(self) -> None:
        within("scatter-to-primary ratio", self.ratio, 0)
        within("scatter width", self.width, 0)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return the primary exposure `values` (rows, columns) with its scatter."""
        return np.asarray(values + np.float32(self.ratio) * gaussian_filtered(values, self.width), np.float32)


def body_scatter(primary: Image, ratio: float, width: float) -> Image:
    """Return the scatter (rows, columns) that a body makes of the primary exposure, relative to air.

    ``S = c·Gauss ⊗ (P·p)`` with ``p = −ln P``: air scatters nothing, dense paths let little through to
    scatter (the forward scatter of Ohnesorge et al., Eur. Radiol. 9, 1999). c gives S/P the mean `ratio`
    over the body, where p exceeds 0.5. `width` is the SD of the spread in pixels.
    """
    integrals = -np.log(np.clip(primary, 1e-6, 1))
    spread = gaussian_filtered(np.asarray(primary * integrals, np.float32), width)
    body = integrals > 0.5
    mean = float((spread[body] / primary[body]).mean(dtype=np.float64)) if body.any() else 0.0
    return np.asarray(spread * np.float32(ratio / mean if mean else 0.0), np.float32)
