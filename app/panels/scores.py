"""PSNR, SSIM and MSE of the slice on screen, with what they refer to."""

from functools import partial
from math import isinf

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.feed import Feed
from app.lane import Lane
from app.language import mark, tr
from app.panels.match import partner
from app.panels.measure import Answer, Question, score
from app.panels.table import NumberTable
from app.panels.text import Note
from app.session import Session
from app.state import Reference
from core.dicom.study import FrameRef
from core.frame import Frame
from core.metrics import Scores
from core.ranking import CONTRAST_REMARK

_CHOOSE = mark("Choose the series to compare with; open one of this modality if none is offered.")
_SWITCH_ON = mark("Enhancement is off. Switch it on to measure what it changes.")
_NOT_ENHANCED = mark("This slice was not enhanced, so there is no change to measure.")
_MEASURING = mark("Measuring…")


class ScoresView(QWidget):
    """Scores against the original or against a series the user chose; the newest slice wins."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
        self._shown: object = None
        self.table = NumberTable(tr("Scores"), ("", tr("Original"), tr("Enhanced")), self)
        self.note = Note("", self)
        self.match = Note("", self)
        self._lane = Lane("scores", self)
        self._lay_out()
        self._connect()

    def stop_work(self) -> None:
        """Stop comparing and wait."""
        self._lane.close()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.match, self.table, self.note):
            box.addWidget(widget)

    def _connect(self) -> None:
        session = self._session
        for signal in (session.windowChanged, session.enabledChanged):
            signal.connect(self.refresh)
        self._feed.frameChanged.connect(self.refresh)
        self._feed.enhancedChanged.connect(self.refresh)
        self._feed.busyChanged.connect(self.refresh)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Ask again for the slice and reference of now; show in words why there is nothing to ask."""
        frame = self._feed.frame
        if not self.isVisible():
            return
        if frame is None or frame.is_colour:
            self._show_nothing(tr("Open a grey-scale slice to measure it."))
        elif self._session.reference is Reference.SERIES:
            self._ask_series(frame)
        elif self._feed.enhanced is not None:
            self._ask(frame, None)
        elif not self._session.enabled:
            self._show_nothing(tr(_SWITCH_ON))
        elif self._feed.busy:
            self._fade()
        else:
            self._show_nothing(tr(_NOT_ENHANCED))

    def _ask_series(self, frame: Frame) -> None:
        series, other = self._session.series, self._session.reference_series
        if series is None or other is None:
            self._show_nothing(tr(_CHOOSE))
            return
        found = partner(series, frame.key, other)
        if found.ref is None:
            self._show_nothing(found.sentence)
            return
        self.match.say(found.sentence)
        self._ask(frame, found.ref)

    def _ask(self, frame: Frame, other: FrameRef | None) -> None:
        if frame.key != self._shown:
            self._fade()
        window = self._session.window or frame.default_window
        question = Question(frame, self._feed.enhanced, window, self._session.data_range, other)
        self._lane.submit(frame.key, partial(score, question))

    def _fade(self) -> None:
        """Keep the last slice's numbers in their place, greyed, until the new ones come."""
        self.table.setEnabled(False)
        if self._shown is None:
            self.note.say(tr(_MEASURING))

    def _on_done(self, key: object, answer: Answer) -> None:
        if self._feed.frame is None or self._feed.frame.key != key:
            return
        self._shown = key
        if answer.before is None:
            self.match.say("")
        self.table.setEnabled(True)
        self.table.setColumnHidden(1, answer.before is None)
        self.table.setColumnHidden(2, answer.after is None)
        self.table.show_rows(_rows(answer))
        self.table.show()
        self.note.say(_words(answer))

    def _on_failed(self, key: object, sentence: str) -> None:
        if self._feed.frame is not None and self._feed.frame.key == key:
            self._show_nothing(sentence)

    def _show_nothing(self, sentence: str) -> None:
        self._lane.cancel()
        self._shown = None
        self.match.say("")
        self.table.hide()
        self.note.say(sentence)


def _rows(answer: Answer) -> list[tuple[str, str, str]]:
    squared = f"{answer.units}²" if answer.units and answer.keeps_units else ""
    names = ("PSNR (dB)", "SSIM", f"MSE ({squared})" if squared else "MSE")
    both = zip(names, _numbers(answer.before), _numbers(answer.after), strict=True)
    return [(name, before, after) for name, before, after in both]


def _numbers(scores: Scores | None) -> tuple[str, str, str]:
    if scores is None:
        return "–", "–", "–"
    psnr = tr("identical") if isinf(scores.psnr) else f"{scores.psnr:.2f}"
    return psnr, f"{scores.ssim:.4f}", f"{scores.mse:.4g}"


def _words(answer: Answer) -> str:
    scores = answer.after or answer.before
    if scores is None:
        return ""
    if answer.before is None:
        meaning = tr(
            "Reference: the original slice, so the numbers say how much changed, not how good it is."
        )
    else:
        meaning = tr("Reference: the chosen series; higher PSNR and SSIM mean closer to it.")
    lost = "" if answer.keeps_units else f"{tr('Enhanced')}: {tr(CONTRAST_REMARK)}."
    width = f"{scores.data_range:g} {answer.units}".rstrip()
    span = tr("Data range {} ({}).").format(width, scores.span)
    return " ".join(part for part in (meaning, span, lost, answer.caution) if part)
