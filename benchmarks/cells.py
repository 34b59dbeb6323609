"""How fast linked cells scroll: ``python -m benchmarks.cells``.

Writes CT series of 90 slices of 512×512, shows one and then four of them in the real window, and turns the
wheel in one cell at 30 notches a second. Prints the GUI thread's time for a notch with the repaint of all
cells (median, slowest), and how many different slices the leading and the other cells showed on the way.
"""

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pydicom
from pydicom.uid import generate_uid
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.main_window import MainWindow, make_window
from app.settings import Settings
from app.state import Layout
from core.frame import Frame

DEMO = Path(__file__).resolve().parent.parent / "assets" / "demo" / "ct"
SLICES = 90
NOTCHES = 80
PACE = 1 / 30


def write_series(folder: Path, number: int) -> None:
    """Write a noisy copy of the demo's middle slice, often, one above the other."""
    header = pydicom.dcmread(sorted(DEMO.glob("*.dcm"))[10])
    header.decompress()
    pixels, uid = header.pixel_array, generate_uid()
    for n in range(SLICES):
        header.SOPInstanceUID = header.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        header.SeriesInstanceUID, header.SeriesNumber, header.InstanceNumber = uid, number, n + 1
        header.ImagePositionPatient = [0, 0, float(n)]
        header.PixelData = np.roll(pixels, n, axis=1).tobytes()
        header.save_as(folder / f"{number}-{n:03d}.dcm")


def wait(done: Callable[[], bool], seconds: float = 60) -> None:
    """Let the window work until `done`."""
    end = time.perf_counter() + seconds
    while not done() and time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def turn(window: MainWindow) -> None:
    """Turn the wheel by one notch in the first cell."""
    target = window.grid.cells[0].views[0].viewport()
    at, none = QPointF(60, 60), Qt.MouseButton.NoButton
    place = QPointF(target.mapToGlobal(at))
    notch = QPoint(0, -120)
    plain, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(target, QWheelEvent(at, place, QPoint(), notch, none, plain, phase, False))


def measure(window: MainWindow, layout: Layout) -> str:
    """Scroll through the stack once, all frames yet to be decoded."""
    cells = window.session.cells
    cells.set_layout(layout)
    wait(lambda: all(feed.frame is not None for feed in window.feed.feeds[: layout.count]))
    cells.all[0].set_index(0)
    wait(lambda: window.feed.idle)
    shown: list[set[int]] = [set() for _ in cells.placed]
    for feed, seen in zip(window.feed.feeds, shown, strict=False):
        feed.frameChanged.connect(partial(_note, seen))
    times = [_notch(window, layout) for _ in range(NOTCHES)]
    wait(lambda: window.feed.idle)
    slowest, median = 1000 * max(times), 1000 * statistics.median(times)
    others = f", others {min(map(len, shown[1:]))}" if len(shown) > 1 else ""
    return (
        f"{layout.count} cells: {median:.1f} ms a notch, slowest {slowest:.1f} ms; "
        f"of {NOTCHES} slices the leading cell showed {len(shown[0])}{others}"
    )


def _note(seen: set[int], frame: Frame | None) -> None:
    if frame is not None:
        seen.add(int(frame.header.InstanceNumber))


def _notch(window: MainWindow, layout: Layout) -> float:
    start, worked = time.perf_counter(), time.thread_time()
    turn(window)
    for cell in window.grid.cells[: layout.count]:
        cell.views[0].viewport().repaint()
    QApplication.processEvents()
    worked = time.thread_time() - worked
    wait(lambda: time.perf_counter() - start > PACE)
    return worked


def main() -> None:
    """Measure one cell and four."""
    gc.disable()  # as in the program: never in a worker's thread
    _app = QApplication.instance() or QApplication(["cells"])
    for layout in (Layout.ONE, Layout.FOUR):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(1, layout.count + 1):
                write_series(Path(folder), number)
            store = QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)
            window = make_window(Settings(store))
            window.resize(1600, 1000)
            window.show()
            window.opening.open([Path(folder)])
            wait(lambda: not window.opening.busy and window.feed.frame is not None)  # noqa: B023
            print(measure(window, layout))
            window.close()


if __name__ == "__main__":
    main()
