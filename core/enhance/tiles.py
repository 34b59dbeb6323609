"""Large images piece by piece: in strips for local filters, in overlapping tiles for networks."""

from collections.abc import Callable
from itertools import pairwise
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
    rows, columns = values.shape[:2]
    height = max(4 * margin, _STRIP_PIXELS // columns, 1)
    edges = np.linspace(0, rows, -(-rows // height) + 1).astype(int)
    out = np.empty((rows, columns), np.float32)
    for start, end in pairwise(edges):
        stop.check()
        top = max(start - margin, 0)
        strip = function(values[top : end + margin])
        out[start:end] = strip[start - top : end - top]
    return out
