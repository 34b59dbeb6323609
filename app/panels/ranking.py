"""Simulated low dose: every method on a noisier copy of the slice, ranked against the original."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.feed import Feed
from app.lane import Lane
from app.language import mark, tr
from app.panels.measure import span_of
from app.panels.slider import ValueSlider
from app.panels.table import NumberTable
from app.panels.text import Note
from app.session import Session
from core.degrade import AMOUNTS, Amount
from core.enhance.spec import family
from core.errors import ClearsliceError
from core.frame import Frame
from core.metrics import Span
from core.ranking import RANKED, Row, rank

_WHAT = mark(
    "Noise is added to this slice, every method treats it at full strength and with its default "
    "parameters, and the original slice is the judge."
)
_HEADERS = ("", "PSNR", "SSIM", "MSE")
_COPIED = (
    mark("Method"),
    mark("PSNR (dB)"),
    "SSIM",
    "MSE",
    mark("Seconds"),
    mark("Data range"),
    mark("Remark"),
)
"""Of the table on the clipboard."""
_REMARK = mark("* Changes contrast on purpose, so PSNR and SSIM say little about it.")


class RankingView(QWidget):
    """Amount of noise, run and cancel, and the table that fills while it runs."""

    _reported = Signal(object)

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
        self._sliders = {kind: self._slider(kind, amount) for kind, amount in AMOUNTS.items()}
        self.what = Note(tr(_WHAT), self)
        self.run = QPushButton(tr("Run all methods"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.bar = QProgressBar(self)
        self.table = NumberTable(tr("Ranking"), _HEADERS, self)
        self.note = Note("", self)
        self._lane = Lane("ranking", self)
        self._lay_out()
        self._connect()
        self._show_amounts(session.low_dose)
        self._on_frame(feed.frame)

    @property
    def slider(self) -> ValueSlider | None:
        """The amount's slider for the modality on screen."""
        return self._sliders.get(_kind(self._feed.frame))

    def stop_work(self) -> None:
        """Stop ranking and wait."""
        self._lane.close()

    def _slider(self, kind: str, amount: Amount) -> ValueSlider:
        slider = ValueSlider(
            tr("Noise SD ({})").format(amount.unit),
            amount.minimum,
            amount.maximum,
            amount.default,
            step=amount.minimum,
            help=tr("How much noise is added"),
            parent=self,
        )
        slider.changed.connect(lambda value, _continues: self._session.set_low_dose(kind, value))
        return slider

    def _lay_out(self) -> None:
        self.bar.setRange(0, len(RANKED) + 1)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Methods done"))
        buttons = QHBoxLayout()
        for widget in (self.run, self.bar, self.cancel):
            buttons.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.what)
        for slider in self._sliders.values():
            box.addWidget(slider)
        box.addLayout(buttons)
        box.addWidget(self.table)
        box.addWidget(self.note)

    def _connect(self) -> None:
        self._feed.frameChanged.connect(self._on_frame)
        self._session.lowDoseChanged.connect(self._show_amounts)
        self._reported.connect(self._on_rows, Qt.ConnectionType.QueuedConnection)
        self._lane.failed.connect(lambda _key, sentence: self.note.say(sentence))
        self._lane.busyChanged.connect(self._on_busy)
        self.run.clicked.connect(self._on_run)
        self.cancel.clicked.connect(self._on_cancel)

    def _on_frame(self, frame: Frame | None) -> None:
        """Forget the last slice's ranking: numbers never stand beside a slice they are not of."""
        self._lane.cancel()
        kind = _kind(frame)
        for name, slider in self._sliders.items():
            slider.setVisible(name == kind)
        self.run.setEnabled(bool(kind))
        self.table.hide()
        self.note.say("" if kind else tr("Open a CT, MR or X-ray slice to simulate a lower dose."))
        self._on_busy(self._lane.busy)

    def _on_busy(self, busy: bool) -> None:
        self.run.setVisible(not busy)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)

    def _on_rows(self, answer: tuple[object, Span, float, tuple[Row, ...]]) -> None:
        key, span, amount, rows = answer
        frame = self._feed.frame
        if frame is None or frame.key != key:
            return
        self.bar.setValue(len(rows))
        copied = [tuple(map(tr, _COPIED)), *(_exact(row) for row in rows)]
        self.table.show_rows([_cells(row) for row in rows], [_tip(row) for row in rows], copied)
        self.table.show()
        unit = AMOUNTS[_kind(frame)].unit
        self.note.say(
            tr("Reference: the original slice. Data range {} ({}). Noise added: SD {:g} {}.").format(
                f"{span.width:g} {frame.units}".rstrip(), span, amount, unit
            )
            + " "
            + tr(_REMARK)
        )

    def _show_amounts(self, amounts: Mapping[str, float]) -> None:
        for kind, amount in amounts.items():
            self._sliders[kind].show_value(amount)

    # -- from the user ------------------------------------------------------------------------

    def _on_run(self) -> None:
        frame = self._feed.frame
        if frame is None:
            return
        amount = self._session.low_dose[_kind(frame)]
        window = self._session.window or frame.default_window
        span = span_of(self._session.data_range, window, frame, frame.padding_mask)
        self.bar.setValue(0)
        self.table.hide()
        report = partial(_report, self._reported, frame.key, span, amount)
        networks = self._feed.pipeline.networks
        self._lane.submit(frame.key, lambda stop: rank(frame, amount, span, networks, stop, report=report))

    def _on_cancel(self) -> None:
        self._lane.cancel()
        self.note.say(tr("Stopped; the methods above were done."))


def _report(signal: SignalInstance, key: object, span: Span, amount: float, rows: tuple[Row, ...]) -> None:
    signal.emit((key, span, amount, rows))


def _kind(frame: Frame | None) -> str:
    """Return the family of the frame's modality, "" where no noise can be simulated."""
    if frame is None or frame.is_colour:
        return ""
    try:
        return family(frame.modality)
    except ClearsliceError:
        return ""


def _cells(row: Row) -> tuple[str, ...]:
    name = f"* {_name(row)}" if row.remark else _name(row)
    if row.scores is None:
        return (name, "–", "–", "–")
    return (name, f"{row.scores.psnr:.2f}", f"{row.scores.ssim:.3f}", f"{row.scores.mse:.4g}")


def _exact(row: Row) -> tuple[str, ...]:
    """Return a line for a spreadsheet: full digits, and all that the line on screen leaves to the note."""
    if row.scores is None:
        return (_name(row), "", "", "", "", "", row.remark)
    scores = row.scores
    numbers = (f"{scores.psnr:.6g}", f"{scores.ssim:.6g}", f"{scores.mse:.6g}")
    return (_name(row), *numbers, f"{row.seconds:.3g}", str(scores.span), row.remark)


def _name(row: Row) -> str:
    return tr(row.label) if row.method else tr("Untreated")


def _tip(row: Row) -> str:
    head = f"{tr(row.label)}: {tr(row.remark)}" if row.remark else tr(row.label)
    if row.scores is None:
        return head
    against = tr("Against the original slice over {}.").format(row.scores.span)
    took = tr("It took {:.2f} s.").format(row.seconds) if row.method else ""
    return f"{head}.\n{against} {took}".rstrip()
