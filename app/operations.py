"""What some actions do where one call of the session is not enough."""

from dataclasses import replace

import numpy as np

from app.feed import Feed
from app.language import tr
from app.orientation import AS_STORED
from app.panels.catalogue import rows
from app.panels.presets import FIRST_KEY, known
from app.session import Session
from app.state import Compare
from core.roi import pixels
from core.window import Window


def show_compare(session: Session, compare: Compare) -> None:
    """Compare in a way; enhancing is turned on, for there is nothing to compare without it."""
    session.set_compare(compare)
    enhanceable = session.series is not None and session.series.enhanceable
    if compare is not Compare.SINGLE and enhanceable and session.recipe.steps:
        session.set_enabled(True)


def use_preset(session: Session, feed: Feed, number: int) -> None:
    """Use the preset of a number key."""
    frame = feed.frame
    offered = known(frame, feed.active.base_window or frame.default_window) if frame is not None else ()
    if number - FIRST_KEY < len(offered):
        session.set_window(offered[number - FIRST_KEY])


def auto_window(session: Session, feed: Feed) -> None:
    """Show the range of the current slice."""
    frame = feed.frame
    if frame is not None and not frame.is_colour:
        session.set_window(Window.around(frame.values, frame.padding_mask))


def window_from_region(session: Session, feed: Feed) -> None:
    """Show the range of values in the selected region, else in the last one on the slice."""
    frame, measurements = feed.frame, session.measurements
    drawn = measurements.at(frame.key) if frame is not None and not frame.is_colour else ()
    regions = [item for item in drawn if item.region is not None]
    chosen = [item for item in regions if item.uid == measurements.selected] or regions
    if frame is None or not chosen or (region := chosen[-1].region) is None:
        session.message(tr("Draw a region first: an ellipse (E) or a rectangle (Shift+E)."))
        return
    values = pixels(region, frame.values, frame.padding_mask)
    if not values.size:
        session.message(tr("The region holds no pixel; draw it larger and inside the image."))
        return
    session.set_window(replace(Window.around(values.astype(np.float32)), name=tr("Region")))


def next_dicom_window(session: Session, feed: Feed) -> None:
    """Use the file's own window; asked again, its next one."""
    frame = feed.frame
    windows = frame.windows if frame is not None else ()
    if session.window is not None and session.window not in windows[1:]:
        session.reset_window()
        return
    at = windows.index(session.window) if session.window is not None else 0
    if at + 1 < len(windows):
        session.set_window(windows[at + 1])
    else:
        session.reset_window()


def go_series(session: Session, step: int) -> None:
    """Show the next or previous series that has images."""
    shown = [row.series for row in rows(session.catalogue) if row.series is not None and row.selectable]
    keys = [s.key for s in shown]
    if session.source is not None and session.source.key in keys:
        at = keys.index(session.source.key) + step
        if 0 <= at < len(shown):
            session.set_series(shown[at])


def reset(session: Session) -> None:
    """Bring back the whole image, the file's window and both polarities' normal one."""
    session.hold_original(False)
    session.set_view(None)
    session.set_orientation(AS_STORED)
    session.reset_window()
    session.set_inverted(False)
