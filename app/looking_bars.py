"""The bars below the images: what can be set about comparing, and about cine."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.cine import RATES as CINE_RATES
from app.cine import Cine
from app.compare_actions import compare_name, pin
from app.comparing import RADII
from app.comparing import RATES as FLICKER_RATES
from app.icons import show_icon
from app.language import tr
from app.panels.number import Chooser, NumberBox, UserSlider
from app.session import Session
from app.state import Compare
from core.enhance.registry import METHODS
from core.recipe import Recipe

_POSITIONS = 100
_WIDEST = 300
_NARROWEST = 70


class _Bar(QFrame):
    """A row of controls under the images."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lookingBar")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 3, 8, 3)
        self.row.setSpacing(8)


class ComparingBar(_Bar):
    """Follows the active cell; always there, so that no picture jumps when the way of comparing changes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.name = QLabel(self)
        self.slider = UserSlider(tr("Comparison"), self)
        self.slider.setRange(0, _POSITIONS)
        self.slider.setMinimumWidth(_NARROWEST)
        self.slider.setMaximumWidth(260)
        self.value = QLabel(self)
        self.value.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 % enhanced  "))
        self.other = Chooser(tr("Compare with"), self)
        self.other.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.other.setMaximumWidth(_WIDEST)
        self.pin = QPushButton(tr("Pin this result"), self)
        self.pin.setToolTip(tr("Then choose another method to compare with it (Shift+P)"))
        self._lay_out()
        self.slider.dragged.connect(lambda position, _continues: self._set(position / _POSITIONS))
        self.other.activated.connect(self._choose)
        self.pin.clicked.connect(self._pin)
        signals = (session.compareChanged, session.comparing.changed, session.splitChanged)
        cells = (each.rivalChanged for each in session.cells)
        for signal in (*signals, *cells, session.enabledChanged, session.cells.activeChanged):
            signal.connect(self.render_state)
        self.render_state()

    def _lay_out(self) -> None:
        self.row.addWidget(self.name)
        self.row.addWidget(self.slider, 1)
        self.row.addWidget(self.value)
        self.row.addStretch(1)
        self.row.addWidget(self.other, 2)
        self.row.addWidget(self.pin)

    def render_state(self) -> None:
        """Show what the active cell compares, and how."""
        session, cell = self._session, self._session.cells.active
        self.name.setText(compare_name(cell.compare))
        words = self._words()
        self.value.setText(words)
        for widget in (self.slider, self.value):
            widget.setVisible(bool(words))
        self.slider.setValue(round(self._share() * _POSITIONS))
        self.slider.setAccessibleName(compare_name(cell.compare))
        self.other.clear()
        self.other.addItem(tr("Against the original"), None)
        if cell.rival is not None:
            self.other.addItem(tr("Against pinned: {}").format(recipe_name(cell.rival)), cell.rival)
            self.other.setCurrentIndex(1)
        self.pin.setEnabled(session.enabled and bool(cell.recipe.steps) and cell.recipe != cell.rival)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what the tool bar shows too, then a choice of one, where there is no room for them."""
        for widget in (self.name, self.other):
            widget.setVisible(True)
        if self._needed() > self.width():
            self.name.hide()
        if self._needed() > self.width() and self.other.count() == 1:
            self.other.hide()

    def _needed(self) -> int:
        parts = (self.name, self.slider, self.value, self.other, self.pin)
        shown = [each for each in parts if not each.isHidden()]
        widths = (max(each.minimumSizeHint().width(), each.minimumWidth()) for each in shown)
        return sum(widths) + (len(shown) + 3) * self.row.spacing()

    def _words(self) -> str:
        comparing = self._session.comparing
        return {
            Compare.BLEND: tr("{} % enhanced").format(round(100 * comparing.mix)),
            Compare.FLICKER: tr("{}/s").format(f"{comparing.rate:.1f}"),
            Compare.LENS: tr("{} px").format(round(2 * comparing.radius)),
        }.get(self._session.compare, "")

    def _share(self) -> float:
        comparing = self._session.comparing
        values = {
            Compare.FLICKER: (comparing.rate, FLICKER_RATES),
            Compare.LENS: (comparing.radius, RADII),
        }
        value, (low, high) = values.get(self._session.compare, (comparing.mix, (0.0, 1.0)))
        return (value - low) / (high - low)

    def _set(self, share: float) -> None:
        comparing, compare = self._session.comparing, self._session.compare
        if compare is Compare.BLEND:
            comparing.set_mix(share)
        elif compare is Compare.FLICKER:
            comparing.set_rate(FLICKER_RATES[0] + share * (FLICKER_RATES[1] - FLICKER_RATES[0]))
        elif compare is Compare.LENS:
            comparing.set_radius(RADII[0] + share * (RADII[1] - RADII[0]))

    def _choose(self, number: int) -> None:
        self._session.cells.active.set_rival(self.other.itemData(number))

    def _pin(self) -> None:
        cell = self._session.cells.active
        cell.set_rival(None)
        pin(cell)


class CineBar(_Bar):
    """Speed and way of playing, and what was reached; in the place of the other bar until it is closed."""

    closed = Signal()

    def __init__(self, cine: Cine, parent: QWidget) -> None:
        super().__init__(parent)
        self._cine = cine
        self.play = QToolButton(self)
        self.play.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rate = NumberBox(tr("Slices a second wanted"), self)
        self.rate.setRange(*CINE_RATES)
        self.rate.setDecimals(1)
        self.rate.setSuffix(tr(" /s"))
        self.slider = UserSlider(tr("Speed"), self)
        self.slider.setRange(round(CINE_RATES[0]), round(CINE_RATES[1]))
        self.slider.setMaximumWidth(260)
        self.way = Chooser(tr("Way of playing"), self)
        self.way.addItem(tr("Loop"), False)
        self.way.addItem(tr("Sweep"), True)
        self.figures = QLabel(self)
        self.close_ = QToolButton(self)
        self.close_.setText("✕")
        self.close_.setAccessibleName(tr("Close cine"))
        self.close_.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.play.clicked.connect(cine.toggle)
        self.rate.entered.connect(cine.set_rate)
        self.slider.dragged.connect(lambda position, _continues: cine.set_rate(position))
        self.way.activated.connect(lambda number: cine.set_sweeping(self.way.itemData(number)))
        self.close_.clicked.connect(self._close)
        cine.changed.connect(self.render_state)
        cine.counted.connect(self._render_figures)
        self.render_state()

    def _lay_out(self) -> None:
        self.row.addWidget(self.play)
        self.row.addWidget(QLabel(tr("Cine"), self))
        self.row.addWidget(self.slider, 1)
        self.row.addWidget(self.rate)
        self.row.addWidget(self.way)
        self.row.addWidget(self.figures)
        self.row.addStretch(1)
        self.row.addWidget(self.close_)

    def render_state(self) -> None:
        """Show what the cine does."""
        cine = self._cine
        show_icon(self.play, "pause" if cine.playing else "play")
        words = tr("Pause (C)") if cine.playing else tr("Play (C)")
        self.play.setToolTip(words)
        self.play.setAccessibleName(words)
        self.rate.show_value(cine.rate)
        self.slider.setValue(round(cine.rate))
        self.way.show_data(cine.sweeping)
        self._render_figures()

    def _render_figures(self) -> None:
        cine = self._cine
        shown = tr("{} slices/s shown, {} skipped").format(f"{cine.reached:.1f}", cine.skipped)
        self.figures.setText(shown if cine.playing else tr("Paused; {} skipped").format(cine.skipped))

    def _close(self) -> None:
        self._cine.stop()
        self.closed.emit()


def recipe_name(recipe: Recipe) -> str:
    """Return a recipe in a few words."""
    names = [tr(METHODS[step.method].label) for step in recipe.steps]
    return f"{' + '.join(names)} {recipe.strength:.0%}".replace("%", " %")
