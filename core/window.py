"""From modality values to what is displayed (PS3.3 C.11.2)."""

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

AUTO = "Auto"
"""Name of a window that was made of the values themselves."""


class VoiFunction(Enum):
    """VOI LUT Function (0028,1056)."""

    LINEAR = "LINEAR"
    LINEAR_EXACT = "LINEAR_EXACT"
    SIGMOID = "SIGMOID"


@dataclass(frozen=True, slots=True)
class Window:
    """Window Center and Width in modality units."""

    center: float
    width: float
    function: VoiFunction = VoiFunction.LINEAR
    name: str = ""

    def apply(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Map modality values to display values in [0, 1] (PS3.3 C.11.2.1.2 and C.11.2.1.3)."""
        x = values.astype(np.float32, copy=False)
        if self.function is VoiFunction.SIGMOID:
            exponent = np.clip(-4 * (x - np.float32(self.center)) / np.float32(self.width), -80, 80)
            return np.asarray(1 / (1 + np.exp(exponent)), np.float32)
        low, high = self.limits
        scaled = (x - np.float32(low)) * np.float32(1 / (high - low))
        return np.asarray(np.clip(scaled, np.float32(0), np.float32(1)), np.float32)

    @property
    def limits(self) -> tuple[float, float]:
        """Values shown black and white; for SIGMOID those at center ∓ width/2."""
        if self.function is VoiFunction.LINEAR and self.width > 1:
            # The standard's LINEAR is half a unit off and one unit narrower than LINEAR_EXACT.
            low = self.center - 0.5 - (self.width - 1) / 2
            return low, low + self.width - 1
        width = max(self.width, 1e-6)
        return self.center - width / 2, self.center + width / 2

    @classmethod
    def around(
        cls, values: npt.NDArray[np.float32], excluded: npt.NDArray[np.bool_] | None = None
    ) -> "Window":
        """Window over `values` less 0.1 % at either end, without `excluded` pixels."""
        x = values if excluded is None or excluded.all() else values[~excluded]
        x = x[np.isfinite(x)]
        low, high = (float(v) for v in np.percentile(x, (0.1, 99.9))) if x.size else (0.0, 1.0)
        width = max(high - low, 1e-3 * max(abs(high), 1e-3))
        return cls((low + high) / 2, width, VoiFunction.LINEAR_EXACT, AUTO)


@dataclass(frozen=True, eq=False)
class VoiLut:
    """An item of the VOI LUT Sequence (PS3.3 C.11.2.1.1)."""

    first: int
    entries: npt.NDArray[np.float32]
    """Display values scaled to [0, 1]."""
    name: str = ""

    def apply(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Map modality values to display values in [0, 1]."""
        index = np.rint(values).astype(np.int64) - self.first
        return self.entries[np.clip(index, 0, len(self.entries) - 1)]


CT_PRESETS = (
    Window(40, 400, name="Abdomen"),
    Window(-600, 1500, name="Lung"),
    Window(400, 2000, name="Bone"),
    Window(40, 80, name="Brain"),
    Window(60, 360, name="Mediastinum"),
    Window(90, 150, name="Liver"),
)
"""Presets for HU only: MR signal and radiographs have no fixed scale."""
