"""What the user can do about measuring, as rows of the table of actions."""

from collections.abc import Callable, Iterator

from app.actions import Action
from app.feed import Feed
from app.language import tr
from app.measuring.measuring import Measuring
from app.operations import window_from_region
from app.session import Session
from app.settings import Settings
from app.state import Tool


def measuring_actions(
    session: Session, feed: Feed, settings: Settings, measuring: Measuring
) -> Iterator[Action]:
    """Yield the actions in the order of the menus."""
    saving = measuring.saving
    yield Action(
        "save_measurements",
        "File",
        tr("Save measurements…"),
        "Ctrl+Shift+S",
        saving.save,
        tr("As a DICOM structured report, which opens with the study again"),
        enabled=lambda: bool(session.measurements.items),
        everywhere=True,
    )
    yield Action(
        "save_measurement_table",
        "File",
        tr("Save measurements as table…"),
        "",
        saving.save_table,
        tr("CSV for a spreadsheet, before and after in columns"),
        enabled=lambda: bool(session.measurements.items),
    )
    yield from _edit(session, feed)
    yield from _tools(session, settings)
    yield Action(
        "window_from_region",
        "Window",
        tr("From a region"),
        "Ctrl+0",
        lambda: window_from_region(session, feed),
        tr("Window over the values in the selected region, or the last one on this slice"),
    )


def _edit(session: Session, feed: Feed) -> Iterator[Action]:
    measurements = session.measurements

    def here() -> list[str]:
        frame = feed.frame
        return [item.uid for item in measurements.at(frame.key)] if frame is not None else []

    def delete() -> None:
        uids = here()
        chosen = [measurements.selected] if measurements.selected in uids else uids[-1:]
        measurements.remove(chosen)

    yield Action(
        "delete_measurement",
        "Edit",
        tr("Delete measurement"),
        "Del Backspace",
        delete,
        tr("The selected one, or the last one on this slice"),
    )
    yield Action(
        "delete_measurements",
        "Edit",
        tr("Delete all measurements on this slice"),
        "Shift+Del",
        lambda: measurements.remove(here()),
    )


def _tools(session: Session, settings: Settings) -> Iterator[Action]:
    for tool, name, text, keys, hint in _rows():
        yield Action(
            f"tool_{name}",
            "Tools",
            text,
            keys,
            _chooser(session, tool),
            hint,
            checked=_is(session, tool),
            icon=name,
        )

    def toggle() -> None:
        settings.draws_once = not settings.draws_once

    yield Action(
        "draw_once",
        "Tools",
        tr("Draw once, then window/level again"),
        "",
        toggle,
        checked=lambda: settings.draws_once,
    )


def _rows() -> tuple[tuple[Tool, str, str, str, str], ...]:
    """Return for each tool its name in the table, its text, its keys and how it is drawn."""
    ends = tr("Drag from end to end, or click both")
    box = tr("Drag from corner to corner, or click both")
    return (
        (Tool.DISTANCE, "distance", tr("Distance"), "D L", ends),
        (Tool.ANGLE, "angle", tr("Angle"), "A", tr("Drag one leg to the vertex, then click the other's end")),
        (Tool.COBB, "cobb", tr("Cobb angle"), "Shift+A", tr("Drag a line along each end plate")),
        (Tool.ELLIPSE, "ellipse", tr("Ellipse"), "E", box),
        (Tool.RECTANGLE, "rectangle", tr("Rectangle"), "Shift+E", box),
        (Tool.FREEHAND, "freehand", tr("Freehand region"), "Shift+F", tr("Go round it with the button down")),
        (
            Tool.POLYLINE,
            "polyline",
            tr("Polyline"),
            "Shift+D",
            tr("Click each corner; double click to end it"),
        ),
        (Tool.ARROW, "arrow", tr("Arrow with text"), "Shift+M", tr("Drag from what is meant to the words")),
        (Tool.TEXT, "note", tr("Text"), "Shift+T", tr("Click where it belongs; double click to change it")),
    )


def _chooser(session: Session, tool: Tool) -> Callable[[], None]:
    """Return what chooses a tool; chosen again, it gives way to window/level."""
    return lambda: session.set_tool(Tool.WINDOW if session.tool is tool else tool)


def _is(session: Session, tool: Tool) -> Callable[[], bool]:
    return lambda: session.tool is tool
