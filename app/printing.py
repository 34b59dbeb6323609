"""A page with original and enhanced beside each other, printed or as a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app.exporting import identity_lines
from app.feed import Feed
from app.language import tr
from app.session import Session
from app.settings import Settings
from app.texts import number
from core.atomic import replacing
from core.dicom.study import Series
from core.display import Screen, default_voi, grey
from core.errors import ClearsliceError
from core.frame import Frame, Image
from core.movie import NOTE, original_label
from core.picture import squared
from core.pipeline import Enhanced
from core.version import VERSION
from core.window import VoiLut, Window

_LARGEST = 2048
"""Pixels of a picture's longer side; more than a page at 200 dots per inch shows."""
_DPI = 300
_TITLE, _BODY, _LABEL = 14, 9, 9
"""Points."""


@dataclass(frozen=True)
class Page:
    """What stands on a page."""

    title: str
    lines: tuple[str, ...]
    pictures: tuple[tuple[str, Screen], ...]
    """Label and 8-bit picture, side by side."""
    note: str


class Printing:
    """What the print actions do."""

    def __init__(self, session: Session, feed: Feed, settings: Settings, window: QWidget) -> None:
        self._session, self._feed, self._settings, self._window = session, feed, settings, window

    def print(self, identified: bool = False) -> None:
        """Ask for a printer and print the slice."""
        page = self._page(identified)
        if page is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        _turn(printer)
        if QPrintDialog(printer, self._window).exec():
            paint(printer, page)

    def save_pdf(self, identified: bool = False) -> None:
        """Ask for a file and write the slice as a PDF."""
        page = self._page(identified)
        if page is None:
            return
        start = str(self._settings.export_folder / "page.pdf")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export page"), start, tr("PDF document (*.pdf)")
        )
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".pdf")
        self._settings.export_folder = path.parent
        try:
            write_pdf(page, path)
        except ClearsliceError as error:
            self._session.message(str(error))
        else:
            self._session.message(tr("The page was saved as {}.").format(path.name))

    def _page(self, identified: bool) -> Page | None:
        series, frame = self._session.series, self._feed.frame
        if series is None or frame is None or frame.is_colour:
            self._session.message(tr("There is no grey-scale picture to print."))
            return None
        return make_page(
            series,
            frame,
            self._feed.enhanced,
            self._session.window or default_voi(frame),
            inverted=self._session.inverted,
            identified=identified,
        )


def make_page(
    series: Series,
    frame: Frame,
    enhanced: Enhanced | None,
    voi: Window | VoiLut,
    *,
    inverted: bool,
    identified: bool,
) -> Page:
    """Return the page about a slice; only `identified` it says who the patient is."""
    rows, columns = frame.geometry.spacing or (1.0, 1.0)

    def shown(values: Image) -> Screen:
        picture = grey(values, voi, frame.inverted ^ inverted, frame.padding_mask)
        return squared(picture, rows / columns, _LARGEST)

    cut = f"{series.cut_as} · " if series.cut_as else ""
    pictures = [(cut + original_label(series), shown(frame.values))]
    if enhanced is not None:
        pictures.append((cut + enhanced.label(enhanced.recipe.strength), shown(enhanced.image)))
    return Page(
        series.description or tr("Series without description"),
        (*(identity_lines(series) if identified else ()), *_lines(series, frame, voi)),
        tuple(pictures),
        tr("{note} · Clearslice {version} · printed {when}").format(
            note=NOTE, version=VERSION, when=f"{datetime.now():%Y-%m-%d %H:%M}"
        ),
    )


def _lines(series: Series, frame: Frame, voi: Window | VoiLut) -> tuple[str, ...]:
    at = next((n for n, ref in enumerate(series.frames, 1) if ref.key == frame.key), 1)
    slice_ = tr("Slice {number} of {count}").format(number=at, count=len(series.frames))
    parts = [series.modality, slice_]
    if isinstance(voi, Window):
        shown = tr("Window {width} / {center}")
        parts.append(shown.format(width=number(voi.width), center=number(voi.center)))
    if frame.geometry.spacing is not None:
        rows, columns = frame.geometry.spacing
        parts.append(tr("Pixels {rows} × {columns} mm").format(rows=f"{rows:.3g}", columns=f"{columns:.3g}"))
    if frame.lossy:
        parts.append(tr("Compressed with loss: {ratio}").format(ratio=frame.lossy))
    return (" · ".join(part for part in parts if part),)


def write_pdf(page: Page, path: Path) -> None:
    """Write `page` to `path`, whole or not at all.

    Raises
    ------
    ClearsliceError
        If the folder cannot be written to or the disk is full.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle("Clearslice")
    writer.setCreator(f"Clearslice {VERSION}")
    _turn(writer)
    paint(writer, page)
    with replacing(path) as file:
        file.write(buffer.data().data())


def _turn(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Landscape)
    device.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout.Unit.Millimeter)


def paint(device: QPagedPaintDevice, page: Page) -> None:
    """Paint `page` on a printer or PDF, black on white."""
    painter = QPainter(device)
    try:
        area = QRectF(painter.viewport())
        top = _write(painter, area, (page.title,), _TITLE, bold=True)
        top = _write(painter, area.adjusted(0, top, 0, 0), page.lines, _BODY) + top
        foot = _height(painter, _BODY, bold=True)
        middle = area.adjusted(0, top + foot / 2, 0, -1.5 * foot)
        _paint_pictures(painter, middle, page.pictures)
        bottom = QRectF(area.left(), area.bottom() - foot, area.width(), foot)
        _write(painter, bottom, (page.note,), _BODY, bold=True)
    finally:
        painter.end()


def _paint_pictures(painter: QPainter, area: QRectF, pictures: Sequence[tuple[str, Screen]]) -> None:
    gap = area.width() / 60
    width = (area.width() - gap * (len(pictures) - 1)) / len(pictures)
    for place, (label, picture) in enumerate(pictures):
        column = QRectF(area.left() + place * (width + gap), area.top(), width, area.height())
        used = _write(painter, column, (label,), _LABEL, bold=True)
        room = column.adjusted(0, used, 0, 0)
        rows, columns = picture.shape
        scale = min(room.width() / columns, room.height() / rows)
        target = QRectF(room.left(), room.top(), columns * scale, rows * scale)
        painter.drawImage(target, _image(picture))


def _image(picture: Screen) -> QImage:
    rows, columns = picture.shape
    data = np.ascontiguousarray(picture)
    return QImage(data.data, columns, rows, columns, QImage.Format.Format_Grayscale8).copy()


def _write(
    painter: QPainter, area: QRectF, lines: Sequence[str], points: int, *, bold: bool = False
) -> float:
    """Write lines from the top of `area`, each cut to its width; return the height they take."""
    _choose_font(painter, points, bold)
    painter.setPen(Qt.GlobalColor.black)
    metrics, height = painter.fontMetrics(), _height(painter, points, bold)
    for n, line in enumerate(lines):
        box = QRectF(area.left(), area.top() + n * height, area.width(), height)
        text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    return height * len(lines)


def _height(painter: QPainter, points: int, bold: bool = False) -> float:
    _choose_font(painter, points, bold)
    return 1.3 * painter.fontMetrics().height()


def _choose_font(painter: QPainter, points: int, bold: bool) -> None:
    font = QFont()
    font.setPointSize(points)
    font.setBold(bold)
    painter.setFont(font)
