"""One image plane as it came from a file."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from pydicom import Dataset

from core.errors import ClearsliceError
from core.window import VoiLut, Window

Image = npt.NDArray[np.float32]
"""(rows, columns) float32 modality values."""
Stored = npt.NDArray[Any]
"""(rows, columns) integers as decoded, or (rows, columns, 3) uint8 for colour."""
Mask = npt.NDArray[np.bool_]


class ModalityTransform(Protocol):
    """From stored values to modality values and back (DICOM PS3.3 C.11.1)."""

    @property
    def units(self) -> str:
        """Unit of the modality values: "HU", "SUV", or "" where none is known."""
        ...

    def apply(self, stored: Stored) -> Image:
        """Modality values of `stored`."""
        ...

    def invert(self, values: Image) -> npt.NDArray[np.float64]:
        """Stored values, not yet rounded, that give `values`."""
        ...


@dataclass(frozen=True, slots=True)
class Rescale:
    """Rescale Slope and Intercept (PS3.3 C.11.1.1.2)."""

    slope: float = 1.0
    intercept: float = 0.0
    units: str = ""

    def apply(self, stored: Stored) -> Image:
        """Return ``stored · slope + intercept`` as float32, rounded once."""
        intercept = np.float32(self.intercept)
        if self.slope == 1 and intercept == self.intercept and stored.dtype.itemsize <= 2:
            return np.add(stored, intercept, dtype=np.float32)  # Most CT; three times as fast.
        values = np.multiply(stored, self.slope, dtype=np.float64)
        values += self.intercept
        return values.astype(np.float32)

    def invert(self, values: Image) -> npt.NDArray[np.float64]:
        """Return ``(values − intercept) / slope`` as float64."""
        return (values.astype(np.float64) - self.intercept) / self.slope


@dataclass(frozen=True, eq=False)
class ModalityLut:
    """Modality LUT Sequence (PS3.3 C.11.1.1.1)."""

    first: int
    entries: npt.NDArray[np.float32]
    units: str = ""

    def apply(self, stored: Stored) -> Image:
        """Look `stored` up; values outside the table take its end entries."""
        return self.entries[np.clip(stored.astype(np.int64) - self.first, 0, len(self.entries) - 1)]

    def invert(self, values: Image) -> npt.NDArray[np.float64]:
        """Return the fractional table index that gives `values`.

        Raises
        ------
        ClearsliceError
            If the table does not rise or fall throughout, so that no inverse exists.
        """
        steps = np.diff(self.entries)
        index = np.arange(len(self.entries), dtype=np.float64) + self.first
        if np.all(steps > 0):
            return np.interp(values, self.entries, index)
        if np.all(steps < 0):
            return np.interp(values, self.entries[::-1], index[::-1])
        msg = "This image's Modality LUT has no inverse, so an enhanced copy cannot be stored in its units."
        raise ClearsliceError(msg)


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where the plane lies (PS3.3 C.7.6.2); `None` where the file does not say or says nonsense."""

    spacing: tuple[float, float] | None = None
    """Distance between rows, between columns, in mm."""
    spacing_source: str = ""
    """"patient", "detector" (not corrected for magnification) or "calibrated"."""
    position: tuple[float, float, float] | None = None
    """Centre of the first pixel in patient coordinates, in mm (LPS)."""
    orientation: tuple[float, float, float, float, float, float] | None = None
    """Direction of a row, then of a column, as unit vectors (LPS)."""
    frame_of_reference: str = ""
    patient_orientation: tuple[str, str] | None = None
    """PatientOrientation letters (row, column direction) where no vectors are known."""

    @property
    def normal(self) -> npt.NDArray[np.float64] | None:
        """Unit vector along which slices are stacked."""
        if self.orientation is None:
            return None
        row, column = np.asarray(self.orientation, np.float64).reshape(2, 3)
        return np.cross(row, column)

    def doubled(self) -> "Geometry":
        """Return the place of a grid of twice the rows and columns that covers the same area.

        Its first pixel is centred a quarter of an old pixel outwards (PS3.3 C.7.6.2.1.1).
        """
        if self.spacing is None:
            return self
        rows, columns = self.spacing
        finer = replace(self, spacing=(rows / 2, columns / 2))
        if self.position is None or self.orientation is None:
            return finer
        x, y, z = (
            p - (along_row * columns + along_column * rows) / 4
            for p, along_row, along_column in zip(
                self.position, self.orientation[:3], self.orientation[3:], strict=True
            )
        )
        return replace(finer, position=(x, y, z))


@dataclass(frozen=True, slots=True)
class StoredFormat:
    """How integers are stored (PS3.5 8.1.1)."""

    bits_stored: int
    signed: bool

    @property
    def lowest(self) -> int:
        """Smallest value that fits."""
        return -(1 << (self.bits_stored - 1)) if self.signed else 0

    @property
    def highest(self) -> int:
        """Largest value that fits."""
        return (1 << (self.bits_stored - int(self.signed))) - 1


@dataclass(frozen=True, eq=False)
class Frame:
    """One image plane: stored values, their meaning and their place.

    Arrays are read-only; every consumer makes its own.
    """

    uid: str
    """SOP Instance UID."""
    number: int
    """Frame number in the instance, from 1."""
    stored: Stored
    transform: ModalityTransform
    format: StoredFormat
    modality: str
    header: Dataset
    """The data set without pixel data; never written to."""
    geometry: Geometry = field(default_factory=Geometry)
    windows: tuple[Window, ...] = ()
    """Windows named in the file, in the file's order."""
    voi_luts: tuple[VoiLut, ...] = ()
    inverted: bool = False
    """MONOCHROME1: the lowest value is white."""
    padding: tuple[int, int] | None = None
    """Stored values (lowest, highest) that mean "no pixel here"."""
    overlays: tuple[Mask, ...] = ()
    lossy: str = ""
    """For example "10:1" or "lossy" if the pixels were ever compressed with loss, else ""."""
    notes: tuple[str, ...] = ()
    """Sentences about what is odd in this file."""

    @property
    def key(self) -> tuple[str, int]:
        """What identifies the frame everywhere: (SOP Instance UID, frame number)."""
        return self.uid, self.number

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return self.stored.shape[0], self.stored.shape[1]

    @property
    def is_colour(self) -> bool:
        """Whether the pixels are RGB."""
        return self.stored.ndim == 3

    @property
    def units(self) -> str:
        """Unit of `values`."""
        return self.transform.units

    @cached_property
    def values(self) -> Image:
        """(rows, columns) float32 modality values."""
        values = self.transform.apply(self.stored)
        values.setflags(write=False)
        return values

    @cached_property
    def padding_mask(self) -> Mask | None:
        """True where there is no pixel (Pixel Padding Value, PS3.3 C.7.5.1.1.2)."""
        if self.padding is None:
            return None
        return (self.stored >= self.padding[0]) & (self.stored <= self.padding[1])

    @cached_property
    def default_window(self) -> Window:
        """The file's first window, else one that spans the image without its extremes."""
        return self.windows[0] if self.windows else Window.around(self.values, self.padding_mask)
