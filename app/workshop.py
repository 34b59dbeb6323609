"""What the feeds of all cells share."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from app.frame_cache import FrameCache
from app.planes.volumes import Volumes
from core.dicom.study import FrameRef
from core.frame import Frame
from core.pipeline import Pipeline

Read = Callable[[FrameRef], Frame]


def _pool(name: str, threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, thread_name_prefix=name)


@dataclass(frozen=True)
class Workshop:
    """Frames that are held, threads, and how to tell the user something."""

    pipeline: Pipeline
    tell: Callable[[str], None]
    cache: FrameCache = field(default_factory=FrameCache)
    volumes: Volumes = field(default_factory=Volumes)
    decoding: ThreadPoolExecutor = field(default_factory=partial(_pool, "decode", 2))
    enhancing: ThreadPoolExecutor = field(default_factory=partial(_pool, "enhance", 1))
    """One thread: a network uses all cores by itself."""
    ahead: ThreadPoolExecutor = field(default_factory=partial(_pool, "ahead", 1))

    def close(self) -> None:
        """Wait for the threads to end."""
        for pool in (self.decoding, self.enhancing, self.ahead):
            pool.shutdown(wait=True, cancel_futures=True)


def warmed(frame: Frame) -> Frame:
    """Compute what showing needs here, not in the GUI thread."""
    if not frame.is_colour:
        _ = frame.values, frame.padding_mask, frame.default_window
    return frame
