"""What is being read, how far it is, and a button that stops it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from app.language import tr
from app.opening import Loading
from core.dicom.study import Catalogue


class ScanProgress(QWidget):
    """How far the scan is; gone when it has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names_hidden = False
        """Whether names of files stay unsaid: they may be those of patients."""
        self._catalogue = Catalogue(finished=True)
        self._loading: Loading | None = None
        self.label = QLabel(self)
        self.waiting = QLabel(self)
        self.bar = QProgressBar(self)
        self.cancel = QToolButton(self)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(1)  # a long name must not widen the panel
        self.waiting.setObjectName("muted")
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(6)
        self.bar.setAccessibleName(tr("Scanning"))
        self.cancel.setText("✕")
        self.cancel.setAutoRaise(True)
        self.cancel.setToolTip(tr("Stop reading (Esc); what was found stays"))
        self.cancel.setAccessibleName(tr("Stop reading"))
        line = QHBoxLayout()
        line.addWidget(self.label, 1)
        line.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(line)
        box.addWidget(self.waiting)
        box.addWidget(self.bar)

    def show_scan(self, catalogue: Catalogue) -> None:
        """Show the files done and found."""
        self._catalogue = catalogue
        self._show()

    def show_loading(self, loading: Loading | None) -> None:
        """Say what is read."""
        self._loading = loading
        self._show()

    def hide_names(self, hidden: bool) -> None:
        """Leave the names of files out, or say them."""
        self.names_hidden = hidden
        self._show()

    def _show(self) -> None:
        done, found = self._catalogue.files_done, self._catalogue.files_found
        counted = not self._catalogue.finished and found > 0
        self.setVisible(counted or self._loading is not None)
        self.cancel.setVisible(self._loading is not None)
        self.bar.setRange(0, found if counted else 0)
        self.bar.setValue(done if counted else 0)
        self.label.setText(self._what(done, found, counted))
        waiting = self._loading.waiting if self._loading is not None else 0
        self.waiting.setText(tr("1 more waits") if waiting == 1 else tr("{} more wait").format(waiting))
        self.waiting.setVisible(waiting > 0)

    def _what(self, done: int, found: int, counted: bool) -> str:
        names = ", ".join(self._loading.names) if self._loading is not None and not self.names_hidden else ""
        if not counted:
            return tr("Reading {}…").format(names) if names else tr("Reading…")
        if names:
            return tr("Reading {}: {} of {} files").format(names, done, found)
        return tr("Reading: {} of {} files").format(done, found)
