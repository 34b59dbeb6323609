"""The table of actions as Qt knows them."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from app.actions import Action
from app.keys import Keys, shown_keys
from app.session import Session
from app.settings import Settings


class Actions(QObject):
    """The table as Qt actions; switches follow the session."""

    def __init__(
        self, session: Session, rows: Iterator[Action], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self.keys = Keys(self.rows, settings, self)
        self.by_name = {row.name: self._action(row) for row in self.rows}
        self._give_keys()
        self.keys.changed.connect(self._give_keys)
        for signal in (
            session.enabledChanged,
            session.compareChanged,
            session.toolChanged,
            session.invertedChanged,
            session.originalHeldChanged,
            session.windowChanged,
            session.seriesChanged,
            session.recipeChanged,
            session.comparing.changed,
            *(cell.rivalChanged for cell in session.cells),
            *(cell.linksChanged for cell in session.cells),
            session.cells.activeChanged,
            session.cells.layoutChanged,
            session.cells.linksChanged,
            session.cells.linesChanged,
            session.measurements.itemsChanged,
            session.measurements.selectedChanged,
        ):
            signal.connect(self.update)
        self.update()

    def update(self) -> None:
        """Show each switch as the session has it, and dim what cannot be done."""
        for row in self.rows:
            action = self.by_name[row.name]
            if row.text_now is not None:
                text = row.text_now()
                action.setText(text or row.text)
                action.setVisible(bool(text))
            if row.checked is not None:
                action.setChecked(row.checked())
            if row.enabled is not None:
                action.setEnabled(row.enabled())

    def _action(self, row: Action) -> QAction:
        action = QAction(row.text, self)
        action.setObjectName(row.name)
        action.setCheckable(row.checked is not None)
        context = (
            Qt.ShortcutContext.WindowShortcut
            if row.everywhere
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.setShortcutContext(context)
        action.triggered.connect(lambda: self._run(row))
        return action

    def _give_keys(self) -> None:
        """Let each action answer to its keys, and name the first in its tip."""
        for row in self.rows:
            keys, action = self.keys.of(row.name), self.by_name[row.name]
            action.setShortcuts([QKeySequence(key) for key in keys])
            name = f"{row.text} ({shown_keys(keys[:1])})" if keys else row.text
            action.setToolTip("\n".join(part for part in (name, row.hint) if part))

    def _run(self, row: Action) -> None:
        row.run()
        self.update()  # Qt has toggled the switch by itself
