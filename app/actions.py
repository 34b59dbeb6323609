"""Everything the user can do, in one table: name, keys, text, what it does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.feed import Feed
from app.language import tr
from app.operations import auto_window, go_series, next_dicom_window, reset, use_preset
from app.panels.presets import FIRST_KEY, MOST, names
from app.session import Session
from app.state import Overlay, Tool
from core.window import CT_PRESETS, Window

_ZOOM_STEP = 1.25
_MANY = 10
"""Slices that Shift with an arrow key goes."""


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the table."""

    name: str
    menu: str
    text: str
    keys: str
    """Keys as Qt writes them, several divided by blanks; "" for none."""
    run: Callable[[], None]
    hint: str = ""
    """What it is good for, where the text does not say."""
    checked: Callable[[], bool] | None = None
    """For a switch: whether it is on."""
    enabled: Callable[[], bool] | None = None
    """Whether it can be done now; None if always."""
    everywhere: bool = False
    """Whether the keys work with the focus in a panel too."""
    icon: str = ""
    text_now: Callable[[], str] | None = None
    """What the menu calls it now, where that depends on what is shown; "" while there is no such thing."""


@dataclass(frozen=True, slots=True)
class Doings:
    """What the window itself has to do for an action."""

    open_files: Callable[[], None]
    open_folder: Callable[[], None]
    close_all: Callable[[], None]
    export_series: Callable[[], None]
    export_picture: Callable[[], None]
    export_identified_picture: Callable[[], None]
    export_deep_picture: Callable[[], None]
    apply_to_series: Callable[[], None]
    quit: Callable[[], None]
    zoom: Callable[[float], None]
    full_screen: Callable[[], None]
    panels: Callable[[], None]
    cancel: Callable[[], bool]
    """Stops what runs; False if nothing did."""
    up_is_brighter: Callable[[], bool]
    toggle_up: Callable[[], None]
    """Turns round what a window/level drag upwards does."""
    shortcuts: Callable[[], None]
    about: Callable[[], None]


def table(session: Session, feed: Feed, do: Doings) -> Iterator[Action]:
    """Yield all actions in the order of the menus."""

    def cancel_or_reset() -> None:
        if not do.cancel():
            reset(session)

    yield from _file(do)
    yield from _edit(session)
    yield from _enhance(session, do)
    yield from _view(session, do)
    yield from _slices(session)
    yield from _tools(session, do)
    yield from _windows(session, feed)
    yield Action("cancel", "View", tr("Cancel, then reset"), "Esc", cancel_or_reset)
    yield Action("shortcuts", "Help", tr("Keys and mouse"), "F1 ?", do.shortcuts, everywhere=True)
    yield Action("about", "Help", tr("About Clearslice"), "", do.about)


def _file(do: Doings) -> Iterator[Action]:
    yield Action(
        "open_files", "File", tr("Open files…"), "Ctrl+O", do.open_files, everywhere=True, icon="open"
    )
    yield Action("open_folder", "File", tr("Open folder…"), "Ctrl+Shift+O", do.open_folder, everywhere=True)
    yield Action("close_all", "File", tr("Close all"), "Ctrl+W", do.close_all, everywhere=True)
    yield Action(
        "export_series",
        "File",
        tr("Export enhanced series…"),
        "Ctrl+S",
        do.export_series,
        everywhere=True,
        icon="export",
    )
    yield Action(
        "export_picture",
        "File",
        tr("Export picture…"),
        "Ctrl+P",
        do.export_picture,
        tr("As seen, without patient"),
        everywhere=True,
    )
    yield Action(
        "export_identified_picture",
        "File",
        tr("Export picture with patient…"),
        "",
        do.export_identified_picture,
    )
    yield Action(
        "export_deep_picture",
        "File",
        tr("Export 16-bit picture…"),
        "",
        do.export_deep_picture,
        tr("Original beside enhanced, every pixel"),
    )
    yield Action("quit", "File", tr("Quit"), "Ctrl+Q", do.quit, everywhere=True)


def _edit(session: Session) -> Iterator[Action]:
    yield Action(
        "undo",
        "Edit",
        tr("Undo"),
        "Ctrl+Z",
        session.undo,
        enabled=lambda: session.can_undo,
        everywhere=True,
        icon="undo",
    )
    yield Action(
        "redo",
        "Edit",
        tr("Redo"),
        "Ctrl+Y Ctrl+Shift+Z",
        session.redo,
        enabled=lambda: session.can_redo,
        everywhere=True,
        icon="redo",
    )


def _enhance(session: Session, do: Doings) -> Iterator[Action]:
    def toggle() -> None:
        session.set_enabled(not session.enabled)

    yield Action(
        "enhance", "Enhance", tr("Enhance"), "P", toggle, "", lambda: session.enabled, icon="enhance"
    )
    yield Action("apply_to_series", "Enhance", tr("Apply to whole series"), "", do.apply_to_series)


def _view(session: Session, do: Doings) -> Iterator[Action]:
    overlays = list(Overlay)

    def next_overlay() -> None:
        session.set_overlay(overlays[(overlays.index(session.overlay) + 1) % len(overlays)])

    def invert() -> None:
        session.set_inverted(not session.inverted)

    yield Action("fit", "View", tr("Fit"), "F", lambda: session.set_view(None), icon="fit")
    yield Action("zoom_in", "View", tr("Zoom in"), "+ =", lambda: do.zoom(_ZOOM_STEP))
    yield Action("zoom_out", "View", tr("Zoom out"), "-", lambda: do.zoom(1 / _ZOOM_STEP))
    yield Action("overlay", "View", tr("Text: all, without patient, none"), "I", next_overlay, icon="text")
    yield Action("invert", "View", tr("Invert"), "Shift+I", invert, "", lambda: session.inverted)
    yield Action("panels", "View", tr("Show or hide panels"), "F9", do.panels, everywhere=True)
    yield Action("full_screen", "View", tr("Full screen"), "F11", do.full_screen, everywhere=True)


def _slices(session: Session) -> Iterator[Action]:
    def step(by: int) -> Callable[[], None]:
        return lambda: session.set_index(session.index + by)

    def last() -> None:
        session.set_index(len(session.series.frames) - 1 if session.series is not None else 0)

    yield Action("next_slice", "Slices", tr("Next slice"), "Down", step(1))
    yield Action("previous_slice", "Slices", tr("Previous slice"), "Up", step(-1))
    yield Action("ten_on", "Slices", tr("Ten slices on"), "Shift+Down", step(_MANY))
    yield Action("ten_back", "Slices", tr("Ten slices back"), "Shift+Up", step(-_MANY))
    yield Action("first_slice", "Slices", tr("First slice"), "Home", lambda: session.set_index(0))
    yield Action("last_slice", "Slices", tr("Last slice"), "End", last)
    yield Action("next_series", "Slices", tr("Next series"), "Right PgDown", lambda: go_series(session, 1))
    yield Action(
        "previous_series", "Slices", tr("Previous series"), "Left PgUp", lambda: go_series(session, -1)
    )


def _tools(session: Session, do: Doings) -> Iterator[Action]:
    for tool, name, key in (
        (Tool.WINDOW, "window", "W"),
        (Tool.ZOOM, "zoom", "Z"),
        (Tool.PAN, "pan", "T"),
        (Tool.SCROLL, "scroll", "S"),
    ):
        yield _tool(session, tool, name, key)
    yield Action("up", "Tools", tr("Drag up is brighter"), "", do.toggle_up, "", do.up_is_brighter)


def _tool(session: Session, tool: Tool, name: str, key: str) -> Action:
    def choose() -> None:
        session.set_tool(tool)

    return Action(
        f"tool_{name}", "Tools", tr(tool.value), key, choose, "", lambda: session.tool is tool, icon=name
    )


def _windows(session: Session, feed: Feed) -> Iterator[Action]:
    yield Action("auto_window", "Window", tr("Auto"), "0", lambda: auto_window(session, feed))
    yield Action(
        "dicom_window",
        "Window",
        tr("From the file"),
        "1",
        lambda: next_dicom_window(session, feed),
        tr("Again: the file's next window"),
    )
    for number in range(FIRST_KEY, FIRST_KEY + MOST):
        yield _preset(session, feed, number)


def _preset(session: Session, feed: Feed, number: int) -> Action:
    def name() -> str:
        return next(iter(names(session.series)[number - FIRST_KEY :]), "")

    return Action(
        f"preset_{number}",
        "Window",
        tr("Window preset {}").format(number),
        str(number),
        lambda: use_preset(session, feed, number),
        _hint(CT_PRESETS[number - FIRST_KEY]),
        checked=lambda: session.window is not None and session.window.name == name() != "",
        enabled=lambda: bool(name()),
        text_now=lambda: tr(name()),
    )


def _hint(preset: Window) -> str:
    return tr("In CT {}, {:g} / {:g}").format(tr(preset.name), preset.width, preset.center)
