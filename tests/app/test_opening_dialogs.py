"""Opening by the file dialogs: what is typed there is opened, and the next one begins where it lay."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QListView

SLOW = 20_000
MOST = 1200
"""Looks at a dialog; one that takes no answer is closed, so that the test fails and does not hang."""
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OPEN_FILES, OPEN_FOLDER = Ctrl, Ctrl | Shift


def ask(qtbot, window, modifiers, typed):
    """Press the keys, paste into the dialog (nothing: cancel it); return the folder that it began in."""
    began, looks = [], itertools.count()

    def answer():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
            return
        if next(looks) > MOST:
            dialog.reject()
            return
        edit, buttons = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QDialogButtonBox)
        if not began:
            began.append(Path(dialog.directory().absolutePath()))
        if typed:
            edit.setText(str(typed))
            # What the list has selected by itself, such as folders on the way, would count before the text.
            dialog.findChild(QListView, "listView").clearSelection()
            if dialog.selectedFiles() != [str(typed)]:
                return
        which = QDialogButtonBox.StandardButton.Open if typed else QDialogButtonBox.StandardButton.Cancel
        QTest.mouseClick(buttons.button(which), Qt.MouseButton.LeftButton)

    asking = QTimer(window, interval=50)
    asking.timeout.connect(answer)
    asking.start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=SLOW)
    QTest.keyClick(window, Qt.Key.Key_O, modifiers)
    asking.stop()
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=SLOW)
    return began[0]


@pytest.fixture
def study(demo, tmp_path):
    folder = tmp_path / "archive" / "study"
    folder.mkdir(parents=True)
    for path in sorted((demo / "ct").glob("*.dcm"))[:3]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_a_file(qtbot, window, study):
    ask(qtbot, window, OPEN_FILES, sorted(study.iterdir())[0])
    (series,) = window.session.catalogue.series
    assert len(series.frames) == 1
    assert ask(qtbot, window, OPEN_FILES, None) == study, "the next one lies beside it"
    assert window.session.catalogue.series == (series,), "nothing was chosen"


def test_a_folder(qtbot, window, study):
    ask(qtbot, window, OPEN_FOLDER, study)
    (series,) = window.session.catalogue.series
    assert len(series.frames) == 3
    assert ask(qtbot, window, OPEN_FOLDER, None) == study.parent


def test_where_paths_are_not_kept_the_dialog_does_not_know_them(qtbot, window, study):
    window.studies.recent.set_kept(False)
    ask(qtbot, window, OPEN_FOLDER, study)
    assert ask(qtbot, window, OPEN_FOLDER, None) not in (study, study.parent)
