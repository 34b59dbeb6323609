"""Small pictures of series, made off the GUI thread one after another."""

from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from app.lane import Lane
from app.language import tr
from core.dicom.decode import read_frame
from core.dicom.provenance import read_record
from core.dicom.study import Catalogue, FrameRef, Kind, Series
from core.display import default_voi, grey
from core.errors import ClearsliceError
from core.frame import Frame
from core.stop import Stop

SIDE = 128
"""Longest side in device pixels: 64 points at 200 %."""


class Told(NamedTuple):
    """What only the pixels' own file tells of a series."""

    lossy: str = ""
    """How it was compressed with loss, or ""."""
    made: str = ""
    """"AI" or "ENHANCED" if Clearslice made it, by a network or without one; else ""."""


class Thumbnails(QObject):
    """Makes one picture for each series of the catalogues it is given."""

    made = Signal(str, QImage, object)
    """(series key, picture, `Told`)"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[str, FrameRef] = {}
        self._asked: dict[str, tuple[str, int]] = {}
        self._lane = Lane("thumbnails", self)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._next)

    def follow(self, catalogue: Catalogue) -> None:
        """Ask for what is missing, and once more where the middle has moved by the end of the scan."""
        for series in catalogue.series:
            if series.kind is Kind.OTHER or not series.frames:
                continue
            middle = middle_frame(series)
            asked = self._asked.get(series.key)
            if asked is None or (catalogue.finished and asked != middle.key):
                self._asked[series.key] = middle.key
                self._wanted[series.key] = middle
        if not self._lane.busy:
            self._next()

    def close(self) -> None:
        """Stop and wait."""
        self._wanted.clear()
        self._lane.close()

    def _next(self) -> None:
        if self._wanted:
            key = next(iter(self._wanted))
            self._lane.submit(key, partial(_make, self._wanted.pop(key)))

    def _on_done(self, key: str, result: tuple[QImage, Told]) -> None:
        self.made.emit(key, *result)
        self._next()


def middle_frame(series: Series) -> FrameRef:
    """Return the frame that stands for the series."""
    return series.frames[len(series.frames) // 2]


def _make(ref: FrameRef, _stop: Stop) -> tuple[QImage, Told]:
    frame = read_frame(ref)
    return thumbnail(frame), Told(frame.lossy, _maker(frame))


def _maker(frame: Frame) -> str:
    try:
        record = read_record(frame.header)
    except ClearsliceError:  # damaged: the image was made all the same, nobody knows how
        return tr("ENHANCED")
    if record is None:
        return ""
    return tr("AI") if record.model else tr("ENHANCED")


def thumbnail(frame: Frame, side: int = SIDE) -> QImage:
    """Return the frame in its own window, at most `side` pixels long, in the shape it has in the patient."""
    pixels = _display(frame)
    rows, columns = frame.shape
    layout = QImage.Format.Format_RGB888 if frame.is_colour else QImage.Format.Format_Grayscale8
    image = QImage(pixels.data, columns, rows, pixels.strides[0], layout).copy()
    down, across = frame.geometry.spacing or (1.0, 1.0)
    size = QSize(round(columns * across / min(down, across)), round(rows * down / min(down, across)))
    size.scale(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _display(frame: Frame) -> npt.NDArray[np.uint8]:
    """Return (rows, columns) grey or (rows, columns, 3) colour, 0 to 255."""
    if frame.is_colour:
        return np.ascontiguousarray(frame.stored, np.uint8)
    pixels = grey(frame.values, default_voi(frame), frame.inverted, frame.padding_mask)
    return np.ascontiguousarray(pixels)
