"""What has to be accepted once before the program is used."""

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QWidget,
)

from app.icons import ICONS
from app.language import tr
from app.settings import Settings

NOTICE = 1
"""Goes up when the notice says something new, so that it is shown once more."""
ACCEPTED = "CLEARSLICE_NOTICE_ACCEPTED"
"""Environment variable: "1" accepts for who starts the program without a person before it."""
_WIDTH = 460


class FirstStart(QDialog):
    """The notice; accepting it is remembered, all else ends the program."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self.setWindowTitle(tr("Before you start"))
        picture = QLabel(self)
        picture.setPixmap(QIcon(str(ICONS / "clearslice.svg")).pixmap(64, 64))
        heading = QLabel(tr("Clearslice is not for diagnostic use."), self)
        heading.setObjectName("title")
        words = QLabel(_words(), self)
        words.setWordWrap(True)
        words.setFixedWidth(_WIDTH)
        words.ensurePolished()
        words.setMinimumHeight(words.heightForWidth(_WIDTH))  # grids reckon with fewer lines
        buttons = QDialogButtonBox(self)
        self.accept_button = buttons.addButton(tr("Accept"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.quit_button = buttons.addButton(tr("Quit"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 22, 24, 18)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.addWidget(picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(heading, 0, 1)
        grid.addWidget(words, 1, 1)
        grid.addWidget(buttons, 2, 0, 1, 2)
        self.setAccessibleDescription(_words())
        self.finished.connect(self._on_finished)
        self._window = window

    def _on_finished(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self._settings.accepted_notice = NOTICE
        else:
            self._window.close()


def ask_once(settings: Settings, window: QWidget) -> FirstStart | None:
    """Show the notice over the window unless it was accepted; it lets what is opened load meanwhile."""
    if settings.accepted_notice >= NOTICE or os.environ.get(ACCEPTED) == "1":
        return None
    notice = FirstStart(settings, window)
    notice.open()
    return notice


def _words() -> str:
    return tr(
        "It is not a medical device, and nobody has approved it as one. Enhancing can hide findings or "
        "make up structures that are not there, however good the image looks. Look at the original "
        "beside it, and do not base a diagnosis or a treatment on an enhanced image.\n\n"
        "Your originals are never changed, and nothing leaves this computer unless you export it."
    )
