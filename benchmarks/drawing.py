"""How long the window takes to repaint: ``python -m benchmarks.drawing``.

Prints the median time of one change and its repaint in a 1000×1000 view, for a CT slice and a large
radiograph: on the clock and, in brackets, of the thread's own work, which a busy machine changes less.
Then the time from process start to the first paint.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from pydicom import Dataset
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.compare import Pictures
from app.feed import Feed
from app.session import Session
from app.settings import Settings
from app.state import Compare, ViewTransform
from app.viewport import Viewport
from core.dicom.study import Catalogue, FrameRef, Kind, Patient, Series, Source, Study
from core.enhance.network import Networks
from core.frame import Frame, Rescale, StoredFormat
from core.pipeline import Enhanced, Pipeline
from core.recipe import Recipe, Step
from core.window import Window

TIMES = 30
START = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import app.starting as m
real = m.MainWindow.show
def show(self):
    real(self)
    QTimer.singleShot(0, lambda: (QApplication.processEvents(), QApplication.quit()))
m.MainWindow.show = show
m.run([])
heavy = {"scipy.ndimage", "skimage.metrics._structural_similarity", "onnxruntime"} & set(sys.modules)
print("imported before the first paint:", ", ".join(sorted(heavy)) or "nothing heavy")
"""


def frame(number: int, rows: int, columns: int, modality: str) -> Frame:
    rng = np.random.default_rng(number)
    stored = rng.integers(0, 4096, (rows, columns)).astype(np.int16)
    return Frame(f"1.2.{number}", 1, stored, Rescale(), StoredFormat(16, True), modality, Dataset())


def time_of(change: Callable[[int], None], view: Viewport) -> tuple[float, float]:
    """Return the median milliseconds on the clock, and of the GUI thread's own work."""
    times = []
    for n in range(TIMES):
        start = time.perf_counter(), time.thread_time()
        change(n)
        view.viewport().repaint()
        times.append((time.perf_counter() - start[0], time.thread_time() - start[1]))
    clock, work = zip(*times[3:], strict=True)
    return 1000 * statistics.median(clock), 1000 * statistics.median(work)


def measure(rows: int, columns: int, modality: str) -> dict[str, tuple[float, float]]:
    session = Session()
    feed = Feed(session, Pipeline(Networks(device="cpu")), session)
    pictures, cell_feed = Pictures(session, feed.active), feed.active
    store = QSettings("/tmp/clearslice-bench.ini", QSettings.Format.IniFormat)
    view = Viewport(pictures, Settings(store), 0)
    view.resize(1000, 1000)
    view.show()
    frames = [frame(n, rows, columns, modality) for n in range(4)]
    refs = tuple(FrameRef(Source(Path("none")), f.uid) for f in frames)
    study = Study("1", Patient())
    series = Series("1", study, "1", Kind.GREY, modality, "", 1, rows, columns, "", (), "", refs)
    for held in frames:
        feed._workshop.cache.put(held)
        _ = held.values, held.default_window
    session.set_catalogue(Catalogue((series,), finished=True))
    QApplication.processEvents()
    recipe = Recipe((Step("gaussian", strength=0.7),))
    cell_feed.cell.recipe, cell_feed.cell.enabled = recipe, True

    def strength(n: int) -> None:
        cell_feed.enhanced = blended.reblended(recipe.with_strength(n / TIMES))
        cell_feed.enhancedChanged.emit(cell_feed.enhanced)

    found = {"scroll": time_of(lambda n: session.set_index(n % 4), view)}
    found["W/L"] = time_of(lambda n: session.set_window(Window(2000 + n, 3000)), view)
    current = frames[session.index]
    blended = Enhanced(current, recipe, current.values, current.values * np.float32(0.9))
    cell_feed.frame, cell_feed.enhanced = current, blended
    cell_feed.enhancedChanged.emit(blended)
    found["strength"] = time_of(strength, view)
    session.set_compare(Compare.SPLIT)
    found["split line"] = time_of(lambda n: session.set_split(n / TIMES), view)
    session.set_compare(Compare.DIFFERENCE)
    found["difference pan"] = time_of(
        lambda n: session.set_view(ViewTransform(1000 / max(rows, columns), (columns / 2 + n, rows / 2))),
        view,
    )
    session.set_compare(Compare.SINGLE)
    found["zoomed pan"] = time_of(lambda n: session.set_view(ViewTransform(1.0, (900 + n, 900))), view)
    feed.close()
    return found


def main() -> None:
    _app = QApplication.instance() or QApplication(["drawing"])
    for name, rows, columns, modality in (("CT 512×512", 512, 512, "CT"), ("DX 3000×2500", 3000, 2500, "DX")):
        found = measure(rows, columns, modality)
        print(
            name, " · ".join(f"{what} {clock:.1f} ({work:.1f}) ms" for what, (clock, work) in found.items())
        )
    start = time.perf_counter()
    words = subprocess.run(
        [sys.executable, "-c", START], check=True, capture_output=True, text=True, env=os.environ
    ).stdout
    print(f"start to first paint and end: {time.perf_counter() - start:.2f} s; {words.strip()}")


if __name__ == "__main__":
    main()
