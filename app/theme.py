"""How the window looks: a style sheet, and the palette for what draws itself."""

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.colours import Colours, choose, colours
from app.icons import ICONS, renew_icons

_PICTURES = {name: (ICONS / f"{name}.svg").as_posix() for name in ("down", "check")}

_STYLE = Template("""
* { outline: none; }
QWidget { font-size: 10pt; }
QMainWindow, QDialog { background: $panel; }
QSplitter::handle { background: $ground; width: 3px; height: 3px; }
QSplitter::handle:hover { background: $accent; }
QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 3px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 3px; }
QMenu::item:selected { background: $fill; color: $on_fill; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar {
    background: $panel; border: none; border-bottom: 1px solid $line; padding: 3px 6px; spacing: 2px;
}
QToolBar::separator { background: $line; width: 1px; margin: 5px 6px; }
QToolBar QToolButton { padding: 4px 8px; border-radius: 4px; border: 1px solid transparent; color: $ink; }
QToolBar QToolButton:hover { background: $hover; }
QToolBar QToolButton#measuring { padding-right: 22px; }
QToolButton[popupMode="2"] { padding-right: 20px; }
QToolButton[popupMode="2"]::menu-indicator {
    image: url($down); subcontrol-origin: padding; subcontrol-position: center right;
    width: 14px; height: 14px; right: 4px;
}
QToolBar QToolButton::menu-button { border: none; width: 18px; }
QToolBar QToolButton::menu-arrow { image: url($down); width: 14px; height: 14px; }
QToolBar QToolButton:checked { background: $chosen; border-color: $accent; color: $on_chosen; }
QToolBar QToolButton:disabled { color: $faint; }
QToolBar QToolButton#qt_toolbar_ext_button { background: $raised; image: url($down); padding: 0; }
QToolBar QToolButton#enhance {
    font-weight: 600; padding: 4px 14px; border-color: $line; background: $raised;
}
QToolBar QToolButton#enhance:hover { background: $hover; }
QToolBar QToolButton#enhance:checked { background: $amber_fill; border-color: $amber_fill; color: $on_amber; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel:focus { background: $chosen; color: $on_chosen; }
QLabel#title { font-size: 14pt; font-weight: 600; }
QLabel#muted { color: $muted; }
QLabel#stripWords { color: $amber; font-size: 8.5pt; font-weight: 600; padding: 2px 10px; }
QFrame#jobBar QPushButton { padding: 1px 10px; }
QLabel#stripNote { color: $muted; font-size: 8.5pt; padding: 2px 10px; }
QFrame#strip { background: $panel; border-top: 1px solid $line; }
QFrame#messageBar { background: $note; border: 1px solid $accent; border-radius: 5px; }
QTabWidget::pane { border: none; background: $panel; }
QTabBar { background: $panel; qproperty-drawBase: 0; }
QTabBar::tab {
    background: $panel; color: $muted; padding: 7px 16px; border: none; border-bottom: 2px solid $line;
    font-weight: 600;
}
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QPushButton, QComboBox, QLineEdit {
    background: $raised; border: 1px solid $line; border-radius: 4px; padding: 4px 8px;
    selection-background-color: $fill; selection-color: $on_fill;
}
QPushButton { padding: 5px 12px; }
QPushButton:hover, QComboBox:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:checked { background: $chosen; border-color: $accent; color: $on_chosen; }
QPushButton:disabled, QComboBox:disabled, QLineEdit:disabled { color: $faint; }
QPushButton:focus, QComboBox:focus, QLineEdit:focus, QToolButton:focus, QKeySequenceEdit QLineEdit:focus {
    border: 2px solid $accent;
}
QPushButton:focus { padding: 4px 11px; }
QComboBox:focus, QLineEdit:focus { padding: 3px 7px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; text-decoration: underline; }
QCheckBox::indicator:focus, QTreeView::indicator:focus, QRadioButton::indicator:focus {
    border-color: $accent;
}
QTabBar::tab:focus { color: $accent; border-bottom: 3px solid $accent; text-decoration: underline; }
QSlider:focus { border: 2px solid $accent; border-radius: 4px; }
/* Spin boxes are left to the palette: with a border of their own, those without buttons lose their text. */
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url($down); width: 14px; height: 14px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QTreeView::indicator {
    width: 15px; height: 15px; border: 1px solid $edge; border-radius: 3px; background: $raised;
}
QCheckBox::indicator:hover, QTreeView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QTreeView::indicator:checked {
    background: $fill; border-color: $fill; image: url($check);
}
QRadioButton { spacing: 8px; }
QRadioButton::indicator {
    width: 13px; height: 13px; border: 1px solid $edge; border-radius: 7px; background: $raised;
}
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked {
    width: 7px; height: 7px; border: 4px solid $fill; border-radius: 7px; background: $on_fill;
}
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $line;
    selection-background-color: $fill; selection-color: $on_fill;
}
QFrame#cellBar { background: $panel; }
QFrame#cellBar[active="true"] { background: $chosen; }
QFrame#cellBar[active="true"] QLabel { color: $on_chosen; }
QFrame#linkStrip { background: $panel; border-bottom: 1px solid $line; }
QFrame#unsavedBar { background: $panel; border: 2px solid $amber; }
QFrame#unsavedBar QLabel { color: $amber; font-weight: 600; }
QFrame#lookingBar { background: $panel; border-top: 1px solid $line; }
QFrame#lookingBar QPushButton, QFrame#lookingBar QComboBox { padding: 2px 8px; }
QToolButton { border: none; border-radius: 4px; padding: 3px 6px; color: $ink; }
QToolButton:hover { background: $hover; }
QToolButton:disabled { color: $faint; }
QToolButton[chip="true"] { border: 1px solid transparent; padding: 1px 4px; }
QToolButton[chip="true"]:checked { background: $chosen; border-color: $accent; color: $on_chosen; }
QToolButton[chip="true"]:disabled { background: transparent; border-color: transparent; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: $faint; }
QSlider::handle:horizontal {
    background: $knob; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
}
QSlider::handle:horizontal:hover { background: $accent; }
QSlider::handle:horizontal:disabled { background: $faint; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QListView, QTreeView, QTableView, QTextBrowser { background: $panel; border: 2px solid $panel; }
QListView:focus, QTreeView:focus, QTableView:focus, QTextBrowser:focus, QPlainTextEdit:focus {
    border: 2px solid $accent;
}
QListView#contents::item { padding: 3px 4px; }
QTreeView#batchList::item { padding: 5px 2px; }
QHeaderView::section {
    background: $panel; color: $muted; border: none; border-bottom: 1px solid $line; padding: 4px 6px;
}
QTableView QHeaderView::section { padding: 4px 2px; }
QTableView { gridline-color: $line; }
QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle {
    background: $faint; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px;
}
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0; height: 0;
}
QGroupBox { border: 1px solid $line; border-radius: 4px; margin-top: 8px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; color: $muted; }
QToolTip { background: $raised; color: $ink; border: 1px solid $line; padding: 4px; }
""")


def apply_theme(app: QApplication, theme: str = "dark") -> None:
    """Give the whole application the colours of `theme`, at once."""
    named = choose(theme)
    app.setStyle("Fusion")
    app.setPalette(palette())
    app.setStyleSheet(style_sheet(named))
    renew_icons(app)


def style_sheet(named: Colours) -> str:
    """Return the style sheet in the colours of a theme."""
    return _STYLE.substitute(asdict(named), **_PICTURES)


def palette() -> QPalette:
    """Return the colours for what draws itself from the palette."""
    made = QPalette()
    for role, colour in _roles(colours()).items():
        made.setColor(role, QColor(colour))
    roles = QPalette.ColorRole
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours().faint))
    return made


def _roles(named: Colours) -> dict[QPalette.ColorRole, str]:
    roles = QPalette.ColorRole
    return {
        roles.Window: named.panel,
        roles.WindowText: named.ink,
        roles.Base: named.field,
        roles.AlternateBase: named.stripe,
        roles.Text: named.ink,
        roles.Button: named.raised,
        roles.ButtonText: named.ink,
        roles.BrightText: named.red,
        roles.ToolTipBase: named.raised,
        roles.ToolTipText: named.ink,
        roles.PlaceholderText: named.muted,
        roles.Highlight: named.fill,
        roles.HighlightedText: named.on_fill,
        roles.Link: named.accent,
        roles.Accent: named.accent,
        roles.Light: named.hover,
        roles.Midlight: named.hover,
        roles.Mid: named.edge,
        roles.Dark: named.ground,
        roles.Shadow: named.shadow,
    }
