"""How long planes take: ``python -m benchmarks.planes``.

Writes a CT series of 300 slices of 512×512, shows its planes in the real window and drags the crosshair.
Prints the time until the planes are there, the longest that the window did not answer meanwhile, the volume's
memory, the GUI thread's time for a step of the drag, and how long each kind of picture takes to cut.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pydicom
from pydicom.uid import generate_uid
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.main_window import MainWindow, make_window
from app.settings import Settings
from core.planes import Plane, Projection, Slab, View, cut
from core.volume import Volume

DEMO = Path(__file__).resolve().parent.parent / "assets" / "demo" / "ct"
SLICES = 300
STEPS = 60


def write_series(folder: Path) -> None:
    """Write the demo's middle slice often, each copy shifted, one above the other."""
    header = pydicom.dcmread(sorted(DEMO.glob("*.dcm"))[10])
    header.decompress()
    pixels = header.pixel_array
    for n in range(SLICES):
        header.SOPInstanceUID = header.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        header.InstanceNumber, header.ImagePositionPatient = n + 1, [0, 0, float(n)]
        header.PixelData = np.roll(pixels, n, axis=1).tobytes()
        header.save_as(folder / f"{n:03d}.dcm")


def wait(done: Callable[[], bool], seconds: float = 300) -> float:
    """Let the window work until `done`; return the longest that it did not answer."""
    end, longest = time.perf_counter() + seconds, 0.0
    while not done() and time.perf_counter() < end:
        start = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - start)
        time.sleep(0.002)
    return longest


def show(window: MainWindow) -> str:
    """Read the volume and show its planes."""
    start = time.perf_counter()
    window.planes.show()
    longest = wait(lambda: window.planes.shown)
    longest = max(longest, wait(lambda: window.feed.idle))
    seconds = time.perf_counter() - start
    return f"planes after {seconds:.1f} s, window silent for {1000 * longest:.0f} ms at most"


def drag(window: MainWindow) -> str:
    """Move the point through the volume, a step for each frame of the screen."""
    volume, times = window.planes.volume, []
    assert volume is not None
    for n in range(STEPS):
        start = time.perf_counter()
        window.planes.go_to(volume.grid.point((100 + 5 * n, 400 - 4 * n, 20 + 4 * n)))
        QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - start))
        wait(lambda: False, 1 / 60)
    return f"drag: {statistics.median(times):.0f} ms a step in the GUI thread, slowest {max(times):.0f} ms"


def cuts(volume: Volume) -> str:
    """Cut each kind of picture from the middle."""
    found = [f"volume {volume.stored.nbytes / 2**20:.0f} MiB"]
    for slab in (None, Slab(Projection.MAXIMUM, 10), Slab(Projection.MEAN, 10)):
        for plane in Plane:
            start = time.perf_counter()
            _ = cut(volume, View(plane, slab), 150).values
            kind = "thin" if slab is None else f"{slab.projection.value} 10 mm"
            found.append(f"{plane.name.lower()} {kind} {1000 * (time.perf_counter() - start):.1f} ms")
    return ", ".join(found)


def main() -> None:
    """Print the figures."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_series(folder)
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(Settings(store))
        window.resize(1600, 1000)
        window.show()
        window.opening.open([folder])
        wait(lambda: not window.opening.busy and window.feed.idle and window.feed.frame is not None)
        print(show(window))
        print(drag(window))
        assert window.planes.volume is not None
        print(cuts(window.planes.volume))
        window.close()
    app.quit()


if __name__ == "__main__":
    main()
