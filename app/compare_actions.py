"""Rows of the table of actions about comparing and about how the image lies on the screen."""

from collections.abc import Callable, Iterator

from app.actions import Action
from app.cell import CellState
from app.language import tr
from app.operations import show_compare
from app.orientation import Orientation
from app.session import Session
from app.state import Compare

_NUDGE = 0.1
_RATE_STEP = 1.25


def compare_name(compare: Compare) -> str:
    """Return the name on screen."""
    return {
        Compare.SINGLE: tr("One view"),
        Compare.SIDE_BY_SIDE: tr("Side by side"),
        Compare.SPLIT: tr("Split line"),
        Compare.DIFFERENCE: tr("Difference"),
        Compare.BLEND: tr("Blend"),
        Compare.FLICKER: tr("Flicker"),
        Compare.LENS: tr("Lens"),
    }[compare]


def pin(cell: CellState) -> None:
    """Compare with what the recipe makes now, or with the original again."""
    cell.set_rival(cell.recipe if cell.rival is None and cell.recipe.steps else None)


def compare_table(session: Session) -> Iterator[Action]:
    """Yield the rows in the order of the menu."""
    for compare, name, key, hint in (
        (Compare.SINGLE, "single", "", ""),
        (Compare.SIDE_BY_SIDE, "side_by_side", "G", ""),
        (Compare.SPLIT, "split", "V", tr("Drag the line")),
        (Compare.DIFFERENCE, "difference", "N", ""),
        (Compare.BLEND, "blend", "B", tr("Both at once, in any proportion")),
        (Compare.FLICKER, "flicker", "Shift+X", tr("One after the other, in the same place")),
        (Compare.LENS, "lens", "O", tr("Under the pointer; Shift and wheel make it larger")),
    ):
        yield _compare(session, compare, (name, key, hint))
    yield from _adjusting(session)
    yield Action(
        "turn_split",
        "Enhance",
        tr("Turn split line"),
        "Shift+V",
        lambda: session.set_split_vertical(not session.split_vertical),
    )
    yield Action(
        "pin",
        "Enhance",
        tr("Pin this result to compare with"),
        "Shift+P",
        lambda: pin(session.cells.active),
        tr("Then choose another method; again: compare with the original"),
        lambda: session.cells.active.rival is not None,
    )
    yield Action(
        "flip",
        "Enhance",
        tr("Original"),
        "X",
        lambda: session.hold_original(not session.original_held),
        tr("Hold Space for a glance"),
        lambda: session.original_held,
        icon="original",
    )


def _compare(session: Session, compare: Compare, words: tuple[str, str, str]) -> Action:
    name, key, hint = words

    def choose() -> None:
        show_compare(session, Compare.SINGLE if session.compare is compare else compare)

    return Action(
        name,
        "Enhance",
        compare_name(compare),
        key,
        choose,
        hint,
        lambda: session.compare is compare,
        icon="side" if compare is Compare.SIDE_BY_SIDE else name,
    )


def _adjusting(session: Session) -> Iterator[Action]:
    hint = tr("Share of a blend, split line, pace of flicker, size of the lens")
    yield Action("compare_less", "Enhance", tr("Comparison: less"), "[", lambda: nudge(session, -1), hint)
    yield Action("compare_more", "Enhance", tr("Comparison: more"), "]", lambda: nudge(session, 1), hint)


def nudge(session: Session, steps: int) -> None:
    """Change what can be set about the way of comparing."""
    comparing = session.comparing
    if session.compare is Compare.BLEND:
        comparing.set_mix(comparing.mix + steps * _NUDGE)
    elif session.compare is Compare.SPLIT:
        session.set_split(session.split + steps * _NUDGE)
    elif session.compare is Compare.FLICKER:
        comparing.set_rate(comparing.rate * _RATE_STEP**steps)
    elif session.compare is Compare.LENS or comparing.loupe:
        comparing.enlarge(steps)


def orientation_table(session: Session) -> Iterator[Action]:
    """Yield the rows about turning, mirroring and magnifying."""
    for name, text, key, change in (
        ("turn_right", tr("Turn right"), "R", lambda now: now.turned(1)),
        ("turn_left", tr("Turn left"), "Ctrl+R", lambda now: now.turned(-1)),
        ("mirror", tr("Mirror left and right"), "H", lambda now: now.flipped()),
        ("upside_down", tr("Mirror top and bottom"), "Shift+H", lambda now: now.flipped(upside_down=True)),
    ):
        yield _turn(session, (name, text, key), change)
    yield Action(
        "loupe",
        "View",
        tr("Magnifier"),
        "M",
        lambda: session.comparing.set_loupe(not session.comparing.loupe),
        tr("Under the pointer; Shift and wheel make it larger"),
        lambda: session.comparing.loupe,
    )


def _turn(
    session: Session, words: tuple[str, str, str], change: Callable[[Orientation], Orientation]
) -> Action:
    name, text, key = words

    def turn() -> None:
        session.set_orientation(change(session.cells.active.orientation))

    return Action(name, "View", text, key, turn)
