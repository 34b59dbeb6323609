"""Starting: nothing heavy is imported before the first paint, and the window comes up and ends."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

FIRST_PAINT = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
import app.starting as m

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(*sorted(HEAVY & set(sys.modules)))
            QApplication.instance().removeEventFilter(self)
            QApplication.instance().quit()
        return False

HEAVY = set("numpy scipy skimage pywt PIL pydicom highdicom gdcm onnxruntime pyqtgraph torch".split())
app = QApplication([])
watch = Watch()
app.installEventFilter(watch)
if __name__ == "__main__":
    sys.exit(m.run([]))
"""

CYCLES = """
import sys, threading, weakref
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
import app.starting as m

class Knot(QObject):
    pass

def tie():
    knot = Knot()
    knot.itself = knot
    weakref.finalize(knot, lambda: print(threading.current_thread() is threading.main_thread()))

def churn():
    for _ in range(100_000):
        cycle = []
        cycle.append(cycle)

def begin():
    for _ in range(3):
        tie()
    threading.Thread(target=churn).start()

app = QApplication([])
QTimer.singleShot(100, begin)
QTimer.singleShot(4000, app.quit)
if __name__ == "__main__":
    sys.exit(m.run([]))
"""

VISITED = """
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
import app.visited as m

app = QApplication([])
m.VisitedFolders(app)

def accept():
    QApplication.activeModalWidget().accept()

QTimer.singleShot(300, accept)
print(QFileDialog.getExistingDirectory(None, "", FOLDER, QFileDialog.Option.DontUseNativeDialog))
"""


def test_no_visited_folder_is_remembered_by_qt(tmp_path):
    folder = tmp_path / "Doe^Jane"
    folder.mkdir()
    script = tmp_path / "visited.py"
    script.write_text(VISITED.replace("FOLDER", repr(str(folder))))
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    done = subprocess.run(
        [sys.executable, script], env=_environment() | home, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == str(folder), done.stderr
    kept = (tmp_path / "config" / "QtProject.conf").read_text()
    assert "treeViewHeader" in kept
    assert "Doe" not in kept


def test_cycles_with_qobjects_die_in_the_gui_thread(tmp_path):
    """In a worker's thread their destructors wait for Python while Python waits for Qt."""
    script = tmp_path / "cycles.py"
    script.write_text(CYCLES)
    done = subprocess.run(
        [sys.executable, script], cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True"] * 3


def test_nothing_heavy_before_the_first_paint(tmp_path):
    script = tmp_path / "start.py"
    script.write_text(FIRST_PAINT)
    done = subprocess.run(
        [sys.executable, script], cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}
