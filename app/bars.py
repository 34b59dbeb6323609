"""Menu bar, tool bar and the strip at the bottom, filled from the table of actions."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from app.actions import Actions
from app.icons import icon

_MENUS = ("File", "Edit", "View", "Enhance", "Window", "Tools", "Slices", "Help")
_TOOLS: tuple[tuple[str, ...], ...] = (
    ("open_files",),
    ("enhance",),
    ("single", "side_by_side", "split", "difference", "flip"),
    ("tool_window", "tool_zoom", "tool_pan", "tool_scroll", "tool_ellipse", "tool_rectangle"),
    ("fit", "overlay"),
    ("undo", "redo"),
)
_SHORT = {
    "open_files": "Open",
    "side_by_side": "Side by side",
    "single": "One",
    "split": "Split",
    "difference": "Difference",
    "flip": "Original",
    "export_series": "Export",
}
"""Words for buttons; the others show their icon alone, their name being in the tip."""
_CONTEXT = (
    "fit",
    "auto_window",
    "dicom_window",
    "invert",
    "overlay",
    "delete_region",
    "delete_regions",
    "export_picture",
)
STRIP = "NOT FOR DIAGNOSTIC USE"
"""What the window always says."""


def fill_menus(window: QMainWindow, actions: Actions) -> None:
    """Put every action into its menu."""
    for title in _MENUS:
        menu = window.menuBar().addMenu(title)
        for row in actions.rows:
            if row.menu == title:
                menu.addAction(actions.by_name[row.name])


def tool_bar(actions: Actions, parent: QWidget) -> QToolBar:
    """Return the tool bar."""
    bar = QToolBar("Tools", parent)
    bar.setObjectName("toolBar")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    icons = {row.name: row.icon for row in actions.rows if row.icon}
    for number, group in enumerate(_TOOLS):
        if number:
            bar.addSeparator()
        for name in group:
            _add_button(bar, actions, name, icons[name])
    space = QWidget(bar)
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    _add_button(bar, actions, "export_series", icons["export_series"])
    return bar


def _add_button(bar: QToolBar, actions: Actions, name: str, drawing: str) -> None:
    action = actions.by_name[name]
    action.setIcon(icon(drawing))
    action.setIconVisibleInMenu(False)
    bar.addAction(action)
    button = bar.widgetForAction(action)
    button.setObjectName(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    words = name in _SHORT or name == "enhance"
    action.setIconText(_SHORT.get(name, action.text()))
    style = Qt.ToolButtonStyle
    button.setProperty(
        "toolButtonStyle", style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly
    )


def context_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of a right click."""
    menu = QMenu(parent)
    menu.addActions([actions.by_name[name] for name in _CONTEXT])
    return menu


class Strip(QFrame):
    """The permanent line at the bottom; nothing dismisses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        words = QLabel(STRIP, self)
        words.setObjectName("strip")
        self.note = QLabel("Research software. Originals are never changed.", self)
        self.note.setObjectName("stripNote")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words)
        layout.addStretch(1)
        layout.addWidget(self.note)
