"""Numbers: how much changed, how good it is, how noisy, and what regions hold."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.feed import Feed
from app.language import tr
from app.panels.measurements import MeasurementsView
from app.panels.noise import NoiseView
from app.panels.number import Chooser
from app.panels.profile import ProfileView
from app.panels.ranking import RankingView
from app.panels.rois import RoisView
from app.panels.scores import ScoresView
from app.panels.scroll import Scroll
from app.panels.text import Heading
from app.session import Session
from app.state import DataRange, Reference
from core.dicom.study import Kind, Series


class MetricsPanel(QWidget):
    """Measurements, regions and a profile; reference chooser, scores or ranking; noise."""

    def __init__(self, session: Session, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.reference = Chooser(tr("Compare with"), self)
        self.series = Chooser(tr("Series to compare with"), self)
        self.data_range = Chooser(tr("Data range"), self)
        self.scores = ScoresView(session, feed, self)
        self.ranking = RankingView(session, feed, self)
        self.noise = NoiseView(feed, self)
        self.measurements = MeasurementsView(session, feed, self)
        self.rois = RoisView(session, feed, self)
        self.profile = ProfileView(session, feed, self)
        self._lay_out()
        self._connect()
        self._render()

    def stop_work(self) -> None:
        """Stop all measuring and wait."""
        for part in (self.scores, self.ranking, self.noise, self.measurements, self.rois):
            part.stop_work()

    def _lay_out(self) -> None:
        for reference in Reference:
            self.reference.addItem(tr(reference.value))
        for data_range in DataRange:
            self.data_range.addItem(tr(data_range.value))
        self.data_range.setToolTip(tr("What PSNR and SSIM refer to; both images are clipped to it"))
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Data range"), self))
        row.addWidget(self.data_range, 1)
        content = QWidget(self)
        box = QVBoxLayout(content)
        box.setContentsMargins(8, 8, 4, 8)
        box.setSpacing(8)
        for part in (self.measurements, self.rois, self.profile):
            box.addWidget(part)
        box.addWidget(_line(self))
        for widget in (Heading(tr("Compare with"), self), self.reference, self.series):
            box.addWidget(widget)
        box.addLayout(row)
        box.addWidget(self.scores)
        box.addWidget(self.ranking)
        box.addWidget(_line(self))
        box.addWidget(self.noise)
        box.addStretch(1)
        scroll = Scroll(content, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        session = self._session
        session.referenceChanged.connect(self._render)
        session.dataRangeChanged.connect(self._render)
        session.catalogueChanged.connect(self._render)
        session.seriesChanged.connect(self._render)
        self.reference.activated.connect(self._on_reference)
        self.series.activated.connect(self._on_series)
        self.data_range.activated.connect(self._on_range)

    def _render(self) -> None:
        session = self._session
        self.reference.setCurrentIndex(list(Reference).index(session.reference))
        self.data_range.setCurrentIndex(list(DataRange).index(session.data_range))
        self.series.setVisible(session.reference is Reference.SERIES)
        simulated = session.reference is Reference.SIMULATED
        self.scores.setVisible(not simulated)
        self.ranking.setVisible(simulated)
        self._offer(self._candidates())
        chosen = session.reference_series
        self.series.setCurrentIndex(-1 if chosen is None else self.series.findData(chosen.key))
        self.scores.refresh()

    def _candidates(self) -> list[Series]:
        """Return the series that could be a reference: of the same modality, shown ones only."""
        series = self._session.series
        return [
            other
            for other in self._session.catalogue.series
            if series is not None
            and other.key != series.key
            and other.kind is Kind.GREY
            and other.modality == series.modality
        ]

    def _offer(self, candidates: list[Series]) -> None:
        self.series.clear()
        self.series.setPlaceholderText(
            tr("Choose a series") if candidates else tr("No other series of this modality")
        )
        for other in candidates:
            self.series.addItem(f"{other.description or other.modality} ({len(other.frames)})", other.key)

    def _on_range(self, index: int) -> None:
        self._session.set_data_range(list(DataRange)[index])

    def _on_reference(self, index: int) -> None:
        self._session.set_reference(list(Reference)[index], self._session.reference_series)

    def _on_series(self, index: int) -> None:
        key = self.series.itemData(index)
        chosen = next(other for other in self._session.catalogue.series if other.key == key)
        self._session.set_reference(Reference.SERIES, chosen)


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line
