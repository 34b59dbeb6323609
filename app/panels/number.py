"""Boxes and sliders that speak only when the user touches them."""

from PySide6.QtCore import QElapsedTimer, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSlider,
    QStylePainter,
    QWidget,
)

_TOGETHER_MS = 800
"""Key presses closer than this are one change for undo."""


class NumberBox(QDoubleSpinBox):
    """A number to type or step; a value set by the program is shown and not announced."""

    entered = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 0.0
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.editingFinished.connect(self._on_edited)

    def show_value(self, value: float) -> None:
        """Show `value`, unless the user is typing another one."""
        if self.hasFocus() and self.lineEdit().isModified() and value == self._shown:
            return
        self._shown = value
        self.setValue(value)

    def stepBy(self, steps: int) -> None:
        """Step and announce."""
        super().stepBy(steps)
        self._on_edited()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel's scroll area until the box was clicked."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_edited(self) -> None:
        # What was shown may have had more digits than the box; only another number counts.
        if self.value() != round(self._shown, self.decimals()):
            self._shown = self.value()
            self.entered.emit(self.value())


class UserSlider(QSlider):
    """A horizontal slider; `dragged` comes from mouse, keys and focused wheel, never from the program."""

    dragged = Signal(int, bool)
    """(position, whether it continues the last one: a drag, or keys in quick succession)"""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._continues = False
        self._last = QElapsedTimer()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.actionTriggered.connect(self._announce)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle to the pointer, so that a click anywhere starts a drag there."""
        self._continues = False
        if event.button() == Qt.MouseButton.LeftButton and not self._handle().contains(
            event.position().toPoint()
        ):
            self.setSliderPosition(self._position(event.position().toPoint().x()))
            self._announce()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag; the next change is one of its own."""
        super().mouseReleaseEvent(event)
        self._continues = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel's scroll area until the slider was clicked."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _announce(self) -> None:
        if not self.isSliderDown() and self._last.isValid() and self._last.elapsed() > _TOGETHER_MS:
            self._continues = False
        self._last.start()
        continues, self._continues = self._continues, True
        self.dragged.emit(self.sliderPosition(), continues)

    def _handle(self) -> QRect:
        return self._part(QStyle.SubControl.SC_SliderHandle)

    def _position(self, x: int) -> int:
        groove, width = self._part(QStyle.SubControl.SC_SliderGroove), self._handle().width()
        return QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), x - groove.left() - width // 2, groove.width() - width
        )

    def _part(self, part: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)


class Chooser(QComboBox):
    """A combo box; connect `activated`, which only the user causes."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show that words go on where there is no room for them."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        cut = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, cut, room.width())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def show_data(self, data: object) -> None:
        """Show the entry that carries `data`."""
        self.setCurrentIndex(self.findData(data))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel's scroll area: a choice is never changed in passing."""
        event.ignore()
