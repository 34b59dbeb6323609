"""Rows of the table of actions about planes."""

from collections.abc import Iterator

from app.actions import Action
from app.language import tr
from app.planes.planes import Planes
from app.session import Session
from app.state import Tool


def planes_actions(planes: Planes, session: Session) -> Iterator[Action]:
    """Yield the rows in the order of the menus."""

    def choose() -> None:
        session.set_tool(Tool.WINDOW if session.tool is Tool.CROSSHAIR else Tool.CROSSHAIR)

    yield Action(
        "planes",
        "Cells",
        tr("Planes: axial, coronal, sagittal"),
        "Ctrl+5",
        planes.toggle,
        tr("Through all slices of the series, with a slab; again: back"),
        checked=lambda: planes.shown,
        everywhere=True,
        icon="planes",
    )
    yield Action(
        "tool_crosshair",
        "Tools",
        tr("Crosshair"),
        "Shift+C",
        choose,
        tr("Click or drag: all planes go there"),
        checked=lambda: session.tool is Tool.CROSSHAIR,
        enabled=lambda: planes.shown,
        icon="crosshair",
    )
