"""Mouse events as a window system sends them, buttons and modifiers included."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

Left, Right, Middle = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
Plain = Qt.KeyboardModifier.NoModifier
Point = tuple[float, float]


def _send(view, kind, at: Point, button, buttons, modifiers) -> None:
    target = view.viewport()
    local = QPointF(*at)
    event = QMouseEvent(kind, local, QPointF(target.mapToGlobal(local)), button, buttons, modifiers)
    QApplication.sendEvent(target, event)


def move(view, at: Point, modifiers=Plain) -> None:
    _send(view, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, modifiers)


def press(view, at: Point, button=Left, modifiers=Plain) -> None:
    _send(view, QEvent.Type.MouseButtonPress, at, button, button, modifiers)


def drag_to(view, at: Point, button=Left, modifiers=Plain) -> None:
    _send(view, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, button, modifiers)


def release(view, at: Point, button=Left, modifiers=Plain) -> None:
    _send(view, QEvent.Type.MouseButtonRelease, at, button, Qt.MouseButton.NoButton, modifiers)


def drag(view, start: Point, end: Point, button=Left, modifiers=Plain, steps: int = 5) -> None:
    move(view, start)
    press(view, start, button, modifiers)
    for n in range(1, steps + 1):
        part = n / steps
        at = tuple(a + part * (b - a) for a, b in zip(start, end, strict=True))
        drag_to(view, at, button, modifiers)
    release(view, end, button, modifiers)


def click(view, at: Point, button=Left) -> None:
    move(view, at)
    press(view, at, button)
    release(view, at, button)


def double_click(view, at: Point) -> None:
    click(view, at)
    _send(view, QEvent.Type.MouseButtonDblClick, at, Left, Left, Plain)
    release(view, at)


def wheel(view, at: Point, notches: float, modifiers=Plain) -> None:
    target = view.viewport()
    local = QPointF(*at)
    event = QWheelEvent(
        local,
        QPointF(target.mapToGlobal(local)),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def drop(widget: QWidget, *paths) -> bool:
    """Drop files; return whether the widget was willing to take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, action = widget.rect().center(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, action, data, Left, Plain)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), action, data, Left, Plain))
    return True
