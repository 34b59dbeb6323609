"""Decoded frames that are held for the next look."""

from collections import OrderedDict

from core.frame import Frame

CACHE_BYTES = 512 << 20

Key = tuple[str, int]


class FrameCache:
    """Decoded frames, the least recently used dropped beyond a number of bytes."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._bytes = 0
        self._frames: OrderedDict[Key, Frame] = OrderedDict()

    def get(self, key: Key) -> Frame | None:
        """Return the frame if it is held."""
        frame = self._frames.get(key)
        if frame is not None:
            self._frames.move_to_end(key)
        return frame

    def put(self, frame: Frame) -> None:
        """Hold `frame` and drop what no longer fits."""
        if frame.key not in self._frames:
            self._bytes += _cost(frame)
        self._frames[frame.key] = frame
        while self._bytes > self._limit and len(self._frames) > 1:
            self._bytes -= _cost(self._frames.popitem(last=False)[1])


def _cost(frame: Frame) -> int:
    return frame.stored.nbytes + 4 * frame.shape[0] * frame.shape[1]
