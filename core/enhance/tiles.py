"""Large images piece by piece: in strips for local filters, in overlapping tiles for networks."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from core.enhance.method import Image
from core.stop import Stop

_STRIP_PIXELS = 1 << 17


def by_strips(
    values: npt.NDArray[Any], margin: int, function: Callable[[npt.NDArray[Any]], Image], stop: Stop
) -> Image:
    """Return ``function(values)`` computed in strips of rows, with `stop` looked at before each.

    The same as in one piece if no output pixel depends on rows further away than `margin`.
    """
    rows, columns = values.shape
    height = max(2 * margin, _STRIP_PIXELS // columns, 1)
    out = np.empty((rows, columns), np.float32)
    for start in range(0, rows, height):
        stop.check()
        end = min(start + height, rows)
        top = max(start - margin, 0)
        strip = function(values[top : end + margin])
        out[start:end] = strip[start - top : end - top]
    return out
