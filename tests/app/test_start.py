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
import app.main_window as m

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(*sorted(n for n in sys.modules if n.startswith(HEAVY)), sep="\\n")
            QApplication.instance().removeEventFilter(self)
            QApplication.instance().quit()
        return False

HEAVY = ("scipy.ndimage", "scipy.linalg", "skimage.restoration.", "skimage.metrics.", "onnxruntime", "torch")
app = QApplication([])
watch = Watch()
app.installEventFilter(watch)
if __name__ == "__main__":
    sys.exit(m.run([]))
"""


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
