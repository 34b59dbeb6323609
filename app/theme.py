"""How the window looks: dark and quiet, so that the image is the brightest thing on the screen."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.icons import ICONS

GROUND = "#14181d"
PANEL = "#1b2026"
FIELD = "#232a32"
RAISED = "#262d35"
HOVER = "#313a44"
LINE = "#2f3740"
INK = "#dde3ea"
MUTED = "#93a0ae"
FAINT = "#5e6a77"
ACCENT = "#3f9bf4"
AMBER = "#f5a623"
RED = "#ff8a75"

_DOWN, _CHECK = ((ICONS / f"{name}.svg").as_posix() for name in ("down", "check"))

_STYLE = f"""
* {{ outline: none; }}
QWidget {{ font-size: 10pt; }}
QMainWindow, QDialog {{ background: {PANEL}; }}
QSplitter::handle {{ background: {GROUND}; width: 3px; height: 3px; }}
QSplitter::handle:hover {{ background: {ACCENT}; }}
QMenuBar {{ background: {PANEL}; border-bottom: 1px solid {LINE}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 3px; background: transparent; }}
QMenuBar::item:selected {{ background: {HOVER}; }}
QMenu {{ background: {RAISED}; border: 1px solid {LINE}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 3px; }}
QMenu::item:selected {{ background: {ACCENT}; color: #ffffff; }}
QMenu::item:disabled {{ color: {FAINT}; }}
QMenu::separator {{ height: 1px; background: {LINE}; margin: 4px 8px; }}
QToolBar {{
    background: {PANEL}; border: none; border-bottom: 1px solid {LINE}; padding: 3px 6px; spacing: 2px;
}}
QToolBar::separator {{ background: {LINE}; width: 1px; margin: 5px 6px; }}
QToolBar QToolButton {{ padding: 4px 8px; border-radius: 4px; border: 1px solid transparent; color: {INK}; }}
QToolBar QToolButton:hover {{ background: {HOVER}; }}
QToolBar QToolButton#measuring {{ padding-right: 22px; }}
QToolBar QToolButton::menu-button {{ border: none; width: 18px; }}
QToolBar QToolButton::menu-arrow {{ image: url({_DOWN}); width: 14px; height: 14px; }}
QToolBar QToolButton:checked {{ background: #1d3a57; border-color: {ACCENT}; color: #ffffff; }}
QToolBar QToolButton:disabled {{ color: {FAINT}; }}
QToolBar QToolButton#qt_toolbar_ext_button {{ background: {RAISED}; }}
QToolBar QToolButton#enhance {{
    font-weight: 600; padding: 4px 14px; border-color: {LINE}; background: {RAISED};
}}
QToolBar QToolButton#enhance:hover {{ background: {HOVER}; }}
QToolBar QToolButton#enhance:checked {{ background: {AMBER}; border-color: {AMBER}; color: #1a1303; }}
QLabel#muted {{ color: {MUTED}; }}
QLabel#stripWords {{ color: {AMBER}; font-size: 8.5pt; font-weight: 600; padding: 2px 10px; }}
QFrame#jobBar QPushButton {{ padding: 1px 10px; }}
QLabel#stripNote {{ color: {MUTED}; font-size: 8.5pt; padding: 2px 10px; }}
QFrame#strip {{ background: {PANEL}; border-top: 1px solid {LINE}; }}
QFrame#messageBar {{ background: #233244; border: 1px solid {ACCENT}; border-radius: 5px; }}
QTabWidget::pane {{ border: none; background: {PANEL}; }}
QTabBar {{ background: {PANEL}; qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: {PANEL}; color: {MUTED}; padding: 7px 16px; border: none; border-bottom: 2px solid {LINE};
    font-weight: 600;
}}
QTabBar::tab:selected {{ color: {INK}; border-bottom-color: {ACCENT}; }}
QTabBar::tab:hover {{ color: {INK}; }}
QPushButton, QComboBox, QLineEdit {{
    background: {RAISED}; border: 1px solid {LINE}; border-radius: 4px; padding: 4px 8px;
    selection-background-color: {ACCENT};
}}
QPushButton {{ padding: 5px 12px; }}
QPushButton:hover, QComboBox:hover {{ background: {HOVER}; }}
QPushButton:pressed {{ background: {LINE}; }}
QPushButton:checked {{ background: #1d3a57; border-color: {ACCENT}; color: #ffffff; }}
QPushButton:disabled, QComboBox:disabled, QLineEdit:disabled {{ color: {FAINT}; }}
QPushButton:focus, QComboBox:focus, QLineEdit:focus {{ border-color: {ACCENT}; }}
/* Spin boxes are left to the palette: with a border of their own, those without buttons lose their text. */
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url({_DOWN}); width: 14px; height: 14px; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator, QTreeView::indicator {{
    width: 15px; height: 15px; border: 1px solid {FAINT}; border-radius: 3px; background: {RAISED};
}}
QCheckBox::indicator:hover, QTreeView::indicator:hover {{ border-color: {ACCENT}; }}
QCheckBox::indicator:checked, QTreeView::indicator:checked {{
    background: {ACCENT}; border-color: {ACCENT}; image: url({_CHECK});
}}
QRadioButton {{ spacing: 8px; }}
QRadioButton::indicator {{
    width: 13px; height: 13px; border: 1px solid {FAINT}; border-radius: 7px; background: {RAISED};
}}
QRadioButton::indicator:hover {{ border-color: {ACCENT}; }}
QRadioButton::indicator:checked {{
    width: 7px; height: 7px; border: 4px solid {ACCENT}; border-radius: 7px; background: {INK};
}}
QComboBox QAbstractItemView {{
    background: {RAISED}; border: 1px solid {LINE}; selection-background-color: {ACCENT};
}}
QFrame#cellBar {{ background: {PANEL}; }}
QFrame#cellBar[active="true"] {{ background: #1d3a57; }}
QFrame#linkStrip {{ background: {PANEL}; border-bottom: 1px solid {LINE}; }}
QFrame#lookingBar {{ background: {PANEL}; border-top: 1px solid {LINE}; }}
QFrame#lookingBar QPushButton, QFrame#lookingBar QComboBox {{ padding: 2px 8px; }}
QToolButton {{ border: none; border-radius: 4px; padding: 3px 6px; color: {INK}; }}
QToolButton:hover {{ background: {HOVER}; }}
QToolButton:disabled {{ color: {FAINT}; }}
QToolButton[chip="true"] {{ border: 1px solid transparent; padding: 1px 4px; }}
QToolButton[chip="true"]:checked {{ background: #1d3a57; border-color: {ACCENT}; color: #ffffff; }}
QToolButton[chip="true"]:disabled {{ background: transparent; border-color: transparent; }}
QSlider::groove:horizontal {{ height: 4px; background: {LINE}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {ACCENT}; border-radius: 2px; }}
QSlider::sub-page:horizontal:disabled {{ background: {FAINT}; }}
QSlider::handle:horizontal {{
    background: {INK}; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
}}
QSlider::handle:horizontal:hover {{ background: #ffffff; }}
QSlider::handle:horizontal:disabled {{ background: {FAINT}; }}
QProgressBar {{ background: {LINE}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {ACCENT}; border-radius: 3px; }}
QListView, QTreeView, QTableView, QTextBrowser {{ background: {PANEL}; border: none; }}
QTreeView#batchList::item {{ padding: 5px 2px; }}
QHeaderView::section {{
    background: {PANEL}; color: {MUTED}; border: none; border-bottom: 1px solid {LINE}; padding: 4px 6px;
}}
QTableView {{ gridline-color: {LINE}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar {{ background: transparent; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{
    background: {HOVER}; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px;
}}
QScrollBar::handle:hover {{ background: {FAINT}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; border: none; width: 0; height: 0;
}}
QGroupBox {{ border: 1px solid {LINE}; border-radius: 4px; margin-top: 8px; padding-top: 8px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 8px; color: {MUTED}; }}
QToolTip {{ background: {RAISED}; color: {INK}; border: 1px solid {LINE}; padding: 4px; }}
"""


def apply_theme(app: QApplication) -> None:
    """Make the whole application dark."""
    app.setStyle("Fusion")
    app.setPalette(palette())
    app.setStyleSheet(_STYLE)


def palette() -> QPalette:
    """Return the colours for what draws itself from the palette."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: PANEL,
        roles.WindowText: INK,
        roles.Base: FIELD,
        roles.AlternateBase: "#272f38",
        roles.Text: INK,
        roles.Button: RAISED,
        roles.ButtonText: INK,
        roles.BrightText: RED,
        roles.ToolTipBase: RAISED,
        roles.ToolTipText: INK,
        roles.PlaceholderText: MUTED,
        roles.Highlight: ACCENT,
        roles.HighlightedText: "#ffffff",
        roles.Link: ACCENT,
        roles.Light: HOVER,
        roles.Midlight: HOVER,
        roles.Mid: FAINT,
        roles.Dark: GROUND,
        roles.Shadow: "#000000",
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(FAINT))
    return made
