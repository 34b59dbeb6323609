"""The noise of the slice on screen, before and after."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.feed import Feed
from app.lane import Lane
from app.language import tr
from app.panels.figure import short
from app.panels.measure import Noise, noise
from app.panels.text import Heading, Note


class NoiseView(QWidget):
    """One line: the estimated noise SD of original and enhanced slice."""

    def __init__(self, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._shown: object = None
        self.line = Note("", self)
        self._lane = Lane("noise", self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Heading(tr("Noise of this slice"), self))
        box.addWidget(self.line)
        self.setToolTip(tr("Standard deviation of the noise, estimated from quiet parts of the slice"))
        feed.frameChanged.connect(self.refresh)
        feed.enhancedChanged.connect(self.refresh)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(lambda _key, sentence: self.line.say(sentence))

    def stop_work(self) -> None:
        """Stop estimating and wait."""
        self._lane.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Estimate for the slice of now."""
        frame = self._feed.frame
        if not self.isVisible():
            return
        if frame is None or frame.is_colour:
            self._lane.cancel()
            self._shown = None
            self.line.say(tr("No grey-scale slice is shown."))
        else:
            if self._shown is None:
                self.line.say(tr("Measuring…"))
            self.line.setEnabled(frame.key == self._shown)
            self._lane.submit(frame.key, partial(noise, frame, self._feed.enhanced))

    def _on_done(self, key: object, result: Noise) -> None:
        if self._feed.frame is not None and self._feed.frame.key == key:
            self._shown = key
            self.line.setEnabled(True)
            self.line.say(_words(result, self._feed.busy))


def _words(result: Noise, waiting: bool) -> str:
    before = f"{short(result.before)} {result.units}".rstrip()
    if result.after is None:
        return f"{tr('SD')} {before} → …" if waiting else tr("SD {} (original; not enhanced)").format(before)
    if not result.keeps_units:
        lost = tr("(not {})").format(result.units) if result.units else ""
        after = f"{short(result.after)} {lost}".rstrip()
        return tr("SD {} → {}; the method changes units, so the two do not compare.").format(before, after)
    change = f" ({100 * (result.after / result.before - 1):+.0f} %)" if result.before else ""
    return f"{tr('SD')} {before} → {short(result.after)} {result.units}".rstrip() + change.replace("-", "−")
