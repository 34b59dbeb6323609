"""What is done to the slice: switch, method, sliders, and what it runs on."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.cell import START
from app.feed import Feed
from app.flow import Flow
from app.language import tr
from app.panels.busy import BusyBar
from app.panels.device import DeviceLine, NetworkNote
from app.panels.parameters import Choices
from app.panels.recipe import RecipeControls
from app.panels.scroll import Scroll
from app.panels.switch import Switch
from app.panels.text import Note
from app.session import Session, with_method
from core.enhance.cnn import AUTO
from core.enhance.registry import NETWORK_TASKS
from core.pipeline import Enhanced
from core.recipe import Recipe, Step, Value


class MethodsPanel(QWidget):
    """Switch, method, strength and parameters of what is done to the slice."""

    applyToSeriesRequested = Signal()
    exportRequested = Signal()

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
        self._note: NetworkNote | None = None
        self.switch = Switch(tr("Enhance"), self)
        self.reason = Note("", self)
        self.controls = RecipeControls(self)
        self.device = DeviceLine(feed.pipeline.networks, self)
        self.busy = BusyBar(self)
        self.apply = QPushButton(tr("Apply to series"), self)
        self.export = QPushButton(tr("Export series…"), self)
        self._lay_out()
        self._connect()
        self._render()

    def stop_work(self) -> None:
        """Stop background questions and wait for them."""
        self.device.stop_work()

    def _lay_out(self) -> None:
        self.apply.setToolTip(tr("Enhance every slice now, so that scrolling shows results at once"))
        self.export.setToolTip(
            tr("Save the enhanced slices as a new DICOM series; the original stays untouched")
        )
        scroll = Scroll(self.controls, self)
        row = QWidget(self)
        buttons = Flow(row, filled=True)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.apply)
        buttons.addWidget(self.export)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        box.addWidget(self.switch)
        box.addWidget(self.reason)
        box.addWidget(scroll, 1)
        box.addWidget(self.device)
        box.addWidget(self.busy)
        box.addWidget(row)

    def _connect(self) -> None:
        session, controls = self._session, self.controls
        session.seriesChanged.connect(self._render)
        session.recipeChanged.connect(self._render)
        session.enabledChanged.connect(self._render)
        session.stepChanged.connect(self._render)
        self._feed.busyChanged.connect(self.busy.set_busy)
        self._feed.enhancedChanged.connect(self._on_enhanced)
        self.busy.cancel.clicked.connect(self._feed.cancel)
        self.device.described.connect(self._on_described)
        self.switch.clicked.connect(session.set_enabled)
        controls.method.activated.connect(self._on_method)
        controls.strength.changed.connect(self._on_strength)
        controls.form.changed.connect(self._on_parameter)
        controls.steps.chosen.connect(session.set_step)
        controls.steps.changed.connect(self._on_steps)
        self.apply.clicked.connect(self.applyToSeriesRequested)
        self.export.clicked.connect(self.exportRequested)

    # -- from session and feed ----------------------------------------------------------------

    def _on_enhanced(self, enhanced: Enhanced | None) -> None:
        self.busy.show_last(enhanced)
        known = self._note.status.device if self._note is not None else ""
        if enhanced is not None and enhanced.device and known and enhanced.device != known:
            self.device.ask_again()

    def _on_described(self, note: NetworkNote) -> None:
        if self._note is not None and self._note.status.device == "cuda" and note.status.device == "cpu":
            self._session.message(
                tr("The CPU now runs the network, more slowly: {}.").format(tr(note.status.reason))
            )
        self._note = note
        self._render()

    @property
    def _recipe(self) -> Recipe:
        return self._session.recipe if self._session.recipe.steps else START

    def _ask(self) -> None:
        series, step = self._session.series, _network_step(self._recipe, self._session.step)
        if series is not None and step is not None:
            chosen = str(dict(step.parameters).get("model", AUTO))
            self.device.ask("" if chosen == AUTO else chosen, series.modality, NETWORK_TASKS[step.method])

    def _render(self) -> None:
        session, recipe = self._session, self._recipe
        self._ask()
        reason = _reason(session)
        self.switch.setChecked(session.enabled)
        self.reason.say(reason)
        for widget in (self.switch, self.controls, self.export):
            widget.setEnabled(not reason)
        self.apply.setEnabled(not reason and session.enabled)
        self.export.setEnabled(not reason and session.enabled)
        self.controls.show_recipe(recipe, session.step, _models(self._note))
        self.device.setVisible(bool(self.device.text()) and _network_step(recipe, session.step) is not None)

    # -- from the user ------------------------------------------------------------------------

    def _on_method(self, index: int) -> None:
        method = self.controls.method.itemData(index)
        if method != self._edited.method:
            self._change(with_method(self._recipe, method, self._session.step))

    def _on_strength(self, percent: float, continues: bool) -> None:
        self._change_step(replace(self._edited, strength=percent / 100), continues)

    def _on_parameter(self, name: str, value: Value, continues: bool) -> None:
        self._change_step(self._edited.with_parameter(name, value), continues)

    def _on_steps(self, recipe: Recipe, edited: int) -> None:
        self._change(recipe)
        self._session.set_step(edited)

    @property
    def _edited(self) -> Step:
        return self._recipe.steps[self._session.step]

    def _change_step(self, step: Step, continues: bool) -> None:
        self._change(self._recipe.with_step(self._session.step, step), continues)

    def _change(self, recipe: Recipe, continues: bool = False) -> None:
        """Set the recipe; whoever moves a control wants to see what it does, so it also switches on."""
        self._session.use_recipe(recipe, merge=continues)


def _reason(session: Session) -> str:
    """Return why the shown series cannot be enhanced; "" if it can."""
    if session.series is None:
        return tr("Open a study to enhance it.")
    if not session.series.enhanceable:
        return tr(session.series.reason) or tr("This series cannot be enhanced.")
    return ""


def _network_step(recipe: Recipe, edited: int) -> Step | None:
    """Return the step whose network is spoken of: the edited one, else the first that runs one."""
    steps = (*recipe.steps[edited : edited + 1], *recipe.steps)
    return next((step for step in steps if step.method in NETWORK_TASKS), None)


def _models(note: NetworkNote | None) -> Choices:
    """Return the networks to choose from; none if there is no choice."""
    if note is None or len(note.names) < 2:
        return ()
    automatic = tr("Automatic ({})").format(note.automatic) if note.automatic else tr("Automatic")
    return ((AUTO, automatic), *((name, name) for name in note.names))
