"""A measurement while it is drawn; each point can be placed by a click or at the end of a drag."""

import numpy as np
import numpy.typing as npt

from core.measurement import POINTS, Kind, Point

_FEWEST = {Kind.FREEHAND: 3, Kind.POLYLINE: 2}


class Drawing:
    """The points so far; the last one may still follow the pointer.

    Two points come from one drag or two clicks, an angle's third and further corners of a line from one more
    each, the second line of Cobb's angle from a drag or two clicks of its own. A freehand outline is
    one drag.
    """

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.points: tuple[Point, ...] = ()
        self.done = False
        self._follows = False

    def press(self, point: Point) -> None:
        """Begin a drag."""
        if self._follows:
            self.move(point)
        elif self.kind in (Kind.FREEHAND, Kind.TEXT):
            self.points, self._follows = (point,), True
        else:
            self.points, self._follows = (*self.points, point, point), True

    def move(self, point: Point) -> None:
        """Follow the pointer, with or without a button down."""
        if not self._follows:
            return
        grown = self.kind is Kind.FREEHAND
        self.points = (*self.points, point) if grown else (*self.points[:-1], point)

    def release(self, point: Point, tolerance: float) -> None:
        """End a drag; an outline is freed of points that lie within `tolerance` of a straight line."""
        self.move(point)
        if self.kind is Kind.FREEHAND:
            self.points, self._follows = simplified(self.points, tolerance), False
            self.done = len(self.points) >= _FEWEST[self.kind]
        else:
            self._place()

    def click(self, point: Point) -> None:
        """Place a point."""
        if self.kind is Kind.FREEHAND:
            return
        began = not self._follows
        self.press(point)
        if not began or self.kind is Kind.TEXT:
            self._place()

    def finish(self) -> None:
        """End a line that may have any number of corners, where its last one was placed."""
        if self.kind is Kind.POLYLINE and self._follows:
            self.points, self._follows = _distinct(self.points[:-1]), False
            self.done = len(self.points) >= _FEWEST[self.kind]

    def _place(self) -> None:
        self._follows = False
        wanted = POINTS.get(self.kind)
        if wanted is not None and len(self.points) >= wanted:
            self.done = True
        elif self.kind is not Kind.COBB:
            self.points, self._follows = (*self.points, self.points[-1]), True


def simplified(outline: tuple[Point, ...], tolerance: float) -> tuple[Point, ...]:
    """Return a closed outline with fewer points, none of the old ones further than `tolerance` from it.

    Douglas and Peucker's method (Cartographica 1973 10:112). scikit-image has it too, but with it comes a
    second of loading when the first outline is drawn.
    """
    closed = np.asarray((*outline, outline[0]), np.float64)
    kept, parts = {0}, [(0, len(closed) - 1)]
    while parts:
        start, end = parts.pop()
        away = _distances(closed[start : end + 1])
        if away.size and away.max() > tolerance:
            middle = start + int(away.argmax())
            kept.add(middle)
            parts += [(start, middle), (middle, end)]
    return tuple(outline[n] for n in sorted(kept))


def _distances(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return how far each of (n, 2) points is from the straight piece between the first and the last."""
    start, way = points[0], points[-1] - points[0]
    length = float(way @ way)
    along = np.clip((points - start) @ way / length, 0, 1) if length else np.zeros(len(points))
    nearest = start + along[:, None] * way
    return np.asarray(np.hypot(*(points - nearest).T))


def _distinct(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Leave out points that repeat the one before: a double click places its point twice."""
    return tuple(point for n, point in enumerate(points) if n == 0 or point != points[n - 1])
