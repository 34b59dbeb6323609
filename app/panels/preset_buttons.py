"""A button for each window preset."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.panels.presets import Preset
from core.window import Window

_COLUMNS = 3


class PresetButtons(QWidget):
    """A button for each preset; the one in force is pressed."""

    chosen = Signal(object)
    """Preset"""
    automatic = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Preset, ...] = ()
        self.buttons: list[QPushButton] = []
        self.auto = QPushButton("Auto", self)
        self.auto.setToolTip("Window over this slice's values without their extremes (key 0)")
        self.auto.clicked.connect(self.automatic)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.addWidget(self.auto, 0, 0)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def offer(self, offered: tuple[Preset, ...]) -> None:
        """Make buttons for `offered`."""
        if [p.name for p in offered] != [p.name for p in self._offered]:
            for button in self.buttons:
                button.hide()
                button.deleteLater()
            self.buttons = [self._button(n, preset) for n, preset in enumerate(offered, 1)]
        self._offered = offered

    def show_window(self, window: Window | None) -> None:
        """Press the button of `window`."""
        for button, preset in zip(self.buttons, self._offered, strict=True):
            button.setChecked(preset.window == window)

    def _button(self, number: int, preset: Preset) -> QPushButton:
        button = QPushButton(preset.name, self)
        button.setCheckable(True)
        button.setToolTip(_tooltip(preset))
        button.clicked.connect(partial(self._choose, number - 1))
        self._grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        return button

    def _choose(self, number: int) -> None:
        preset = self._offered[number]
        self.buttons[number].setChecked(True)
        self.chosen.emit(preset)


def _tooltip(preset: Preset) -> str:
    window = preset.window
    numbers = "the file's own window" if window is None else f"W {window.width:g} C {window.center:g}"
    return f"{preset.name}: {numbers} (key {preset.key})"
