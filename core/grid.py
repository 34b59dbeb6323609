"""Where the voxels of a volume lie in the patient."""

from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
"""(3,) mm (LPS, PS3.3 C.7.6.2.1.1)."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Where the voxels lie; axis 0 runs to the patient's left, 1 to the back, 2 to the head, or nearly so."""

    origin: Vector
    """(3,) mm (LPS): centre of the first voxel."""
    steps: npt.NDArray[np.float64]
    """(3, 3) mm: the step to the next voxel along each axis."""
    counts: tuple[int, int, int]
    """Voxels along each axis."""

    @cached_property
    def spacing(self) -> tuple[float, float, float]:
        """Distance between neighbours along each axis in mm."""
        x, y, z = (float(np.linalg.norm(step)) for step in self.steps)
        return x, y, z

    @cached_property
    def directions(self) -> npt.NDArray[np.float64]:
        """(3, 3) unit vectors along the axes."""
        unit: npt.NDArray[np.float64] = self.steps / np.asarray(self.spacing)[:, None]
        return unit

    def point(self, index: tuple[float, float, float]) -> Vector:
        """Return where a voxel's centre lies, in mm (LPS)."""
        point: Vector = self.origin + np.asarray(index, np.float64) @ self.steps
        return point

    def index(self, point: Vector) -> tuple[float, float, float]:
        """Return the place of a patient point in voxels along each axis."""
        x, y, z = (float(v) for v in (np.asarray(point) - self.origin) @ np.linalg.inv(self.steps))
        return x, y, z

    def nearest(self, point: Vector) -> tuple[int, int, int]:
        """Return the voxel nearest to a patient point."""
        x, y, z = (
            max(0, min(round(at), count - 1))
            for at, count in zip(self.index(point), self.counts, strict=True)
        )
        return x, y, z


def to_patient_axes(
    origin: Vector, steps: npt.NDArray[np.float64], shape: tuple[int, ...]
) -> tuple[Grid, tuple[int, int, int], tuple[bool, bool, bool]]:
    """Name the axes of a block by the patient's, and let each run the patient's way.

    Parameters
    ----------
    origin
        (3,) mm (LPS): centre of the block's first voxel.
    steps
        (3, 3) mm: the step to the next voxel along each axis of the block.
    shape
        Of the block.

    Returns
    -------
    tuple
        The grid, which axis of the block runs along x, y and z, and which of the grid's run against those.
    """
    directions = steps / np.linalg.norm(steps, axis=1)[:, None]
    x, y, z = max(permutations(range(3)), key=lambda order: sum(abs(directions[order, range(3)])))
    turned = steps[[x, y, z]]
    against = np.diagonal(turned) < 0
    counts = (shape[x], shape[y], shape[z])
    ends = (np.asarray(counts) - 1)[:, None] * turned
    grid = Grid(origin + ends[against].sum(axis=0), np.where(against[:, None], -turned, turned), counts)
    return grid, (x, y, z), (bool(against[0]), bool(against[1]), bool(against[2]))
