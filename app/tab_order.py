"""Where Tab goes in the window: as the eye does, part by part."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView, QScrollArea, QWidget


def go_on(areas: Sequence[QWidget], forward: bool) -> bool:
    """Give the keys to the next control of the areas, or the one before; False if there is none.

    Qt's own chain is that of creation, which is no order to the eye once controls come and go.
    """
    stops = [stop for area in areas for stop in _stops(area)]
    here = QApplication.focusWidget()
    if not stops or stops == [here]:
        return False
    at = stops.index(here) if here in stops else -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def go_to_next(areas: Sequence[QWidget], targets: Sequence[QWidget]) -> None:
    """Give the keys to the target of the next area that can be seen, after the one that has them."""
    here = QApplication.focusWidget()
    at = next((n for n, area in enumerate(areas) if here is not None and area.isAncestorOf(here)), 0)
    ways = (targets[(at + step) % len(targets)] for step in range(1, len(targets) + 1))
    next(target for target in ways if target.isVisible()).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _stops(area: QWidget) -> list[QWidget]:
    """Return the controls of an area that can be used now, line by line, after them its images.

    At an image Tab may go to the next cell: what came after it could not be reached.
    """
    found = [each for each in area.findChildren(QWidget) if _can_stop(each)]
    return sorted(found, key=lambda each: _rank(each, _place(each, area)))


def _rank(control: QWidget, place: QPoint) -> tuple[bool, int, int]:
    return isinstance(control, QGraphicsView), place.y(), place.x()


def _can_stop(control: QWidget) -> bool:
    own = control.focusProxy() is None and not isinstance(control, QScrollArea)
    wanted = bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return own and wanted and control.isVisible() and control.isEnabled()


def _place(control: QWidget, area: QWidget) -> QPoint:
    return control.mapTo(area, control.rect().center())
