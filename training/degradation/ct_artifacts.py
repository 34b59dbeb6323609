"""CT artifacts: streaks where few photons arrive, rings from detector elements out of tune."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.degradation.ct_geometry import SOFT, Beam, Kernel, ParallelScan
from training.degradation.limits import within

Image = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PhotonStarvation:
    """Streaks along paths that hardly any photon survives (Hsieh, Med. Phys. 25, 1998), in HU.

    The counts themselves are drawn and their logarithm taken, clamped as a scanner does::

        N' = Poisson(a·N0·e^−p) + N(0, N_e),   p' = ln(a·N0 / max(N', 1)),   HU + 1000/μ_w·FBP(p' − p)

    Unlike `ct_projection.ProjectionNoise` this is a whole scan at a·N0: `values` count as noise-free.
    """

    dose: float
    scan: ParallelScan
    beam: Beam
    kernel: Kernel = SOFT

    def __post_init__(self) -> None:
        within("dose share", self.dose, 1e-5, 1)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) in HU with noise and streaks."""
        integrals = self.scan.line_integrals(values)
        air = self.dose * self.beam.fluence(len(integrals))
        counts = rng.poisson(air * np.exp(-integrals)) + rng.normal(
            0, np.sqrt(self.beam.electronic), integrals.shape
        )
        error = np.log(air / np.maximum(counts, 1)) - integrals
        return np.asarray(values + self.scan.reconstructed(error, values.shape, self.kernel), np.float32)


@dataclass(frozen=True, slots=True)
class Rings:
    """Rings about the centre of rotation (Sijbers & Postnov, Phys. Med. Biol. 49, 2004), in HU.

    A detector element whose gain is off by a factor g adds ``−ln g`` to its line integral in every view.
    Over a full turn each ray is seen from both sides, so on half a turn the error is
    ``(e(s) + e(−s))/2``.
    """

    scan: ParallelScan
    share: float = 0.02
    """Part of the detector elements that are out of tune."""
    sigma: float = 0.005
    """SD of their ln g; detectors are calibrated to some 0.1–1 %."""
    kernel: Kernel = SOFT

    def __post_init__(self) -> None:
        within("share of detector elements", self.share, 0, 1)
        within("detector gain error", self.sigma, 0)

    def __call__(self, values: Image, rng: np.random.Generator) -> Image:
        """Return `values` (rows, columns) in HU with rings."""
        # Enough elements, an odd number of them, for the centre of rotation to lie on the middle one.
        detectors = 2 * int(np.ceil(max(values.shape) / np.sqrt(2))) + 3
        error = rng.normal(0, self.sigma, detectors) * (rng.random(detectors) < self.share)
        both = (error + error[::-1]) / 2
        sinogram = np.repeat(both[:, None], self.scan.views, 1)
        return np.asarray(values + self.scan.reconstructed(sinogram, values.shape, self.kernel), np.float32)
