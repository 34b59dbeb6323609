"""CT artifacts: streaks where few photons arrive, rings from detector elements out of tune."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.degradation.ct_geometry import MU_WATER, SOFT, Beam, Kernel, ParallelScan
from training.degradation.limits import within

Image = npt.NDArray[np.float32]
Array = npt.NDArray[np.float64]


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
        error = self.error(self.scan.line_integrals(values), rng)
        return np.asarray(values + self.scan.reconstructed(error, values.shape, self.kernel), np.float32)

    def error(self, integrals: Array, rng: np.random.Generator) -> Array:
        """Return ``p' − p`` (detectors, views) of the line integrals p."""
        air = self.dose * self.beam.fluence(len(integrals))
        electronic = rng.normal(0, np.sqrt(self.beam.electronic), integrals.shape)
        counts = rng.poisson(air * np.exp(-integrals)) + electronic
        return np.asarray(np.log(air / np.maximum(counts, 1)) - integrals)


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
        sinogram = np.repeat(self._error(detectors, rng)[:, None], self.scan.views, 1)
        return np.asarray(values + self.scan.reconstructed(sinogram, values.shape, self.kernel), np.float32)

    def around(self, radius: Image, rng: np.random.Generator) -> Image:
        """Return the rings alone, in HU, at the distances `radius` (rows, columns) from their centre.

        The same picture as a reconstruction makes, without one: every view is alike, so the value at
        radius r is the mean over angles of the filtered error at ``r·cos θ``.
        """
        detectors = 2 * int(np.ceil(radius.max())) + 3
        response = self.kernel.response(2 * detectors)
        filtered = np.fft.ifft(np.fft.fft(self._error(detectors, rng), 2 * detectors) * response).real
        r, middle = np.arange(0, detectors // 2 + 1, 0.25), detectors // 2
        # A quarter of a turn: the error is the same on both sides of the middle.
        angles = (np.arange(self.scan.views // 2) + 0.5) * np.pi / self.scan.views
        seen = middle + np.outer(r, np.cos(angles))
        profile = np.interp(seen, np.arange(detectors), filtered[:detectors]).mean(1)
        scale = 1000 / MU_WATER * np.pi / self.scan.pixel_mm
        return np.asarray(scale * np.interp(radius, r, profile), np.float32)

    def _error(self, detectors: int, rng: np.random.Generator) -> Array:
        error = rng.normal(0, self.sigma, detectors) * (rng.random(detectors) < self.share)
        return np.asarray((error + error[::-1]) / 2)
