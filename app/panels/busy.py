"""Shows that the slice is being enhanced."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.language import tr
from app.panels.text import Note
from core.pipeline import Enhanced

_BUSY_AFTER_MS = 200
"""A run shorter than this shows no busy bar, which would only flicker."""


class BusyBar(QWidget):
    """Shows that an enhancement runs, lets it be stopped, and keeps its place while idle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = Note("", self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        self.bar.setAccessibleName(tr("Enhancing"))
        self.cancel = QPushButton(tr("Cancel"), self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_BUSY_AFTER_MS)
        self._late.timeout.connect(self._show_running)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.note, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.setMinimumHeight(self.cancel.sizeHint().height())
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show the bar soon if `busy`, hide it at once if not."""
        if busy:
            self._late.start()
            return
        self._late.stop()
        self.bar.hide()
        self.cancel.hide()
        self.note.say(self.note.text())

    def show_last(self, enhanced: Enhanced | None) -> None:
        """Say how long the last run took and on what."""
        self.note.say("" if enhanced is None else _done(enhanced))
        self.note.setVisible(self.bar.isHidden())

    def _show_running(self) -> None:
        self.note.hide()
        self.bar.show()
        self.cancel.show()


def _done(enhanced: Enhanced) -> str:
    sentences = {
        "cuda": tr("This slice took {:.2f} s on the graphics card."),
        "cpu": tr("This slice took {:.2f} s on the CPU."),
    }
    return sentences.get(enhanced.device, tr("This slice took {:.2f} s.")).format(enhanced.seconds)
