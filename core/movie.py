"""A series as a film, before and after: MP4 by PyAV, or an animated GIF by Pillow.

PyAV (BSD-3-Clause) bundles FFmpeg, in its wheels built under the LGPL but linked with libx264 (GPL), the
encoder of the H.264 that every player shows. So it is an extra that a user installs, and no part of a bundle
that is given away under other terms; without libx264, FFmpeg's own MPEG-4 Part 2 encoder is used, which
players on the desktop show, but browsers do not.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from PIL import Image as Pillow

from core.atomic import replacing
from core.dicom.decode import read_frame
from core.dicom.study import Series
from core.display import Screen, default_voi, grey
from core.errors import ClearsliceError
from core.export import Progress
from core.frame import Frame, Image
from core.picture import before_after, squared, with_lines
from core.pipeline import Pipeline
from core.recipe import Recipe
from core.stop import Stop
from core.window import VoiLut, Window

if TYPE_CHECKING:
    import av

NOTE = "NOT FOR DIAGNOSTIC USE"
"""Stands under every picture that leaves the program."""
SUFFIXES = (".mp4", ".gif")
_SMALLEST, _LARGEST = 512, 1024
"""Pixels of the longer side of one picture: labels must fit, and players must follow."""
_GIF_FRAMES = 500
"""More fill the memory of whoever opens the file."""
_NO_VIDEO = "MP4 needs the package PyAV, which is not installed: pip install av; or choose a .gif."
_QUALITY: Mapping[str, Mapping[str, object]] = {
    "libx264": {"crf": "16", "preset": "medium"},
    "mpeg4": {"qscale": "2"},
}


class Layout(Enum):
    """How before and after stand together; the value is its word."""

    SIDE_BY_SIDE = "side"
    SPLIT = "split"


@dataclass(frozen=True)
class Film:
    """What is shown."""

    series: Series
    recipe: Recipe
    """What is done to the second picture; without steps there is only the first."""
    layout: Layout = Layout.SIDE_BY_SIDE
    window: Window | VoiLut | None = None
    """For all frames; None: each frame's own."""
    inverted: bool = False
    rate: float = 10.0
    """Frames per second."""
    caption: tuple[str, ...] = ()
    """Lines under the pictures, such as the patient's name if the user asks for that."""

    def pictures(self, pipeline: Pipeline, stop: Stop) -> Iterator[Screen]:
        """Yield each frame, (rows, columns) in 8 bits, all of one size."""
        for ref in self.series.frames:
            stop.check()
            yield self._picture(read_frame(ref), pipeline, stop)

    def _picture(self, frame: Frame, pipeline: Pipeline, stop: Stop) -> Screen:
        shown, labels = [self._shown(frame, frame.values)], [original_label(self.series)]
        if self.recipe.steps:
            enhanced = pipeline.run(frame, self.recipe, stop)
            shown.append(self._shown(frame, enhanced.image))
            labels.append(enhanced.label(self.recipe.strength))
        pair = before_after(shown, labels, self.layout is Layout.SPLIT)
        return np.asarray(with_lines(pair, (*self.caption, NOTE)), np.uint8)

    def _shown(self, frame: Frame, values: Image) -> Screen:
        voi = self.window or default_voi(frame)
        rows, columns = frame.geometry.spacing or (1.0, 1.0)
        picture = grey(values, voi, frame.inverted ^ self.inverted, frame.padding_mask)
        return squared(picture, rows / columns, _LARGEST, _SMALLEST)


def can_write_mp4() -> bool:
    """Whether PyAV is installed."""
    return find_spec("av") is not None


def original_label(series: Series) -> str:
    """Return the words over what was opened."""
    return "AS OPENED · DERIVED" if series.derived else "ORIGINAL"


def write_film(
    film: Film, pipeline: Pipeline, path: Path, report: Callable[[Progress], None], stop: Stop
) -> int:
    """Write `film` to `path`, an ``.mp4`` or ``.gif``, whole or not at all; return its number of frames.

    Raises
    ------
    ClearsliceError
        If a frame cannot be read or enhanced, the file cannot be written, or PyAV is missing.
    Cancelled
        If `stop` was set.
    """
    write = {".mp4": _write_mp4, ".gif": _write_gif}.get(path.suffix.lower())
    if write is None:
        msg = "Films are written as .mp4 or .gif; choose a name that ends so."
        raise ClearsliceError(msg)
    if not film.series.showable or (film.recipe.steps and not film.series.enhanceable):
        raise ClearsliceError(film.series.reason or "This series holds no grey-scale images to film.")
    total = len(film.series.frames)
    with replacing(path) as file:
        write(file, _reported(film.pictures(pipeline, stop), total, report), film.rate, total)
    return total


def _reported(pictures: Iterator[Screen], total: int, report: Callable[[Progress], None]) -> Iterator[Screen]:
    start = time.perf_counter()
    for done, picture in enumerate(pictures, 1):
        yield picture
        report(Progress(done, total, time.perf_counter() - start))


def _write_gif(file: BinaryIO, pictures: Iterator[Screen], rate: float, total: int) -> None:
    if total > _GIF_FRAMES:
        msg = f"A GIF of {total} frames is too large to be shown; choose a name that ends in .mp4."
        raise ClearsliceError(msg)
    images = (Pillow.fromarray(picture) for picture in pictures)
    next(images).save(
        file, "GIF", save_all=True, append_images=images, duration=round(1000 / rate), loop=0, optimize=False
    )


def _write_mp4(file: BinaryIO, pictures: Iterator[Screen], rate: float, total: int) -> None:
    try:
        import av
    except ImportError as error:
        raise ClearsliceError(_NO_VIDEO) from error
    with av.open(file, "w", format="mp4") as container:
        stream: av.VideoStream | None = None
        for picture in pictures:
            even = _even(picture)
            stream = stream or _stream(container, even, rate)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(even, format="gray")))
        if stream is not None:
            container.mux(stream.encode())


def _stream(container: "av.container.OutputContainer", first: Screen, rate: float) -> "av.VideoStream":
    import av

    codec = "libx264" if "libx264" in av.codecs_available else "mpeg4"
    stream = container.add_stream(codec, rate=Fraction(rate).limit_denominator(1000))
    assert isinstance(stream, av.VideoStream)
    stream.height, stream.width = first.shape
    stream.pix_fmt, stream.options = "yuv420p", dict(_QUALITY[codec])
    return stream


def _even(picture: Screen) -> Screen:
    """Return `picture` with a black row and column where sides are odd, which 4:2:0 cannot hold."""
    rows, columns = picture.shape
    return np.ascontiguousarray(np.pad(picture, ((0, rows % 2), (0, columns % 2))))
