"""One button of the tool bar for all measuring tools: it does the last one chosen, its arrow shows all."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.icons import show_icon
from app.language import tr


class MeasuringButton(QToolButton):
    """Follows the tool that is chosen, be it by this button, its menu, the menu bar or a key."""

    def __init__(self, actions: dict[QAction, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measuring")
        self.setAccessibleName(tr("Measuring tools"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        menu = QMenu(self)
        for action, drawing in actions.items():
            show_icon(action, drawing)
            action.toggled.connect(partial(self._on_toggled, action))
            menu.addAction(action)
        self.setMenu(menu)
        self.setDefaultAction(next(iter(actions)))

    def _on_toggled(self, action: QAction, chosen: bool) -> None:
        if chosen:
            self.setDefaultAction(action)
