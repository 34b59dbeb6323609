"""Menu bar, tool bar and the strip at the bottom, filled from the table of actions."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from app.action_set import Actions
from app.icons import show_icon
from app.language import mark, tr
from app.measuring.tool_button import MeasuringButton

_MENUS = (
    mark("File"),
    mark("Edit"),
    mark("View"),
    mark("Cells"),
    mark("Enhance"),
    mark("Window"),
    mark("Tools"),
    mark("Slices"),
    mark("Help"),
)
_TOOLS: tuple[tuple[str, ...], ...] = (
    ("open_files",),
    ("enhance",),
    ("single", "side_by_side", "split", "difference", "blend", "flicker", "lens", "flip"),
    ("tool_window", "tool_zoom", "tool_pan", "tool_scroll"),
    ("measuring",),
    ("layout_one", "layout_beside", "layout_below", "layout_four", "planes"),
    ("fit", "overlay"),
    ("undo", "redo"),
)
_MEASURING = ("distance", "angle", "cobb", "ellipse", "rectangle", "freehand", "polyline", "arrow", "note")
"""What the button "measuring" offers."""
_WORDS = {
    "open_files": mark("Open"),
    "enhance": mark("Enhance"),
    "side_by_side": mark("Side by side"),
    "single": mark("One"),
    "split": mark("Split"),
    "difference": mark("Difference"),
    "flip": mark("Original"),
    "export_series": mark("Export"),
}
"""Words on buttons; the others show their icon alone, their name being in the tip."""
_IMPORTANT = (
    "enhance",
    "open_files",
    "export_series",
    "flip",
    "split",
    "side_by_side",
    "difference",
    "single",
)
"""Buttons by how much their words matter; the first has its word always."""
_CLOSE = """
QToolButton { padding: 4px 2px; }
QToolButton#enhance { padding: 4px 8px; }
QToolButton#measuring { padding-right: 20px; }
QToolBar { padding: 3px 2px; spacing: 0px; }
QToolBar::separator { margin: 5px 3px; }
"""
_LAST = ("preferences", "quit")
"""What stands at the end of its menu, whoever brings it."""
_SEPARATED = (
    "close_all",
    "export_series",
    "save_measurements",
    "anonymise",
    "print",
    "batch",
    "find_series",
    "delete_measurement",
    "layout_one",
    "next_cell",
    "link_scroll",
    "reference_lines",
    "cine",
    "apply_to_series",
    "single",
    *_LAST,
)
"""Actions before which their menu has a line."""
_CONTEXT = (
    "fit",
    "auto_window",
    "dicom_window",
    "invert",
    "overlay",
    "compare_prior",
    "window_from_region",
    "delete_measurement",
    "delete_measurements",
    "export_picture",
)
STRIP = mark("NOT FOR DIAGNOSTIC USE")
"""What the window always says."""


def fill_menus(window: QMainWindow, actions: Actions, submenus: Mapping[str, QMenu]) -> None:
    """Put every action into its menu, and each of `submenus` before the action of its name."""
    for title in _MENUS:
        menu = window.menuBar().addMenu(tr(title))
        for row in sorted(actions.rows, key=lambda row: row.name in _LAST):
            if row.menu == title:
                if row.name in submenus:
                    menu.addMenu(submenus[row.name])
                if row.name in _SEPARATED:
                    menu.addSeparator()
                menu.addAction(actions.by_name[row.name])


class ToolBar(QToolBar):
    """The tool bar; where the window is narrow, buttons that say what they do become icons, then narrower."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(tr("Tools"), parent)
        self.setObjectName("toolBar")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        icons = {row.name: row.icon for row in actions.rows if row.icon}
        for number, group in enumerate(_TOOLS):
            if number:
                self.addSeparator()
            for name in group:
                if name == "measuring":
                    tools = {actions.by_name[f"tool_{tool}"]: tool for tool in _MEASURING}
                    self.addWidget(MeasuringButton(tools, self))
                else:
                    self._add(actions.by_name[name], icons[name])
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._add(actions.by_name["export_series"], icons["export_series"])

    def _add(self, action: QAction, drawing: str) -> None:
        show_icon(action, drawing)
        action.setIconVisibleInMenu(False)
        action.setIconText(tr(_WORDS.get(action.objectName(), "")) or action.text())
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setObjectName(action.objectName())
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spell out as many words as there is room for, and move closer together where there is none."""
        width, words = event.size().width(), list(_IMPORTANT)
        self.setStyleSheet("")
        self._spell(words)
        while self.sizeHint().width() > width and len(words) > 1:
            words.pop()
            self._spell(words)
        if self.sizeHint().width() > width:
            self.setStyleSheet(_CLOSE)
        super().resizeEvent(event)

    def _spell(self, names: list[str]) -> None:
        style = Qt.ToolButtonStyle
        for button in self.findChildren(QToolButton):
            words = button.objectName() in names
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)


def context_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of a right click."""
    menu = QMenu(parent)
    menu.addActions([actions.by_name[name] for name in _CONTEXT])
    return menu


class Strip(QFrame):
    """The permanent line at the bottom, with room for the running job; nothing dismisses it."""

    def __init__(self, job_bar: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        words = QLabel(tr(STRIP), self)
        words.setObjectName("stripWords")
        note = QLabel(tr("Originals are never changed"), self)
        note.setObjectName("stripNote")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words)
        layout.addWidget(job_bar, 1)
        layout.addStretch(0)
        layout.addWidget(note)
        self.setMinimumHeight(job_bar.sizeHint().height())
