"""Words in panels."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.language import tr


class Note(QLabel):
    """Wrapped, quiet text that takes no place while it is empty."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.say(text)

    def say(self, text: str) -> None:
        """Show `text`, or nothing; a fixed sentence of the core is English until now."""
        self.setText(tr(text))
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Show links in the colour of another theme: Qt keeps that of the theme they were written in."""
        super().changeEvent(event)
        text = self.text()
        if event.type() == QEvent.Type.PaletteChange and "<a " in text:
            self.clear()
            self.setText(text)


class Heading(QLabel):
    """The name of a part of a panel."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setAccessibleName(text)
