"""Long work that the user watches: progress, time to go, cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.lane import Lane
from app.language import tr
from app.session import Session
from core.export import Progress
from core.stop import Stop

Report = Callable[[Progress], None]


class Jobs(QObject):
    """Runs one long job at a time; signals arrive in the GUI thread."""

    started = Signal(str)
    """Title, as in "Exporting"."""
    progressed = Signal(object)
    finished = Signal()
    """Done, failed or stopped."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lane = Lane("job", self)
        self._said: Callable[[Any], str] = str
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._lane.busyChanged.connect(self._on_busy)

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._lane.busy

    def start(self, title: str, work: Callable[[Report, Stop], Any], said: Callable[[Any], str]) -> None:
        """Run ``work(report, stop)`` and then say ``said(result)`` in the message bar, unless it is ""."""
        if self._lane.busy:
            self._session.message(tr("One task is still running; wait for it, or cancel it first."))
            return
        self._said = said
        self.started.emit(title)
        self._lane.submit(title, lambda stop: work(self.progressed.emit, stop))

    def cancel(self) -> None:
        """Stop the job; it leaves nothing half done."""
        self._lane.cancel()

    def close(self) -> None:
        """Stop and wait."""
        self._lane.close()

    def _on_done(self, _title: str, result: object) -> None:
        sentence = self._said(result)
        if sentence:
            self._session.message(sentence)

    def _on_failed(self, _title: str, sentence: str) -> None:
        self._session.message(sentence)

    def _on_busy(self, busy: bool) -> None:
        if not busy:
            self.finished.emit()


class JobBar(QFrame):
    """Shows the running job; hidden while there is none."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobBar")
        self.title = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.remaining = QLabel(self)
        self.remaining.setObjectName("muted")
        self.bar.setMinimumWidth(80)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.clicked.connect(jobs.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 2, 24, 2)
        layout.addWidget(self.title)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.remaining)
        layout.addWidget(self.cancel)
        self.hide()
        jobs.started.connect(self._on_started)
        jobs.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        jobs.finished.connect(self.hide)

    def _on_started(self, title: str) -> None:
        self.title.setText(title)
        self.remaining.setText("")
        self.bar.setRange(0, 0)
        self.show()

    def _on_progressed(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        count = tr("{done} of {count}").format(done=progress.done, count=progress.total)
        self.remaining.setText(count + eta(progress.remaining))


def eta(seconds: float | None) -> str:
    """Return how long it takes yet, as it follows a count; "" where nobody knows."""
    if seconds is None:
        return ""
    if seconds < 90:
        return tr(" · {seconds} s to go").format(seconds=max(1, round(seconds)))
    return tr(" · {minutes} min to go").format(minutes=round(seconds / 60))
