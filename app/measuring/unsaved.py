"""Asks before measurements that are in no file yet are forgotten."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.language import tr
from app.measuring.measurements import Measurements
from app.measuring.saving import Saving

Then = Callable[[], object]


def unsaved_words(count: int) -> str:
    """Return how many measurements are in no file yet."""
    if count == 1:
        return tr("1 measurement is not saved yet.")
    return tr("{} measurements are not saved yet.").format(count)


class UnsavedBar(QFrame):
    """Stands over the images while something is about to close; the window stays alive beneath it.

    Parameters
    ----------
    measurements
        All that there are.
    saving
        Saves them.
    parent
        What the bar is put into.
    """

    def __init__(self, measurements: Measurements, saving: Saving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measurements, self._saving = measurements, saving
        self._then: Then | None = None
        self._agreed = False
        """Whether what is asked for next may go on though something is lost."""
        self.setObjectName("unsavedBar")
        self.text = QLabel(self)
        self.save = QPushButton(tr("Save…"), self)
        self.discard = QPushButton(tr("Close without saving"), self)
        self.stay = QPushButton(tr("Keep open"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.text, 1)
        for button in (self.save, self.discard, self.stay):
            row.addWidget(button)
        self.hide()
        self.save.clicked.connect(self._on_save)
        self.discard.clicked.connect(self._on_discard)
        self.stay.clicked.connect(self.give_up)
        measurements.itemsChanged.connect(self._on_items)

    def may_go(self, then: Then) -> bool:
        """Whether nothing would be lost; else ask, and do `then` once the user has saved or agreed."""
        agreed, self._agreed = self._agreed, False
        count = len(self._measurements.unsaved)
        if agreed or not count:
            self.give_up()
            return True
        self._then = then
        self.text.setText(unsaved_words(count))
        self.show()
        self.window().activateWindow()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def give_up(self) -> None:
        """Leave everything open."""
        self._then = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep everything open on Escape; press the button that has the keys on Enter."""
        here = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(here, QPushButton):
            here.click()
        else:
            super().keyPressEvent(event)

    def _on_items(self) -> None:
        """Go on asking only while there is something to lose."""
        if self._then is not None and not self._measurements.unsaved:
            self.give_up()
        elif self._then is not None:
            self.text.setText(unsaved_words(len(self._measurements.unsaved)))

    def _on_save(self) -> None:
        then = self._then
        if then is not None:
            self._saving.save_then(lambda: QTimer.singleShot(0, then))

    def _on_discard(self) -> None:
        then = self._then
        self.give_up()
        if then is not None:
            self._agreed = True
            then()
