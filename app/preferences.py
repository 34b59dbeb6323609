"""The window of preferences: what can be chosen, each with a line that says what it is good for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.panels.scroll import Scroll
from app.panels.text import Heading, Note
from app.sizes import open_at


@dataclass(frozen=True, slots=True)
class Preference:
    """One thing to choose."""

    name: str
    text: str
    hint: str
    read: Callable[[], object]
    write: Callable[[object], None]
    options: tuple[tuple[object, str], ...] = ()
    """(value, words) each; none for a box to tick."""
    later: bool = False
    """Whether it counts from the next start on."""


_HINT_WIDTH = 600
"""Points: wide enough for Qt to reckon with the few lines that a hint needs."""
Sections = tuple[tuple[str, tuple[Preference, ...]], ...]
"""(heading, what is under it) each."""


class PreferencesWindow(QDialog):
    """Not modal: what is chosen counts at once, or says when; `changed` follows every choice.

    Parameters
    ----------
    sections
        What there is to choose.
    reset
        Forgets all choices.
    editor
        A page of its own: the keys.
    """

    changed = Signal()

    def __init__(
        self, sections: Sections, reset: Callable[[], None], editor: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reset = reset
        self._preferences = tuple(each for _, group in sections for each in group)
        self._at_start = {each.name: each.read() for each in self._preferences}
        self.controls: dict[str, QCheckBox | QComboBox] = {}
        self.setWindowTitle(tr("Preferences"))
        self.pages = QTabWidget(self)
        self.pages.addTab(self._general(sections), tr("General"))
        self.pages.addTab(editor, tr("Keys"))
        self.later = QLabel(tr("Start Clearslice again for this to count everywhere."), self)
        self.later.setObjectName("stripWords")
        self.later.setWordWrap(True)
        self._lay_out()
        self.show_values()
        open_at(self, 720, 760)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.reset = QPushButton(tr("Reset to defaults"), self)
        self.reset.setToolTip(tr("Keys, layouts and recent studies stay as they are"))
        buttons.addButton(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        self.reset.clicked.connect(self._reset_all)
        buttons.rejected.connect(self.close)
        box = QVBoxLayout(self)
        box.addWidget(self.pages, 1)
        box.addWidget(self.later)
        box.addWidget(buttons)

    def _general(self, sections: Sections) -> Scroll:
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for heading, group in sections:
            grid.setRowMinimumHeight(grid.rowCount(), 8)
            grid.addWidget(Heading(heading, page), grid.rowCount() + 1, 0, 1, 2)
            for preference in group:
                self._add(grid, preference, page)
        grid.setRowStretch(grid.rowCount(), 1)
        area = Scroll(page, self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _add(self, grid: QGridLayout, preference: Preference, page: QWidget) -> None:
        row = grid.rowCount()
        control = self._control(preference, page)
        control.setAccessibleName(preference.text)
        control.setAccessibleDescription(preference.hint)
        self.controls[preference.name] = control
        if isinstance(control, QCheckBox):
            grid.addWidget(control, row, 0, 1, 2)
        else:
            label = QLabel(preference.text, page)
            label.setBuddy(control)
            grid.addWidget(label, row, 0)
            grid.addWidget(control, row, 1)
        hint = Note(preference.hint, page)
        hint.setMinimumWidth(_HINT_WIDTH)
        grid.addWidget(hint, row + 1, 0, 1, 2)
        grid.setRowMinimumHeight(row + 2, 8)

    def _control(self, preference: Preference, page: QWidget) -> QCheckBox | QComboBox:
        if not preference.options:
            box = QCheckBox(preference.text, page)
            box.toggled.connect(partial(self._write, preference))
            return box
        chooser = QComboBox(page)
        chooser.setMinimumWidth(190)
        for value, words in preference.options:
            chooser.addItem(words, value)
        chooser.activated.connect(lambda n: self._write(preference, chooser.itemData(n)))
        return chooser

    # -- choosing -----------------------------------------------------------------------------

    def show_values(self) -> None:
        """Show what is chosen now, here or elsewhere."""
        for preference in self._preferences:
            control, value = self.controls[preference.name], preference.read()
            if isinstance(control, QCheckBox):
                control.blockSignals(True)
                control.setChecked(bool(value))
                control.blockSignals(False)
            else:
                control.setCurrentIndex(max(0, control.findData(value)))
        waiting = [each for each in self._preferences if each.later]
        self.later.setVisible(any(each.read() != self._at_start[each.name] for each in waiting))

    def _write(self, preference: Preference, value: object) -> None:
        preference.write(value)
        self.show_values()
        self.changed.emit()

    def _reset_all(self) -> None:
        self._reset()
        self.show_values()
        self.changed.emit()
