"""Rows of the table of actions about cells: layout, links, reference lines."""

from collections.abc import Callable, Iterator

from app.actions import Action
from app.cell import CellState
from app.cells import Cells
from app.hanging import Hanging
from app.language import tr
from app.link_chip import link_name
from app.state import Layout, Link

_LINK_KEYS = {Link.SCROLL: "Shift+S", Link.ZOOM: "Shift+Z", Link.WINDOW: "Shift+W"}


def cell_table(cells: Cells, hanging: Hanging, next_area: Callable[[], None]) -> Iterator[Action]:
    """Yield the rows in the order of the menu."""

    def several() -> bool:
        return cells.layout is not Layout.ONE

    def maximise() -> None:
        cells.set_maximised(not cells.maximised)

    for layout, name, text, key in (
        (Layout.ONE, "layout_one", tr("One cell"), "Ctrl+1"),
        (Layout.BESIDE, "layout_beside", tr("Two cells beside each other"), "Ctrl+2"),
        (Layout.BELOW, "layout_below", tr("Two cells below each other"), "Ctrl+3"),
        (Layout.FOUR, "layout_four", tr("Four cells"), "Ctrl+4"),
    ):
        yield _layout(cells, hanging, layout, (name, text, key))
    yield Action("next_cell", "Cells", tr("Next cell"), "Tab", cells.go_on, enabled=several)
    yield Action(
        "previous_cell", "Cells", tr("Previous cell"), "Shift+Tab", lambda: cells.go_on(-1), enabled=several
    )
    yield Action(
        "maximise",
        "Cells",
        tr("Maximise cell"),
        "Ctrl+M",
        maximise,
        tr("Double-click does the same"),
        lambda: cells.maximised,
        several,
    )
    for link in Link:
        yield _link(cells, link)
    yield Action(
        "link_cell",
        "Cells",
        tr("Active cell takes part in links"),
        "Shift+L",
        lambda: _turn_links(cells.active),
        checked=lambda: bool(cells.active.links),
        enabled=several,
    )
    yield Action(
        "reference_lines",
        "Cells",
        tr("Reference lines"),
        "Shift+R",
        lambda: cells.set_lines(not cells.lines),
        tr("Where the active cell's slice cuts the others"),
        lambda: cells.lines,
    )
    yield Action("next_area", "View", tr("Next part of the window"), "F6", next_area, everywhere=True)


def _turn_links(cell: CellState) -> None:
    """Unlink a cell from everything, or link it again."""
    linked = not cell.links
    for link in Link:
        cell.set_linked(link, linked)


def _layout(cells: Cells, hanging: Hanging, layout: Layout, words: tuple[str, str, str]) -> Action:
    name, text, key = words
    return Action(
        name,
        "Cells",
        text,
        key,
        lambda: hanging.choose(layout),
        checked=lambda: cells.layout is layout,
        everywhere=True,
        icon=name,
    )


def _link(cells: Cells, link: Link) -> Action:
    return Action(
        f"link_{link.name.lower()}",
        "Cells",
        tr("Linked: {}").format(link_name(link)),
        _LINK_KEYS.get(link, ""),
        lambda: cells.set_link(link, link not in cells.links),
        checked=lambda: link in cells.links,
    )
