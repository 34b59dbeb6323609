"""Values along a line on the image, before and after over each other."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.colours import colours
from app.feed import Feed
from app.language import tr
from app.panels.text import Heading, Note
from app.session import Session
from core.frame import Frame
from core.measurement import LINES, Measurement
from core.profile import Profile, profile

_HEIGHT = 150


class ProfileView(QWidget):
    """Follows the line that is drawn or selected, else the last one on the slice."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._feed = session, feed
        self.note = Note("", self)
        self.plot = pg.PlotWidget(self)
        self._before, self._after = self.plot.plot(connect="finite"), self.plot.plot(connect="finite")
        self._strip()
        self._style()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (Heading(tr("Profile along a line"), self), self.plot, self.note):
            box.addWidget(widget)
        self._connect()
        self.refresh()

    def _strip(self) -> None:
        self.plot.setFixedHeight(_HEIGHT)
        self.plot.setMenuEnabled(False)
        for part in (self.plot, self.plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setAccessibleName(tr("Profile along a line"))
        for name in ("left", "bottom"):
            self.plot.getAxis(name).enableAutoSIPrefix(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_after"):
            self._style()

    def _style(self) -> None:
        """Take the colours of the palette."""
        palette = self.palette()
        dim = palette.color(QPalette.ColorRole.PlaceholderText)
        self.plot.setBackground(palette.color(QPalette.ColorRole.Base))
        self._before.setPen(pg.mkPen(palette.color(QPalette.ColorRole.Text), width=2))
        self._after.setPen(pg.mkPen(colours().amber, width=1.2))
        for name in ("left", "bottom"):
            self.plot.getAxis(name).setPen(dim)
            self.plot.getAxis(name).setTextPen(dim)

    def _connect(self) -> None:
        measurements = self._session.measurements
        measurements.changed.connect(self.refresh)
        measurements.selectedChanged.connect(self.refresh)
        self._feed.frameChanged.connect(self.refresh)
        self._feed.enhancedChanged.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh()

    @property
    def line(self) -> Measurement | None:
        """What the profile is taken along."""
        frame, measurements = self._feed.frame, self._session.measurements
        drawn = measurements.at(frame.key) if frame is not None else ()
        along = [item for item in drawn if item.kind in LINES and item.complete]
        if measurements.pending is not None and measurements.pending in along:
            return measurements.pending
        chosen = [item for item in along if item.uid == measurements.selected]
        return (chosen or along)[-1] if along else None

    def refresh(self) -> None:
        """Draw the profile of now."""
        frame, line, enhanced = self._feed.frame, self.line, self._feed.enhanced
        empty = frame is None or frame.is_colour or line is None
        self.plot.setVisible(not empty)
        if frame is None or line is None or empty:
            self.note.say(tr("Draw a distance (D) to see the values along it, before and after."))
            return
        if not self.isVisible():
            return
        after = None if enhanced is None else enhanced.image
        spacing = frame.geometry.spacing
        self._draw(profile(line.points, frame.values, after, spacing, frame.padding_mask), frame)
        self.note.say(self._legend(line, frame, enhanced is None or enhanced.keeps_units))

    def _draw(self, found: Profile, frame: Frame) -> None:
        self._before.setData(found.distance, found.before)
        if found.after is None:
            self._after.setData([], [])
        else:
            self._after.setData(found.distance, found.after)
        self.plot.setLabel("left", frame.units or tr("Signal"))

    def _legend(self, line: Measurement, frame: Frame, keeps_units: bool) -> str:
        unit = tr("mm") if frame.geometry.spacing is not None else tr("px")
        if self._feed.enhanced is None:
            return tr("Along {}, in {}.").format(line.name, unit)
        words = tr("Along {}, in {}. Thick: before, amber: after.").format(line.name, unit)
        if keeps_units:
            return words
        return f"{words} " + tr("The method changes units, so the two do not compare.")
