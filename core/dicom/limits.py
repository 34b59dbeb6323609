"""Limits that keep a damaged or hostile file from taking the machine with it.

Each is far above what a real study needs, and far below what hurts.
"""

import time
from dataclasses import dataclass, field

from core.errors import ClearsliceError
from core.stop import Stop

MAX_DEPTH = 32
"""Sequences inside sequences; pydicom recurses and dies near 200."""
MAX_ELEMENTS = 1_000_000
"""Data elements and items in one header."""
MAX_ITEMS = 150_000
"""Items in one header; pydicom needs some 50 µs for each that is looked at."""
MAX_INFLATED = 1 << 30
"""Bytes that a deflated data set or a ZIP member may unpack to."""
MAX_FRAME_PIXELS = 1 << 28
"""Rows × Columns × Samples of one frame: 16 384 × 16 384."""
MAX_FRAMES = 200_000
"""Frames in one instance."""
MAX_MEMBERS = 200_000
"""Members of one ZIP archive."""
MAX_RATIO = 200
"""Times its own size that a large ZIP archive may unpack to; CT and MR stay far below 10."""
RATIO_FROM = 1 << 32
"""Bytes from which on `MAX_RATIO` counts: a few blank images pack a thousandfold and hurt nobody."""
MAX_SECONDS = 20.0
"""For the header of one file."""

DAMAGED = "The file is damaged or was copied incompletely; copy it again from where it came from."
BAD_STREAM = "The compressed image is damaged, so it cannot be read; copy the file again."
HOSTILE = "The file's header is nested or repeated beyond any sense, so it was not read further."
TOO_SLOW = "The file's header takes too long to read; it is damaged or not meant to be read."
TOO_LARGE = "The file unpacks to more than 1 GB, so it was not read."


class Damaged(ClearsliceError):
    """The bytes do not hold what they announce."""

    def __init__(self, message: str = DAMAGED) -> None:
        super().__init__(message)


@dataclass(slots=True)
class Budget:
    """Time and patience for one file."""

    stop: Stop | None = None
    seconds: float = MAX_SECONDS
    _end: float = field(init=False)

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.seconds

    def check(self) -> None:
        """Raise `Cancelled` if stopping was asked for, `ClearsliceError` if time is up."""
        if self.stop is not None:
            self.stop.check()
        if time.monotonic() > self._end:
            raise ClearsliceError(TOO_SLOW)
