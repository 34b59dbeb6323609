"""One sentence to the user, over the lower part of the images: never modal, gone at a click."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.language import tr
from app.session import Session

_MARGIN = 14
_WIDEST = 760
_READING_MS = 3000
_READING_MS_PER_CHARACTER = 60
"""A slow reader's pace; no message goes before, and none while nobody works on."""


class MessageBar(QFrame):
    """Shows the session's last message until it is dismissed, another comes, or another series does.

    It floats over the images' lower edge, so that nothing jumps when it comes. Labels may lie under it:
    once it can have been read, it goes as the user goes on scrolling, zooming or windowing.
    """

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("messageBar")
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.dismiss = QToolButton(self)
        self.dismiss.setText("✕")
        self.dismiss.setAccessibleName(tr("Dismiss message"))
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dismiss.clicked.connect(self.hide)
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 7, 7)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        over.installEventFilter(self)
        self._session, self._series = session, ""
        self._since = QElapsedTimer()
        session.messaged.connect(self.show_sentence)
        session.seriesChanged.connect(self._on_series)
        for cell in session.cells.all:
            for goes_on in (cell.scrolled, cell.zoomed, cell.windowed):
                goes_on.connect(self._on_work)

    def show_sentence(self, sentence: str) -> None:
        """Show `sentence` in place of the last one; a fixed one of the core is English until now."""
        self.text.setText(tr(sentence))
        self._series = self._key()
        self._since.start()
        self._place()
        self.show()
        self.raise_()

    def announce(self, sentence: str, *, with_series: bool) -> None:
        """Show `sentence` now, or with the series that is to come: it would go as that comes."""

        def say() -> None:
            self.show_sentence(sentence)

        if with_series:
            self._session.seriesChanged.connect(say, Qt.ConnectionType.SingleShotConnection)
        else:
            say()

    def _key(self) -> str:
        return self._session.series.key if self._session.series is not None else ""

    def _on_series(self) -> None:
        if self._key() != self._series:
            self.hide()

    def _on_work(self) -> None:
        if self.isVisible() and self._since.hasExpired(self._reading_time()):
            self.hide()

    def _reading_time(self) -> int:
        """Return in how many milliseconds the sentence is read."""
        return _READING_MS + _READING_MS_PER_CHARACTER * len(self.text.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what lies beneath."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._over.rect()
        wanted = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 70
        width = max(80, min(wanted, _WIDEST, area.width() - 2 * _MARGIN))
        height = self._layout.totalHeightForWidth(width)
        self.setGeometry((area.width() - width) // 2, area.height() - height - 3 * _MARGIN, width, height)
