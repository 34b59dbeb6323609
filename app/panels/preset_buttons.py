"""A button for each window preset."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.language import tr
from app.panels.presets import Preset
from core.window import Window

_COLUMNS = 3
_LEAST_COLUMNS = 2
"""Where the panel is narrow."""
_SPACING = 4


class PresetButtons(QWidget):
    """A button for each preset; the one in force is pressed."""

    chosen = Signal(object)
    """Preset"""
    automatic = Signal()
    fromRegion = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Preset, ...] = ()
        self.buttons: list[QPushButton] = []
        self.auto = QPushButton(tr("Auto"), self)
        self.auto.setToolTip(tr("Window over this slice's values without their extremes (key 0)"))
        self.auto.clicked.connect(self.automatic)
        self.region = QPushButton(tr("Region"), self)
        self.region.setToolTip(tr("Window over the values in the selected region (Ctrl+0)"))
        self.region.clicked.connect(self.fromRegion)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACING)
        self._place(_COLUMNS)

    def offer(self, offered: tuple[Preset, ...]) -> None:
        """Make buttons for `offered`."""
        if [p.name for p in offered] != [p.name for p in self._offered]:
            for button in self.buttons:
                button.hide()
                button.deleteLater()
            self.buttons = [self._button(n, preset) for n, preset in enumerate(offered)]
            self._place(self._fitting(self.width()))
        for button, preset in zip(self.buttons, offered, strict=True):
            button.setToolTip(_tooltip(preset))  # the numbers may differ from slice to slice
        self._offered = offered

    def show_window(self, window: Window | None) -> None:
        """Press the button of `window`."""
        for button, preset in zip(self.buttons, self._offered, strict=True):
            button.setChecked(preset.is_on(window))

    def _button(self, number: int, preset: Preset) -> QPushButton:
        button = QPushButton(tr(preset.name), self)
        button.setCheckable(True)
        button.clicked.connect(partial(self._choose, number))
        return button

    # -- as many beside each other as there is room for ----------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Return what the fewest columns need, at the height of the columns of now."""
        return QSize(self._wide(_LEAST_COLUMNS), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons anew where more or fewer fit."""
        super().resizeEvent(event)
        columns = self._fitting(event.size().width())
        if columns != self._fitting(event.oldSize().width()):
            self._place(columns)

    def _fitting(self, width: int) -> int:
        return _COLUMNS if width >= self._wide(_COLUMNS) else _LEAST_COLUMNS

    def _wide(self, columns: int) -> int:
        """Return the width of so many columns, each as wide as its widest button."""
        widths = [button.minimumSizeHint().width() for button in (self.auto, self.region, *self.buttons)]
        return sum(max(widths[n::columns], default=0) for n in range(columns)) + (columns - 1) * _SPACING

    def _place(self, columns: int) -> None:
        for number, button in enumerate((self.auto, self.region, *self.buttons)):
            self._grid.addWidget(button, *divmod(number, columns))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))

    def _choose(self, number: int) -> None:
        preset = self._offered[number]
        self.buttons[number].setChecked(True)
        self.chosen.emit(preset)


def _tooltip(preset: Preset) -> str:
    window = preset.window
    if window is None:
        return tr("{}: the file's own window (key {})").format(tr(preset.name), preset.key)
    return tr("{}: W {:g} C {:g} (key {})").format(tr(preset.name), window.width, window.center, preset.key)
