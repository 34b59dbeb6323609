"""A window goes from monitor to monitor."""

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from app.screens import to_next_screen

app = QApplication([])
window = QWidget()
window.resize(700, 500)
window.move(40, 40)
window.show()
for state in (window.showNormal, window.showFullScreen):
    state()
    app.processEvents()
    for _ in range(2):
        to_next_screen(window)
        app.processEvents()
        inside = window.screen().geometry().contains(window.geometry())
        print(window.screen().name(), window.isFullScreen(), inside)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Qt's platform without a screen is set up for one here")
def test_to_the_other_monitor_and_back(tmp_path):
    screens = [
        {"name": "left", "x": 0, "y": 0, "width": 1000, "height": 800, "logicalDpi": 96, "dpr": 1},
        {"name": "right", "x": 1000, "y": 0, "width": 600, "height": 400, "logicalDpi": 96, "dpr": 1},
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.split("\n")[:-1] == [
        "right False True",
        "left False True",
        "right True True",
        "left True True",
    ]
