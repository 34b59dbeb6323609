"""Icons: line drawings in assets/icons, sharp at any scale, in the ink of the theme."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.colours import colours

ICONS = Path(__file__).resolve().parent.parent / "assets" / "icons"
_DRAWN = b"#c9d2dc"
"""The ink in the files."""
_SIDES = (16, 20, 30, 40)
"""Pixels: sizes on screen at the usual scales, so that none is blurred."""
_NAME = "drawing"
_ON_AMBER = "enhance"
"""The one whose button turns amber."""


def icon(name: str) -> QIcon:
    """Return the icon called `name`, dimmed where its action is disabled."""
    return _drawn_in(name, colours().icon, colours().on_amber)


@cache
def _drawn_in(name: str, ink: str, on_amber: str) -> QIcon:
    drawn = QIcon()
    off, on = _renderer(name, ink), _renderer(name, on_amber)
    for side in _SIDES:
        picture = _rendered(off, side)
        drawn.addPixmap(picture)
        drawn.addPixmap(_dimmed(picture), QIcon.Mode.Disabled)
        if name == _ON_AMBER:
            drawn.addPixmap(_rendered(on, side), QIcon.Mode.Normal, QIcon.State.On)
    return drawn


def show_icon(target: QAction | QAbstractButton, name: str) -> None:
    """Put the icon called `name` on `target`; it will follow the theme."""
    target.setProperty(_NAME, name)
    target.setIcon(icon(name))


def renew_icons(app: QApplication) -> None:
    """Draw all icons in the ink of another theme."""
    for widget in app.allWidgets():
        for action in widget.actions():
            _renew(action)
        if isinstance(widget, QAbstractButton):
            _renew(widget)


def _renew(target: QAction | QAbstractButton) -> None:
    name = target.property(_NAME)
    if isinstance(name, str):
        target.setIcon(icon(name))


def _renderer(name: str, ink: str) -> QSvgRenderer:
    drawing = (ICONS / f"{name}.svg").read_bytes().replace(_DRAWN, ink.encode())
    return QSvgRenderer(QByteArray(drawing))


def _rendered(renderer: QSvgRenderer, side: int) -> QPixmap:
    picture = QPixmap(QSize(side, side))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    return picture


def _dimmed(picture: QPixmap) -> QPixmap:
    dimmed = QPixmap(picture)
    painter = QPainter(dimmed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(dimmed.rect(), QColor(0, 0, 0, 90))
    painter.end()
    return dimmed
