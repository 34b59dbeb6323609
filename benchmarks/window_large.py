"""Whether the window stays quick on large radiographs: `python -m benchmarks.window_large`.

Opens a made radiograph of 512² and one of 3 000² in the real window and prints for each how long one
window/level step takes until it is painted, at rest and while the slice is enhanced and measured, and
the longest time the window did not answer meanwhile; then the ratios. Needs a display or
``QT_QPA_PLATFORM=offscreen``.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian, generate_uid
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from scipy import ndimage

from app.main_window import MainWindow, make_window
from app.settings import Settings
from app.theme import apply_theme
from core.recipe import Recipe, Step
from core.window import Window

SIDES = (512, 3000)
STEPS = 30
NAMES = ("step at rest, ms", "step while measuring, ms", "longest silence, ms")


def radiograph(side: int, path: Path) -> Path:
    """Write a made 14-bit radiograph of `side`² and return its path."""
    rng = np.random.default_rng(0)
    coarse = ndimage.zoom(rng.normal(0, 1, (16, 16)), side / 16, order=1)
    pixels = np.clip(8000 + 2500 * coarse + rng.normal(0, 40, coarse.shape), 0, 16383).astype("<u2")
    file = Dataset()
    file.file_meta = FileMetaDataset()
    file.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    file.SOPClassUID = file.file_meta.MediaStorageSOPClassUID = DigitalXRayImageStorageForPresentation
    file.SOPInstanceUID = file.file_meta.MediaStorageSOPInstanceUID = generate_uid()
    file.StudyInstanceUID, file.SeriesInstanceUID, file.Modality = generate_uid(), generate_uid(), "DX"
    file.Rows, file.Columns = pixels.shape
    file.SamplesPerPixel, file.PhotometricInterpretation = 1, "MONOCHROME2"
    file.BitsAllocated, file.BitsStored, file.HighBit, file.PixelRepresentation = 16, 14, 13, 0
    file.WindowCenter, file.WindowWidth = 8000, 12000
    file.PixelData = pixels.tobytes()
    file.save_as(path, enforce_file_format=True)
    return path


def wait(done: Callable[[], bool]) -> None:
    """Let the window live until `done`."""
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    timer.start(5)
    loop.exec()


def steps(window: MainWindow) -> float:
    """Return the median milliseconds from a window/level change to the painted view."""
    taken = []
    for n in range(STEPS):
        start = time.perf_counter()
        window.session.set_window(Window(8000, 6000 + 100 * n))
        window.grid.views[0].viewport().repaint()
        taken.append(1000 * (time.perf_counter() - start))
        QApplication.processEvents()
    return statistics.median(taken)


def figures(path: Path, settings: Settings) -> tuple[float, float, float]:
    """Return what `NAMES` says for the radiograph at `path`."""
    window = make_window(settings)
    window.show()
    window.opening.open([path])
    wait(lambda: window.feed.frame is not None)
    window.tabs.setCurrentWidget(window.metrics_panel)
    wait(lambda: window.feed.idle)
    rest = steps(window)
    window.session.set_recipe(Recipe((Step("gaussian"),)))
    beats = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(1)
    window.session.set_enabled(True)
    wait(lambda: window.feed.enhanced is not None)
    busy = steps(window)
    wait(
        lambda: (
            "→" in window.metrics_panel.noise.line.text() and window.metrics_panel.scores.table.isVisible()
        )
    )
    window.close()
    return rest, busy, 1000 * float(np.diff(beats).max())


def main() -> None:
    app = QApplication(["clearslice"])
    apply_theme(app)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        small, large = (figures(radiograph(side, Path(folder, f"{side}.dcm")), settings) for side in SIDES)
    print(f"{'':<28}{SIDES[0]:>8}²{SIDES[1]:>8}²{'ratio':>8}")
    for name, one, other in zip(NAMES, small, large, strict=True):
        print(f"{name:<28}{one:>9.1f}{other:>9.1f}{other / one:>8.1f}")


if __name__ == "__main__":
    main()
