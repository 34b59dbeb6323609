"""What a drag of the mouse does to the session."""

from dataclasses import dataclass, replace
from math import exp

from app.orientation import AS_STORED, Orientation
from app.session import Session
from app.state import Point, Tool, ViewTransform
from core.window import VoiFunction, Window

WINDOW_PIXELS = 256
"""Screen pixels of drag that move the center by one width, or make it e times as wide."""
ZOOM_PIXELS = 150
"""Screen pixels of drag that magnify e times."""
SCROLL_PIXELS = 8
"""Screen pixels of drag from one slice to the next, at most."""
FASTER = 4
"""With Ctrl held."""


def windowed(window: Window, right: float, up: float) -> Window:
    """Return `window` after a drag: right is wider, up is brighter, by a gain in proportion to the width.

    The proportion makes one hand movement mean the same on HU, MR signal and 16-bit radiographs.
    """
    least = 1.0 if window.function is VoiFunction.LINEAR else 1e-6
    width = max(least, window.width * exp(right / WINDOW_PIXELS))
    return replace(window, center=window.center - up * width / WINDOW_PIXELS, width=width, name="")


@dataclass(slots=True)
class Drag:
    """One drag from press to release, in screen pixels and image points."""

    session: Session
    tool: Tool
    view: ViewTransform
    """How the view looked at the press."""
    window: Window | None
    """In force at the press; None where there is nothing to window."""
    aspect: float
    """Height of a pixel divided by its width."""
    height: float
    """Of the view in screen pixels."""
    start: Point
    """Image point of the press."""
    up_is_brighter: bool = True
    orientation: Orientation = AS_STORED
    """How the image is turned on the screen."""
    rest: float = 0.0
    """Scrolling not yet worth a slice."""

    def move(self, right: float, down: float, fast: bool) -> None:
        """Go on by so many screen pixels."""
        gain = FASTER if fast else 1
        if self.tool is Tool.WINDOW:
            self._window(right * gain, (-down if self.up_is_brighter else down) * gain)
        elif self.tool is Tool.ZOOM:
            self._set_view(self.view.zoomed(exp(-down * gain / ZOOM_PIXELS), self.start))
        elif self.tool is Tool.PAN:
            scale = self.view.scale / gain
            across, along = self.orientation.in_image(right, down)
            self._set_view(self.view.panned(across / scale, along / (scale * self.aspect)))
        elif self.tool is Tool.SCROLL:
            self._scroll(down * gain)

    def _window(self, right: float, up: float) -> None:
        if self.window is not None:
            self.window = windowed(self.window, right, up)
            self.session.set_window(self.window)

    def _set_view(self, view: ViewTransform) -> None:
        self.view = view
        self.session.set_view(view)

    def _scroll(self, down: float) -> None:
        count = len(self.session.series.frames) if self.session.series is not None else 1
        self.rest += down / max(2.0, min(SCROLL_PIXELS, self.height / count))
        slices = int(self.rest)
        self.rest -= slices
        if slices:
            self.session.set_index(self.session.index + slices)
