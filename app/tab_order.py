"""The order in which Tab goes through the window."""

from collections.abc import Iterable
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(views: Iterable[QWidget], areas: Iterable[QWidget]) -> None:
    """Let Tab go through the areas one after the other, and come to the images after the last.

    At an image Tab goes to the next cell, so that what lay behind it could not be reached.
    """
    images = tuple(views)
    controls = (control for area in areas for control in area.findChildren(QWidget) if _stops(control))
    for before, after in pairwise(chain(images, (each for each in controls if each not in images))):
        QWidget.setTabOrder(before, after)


def _stops(control: QWidget) -> bool:
    return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus) and control.focusProxy() is None
