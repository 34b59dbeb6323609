"""PSNR, SSIM and MSE of the slice on screen, with what they refer to."""

from functools import partial
from math import isinf

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.feed import Feed
from app.lane import Lane
from app.panels.match import partner
from app.panels.measure import Answer, DataRange, Question, score
from app.panels.table import NumberTable
from app.panels.text import Note
from app.session import Session
from app.state import Reference
from core.dicom.study import FrameRef
from core.metrics import Scores

_SWITCH_ON = "Switch enhancement on to measure what it changes."


class ScoresView(QWidget):
    """Scores against the original or against a series the user chose; the newest slice wins."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
        self._range = DataRange.WINDOW
        self.table = NumberTable("Scores", ("", "Original", "Enhanced"), self)
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
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)

    def set_data_range(self, data_range: DataRange) -> None:
        """Refer PSNR and SSIM to another range of values."""
        self._range = data_range
        self.refresh()

    def refresh(self) -> None:
        """Ask again for the slice and reference of now; show in words why there is nothing to ask."""
        problem, other = self._reference()
        frame, enhanced = self._feed.frame, self._feed.enhanced
        if self._session.reference is Reference.SIMULATED:
            self._lane.cancel()
            return
        if frame is None or frame.is_colour:
            problem = "Open a grey-scale slice to measure it."
        if not problem and other is None and enhanced is None:
            problem = _SWITCH_ON if not self._session.enabled else "Waiting for the enhanced slice…"
        if problem or frame is None:
            self._lane.cancel()
            self._show_nothing(problem)
            return
        window = self._session.window or frame.default_window
        question = Question(frame, enhanced, window, self._range, other)
        self._lane.submit(frame.key, partial(score, question))

    def _reference(self) -> tuple[str, FrameRef | None]:
        """Return why there is no reference, or the slice that is one (`None` for the original)."""
        session = self._session
        self.match.say("")
        if session.reference is not Reference.SERIES:
            return "", None
        if session.series is None or session.reference_series is None:
            return "Choose the series to compare with; open one of this modality if none is offered.", None
        found = partner(session.series, session.index, session.reference_series)
        if found.ref is None:
            return found.sentence, None
        self.match.say(found.sentence)
        return "", found.ref

    def _on_done(self, key: object, answer: Answer) -> None:
        if self._feed.frame is None or self._feed.frame.key != key:
            return
        self.table.setColumnHidden(1, answer.before is None)
        self.table.setColumnHidden(2, answer.after is None)
        self.table.show_rows(_rows(answer))
        self.table.show()
        self.note.say(_words(answer))

    def _on_failed(self, _key: object, sentence: str) -> None:
        self._show_nothing(sentence)

    def _show_nothing(self, sentence: str) -> None:
        self.table.hide()
        self.note.say(sentence)


def _rows(answer: Answer) -> list[tuple[str, str, str]]:
    squared = f"{answer.units}²" if answer.units else ""
    names = ("PSNR (dB)", "SSIM", f"MSE ({squared})" if squared else "MSE")
    both = zip(names, _numbers(answer.before), _numbers(answer.after), strict=True)
    return [(name, before, after) for name, before, after in both]


def _numbers(scores: Scores | None) -> tuple[str, str, str]:
    if scores is None:
        return "–", "–", "–"
    psnr = "identical" if isinf(scores.psnr) else f"{scores.psnr:.2f}"
    return psnr, f"{scores.ssim:.4f}", f"{scores.mse:.4g}"


def _words(answer: Answer) -> str:
    scores = answer.after or answer.before
    if scores is None:
        return ""
    if answer.before is None:
        meaning = "Reference: the original slice, so the numbers say how much changed, not how good it is."
    else:
        meaning = "Reference: the chosen series; higher PSNR and SSIM mean closer to it."
    span = f"Data range {scores.data_range:g} {answer.units}".rstrip()
    return " ".join(part for part in (meaning, f"{span} ({scores.span}).", answer.caution) if part)
